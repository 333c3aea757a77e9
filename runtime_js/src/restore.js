// Starts Pyodide from a memory snapshot, in which everything that the pages need is imported already.

import { addLazily } from "./archives.js";
import { fillMemory, HEADER_SIZE, readImage } from "./memory_image.js";
import { pause } from "./pause.js";
import { mark, measure } from "./timings.js";

/**
 * The engine, and what differs from the start without a snapshot: `options` are Pyodide's, `get` gets a file by its URL, `stdlib`
 * is the part of the standard library that the snapshot was taken with, `later` all of it, `archives` what is on Python's path.
 * @typedef {import("./engine.js").Engine & {
 *   options: object,
 *   snapshot: Promise<Uint8Array>,
 *   get: (url: string) => Uint8Array,
 *   stdlib: string,
 *   later: string,
 *   archives: [path: string, url: string][],
 * }} Source
 */

/**
 * Restores a snapshot, and draws anew what must not be the same for all visitors. The WebAssembly is compiled while it comes.
 * @param {Source} source the snapshot, and how to get the files that Python may open later
 * @returns {Promise<any>} Pyodide
 */
export async function restore({ load, createPyodideModule, options, snapshot, get, stdlib, later, archives }) {
  const image = snapshot.then(readImage);
  image.catch(() => {}); // whoever waits for it, which may be later, fails with it
  const header = new Uint8Array(HEADER_SIZE);
  let filled = 0;
  const pyodide = await load({
    ...options,
    // Pyodide fetches some file as its standard library before it starts. This script is there already.
    stdLibURL: import.meta.url,
    // It would wait for the whole memory before it starts to compile, so it gets an empty one, and the header later.
    _loadSnapshot: header,
    createPyodideModule: async (/** @type {any} */ settings) => {
      const base = catchBase(settings);
      const [module, found] = await Promise.all([createPyodideModule(settings), image]);
      mark("compile");
      const start = performance.now();
      header.set(found.header);
      if (module.HEAPU8.length < found.size) module._emscripten_resize_heap(found.size);
      fillMemory(module.HEAPU8, base(), found);
      measure("memory", start);
      await pause();
      filled = performance.now();
      return module;
    },
  });
  await pause();
  const [major, minor] = pyodide._api.pyVersionTuple;
  addLazily(pyodide, get, later, [[`/lib/python${major}${minor}.zip`, stdlib], ...archives]);
  setTimeZone(pyodide._module);
  const browser = pyodide.pyimport("pyui.browser");
  browser.renew(globalThis.navigator?.language ?? "C");
  browser.destroy();
  measure("restore", filled);
  return pyodide;
}

/**
 * Has the memory kept that the WebAssembly begins with, before anything runs in it.
 * @param {any} settings Emscripten's
 * @returns {() => Uint8Array} gives it: its static data, behind which only zeros are
 */
export function catchBase(settings) {
  const instantiate = settings.instantiateWasm;
  let base = new Uint8Array();
  settings.instantiateWasm = (/** @type {any} */ imports, /** @type {(...made: any[]) => void} */ done) =>
    instantiate(imports, (/** @type {any} */ instance, /** @type {any} */ wasm) => {
      const { memory, __stack_low } = instance.exports;
      base = new Uint8Array(memory.buffer).slice(0, __stack_low.value);
      done(instance, wasm);
    });
  return () => base;
}

/**
 * Tells C of the browser's time zone. `tzset` does so once, and has done it when the snapshot was taken.
 * @param {any} module Emscripten's module, with the addresses of C's variables
 */
function setTimeZone(module) {
  const [standard, saving] = module.HEAPU32.subarray(module._tzname >> 2);
  module.__tzset_js(module._timezone, module._daylight, standard, saving);
}
