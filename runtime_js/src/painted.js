// Leaves the machine to the browser until the page is seen.

/** How long a page is waited for on which there is nothing to see. */
const LONGEST_MS = 300;

/**
 * Resolves when the page has been painted for the first time, or at once where nobody looks. Browsers paint in threads of their
 * own, after they have called for animations; Python's start would take the processors from them.
 * @returns {Promise<unknown>}
 */
export function painted() {
  return new Promise((resolve) => {
    if (document.hidden) resolve(null);
    document.addEventListener("visibilitychange", resolve, { once: true });
    new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
    setTimeout(resolve, LONGEST_MS);
  });
}
