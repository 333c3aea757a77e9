// Which clicks on links are ours.

import { root } from "./bind.js";

/**
 * The link that a click is on, if following it may be left to the app; everything else is the browser's own business.
 * @param {MouseEvent} event
 * @returns {HTMLAnchorElement | null}
 */
export function clickedLink(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = linkAt(event);
  return link && staysHere(link) ? link : null;
}

/**
 * The link of the page that an event is on.
 * @param {Event} event
 * @returns {HTMLAnchorElement | null}
 */
export function linkAt(event) {
  const target = event.composedPath()[0];
  const link = target instanceof Element ? target.closest("a[href]") : null;
  return link instanceof HTMLAnchorElement && root().contains(link) ? link : null;
}

/** @param {HTMLAnchorElement} link */
function staysHere(link) {
  return (
    link.origin === location.origin &&
    (link.target === "" || link.target === "_self") &&
    !link.hasAttribute("download") &&
    !link.relList.contains("external") &&
    !link.isContentEditable
  );
}
