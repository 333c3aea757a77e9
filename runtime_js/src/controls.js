// Form controls with a two-way binding.

import { captured } from "./captured.js";
import { ID } from "./nodes.js";
import { MARKER } from "./protocol.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/**
 * Tells whether an element has a two-way binding.
 * @param {Element} element
 */
function isBound(element) {
  return (element.getAttribute(MARKER) ?? "").includes(":");
}

/**
 * What the user sees in a control.
 * @param {Control} control
 * @returns {string | boolean | string[]}
 */
function read(control) {
  if (isToggle(control)) return /** @type {HTMLInputElement} */ (control).checked;
  if (control instanceof HTMLSelectElement && control.multiple) {
    return Array.from(control.selectedOptions, (option) => option.value);
  }
  return control.value;
}

/**
 * What a control shows, as JSON, if it has a two-way binding; else nothing.
 * @param {Element} element
 * @returns {string}
 */
export function shown(element) {
  return isBound(element) ? JSON.stringify(read(/** @type {Control} */ (element))) : "";
}

/** The control in which the user composes text, such as with an IME. @type {EventTarget | null} */
let composing = null;

/** What that control is to show when the text is composed. @type {any} */
let composed = null;

/** Begins to watch for text that is being composed, also for what was begun before. */
export function watchComposition() {
  for (const type of ["compositionstart", "compositionupdate"]) {
    document.addEventListener(type, (event) => (composing = event.target), { capture: true });
  }
  document.addEventListener("compositionend", endComposition, { capture: true });
}

function endComposition() {
  const [control, value] = [composing, composed];
  composing = composed = null;
  if (value !== null) write(control, "value", value);
}

/**
 * Makes a control show a value. What it shows already is left alone, and with it the caret; where text is being composed,
 * the value waits for its end.
 * @param {any} control
 * @param {string} name
 * @param {any} value
 */
export function write(control, name, value) {
  if (control === composing && name === "value") {
    composed = value ?? "";
  } else if (control instanceof HTMLSelectElement && Array.isArray(value)) {
    for (const option of control.options) option.selected = value.includes(option.value);
  } else if (!(name === "value" && isToggle(control)) && !shows(control, name, value ?? "")) {
    control[name] = value ?? "";
  }
}

/**
 * Tells whether a control shows a value, a number also in other digits: "2.50" is on the way to "2.505".
 * @param {any} control
 * @param {string} name
 * @param {any} value
 */
function shows(control, name, value) {
  const there = control[name];
  return there === value || (control.type === "number" && name === "value" && value !== "" && +there === +value && there !== "");
}

/**
 * Tells whether a control is on or off, so that its value is an attribute alone.
 * @param {Element} control
 */
function isToggle(control) {
  return control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");
}

/**
 * Tells whether an event says that its control shows something else.
 * @param {Event} event
 */
export function tells({ type }) {
  return type === "input" || type === "change";
}

/**
 * The controls that no longer show what the page was delivered with, but for those of which a captured event says so in its turn.
 * @param {Element[]} elements
 * @returns {[number, string | boolean | string[]][]}
 */
export function changedControls(elements) {
  const controls = /** @type {(Control & { [ID]: number })[]} */ (elements.filter(isBound));
  const told = captured().events.flatMap(({ event, target }) => (tells(event) ? [target] : []));
  return controls.filter((control) => !told.includes(control) && isChanged(control)).map((control) => [control[ID], read(control)]);
}

/**
 * Tells whether a control shows something else than after a reset of its form. Attributes alone do not say that: of the value
 * "x", a field for numbers makes nothing, and a select without a selected option shows the first that is not disabled.
 * @param {any} control
 */
export function isChanged(control) {
  if (isToggle(control) ? control.checked === control.defaultChecked : control.value === control.defaultValue) return false;
  const form = document.createElement("form");
  form.append(control.cloneNode(true));
  form.reset();
  return JSON.stringify(read(control)) !== JSON.stringify(read(/** @type {any} */ (form.firstChild)));
}
