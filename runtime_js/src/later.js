// The parts of the runtime that are loaded when a page needs them.

/** @typedef {typeof import("./takeover.js")} Takeover */
/** @typedef {typeof import("./viewports.js")} Viewports */

/** @type {Takeover | null} */
let loadedTakeover = null;

/** Loads what takes over islands, and repairs pages. */
export async function loadTakeover() {
  loadedTakeover ??= await import("./takeover.js");
}

/**
 * What takes over islands, and repairs pages.
 * @template {Takeover | null} [T=Takeover]
 * @returns {T} null only where no island waits and nothing is being repaired
 */
export function takeover() {
  return /** @type {T} */ (loadedTakeover);
}

/**
 * A part that is loaded when it is first used.
 * @template P
 * @param {() => Promise<P>} load
 */
function part(load) {
  /** @type {P | null} */
  let loaded = null;
  /** @type {Promise<P> | null} */
  let loading = null;
  return {
    /** The part; null until it is loaded. */
    now: () => loaded,
    /**
     * Does something with the part, in its turn: at once where that is there.
     * @template T
     * @param {(part: P) => T} use
     * @param {() => T} [otherwise] what is done where it cannot be loaded
     * @returns {T | Promise<T>}
     */
    use(use, otherwise) {
      if (loaded) return use(loaded);
      loading ??= load();
      loading.then(
        (found) => (loaded = found),
        () => (loading = null),
      );
      return loading.then(use, otherwise);
    },
  };
}

/** What goes from page to page. */
export const { now: navigation, use: withNavigation } = part(() => import("./navigation.js"));

const viewports = part(() => import("./viewports.js"));

/**
 * Does something with what looks after long lists.
 * @param {keyof Viewports} name
 * @returns {(...args: any[]) => void}
 */
export function inViewport(name) {
  return (...args) => void viewports.use((/** @type {any} */ found) => found[name](...args));
}

/**
 * Has the browser keep the site for use without a network.
 * @param {string} url where its service worker is
 */
export async function keepOffline(url) {
  (await import("./offline.js")).keepOffline(url);
}

/**
 * Loads compiled client packages, with those that they need.
 * @param {any} pyodide
 * @param {string[]} names
 */
export async function loadPackages(pyodide, names) {
  if (names.length) await (await import("./packages.js")).loadPackages(pyodide, names);
}
