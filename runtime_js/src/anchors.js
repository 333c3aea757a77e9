// Finds what is surely the same in two long lists, so that only what lies between has to be compared.

/** @typedef {[number, number]} Pair an index in the list that was found and one in the expected list */

/**
 * The items with keys that both lists hold exactly once, as many of them as are in the same order in both (Cohen, "Patience
 * diff"; longest increasing subsequence by Fredman 1975).
 * @param {string[]} found
 * @param {string[]} expected
 * @returns {Pair[]} in order
 */
export function anchors(found, expected) {
  const [places, wanted] = [uniquePlaces(found), uniquePlaces(expected)];
  /** @type {Pair[]} */
  const pairs = [];
  for (const [key, index] of wanted) {
    const place = places.get(key);
    if (place !== undefined) pairs.push([place, index]);
  }
  return increasing(pairs);
}

/**
 * @param {string[]} keys
 * @returns {Map<string, number>} in the order of the list
 */
function uniquePlaces(keys) {
  /** @type {Map<string, number>} */
  const places = new Map();
  const twice = new Set();
  keys.forEach((key, index) => (places.has(key) ? twice.add(key) : places.set(key, index)));
  for (const key of twice) places.delete(key);
  return places;
}

/**
 * @param {Pair[]} pairs
 * @returns {Pair[]} the most of them of which the first numbers go up
 */
function increasing(pairs) {
  /** @type {number[]} */
  const tails = []; // the index of the pair that ends the best sequence of each length
  /** @type {number[]} */
  const before = [];
  const first = (/** @type {number | undefined} */ index) => pairs[index ?? -1]?.[0] ?? -1;
  pairs.forEach(([place], index) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (first(tails[middle]) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  });
  /** @type {Pair[]} */
  const best = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) best.push(/** @type {Pair} */ (pairs[index]));
  return best.reverse();
}
