// What is loaded where a page waits for a trigger, has islands or parts that are left alone, differs from what was rendered for it,
// or was used before Python was there.

export { armIslands, island, numberIslands, prepareDue, startIslands, triggerIsland, waitingCount } from "./islands.js";
export { differs } from "./likeness.js";
export { mismatch } from "./mismatch.js";
export { repair } from "./repair.js";
export { arm } from "./trigger.js";
