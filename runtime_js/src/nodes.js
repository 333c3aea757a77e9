// The nodes that Python knows by number: elements by positive numbers, comments by negative ones.

import { addRow, beginBatch, forgetRows, isPending, pendingNodes, rowOf, takeRow } from "./pending.js";
import { BLOCK_END, BLOCK_START, MARKER, SKIP_END, SKIP_START, TEXT_START } from "./protocol.js";

/** @typedef {Element & { [ID]?: number }} NumberedElement */
/** @typedef {Comment & { [END]?: Comment }} BlockStart */

/** @typedef {ArrayLike<Element> & Iterable<Element>} Elements */

/** @typedef {{ elements: Elements, comments: Comment[] }} Found marked elements and marker comments, in document order */

/** The property under which a bound element has its number. */
export const ID = Symbol("pyui");

/** The property under which the start of a block has its end. */
const END = Symbol("pyui end");

const KINDS = new Set([BLOCK_START, BLOCK_END, TEXT_START]);

/** @type {Map<number, Element | Comment>} */
const nodes = new Map();

/**
 * The node with a number.
 * @param {number} id
 * @returns {any}
 */
export function node(id) {
  const found = nodes.get(id);
  if (found) return found;
  const row = rowOf(id);
  if (row) numberRow(row);
  return nodes.get(id);
}

/**
 * Tells whether an element has a number, and so its handlers.
 * @param {Element} element
 */
export function isKnown(element) {
  numberAround(element);
  return /** @type {NumberedElement} */ (element)[ID] !== undefined;
}

/**
 * Gives numbers to the rows that a node is in.
 * @param {Node | null} place
 */
export function numberAround(place) {
  for (; place; place = place.parentNode) if (isPending(place)) numberRow(place);
}

/** @param {import("./pending.js").PendingRow} row */
function numberRow(row) {
  const [firstElement, firstComment] = takeRow(row);
  const { elements, comments } = collect(row);
  number({ elements: [row, ...elements], comments }, firstElement, firstComment);
}

/**
 * The end of the block that a comment starts.
 * @param {BlockStart} start
 * @returns {Comment}
 */
export function blockEnd(start) {
  return /** @type {Comment} */ (start[END]);
}

/**
 * The marked elements and the marker comments in a place, each in document order. What stands between `SKIP_START` and
 * `SKIP_END` is somebody else's, or for later.
 * @param {Element | DocumentFragment} parent
 * @param {Comment | null} start what the place is behind; null for all of the parent
 * @param {Comment | null} end what it is before
 * @returns {Found}
 */
export function collect(parent, start = null, end = null) {
  /** @type {Comment[]} */
  const comments = [];
  /** @type {Set<Element>} */
  const foreign = new Set();
  const walker = document.createTreeWalker(parent, NodeFilter.SHOW_COMMENT);
  if (start) walker.currentNode = start;
  let depth = 0;
  /** @type {Comment | null} */
  let comment;
  while ((comment = /** @type {Comment | null} */ (walker.nextNode())) !== end && comment) {
    if (comment.data === SKIP_START) {
      if (depth++ === 0) markForeign(comment, foreign);
    } else if (comment.data === SKIP_END) {
      depth = Math.max(0, depth - 1);
    } else if (depth === 0 && KINDS.has(comment.data)) {
      comments.push(comment);
    }
  }
  const marked = start ? markedBetween(start, end) : parent.querySelectorAll(`[${MARKER}]`);
  return { comments, elements: foreign.size ? [...marked].filter((element) => !foreign.has(element)) : marked };
}

/**
 * @param {Comment} start
 * @param {Comment | null} end
 * @returns {Element[]}
 */
function markedBetween(start, end) {
  const found = [];
  for (let node = start.nextSibling; node && node !== end; node = node.nextSibling) {
    if (!(node instanceof Element)) continue;
    if (node.hasAttribute(MARKER)) found.push(node);
    found.push(...node.querySelectorAll(`[${MARKER}]`));
  }
  return found;
}

/**
 * @param {Comment} start
 * @param {Set<Element>} foreign
 */
function markForeign(start, foreign) {
  let depth = 0;
  for (let next = start.nextSibling; next; next = next.nextSibling) {
    if (next instanceof Element) {
      foreign.add(next);
      for (const inner of next.querySelectorAll(`[${MARKER}]`)) foreign.add(inner);
    } else if (next instanceof Comment && next.data === SKIP_START) {
      depth += 1;
    } else if (next instanceof Comment && next.data === SKIP_END && depth-- === 0) {
      return;
    }
  }
}

/**
 * Makes batches of the rows among what `collect` found.
 * @param {Found} found
 * @param {import("./rows.js").Rows[]} rows
 * @param {number} firstElement the number of the first of the others
 * @param {number} firstComment
 * @returns {{ elements: Element[], comments: Comment[] }} the others
 */
export function adoptRows(found, rows, firstElement, firstComment) {
  /** @type {{ elements: Element[], comments: Comment[] }} */
  const others = { elements: [], comments: [] };
  let [element, comment] = [0, 0];
  const pass = (/** @type {number} */ elements, /** @type {number} */ comments) => {
    while (others.elements.length < elements) others.elements.push(/** @type {Element} */ (found.elements[element++]));
    while (others.comments.length < comments) others.comments.push(/** @type {Comment} */ (found.comments[comment++]));
  };
  for (const one of rows) {
    pass(one.nextElement - firstElement, firstComment - one.nextComment);
    const batch = beginBatch(one);
    for (let index = one.count; index--; element += one.elements) {
      addRow(batch, /** @type {Element} */ (found.elements[element]));
    }
    comment += one.count * one.comments;
  }
  pass(others.elements.length + found.elements.length - element, others.comments.length + found.comments.length - comment);
  return others;
}

/**
 * Gives numbers to what `collect` found.
 * @param {Found} found
 * @param {number} firstElement
 * @param {number} firstComment
 */
export function number(found, firstElement, firstComment) {
  for (const element of found.elements) {
    nodes.set(firstElement, element);
    /** @type {NumberedElement} */ (element)[ID] = firstElement++;
  }
  /** @type {Comment[]} */
  const open = [];
  for (const comment of found.comments) {
    nodes.set(firstComment--, comment);
    if (comment.data === BLOCK_START) open.push(comment);
    else if (comment.data === BLOCK_END) pair(open.pop(), comment);
  }
}

/**
 * @param {Comment | undefined} start
 * @param {Comment} end
 */
function pair(start, end) {
  if (start) /** @type {BlockStart} */ (start)[END] = end;
}

/**
 * Gives numbers to the comments of a new block.
 * @param {Comment} start
 * @param {number} startId
 * @param {Comment} end
 * @param {number} endId
 */
export function numberBlock(start, startId, end, endId) {
  nodes.set(startId, start);
  nodes.set(endId, end);
  pair(start, end);
}

/**
 * Forgets nodes that are gone.
 * @param {number} firstElement
 * @param {number} elementCount
 * @param {number} firstComment
 * @param {number} commentCount
 */
export function free(firstElement, elementCount, firstComment, commentCount) {
  forgetRows(firstElement, elementCount);
  for (let index = 0; index < elementCount; index++) nodes.delete(firstElement + index);
  for (let index = 0; index < commentCount; index++) nodes.delete(firstComment - index);
}

/** How many nodes are known. */
export function count() {
  return nodes.size + pendingNodes();
}
