// Long lists of which a part is in the page: tells when what is seen leaves that part, and keeps it where it is.

import { MARKER } from "./protocol.js";
import { node } from "./runtime.js";

/** What is sent when other rows are needed. */
const VIEW = "pyuiview";

/**
 * @typedef {object} Part the rows that are in the page
 * @property {HTMLElement | undefined} row the first; none where the list is empty
 * @property {number} offset where that begins, in pixels from the beginning of the first of all rows
 * @property {number} low how far up what is seen may go
 * @property {number} high how far down
 * @property {number | null} height how far the last row is below the first, as Python thinks; null where it does not ask
 */

/** @type {WeakMap<Element, Part>} */
const parts = new WeakMap();

/** The row that stays where it is, and where that is. @type {WeakMap<Element, [Element, number]>} */
const held = new WeakMap();

const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => look(target)));

/**
 * The element that scrolls a list; nothing where the list has gone while this script was loaded.
 * @param {number} startId
 * @returns {Element | undefined}
 */
function viewportOf(startId) {
  return node(startId)?.parentElement.closest(`[${MARKER}~=${VIEW}]`);
}

/** @param {Element} element */
const topOf = (element) => element.getBoundingClientRect().top;

/**
 * The rows behind one that are in the flow: one that is kept for its focus alone is not.
 * @param {Element | null | undefined} row
 */
function* rowsFrom(row) {
  for (; row; row = row.nextElementSibling) {
    if (/** @type {HTMLElement} */ (row).style.position !== "absolute") yield row;
  }
}

/**
 * Notes which row is at the top of what is seen. At the very beginning none is: there new rows come into view.
 * @param {number} startId
 */
export function hold(startId) {
  const viewport = viewportOf(startId);
  if (!viewport || viewport.scrollTop < 1) return;
  const top = topOf(viewport);
  for (const row of rowsFrom(parts.get(viewport)?.row)) {
    const { bottom } = row.getBoundingClientRect();
    if (bottom > top) {
      held.set(viewport, [row, topOf(row)]);
      return;
    }
  }
}

/**
 * Takes over which rows are in the page.
 * @param {number} startId
 * @param {number} rowId
 * @param {number} offset
 * @param {number} low
 * @param {number} high
 * @param {number | null} height
 */
export function watch(startId, rowId, offset, low, high, height) {
  const viewport = viewportOf(startId);
  if (!viewport) return;
  const [row, before] = held.get(viewport) ?? [];
  held.delete(viewport);
  if (row?.isConnected && before !== undefined) viewport.scrollTop += topOf(row) - before;
  const known = parts.has(viewport);
  parts.set(viewport, { row: rowId ? node(rowId) : undefined, offset, low, high, height });
  if (known) {
    queueMicrotask(() => look(viewport));
  } else {
    viewport.addEventListener("scroll", () => look(viewport), { passive: true });
    sizes.observe(viewport); // which looks as well, when the page has been taken over
  }
}

/**
 * Scrolls a row into view.
 * @param {number} rowId
 * @param {ScrollLogicalPosition} block
 * @param {number} focus
 */
export function reveal(rowId, block, focus) {
  const row = node(rowId);
  if (focus) row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block, inline: "nearest", behavior: "instant" });
}

/**
 * Tells Python if other rows are needed, or if they have other heights than it thinks.
 * @param {Element} viewport
 */
function look(viewport) {
  const { row, offset, low, high, height } = /** @type {Part} */ (parts.get(viewport));
  const seen = viewport.clientHeight;
  if (!row?.isConnected || !seen) {
    if (!viewport.isConnected) sizes.unobserve(viewport);
    return;
  }
  const top = offset + topOf(viewport) + viewport.clientTop - topOf(row);
  const tops = height === null ? [] : Array.from(rowsFrom(row), topOf);
  const other = height !== null && Math.abs(/** @type {number} */ (tops.at(-1)) - /** @type {number} */ (tops[0]) - height) > 1;
  if (top >= low && top + seen <= high && !other) return;
  // From row to row, so that what their margins take counts.
  const heights = tops.slice(1).map((each, index) => each - /** @type {number} */ (tops[index]));
  const detail = [top, seen, ...heights].join(" ");
  viewport.dispatchEvent(new CustomEvent(VIEW, { bubbles: true, detail }));
}
