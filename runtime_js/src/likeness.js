// Tells whether a page that is not to the letter what was rendered is all the same.

import { SKIP_END, SKIP_START } from "./protocol.js";
import { htmlOf, parse } from "./runtime.js";

/**
 * Tells whether a place is not what was rendered. What is left alone is not looked at, nor which characters are escaped.
 * @param {import("./span.js").Span} span
 * @param {string} html
 */
export function differs(span, html) {
  const found = htmlOf(span);
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
  template.content.append(fragment);
  return template.innerHTML;
}
