// What a new page needs besides its content: the focus, and a word to those who do not see that it is another one.

import { fragment } from "./entries.js";
import { root } from "./runtime.js";

const HIDDEN = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0";

/** @type {HTMLElement | null} */
let announcer = null;

/**
 * Moves the focus to where the new page begins, unless the page has put it somewhere itself.
 * @param {Element | null} before what had the focus on the page before
 * @param {string} hash
 */
export function moveFocus(before, hash) {
  const focused = document.activeElement;
  if (focused && focused !== document.body && focused !== before) return;
  const target = /** @type {HTMLElement | null} */ (
    fragment(hash) ??
      root().querySelector("[autofocus]") ??
      root().querySelector("main h1") ??
      root().querySelector("h1") ??
      root().querySelector("main") ??
      root()
  );
  if (target) focus(target);
}

/** @param {HTMLElement} target */
function focus(target) {
  target.focus({ preventScroll: true });
  if (document.activeElement === target) return;
  target.setAttribute("tabindex", "-1");
  target.addEventListener("blur", () => target.removeAttribute("tabindex"), { once: true });
  target.focus({ preventScroll: true });
}

/**
 * Has screen readers say the title of the new page.
 * @param {string} title
 */
export function announce(title) {
  if (!announcer?.isConnected) {
    announcer = document.createElement("div");
    announcer.id = "pyui-announcer";
    announcer.setAttribute("aria-live", "polite");
    announcer.setAttribute("aria-atomic", "true");
    announcer.style.cssText = HIDDEN;
    document.body.append(announcer);
  }
  const place = announcer;
  // Text that a live region has from the start is not read out, and neither is the same text again.
  place.textContent = "";
  setTimeout(() => (place.textContent = title), 100);
}
