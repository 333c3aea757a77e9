// What is taken over at once: all that the page's root holds, or what stands between the comments of an island.

/**
 * @typedef {object} Span
 * @property {Element} parent
 * @property {Comment | null} start what it stands behind; null for all of the parent
 * @property {Comment | null} end what it stands before
 */

/**
 * The nodes of a span, without those inside of them.
 * @param {Span} span
 * @returns {ChildNode[]}
 */
export function children({ parent, start, end }) {
  if (!start) return Array.from(parent.childNodes);
  /** @type {ChildNode[]} */
  const found = [];
  for (let node = start.nextSibling; node && node !== end; node = node.nextSibling) found.push(node);
  return found;
}

/** @param {Span} span */
export function htmlOf(span) {
  if (!span.start) return span.parent.innerHTML;
  const template = document.createElement("template");
  template.content.append(...children(span).map((node) => node.cloneNode(true)));
  return template.innerHTML;
}

/**
 * Removes what stands between two comments.
 * @param {Comment} start
 * @param {Comment} end
 */
export function clear(start, end) {
  if (start.nextSibling === end) return;
  const range = document.createRange();
  range.setStartAfter(start);
  range.setEndBefore(end);
  range.deleteContents();
}

/**
 * How many nodes stand in a span, at all depths.
 * @param {Span} span
 * @returns {number}
 */
export function countNodes(span) {
  const inside = (/** @type {Node} */ node) => document.evaluate("count(.//node())", node).numberValue;
  return span.start ? children(span).reduce((sum, node) => sum + 1 + inside(node), 0) : inside(span.parent);
}

/**
 * Tells whether a comment that begins like that is in an element, at any depth.
 * @param {Element} parent
 * @param {string} start
 */
export function hasComment(parent, start) {
  return document.evaluate(`boolean(.//comment()[starts-with(., "${start}")])`, parent).booleanValue;
}
