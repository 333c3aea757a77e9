// Keeps one version of a site: its prerendered pages and what they load. A build writes `SETTINGS` before it.
//
// A new version is another script, with a cache of its own. It is filled while the old version goes on, and takes over when no
// page of that is open any more, so that no page gets parts of two versions.

/**
 * `version` is a hash of all that is kept, `build` the build id that live pages carry; the URLs are relative to this script.
 * @type {{ version: string, build: string, assets: string[], pages: string[] }}
 */
const { version, build, assets, pages } = /** @type {any} */ (globalThis).PYUI_SITE;

const worker = /** @type {any} */ (globalThis);
const ROOT = new URL("./", location.href);
const OURS = `pyui ${ROOT.pathname} `;
const CACHE = OURS + version;
const AT_ONCE = 2;
const BUILD = /"build":"([^"]*)"/;
const HASHED = /[.-][0-9a-f]{12}[./]/;

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(fill()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(removeOlder()));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(ROOT.href)) return;
  if (request.mode === "navigate") event.respondWith(page(request, url));
  else if (HASHED.test(url.pathname)) event.respondWith(asset(request));
});

/** Fetches all that is to be kept. Where anything is missing, or of another version, nothing is kept, and the old version stays. */
async function fill() {
  const cache = await caches.open(CACHE);
  await cache.addAll(assets);
  const rest = [...pages];
  const take = async () => {
    for (let url = rest.pop(); url !== undefined; url = rest.pop()) await keep(cache, url);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
}

/**
 * @param {Cache} cache
 * @param {string} url
 */
async function keep(cache, url) {
  const response = await fetch(url, { cache: "no-cache", priority: "low" });
  const found = BUILD.exec(await response.clone().text());
  if (!response.ok || (found && found[1] !== build)) throw new Error(`${url} is not of the version that is kept.`);
  await cache.put(url, response);
}

async function removeOlder() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/**
 * Answers with a page from the network, and where there is none, with what is kept.
 * @param {Request} request
 * @param {URL} url
 */
async function page(request, url) {
  try {
    return await fetch(request);
  } catch (error) {
    const path = url.pathname;
    const found = await kept(path);
    if (found) return found;
    const other = path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
    if (await kept(other)) return Response.redirect(other + url.search);
    throw error;
  }
}

/** @param {Request} request */
async function asset(request) {
  return (await kept(new URL(request.url).pathname)) ?? fetch(request);
}

/** @param {string} path */
async function kept(path) {
  const cache = await caches.open(CACHE);
  return cache.match(path, { ignoreVary: true });
}
