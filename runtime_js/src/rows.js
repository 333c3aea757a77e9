// Makes rows that are alike: their markup is parsed once, and cloned for each row.

import { setAttribute } from "./attributes.js";
import { parse } from "./bind.js";
import { addRow, beginBatch } from "./pending.js";

const MARK = /\ue000\d+\ue001/u;

/**
 * @typedef {object} Slot where values of a row go
 * @property {string} moves the way to the node from that of the slot before: `f`irst child, `n`ext sibling, `p`arent
 * @property {string | null} name the name of an attribute; null for text
 * @property {string[]} around what stands around the values in the text
 */

/** @typedef {{ row: Element, slots: Slot[] }} Pattern */

/** @type {Map<number, string>} */
const markups = new Map();

/**
 * Rows that are there.
 * @typedef {import("./pending.js").Numbers & { nextElement: number, nextComment: number, markup: number,
 *   values: (string | number | null)[] }} Rows and what is behind them
 */

/** By the number of the markup and the namespace. @type {Map<string, Pattern>} */
const patterns = new Map();

/**
 * Remembers the markup of rows.
 * @param {number} number
 * @param {string} markup
 */
export function learnRows(number, markup) {
  markups.set(number, markup);
}

/**
 * Reads what Python sends of rows that are there, and remembers their markup.
 * @param {any[]} sent
 * @returns {Rows}
 */
export function rowsOf(sent) {
  const [nextElement, nextComment, markup, text, count, element, elements, comment, comments, values] = sent;
  if (text !== null) learnRows(markup, text);
  return { nextElement, nextComment, markup, count, element, elements, comment, comments, values };
}

/**
 * The markup of rows, to the letter as a browser writes it.
 * @param {Rows | undefined} rows
 * @returns {string}
 */
export function markupOf(rows) {
  if (!rows) return "";
  const parts = /** @type {string} */ (markups.get(rows.markup)).split(MARK);
  /** @type {string[]} */
  const starts = [];
  let written = "";
  for (let slot = 0; slot < parts.length - 1; slot++) {
    const part = /** @type {string} */ (parts[slot]);
    written += part;
    const inTag = written.lastIndexOf("<") > written.lastIndexOf(">");
    const start = inTag ? part.slice(part.lastIndexOf(" ")) : ""; // an attribute may be absent, with its name and its quotes
    starts.push(start);
    if (!inTag) continue;
    parts[slot] = part.slice(0, -start.length);
    parts[slot + 1] = /** @type {string} */ (parts[slot + 1]).slice(1);
  }
  let [html, index] = ["", 0];
  for (let made = 0; made < rows.count; made++) {
    for (let slot = 0; slot < starts.length; slot++) {
      const [start, value] = [starts[slot], rows.values[index++] ?? null];
      html += parts[slot];
      if (!start) html += escaped(value);
      else if (value !== null) html += start + escaped(value).replaceAll('"', "&quot;") + '"';
    }
    html += parts[starts.length];
  }
  return html;
}

/**
 * @param {any} value
 * @returns {string}
 */
function escaped(value) {
  return SPECIAL.test(value) ? value.replace(SPECIALS, (/** @type {string} */ one) => ENTITIES[one]) : `${value}`;
}

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "\u00a0": "&nbsp;", "<": "&lt;", ">": "&gt;" };
const SPECIAL = /[&\u00a0<>]/;
const SPECIALS = new RegExp(SPECIAL, "g");

/**
 * Makes rows and inserts them.
 * @param {ChildNode} before what to insert them before
 * @param {number} markup the number of their markup
 * @param {import("./pending.js").Numbers} numbers
 * @param {(string | number | null)[]} values those of all rows
 */
export function makeRows(before, markup, numbers, values) {
  const parent = /** @type {Element} */ (before.parentNode);
  const { row, slots } = patternOf(markup, parent);
  const batch = beginBatch(numbers);
  const fragment = document.createDocumentFragment();
  let index = 0;
  for (let made = 0; made < numbers.count; made++) {
    const root = /** @type {Element} */ (row.cloneNode(true));
    /** @type {any} */
    let node = root;
    for (const { moves, name, around } of slots) {
      node = follow(node, moves);
      if (name !== null) {
        const value = values[index++] ?? null;
        if (value !== null) setAttribute(node, name, value);
      } else if (around.length === 2 && !around[0] && !around[1]) {
        node.data = values[index++];
      } else {
        node.data = around.reduce((text, part) => text + values[index++] + part);
      }
    }
    addRow(batch, root);
    fragment.append(root);
  }
  parent.insertBefore(fragment, before);
}

/**
 * @param {any} node
 * @param {string} moves
 */
function follow(node, moves) {
  for (let index = 0; index < moves.length; index++) {
    const move = moves[index];
    node = move === "f" ? node.firstChild : move === "n" ? node.nextSibling : node.parentNode;
  }
  return node;
}

/**
 * @param {number} number
 * @param {Element} parent
 * @returns {Pattern}
 */
function patternOf(number, parent) {
  const key = `${number} ${parent.namespaceURI} ${parent.localName === "foreignObject"}`;
  let pattern = patterns.get(key);
  if (!pattern) patterns.set(key, (pattern = read(/** @type {string} */ (markups.get(number)), parent)));
  return pattern;
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
  const add = (/** @type {Node} */ node, /** @type {string | null} */ name, /** @type {string[]} */ around) => {
    slots.push({ moves: way(last, node), name, around });
    last = node;
  };
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = /** @type {Node | null} */ (row); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      const around = node.data.split(MARK);
      if (around.length > 1) add(node, null, around);
      continue;
    }
    for (const { name, value } of Array.from(/** @type {Element} */ (node).attributes)) {
      if (!MARK.test(value)) continue;
      add(node, name, []);
      /** @type {Element} */ (node).removeAttribute(name);
    }
  }
  return { row: document.importNode(row, true), slots };
}

/**
 * The moves from one node to another that comes later, or to itself.
 * @param {any} from
 * @param {Node} to
 * @returns {string}
 */
function way(from, to) {
  let moves = "";
  while (!from.contains(to)) {
    const next = from.parentNode.contains(to);
    moves += next ? "n" : "p";
    from = next ? from.nextSibling : from.parentNode;
  }
  while (from !== to) {
    from = from.firstChild;
    moves += "f";
    for (; !from.contains(to); from = from.nextSibling) moves += "n";
  }
  return moves;
}
