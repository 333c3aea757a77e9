// Starts Pyodide with the page's bundle: from its memory snapshot, or else from the beginning.

import { checked, EngineError, importEngine, orWasmFailure } from "./engine.js";
import { fetchNow } from "./lazy_file.js";
import { BUNDLE, restore } from "./restore.js";
import { mark, timed } from "./timings.js";

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
  try {
    const pyodide = payload.snapshot && (await startFromSnapshot(payload.snapshot, indexURL, bundleURL));
    return pyodide ?? (await start(indexURL, bundleURL));
  } catch (error) {
    throw error instanceof EngineError ? error.cause : error;
  }
}

/**
 * @param {string} indexURL
 * @param {string} bundleURL
 */
async function start(indexURL, bundleURL) {
  const [pyodide, bundle] = await Promise.all([timed("pyodide", load(indexURL)), timed("fetch", fetchBytes(bundleURL))]);
  pyodide.FS.writeFile(BUNDLE, bundle);
  pyodide.runPython(`import sys; sys.path.append("${BUNDLE}")`);
  mark("bundle");
  return pyodide;
}

/** @param {string} indexURL */
async function load(indexURL) {
  const { loadPyodide } = await importEngine(indexURL + "pyodide.mjs");
  const pyodide = await orWasmFailure(() => loadPyodide({ indexURL }));
  mark("pyodide");
  return pyodide;
}

/**
 * @param {Snapshot} about
 * @param {string} indexURL
 * @param {string} bundleURL
 * @returns {Promise<any>} Pyodide; null where the snapshot is of no use
 */
async function startFromSnapshot(about, indexURL, bundleURL) {
  try {
    return await restoreFrom(about, indexURL, bundleURL);
  } catch (error) {
    if (error instanceof EngineError) throw error; // without a snapshot there would be none either
    console.error("[PYUI420] The page starts without its snapshot, which takes longer.", error);
    return null;
  }
}

/**
 * @param {Snapshot} about
 * @param {string} indexURL
 * @param {string} bundleURL
 */
async function restoreFrom(about, indexURL, bundleURL) {
  const snapshot = timed("fetch", fetchSnapshot(about));
  snapshot.catch(() => {}); // `restore` fails with it, and may not wait for it yet
  const stdlibURL = indexURL + "python_stdlib.zip";
  // The app's modules are about to be imported where they are not in the snapshot, and would wait for these files.
  const ahead = about.whole ? [] : [stdlibURL, bundleURL].map(fetchBytes);
  /** @type {Uint8Array[]} */
  let files = [];
  importEngine(indexURL + "pyodide.asm.mjs").catch(() => {}); // `restore` waits for it
  const { loadPyodide } = await importEngine(indexURL + "pyodide.mjs");
  const source = {
    indexURL,
    snapshot,
    stdlib: () => files[0] ?? fetchNow(stdlibURL),
    bundle: () => files[1] ?? fetchNow(bundleURL),
  };
  const starting = orWasmFailure(() => restore(loadPyodide, source));
  const [pyodide, ...fetched] = await Promise.all([starting, ...ahead]);
  files = fetched;
  mark("restore");
  return pyodide;
}

/** @param {Snapshot} about */
async function fetchSnapshot({ url, integrity, gzip }) {
  const response = await fetched(new URL(url, document.baseURI).href, { integrity });
  const body = gzip && response.body ? response.body.pipeThrough(new DecompressionStream("gzip")) : response.body;
  const bytes = new Uint8Array(await new Response(body).arrayBuffer());
  mark("snapshot");
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
  return checked(await fetch(url, options));
}
