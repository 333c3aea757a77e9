// Has the browser keep the site for use without a network. `service_worker.js` does it.

/** How long a page has the machine for itself: to keep a site takes time from who uses it, or goes on to its next page at once. */
const REST_MS = 3_000;

/**
 * Registers the site's service worker, where the browser has them.
 * @param {string} url
 */
export function keepOffline(url) {
  const register = () =>
    navigator.serviceWorker
      ?.register(new URL(url, document.baseURI))
      .catch((error) => console.warn("[PYUI423] The site is not kept for use without a network.", error));
  setTimeout(register, REST_MS);
}
