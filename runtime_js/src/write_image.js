// Writes a snapshot file, when a site is built.

import { HEADER_SIZE, MARK, PREFACE, WORD } from "./memory_image.js";

/** The word of Pyodide's header that holds its length. */
export const HEADER_LENGTH = 1;

/** A run ends where so many bytes are as they were: less would cost more in the table than in the contents. */
const GAP = 32;

/**
 * Writes a snapshot file.
 * @param {Uint8Array} header what Pyodide writes before a memory
 * @param {Uint8Array} memory
 * @param {Uint8Array} base what the WebAssembly began with, up to where only zeros were
 * @param {number} own where in the memory a word is that each engine has of its own
 * @returns {Uint8Array}
 */
export function writeImage(header, memory, base, own) {
  memory.fill(0, own, own + WORD);
  const { table, contents } = difference(memory, base);
  const paddedLength = Math.ceil(header.length / WORD) * WORD;
  const bytes = new Uint8Array(PREFACE + paddedLength + table.length * WORD + contents.length);
  new Uint32Array(bytes.buffer, 0, PREFACE / WORD).set([MARK, memory.length, paddedLength, table.length, contents.length, own]);
  bytes.set(header, PREFACE);
  new Uint32Array(bytes.buffer, PREFACE, paddedLength / WORD)[HEADER_LENGTH] = HEADER_SIZE;
  new Uint32Array(bytes.buffer, PREFACE + paddedLength, table.length).set(table);
  bytes.set(contents, bytes.length - contents.length);
  return bytes;
}

/**
 * Finds the runs of bytes that differ.
 * @param {Uint8Array} memory
 * @param {Uint8Array} base
 */
function difference(memory, base) {
  const before = new Uint8Array(memory.length);
  before.set(base);
  /** @type {number[]} */
  const table = [];
  /** @type {Uint8Array[]} */
  const parts = [];
  let end = 0;
  for (let start = next(memory, before, 0); start < memory.length; start = next(memory, before, end)) {
    const from = end;
    end = endOfRun(memory, before, start);
    table.push(start - from, end - start);
    parts.push(memory.subarray(start, end));
  }
  const contents = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let written = 0;
  for (const part of parts) {
    contents.set(part, written);
    written += part.length;
  }
  return { table, contents };
}

/**
 * @param {Uint8Array} memory
 * @param {Uint8Array} before
 * @param {number} place
 * @returns the place of the next byte that differs, from this on
 */
function next(memory, before, place) {
  while (place < memory.length && memory[place] === before[place]) place += 1;
  return place;
}

/**
 * @param {Uint8Array} memory
 * @param {Uint8Array} before
 * @param {number} start the place of a byte that differs
 */
function endOfRun(memory, before, start) {
  let end = start + 1;
  for (let place = end; place < memory.length && place - end < GAP; place += 1) {
    if (memory[place] !== before[place]) end = place + 1;
  }
  return end;
}
