// The script that the document of a live page names. It loads the runtime when the page has been painted: what is loaded and
// compiled before takes the processors from that.

import { CAPTURE } from "./captured.js";

/** How long a page is waited for on which there is nothing to see. Pages that nobody looks at are not painted either. */
const LONGEST_MS = 300;

const page = /** @type {any} */ (globalThis);

/**
 * Resolves when the page has been painted for the first time. Browsers paint in threads of their own, after they have called for
 * animations.
 */
const painted = new Promise((resolve) => {
  new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
  setTimeout(resolve, LONGEST_MS);
});

const ready = painted
  .then(() => import("./runtime.js"))
  .then(
    (runtime) => runtime.ready,
    (error) => {
      page[CAPTURE]?.giveUp();
      console.error("[PYUI424] No script");
      throw error;
    },
  );
ready.catch(() => {}); // it has been told
page.pyui = { ready };
