// Compiles the pages for each library, in production mode, into `build/`.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { transformAsync } from "@babel/core";
import solid from "babel-preset-solid";
import * as esbuild from "esbuild";
import { compile } from "svelte/compiler";
import { compileScript, parse } from "vue/compiler-sfc";
import svelteSources from "./svelte.mjs";
import vueSources from "./vue.mjs";

const PAGES = ["search", "table", "components", "deep", "attributes", "text"];
const NAMES = { class: "className", for: "htmlFor", datetime: "dateTime", maxlength: "maxLength", tabindex: "tabIndex" };

const jsx = readFileSync("pages.jsx", "utf8");

function write(library, name, code) {
  mkdirSync(`build/${library}`, { recursive: true });
  writeFileSync(`build/${library}/${name}.js`, code);
}

function compileJsx(library, source) {
  const options = { loader: "jsx", jsx: "automatic", jsxImportSource: library };
  write(library, "pages", esbuild.transformSync(source, options).code);
}

compileJsx("react", jsx.replace(/ (class|for|datetime|maxlength|tabindex)=/g, (_, name) => ` ${NAMES[name]}=`));
compileJsx("preact", jsx);

const options = { presets: [[solid, { generate: "ssr", hydratable: false }]], babelrc: false, configFile: false };
const keyless = jsx.replace(/ key=\{[^}]*\}/g, ""); // where nothing is compared there are no keys
write("solid", "pages", (await transformAsync(keyless, options)).code);

for (const [name, source] of Object.entries(svelteSources)) {
  write("svelte", name, compile(source, { generate: "server", dev: false, name: `_${name}` }).js.code);
}

for (const [name, source] of Object.entries(vueSources)) {
  const { descriptor } = parse(source, { filename: `${name}.vue` });
  const templateOptions = { ssr: true, ssrCssVars: [] };
  write("vue", name, compileScript(descriptor, { id: name, inlineTemplate: true, templateOptions, isProd: true }).content);
}

for (const library of ["svelte", "vue"]) {
  const lines = PAGES.map((page) => `export { default as ${page} } from "./${page}.js";`);
  write(library, "pages", lines.join("\n"));
}

// One bundle for each: nothing is left of the development builds.
const serve = {
  react: `import { createElement } from "react"; import { renderToString } from "react-dom/server";
    export const render = (page, data) => renderToString(createElement(page, { data }));`,
  preact: `import { h } from "preact"; import { renderToString } from "preact-render-to-string";
    export const render = (page, data) => renderToString(h(page, { data }));`,
  solid: `import { createComponent, renderToString } from "solid-js/web";
    export const render = (page, data) => renderToString(() => createComponent(page, { data }));`,
  svelte: `import { render as renderPage } from "svelte/server";
    export const render = (page, data) => renderPage(page, { props: { data } }).body;`,
  vue: `import { createSSRApp } from "vue"; import { renderToString } from "vue/server-renderer";
    export const render = (page, data) => renderToString(createSSRApp(page, { data }));`,
};
for (const [library, source] of Object.entries(serve)) {
  write(library, "entry", `import * as pages from "./pages.js";\n${source}\nexport { pages };`);
  await esbuild.build({
    entryPoints: [`build/${library}/entry.js`],
    outfile: `build/${library}.mjs`,
    bundle: true,
    platform: "node",
    format: "esm",
    minify: true,
    conditions: ["node", "production"],
    define: { "process.env.NODE_ENV": '"production"', __VUE_PROD_DEVTOOLS__: "false" },
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "warning",
  });
}
