// Takes a memory snapshot, or tries one. Node runs it when a site is built: node make_snapshot.mjs SETTINGS.json

import crypto from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { addArchives, addLazily } from "./archives.js";
import { catchBase, restore } from "./restore.js";
import { sweep } from "./sweep.js";
import { HEADER_LENGTH, writeImage } from "./write_image.js";

/**
 * The settings; all names are paths of files. `routes` is the import string of the routes, empty to leave the app's own
 * modules out of the snapshot. `result` gets JSON.
 * @typedef {{
 *   action: "take" | "try",
 *   pyodide: string,
 *   stdlib: string,
 *   archives: Record<string, string>,
 *   routes: string,
 *   snapshot: string,
 *   result: string,
 * }} Settings
 */

// Without an environment variable, a path or the language of this machine, and with the same hashes each time. What says
// which part of a line an instruction is of is left out: it is a tenth of the snapshot.
const OPTIONS = {
  _makeSnapshot: true,
  _sysExecutable: "./this.program",
  env: { LANG: "C.UTF-8", PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" },
};

const THEN = Date.UTC(1980, 0, 1); // as the time stamps in the bundle

/**
 * Makes the clock and the randomness of this engine the same each time, so that equal code gives equal snapshots.
 * @returns how often they were asked, or the module `js` for what only a page has; and what is to be that module
 */
function standStill() {
  let asked = 0;
  const known = (/** @type {object} */ target, /** @type {string | symbol} */ key) => {
    const found = key in target;
    // The names with underscores are those that Python looks for in any module.
    if (!found && typeof key === "string" && !key.startsWith("_")) asked += 1;
    return found;
  };
  const jsglobals = new Proxy(globalThis, {
    has: known,
    get: (target, key) => (known(target, key) ? Reflect.get(target, key) : undefined),
  });
  const clock = (/** @type {number} */ now) => () => ((asked += 1), now);
  Date.now = clock(THEN);
  performance.now = clock(0);
  crypto.randomFillSync = (view) => {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    asked += 1;
    bytes.forEach((_, index) => (bytes[index] = (asked * 31 + index * 17) & 0xff));
    return view;
  };
  return { asked: () => asked, jsglobals };
}

/**
 * @param {(options: object) => Promise<any>} loadPyodide
 * @param {Settings} settings
 */
async function take(loadPyodide, { pyodide: indexURL, stdlib, archives, routes, snapshot }) {
  const { asked, jsglobals } = standStill();
  const { default: createModule } = await import(indexURL + "pyodide.asm.mjs");
  /** @type {() => Uint8Array} */
  let base = () => new Uint8Array();
  const createPyodideModule = (/** @type {any} */ settings) => {
    base = catchBase(settings);
    return createModule(settings);
  };
  const pyodide = await loadPyodide({ ...OPTIONS, indexURL, stdLibURL: stdlib, jsglobals, createPyodideModule });
  addArchives(
    pyodide,
    Object.entries(archives).map(([path, file]) => [path, readFileSync(file)]),
  );
  addLazily(pyodide, readFileSync, `${indexURL}python_stdlib.zip`, []);
  const maker = pyodide.pyimport("pyui.browser._snapshot");
  const problem = maker.prepare(routes, asked);
  if (problem) return { problem };
  try {
    maker.tidy();
    sweep(pyodide._module);
    const whole = pyodide.makeMemorySnapshot();
    const length = new Uint32Array(whole.buffer)[HEADER_LENGTH] ?? 0;
    const image = writeImage(whole.subarray(0, length), whole.subarray(length), base(), trampoline(pyodide._module));
    writeFileSync(snapshot, image);
  } catch (error) {
    return { problem: maker.describe_kept() || String(error) };
  }
  return { problem: "" };
}

/**
 * Where in memory the function stands by which Python calls functions of C. Each engine sets it before Python starts: to one of
 * WebAssembly, where it can make that. Where it is 0, these calls go by way of JavaScript.
 * https://github.com/python/cpython/blob/main/Python/emscripten_trampoline.c
 * @param {any} module Emscripten's module
 * @returns {number}
 */
function trampoline({ HEAP32, __PyRuntime, __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET }) {
  return __PyRuntime + HEAP32[__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET / 4];
}

/**
 * @param {(options: object) => Promise<any>} loadPyodide
 * @param {Settings} settings
 */
async function tryOut(loadPyodide, { pyodide: indexURL, stdlib, archives, routes, snapshot }) {
  const { default: createPyodideModule } = await import(indexURL + "pyodide.asm.mjs");
  const pyodide = await restore({
    load: loadPyodide,
    createPyodideModule,
    options: { indexURL, lockFileContents: JSON.parse(readFileSync(`${indexURL}pyodide-lock.json`, "utf8")) },
    snapshot: Promise.resolve(new Uint8Array(readFileSync(snapshot))),
    get: readFileSync,
    stdlib,
    later: `${indexURL}python_stdlib.zip`,
    archives: Object.entries(archives),
  });
  return { html: pyodide.pyimport("pyui.browser._snapshot").render_page_of(routes) };
}

/** @type {Settings} */
const settings = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const { loadPyodide } = await import(pathToFileURL(settings.pyodide + "pyodide.mjs").href);
const result = await (settings.action === "take" ? take : tryOut)(loadPyodide, settings);
writeFileSync(settings.result, JSON.stringify(result));
