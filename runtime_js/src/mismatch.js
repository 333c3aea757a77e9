// Differences between a page and what was rendered for it, told to whoever wants to know.

/**
 * Tells whoever listens on the window of a mismatch.
 * @param {string} text JSON of what differs
 */
export function mismatch(text) {
  dispatchEvent(new CustomEvent("pyui:mismatch", { detail: JSON.parse(text) }));
}
