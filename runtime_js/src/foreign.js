// What others do to a page: translators, browser extensions, mail and phone detectors, third-party scripts.

import { BLOCK_END, BLOCK_START, MARKER, SKIP_END, SKIP_START, TEXT_END, TEXT_START } from "./protocol.js";

const MARKS = new Set([BLOCK_START, BLOCK_END, TEXT_START, TEXT_END, SKIP_START, SKIP_END]);

/** Elements that others insert into pages; those with a dash in their names are custom elements. */
const TAGS = /-|^(?:script|style|link|meta|iframe|object|embed|ins|font)$/;

/** What stands in the start tags of what extensions insert. */
const SIGNS = /extension|translate|goog-|lastpass|gramm|dashlane|onepassword|1p-|bitwarden|nordpass|keeper|honey/i;

/** Attributes that say what an element is or does: no extension adds them, so they differ because the two sides do. */
const MEANING = new Set(
  (
    "accept action alt checked class cols colspan content disabled for formaction hidden href id inert label lang list max " +
    "maxlength media method min minlength multiple name pattern placeholder readonly rel required rows rowspan selected " +
    "size src srcset start step style target title type value wrap"
  ).split(" "),
);

/**
 * Tells whether a comment is one of pyui's marks.
 * @param {Node} node
 */
export function isMark(node) {
  return node instanceof Comment && MARKS.has(node.data);
}

/**
 * Tells whether somebody else has probably inserted an element that the page does not render.
 * @param {Element} element
 */
export function isForeign(element) {
  if (element.hasAttribute(MARKER) || element.querySelector(`[${MARKER}]`)) return false;
  const start = /** @type {Element} */ (element.cloneNode(false)).outerHTML;
  return TAGS.test(element.localName) || element.shadowRoot !== null || SIGNS.test(start);
}

/**
 * Tells whether an attribute that the page does not render says that the two sides differ.
 * @param {Element} element
 * @param {string} name
 */
export function isMeant(element, name) {
  // Password managers draw their icons with the style of a field.
  return MEANING.has(name) && !(name === "style" && /^(?:input|textarea|select)$/.test(element.localName));
}
