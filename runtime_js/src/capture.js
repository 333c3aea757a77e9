// Stands inline at the beginning of a live page: keeps what the user does for the handlers that are not there yet.
// It is part of each page, so it has to stay below a kilobyte; what can be done later is done in `replay.js`.

import { CAPTURE, release } from "./captured.js";
import { MARKER, WAITING } from "./protocol.js";

const TYPES =
  "click dblclick input change submit reset keydown keyup pointerdown pointerup mousedown mouseup focus blur focusin focusout toggle";

/** What does more than call its handlers when it is clicked, and does not open another window. */
const ACTS = ":is([href],button,[type=submit],[type=image]):not([download],[target=_blank],[type=button])";

/** @type {import("./captured.js").Captured[]} */
const events = [];

/** @param {(type: string, listener: (event: any) => void, capture: boolean) => void} change */
const listeners = (change) => TYPES.split(" ").forEach((type) => change(type, record, true));

/** @type {import("./captured.js").Capture} */
const capture = {
  events,
  listeners,
  giveUp() {
    listeners(removeEventListener);
    for (const { event, target, held, shown } of events.splice(0)) {
      shown.removeAttribute(WAITING);
      if (held) release(event, target);
    }
  },
};

/** @param {any} event */
function record(event) {
  const { target, type } = event;
  const handler = target.closest?.(`[${MARKER}~=${type}]`);
  if (handler && !capture.has?.(handler)) {
    const click = type === "click" && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const held = type === "submit" ? target : click && target.closest(ACTS);
    const shown = event.submitter || held || handler;
    if (held) event.preventDefault();
    if (held || click) shown.setAttribute(WAITING, "");
    events.push({ event, target, held, shown });
    capture.wake?.();
  }
}

listeners(addEventListener);
// Module scripts have run by then, so where the one that loads the runtime has not it never will.
addEventListener("DOMContentLoaded", () => {
  if (/** @type {any} */ (self).pyui) return;
  capture.giveUp();
  console.error("[PYUI424] No script");
});
/** @type {any} */ (self)[CAPTURE] = capture;
