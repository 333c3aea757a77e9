// Renders a page when it is told to: a line of JSON in, a line of JSON out. benchmarks/_node.py talks to it.

import { createInterface } from "node:readline";

const WARM_MILLISECONDS = 1500;
const LIBRARIES = ["react", "preact", "solid", "svelte", "vue"];

const libraries = {};
for (const name of LIBRARIES) {
  libraries[name] = await import(`./build/${name}.mjs`);
}
let page = "";
let data = null;

async function warm(library) {
  const end = performance.now() + WARM_MILLISECONDS;
  while (performance.now() < end) {
    await library.render(library.pages[page], data);
  }
}

async function time(library, times) {
  const start = performance.now();
  for (let index = 0; index < times; index += 1) {
    const html = library.render(library.pages[page], data);
    if (typeof html !== "string") {
      await html;
    }
  }
  return (performance.now() - start) / 1000 / times;
}

async function answer(request) {
  const library = libraries[request.library];
  if (request.data !== undefined) {
    ({ page, data } = request);
    return LIBRARIES;
  }
  if (request.times === undefined) {
    const html = await library.render(library.pages[page], data);
    await warm(library);
    return html;
  }
  return time(library, request.times);
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}
