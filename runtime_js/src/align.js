// Finds which of the nodes that are there are those that are expected.

import { anchors } from "./anchors.js";
import { isMark } from "./foreign.js";
import { MARKER, SKIP_END, SKIP_START } from "./protocol.js";
import { isTextWrapper } from "./runtime.js";

/** From how many pairs on what is equal is looked for first. */
const SURE_FROM = 2_500;

/** How many pairs are compared at the most. */
const MOST_PAIRS = 1_000_000;

/**
 * What is compared as one: an element, a mark, a run of text, or what stands between the marks of what is left alone.
 * @typedef {object} Atom
 * @property {"element" | "mark" | "text" | "skip"} kind
 * @property {ChildNode[]} nodes
 * @property {string} key equal for atoms that are equal
 * @property {string} sort atoms of another sort are never the same
 */

/** @typedef {import("./anchors.js").Pair} Pair */

/**
 * @typedef {object} Gap
 * @property {Atom[]} found what is not expected
 * @property {Atom[]} expected what is expected in its place
 * @property {(Atom | undefined)[]} between the expected atoms before and behind it
 */

/**
 * The content of a node. Comments that are no marks show nothing and are left out.
 * @param {Node} parent
 * @param {ChildNode | null} start what the content is behind; null for all of it
 * @param {ChildNode | null} end what it is before
 * @returns {Atom[]}
 */
export function atomsOf(parent, start = null, end = null) {
  /** @type {Atom[]} */
  const atoms = [];
  const first = start ? start.nextSibling : parent.firstChild;
  for (let node = /** @type {ChildNode | null} */ (first); node && node !== end; node = node.nextSibling) {
    const last = atoms.at(-1);
    if (node instanceof Text || isTextWrapper(node)) {
      const text = node.textContent ?? "";
      if (last?.kind === "text") {
        last.nodes.push(node);
        last.key += text;
      } else if (text) {
        atoms.push({ kind: "text", nodes: [node], key: text, sort: "text" });
      }
    } else if (node instanceof Element) {
      atoms.push({ kind: "element", nodes: [node], key: node.outerHTML, sort: sortOf(node) });
    } else if (node instanceof Comment) {
      const nodes = node.data === SKIP_START ? skipped(node) : [];
      if (nodes.length) atoms.push({ kind: "skip", nodes, key: SKIP_START, sort: "skip" });
      else if (isMark(node)) atoms.push({ kind: "mark", nodes: [node], key: node.data, sort: "mark " + node.data });
      node = nodes.at(-1) ?? node;
    }
  }
  return atoms;
}

/**
 * Form controls of other types or names are others, so that nothing entered in one gets into the other.
 * @param {Element} element
 */
function sortOf(element) {
  const { localName, namespaceURI } = element;
  const isControl = /^(?:input|select|textarea)$/.test(localName);
  return [namespaceURI, localName, ...(isControl ? ["type", "name"].map((name) => element.getAttribute(name)) : [])].join(" ");
}

/**
 * The nodes from a `SKIP_START` to its `SKIP_END`; none where that is missing.
 * @param {ChildNode} start
 * @returns {ChildNode[]}
 */
function skipped(start) {
  const nodes = [start];
  let depth = 1;
  for (let next = start.nextSibling; next && depth > 0; next = next.nextSibling) {
    nodes.push(next);
    if (next instanceof Comment) depth += Number(next.data === SKIP_START) - Number(next.data === SKIP_END);
  }
  return depth ? [] : nodes;
}

/**
 * Pairs what is expected with what is found, in order, so that as much as possible stays.
 * @param {Atom[]} found
 * @param {Atom[]} expected
 * @returns {{ pairs: Map<Atom, Atom>, gaps: Gap[] }} the found atom of each expected one, and what has none
 */
export function align(found, expected) {
  let first = 0;
  let [foundEnd, expectedEnd] = [found.length, expected.length];
  const equal = (/** @type {number} */ i, /** @type {number} */ j) => nameOf(found[i]) === nameOf(expected[j]);
  while (first < Math.min(foundEnd, expectedEnd) && equal(first, first)) first += 1;
  while (Math.min(foundEnd, expectedEnd) > first && equal(foundEnd - 1, expectedEnd - 1)) {
    foundEnd -= 1;
    expectedEnd -= 1;
  }
  const [ours, theirs] = [found.slice(first, foundEnd), expected.slice(first, expectedEnd)];
  const middle = ours.length * theirs.length > SURE_FROM ? anchors(ours.map(nameOf), theirs.map(nameOf)) : [];
  /** @type {Pair[]} */
  const sure = [];
  for (let index = 0; index < first; index++) sure.push([index, index]);
  for (const [i, j] of middle) sure.push([first + i, first + j]);
  for (let index = 0; foundEnd + index < found.length; index++) sure.push([foundEnd + index, expectedEnd + index]);
  sure.push([found.length, expected.length]);
  return between(found, expected, sure);
}

/**
 * Pairs what is sure, and what lies between as well as possible.
 * @param {Atom[]} found
 * @param {Atom[]} expected
 * @param {Pair[]} sure pairs of indexes, the lengths of the lists last
 */
function between(found, expected, sure) {
  /** @type {Map<Atom, Atom>} */
  const pairs = new Map();
  /** @type {Gap[]} */
  const gaps = [];
  let [i, j] = [0, 0];
  for (const [nextFound, nextExpected] of sure) {
    const around = [expected[j - 1], expected[nextExpected]];
    gaps.push(...alignMiddle(found.slice(i, nextFound), expected.slice(j, nextExpected), pairs, around));
    const [one, other] = [found[nextFound], expected[nextExpected]];
    if (one && other) pairs.set(other, one);
    [i, j] = [nextFound + 1, nextExpected + 1];
  }
  return { pairs, gaps };
}

/** @param {Atom | undefined} atom */
function nameOf(atom) {
  return atom ? `${atom.sort} ${atom.key}` : "";
}

/**
 * Pairs by the longest common subsequence with weights (Needleman and Wunsch 1970, without a cost of gaps).
 * @param {Atom[]} found
 * @param {Atom[]} expected
 * @param {Map<Atom, Atom>} pairs
 * @param {(Atom | undefined)[]} around the expected atoms before and behind
 * @returns {Gap[]}
 */
function alignMiddle(found, expected, pairs, around) {
  const width = expected.length + 1;
  if (!found.length && !expected.length) return [];
  if (!found.length || !expected.length) return [{ found, expected, between: around }];
  if (found.length * expected.length > MOST_PAIRS) return alignInOrder(found, expected, pairs, around);
  const best = new Uint32Array((found.length + 1) * width);
  const likeness = measure(found, expected);
  /** @type {(i: number, j: number) => number} */
  const at = (i, j) => /** @type {number} */ (best[i * width + j]);
  for (let i = found.length - 1; i >= 0; i--) {
    for (let j = expected.length - 1; j >= 0; j--) {
      const alike = likeness(i, j);
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), alike && alike + at(i + 1, j + 1));
    }
  }
  /** @type {Gap[]} */
  const gaps = [];
  /** @type {Gap} */
  let gap = { found: [], expected: [], between: [around[0]] };
  /** @type {(next: Atom | undefined) => void} */
  const close = (next) => {
    if (gap.found.length || gap.expected.length) gaps.push({ ...gap, between: [...gap.between, next] });
    gap = { found: [], expected: [], between: [next] };
  };
  let [i, j] = [0, 0];
  while (i < found.length || j < expected.length) {
    const [one, other] = [found[i], expected[j]];
    const alike = one && other ? likeness(i, j) : 0;
    if (one && other && alike && at(i, j) === alike + at(i + 1, j + 1)) {
      close(other);
      pairs.set(other, one);
      [i, j] = [i + 1, j + 1];
    } else if (one && (!other || at(i, j) === at(i + 1, j))) {
      gap.found.push(one);
      i += 1;
    } else {
      gap.expected.push(/** @type {Atom} */ (other));
      j += 1;
    }
  }
  close(around[1]);
  return gaps;
}

/**
 * Pairs one after the other, where there are too many to compare each with each.
 * @param {Atom[]} found
 * @param {Atom[]} expected
 * @param {Map<Atom, Atom>} pairs
 * @param {(Atom | undefined)[]} around
 * @returns {Gap[]}
 */
function alignInOrder(found, expected, pairs, around) {
  let index = 0;
  for (; found[index] && found[index]?.sort === expected[index]?.sort; index++) {
    pairs.set(/** @type {Atom} */ (expected[index]), /** @type {Atom} */ (found[index]));
  }
  const rest = { found: found.slice(index), expected: expected.slice(index), between: [expected[index - 1], around[1]] };
  return rest.found.length || rest.expected.length ? [rest] : [];
}

/**
 * How alike a found and an expected atom are; 0 where one cannot become the other.
 * @param {Atom[]} found
 * @param {Atom[]} expected
 * @returns {(i: number, j: number) => number}
 */
function measure(found, expected) {
  const [ours, theirs] = [found.map(traits), expected.map(traits)];
  return (i, j) => {
    const [one, other] = [/** @type {Atom} */ (found[i]), /** @type {Atom} */ (expected[j])];
    if (one.sort !== other.sort) return 0;
    if (one.key === other.key) return one.kind === "element" ? 32 : 8;
    if (one.kind !== "element") return 2;
    const [mine, other_] = [/** @type {string[]} */ (ours[i]), /** @type {string[]} */ (theirs[j])];
    return mine.reduce((sum, trait, index) => sum + Number(trait === other_[index]) * /** @type {number} */ (WEIGHTS[index]), 2);
  };
}

const WEIGHTS = [4, 1, 2, 4, 2];

/**
 * What tells elements of one name apart: id, class, marker, the names of all elements inside, and their text.
 * @param {Atom} atom
 * @returns {string[]}
 */
function traits({ kind, nodes: [node] }) {
  if (kind !== "element") return [];
  const element = /** @type {Element} */ (node);
  const [id, name, marker] = ["id", "class", MARKER].map((key) => element.getAttribute(key) ?? "");
  return [id ?? "", name ?? "", marker ?? "", skeleton(element), element.textContent ?? ""];
}

/**
 * The names of all elements inside of one.
 * @param {Element} element
 */
export function skeleton(element) {
  return Array.from(element.querySelectorAll("*"), ({ localName }) => localName).join(" ");
}
