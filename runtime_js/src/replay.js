// Delivers the events that were captured before their handlers were there.

import { captured, release } from "./captured.js";
import { shown, tells } from "./controls.js";
import { deliver, whileDone } from "./events.js";
import { MARKER, WAITING } from "./protocol.js";

/** @typedef {import("./captured.js").Captured} Captured */

/**
 * Gets ready for the replay; to be called before the page is bound. Until the replay the events stay where they are.
 * @param {(one: Captured) => boolean} belongs tells which events are meant
 * @returns {() => void} delivers them, each once and in their order; to be called when their handlers are there
 */
export function prepareReplay(belongs) {
  const { events } = captured();
  const due = events.filter(belongs);
  const entered = due.map(({ event, target }) => (tells(event) ? shown(target) : ""));
  for (const { shown } of due) shown.removeAttribute(WAITING);
  const finders = due.map(({ target }) => finder(target));
  return () => {
    const targets = finders.map((find) => find());
    events.splice(0, events.length, ...events.filter((one) => !due.includes(one)));
    due.forEach((one, index) => replay(one, targets[index], entered[index] ?? ""));
  };
}

/**
 * Notes where an element is.
 * @param {Element} element
 * @returns {() => Element | undefined} finds it; if it was replaced, what has its id, or its place among as many marked alike
 */
function finder(element) {
  const place = element.id ? element : /** @type {Element} */ (element.closest(`[${MARKER}]`) ?? element);
  const marked = `${place.localName}[${MARKER}="${place.getAttribute(MARKER)}"]`;
  const alike = () => Array.from(document.querySelectorAll(element.id ? `#${CSS.escape(element.id)}` : marked));
  const before = alike();
  return () => {
    if (element.isConnected) return element;
    const now = alike();
    return now.length === before.length ? now[before.indexOf(place)] : undefined;
  };
}

/**
 * @param {Captured} one
 * @param {Element | undefined} target where it happened; nothing where that is gone, as the report of a mismatch says
 * @param {string} entered what its control is to show, as JSON: the last that the user made of it, which a handler or an effect
 *   may have changed since
 */
function replay(one, target, entered) {
  if (!target) return;
  const event = retold(one.event, target);
  deliver(event, () => entered);
  if (one.held && !event.defaultPrevented && target.isConnected) whileDone(event, () => release(event, target));
}

/**
 * Makes an event such that handlers see it as if it came now.
 * @param {any} event
 * @param {Element} target
 * @returns {any}
 */
function retold(event, target) {
  let prevented = false;
  Object.defineProperties(event, {
    target: { value: target },
    defaultPrevented: { get: () => prevented },
    preventDefault: { value: () => (prevented = event.cancelable) },
  });
  if (event.submitter && event.submitter.form !== target) Object.defineProperty(event, "submitter", { value: null });
  return event;
}
