// Mends what is missing in a place, and what is there instead.

import { atomsOf, skeleton } from "./align.js";
import { excerpt } from "./difference.js";
import { isForeign } from "./foreign.js";
import { BLOCK_START, MARKER } from "./protocol.js";

/** @typedef {import("./align.js").Atom} Atom */
/** @typedef {import("./align.js").Gap} Gap */
/** @typedef {import("./difference.js").Place} Place */

/**
 * @typedef {object} State
 * @property {Map<Atom, Atom>} pairs the found atom of each expected one
 * @property {Set<Atom>} moved found atoms that have to be put where they are expected
 * @property {Atom[]} siblings all that is expected in the place
 * @property {Place} place
 */

/**
 * Pairs elements that only stand elsewhere than they are expected.
 * @param {Gap[]} gaps
 * @param {Map<Atom, Atom>} pairs
 * @param {Place} place
 * @returns {Set<Atom>} what has to be moved
 */
export function pairMoved(gaps, pairs, place) {
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
export function noteMarks(gaps, place) {
  const gap = gaps.find(({ found, expected }) => [...found, ...expected].some(isMarks));
  if (gap) {
    const [expected, found] = [gap.expected.filter(isMarks), gap.found.filter(isMarks)];
    place.note("marks", excerpt(expected), excerpt(found), place.componentIn({ ...gap, expected }));
  }
}

/** @param {Atom} atom */
function isMarks({ kind }) {
  return kind === "mark" || kind === "skip";
}

/**
 * Removes what is not expected, and notes that and what is missing. What only stands in another element, or should, stays.
 * @param {Gap} gap
 * @param {State} state
 */
export function mendGap(gap, state) {
  const found = gap.found.filter((atom) => !isKept(atom, gap));
  const extra = found.filter((atom) => !isMarks(atom));
  const missing = gap.expected.filter((atom) => !isMarks(atom));
  if (!(wrap(extra, missing, gap, state) || unwrap(extra, missing, gap, state))) replace(extra, missing, gap, state);
  for (const atom of found) if (!state.moved.has(atom)) for (const node of atom.nodes) node.remove();
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
 * Notes what is replaced, element by element, and what is left over.
 * @param {Atom[]} extra
 * @param {Atom[]} missing
 * @param {Gap} gap
 * @param {State} state
 */
function replace(extra, missing, gap, { pairs, moved, siblings, place }) {
  const both = Math.min(extra.length, missing.length);
  for (let index = 0; index < both; index++) {
    const [one, other] = [/** @type {Atom} */ (extra[index]), /** @type {Atom} */ (missing[index])];
    place.note("tag", excerpt([other]), excerpt([one]), place.componentIn({ ...gap, expected: [other] }));
    const renamed = rename(one, other);
    if (renamed) {
      pairs.set(other, renamed);
      moved.add(renamed);
    }
  }
  const [more, less] = [extra.slice(both), missing.slice(both)];
  const block = !gap.expected.concat(gap.found).some(isBlock) && siblings.some(isBlock);
  if (more.length) place.note(kindOf("extra", more, block, siblings), "", excerpt(more), place.componentIn(gap));
  if (less.length) {
    place.note(kindOf("missing", less, block, siblings), excerpt(less), "", place.componentIn({ ...gap, expected: less }));
  }
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
  return skeleton(one) === skeleton(other) ? shell(expected, one.childNodes) : null;
}

/**
 * Puts what is there into the one element that is missing around it.
 * @param {Atom[]} extra
 * @param {Atom[]} missing
 * @param {Gap} gap
 * @param {State} state
 */
function wrap(extra, missing, gap, { pairs, moved, place }) {
  const [other, ...rest] = missing;
  if (other?.kind !== "element" || rest.length || !extra.length) return false;
  const [inside, text] = [names(extra), extra.map(({ nodes: [node] }) => node?.textContent).join("")];
  const wanted = /** @type {Element} */ (other.nodes[0]);
  if (inside !== skeleton(wanted) || (!inside && text !== wanted.textContent)) return false;
  place.note("missing", excerpt([other]), "", place.componentIn({ ...gap, expected: [other] }));
  const wrapper = shell(other, gap.found.flatMap(({ nodes }) => nodes));
  pairs.set(other, wrapper);
  moved.add(wrapper);
  for (const atom of gap.found) moved.add(atom);
  return true;
}

/**
 * Takes what is missing out of the one element that somebody has put around it.
 * @param {Atom[]} extra
 * @param {Atom[]} missing
 * @param {Gap} gap
 * @param {State} state
 */
function unwrap(extra, missing, gap, { pairs, moved, place }) {
  const [one, ...rest] = extra;
  if (one?.kind !== "element" || rest.length || !missing.length) return false;
  const content = atomsOf(/** @type {Element} */ (one.nodes[0])).filter((atom) => !isMarks(atom));
  if (content.length !== missing.length || !content.every(({ sort }, index) => sort === missing[index]?.sort)) return false;
  place.note("extra", "", excerpt([one]), place.componentIn(gap));
  content.forEach((atom, index) => {
    pairs.set(/** @type {Atom} */ (missing[index]), atom);
    moved.add(atom);
  });
  return true;
}

/**
 * An element as it is expected around other content.
 * @param {Atom} expected
 * @param {Iterable<ChildNode>} content
 * @returns {Atom}
 */
function shell(expected, content) {
  const element = /** @type {Element} */ (/** @type {Element} */ (expected.nodes[0]).cloneNode(false));
  element.append(...content);
  return { ...expected, nodes: [element], key: "" };
}

/** @param {Atom[]} atoms */
function names(atoms) {
  const elements = atoms.flatMap(({ nodes }) => nodes).filter((node) => node instanceof Element);
  return elements.map((element) => `${element.localName} ${skeleton(element)}`.trim()).join(" ");
}

/** @param {Atom} atom */
function isBlock({ kind, key }) {
  return kind === "mark" && key === BLOCK_START;
}

/**
 * What is the matter with atoms: rows are marked elements of one name, several of them in a block.
 * @param {string} kind
 * @param {Atom[]} atoms
 * @param {boolean} block whether they are in a block
 * @param {Atom[]} siblings
 */
function kindOf(kind, atoms, block, siblings) {
  if (atoms.every((atom) => atom.kind === "text")) return "text";
  const isRow = (/** @type {Atom} */ { nodes: [node], sort }) =>
    node instanceof Element && node.hasAttribute(MARKER) && sort === atoms[0]?.sort;
  return block && atoms.every(isRow) && new Set([...atoms, ...siblings].filter(isRow)).size > 1 ? "rows" : kind;
}
