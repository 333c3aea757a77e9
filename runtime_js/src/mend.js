// Makes a page that differs from what its components render what they render, and tells what was different.

import { align, atomsOf } from "./align.js";
import { excerpt, Place } from "./difference.js";
import { isMeant } from "./foreign.js";
import { mendGap, noteMarks, pairMoved } from "./gaps.js";
import { MARKER } from "./protocol.js";
import { collect, isTextWrapper } from "./runtime.js";

/** @typedef {import("./align.js").Atom} Atom */
/** @typedef {import("./difference.js").Difference} Difference */

/** The attribute that the user changes by using an element. @type {Record<string, string>} */
const USED = { details: "open", dialog: "open" };

/**
 * Makes the content of one node that of another. Nodes that are alike stay, with what the user entered; what is missing is
 * taken out of the expected nodes. What translators and extensions added stays too.
 * @param {import("./span.js").Span} span what is there
 * @param {DocumentFragment} wanted what is expected
 * @param {Map<Node, number>} componentOf the component of each expected node
 * @returns {Difference[]} what was different
 */
export function mend(span, wanted, componentOf) {
  /** @type {Difference[]} */
  const differences = [];
  const due = [new Place(span.parent, wanted, componentOf, differences, span)]; // not the call stack: pages may be nested deeply
  for (let place = due.pop(); place; place = due.pop()) {
    if (place.expected instanceof Element) mendAttributes(place, place.expected);
    const inner = mendChildren(place);
    for (const [found, expected] of inner.reverse()) due.push(new Place(found, expected, componentOf, differences));
  }
  return differences;
}

/**
 * @param {Place} place
 * @param {Element} expected
 */
function mendAttributes(place, expected) {
  const { found } = place;
  const used = USED[found.localName];
  for (const attribute of expected.attributes) {
    const { name, value } = attribute;
    const there = found.getAttribute(name);
    if (there === value || name === used || (name === "nonce" && there === "")) continue; // browsers hide nonces
    place.note(name === MARKER ? "marks" : "attribute", `${name}="${value}"`, there === null ? "" : `${name}="${there}"`);
    found.setAttributeNodeNS(/** @type {Attr} */ (attribute.cloneNode()));
  }
  for (const { name, value } of Array.from(found.attributes)) {
    if (expected.hasAttribute(name) || name === used || !isMeant(found, name)) continue;
    place.note(name === MARKER ? "marks" : "attribute", "", `${name}="${value}"`);
    found.removeAttribute(name);
  }
}

/**
 * @param {Place} place
 * @returns {[Element, Element][]} the elements that stay and may differ inside
 */
function mendChildren(place) {
  if (isEdited(place)) return [];
  const [parent, wanted] = [contentOf(place.found), atomsOf(contentOf(place.expected))];
  const { start = null, end = null } = place.span ?? {};
  const { pairs, gaps } = align(atomsOf(parent, start, end), wanted);
  const moved = pairMoved(gaps, pairs, place);
  noteMarks(gaps, place);
  for (const gap of gaps) mendGap(gap, { pairs, moved, siblings: wanted, place });
  put(wanted, parent, pairs, { moved, end });
  return [...inside(wanted, pairs, place)];
}

/**
 * Tells whether an element's content is what the user writes, and nothing in it is bound.
 * @param {Place} place
 */
function isEdited({ found, expected }) {
  if (!(found instanceof HTMLElement && found.isContentEditable)) return false;
  const { elements, comments } = collect(expected);
  return !elements.length && !comments.length;
}

/** @param {Element | DocumentFragment} node */
function contentOf(node) {
  return node instanceof HTMLTemplateElement ? node.content : node;
}

/**
 * Puts what is missing or stands elsewhere where it is expected.
 * @param {Atom[]} wanted
 * @param {Node} parent
 * @param {Map<Atom, Atom>} pairs
 * @param {{ moved: Set<Atom>, end: ChildNode | null }} state what has to be moved, and what stands behind the last
 */
function put(wanted, parent, pairs, { moved, end }) {
  let before = end;
  for (const atom of Array.from(wanted).reverse()) {
    const there = pairs.get(atom);
    const { nodes } = there ?? atom;
    if (!there || moved.has(there)) for (const node of nodes) parent.insertBefore(node, before);
    before = nodes[0] ?? before;
  }
}

/**
 * Mends text that differs, and tells which elements may differ inside.
 * @param {Atom[]} wanted
 * @param {Map<Atom, Atom>} pairs
 * @param {Place} place
 * @returns {Generator<[Element, Element]>}
 */
function* inside(wanted, pairs, place) {
  for (const expected of wanted) {
    const found = pairs.get(expected);
    if (!found || found.key === expected.key) continue;
    const [[one], [other]] = [found.nodes, expected.nodes];
    if (one instanceof Element && other instanceof Element) yield [one, other];
    else if (expected.kind === "text" && !found.nodes.some(isTextWrapper)) mendText(found, expected, place);
  }
}

/**
 * @param {Atom} found
 * @param {Atom} expected
 * @param {Place} place
 */
function mendText(found, expected, place) {
  place.note("text", excerpt([expected]), excerpt([found]), place.componentIn({ found: [], expected: [expected], between: [] }));
  const [first, ...rest] = found.nodes;
  /** @type {Text} */ (first).data = expected.key;
  for (const node of rest) node.remove();
}
