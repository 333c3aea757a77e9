// Form controls with a two-way binding.

import { ID } from "./nodes.js";
import { MARKER } from "./protocol.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/**
 * Tells whether an element has a two-way binding.
 * @param {Element} element
 */
export function isBound(element) {
  return (element.getAttribute(MARKER) ?? "").includes(":");
}

/**
 * What the user sees in a control.
 * @param {Control} control
 * @returns {string | boolean | string[]}
 */
export function read(control) {
  if (isToggle(control)) return /** @type {HTMLInputElement} */ (control).checked;
  if (control instanceof HTMLSelectElement && control.multiple) {
    return Array.from(control.selectedOptions, (option) => option.value);
  }
  return control.value;
}

/**
 * Makes a control show a value. What it shows already is left alone, and with it the caret and a composition.
 * @param {any} control
 * @param {string} name
 * @param {any} value
 */
export function write(control, name, value) {
  if (control instanceof HTMLSelectElement && Array.isArray(value)) {
    for (const option of control.options) option.selected = value.includes(option.value);
  } else if (!(name === "value" && isToggle(control)) && control[name] !== (value ?? "")) {
    control[name] = value ?? "";
  }
}

/**
 * Tells whether a control is on or off, so that its value is an attribute alone.
 * @param {Element} control
 */
function isToggle(control) {
  return control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");
}

/**
 * The controls that no longer show what the page was delivered with.
 * @param {Element[]} elements
 * @returns {[number, string | boolean | string[]][]}
 */
export function changedControls(elements) {
  const controls = /** @type {(Control & { [ID]: number })[]} */ (elements.filter(isBound));
  return controls.filter(isChanged).map((control) => [control[ID], read(control)]);
}

/** @param {Control} control */
function isChanged(control) {
  if (control instanceof HTMLSelectElement) {
    const options = Array.from(control.options);
    const chosen = options.filter((option) => option.defaultSelected);
    if (!chosen.length && !control.multiple) return control.selectedIndex > 0;
    return options.some((option) => option.selected !== chosen.includes(option));
  }
  if (isToggle(control)) {
    const toggle = /** @type {HTMLInputElement} */ (control);
    return toggle.checked !== toggle.defaultChecked;
  }
  return control.value !== control.defaultValue;
}
