// Delivers the events that were captured before their handlers were there.

import { captured, release } from "./captured.js";
import { shown } from "./controls.js";
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
  for (const { shown } of due) shown.removeAttribute(WAITING);
  const finders = due.map(({ target }) => finder(target));
  return () => {
    events.splice(0, events.length, ...events.filter((one) => !due.includes(one)));
    replay(due, finders.map((find) => find()));
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
 * @param {Captured[]} due
 * @param {(Element | undefined)[]} targets where each happened; nothing where that is gone, as the report of a mismatch says
 */
function replay(due, targets) {
  const entered = lastEntered(due);
  due.forEach((one, index) => {
    const target = targets[index];
    if (!target) return;
    const event = retold(one.event, target);
    const value = entered.get(index) ?? "";
    deliver(event, (control) => (value === shown(control) ? "" : value));
    if (one.held && !event.defaultPrevented && target.isConnected) whileDone(event, () => release(event, target));
  });
}

/**
 * What bound controls showed, under the index of their last events of each type. The signals have had that when the page was
 * bound, but a handler of an earlier event may change it again.
 * @param {Captured[]} due
 * @returns {Map<number, string>} JSON
 */
function lastEntered(due) {
  /** @type {Map<number, string>} */
  const entered = new Map();
  due.forEach(({ event, target }, index) => {
    const later = due.slice(index + 1).some((one) => one.target === target && one.event.type === event.type);
    if (!later) entered.set(index, shown(target));
  });
  return entered;
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
