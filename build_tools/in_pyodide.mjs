// Runs a script in Pyodide: node in_pyodide.mjs PYODIDE/ TARGET/ SCRIPT.py FILE...
//
// The script finds the files beside itself, and `started.txt` with the names of the modules that Python has imported by then.
// What it writes into the folder `made` is copied to TARGET.

import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";

const FOLDER = "/work/";
const [pyodideFolder = "", target = "", ...files] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodideFolder}pyodide.mjs`).href);
// Which part of a line an instruction is of is left out: a quarter of the bytecode.
const env = { LANG: "C.UTF-8", PYTHONNODEBUGRANGES: "1", PYTHONHASHSEED: "0" };
const pyodide = await loadPyodide({ indexURL: pyodideFolder, env });
const { FS } = pyodide;
FS.mkdirTree(`${FOLDER}made`);
FS.writeFile(`${FOLDER}started.txt`, pyodide.runPython(`import sys; "\\n".join(sys.modules)`));
for (const file of files) FS.writeFile(FOLDER + basename(file), readFileSync(file));
pyodide.runPython(`import runpy, sys; sys.path.insert(0, "${FOLDER}"); runpy.run_path("${FOLDER}${basename(files[0] ?? "")}")`);
for (const name of FS.readdir(`${FOLDER}made`).slice(2)) writeFileSync(target + name, FS.readFile(`${FOLDER}made/${name}`));
