// The links of the present page: whether they lead to it, and that they go on leading where they do.

import { LINK_ACTIVE } from "./protocol.js";
import { root } from "./runtime.js";

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
