// Starts Pyodide with the page's bundle: from its memory snapshot, or else from the beginning.

import { fetchNow } from "./lazy_file.js";
import { OutdatedError } from "./outdated.js";
import { BUNDLE, restore } from "./restore.js";

/**
 * What the payload says about the snapshot: `whole` tells whether the app's own modules are in it.
 * @typedef {{ url: string, integrity: string, gzip: boolean, whole: boolean }} Snapshot
 * @typedef {{ pyodide: string, bundle: string, snapshot: Snapshot | null }} Payload
 */

/**
 * Loads Pyodide and gives it the bundle.
 * @param {Payload} payload
 * @returns {Promise<any>} Pyodide
 */
export async function boot(payload) {
  const indexURL = new URL(payload.pyodide, document.baseURI).href;
  const bundleURL = new URL(payload.bundle, document.baseURI).href;
  if (payload.snapshot) {
    try {
      return await startFromSnapshot(payload.snapshot, indexURL, bundleURL);
    } catch (error) {
      console.error("[PYUI420] The page starts without its snapshot, which takes longer.", error);
    }
  }
  return start(indexURL, bundleURL);
}

/**
 * @param {string} indexURL
 * @param {string} bundleURL
 */
async function start(indexURL, bundleURL) {
  const [pyodide, bundle] = await Promise.all([load(indexURL), fetchBytes(bundleURL)]);
  pyodide.FS.writeFile(BUNDLE, bundle);
  pyodide.runPython(`import sys; sys.path.append("${BUNDLE}")`);
  performance.mark("pyui:bundle");
  return pyodide;
}

/** @param {string} indexURL */
async function load(indexURL) {
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

/**
 * @param {Snapshot} about
 * @param {string} indexURL
 * @param {string} bundleURL
 */
async function startFromSnapshot(about, indexURL, bundleURL) {
  const snapshot = fetchSnapshot(about);
  snapshot.catch(() => {}); // `restore` fails with it, and may not wait for it yet
  const stdlibURL = indexURL + "python_stdlib.zip";
  // The app's modules are about to be imported where they are not in the snapshot, and would wait for these files.
  const ahead = about.whole ? [] : [stdlibURL, bundleURL].map(fetchBytes);
  /** @type {Uint8Array[]} */
  let files = [];
  const { loadPyodide } = await import(indexURL + "pyodide.mjs");
  const source = {
    indexURL,
    snapshot,
    stdlib: () => files[0] ?? fetchNow(stdlibURL),
    bundle: () => files[1] ?? fetchNow(bundleURL),
  };
  const starting = orWasmFailure(() => restore(loadPyodide, source));
  const [pyodide, ...fetched] = await Promise.all([starting, ...ahead]);
  files = fetched;
  performance.mark("pyui:restore");
  return pyodide;
}

/** @param {Snapshot} about */
async function fetchSnapshot({ url, integrity, gzip }) {
  const response = await fetched(new URL(url, document.baseURI).href, { integrity });
  const body = gzip && response.body ? response.body.pipeThrough(new DecompressionStream("gzip")) : response.body;
  const bytes = new Uint8Array(await new Response(body).arrayBuffer());
  performance.mark("pyui:snapshot");
  return bytes;
}

/** @param {string} url */
async function fetchBytes(url) {
  return new Uint8Array(await (await fetched(url)).arrayBuffer());
}

/**
 * @param {string} url
 * @param {RequestInit} [options]
 */
async function fetched(url, options) {
  const response = await fetch(url, options);
  if (response.ok) return response;
  const Kind = response.status === 404 || response.status === 410 ? OutdatedError : Error;
  throw new Kind(`[PYUI403] ${url} answered ${response.status}. Build the site again.`);
}
