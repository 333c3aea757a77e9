// Starts Pyodide with the page's bundle.

import { OutdatedError } from "./outdated.js";

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
  const pyodide = await orWasmFailure(() => loadPyodide({ indexURL }));
  performance.mark("pyui:pyodide");
  return pyodide;
}

/**
 * Loads Pyodide, and fails where its WebAssembly cannot be fetched or compiled: its own promise would never be settled then
 * (https://github.com/pyodide/pyodide/pull/6296).
 * @template T
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
async function orWasmFailure(load) {
  const instantiate = WebAssembly.instantiateStreaming;
  /** @type {Promise<never>} */
  const failure = new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = (source, imports) => {
      const instance = instantiate(source, imports);
      if (imports?.env && "Jsv_GetError_import" in imports.env) instance.catch(reject);
      return instance;
    };
  });
  try {
    return await Promise.race([load(), failure]);
  } finally {
    WebAssembly.instantiateStreaming = instantiate;
  }
}

/** @param {any} pyodide */
function sitePackages(pyodide) {
  return pyodide.runPython("import site; site.getsitepackages()[0]");
}

/** @param {string} url */
async function fetchBundle(url) {
  const response = await fetch(url);
  if (!response.ok) {
    const Kind = response.status === 404 || response.status === 410 ? OutdatedError : Error;
    throw new Kind(`[PYUI403] ${url} answered ${response.status}. Build the site again.`);
  }
  return response.arrayBuffer();
}
