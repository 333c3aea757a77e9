// Ties numbers to nodes: of a page that is there (hydration) and of markup that was just made (mounting).

import { adoptRows, collect, number } from "./nodes.js";
import { changedControls } from "./controls.js";
import { takeover } from "./later.js";
import { ROOT_ID } from "./protocol.js";
import { read } from "./read.js";
import { markupOf, putClones } from "./rows.js";
import { countNodes, htmlOf } from "./span.js";

/** The element that holds the page. */
export function root() {
  return /** @type {HTMLElement} */ (document.getElementById(ROOT_ID));
}

/**
 * Parses markup, puts clones into it and gives numbers to what is marked in it.
 * @param {Element} parent where it will stand; its namespace is that of the markup
 * @param {any[]} made the markup, the clones and four numbers, as `OP_BLOCK` has them
 * @returns {DocumentFragment}
 */
export function mount(parent, [html, clones, firstElement, elementCount, firstComment, commentCount]) {
  const fragment = parse(html, parent);
  putClones(fragment, parent, clones);
  const found = collect(fragment);
  check(found, elementCount, commentCount);
  number(found, firstElement, firstComment);
  return fragment;
}

/**
 * @param {import("./nodes.js").Found} found
 * @param {number} elementCount
 * @param {number} commentCount
 */
function check(found, elementCount, commentCount) {
  if (found.elements.length !== elementCount || found.comments.length !== commentCount) {
    throw new Error(
      `[PYUI402] The browser read ${found.elements.length} elements and ${found.comments.length} comments, not ` +
        `${elementCount} and ${commentCount}. Look for an element in one that cannot hold it.`,
    );
  }
}

/**
 * @param {string} html
 * @param {Element} parent
 * @returns {DocumentFragment}
 */
export function parse(html, parent) {
  const template = document.createElement("template");
  const name = foreignName(parent);
  if (!name) {
    template.innerHTML = html;
    if (html.includes("<noscript")) closeNoscript(template.content);
    return template.content;
  }
  template.innerHTML = `<${name}>${html}</${name}>`;
  const fragment = new DocumentFragment();
  fragment.append(.../** @type {Element} */ (template.content.firstChild).childNodes);
  return fragment;
}

/**
 * Makes text of what stands in `noscript`, as the parser of a page with scripts does. That of a template does so in Firefox
 * alone.
 * @param {DocumentFragment} fragment
 */
function closeNoscript(fragment) {
  const trial = document.createElement("template");
  trial.innerHTML = "<noscript><p></p></noscript>";
  if (!trial.content.querySelector("p")) return;
  for (const element of fragment.querySelectorAll("noscript")) element.textContent = element.innerHTML;
}

/**
 * The name of the element that begins the namespace in which markup is parsed; nothing for HTML.
 * @param {Element} parent where the markup will stand
 * @returns {string | undefined}
 */
export function foreignName(parent) {
  return parent.localName === "foreignObject" ? undefined : parent.namespaceURI?.match(/svg$|Math/)?.[0];
}

/**
 * What a place is, that Python names by a number.
 * @param {number} place an island's number, or 0 for the page
 * @returns {import("./span.js").Span}
 */
export function spanOf(place) {
  if (place) return takeover().island(place);
  const parent = root();
  if (!parent) throw new Error(`[PYUI402] The page has lost its #${ROOT_ID}.`);
  return { parent, start: null, end: null };
}

/**
 * Binds what is there, if it is what was rendered.
 * @param {number} place the number of an island, or 0 for the page
 * @param {import("./read.js").Sent} rendered what Python rendered for it: sections of markup, the rows between them, and four
 *   numbers: first element, element count, first comment, comment count, where the rows count but have other numbers
 * @returns {string} JSON as of `repair`, or nothing where it differs, or what tells whether it does is not loaded
 */
export function hydrate(place, rendered) {
  const span = spanOf(place);
  const [sections, rows, numbers] = read(rendered);
  const parts = sections.map((/** @type {string} */ section, /** @type {number} */ index) => section + markupOf(rows[index]));
  const html = parts.join("");
  const differs = htmlOf(span) !== html && (takeover()?.differs(span, html) ?? true);
  return differs ? "" : take(span, numbers, rows, []);
}

/**
 * Gives numbers to the nodes of what is what was rendered.
 * @param {import("./span.js").Span} span
 * @param {number[]} numbers
 * @param {import("./rows.js").Rows[]} rows
 * @param {import("./difference.js").Difference[]} differences
 * @returns {string} JSON as of `repair`
 */
export function take(span, numbers, rows, differences) {
  const found = collect(span.parent, span.start, span.end);
  const [firstElement, elementCount, firstComment, commentCount] = /** @type {[number, number, number, number]} */ (numbers);
  check(found, elementCount, commentCount);
  const others = adoptRows(found, rows, firstElement, firstComment);
  number(others, firstElement, firstComment);
  return JSON.stringify({ differences, nodes: countNodes(span), values: changedControls(others.elements) });
}
