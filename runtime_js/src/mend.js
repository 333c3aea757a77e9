// Mends a page whose text or attributes differ from what was rendered for it, node by node.

/**
 * Makes text and attributes those that are expected. Where somebody added nodes, what stands beside them is left alone; added
 * attributes always are, and so is what the user opened or closed.
 * @param {Node} found
 * @param {Node} expected
 * @returns {number} how many differences there were
 */
export function mend(found, expected) {
  if (found instanceof CharacterData) return mendText(found, /** @type {CharacterData} */ (expected));
  let count = found instanceof Element && expected instanceof Element ? mendAttributes(found, expected) : 0;
  const [children, wanted] = [Array.from(found.childNodes), Array.from(expected.childNodes)];
  if (children.length === wanted.length && children.every((child, index) => child.nodeName === wanted[index]?.nodeName)) {
    children.forEach((child, index) => (count += mend(child, /** @type {Node} */ (wanted[index]))));
  }
  return count;
}

/**
 * @param {CharacterData} found
 * @param {CharacterData} expected
 */
function mendText(found, expected) {
  if (found.data === expected.data) return 0;
  found.data = expected.data;
  return 1;
}

/**
 * @param {Element} found
 * @param {Element} expected
 */
function mendAttributes(found, expected) {
  let count = 0;
  for (const { name, value } of expected.attributes) {
    if (name !== "open" && found.getAttribute(name) !== value) {
      found.setAttribute(name, value);
      count += 1;
    }
  }
  return count;
}
