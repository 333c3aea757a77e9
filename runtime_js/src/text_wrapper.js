// What translators and phones put around text, or in place of it.

/**
 * Tells whether an element stands for text that it was put around or in place of: by Google Translate, by iOS around phone
 * numbers and dates, by a proxy that hides e-mail addresses.
 * @param {Node} node
 * @returns {boolean}
 */
export function isTextWrapper(node) {
  if (!(node instanceof HTMLElement)) return false;
  if (node.localName === "font") {
    return node.style.verticalAlign === "inherit" && Array.from(node.children).every(isTextWrapper);
  }
  return node.localName === "a" && (node.hasAttribute("x-apple-data-detectors") || node.classList.contains("__cf_email__"));
}
