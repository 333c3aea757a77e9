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

/** In the order of their numbers, which only go up. @type {Batch[]} */
const batches = [];

/**
 * Begins a batch.
 * @param {Numbers} numbers
 * @returns {Batch}
 */
export function beginBatch(numbers) {
  const batch = { ...numbers, rows: [], waiting: 0 };
  batches.splice(firstBehind(numbers.element), 0, batch);
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
  if (id > 0) {
    const batch = batches[firstBehind(id) - 1];
    return batch?.rows[Math.floor((id - batch.element) / batch.elements)];
  }
  const batch = batches.find(({ comment, comments, count }) => id <= comment && id > comment - comments * count);
  return batch?.rows[Math.floor((batch.comment - id) / batch.comments)];
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
  const end = firstElement + elementCount;
  for (let at = firstBehind(end - 1) - 1; at >= 0; at--) {
    const batch = /** @type {Batch} */ (batches[at]);
    const { element, elements, count } = batch;
    if (element + elements * count <= firstElement) return;
    const last = Math.min(count, Math.ceil((end - element) / elements));
    for (let index = Math.max(0, Math.floor((firstElement - element) / elements)); index < last; index++) {
      if (batch.rows[index]) remove(batch, index);
    }
  }
}

/** How many nodes wait for their numbers. */
export function pendingNodes() {
  return batches.reduce((sum, { waiting, elements, comments }) => sum + waiting * (elements + comments), 0);
}

/**
 * @param {Batch} batch
 * @param {number} index
 */
function remove(batch, index) {
  delete (/** @type {any} */ (batch.rows[index])[PLACE]);
  batch.rows[index] = undefined;
  batch.waiting -= 1;
  if (!batch.waiting) batches.splice(batches.indexOf(batch), 1);
}

/**
 * The index of the first batch whose numbers begin behind one.
 * @param {number} id
 */
function firstBehind(id) {
  let [low, high] = [0, batches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (/** @type {Batch} */ (batches[middle]).element <= id) low = middle + 1;
    else high = middle;
  }
  return low;
}
