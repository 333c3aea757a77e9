// Goes from page to page: changes the history and the page without loading it anew. Python says what a path shows and shows it;
// what belongs to the browser is done here.

import { fetchData, setDataUrls, takeAhead, watchLinks } from "./ahead.js";
import { announce, moveFocus } from "./arrival.js";
import { adopt, enter, entryOf, restorePosition, scrollTo, traverse, undoTraverse, useEntries } from "./entries.js";
import { makeLinksAbsolute, showActiveLinks } from "./page_links.js";
import { address, below, here, tellPlace, urlOf } from "./runtime.js";

export { approach, watchLinks } from "./ahead.js";

/** @typedef {import("./router.js").Router} Router */

/** @typedef {{ path: string, query: string, hash: string, data: string | null, guarded: boolean }} Plan */

/**
 * How a navigation changes the history: `distance` is how far the browser itself has already gone.
 * @typedef {{ replace: boolean, traverse: boolean, distance: number, instant: boolean }} How
 */

const MOST_REDIRECTS = 10;
const PUSH = { replace: false, traverse: false, distance: 0, instant: false };

/** What the present navigation is stopped by; another one, or the browser's own, takes its place. */
let current = new AbortController();

let waiting = false;
let undoing = false;

await /** @type {any} */ (globalThis).pyui.ready; // a page that is being taken over cannot be left for another one

setDataUrls(dataOf);
addEventListener("pagehide", stop);

/**
 * Goes to another page.
 * @param {string} to
 * @param {boolean} replace
 * @returns {Promise<boolean>} whether the page is shown
 */
export function navigate(to, replace) {
  const url = urlOf(to);
  if (isFragment(url)) {
    goToFragment(url, replace);
    return Promise.resolve(true);
  }
  const plan = planOf(url);
  // Not at once: Python is in the middle of an event, and what it changes is to be shown before.
  if (plan) return Promise.resolve().then(() => go(plan, { ...PUSH, replace: replace || address(url) === here.shown }));
  load(url.href, replace);
  return Promise.resolve(false);
}

/**
 * Follows a link.
 * @param {URL} url
 * @param {MouseEvent} event the click; its default action has been prevented if the browser is not to follow by itself
 */
export function followLink(url, event) {
  const held = event.defaultPrevented;
  if (isFragment(url)) {
    if (held) goToFragment(url, false);
    else useEntries();
    return;
  }
  const plan = planOf(url);
  if (plan) {
    event.preventDefault();
    void go(plan, { ...PUSH, replace: address(url) === here.shown });
  } else if (held) {
    load(url.href, false);
  } else {
    stop();
  }
}

/**
 * Shows the page of another entry of the history.
 * @param {PopStateEvent} event
 */
export function onPopstate(event) {
  if (undoing) {
    undoing = false;
    return;
  }
  const entry = entryOf(event.state);
  if (entry === undefined && address(location) === here.shown) {
    useEntries();
    adopt();
    tellPlace();
    return;
  }
  useEntries();
  const distance = traverse(entry ?? 0);
  const url = new URL(location.href);
  if (address(url) === here.shown) {
    stop();
    tellPlace();
    if (!restorePosition()) scrollTo(url.hash);
    return;
  }
  const plan = planOf(url);
  if (plan) void go(plan, { replace: false, traverse: true, distance, instant: event.hasUAVisualTransition });
  else location.reload();
}

/**
 * @param {URL} url
 * @param {boolean} replace
 */
function goToFragment(url, replace) {
  useEntries();
  if (replace) location.replace(url.href);
  else location.hash = url.hash;
}

/**
 * Tells whether a URL is that of the present page with a fragment.
 * @param {URL} url
 */
function isFragment(url) {
  here.shown = address(location); // the page may have changed its own query
  return url.origin === location.origin && address(url) === here.shown && url.href.includes("#");
}

/**
 * Asks Python, in one call, what a URL shows.
 * @param {URL} url
 * @returns {Plan | null} null for what the browser has to load by itself
 */
function planOf(url) {
  const path = url.origin === location.origin ? below(url.pathname) : null;
  const text = path === null ? "" : here.router?.plan(path, url.search, url.hash);
  return text ? JSON.parse(text) : null;
}

/**
 * Where the data of links' pages is.
 * @param {HTMLAnchorElement[]} links
 * @returns {(string | null)[]}
 */
function dataOf(links) {
  const places = links.map((link) => [below(link.pathname), link.search]);
  /** @type {(string | null)[]} */
  const found = JSON.parse(here.router?.ahead(JSON.stringify(places)) ?? "[]");
  return found.map((path) => path && here.base + path);
}

/** Ends the navigation that is going on. */
function stop() {
  current.abort();
  wait(false);
}

/** @param {boolean} on */
function wait(on) {
  if (on === waiting) return;
  waiting = on;
  here.router?.wait(on);
}

/**
 * Loads a page as the browser does.
 * @param {string} url
 * @param {boolean} replace
 */
function load(url, replace) {
  stop();
  if (replace) location.replace(url);
  else location.assign(url);
}

/**
 * Goes to a page that Python has planned.
 * @param {Plan} plan
 * @param {How} how
 * @param {number} redirects how many have led here
 * @returns {Promise<boolean>} whether it is shown
 */
async function go(plan, how, redirects = 0) {
  // A page may change its own query, by `history.replaceState`. Where it goes now has to be a change of that.
  if (!how.traverse && location.search !== here.query) tellPlace();
  current.abort();
  const { signal } = (current = new AbortController());
  const url = here.base + plan.path + plan.query + plan.hash;
  try {
    const instead = plan.guarded ? await askGuards() : "";
    if (signal.aborted) return false;
    if (instead === "stay") return stay(how);
    const text = instead || !plan.data ? "" : await dataText(here.base + plan.data, signal);
    if (signal.aborted) return false;
    const redirect = instead ? here.base + instead : redirectIn(text, plan);
    if (redirect) return await follow(redirect, how, redirects);
    const outcome = await change(plan, how, text, signal);
    if (outcome === "failed") throw new Error("[PYUI408] The page could not be shown. The error is above.");
    if (!outcome || signal.aborted) return !outcome;
    return await follow(outcome.startsWith("/") ? here.base + outcome : outcome, { ...how, replace: true }, redirects);
  } catch (error) {
    if (signal.aborted) return false;
    console.warn(`[PYUI406] ${url} is loaded as a whole:`, error);
    fallBack(url, how);
    return false;
  }
}

/** @returns {Promise<string>} */
async function askGuards() {
  wait(true);
  return /** @type {Router} */ (here.router).guard();
}

/**
 * @param {string} url
 * @param {AbortSignal} signal
 */
async function dataText(url, signal) {
  const ahead = takeAhead(url);
  if (!ahead?.done) wait(true);
  return ahead ? ahead.text.catch(() => fetchData(url, signal)) : fetchData(url, signal);
}

/**
 * Where the data says that the page is instead; in the files of a static build, relative to the page.
 * @param {string} text
 * @param {Plan} plan
 * @returns {string}
 */
function redirectIn(text, plan) {
  const to = text ? JSON.parse(text).redirect : null;
  return to ? new URL(to, location.origin + here.base + plan.path.replace(/\/?$/, "/")).href : "";
}

/**
 * Goes on to another page, in place of the one that was asked for.
 * @param {string} to a whole path or URL
 * @param {How} how
 * @param {number} redirects
 */
async function follow(to, how, redirects) {
  const url = new URL(to, location.href);
  const plan = redirects < MOST_REDIRECTS ? planOf(url) : null;
  if (plan) return go(plan, { ...how, replace: how.replace || how.traverse, traverse: false }, redirects + 1);
  load(url.href, how.replace || how.traverse);
  return false;
}

/**
 * Stays on the page, and in its entry of the history.
 * @param {How} how
 */
function stay(how) {
  wait(false);
  if (how.distance) {
    undoing = true;
    undoTraverse(how.distance);
  }
  return false;
}

/**
 * Loads a page as a whole that could not be shown otherwise.
 * @param {string} url
 * @param {How} how
 */
function fallBack(url, how) {
  if (address(new URL(url, location.href)) === address(location)) {
    stop();
    location.reload();
  } else {
    load(url, how.replace);
  }
}

/**
 * Changes the page, as a view transition where the browser has them and the user does not mind motion.
 * @param {Plan} plan
 * @param {How} how
 * @param {string} text its data
 * @param {AbortSignal} signal
 * @returns {Promise<string>} what `Router.show` returned; "stay" if another navigation came in between
 */
async function change(plan, how, text, signal) {
  let outcome = "stay";
  const update = () => {
    if (!signal.aborted) outcome = show(plan, how, text);
  };
  const still = how.instant || document.hidden || matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (still || !document.startViewTransition) {
    update();
  } else {
    const transition = document.startViewTransition(update);
    // Both are rejected when another transition takes this one's place: the page has changed all the same.
    transition.ready.catch(() => {});
    transition.finished.catch(() => {});
    await transition.updateCallbackDone;
  }
  return outcome;
}

/**
 * @param {Plan} plan
 * @param {How} how
 * @param {string} text
 * @returns {string} as `Router.show`
 */
function show(plan, how, text) {
  const [focused, title, before] = [document.activeElement, document.title, here.shown.split("?")[0]];
  if (here.relative) makeLinksAbsolute();
  here.relative = false;
  useEntries();
  if (!how.traverse) enter(here.base + plan.path + plan.query + plan.hash, how.replace);
  here.shown = address(location);
  here.query = location.search;
  waiting = false;
  const outcome = /** @type {Router} */ (here.router).show(text, here.base);
  if (outcome) return outcome;
  showActiveLinks();
  watchLinks();
  if (!(how.traverse && restorePosition())) scrollTo(plan.hash);
  const another = location.pathname !== before;
  if (another) moveFocus(focused, plan.hash);
  if (another || document.title !== title) announce(document.title);
  return "";
}
