// Client navigation, as far as it has to be there from the start. What leads on waits for `navigation.js`, which is loaded when
// somebody comes near a link.

import { root } from "./bind.js";
import { navigation, withNavigation } from "./later.js";
import { clickedLink, linkAt } from "./links.js";
import { LINK_PREFETCH } from "./protocol.js";

/**
 * What Python does.
 * @typedef {object} Router
 * @property {(path: string, query: string, hash: string) => string} plan JSON of a `Plan`, or "" for a page that is not ours
 * @property {(places: string) => string} ahead JSON lists: of [path, query] to where the data is below the base, or null
 * @property {() => Promise<string>} guard "" to go on, "stay", or the path to go to instead
 * @property {(text: string, base: string) => string} show "" when the page is shown, "failed", or the path to go to instead
 * @property {(query: string, hash: string) => void} place tells of a query and a fragment that changed without navigation
 * @property {(on: boolean) => void} wait tells that a navigation waits, or no longer does
 */

/** Where we are. */
export const here = {
  /** Shows pages; null where Python cannot. @type {Router | null} */
  router: null,
  /** The absolute path that the app is mounted at, without a slash at its end. */
  base: "",
  /** The present page: its path and query. */
  shown: "",
  /** The query that Python knows of. */
  query: "",
  /** Whether the page has relative URLs, which a change of its path would break. */
  relative: false,
};

function nothing() {}

/**
 * Begins to watch the history. Entries may be left over from before a reload: without Python nobody else could show their pages.
 */
export function watchHistory() {
  here.shown = address(location);
  addEventListener("popstate", (event) => {
    const reload = () => location.reload();
    if (here.router) withNavigation(({ onPopstate }) => onPopstate(event), reload);
    else if (address(location) !== here.shown) reload();
  });
}

/** Leaves all navigation to the browser, because Python cannot show pages. */
export function endNavigation() {
  here.router = null;
}

/**
 * Begins to follow links.
 * @param {Router} router
 * @param {{ base: string, query: string }} payload
 */
export function startNavigation(router, payload) {
  const { pathname } = new URL(payload.base + "/", document.baseURI);
  const relative = payload.base.startsWith(".");
  Object.assign(here, { router, base: pathname.replace(/\/$/, ""), relative, query: payload.query });
  // On the window, so that all handlers of the page have had the event before and may have prevented its default.
  addEventListener("click", onClick);
}

/** Tells Python what the server could not know of the address, once the page is bound, and watches for what leads on. */
export function arrive() {
  if (location.hash || location.search !== here.query) tellPlace();
  for (const type of ["pointerover", "focusin"]) document.addEventListener(type, onApproach);
  if (root().querySelector(`a[${LINK_PREFETCH}="viewport"]`)) withNavigation(({ watchLinks }) => watchLinks(), nothing);
}

/** Tells Python of a query and a fragment that the page has got without a navigation. */
export function tellPlace() {
  here.query = location.search;
  here.router?.place(here.query, location.hash);
}

/** @param {Event} event */
function onApproach(event) {
  const link = linkAt(event);
  if (link?.origin === location.origin) withNavigation(({ approach }) => approach(link), nothing);
}

/** @param {MouseEvent} event */
function onClick(event) {
  const link = clickedLink(event);
  if (!link || (!navigation() && below(link.pathname) === null)) return;
  const url = new URL(link.href);
  if (!navigation()) event.preventDefault();
  withNavigation(
    ({ followLink }) => followLink(url, event),
    () => location.assign(url),
  );
}

/**
 * Goes to another page.
 * @param {string} to
 * @param {boolean} replace
 * @returns {Promise<boolean>} whether the page is shown
 */
export async function navigate(to, replace) {
  return withNavigation(
    (navigation) => navigation.navigate(to, replace),
    async () => {
      if (replace) location.replace(urlOf(to));
      else location.assign(urlOf(to));
      return false;
    },
  );
}

/**
 * What Python means by a path, which is below the base, or by a URL.
 * @param {string} to
 */
export function urlOf(to) {
  return new URL(/^\/(?!\/)/.test(to) ? here.base + to : to, location.href);
}

/** @param {URL | Location} url */
export function address(url) {
  return url.pathname + url.search;
}

/**
 * The path below the base, or null for one that is not of this app.
 * @param {string} path
 */
export function below(path) {
  if (path !== here.base && !path.startsWith(here.base + "/")) return null;
  return path.slice(here.base.length) || "/";
}
