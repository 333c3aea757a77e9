// Makes a page, or an island, what was rendered for it, where it differs.

import { cut } from "./difference.js";
import { takeComponents } from "./expected.js";
import { mend } from "./mend.js";
import { followTargets } from "./replay.js";
import { clear, collect, htmlOf, parse, read, spanOf, take } from "./runtime.js";

/**
 * Binds what is there when it has been made what was rendered.
 * @param {number} place as for `hydrate`
 * @param {import("./read.js").Sent} rendered as for `hydrate`, but that the markup is one section, with notes of the components
 * @returns {string} JSON: how many nodes were looked at, the differences, and [id, value] of the controls that the user changed
 */
export function repair(place, rendered) {
  const span = spanOf(place);
  const [[html], rows, numbers] = read(rendered);
  const parsed = () => {
    const fragment = parse(html, span.parent);
    return { fragment, componentOf: takeComponents(fragment) };
  };
  const { fragment, componentOf } = parsed();
  const follow = followTargets();
  const differences = mend(span, fragment, componentOf);
  const { elements, comments } = collect(span.parent, span.start, span.end);
  if (elements.length !== numbers[1] || comments.length !== numbers[3]) {
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
 * @param {DocumentFragment} fragment
 */
function replaceContent(span, fragment) {
  const { parent, start, end } = span;
  if (!start || !end) {
    parent.replaceChildren(fragment);
    return;
  }
  clear(start, end);
  parent.insertBefore(fragment, end);
}
