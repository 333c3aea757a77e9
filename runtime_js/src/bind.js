// Ties numbers to nodes: of a page that is there (hydration) and of markup that was just made (mounting).

import { adoptRows, collect, number } from "./nodes.js";
import { changedControls } from "./controls.js";
import { cut } from "./difference.js";
import { takeComponents } from "./expected.js";
import { island } from "./islands.js";
import { mend } from "./mend.js";
import { ROOT_ID, SKIP_END, SKIP_START } from "./protocol.js";
import { read } from "./read.js";
import { followTargets } from "./replay.js";
import { markupOf, rowsOf } from "./rows.js";
import { countNodes, htmlOf, replaceContent } from "./span.js";

/** The element that holds the page. */
export function root() {
  return /** @type {HTMLElement} */ (document.getElementById(ROOT_ID));
}

/**
 * Parses markup and gives numbers to what is marked in it.
 * @param {string} html
 * @param {Element} parent where it will stand; its namespace is that of the markup
 * @param {number} firstElement
 * @param {number} elementCount
 * @param {number} firstComment
 * @param {number} commentCount
 * @returns {DocumentFragment}
 */
export function mount(html, parent, firstElement, elementCount, firstComment, commentCount) {
  const fragment = parse(html, parent);
  if (elementCount || commentCount) {
    const found = collect(fragment);
    check(found, elementCount, commentCount);
    number(found, firstElement, firstComment);
  }
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
      `[PYUI402] The browser read ${found.elements.length} elements and ${found.comments.length} comments where ` +
        `${elementCount} and ${commentCount} were written. Look for an element inside of one that cannot hold it.`,
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
  const name = parent.namespaceURI === "http://www.w3.org/1999/xhtml" ? null : foreignName(parent);
  if (name === null) {
    template.innerHTML = html;
    if (html.includes("<noscript")) closeNoscript(template.content);
    return template.content;
  }
  template.innerHTML = `<${name}>${html}</${name}>`;
  const fragment = document.createDocumentFragment();
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
 * @param {Element} parent
 * @returns {string | null}
 */
function foreignName(parent) {
  if (parent.localName === "foreignObject") return null;
  return parent.namespaceURI === "http://www.w3.org/2000/svg" ? "svg" : "math";
}

/**
 * What a place is, that Python names by a number.
 * @param {number} place an island's number, or 0 for the page
 * @returns {import("./span.js").Span}
 */
export function spanOf(place) {
  if (place) return island(place);
  const parent = root();
  if (!parent) throw new Error(`[PYUI402] The page has lost its element with the id "${ROOT_ID}".`);
  return { parent, start: null, end: null };
}

/**
 * Binds what is there, if it is what was rendered.
 * @param {number} place the number of an island, or 0 for the page
 * @param {import("./read.js").Sent} rendered what Python rendered for it: sections of markup, the rows between them, and four
 *   numbers: first element, element count, first comment, comment count
 * @returns {string} JSON as of `repair`, or nothing where it differs
 */
export function hydrate(place, rendered) {
  const span = spanOf(place);
  const [sections, sent, numbers] = read(rendered);
  const rows = sent.map(rowsOf);
  const html = sections.map((/** @type {string} */ section, /** @type {number} */ index) => section + markupOf(rows[index]));
  return differs(span, html.join("")) ? "" : take(span, numbers, rows, []);
}

/**
 * Binds what is there when it has been made what was rendered.
 * @param {number} place as for `hydrate`
 * @param {import("./read.js").Sent} rendered as for `hydrate`, but that the markup is one section, with notes of the components
 * @returns {string} JSON: how many nodes were looked at, the differences, and [id, value] of the controls that the user changed
 */
export function repair(place, rendered) {
  const span = spanOf(place);
  const [[html], sent, numbers] = read(rendered);
  const rows = sent.map(rowsOf);
  const parsed = () => {
    const fragment = parse(html, span.parent);
    return { fragment, componentOf: takeComponents(fragment) };
  };
  const { fragment, componentOf } = parsed();
  const follow = followTargets();
  const differences = mend(span, fragment, componentOf);
  const { elements, comments } = collect(span.parent, span.start, span.end);
  const [elementCount, commentCount] = counts(numbers, rows);
  if (elements.length !== elementCount || comments.length !== commentCount) {
    const before = cut(htmlOf(span));
    replaceContent(span, parsed().fragment); // somebody has put marked nodes where nothing looks at them
    const expected = cut(htmlOf(span));
    differences.push({ kind: "marks", component: -1, parent: span.parent.localName, expected, found: before });
  }
  follow();
  return take(span, numbers, rows, differences);
}

/**
 * @param {import("./span.js").Span} span
 * @param {number[]} numbers
 * @param {import("./rows.js").Rows[]} rows
 * @param {import("./difference.js").Difference[]} differences
 */
function take(span, numbers, rows, differences) {
  const found = collect(span.parent, span.start, span.end);
  check(found, ...counts(numbers, rows));
  const [firstElement, , firstComment] = /** @type {[number, number, number, number]} */ (numbers);
  const others = adoptRows(found, rows, firstElement, firstComment);
  number(others, firstElement, firstComment);
  return JSON.stringify({ differences, nodes: countNodes(span), values: changedControls(Array.from(others.elements)) });
}

/**
 * How many marked elements and comments there are, those of rows included.
 * @param {number[]} numbers
 * @param {import("./rows.js").Rows[]} rows
 * @returns {[number, number]}
 */
function counts([, elements, , comments], rows) {
  const sum = (/** @type {"elements" | "comments"} */ kind) => rows.reduce((all, one) => all + one.count * one[kind], 0);
  return [/** @type {number} */ (elements) + sum("elements"), /** @type {number} */ (comments) + sum("comments")];
}

/**
 * Tells whether a place is not to the letter what was rendered. What is left alone is not looked at.
 * @param {import("./span.js").Span} span
 * @param {string} html
 */
function differs(span, html) {
  const found = htmlOf(span);
  if (found === html) return false;
  const skips = html.includes(`<!--${SKIP_START}-->`);
  if (skips && emptied(found) === emptied(html)) return false;
  const expected = serialize(parse(html, span.parent));
  return skips ? emptied(expected) !== emptied(found) : expected !== found;
}

/**
 * Markup without what stands between `SKIP_START` and `SKIP_END`.
 * @param {string} html
 */
function emptied(html) {
  let depth = 0;
  return html
    .split(SKIPS)
    .filter((part, index) => {
      if (index % 2 === 0) return depth === 0;
      depth += part === SKIP_START ? 1 : -1;
      return false;
    })
    .join("<!---->");
}

const SKIPS = new RegExp(`<!--([${SKIP_START}${SKIP_END}])-->`);

/** @param {DocumentFragment} fragment */
function serialize(fragment) {
  const template = document.createElement("template");
  template.content.append(fragment.cloneNode(true));
  return template.innerHTML;
}
