// Rows that have numbers only as a whole: their nodes get theirs when the first of them is asked for.

/** The property under which the element of such a row has its place among those that were made with it. */
const PLACE = Symbol("pyui row");

/** @typedef {Element & { [PLACE]: [Batch, number] }} PendingRow */

/**
 * @typedef {object} Numbers the numbers of rows that were made together
 * @property {number} count how many they are
 * @property {number} element the number of the first element of the first row
 * @property {number} elements how many marked elements a row has
 * @property {number} comment the number of the first comment of the first row
 * @property {number} comments how many marker comments a row has
 */

/** @typedef {Numbers & { rows: (PendingRow | undefined)[], waiting: number }} Batch the rows that wait, and how many they are */

/** @type {Set<Batch>} */
const batches = new Set();

/**
 * Begins a batch.
 * @param {Numbers} numbers
 * @returns {Batch}
 */
export function beginBatch(numbers) {
  const batch = { ...numbers, rows: [], waiting: 0 };
  batches.add(batch);
  return batch;
}

/**
 * Adds the next row to a batch.
 * @param {Batch} batch
 * @param {Element} row
 */
export function addRow(batch, row) {
  const pending = /** @type {PendingRow} */ (row);
  pending[PLACE] = [batch, batch.rows.push(pending) - 1];
  batch.waiting += 1;
}

/**
 * Tells whether a node is the element of a row that waits for its numbers.
 * @param {Node} node
 * @returns {node is PendingRow}
 */
export function isPending(node) {
  return /** @type {any} */ (node)[PLACE] !== undefined;
}

/**
 * The row that a number belongs to, if it waits for its numbers.
 * @param {number} id positive for an element, negative for a comment
 * @returns {PendingRow | undefined}
 */
export function rowOf(id) {
  for (const { rows, element, elements, comment, comments } of batches) {
    const row = rows[Math.floor(id > 0 ? (id - element) / elements : (comment - id) / comments)];
    if (row) return row;
  }
  return undefined;
}

/**
 * Takes a row out of its batch.
 * @param {PendingRow} row
 * @returns {[number, number]} the numbers of its first element and comment
 */
export function takeRow(row) {
  const [batch, index] = row[PLACE];
  remove(batch, index);
  return [batch.element + index * batch.elements, batch.comment - index * batch.comments];
}

/**
 * Forgets rows that are gone.
 * @param {number} firstElement
 * @param {number} elementCount
 */
export function forgetRows(firstElement, elementCount) {
  for (const batch of batches) {
    const indexOf = (/** @type {number} */ number) => (number - batch.element) / batch.elements;
    const end = Math.min(batch.count, indexOf(firstElement + elementCount));
    for (let index = Math.max(0, indexOf(firstElement)); index < end; index++) if (batch.rows[index]) remove(batch, index);
  }
}

/** How many nodes wait for their numbers. */
export function pendingNodes() {
  let sum = 0;
  for (const { waiting, elements, comments } of batches) sum += waiting * (elements + comments);
  return sum;
}

/**
 * @param {Batch} batch
 * @param {number} index
 */
function remove(batch, index) {
  delete (/** @type {any} */ (batch.rows[index])[PLACE]);
  batch.rows[index] = undefined;
  batch.waiting -= 1;
  if (!batch.waiting) batches.delete(batch);
}
