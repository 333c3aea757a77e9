import { generateHydrationScript, renderToString } from "solid-js/web";
import { makeRows, seeded } from "./data.js";
import { Main } from "./solid.jsx";

export const head = generateHydrationScript();
export const render = (count) => renderToString(() => <Main first={makeRows(count, seeded(1))} />);
