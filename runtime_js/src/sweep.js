// Writes zeros over the free memory of Python, when a site is built: what was there is not sent to anybody, and zeros cost nothing.

const WORD = 4;
const IN_USE = 2;
const BEFORE_IN_USE = 1;
const FLAGS = 7;
/** What a free chunk of dlmalloc keeps at its beginning: the sizes and the list, or from this size on also the tree. */
const LIST_ENTRY = 16;
const SMALLEST_IN_TREE = 256;
const TREE_ENTRY = 32;

/**
 * Clears what no object uses: the stack below what runs, and the free chunks of the heap.
 * @param {any} module Emscripten's module
 */
export function sweep(module) {
  const memory = module.HEAPU8;
  memory.fill(0, module.___stack_low, module._emscripten_stack_get_current());
  for (const [start, end] of freeChunks(module.HEAPU32, module.___heap_base, module._sbrk(0))) {
    const kept = end - start < SMALLEST_IN_TREE ? LIST_ENTRY : TREE_ENTRY;
    memory.fill(0, start + kept, end);
  }
}

/**
 * Lists the free chunks of dlmalloc's one segment. Each chunk is [size of the one before if that is free, own size and flags, …].
 * @param {Uint32Array} words the memory
 * @param {number} base where the heap begins
 * @param {number} end where it ends
 * @returns {[number, number][]} none where the heap does not read as dlmalloc's
 */
function freeChunks(words, base, end) {
  /** @type {[number, number][]} */
  const found = [];
  let before = BEFORE_IN_USE;
  let place = Math.ceil(base / 8) * 8;
  while (place < end - 2 * WORD) {
    const head = words[place / WORD + 1] ?? 0;
    const size = head & ~FLAGS;
    if (size === 0) break; // the trailer, of which only the head is used
    if ((head & BEFORE_IN_USE) !== before || place + size > end) return [];
    if (!(head & IN_USE)) found.push([place, place + size]);
    before = head & IN_USE ? BEFORE_IN_USE : 0;
    place += size;
  }
  return found;
}
