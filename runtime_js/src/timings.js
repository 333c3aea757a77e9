// How long the phases of a start take. All of it is also in the browser's performance timeline, under names with `pyui:`.

const PREFIX = "pyui:";

/**
 * Notes that a point of the start is reached.
 * @param {string} name
 */
export function mark(name) {
  performance.mark(PREFIX + name);
}

/**
 * Measures a phase.
 * @template T
 * @param {string} name
 * @param {Promise<T>} work what takes the time
 * @returns {Promise<T>} the same
 */
export async function timed(name, work) {
  const start = performance.now();
  const result = await work;
  measure(name, start);
  return result;
}

/**
 * Notes a phase that ends now.
 * @param {string} name
 * @param {number} start when it began
 */
export function measure(name, start) {
  performance.measure(PREFIX + name, { start, end: performance.now() });
}

/** The time of each mark in milliseconds since navigation began, and the length of each phase. */
export function timings() {
  return {
    timings: entries("mark", (entry) => entry.startTime),
    phases: entries("measure", (entry) => entry.duration),
  };
}

/**
 * @param {string} type
 * @param {(entry: PerformanceEntry) => number} value
 */
function entries(type, value) {
  const ours = performance.getEntriesByType(type).filter((entry) => entry.name.startsWith(PREFIX));
  return Object.fromEntries(ours.map((entry) => [entry.name.slice(PREFIX.length), value(entry)]));
}
