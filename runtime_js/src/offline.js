// Has the browser keep the site for use without a network. `service_worker.js` does it.

/**
 * Registers the site's service worker, where the browser has them.
 * @param {string} url
 */
export function keepOffline(url) {
  navigator.serviceWorker
    ?.register(new URL(url, document.baseURI))
    .catch((error) => console.warn("[PYUI423] The site is not kept for use without a network.", error));
}
