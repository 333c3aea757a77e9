// Hydrates rows that the server has rendered; `benchReady` tells how long it took until all was bound.

import { flushSync } from "react-dom";
import { hydrateRoot } from "react-dom/client";
import { makeRows, seeded } from "./data.js";
import { Main } from "./react.jsx";

const main = document.getElementById("main");
const start = performance.now();
const rows = makeRows(+main.dataset.rows, seeded(1));
flushSync(() => hydrateRoot(main, <Main first={rows} />));
globalThis.benchReady = Promise.resolve(performance.now() - start);
