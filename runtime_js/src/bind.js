// Ties numbers to nodes: of a page that is there (hydration) and of markup that was just made (mounting).

import { collect, number } from "./nodes.js";
import { changedControls } from "./controls.js";
import { mend } from "./mend.js";
import { ROOT_ID } from "./protocol.js";

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
 * @param {{ elements: Element[], comments: Comment[] }} found
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
function parse(html, parent) {
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
 * Makes text of what stands in `noscript`, as the parser of a page with scripts does and that of a template does not.
 * @param {DocumentFragment} fragment
 */
function closeNoscript(fragment) {
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
 * Binds the page that is there.
 * @param {string} html what Python rendered for it
 * @param {number} firstElement
 * @param {number} elementCount
 * @param {number} firstComment
 * @param {number} commentCount
 * @returns {string} JSON: how many nodes were looked at, the mismatches, and [id, value] of the controls that the user changed
 */
export function hydrate(html, firstElement, elementCount, firstComment, commentCount) {
  const container = root();
  const mismatches = container.innerHTML === html ? 0 : repair(container, html);
  const found = collect(container);
  check(found, elementCount, commentCount);
  number(found, firstElement, firstComment);
  return JSON.stringify({ mismatches, nodes: countNodes(container), values: changedControls(found.elements) });
}

/**
 * Looks closer at a page that is not to the letter what was rendered.
 * @param {Element} container
 * @param {string} html
 * @returns {number} how many mismatches there were
 */
function repair(container, html) {
  const expected = parse(html, container);
  if (serialize(expected) === container.innerHTML) return 0;
  const found = container.innerHTML;
  const mismatches = alike(collect(container), collect(expected)) ? mend(container, expected) : replace(container, expected);
  if (mismatches) {
    console.error(
      "[PYUI401] The page is not what its components render; it was mended where it differs. " +
        "Look for values that differ between the server and the browser.",
      { expected: html, found },
    );
  }
  return mismatches;
}

/**
 * @param {Element} container
 * @param {DocumentFragment} expected
 */
function replace(container, expected) {
  container.replaceChildren(expected);
  return 1;
}

/** @param {DocumentFragment} fragment */
function serialize(fragment) {
  const template = document.createElement("template");
  template.content.append(fragment.cloneNode(true));
  return template.innerHTML;
}

/**
 * Tells whether the marked nodes are those that were rendered. Attributes and nodes that somebody added are no mismatch.
 * @param {{ elements: Element[], comments: Comment[] }} found
 * @param {{ elements: Element[], comments: Comment[] }} expected
 */
function alike(found, expected) {
  return (
    found.elements.length === expected.elements.length &&
    found.comments.length === expected.comments.length &&
    found.elements.every((element, index) => sameElement(element, /** @type {Element} */ (expected.elements[index]))) &&
    found.comments.every((comment, index) => comment.data === expected.comments[index]?.data)
  );
}

/**
 * @param {Element} found
 * @param {Element} expected
 */
function sameElement(found, expected) {
  return found.localName === expected.localName;
}

/** @param {Element} container */
function countNodes(container) {
  return document.evaluate("count(.//node())", container, null, XPathResult.NUMBER_TYPE).numberValue;
}
