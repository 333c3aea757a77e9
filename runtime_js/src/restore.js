// Starts Pyodide from a memory snapshot, in which everything that the pages need is imported already.

import { lazyFile } from "./lazy_file.js";

/** The bundle in Pyodide's file system. Modules are imported from the archive itself. */
export const BUNDLE = "/lib/client.zip";

/**
 * What differs from the start without a snapshot.
 * @typedef {{
 *   indexURL: string,
 *   snapshot: Promise<Uint8Array>,
 *   stdlib: () => Uint8Array,
 *   bundle: () => Uint8Array,
 * }} Source
 */

/**
 * Restores a snapshot, and draws anew what must not be the same for all visitors.
 * @param {(options: object) => Promise<any>} loadPyodide
 * @param {Source} source the snapshot, and how to get the files that Python may open later
 * @returns {Promise<any>} Pyodide
 */
export async function restore(loadPyodide, { indexURL, snapshot, stdlib, bundle }) {
  // Pyodide fetches some file as its standard library before it starts. This script is there already.
  const pyodide = await loadPyodide({ indexURL, _loadSnapshot: snapshot, stdLibURL: import.meta.url });
  const [major, minor] = pyodide._api.pyVersionTuple;
  lazyFile(pyodide.FS, `/lib/python${major}${minor}.zip`, stdlib);
  lazyFile(pyodide.FS, BUNDLE, bundle);
  setTimeZone(pyodide._module);
  const browser = pyodide.pyimport("pyui.browser");
  browser.renew(globalThis.navigator?.language ?? "C");
  browser.destroy();
  return pyodide;
}

/**
 * Tells C of the browser's time zone. `tzset` does so once, and has done it when the snapshot was taken.
 * @param {any} module Emscripten's module, with the addresses of C's variables
 */
function setTimeZone(module) {
  const [standard, saving] = module.HEAPU32.subarray(module._tzname >> 2);
  module.__tzset_js(module._timezone, module._daylight, standard, saving);
}
