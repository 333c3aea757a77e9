// Waits until the page is to be taken over, as its server route says.

import { captured } from "./captured.js";
import { ROOT_ID } from "./protocol.js";

const INTERACTIONS = ["pointerdown", "keydown", "focusin"];

/** @type {Record<string, (done: () => void) => void>} */
const triggers = {
  // Safari has no idle callbacks.
  idle: (done) => void ("requestIdleCallback" in globalThis ? requestIdleCallback(done) : setTimeout(done)),
  viewport: (done) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      done();
    });
    observer.observe(/** @type {Element} */ (document.getElementById(ROOT_ID)));
  },
  interaction: (done) => {
    for (const type of INTERACTIONS) addEventListener(type, done, { once: true, capture: true, passive: true });
  },
};

/**
 * Resolves when the page is to be taken over: as its route says, and at the latest when an event waits for its handler.
 * @param {string} hydrate when; anything but a name of a trigger stands for at once
 * @returns {Promise<void>}
 */
export function triggered(hydrate) {
  const capture = captured();
  const wait = triggers[hydrate] ?? ((done) => done());
  return new Promise((resolve) => {
    const done = () => resolve();
    capture.wake = done;
    if (capture.events.length) done();
    else wait(done);
  });
}
