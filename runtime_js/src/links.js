// Links: which clicks are ours, and how a link shows that it leads to the present page.

import { root } from "./bind.js";
import { LINK_ACTIVE } from "./protocol.js";

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

/** Has the links that can be active show whether they are. */
export function showActiveLinks() {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (root().querySelectorAll(`a[${LINK_ACTIVE}]`))) {
    const [current, ...classes] = /** @type {string} */ (link.getAttribute(LINK_ACTIVE)).split(" ");
    showActive(link, /** @type {string} */ (current), classes);
  }
}

/**
 * @param {HTMLAnchorElement} link
 * @param {string} current the value of `aria-current`
 * @param {string[]} classes
 */
function showActive(link, current, classes) {
  const [target, here] = [folder(link.pathname), folder(location.pathname)];
  const active = link.origin === location.origin && (current === "page" ? here === target : here.startsWith(target));
  if (active === link.hasAttribute("aria-current")) return;
  if (active) {
    link.setAttribute("aria-current", current);
    link.classList.add(...classes);
  } else {
    link.removeAttribute("aria-current");
    link.classList.remove(...classes);
    if (link.classList.length === 0) link.removeAttribute("class");
  }
}

/**
 * A path with a slash at its end, whether it has one or not.
 * @param {string} path
 */
function folder(path) {
  return path.endsWith("/") ? path : path + "/";
}

const URL_ATTRIBUTES = ["href", "src", "action", "formaction", "poster", "data", "xlink:href"];

/** Makes the relative URLs of the page absolute: they are about to be resolved against another path. */
export function makeLinksAbsolute() {
  for (const name of URL_ATTRIBUTES) {
    for (const element of root().querySelectorAll(`[${CSS.escape(name)}^="."]`)) {
      const url = new URL(/** @type {string} */ (element.getAttribute(name)), document.baseURI);
      element.setAttribute(name, url.href.replace(location.origin, ""));
    }
  }
}
