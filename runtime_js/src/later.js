// The parts of the runtime that are loaded when a page needs them.

/** @typedef {typeof import("./takeover.js")} Takeover */
/** @typedef {typeof import("./navigation.js")} Navigation */
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

/** @type {Navigation | null} */
let loadedNavigation = null;

/** @type {Promise<Navigation> | null} */
let loading = null;

/**
 * What goes from page to page; null until it is loaded.
 * @returns {Navigation | null}
 */
export function navigation() {
  return loadedNavigation;
}

/**
 * Does something with what goes from page to page: at once where that is there, otherwise when it has been loaded.
 * @template T
 * @param {(navigation: Navigation) => T} use
 * @param {() => T} otherwise what is done where it cannot be loaded
 * @returns {T | Promise<T>}
 */
export function withNavigation(use, otherwise) {
  if (loadedNavigation) return use(loadedNavigation);
  loading ??= import("./navigation.js");
  loading.then(
    (navigation) => (loadedNavigation = navigation),
    () => (loading = null),
  );
  return loading.then(use, otherwise);
}

/** @type {Viewports | null} */
let loadedViewports = null;

/**
 * Does something with what looks after long lists, in its turn: at once where that is there.
 * @param {keyof Viewports} name
 * @returns {(...args: any[]) => void}
 */
export function inViewport(name) {
  return (...args) => {
    const use = (/** @type {any} */ viewports) => viewports[name](...args);
    if (loadedViewports) use(loadedViewports);
    else import("./viewports.js").then((viewports) => use((loadedViewports = viewports)));
  };
}

/**
 * Loads compiled client packages, with those that they need.
 * @param {any} pyodide
 * @param {string[]} names
 */
export async function loadPackages(pyodide, names) {
  if (names.length) await (await import("./packages.js")).loadPackages(pyodide, names);
}
