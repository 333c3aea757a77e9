// Starts Pyodide with the page's bundle.

/** @typedef {{ version: number, pyodide: string, bundle: string }} Payload */

/**
 * Loads Pyodide and unpacks the bundle into it.
 * @param {Payload} payload
 * @returns {Promise<any>} Pyodide
 */
export async function boot(payload) {
  const indexURL = new URL(payload.pyodide, document.baseURI).href;
  const bundleURL = new URL(payload.bundle, document.baseURI).href;
  const [pyodide, bundle] = await Promise.all([start(indexURL), fetchBundle(bundleURL)]);
  pyodide.unpackArchive(bundle, "zip", { extractDir: sitePackages(pyodide) });
  performance.mark("pyui:bundle");
  return pyodide;
}

/** @param {string} indexURL */
async function start(indexURL) {
  const { loadPyodide } = await import(indexURL + "pyodide.mjs");
  const pyodide = await loadPyodide({ indexURL });
  performance.mark("pyui:pyodide");
  return pyodide;
}

/** @param {any} pyodide */
function sitePackages(pyodide) {
  return pyodide.runPython("import site; site.getsitepackages()[0]");
}

/** @param {string} url */
async function fetchBundle(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`[PYUI403] ${url} answered ${response.status}. Build the site again.`);
  return response.arrayBuffer();
}
