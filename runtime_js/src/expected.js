// Reads markup in which the places of components are noted.

import { COMPONENT_END, COMPONENT_START } from "./protocol.js";

/**
 * Takes the notes out of markup that was just parsed.
 * @param {DocumentFragment} fragment
 * @returns {Map<Node, number>} for each node, the index of the innermost component that rendered it
 */
export function takeComponents(fragment) {
  /** @type {Map<Node, number>} */
  const componentOf = new Map();
  /** @type {number[]} */
  const open = [];
  /** @type {Comment[]} */
  const notes = [];
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_ALL);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const data = node instanceof Comment ? node.data : "";
    if (data.startsWith(COMPONENT_START)) open.push(Number(data.slice(COMPONENT_START.length)));
    else if (data === COMPONENT_END) open.pop();
    else if (open.length) componentOf.set(node, /** @type {number} */ (open.at(-1)));
    if (data.startsWith(COMPONENT_START) || data === COMPONENT_END) notes.push(/** @type {Comment} */ (node));
  }
  for (const note of notes) note.remove();
  fragment.normalize();
  return componentOf;
}
