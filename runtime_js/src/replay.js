// Delivers the events that were captured before their handlers were there.

import { release } from "./captured.js";
import { MARKER, WAITING } from "./protocol.js";
import { captured, deliver, shown, tells, whileDone } from "./runtime.js";

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
  const find = finders(due, looks);
  return () => {
    events.splice(0, events.length, ...events.filter((one) => !due.includes(one)));
    due.forEach((one, index) => replay(one, find(one.target), entered[index] ?? ""));
  };
}

/**
 * Notes where events were captured; to be called before the page is repaired.
 * @returns {() => void} has them happen on what has taken the place of elements that were replaced; to be called after it
 */
export function followTargets() {
  const { events } = captured();
  const find = finders(events, () => ""); // it may look different: that is what is repaired
  return () => events.forEach((one) => (one.target = find(one.target) ?? one.target));
}

/**
 * Notes where the targets of events are, each once: who types makes many events on one.
 * @param {Captured[]} due
 * @param {(element: Element) => string} look returns what is to be the same
 * @returns {(target: Element) => Element | undefined} finds one, or what has taken its place
 */
function finders(due, look) {
  /** @type {Map<Element, () => Element | undefined>} */
  const found = new Map();
  for (const { target } of due) if (!found.has(target)) found.set(target, finder(target, look));
  return (target) => (target.isConnected ? target : found.get(target)?.());
}

/**
 * What an element looks like: another one in its place that does is the same to the user.
 * @param {Element} element
 */
function looks(element) {
  return /** @type {Element} */ (element.cloneNode(false)).outerHTML + element.textContent;
}

/**
 * Notes where an element is.
 * @param {Element} element
 * @param {(element: Element) => string} look returns what is to be the same
 * @returns {() => Element | undefined} finds what has taken its place: what has its id, or its place among as many that are
 *   marked alike and look the same
 */
function finder(element, look) {
  const place = element.id ? element : /** @type {Element} */ (element.closest(`[${MARKER}]`) ?? element);
  const like = look(place);
  const marked = `${place.localName}[${MARKER}="${place.getAttribute(MARKER)}"]`;
  const alike = () =>
    element.id
      ? Array.from(document.querySelectorAll(`#${CSS.escape(element.id)}`))
      : Array.from(document.querySelectorAll(marked)).filter((other) => look(other) === like);
  const before = alike();
  return () => {
    const now = alike();
    return now.length === before.length ? now[before.indexOf(place)] : undefined;
  };
}

/**
 * @param {Captured} one
 * @param {Element | undefined} target where it happened; nothing where that is gone
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
