// Compiles the standard library with Pyodide's own Python: node compile_stdlib.mjs PYODIDE/ SCRIPT.py IMPORTS.py TARGET/

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [pyodideFolder = "", script = "", imports = "", target = ""] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodideFolder}pyodide.mjs`).href);
// Which part of a line an instruction is of is left out: a tenth of the bytecode.
const env = { LANG: "C.UTF-8", PYTHONNODEBUGRANGES: "1", PYTHONHASHSEED: "0" };
const pyodide = await loadPyodide({ indexURL: pyodideFolder, env });
const start = pyodide.runPython("import sys; list(sys.modules)").toJs();
pyodide.FS.writeFile("/lib/compile_stdlib.py", readFileSync(script));
pyodide.FS.writeFile("/lib/read_imports.py", readFileSync(imports));
pyodide.FS.writeFile("/lib/source.zip", readFileSync(`${pyodideFolder}python_stdlib.zip`));
pyodide.globals.set("start", start);
const [archive, graph] = pyodide.runPython(`
import sys
sys.path.append("/lib")
from compile_stdlib import compile_stdlib
from read_imports import read_imports
with open("/lib/source.zip", "rb") as file:
    made = compile_stdlib(file.read(), read_imports, set(start))
made
`).toJs();
writeFileSync(`${target}python_stdlib.zip`, archive);
writeFileSync(`${target}stdlib.json`, graph);
