// Makes a page that differs from what its components render what they render, and tells what was different.

import { align, atomsOf, skeleton } from "./align.js";
import { isForeign, isMeant, isTextWrapper } from "./foreign.js";
import { ALLOW_MISMATCH, BLOCK_START, MARKER } from "./protocol.js";

/** @typedef {import("./align.js").Atom} Atom */
/** @typedef {import("./align.js").Gap} Gap */

/**
 * A mismatch.
 * @typedef {object} Difference
 * @property {string} kind tag, missing, extra, rows, moved, text, attribute or marks
 * @property {number} component the index of the component that rendered what is expected, or -1
 * @property {string} parent the name of the element around it
 * @property {string} expected an excerpt
 * @property {string} found an excerpt
 */

const EXCERPT = 200;

const BLOCK = `mark ${BLOCK_START}`;

/** The attribute that the user changes by using an element. @type {Record<string, string>} */
const USED = { details: "open", dialog: "open" };

/** An element that is there and the one that is expected. */
class Place {
  /**
   * @param {Element} found
   * @param {Element | DocumentFragment} expected
   * @param {Map<Node, number>} componentOf the component of each expected node
   * @param {Difference[]} differences
   */
  constructor(found, expected, componentOf, differences) {
    this.found = found;
    this.expected = expected;
    this.componentOf = componentOf;
    this.differences = differences;
  }

  /**
   * @param {string} kind
   * @param {string} expected
   * @param {string} found
   * @param {number} [component]
   */
  note(kind, expected, found, component = this.component) {
    if (allows(this.expected, kind, (expected || found).split("=")[0] ?? "")) return;
    this.differences.push({ kind, component, parent: this.found.localName, expected, found });
  }

  get component() {
    return this.componentOf.get(this.expected) ?? -1;
  }

  /**
   * The component that a gap is in: that of what is missing, or of what stands on both sides, or of the element around it.
   * @param {Gap} gap
   */
  componentIn({ expected, between }) {
    const [first, last] = (expected.length ? [expected[0], expected[0]] : between).map((atom) => {
      const node = atom?.nodes[0];
      return node && this.componentOf.get(node);
    });
    return first !== undefined && first === last ? first : this.component;
  }
}

/**
 * Makes the content of one node that of another. Nodes that are alike stay, with what the user entered; what is missing is
 * taken out of the expected nodes. What translators and extensions added stays too.
 * @param {Element} container what is there
 * @param {DocumentFragment} wanted what is expected
 * @param {Map<Node, number>} componentOf the component of each expected node
 * @returns {Difference[]} what was different
 */
export function mend(container, wanted, componentOf) {
  /** @type {Difference[]} */
  const differences = [];
  const due = [new Place(container, wanted, componentOf, differences)]; // not the call stack: pages may be nested deeply
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
  if (isEdited(place.found)) return [];
  const [parent, wanted] = [contentOf(place.found), atomsOf(contentOf(place.expected))];
  const { pairs, gaps } = align(atomsOf(parent), wanted);
  const moved = pairMoved(gaps, pairs, place);
  noteMarks(gaps, place);
  for (const gap of gaps) mendGap(gap, pairs, moved, wanted, place);
  put(wanted, parent, pairs, moved);
  return [...inside(wanted, pairs, place)];
}

/**
 * Tells whether an element's content is what the user writes.
 * @param {Element} element
 */
function isEdited(element) {
  return element instanceof HTMLElement && element.isContentEditable && !element.parentElement?.isContentEditable;
}

/** @param {Element | DocumentFragment} node */
function contentOf(node) {
  return node instanceof HTMLTemplateElement ? node.content : node;
}

/**
 * Pairs elements that only stand elsewhere than they are expected.
 * @param {Gap[]} gaps
 * @param {Map<Atom, Atom>} pairs
 * @param {Place} place
 * @returns {Set<Atom>} what has to be moved
 */
function pairMoved(gaps, pairs, place) {
  /** @type {Set<Atom>} */
  const moved = new Set();
  const lost = gaps.flatMap(({ found }) => found).filter(({ kind }) => kind === "element");
  for (const gap of gaps) {
    gap.expected = gap.expected.filter((atom) => {
      const there = lost.find((other) => other.key === atom.key && other.sort === atom.sort && !moved.has(other));
      if (!there) return true;
      pairs.set(atom, there);
      moved.add(there);
      place.note("moved", excerpt([atom]), excerpt([there]), place.componentIn({ ...gap, expected: [atom] }));
      return false;
    });
  }
  for (const gap of gaps) gap.found = gap.found.filter((atom) => !moved.has(atom));
  return moved;
}

/**
 * Notes, once for all of a place, that marks differ.
 * @param {Gap[]} gaps
 * @param {Place} place
 */
function noteMarks(gaps, place) {
  const gap = gaps.find(({ found, expected }) => [...found, ...expected].some(isMarks));
  if (gap) {
    place.note("marks", excerpt(gap.expected.filter(isMarks)), excerpt(gap.found.filter(isMarks)), place.componentIn(gap));
  }
}

/** @param {Atom} atom */
function isMarks({ kind }) {
  return kind === "mark" || kind === "skip";
}

/**
 * Removes what is not expected, and notes that and what is missing. An element of which the name alone differs hands on its
 * content.
 * @param {Gap} gap
 * @param {Map<Atom, Atom>} pairs
 * @param {Set<Atom>} moved
 * @param {Atom[]} siblings
 * @param {Place} place
 */
function mendGap(gap, pairs, moved, siblings, place) {
  const found = gap.found.filter((atom) => !isKept(atom, gap));
  const shown = found.filter((atom) => !isMarks(atom));
  const missing = gap.expected.filter((atom) => !isMarks(atom));
  const both = Math.min(shown.length, missing.length);
  for (let index = 0; index < both; index++) {
    const [one, other] = [/** @type {Atom} */ (shown[index]), /** @type {Atom} */ (missing[index])];
    place.note("tag", excerpt([other]), excerpt([one]), place.componentIn({ ...gap, expected: [other] }));
    const renamed = rename(one, other);
    if (renamed) {
      pairs.set(other, renamed);
      moved.add(renamed);
    }
  }
  const [more, less] = [shown.slice(both), missing.slice(both)];
  if (more.length) place.note(kindOf("extra", more, siblings), "", excerpt(more), place.componentIn(gap));
  if (less.length) {
    place.note(kindOf("missing", less, siblings), excerpt(less), "", place.componentIn({ ...gap, expected: less }));
  }
  for (const atom of found) for (const node of atom.nodes) node.remove();
}

/**
 * Tells whether something that is not expected stays: what others inserted, and what may stand between lost marks of what
 * is to be left alone.
 * @param {Atom} atom
 * @param {Gap} gap
 */
function isKept({ kind, nodes: [node] }, { expected }) {
  if (expected.some((atom) => atom.kind === "skip") && kind !== "mark") return true;
  return kind === "element" && isForeign(/** @type {Element} */ (node));
}

/**
 * Makes an element with another name of one whose content looks right.
 * @param {Atom} found
 * @param {Atom} expected
 * @returns {Atom | null}
 */
function rename(found, expected) {
  const [[one], [other]] = [found.nodes, expected.nodes];
  if (!(one instanceof Element && other instanceof Element) || !other.firstElementChild) return null;
  if (skeleton(one) !== skeleton(other)) return null;
  const renamed = /** @type {Element} */ (other.cloneNode(false));
  renamed.append(...one.childNodes);
  return { ...expected, nodes: [renamed], key: "" };
}

/**
 * What is the matter with atoms: rows are marked elements of one name, several of them in a block.
 * @param {string} kind
 * @param {Atom[]} atoms
 * @param {Atom[]} siblings
 */
function kindOf(kind, atoms, siblings) {
  if (atoms.every((atom) => atom.kind === "text")) return "text";
  const isRow = (/** @type {Atom} */ { nodes: [node], sort }) =>
    node instanceof Element && node.hasAttribute(MARKER) && sort === atoms[0]?.sort;
  const rows = new Set([...atoms, ...siblings].filter(isRow));
  return atoms.every(isRow) && rows.size > 1 && siblings.some((atom) => atom.sort === BLOCK) ? "rows" : kind;
}

/**
 * Puts what is missing or stands elsewhere where it is expected.
 * @param {Atom[]} wanted
 * @param {Node} parent
 * @param {Map<Atom, Atom>} pairs
 * @param {Set<Atom>} moved
 */
function put(wanted, parent, pairs, moved) {
  /** @type {ChildNode | null} */
  let before = null;
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

/**
 * Tells whether a component has said that it renders something else in the browser.
 * @param {Element | DocumentFragment} expected
 * @param {string} kind
 * @param {string} name that of an attribute
 */
function allows(expected, kind, name) {
  if (!(expected instanceof Element)) return false;
  const own = kind === "attribute";
  const allowed = (own ? expected : expected.closest(`[${ALLOW_MISMATCH}]`))?.getAttribute(ALLOW_MISMATCH)?.split(" ") ?? [];
  if (own) return allowed.includes("attributes") || ((name === "class" || name === "style") && allowed.includes(name));
  return allowed.includes("children") || (kind === "text" && allowed.includes("text"));
}

/** @param {Atom[]} atoms */
function excerpt(atoms) {
  const text = atoms.map(({ kind, key, nodes: [node] }) => (kind === "mark" ? `<!--${/** @type {Comment} */ (node).data}-->` : key)).join("");
  return text.length > EXCERPT ? text.slice(0, EXCERPT - 1) + "…" : text;
}
