// What is loaded where a page waits for a trigger, has islands, differs from what was rendered for it, or was used before Python
// was there.

export { armIslands, island, numberIslands, prepareDue, startIslands, triggerIsland, waitingCount } from "./islands.js";
export { repair } from "./repair.js";
export { arm } from "./trigger.js";
