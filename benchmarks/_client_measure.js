// Runs in each page of `client.py`: times an operation from the click to the paint behind it.

globalThis.bench = (() => {
  const $ = (selector) => document.querySelector(selector);
  const rows = () => $("#tbody").childElementCount;
  const channel = new MessageChannel();

  /** Resolves when a frame that has all changes in it is painted: the message comes behind it. */
  const painted = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        channel.port1.onmessage = resolve;
        channel.port2.postMessage(0);
      }),
    );

  /** Resolves when the microtasks that wait have run, and those that they have left. */
  const settled = () => new Promise((resolve) => queueMicrotask(() => queueMicrotask(resolve)));

  const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));

  async function click(target) {
    globalThis.gc?.();
    await idle();
    await painted();
    const start = performance.now();
    target.click();
    await settled();
    const script = performance.now() - start;
    await painted();
    return [script, performance.now() - start];
  }

  const cell = (row, column) => $(`#tbody > tr:nth-child(${row}) > td:nth-child(${column}) a`);
  const check = (right, what) => {
    if (!right) throw new Error(`${document.title}: ${what}`);
  };
  let turn = 1;

  /** Each operation: what brings the page into the state before, what is clicked, and what must be so afterwards. */
  const operations = {
    "create 1k": { before: ["clear"], target: () => $("#run"), after: () => rows() === 1000 },
    "replace 1k": { before: ["run"], target: () => $("#run"), after: () => rows() === 1000 },
    update: {
      before: ["run"],
      target: () => $("#update"),
      after: () => cell(991, 2).textContent.endsWith(" !!!") && !cell(992, 2).textContent.endsWith(" !!!"),
    },
    select: {
      before: [],
      target: () => cell((turn = (turn % 900) + 7), 2),
      after: () => $("#tbody > tr.danger") === cell(turn, 2).closest("tr"),
    },
    swap: { before: [], target: () => $("#swaprows"), after: () => rows() === 1000 },
    remove: { before: ["run"], target: () => cell(4, 3).firstElementChild, after: () => rows() === 999 },
    "create 10k": { before: ["clear"], target: () => $("#runlots"), after: () => rows() === 10000 },
    "append 1k": { before: ["run"], target: () => $("#add"), after: () => rows() === 2000 },
    clear: { before: ["run"], target: () => $("#clear"), after: () => rows() === 0 },
  };

  return {
    names: Object.keys(operations),
    async run(name) {
      const { before, target, after } = operations[name];
      for (const id of before) {
        $(`#${id}`).click();
        await painted();
      }
      const times = await click(target());
      check(after(), name);
      return times;
    },
  };
})();
