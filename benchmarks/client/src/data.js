// The rows of the benchmark, the same for all libraries in JavaScript. A seed makes the same rows again.

const ADJECTIVES = (
  "pretty large big small tall short long handsome plain quaint clean elegant easy angry crazy helpful mushy odd " +
  "unsightly adorable important inexpensive cheap expensive fancy"
).split(" ");
const COLOURS = "red yellow blue green pink brown purple brown white black orange".split(" ");
const NOUNS = "table chair house bbq desk car pony cookie sandwich burger pizza mouse keyboard".split(" ");

let next = 1;

export function makeRows(count, random = Math.random) {
  const pick = (words) => words[Math.floor(random() * words.length)];
  return Array.from({ length: count }, () => ({ id: next++, label: `${pick(ADJECTIVES)} ${pick(COLOURS)} ${pick(NOUNS)}` }));
}

/** Mulberry32, a small generator of random numbers. */
export function seeded(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const BUTTONS = [
  ["run", "Create 1,000 rows"],
  ["runlots", "Create 10,000 rows"],
  ["add", "Append 1,000 rows"],
  ["update", "Update every 10th row"],
  ["clear", "Clear"],
  ["swaprows", "Swap Rows"],
];
