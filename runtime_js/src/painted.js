// Leaves the main thread to the browser until the page is seen.

/**
 * Resolves when the page has been painted for the first time, or at once where nobody looks.
 * @returns {Promise<void>}
 */
export function painted() {
  return new Promise((resolve) => {
    if (document.hidden || performance.getEntriesByName("first-contentful-paint").length) return resolve();
    document.addEventListener("visibilitychange", () => resolve(), { once: true });
    // The callback comes before the paint of its frame, and a task after it.
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
