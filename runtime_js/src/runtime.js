// What a live page loads when it has been painted. It starts Python, and hands what it holds to the parts that are loaded later: they
// import it from here, because there must be one of each.

export { parse, root, spanOf, take } from "./bind.js";
export { captured } from "./captured.js";
export { shown, tells } from "./controls.js";
export { deliver, whileDone } from "./events.js";
export { ready } from "./main.js";
export { collect, node } from "./nodes.js";
export { read } from "./read.js";
export { address, below, here, tellPlace, urlOf } from "./router.js";
export { children, clear, htmlOf } from "./span.js";
export { isTextWrapper } from "./text_wrapper.js";
