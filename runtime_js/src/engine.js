// The scripts and the WebAssembly of Pyodide, without which no Python starts.

import { OutdatedError } from "./outdated.js";

/** A part of Pyodide could not be had, for the reason that is its cause. */
export class EngineError extends Error {}

/**
 * Imports a script of Pyodide.
 * @param {string} url
 * @returns {Promise<any>}
 */
export async function importEngine(url) {
  try {
    return await import(url);
  } catch (error) {
    throw new EngineError("", { cause: error });
  }
}

/**
 * Loads Pyodide, and fails where its WebAssembly cannot be fetched or compiled: its own promise would never be settled then
 * (https://github.com/pyodide/pyodide/pull/6296).
 * @template T
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
export async function orWasmFailure(load) {
  const instantiate = WebAssembly.instantiateStreaming;
  /** @type {Promise<never>} */
  const failure = new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (source, imports) => {
      const ours = imports?.env && "Jsv_GetError_import" in imports.env;
      try {
        return await instantiate(ours ? checked(await source) : source, imports);
      } catch (error) {
        if (!ours) throw error;
        reject(new EngineError("", { cause: error }));
        return new Promise(() => {}); // Pyodide would write a message of its own
      }
    };
  });
  try {
    return await Promise.race([load(), failure]);
  } finally {
    WebAssembly.instantiateStreaming = instantiate;
  }
}

/**
 * @param {Response} response
 * @returns {Response} the same, if it holds what was asked for
 */
export function checked(response) {
  if (response.ok) return response;
  const Kind = response.status === 404 || response.status === 410 ? OutdatedError : Error;
  throw new Kind(`[PYUI403] ${response.url} answered ${response.status}. Build the site again.`);
}
