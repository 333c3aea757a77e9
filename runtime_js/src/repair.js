// Makes a page, or an island, what was rendered for it, where it differs.

import { cut } from "./difference.js";
import { takeComponents } from "./expected.js";
import { mend } from "./mend.js";
import { followTargets } from "./replay.js";
import { clear, collect, htmlOf, parse, spanOf, take } from "./runtime.js";

/**
 * Binds what is there when it has been made what was rendered.
 * @param {number} place as for `hydrate`
 * @param {string} html what Python rendered, with notes of the components
 * @param {...number} numbers as for `hydrate`
 * @returns {string} JSON: how many nodes were looked at, the differences, and [id, value] of the controls that the user changed
 */
export function repair(place, html, ...numbers) {
  const span = spanOf(place);
  const read = () => {
    const fragment = parse(html, span.parent);
    return { fragment, componentOf: takeComponents(fragment) };
  };
  const { fragment, componentOf } = read();
  const follow = followTargets();
  const differences = mend(span, fragment, componentOf);
  const found = collect(span.parent, span.start, span.end);
  if (found.elements.length !== numbers[1] || found.comments.length !== numbers[3]) {
    const before = cut(htmlOf(span));
    replaceContent(span, read().fragment); // somebody has put marked nodes where nothing looks at them
    const expected = cut(htmlOf(span));
    differences.push({ kind: "marks", component: -1, parent: span.parent.localName, expected, found: before });
  }
  follow();
  return take(span, numbers, differences);
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
