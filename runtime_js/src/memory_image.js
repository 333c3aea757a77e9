// The format of a snapshot file: what of Python's memory differs from the memory that the WebAssembly begins with.
//
//   Uint32 × 6   MARK, size of the memory, length of Pyodide's header, number of words in the table, length of the contents,
//                where in the memory a word is that each engine has of its own
//   header       what Pyodide writes before a memory, which calls itself HEADER_SIZE long
//   table        Uint32 × 2 for each run: the bytes that are as they were before it, and its own
//   contents     the bytes of all runs
//
// All lengths but the last are multiples of four, so that the parts can be viewed as words.

export const MARK = 0x50591e02; // the last two digits are the version
export const WORD = 4;
export const PREFACE = 6 * WORD;

/** How long Pyodide's header is taken to be, so that there can be room for it before it is known. */
export const HEADER_SIZE = 1 << 16;

/** @typedef {{ size: number, header: Uint8Array, table: Uint32Array, contents: Uint8Array, own: number }} MemoryImage */

/**
 * @param {Uint8Array} bytes a snapshot file, from the beginning of its buffer
 * @returns {MemoryImage}
 */
export function readImage(bytes) {
  const preface = bytes.length < PREFACE ? [] : new Uint32Array(bytes.buffer, 0, PREFACE / WORD);
  const [mark = 0, size = 0, headerLength = 0, words = 0, length = 0, own = 0] = preface;
  const table = PREFACE + headerLength;
  const contents = table + words * WORD;
  if (mark !== MARK || bytes.length !== contents + length) throw new Error("It is no whole snapshot of this version.");
  return {
    size,
    header: bytes.subarray(PREFACE, table),
    table: new Uint32Array(bytes.buffer, table, words),
    contents: bytes.subarray(contents),
    own,
  };
}

/**
 * Makes a memory what it was when the snapshot was taken.
 * @param {Uint8Array} memory at least as large as that
 * @param {Uint8Array} base what the WebAssembly began with, up to where only zeros were
 * @param {MemoryImage} image
 */
export function fillMemory(memory, base, { table, contents, own }) {
  const kept = memory.slice(own, own + WORD);
  memory.set(base);
  memory.fill(0, base.length);
  let place = 0;
  let read = 0;
  for (let index = 0; index < table.length; index += 2) {
    place += table[index] ?? 0;
    const length = table[index + 1] ?? 0;
    memory.set(contents.subarray(read, read + length), place);
    place += length;
    read += length;
  }
  memory.set(kept, own);
}
