// The data of pages that are likely to be next, loaded ahead.

import { LINK_PREFETCH } from "./protocol.js";
import { root } from "./runtime.js";

const FRESH_MS = 30_000;

/** @typedef {{ at: number, text: Promise<string>, done: boolean }} Ahead */

/** @type {Map<string, Ahead>} */
const loaded = new Map();

/** @type {(links: HTMLAnchorElement[]) => (string | null)[]} */
let dataUrls = () => [];

/** @type {IntersectionObserver | null} */
let observer = null;

/**
 * Says who knows where the data is.
 * @param {(links: HTMLAnchorElement[]) => (string | null)[]} find returns where the data of the links' pages is, or null
 */
export function setDataUrls(find) {
  dataUrls = find;
}

/**
 * Loads the data of a link that somebody is about to follow, if it may be.
 * @param {HTMLAnchorElement} link
 */
export function approach(link) {
  if (link.hasAttribute(LINK_PREFETCH)) load([link]);
}

/** Begins to watch the links of the present page that are loaded when they can be seen. */
export function watchLinks() {
  const links = root().querySelectorAll(`a[${LINK_PREFETCH}="viewport"]`);
  observer?.disconnect();
  if (!links.length) return;
  observer = new IntersectionObserver((entries) => {
    const seen = entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target);
    for (const link of seen) observer?.unobserve(link);
    load(/** @type {HTMLAnchorElement[]} */ (seen));
  });
  for (const link of links) observer.observe(link);
}

/** @param {HTMLAnchorElement[]} links */
function load(links) {
  const wanted = links.filter((link) => link.origin === location.origin && !isFresh(link.href));
  if (!wanted.length || /** @type {any} */ (navigator).connection?.saveData) return;
  dataUrls(wanted).forEach((url, index) => {
    const link = /** @type {HTMLAnchorElement} */ (wanted[index]);
    asked.set(link.href, performance.now());
    if (url) loadAhead(url);
  });
}

/** When each link was looked at last, so that a pointer that moves over it asks once. @type {Map<string, number>} */
const asked = new Map();

/** @param {string} href */
function isFresh(href) {
  return performance.now() - (asked.get(href) ?? -FRESH_MS) < FRESH_MS;
}

/** @param {string} url */
function loadAhead(url) {
  const ahead = { at: performance.now(), text: fetchData(url), done: false };
  loaded.set(url, ahead);
  ahead.text.then(
    () => (ahead.done = true),
    () => loaded.delete(url), // it is loaded again when it is wanted, and the error is told then
  );
}

/**
 * The data that was loaded ahead from a URL, once.
 * @param {string} url
 * @returns {Ahead | undefined}
 */
export function takeAhead(url) {
  const found = loaded.get(url);
  loaded.delete(url);
  asked.clear();
  return found && performance.now() - found.at < FRESH_MS ? found : undefined;
}

/**
 * Loads the data of a page.
 * @param {string} url
 * @param {AbortSignal} [signal]
 * @returns {Promise<string>}
 */
export async function fetchData(url, signal) {
  const response = await fetch(url, { headers: { Accept: "application/json" }, ...(signal && { signal }) });
  if (!response.ok || !response.headers.get("content-type")?.includes("json")) {
    throw new Error(`[PYUI407] The data ${url} was answered with ${response.status}.`);
  }
  return response.text();
}
