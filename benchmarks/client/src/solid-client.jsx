import { render } from "solid-js/web";
import { Main } from "./solid.jsx";

render(() => <Main />, document.getElementById("main"));
globalThis.benchReady = Promise.resolve();
