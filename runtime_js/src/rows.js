// Makes rows that are alike: their markup is parsed once, and cloned for each row.

import { setAttribute } from "./attributes.js";
import { foreignName, parse } from "./bind.js";
import { addRow, beginBatch } from "./pending.js";
import { CLONE } from "./protocol.js";

const MARK = /\ue000\d+\ue001/u;

/**
 * @typedef {object} Slot where values of a row go
 * @property {string[]} moves the way to the node from that of the slot before: the properties to read
 * @property {string} name the name of an attribute; nothing for text
 * @property {string[]} [around] what stands around the values in the text; undefined for an attribute
 */

/** @typedef {{ row: Element, slots: Slot[] }} Pattern */

/** The markup of elements that are alike, by its number. @type {Map<number, string>} */
export const markups = new Map();

/**
 * Rows that are there: the numbers of what is behind them, the number of their markup, the markup itself where that is new, and
 * their values.
 * @typedef {import("./pending.js").Numbers & { nextElement: number, nextComment: number, markup: number, text: string | null,
 *   values: (string | number | null)[] }} Rows
 */

/** By the number of the markup and what `foreignName` says. @type {Record<string, Pattern>} */
const patterns = {};

/**
 * The markup of rows, to the letter as a browser writes it.
 * @param {Rows | undefined} rows
 * @returns {string}
 */
export function markupOf(rows) {
  if (!rows) return "";
  const { markup, text, count, values } = rows;
  if (text) markups.set(markup, text);
  const [first, ...parts] = /** @type {string} */ (markups.get(markup)).split(SLOT);
  /** @type {any[]} */
  const texts = escaped(values.join("\0")).split("\0"); // all at once: no value has U+0000
  let html = "";
  let index = 0;
  for (let made = 0; made < count; made++) {
    html += first;
    for (let part = 0; part < parts.length; index++) {
      const name = parts[part++];
      if (!name) html += texts[index];
      else if (values[index] !== null) html += ` ${name}="${texts[index].replace(/"/g, "&quot;")}"`;
      html += parts[part++];
    }
  }
  return html;
}

/** A mark, and around it what an attribute that may be absent has. */
const SLOT = / ([^\s="]+)="\ue000\d+\ue001"|\ue000\d+\ue001/;

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&\u00a0<>]/g, (one) => `&${NAMES[one]};`);
}

/** @type {Record<string, string>} */
const NAMES = { "&": "amp", "\u00a0": "nbsp", "<": "lt", ">": "gt" };

/**
 * Makes rows and inserts them.
 * @param {ChildNode} before what to insert them before
 * @param {number} markup the number of their markup
 * @param {import("./pending.js").Numbers} numbers
 * @param {(string | number | null)[]} values those of all rows
 */
export function makeRows(before, markup, numbers, values) {
  const pattern = patternOf(markup, /** @type {Element} */ (before.parentNode));
  const batch = beginBatch(numbers);
  const fragment = new DocumentFragment();
  for (let made = 0; made < numbers.count; made++) {
    const root = make(pattern, values, (made * values.length) / numbers.count);
    addRow(batch, root);
    fragment.append(root);
  }
  before.before(fragment);
}

/**
 * Puts clones into markup, in the place of the comments that stand for them.
 * @param {DocumentFragment} fragment
 * @param {Element} parent where it will stand
 * @param {any[][]} clones each the number of a markup, and values
 */
export function putClones(fragment, parent, clones) {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_COMMENT);
  for (const clone of clones) {
    /** @type {any} */
    let place;
    while ((place = /** @type {any} */ (walker.nextNode())).data !== CLONE);
    place.replaceWith((walker.currentNode = make(patternOf(clone[0], place.parentElement ?? parent), clone, 1)));
  }
}

/**
 * Makes an element.
 * @param {Pattern} pattern
 * @param {(string | number | null)[]} values
 * @param {number} index that of the first of its values
 */
function make({ row, slots }, values, index) {
  /** @type {any} */
  let node = row.cloneNode(true);
  const root = /** @type {Element} */ (node);
  for (const { moves, name, around } of slots) {
    for (const move of moves) node = node[move];
    if (around) node.data = around.reduce((text, part) => text + values[index++] + part);
    else setAttribute(node, name, values[index++]);
  }
  return root;
}

/**
 * @param {number} number
 * @param {Element} parent
 * @returns {Pattern}
 */
function patternOf(number, parent) {
  return (patterns[`${number}${foreignName(parent)}`] ??= read(/** @type {string} */ (markups.get(number)), parent));
}

/**
 * @param {string} markup
 * @param {Element} parent
 * @returns {Pattern}
 */
function read(markup, parent) {
  const row = /** @type {Element} */ (parse(markup, parent).firstChild);
  /** @type {Slot[]} */
  const slots = [];
  /** @type {Node} */
  let last = row;
  /** @type {(node: Node, name: string, around?: string[]) => void} */
  const add = (node, name, around) => {
    slots.push({ moves: way(last, node), name, around });
    last = node;
  };
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = /** @type {Node | null} */ (row); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      const around = node.data.split(MARK);
      if (around.length > 1) add(node, "", around);
      continue;
    }
    for (const { name, value } of [.../** @type {Element} */ (node).attributes]) {
      if (!MARK.test(value)) continue;
      add(node, name);
      /** @type {Element} */ (node).removeAttribute(name);
    }
  }
  return { row: document.importNode(row, true), slots };
}

/**
 * The moves from one node to another that comes later, or to itself.
 * @param {any} from
 * @param {Node} to
 * @returns {string[]}
 */
function way(from, to) {
  /** @type {string[]} */
  const moves = [];
  const go = (/** @type {string} */ move) => {
    moves.push(move);
    from = from[move];
  };
  while (!from.contains(to)) go(from.parentNode.contains(to) ? "nextSibling" : "parentNode");
  while (from !== to) {
    go("firstChild");
    while (!from.contains(to)) go("nextSibling");
  }
  return moves;
}
