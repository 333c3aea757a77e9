// Client packages that are compiled: Pyodide unpacks them, from this site alone.

/**
 * What the payload says of them: the URL that their paths begin at, what Pyodide's lock file would say, and those that the app's
 * modules need.
 * @typedef {{ base: string, lock: { info: object, packages: object }, load: string[] }} Packages
 */

/**
 * Loads compiled packages, with those that they need.
 * @param {any} pyodide
 * @param {string[]} names
 */
export async function loadPackages(pyodide, names) {
  let problem = "";
  const errorCallback = (/** @type {string} */ message) => (problem += message);
  await pyodide.loadPackage(names, { messageCallback() {}, errorCallback });
  if (problem) throw new Error(`[PYUI425] ${names} could not be loaded: ${problem}`);
}
