// Ties numbers to nodes: of a page that is there (hydration) and of markup that was just made (mounting).

import { collect, number } from "./nodes.js";
import { changedControls } from "./controls.js";
import { takeComponents } from "./expected.js";
import { mend } from "./mend.js";
import { ROOT_ID, SKIP_END, SKIP_START } from "./protocol.js";

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
 * Binds the page that is there, if it is what was rendered.
 * @param {string} html what Python rendered for it
 * @param {number} firstElement
 * @param {number} elementCount
 * @param {number} firstComment
 * @param {number} commentCount
 * @returns {string} JSON as of `repair`, or nothing where the page differs
 */
export function hydrate(html, firstElement, elementCount, firstComment, commentCount) {
  const container = root();
  if (!container) throw new Error(`[PYUI402] The page has lost its element with the id "${ROOT_ID}".`);
  if (differs(container, html)) return "";
  return take(container, [firstElement, elementCount, firstComment, commentCount], []);
}

/**
 * Binds the page that is there when it has been made what was rendered.
 * @param {string} html what Python rendered, with notes of the components
 * @param {number} firstElement
 * @param {number} elementCount
 * @param {number} firstComment
 * @param {number} commentCount
 * @returns {string} JSON: how many nodes were looked at, the differences, and [id, value] of the controls that the user changed
 */
export function repair(html, firstElement, elementCount, firstComment, commentCount) {
  const container = root();
  const read = () => {
    const fragment = parse(html, container);
    return { fragment, componentOf: takeComponents(fragment) };
  };
  const { fragment, componentOf } = read();
  const differences = mend(container, fragment, componentOf);
  const found = collect(container);
  if (found.elements.length !== elementCount || found.comments.length !== commentCount) {
    container.replaceChildren(read().fragment); // somebody has put marked nodes where nothing looks at them
  }
  return take(container, [firstElement, elementCount, firstComment, commentCount], differences);
}

/**
 * @param {Element} container
 * @param {[number, number, number, number]} numbers
 * @param {import("./mend.js").Difference[]} differences
 */
function take(container, [firstElement, elementCount, firstComment, commentCount], differences) {
  const found = collect(container);
  check(found, elementCount, commentCount);
  number(found, firstElement, firstComment);
  return JSON.stringify({ differences, nodes: countNodes(container), values: changedControls(found.elements) });
}

/**
 * Tells whether a page is not to the letter what was rendered. What is left alone is not looked at.
 * @param {Element} container
 * @param {string} html
 */
function differs(container, html) {
  const found = container.innerHTML;
  if (found === html) return false;
  const skips = html.includes(`<!--${SKIP_START}-->`);
  if (skips && emptied(found) === emptied(html)) return false;
  const expected = serialize(parse(html, container));
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

/** @param {Element} container */
function countNodes(container) {
  return document.evaluate("count(.//node())", container, null, XPathResult.NUMBER_TYPE).numberValue;
}
