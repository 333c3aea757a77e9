import { renderToString } from "react-dom/server";
import { makeRows, seeded } from "./data.js";
import { Main } from "./react.jsx";

export const render = (count) => renderToString(<Main first={makeRows(count, seeded(1))} />);
