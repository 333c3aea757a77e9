// The entry: starts Python and lets it take over the page.

import { hydrate, spanOf } from "./bind.js";
import { boot } from "./boot.js";
import { captured } from "./captured.js";
import { watchComposition } from "./controls.js";
import { onEvent } from "./events.js";
import { keepOffline, loadPackages, loadTakeover, takeover } from "./later.js";
import { count, isKnown, node } from "./nodes.js";
import { apply } from "./ops.js";
import { OutdatedError, reloadOnce } from "./outdated.js";
import { pause } from "./pause.js";
import { PAYLOAD_ID, PAYLOAD_VERSION, SKIP_START } from "./protocol.js";
import { arrive, endNavigation, navigate, startNavigation, watchHistory } from "./router.js";
import { hasComment } from "./span.js";
import { mark, measure, timings } from "./timings.js";

/** What is public besides `ready`: counters for tests and benchmarks. */
const counters = {
  /** How often a call went from Python to JavaScript or back. */
  crossings: 0,
  /** How many nodes are bound. */
  bound: count,
  /** How many islands wait. */
  waiting: () => takeover()?.waitingCount() ?? 0,
};
/** @type {typeof counters} */
const pyui = Object.assign(/** @type {any} */ (globalThis).pyui, counters);

/**
 * Counts calls of a function.
 * @template {(...args: any[]) => any} F
 * @param {F} call
 * @returns {F}
 */
function counted(call) {
  return /** @type {F} */ (
    (...args) => {
      pyui.crossings += 1;
      return call(...args);
    }
  );
}

/**
 * A function of Python's, which is looked up when it is called for the first time: the start needs none of them.
 * @param {() => any} owner what has it
 * @param {string} name
 * @returns {(...args: any[]) => any}
 */
function late(owner, name) {
  /** @type {any} */
  let found;
  return counted((...args) => (found ??= owner()[name])(...args));
}

/**
 * Has Python do what can wait, a slice at a time.
 * @param {() => boolean} work
 */
async function workInSlices(work) {
  do await pause();
  while (work());
}

/**
 * What Python sees of this runtime.
 * @param {any} pyodide
 * @param {() => any} python the module `pyui.browser`
 */
function bridge(pyodide, python) {
  const [flush, work] = [late(python, "flush"), late(python, "work_on")];
  /** @type {Record<string, (...args: any[]) => any>} */
  const calls = {
    apply,
    hydrate,
    node,
    schedule: () => queueMicrotask(flush),
    language: () => navigator.language,
    leave: (/** @type {string} */ url) => location.assign(url),
    report: console.error,
    work: () => void workInSlices(work),
    navigate,
    load: (/** @type {string} */ name) => loadPackages(pyodide, [name]),
  };
  for (const name of ["repair", "mismatch", "numberIslands", "triggerIsland"]) {
    calls[name] = (...args) => /** @type {any} */ (takeover())[name](...args);
  }
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, counted(call)]));
}

/**
 * What shows other pages.
 * @param {() => any} python as of `bridge`
 * @returns {import("./router.js").Router}
 */
function routerOf(python) {
  /** @type {any} */
  let found;
  const owner = () => (found ??= python().navigator());
  const names = ["plan", "ahead", "guard", "show", "place", "wait"];
  return /** @type {any} */ (Object.fromEntries(names.map((name) => [name, late(owner, name)])));
}

/**
 * Resolves when the page is to be taken over: as its route says, and at the latest when an event waits for its handler or an
 * island is triggered.
 * @param {string} hydrate when
 * @returns {Promise<void>}
 */
async function triggered(hydrate) {
  const page = spanOf(0);
  if (hydrate === "immediate" && !hasComment(page.parent, SKIP_START)) return;
  await loadTakeover();
  return new Promise((resolve) => {
    takeover().armIslands(page, resolve);
    if (captured().events.length) captured().wake?.();
    takeover().arm(hydrate, page, resolve);
  });
}

/**
 * Lets the browser do what waits, and loads what handles that, if need be.
 * @param {boolean} [repairs] whether it is needed anyway
 */
async function rest(repairs) {
  await pause();
  if (repairs || captured().events.length) await loadTakeover();
}

/** @returns {Promise<any>} */
async function start() {
  mark("runtime");
  watchComposition();
  watchHistory();
  const text = document.getElementById(PAYLOAD_ID)?.textContent ?? "";
  const payload = JSON.parse(text);
  if (payload.path === "") {
    // The page is sent for many addresses, and knows none of them.
    payload.path = location.pathname.slice(payload.base.length) || "/";
    payload.query = location.search;
  }
  if (payload.version !== PAYLOAD_VERSION) {
    const found = `payload version ${payload.version}, the runtime ${PAYLOAD_VERSION}`;
    throw new OutdatedError(`[PYUI404] The page has ${found}. Reload it.`);
  }
  await triggered(payload.hydrate);
  const pyodide = await boot(payload);
  const importing = performance.now();
  const browser = pyodide.pyimport("pyui.browser");
  measure("import", importing);
  mark("import");
  pyui.crossings = 1;
  captured().has = isKnown;
  await rest();
  const hydrating = performance.now();
  const python = () => browser;
  onEvent(late(python, "dispatch"));
  startNavigation(routerOf(python), payload);
  let result = browser.start(text, payload.path, payload.query, bridge(pyodide, python));
  /** @type {(() => void) | undefined} */
  let replay;
  // What it returns before it is done, `pyui.browser.start` says.
  while (!result?.length) {
    if (result === false) replay = takeover()?.prepareDue();
    else await rest(result);
    result = browser.resume();
  }
  arrive();
  measure("hydrate", hydrating);
  if (takeover()) takeover().startIslands(late(python, "wake"));
  else captured().listeners(removeEventListener);
  const replaying = performance.now();
  replay?.();
  measure("replay", replaying);
  mark("ready");
  void pause().then(() => browser.collect());
  if (payload.offline) keepOffline(payload.offline);
  return { ...JSON.parse(result), ...timings() };
}

/** Tells when the page is interactive, how many components and bindings it has, and what took how long. */
export const ready = start();
ready.catch((error) => {
  if (error instanceof OutdatedError) reloadOnce(error.message);
  captured().giveUp(); // a link that was held leads on, in place of the page that is loaded anew
  endNavigation();
  console.error("[PYUI400] The page could not be made interactive.", error);
});
