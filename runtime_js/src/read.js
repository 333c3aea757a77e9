// Reads what Python sends.

/** @typedef {string | Uint8Array} Sent JSON; what is long comes as bytes of UTF-8 */

const decoder = new TextDecoder();

/**
 * @param {Sent} sent
 * @returns {any}
 */
export function read(sent) {
  return JSON.parse(typeof sent === "string" ? sent : decoder.decode(sent));
}
