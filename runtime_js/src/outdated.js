// A page that is older than what it loads, such as one from a cache after a new version was deployed.

import { isChanged } from "./controls.js";

/** The key in the session's storage of the page that was loaded anew last. */
const KEY = "pyui:outdated";

/** The page and what it loads are of different versions. */
export class OutdatedError extends Error {}

/**
 * Loads the page anew, once, unless the user would lose what was entered.
 * @param {string} reason the message of the error, which names the bundle or the versions
 */
export function reloadOnce(reason) {
  if (Array.from(document.querySelectorAll("input, textarea, select")).some(isChanged)) return;
  if (isNoted(`${location.pathname} ${reason}`)) return;
  location.reload();
}

/**
 * Tells whether a page was noted before, and notes it.
 * @param {string} page
 */
function isNoted(page) {
  try {
    if (sessionStorage.getItem(KEY) === page) return true;
    sessionStorage.setItem(KEY, page);
    return false;
  } catch {
    return true; // there is no storage where the user forbids it: rather stay than load for ever
  }
}
