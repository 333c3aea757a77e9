import { createRoot } from "react-dom/client";
import { Main } from "./react.jsx";

createRoot(document.getElementById("main")).render(<Main />);
globalThis.benchReady = new Promise((resolve) => {
  const wait = () => (document.getElementById("run") ? resolve() : setTimeout(wait, 5));
  wait();
});
