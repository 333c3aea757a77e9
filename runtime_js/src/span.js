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
export function elements(span) {
  return /** @type {Element[]} */ (children(span).filter((node) => node instanceof Element));
}

/**
 * Tells whether a node is in a span.
 * @param {Span} span
 * @param {Node} node
 */
export function contains({ parent, start, end }, node) {
  if (!start || !end) return parent.contains(node);
  const { DOCUMENT_POSITION_FOLLOWING: following, DOCUMENT_POSITION_PRECEDING: preceding } = Node;
  return Boolean(start.compareDocumentPosition(node) & following && end.compareDocumentPosition(node) & preceding);
}

/** @param {Span} span */
export function htmlOf(span) {
  if (!span.start) return span.parent.innerHTML;
  const template = document.createElement("template");
  template.content.append(...children(span).map((node) => node.cloneNode(true)));
  return template.innerHTML;
}

/**
 * @param {Span} span
 * @param {DocumentFragment} fragment
 */
export function replaceContent(span, fragment) {
  const { parent, start, end } = span;
  if (!start || !end) {
    parent.replaceChildren(fragment);
    return;
  }
  clear(start, end);
  parent.insertBefore(fragment, end);
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
  const inside = (/** @type {Node} */ node) =>
    document.evaluate("count(.//node())", node, null, XPathResult.NUMBER_TYPE).numberValue;
  return span.start ? children(span).reduce((sum, node) => sum + 1 + inside(node), 0) : inside(span.parent);
}
