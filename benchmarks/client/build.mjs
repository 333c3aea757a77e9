// Builds the pages that are compared into the folder that is given: `node build.mjs FOLDER [rows …]`.

import { transformAsync } from "@babel/core";
import solid from "babel-preset-solid";
import { build } from "esbuild";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [out, ...sizes] = process.argv.slice(2);

/** Compiles JSX for Solid. */
const solidPlugin = (options) => ({
  name: "solid",
  setup(builder) {
    builder.onLoad({ filter: /solid.*\.jsx$/ }, async ({ path }) => {
      const presets = [[solid, options]];
      const { code } = await transformAsync(readFileSync(path, "utf8"), { presets, babelrc: false, configFile: false });
      return { contents: code, loader: "js" };
    });
  },
});

const browser = { bundle: true, minify: true, format: "esm", jsx: "automatic", define: { "process.env.NODE_ENV": '"production"' } };
const server = { bundle: true, platform: "node", format: "esm", jsx: "automatic", define: browser.define };
// React's server is CommonJS and asks for modules of Node.
const required = { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' };

/** Bundles one of the files of `src/`. */
function bundle(name, outfile, options) {
  return build({ entryPoints: [join(here, "src", name)], outfile, logLevel: "warning", ...options });
}

function page(script, { head = "", rows = 0, content = "" } = {}) {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>rows</title>
<link rel="stylesheet" href="/bootstrap.css">${head}</head>
<body><div id="main" data-rows="${rows}">${content}</div><script type="module" src="${script}"></script></body></html>`;
}

for (const name of ["vanilla", "react", "solid"]) mkdirSync(join(out, name), { recursive: true });
copyFileSync(join(here, "node_modules/bootstrap/dist/css/bootstrap.css"), join(out, "bootstrap.css"));

await bundle("vanilla.js", join(out, "vanilla/client.js"), browser);
writeFileSync(join(out, "vanilla/index.html"), page("client.js"));

for (const name of ["react", "solid"]) {
  const hydratable = name === "solid" ? { plugins: [solidPlugin({ generate: "dom", hydratable: true })] } : {};
  const plain = name === "solid" ? { plugins: [solidPlugin({ generate: "dom" })] } : {};
  const ssr = name === "solid" ? { plugins: [solidPlugin({ generate: "ssr", hydratable: true })], conditions: ["node"] } : {};
  await bundle(`${name}-client.jsx`, join(out, name, "client.js"), { ...browser, ...plain });
  await bundle(`${name}-hydrate.jsx`, join(out, name, "hydrate.js"), { ...browser, ...hydratable });
  const rendering = join(out, name, "server.mjs");
  await bundle(`${name}-server.jsx`, rendering, { ...server, ...ssr, banner: required });
  writeFileSync(join(out, name, "index.html"), page("client.js"));
  for (const rows of sizes) {
    // A module of its own for each size, so that rows are counted from 1.
    const { render, head } = await import(`${pathToFileURL(rendering)}?${rows}`);
    const content = render(+rows);
    writeFileSync(join(out, name, `${rows}.html`), page("hydrate.js", { head, rows, content }));
  }
}
