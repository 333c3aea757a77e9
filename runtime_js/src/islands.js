// Islands: parts of the page that wait for triggers of their own.

import { ISLAND_END, ISLAND_START } from "./protocol.js";
import { prepareReplay } from "./replay.js";
import { captured, children, spanOf } from "./runtime.js";
import { arm, contains } from "./trigger.js";

/**
 * @typedef {object} Island
 * @property {Element} parent
 * @property {Comment} start
 * @property {Comment} end
 * @property {Island | null} outer the island that it stands in
 * @property {number} number 0 until Python knows of it
 * @property {boolean} due whether its trigger has come
 * @property {() => void} disarm ends the waiting for its trigger
 */

/** Those that wait, in document order. @type {Island[]} */
let waiting = [];

/** Those whose triggers have come, in the order in which they are taken over. @type {Island[]} */
const queue = [];

/** Takes an island over; set when the page has been. @type {((number: number) => void) | null} */
let wake = null;

/** Called when a trigger comes before the page is taken over. @type {() => void} */
let begin = () => {};

/**
 * Arms the islands of the page that was delivered.
 * @param {import("./span.js").Span} page
 * @param {() => void} onTrigger called when the trigger of one comes, or an event that one handles
 */
export function armIslands(page, onTrigger) {
  begin = onTrigger;
  waiting = find(page, null);
  for (const island of waiting) watch(island);
  captured().wake = onCaptured;
}

/** @param {Island} island */
function watch(island) {
  const disarm = arm(island.start.data.slice(ISLAND_START.length), island, () => trigger(island));
  if (island.due) disarm();
  else island.disarm = disarm;
}

/**
 * @param {import("./span.js").Span} span
 * @param {Island | null} around
 * @returns {Island[]} the islands in it, at all depths, in document order
 */
function find({ parent, start, end }, around) {
  /** @type {Island[]} */
  const found = [];
  let outer = around;
  const walker = document.createTreeWalker(parent, NodeFilter.SHOW_COMMENT);
  if (start) walker.currentNode = start;
  for (let comment = next(walker); comment && comment !== end; comment = next(walker)) {
    if (comment.data.startsWith(ISLAND_START)) {
      outer = waiting.find((island) => island.start === comment) ?? made(comment, outer);
      found.push(outer);
    } else if (comment.data === ISLAND_END && outer && outer !== around) {
      outer.end = comment;
      outer = outer.outer;
    }
  }
  return found;
}

/**
 * @param {Comment} start
 * @param {Island | null} outer
 * @returns {Island}
 */
function made(start, outer) {
  const parent = /** @type {Element} */ (start.parentNode);
  return { parent, start, end: start, outer, number: 0, due: false, disarm() {} };
}

/** @param {TreeWalker} walker */
function next(walker) {
  return /** @type {Comment | null} */ (walker.nextNode());
}

/**
 * The innermost island that waits and that a node is in.
 * @param {Node} node
 * @returns {Island | undefined}
 */
function islandOf(node) {
  return waiting.filter((island) => contains(island, node)).at(-1);
}

/** Has events trigger the islands that handle them. */
function onCaptured() {
  for (const { target } of captured().events) {
    const island = islandOf(target);
    if (island) trigger(island);
  }
  begin();
}

/** @param {Island} island */
function trigger(island) {
  /** @type {Island[]} */
  const path = [];
  for (let one = /** @type {Island | null} */ (island); one && !one.due; one = one.outer) path.unshift(one);
  for (const one of path) {
    one.due = true;
    one.disarm();
  }
  queue.push(...path);
  // Not before the event that triggers it is over: its other listeners come first.
  if (wake) setTimeout(takeOver);
  else begin();
}

/** Takes over the islands whose triggers have come, and then delivers what happened in them. */
function takeOver() {
  const replay = prepareDue();
  takeDue();
  replay();
}

/** Takes over the islands whose triggers have come, the outer ones first. */
function takeDue() {
  for (let island = queue.shift(); island; island = queue.shift()) {
    const own = island;
    if (!own.number || !own.start.isConnected) continue;
    waiting = waiting.filter((one) => one !== own);
    /** @type {(number: number) => void} */ (wake)(own.number);
  }
  rest();
}

/** Ends capturing when nothing waits any more. */
function rest() {
  forget();
  if (!waiting.length) captured().listeners(removeEventListener);
}

/** Forgets the islands that are gone, and the numbers of those that are taken over. */
function forget() {
  for (const island of waiting) if (!island.start.isConnected) island.disarm();
  waiting = waiting.filter(({ start }) => start.isConnected);
  const left = new Set(waiting);
  for (const [number, island] of known) if (!left.has(island)) known.delete(number);
}

/**
 * Gets ready to deliver the events on all that is taken over next, in the order in which they came; see `prepareReplay`.
 * @returns {() => void}
 */
export function prepareDue() {
  return prepareReplay(({ target }) => islandOf(target)?.due ?? true);
}

/**
 * Begins to take islands over, when the page has been: at once those whose triggers have come.
 * @param {(number: number) => void} wakeIsland
 */
export function startIslands(wakeIsland) {
  wake = wakeIsland;
  begin = () => {};
  captured().wake = onCaptured;
  takeDue();
}

/**
 * Numbers islands for Python. What a repair has put into the page is empty and taken over next.
 * @param {number} place the number of the island that they are in, 0 for the page
 * @param {number} first
 * @param {number} count
 */
export function numberIslands(place, first, count) {
  const around = place ? (known.get(place) ?? null) : null;
  const found = find(spanOf(place), around);
  const own = found.filter(({ outer }) => outer === around);
  if (own.length !== count) {
    throw new Error(`[PYUI402] The browser read ${own.length} islands where ${count} were written.`);
  }
  forget();
  const others = waiting.filter((island) => !found.includes(island));
  const fresh = found.filter((island) => !waiting.includes(island));
  waiting = [...others, ...found].sort((one, other) => (one.start.compareDocumentPosition(other.start) & 4 ? -1 : 1));
  for (const [index, island] of own.entries()) {
    island.number = first + index;
    known.set(island.number, island);
  }
  for (const island of fresh) {
    if (children(island).length) watch(island);
    else trigger(island);
  }
}

/** The islands that Python knows, by number. @type {Map<number, Island>} */
const known = new Map();

/**
 * The island with a number.
 * @param {number} number
 * @returns {Island}
 */
export function island(number) {
  return /** @type {Island} */ (known.get(number));
}

/**
 * Triggers an island that waits for a signal.
 * @param {number} number
 */
export function triggerIsland(number) {
  const one = known.get(number);
  if (one) trigger(one);
}

/** How many islands wait. */
export function waitingCount() {
  return waiting.length;
}
