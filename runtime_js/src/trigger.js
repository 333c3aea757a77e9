// Waits until the page, or an island of it, is to be taken over.

import { contains, elements } from "./span.js";

/** @typedef {import("./span.js").Span} Span */

const INTERACTIONS = ["pointerdown", "keydown", "focusin"];
const HOVERS = ["pointerover", "focusin"];

/** @type {Record<string, (done: () => void, span: Span, argument: string) => void>} */
const triggers = {
  immediate: (done) => done(),
  // Safari has no idle callbacks.
  idle: (done) => void ("requestIdleCallback" in globalThis ? requestIdleCallback(done) : setTimeout(done)),
  viewport: (done, span) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      done();
    });
    const inside = span.start ? elements(span) : [];
    for (const element of inside.length ? inside : [span.parent]) observer.observe(element);
  },
  interaction: (done, span) => onEvents(INTERACTIONS, done, span),
  hover: (done, span) => onEvents(HOVERS, done, span),
  timer: (done, _, milliseconds) => void setTimeout(done, Number(milliseconds)),
  media: (done, _, query) => {
    const list = matchMedia(query);
    if (list.matches) done();
    else list.addEventListener("change", () => list.matches && done());
  },
};

/**
 * @param {string[]} types
 * @param {() => void} done
 * @param {Span} span
 */
function onEvents(types, done, span) {
  const listener = (/** @type {Event} */ event) => {
    if (!contains(span, /** @type {Node} */ (event.target))) return;
    for (const type of types) removeEventListener(type, listener, true);
    done();
  };
  for (const type of types) addEventListener(type, listener, { capture: true, passive: true });
}

/**
 * Has a function called when a trigger comes.
 * @param {string} trigger its name, and its argument in parentheses; what is no name of one never comes
 * @param {Span} span what is to be taken over
 * @param {() => void} done
 */
export function arm(trigger, span, done) {
  const [, name = "", argument = ""] = /^(\w+)(?:\((.*)\))?$/s.exec(trigger) ?? [];
  triggers[name]?.(done, span, argument);
}
