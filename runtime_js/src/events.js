// Event delegation: one listener per event type on the document, one call into Python per event.

import { captured } from "./captured.js";
import { shown } from "./controls.js";
import { ID, numberAround } from "./nodes.js";
import { MARKER } from "./protocol.js";

/** @type {(type: string, ids: string | number, event: Event, value: string) => void} */
let dispatch = () => {};

/** @type {Set<string>} */
const types = new Set();

/**
 * Says who handles events.
 * @param {(type: string, ids: string | number, event: Event, value: string) => void} handler gets the event's type, the number of
 *   the element that handles it or those of several (innermost first, comma-separated), the event, and the JSON of what a bound
 *   control shows
 */
export function onEvent(handler) {
  dispatch = handler;
}

/**
 * Begins to listen to a type of event.
 * @param {string} type
 */
export function listen(type) {
  if (types.has(type)) return;
  types.add(type);
  document.addEventListener(type, onEventOfDocument, { passive: false });
  // Events that do not bubble are seen on their way down alone.
  document.addEventListener(type, (event) => event.bubbles || onEventOfDocument(event), { capture: true, passive: false });
}

/** The event whose handlers have been called before the browser sends it. @type {Event | null} */
let done = null;

/**
 * Has the browser send an event again, past the handlers: they have had it.
 * @param {Event} event
 * @param {() => void} send
 */
export function whileDone(event, send) {
  done = event;
  try {
    send();
  } finally {
    done = null;
  }
}

/** @param {Event} event */
function onEventOfDocument(event) {
  const isDone = done?.type === event.type && done.target === event.target;
  const waits = captured().events.at(-1)?.event === event; // the innermost of its handlers is not there yet
  if (!isDone && !waits) deliver(event, shown);
}

/**
 * Calls the handlers of an event.
 * @param {Event} event
 * @param {(control: Element) => string} valueOf returns what the signal of a bound control is to have: JSON, or "" for what it has
 */
export function deliver(event, valueOf) {
  const ids = handlersOf(event);
  const [first] = ids;
  if (!first) return;
  const target = /** @type {any} */ (event.target);
  dispatch(event.type, ids[1] ? ids.join() : first, event, target[ID] === first ? valueOf(target) : "");
}

/**
 * The numbers of the elements on an event's path that handle its type.
 * @param {Event} event
 * @returns {number[]}
 */
function handlersOf(event) {
  /** @type {number[]} */
  const ids = [];
  numberAround(/** @type {Node} */ (event.target));
  for (let place = /** @type {any} */ (event.target); place; place = event.bubbles ? place.parentNode : null) {
    if (place[ID] !== undefined && handles(place, event.type)) ids.push(place[ID]);
  }
  return ids;
}

/**
 * @param {Element} element
 * @param {string} type
 */
function handles(element, type) {
  return (element.getAttribute(MARKER) ?? "").split(" ").includes(type);
}
