// Starts Pyodide with the page's bundle: from its memory snapshot, or else from the beginning.

import { addArchives, addLazily } from "./archives.js";
import { EngineError, fetched, fetchEngine } from "./engine.js";
import { loadPackages } from "./later.js";
import { fetchNow } from "./lazy_file.js";
import { pause } from "./pause.js";
import { restore } from "./restore.js";
import { mark, timed } from "./timings.js";

/**
 * What the payload says. Of the snapshot: `whole` tells whether the app's own modules are in it. `stdlib` is the part of the
 * standard library that pages need at once, `archives` what is on Python's path, by where it is then.
 * @typedef {{ url: string, integrity: string, gzip: boolean, whole: boolean }} Snapshot
 * @typedef {{
 *   pyodide: string,
 *   stdlib: string,
 *   archives: Record<string, string>,
 *   packages: import("./packages.js").Packages,
 *   snapshot: Snapshot | null,
 * }} Payload
 */

/** @typedef {Omit<import("./restore.js").Source, "snapshot" | "get">} Parts where the parts of Python are */

/**
 * Loads Pyodide and gives it the bundle.
 * @param {Payload} payload
 * @returns {Promise<any>} Pyodide
 */
export async function boot(payload) {
  const { packages, snapshot } = payload;
  const indexURL = absolute(payload.pyodide);
  /** @type {Parts} */
  const parts = {
    ...fetchEngine(indexURL),
    options: { lockFileContents: packages.lock, packageBaseUrl: absolute(packages.base) },
    stdlib: absolute(payload.stdlib),
    later: indexURL + "python_stdlib.zip",
    archives: Object.entries(payload.archives).map(([path, url]) => [path, absolute(url)]),
  };
  try {
    const restored = snapshot && (await startFromSnapshot(snapshot, parts));
    const pyodide = restored ?? (await start(parts));
    await loadPackages(pyodide, packages.load);
    return pyodide;
  } catch (error) {
    throw error instanceof EngineError ? error.cause : error;
  }
}

/** @param {string} url */
function absolute(url) {
  return new URL(url, document.baseURI).href;
}

/** @param {Parts} parts */
async function start({ load, options, stdlib, later, archives }) {
  const [pyodide, ...files] = await Promise.all([
    timed("pyodide", load({ ...options, stdLibURL: stdlib })),
    ...archives.map(async ([path, url]) => /** @type {[string, Uint8Array]} */ ([path, await timed("fetch", fetchBytes(url))])),
  ]);
  mark("pyodide");
  addArchives(pyodide, files);
  addLazily(pyodide, fetchNow, later, []);
  mark("bundle");
  return pyodide;
}

/**
 * @param {Snapshot} about
 * @param {Parts} parts
 * @returns {Promise<any>} Pyodide; null where the snapshot is of no use
 */
async function startFromSnapshot(about, parts) {
  try {
    return await restoreFrom(about, parts);
  } catch (error) {
    if (error instanceof EngineError) throw error; // without a snapshot there would be none either
    console.error("[PYUI420] The page starts without its snapshot.", error);
    return null;
  }
}

/**
 * @param {Snapshot} about
 * @param {Parts} parts
 */
async function restoreFrom(about, parts) {
  const snapshot = timed("fetch", fetchSnapshot(about));
  // The app's modules are about to be imported where they are not in the snapshot, and would wait for these files.
  const wanted = about.whole ? [] : [parts.stdlib, ...parts.archives.map(([, url]) => url)];
  const ahead = wanted.map(fetchBytes);
  /** @type {Uint8Array[]} */
  let files = [];
  const get = (/** @type {string} */ url) => files[wanted.indexOf(url)] ?? fetchNow(url);
  const [pyodide, ...found] = await Promise.all([restore({ ...parts, snapshot, get }), ...ahead]);
  files = found;
  mark("restore");
  return pyodide;
}

/**
 * The browser would compare the hash on the main thread, and does so only where the page may not do it beside that.
 * @param {Snapshot} about
 */
async function fetchSnapshot({ url, integrity, gzip }) {
  const response = await fetched(absolute(url), isSecureContext ? {} : { integrity });
  await pause();
  const file = await response.arrayBuffer();
  if (isSecureContext) {
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", file));
    if (!integrity.endsWith(btoa(String.fromCharCode(...hash)))) throw new Error("It is no whole snapshot of this version.");
  }
  const unpacked = gzip ? await unpack(file) : file;
  mark("snapshot");
  return new Uint8Array(unpacked);
}

/** @param {ArrayBuffer} file */
async function unpack(file) {
  const { body } = /** @type {any} */ (new Response(file));
  return new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/** @param {string} url */
async function fetchBytes(url) {
  return new Uint8Array(await (await fetched(url)).arrayBuffer());
}
