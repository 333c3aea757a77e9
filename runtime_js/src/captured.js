// What the inline script `capture.js` and the runtime share.

/**
 * An event that came before its handlers were there.
 * @typedef {object} Captured
 * @property {any} event
 * @property {any} target the element that it happened on
 * @property {Element | false | null} held what the default action is that of, if that waits
 * @property {Element} shown the element that shows that it waits
 */

/**
 * @typedef {object} Capture
 * @property {Captured[]} events in the order in which they came
 * @property {(change: typeof addEventListener | typeof removeEventListener) => void} listeners adds or removes those of the script
 * @property {() => void} giveUp ends capturing and carries out what was held: there will be no handlers
 * @property {(element: Element) => boolean} [has] tells whether the handlers of an element are there already
 * @property {() => void} [wake] called with each event; set by the runtime, which thereby takes over from the script
 */

/** The global variable that holds the `Capture`. */
export const CAPTURE = "_pyui";

/** @type {Capture} */
const NONE = { events: [], listeners() {}, giveUp() {} };

/**
 * What was captured on this page. A page that the browser renders itself has no script for it, so nothing there.
 * @returns {Capture}
 */
export function captured() {
  return /** @type {any} */ (globalThis)[CAPTURE] ?? NONE;
}

/**
 * Carries out the default action of an event that was held.
 * @param {any} event
 * @param {any} target
 */
export function release(event, target) {
  if (event.type === "submit") target.requestSubmit(event.submitter);
  else target.dispatchEvent(new MouseEvent("click", event));
}
