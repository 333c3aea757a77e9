// Waits until the page, or an island of it, is to be taken over.

import { children } from "./runtime.js";

/** @typedef {import("./span.js").Span} Span */

const INTERACTIONS = ["pointerdown", "keydown", "focusin"];
const HOVERS = ["pointerover", "focusin"];

/** Each returns what ends the waiting. @type {Record<string, (done: () => void, span: Span, argument: string) => () => void>} */
const triggers = {
  immediate: (done) => (done(), nothing),
  // Safari has no idle callbacks.
  idle: (done) => ("requestIdleCallback" in globalThis ? idle(done) : later(done, 0)),
  viewport: (done, span) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      done();
    });
    const inside = span.start ? children(span).filter((node) => node instanceof Element) : [];
    for (const element of inside.length ? inside : [span.parent]) observer.observe(element);
    return () => observer.disconnect();
  },
  interaction: (done, span) => onEvents(INTERACTIONS, done, span),
  hover: (done, span) => onEvents(HOVERS, done, span),
  timer: (done, _, milliseconds) => later(done, Number(milliseconds)),
  media: (done, _, query) => {
    const list = matchMedia(query);
    const listener = () => list.matches && done();
    list.addEventListener("change", listener);
    listener();
    return () => list.removeEventListener("change", listener);
  },
};

function nothing() {}

/** @param {() => void} done */
function idle(done) {
  const handle = requestIdleCallback(done);
  return () => cancelIdleCallback(handle);
}

/**
 * @param {() => void} done
 * @param {number} milliseconds
 */
function later(done, milliseconds) {
  const handle = setTimeout(done, milliseconds);
  return () => clearTimeout(handle);
}

/**
 * @param {string[]} types
 * @param {() => void} done
 * @param {Span} span
 */
function onEvents(types, done, span) {
  const stop = () => {
    for (const type of types) removeEventListener(type, listener, true);
  };
  const listener = (/** @type {Event} */ event) => {
    if (!contains(span, /** @type {Node} */ (event.target))) return;
    stop();
    done();
  };
  for (const type of types) addEventListener(type, listener, { capture: true, passive: true });
  return stop;
}

/**
 * Has a function called when a trigger comes.
 * @param {string} trigger its name, and its argument in parentheses; what is no name of one never comes
 * @param {Span} span what is to be taken over
 * @param {() => void} done
 * @returns {() => void} ends the waiting
 */
export function arm(trigger, span, done) {
  const [, name = "", argument = ""] = /^(\w+)(?:\((.*)\))?$/s.exec(trigger) ?? [];
  return triggers[name]?.(done, span, argument) ?? nothing;
}

/**
 * Tells whether a node is in a span.
 * @param {Span} span
 * @param {Node} node
 */
export function contains({ parent, start, end }, node) {
  if (!start || !end) return parent.contains(node);
  const { DOCUMENT_POSITION_FOLLOWING: following, DOCUMENT_POSITION_PRECEDING: preceding } = Node;
  return Boolean(start.compareDocumentPosition(node) & following && end.compareDocumentPosition(node) & preceding);
}
