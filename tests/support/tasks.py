"""Tells how many tasks a page is taken over in."""

COUNT_TASKS = """
globalThis.tasks = 0;
{
  // A message of its own is always on its way, and comes in whenever the take-over lets anything in.
  const { port1, port2 } = new MessageChannel();
  const mark = performance.mark.bind(performance);
  let counts = false;
  port1.onmessage = () => {
    if (!counts) return;
    tasks += 1;
    dispatchEvent(new CustomEvent("task", { detail: tasks }));
    port2.postMessage(null);
  };
  performance.mark = (name, ...rest) => {
    counts = name === "pyui:import" || (counts && name !== "pyui:ready");
    if (name === "pyui:import") port2.postMessage(null);
    return mark(name, ...rest);
  };
}
"""
"""Put into a page before all else: `tasks` counts the tasks that came in between, and `task` is sent with each."""
