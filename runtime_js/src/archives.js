// The archives that Python imports from, in Pyodide's file system. Modules are imported from the archives themselves.

import { lazyFile } from "./lazy_file.js";

/** The whole standard library, which `pyui/browser/_later.py` looks into. It is not on Python's path. */
const LATER = "/lib/python_later.zip";

/**
 * Adds archives to Python's path.
 * @param {any} pyodide
 * @param {[path: string, bytes: Uint8Array][]} archives
 */
export function addArchives(pyodide, archives) {
  for (const [path, bytes] of archives) pyodide.FS.writeFile(path, bytes);
  pyodide.runPython(`import sys; sys.path += ${JSON.stringify(archives.map(([path]) => path))}`);
}

/**
 * Adds the whole standard library, and archives that are on Python's path already. They are got when Python opens them.
 * @param {any} pyodide
 * @param {(url: string) => Uint8Array} get
 * @param {string} later the URL of the library
 * @param {[path: string, url: string][]} archives
 */
export function addLazily(pyodide, get, later, archives) {
  for (const [path, url] of [...archives, /** @type {const} */ ([LATER, later])]) {
    lazyFile(pyodide.FS, path, () => get(url));
  }
}
