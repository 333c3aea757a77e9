// The scripts and the WebAssembly of Pyodide, without which no Python starts.

import { OutdatedError } from "./outdated.js";
import { pause } from "./pause.js";
import { timed } from "./timings.js";

/** A part of Pyodide could not be had, for the reason that is its cause. */
export class EngineError extends Error {}

/**
 * Pyodide's own functions: `load` is its `loadPyodide`, `createPyodideModule` Emscripten's.
 * @typedef {{ load: (options: object) => Promise<any>, createPyodideModule: (settings: any) => Promise<any> }} Engine
 */

/**
 * Fetches all parts of Pyodide at once. By itself it asks for its WebAssembly when its scripts are there, and compiles it when
 * they have run.
 * @param {string} indexURL where they are
 * @returns {Engine}
 */
export function fetchEngine(indexURL) {
  const loader = needed(import(indexURL + "pyodide.mjs"));
  const emscripten = needed(import(indexURL + "pyodide.asm.mjs"));
  const wasm = needed(timed("compile", WebAssembly.compileStreaming(fetched(indexURL + "pyodide.asm.wasm"))));
  const createPyodideModule = async (/** @type {any} */ settings) => {
    const module = await (await emscripten).default(settings);
    await pause();
    return module;
  };
  return {
    createPyodideModule,
    // What Pyodide would fetch as its WebAssembly is this script, which is there already.
    load: async (options) =>
      withWasm(wasm, (await loader).loadPyodide, { indexURL: import.meta.url + "#", createPyodideModule, ...options }),
  };
}

/**
 * @param {Promise<any>} part
 * @returns {Promise<any>} the same, which fails with an `EngineError`
 */
function needed(part) {
  const found = part.catch((cause) => {
    throw new EngineError("", { cause });
  });
  found.catch(() => {}); // whoever waits for it, which may be later, fails with it
  return found;
}

/**
 * Loads Pyodide with a WebAssembly that it does not fetch itself, and fails where that cannot be had: its own promise would never
 * be settled then (https://github.com/pyodide/pyodide/pull/6296).
 * @param {Promise<WebAssembly.Module>} wasm
 * @param {(options: object) => Promise<any>} loadPyodide
 * @param {object} options
 * @returns {Promise<any>}
 */
async function withWasm(wasm, loadPyodide, options) {
  const { instantiateStreaming: instantiate, Module } = WebAssembly;
  WebAssembly.Module = sharing(Module);
  const failure = new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (source, imports) => {
      if (!imports?.env?.Jsv_GetError_import) return instantiate(source, imports);
      try {
        const module = await wasm;
        await pause();
        const instance = await needed(WebAssembly.instantiate(module, imports));
        await pause();
        return { module, instance };
      } catch (error) {
        reject(error);
        return new Promise(() => {}); // Pyodide would write a message of its own
      }
    };
  });
  try {
    return await Promise.race([loadPyodide(options), failure]);
  } finally {
    Object.assign(WebAssembly, { instantiateStreaming: instantiate, Module });
  }
}

/**
 * Emscripten makes a module for each of 260 functions. They differ in their types alone, so most have the same bytes as another.
 * @param {typeof WebAssembly.Module} Module
 * @returns {typeof WebAssembly.Module} the same class, which compiles equal bytes once
 */
function sharing(Module) {
  /** @type {Record<string, WebAssembly.Module>} */
  const known = {};
  return new Proxy(Module, { construct: (_, [bytes]) => (known[bytes] ??= new Module(bytes)) });
}

/**
 * Fetches what the page cannot do without.
 * @param {string} url
 * @param {RequestInit} [options]
 */
export async function fetched(url, options) {
  const response = await fetch(url, options);
  if (response.ok) return response;
  const Kind = response.status === 404 || response.status === 410 ? OutdatedError : Error;
  throw new Kind(`[PYUI403] ${response.url} answered ${response.status}. Build the site again.`);
}
