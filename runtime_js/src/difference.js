// What a page may differ in, and where: what reports are made of.

import { ALLOW_MISMATCH } from "./protocol.js";

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

/** An element that is there and the one that is expected. */
export class Place {
  /**
   * @param {Element} found
   * @param {Element | DocumentFragment} expected
   * @param {Map<Node, number>} componentOf the component of each expected node
   * @param {Difference[]} differences
   * @param {import("./span.js").Span | null} span the part of the element that is meant; null for all of it
   */
  constructor(found, expected, componentOf, differences, span = null) {
    this.span = span;
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
export function excerpt(atoms) {
  return cut(atoms.map(({ kind, key }) => (kind === "mark" || kind === "skip" ? `<!--${key}-->` : key)).join(""));
}

/**
 * The beginning of a text.
 * @param {string} text
 */
export function cut(text) {
  return text.length > EXCERPT ? text.slice(0, EXCERPT - 1) + "…" : text;
}
