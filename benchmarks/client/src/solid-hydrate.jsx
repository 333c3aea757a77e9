// Hydrates rows that the server has rendered; `benchReady` tells how long it took until all was bound.

import { hydrate } from "solid-js/web";
import { makeRows, seeded } from "./data.js";
import { Main } from "./solid.jsx";

const main = document.getElementById("main");
const start = performance.now();
const rows = makeRows(+main.dataset.rows, seeded(1));
hydrate(() => <Main first={rows} />, main);
globalThis.benchReady = Promise.resolve(performance.now() - start);
