// Carries out the op batches that Python sends.

import { setAttribute } from "./attributes.js";
import { mount, parse, root } from "./bind.js";
import { write } from "./controls.js";
import { listen } from "./events.js";
import { inViewport } from "./later.js";
import { blockEnd, free, node, numberBlock } from "./nodes.js";
import * as protocol from "./protocol.js";
import { read } from "./read.js";
import { makeRows, markups } from "./rows.js";
import { clear } from "./span.js";
import { isTextWrapper } from "./text_wrapper.js";

/** @typedef {any[]} Batch */

/** @typedef {[number, (...args: any[]) => void]} Op the number of an op's arguments, and what carries it out */

/** @type {Record<number, Op>} */
const OPS = {
  [protocol.OP_TEXT]: [2, setText],
  [protocol.OP_ATTRIBUTE]: [3, (id, name, value) => setAttribute(node(id), name, value)],
  [protocol.OP_PROPERTY]: [3, (id, name, value) => write(node(id), name, value)],
  [protocol.OP_BLOCK]: [8, replaceBlock],
  [protocol.OP_INSERT]: [7, insertRows],
  [protocol.OP_MOVE]: [2, moveRow],
  [protocol.OP_REMOVE]: [1, (id) => extract(node(id))],
  [protocol.OP_CLEAR]: [2, (startId, endId) => clear(node(startId), node(endId))],
  [protocol.OP_PORTAL]: [6, (...made) => root().append(mount(root(), made))],
  [protocol.OP_FENCE]: [3, fence],
  [protocol.OP_LISTEN]: [1, listen],
  [protocol.OP_FREE]: [4, free],
  [protocol.OP_PAGE]: [6, (...made) => root().replaceChildren(mount(root(), made))],
  [protocol.OP_TITLE]: [1, (title) => (document.title = title)],
  [protocol.OP_HEAD]: [2, replaceHead],
  [protocol.OP_TEMPLATE]: [2, (number, markup) => markups.set(number, markup)],
  [protocol.OP_ROWS]: [8, insertAlike],
  [protocol.OP_HOLD]: [1, inViewport("hold")],
  [protocol.OP_VIEWPORT]: [6, inViewport("watch")],
  [protocol.OP_REVEAL]: [3, inViewport("reveal")],
};

/**
 * Carries out a batch.
 * @param {import("./read.js").Sent} sent a flat array: opcode, its arguments, opcode, its arguments, …
 */
export function apply(sent) {
  /** @type {Batch} */
  const batch = read(sent);
  for (let index = 0; index < batch.length; ) {
    const [count, carryOut] = /** @type {Op} */ (OPS[batch[index++]]);
    carryOut(...batch.slice(index, (index += count)));
  }
}

/**
 * @param {number} id
 * @param {string} text
 */
function setText(id, text) {
  const place = node(id);
  if (id > 0) {
    const only = place.firstChild;
    if (only instanceof Text && !only.nextSibling) only.data = text;
    else place.textContent = text;
    return;
  }
  const first = place.nextSibling;
  if (first instanceof Text) {
    first.data = text;
    removeText(first);
  } else {
    removeText(place);
    if (text) place.after(text);
  }
}

/**
 * Removes the text behind a node: the parser splits long text, and translators put elements around it.
 * @param {ChildNode} place
 */
function removeText(place) {
  for (let next = place.nextSibling; next && (next instanceof Text || isTextWrapper(next)); next = place.nextSibling) {
    next.remove();
  }
}

/**
 * @param {number} startId
 * @param {number} endId
 * @param {...any} made
 */
function replaceBlock(startId, endId, ...made) {
  clear(node(startId), node(endId));
  if (made[0]) insertRows(endId, ...made);
}

/**
 * @param {number} beforeId
 * @param {...any} made
 */
function insertRows(beforeId, ...made) {
  const before = node(beforeId);
  before.before(mount(before.parentNode, made));
}

/**
 * @param {number} beforeId
 * @param {number} markup
 * @param {number} count
 * @param {number} element
 * @param {number} elements
 * @param {number} comment
 * @param {number} comments
 * @param {(string | number | null)[]} values
 */
function insertAlike(beforeId, markup, count, element, elements, comment, comments, values) {
  makeRows(node(beforeId), markup, { count, element, elements, comment, comments }, values);
}

/**
 * @param {number} id
 * @param {number} beforeId
 */
function moveRow(id, beforeId) {
  node(beforeId).before(extract(node(id)));
}

/**
 * Takes an element, or a block with all that stands in it, out of the page.
 * @param {Element | Comment} row
 * @returns {Node}
 */
function extract(row) {
  if (row instanceof Element) {
    row.remove();
    return row;
  }
  const range = new Range();
  range.setStartBefore(row);
  range.setEndAfter(blockEnd(row));
  return range.extractContents();
}

/**
 * @param {number} id
 * @param {number} startId
 * @param {number} endId
 */
function fence(id, startId, endId) {
  const place = node(id);
  const start = document.createComment(protocol.BLOCK_START);
  const end = document.createComment(protocol.BLOCK_END);
  if (id > 0) {
    place.replaceChildren(start, end);
  } else {
    removeText(place);
    place.after(start, end);
  }
  numberBlock(start, startId, end, endId);
}

/**
 * @param {string} key
 * @param {string | null} html
 */
function replaceHead(key, html) {
  const head = document.head;
  const found = head.querySelector(`[${protocol.HEAD_KEY}="${CSS.escape(key)}"]`);
  const made = parse(html ?? "", head);
  if (found) found.replaceWith(made);
  else head.append(made);
}
