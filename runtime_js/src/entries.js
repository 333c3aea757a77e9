// The entries of the browser's history that belong to this app, and where each was scrolled to.

/** @typedef {[number, number]} Position */

const STORED = "pyui:scroll";

/** The number of the present entry; they go up in the order of the history. */
let present = 0;

/** Where the present entry is scrolled to, as of the last scroll event: when an entry is left it may be too late to ask. */
let position = /** @type {Position} */ ([0, 0]);

/** @type {Map<number, Position>} */
const positions = new Map();

let used = false;

/** Begins to keep the entries, with the first navigation: until then the page is like any other. */
export function useEntries() {
  if (used) return;
  used = true;
  present = entryOf(history.state) ?? 0;
  for (const [entry, place] of stored()) positions.set(entry, place);
  if (entryOf(history.state) === undefined) replaceState(location.href);
  notePosition();
  history.scrollRestoration = "manual";
  addEventListener("scroll", notePosition, { passive: true });
  addEventListener("pageshow", () => (history.scrollRestoration = "manual"));
  addEventListener("pagehide", leaveDocument);
}

/** From here on the browser itself has to restore the scroll position, as it does for other documents. */
function leaveDocument() {
  positions.set(present, position);
  try {
    sessionStorage.setItem(STORED, JSON.stringify([...positions]));
  } catch {
    // Storage is forbidden or full: the positions then last as long as the document.
  }
  history.scrollRestoration = "auto";
}

/** @returns {[number, Position][]} */
function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(STORED) ?? "[]");
  } catch {
    return [];
  }
}

function notePosition() {
  position = [scrollX, scrollY];
}

/**
 * The number of the entry with a state, or undefined for one that the browser made by itself.
 * @param {any} state
 * @returns {number | undefined}
 */
export function entryOf(state) {
  return state?.pyui;
}

/** @param {string} url */
function replaceState(url) {
  history.replaceState({ ...history.state, pyui: present }, "", url);
}

/**
 * Adds an entry behind the present one, or puts another URL into the present one.
 * @param {string} url
 * @param {boolean} replace
 */
export function enter(url, replace) {
  if (replace) {
    replaceState(url);
    return;
  }
  positions.set(present, position);
  present += 1;
  for (const entry of positions.keys()) if (entry >= present) positions.delete(entry);
  history.pushState({ pyui: present }, "", url);
}

/** Notes that the browser itself has added an entry, as it does for a link to a fragment. */
export function adopt() {
  positions.set(present, position);
  present += 1;
  replaceState(location.href);
  notePosition();
}

/**
 * Notes that the browser has gone to another entry.
 * @param {number} entry
 * @returns {number} how far it has gone
 */
export function traverse(entry) {
  positions.set(present, position);
  const distance = entry - present;
  present = entry;
  return distance;
}

/**
 * Has the browser go back from where it has gone, because the page stays.
 * @param {number} distance
 */
export function undoTraverse(distance) {
  present -= distance;
  history.go(-distance);
}

/** Scrolls to where the present entry was left, and tells whether that is known. */
export function restorePosition() {
  const place = positions.get(present);
  if (place) scroll(...place);
  return place !== undefined;
}

/**
 * Scrolls to the element that a fragment names, or to the top of the page.
 * @param {string} hash
 */
export function scrollTo(hash) {
  const target = fragment(hash);
  if (target) target.scrollIntoView({ behavior: "instant" });
  else scroll(0, 0);
  notePosition();
}

/**
 * @param {number} left
 * @param {number} top
 */
function scroll(left, top) {
  window.scrollTo({ left, top, behavior: "instant" });
  notePosition();
}

/**
 * The element that a fragment names.
 * @param {string} hash
 * @returns {Element | null}
 */
export function fragment(hash) {
  const name = hash.slice(1);
  return name ? document.getElementById(decode(name)) ?? document.getElementById(name) : null;
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone percent sign stands for itself
  }
}
