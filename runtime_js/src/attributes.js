// Attributes of elements.

/**
 * Sets an attribute, or removes it.
 * @param {Element} element
 * @param {string} name
 * @param {any} value null for an attribute that is to be absent
 */
export function setAttribute(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (name.startsWith("xlink:")) element.setAttributeNS("http://www.w3.org/1999/xlink", name, value);
  else element.setAttribute(name, value);
}
