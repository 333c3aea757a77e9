// Lets the browser do what waits: input, painting. A start that ran in one piece would hold it up for longer than people notice.

/**
 * Resolves in a task of its own. Unlike timers, messages are not held back in tabs that nobody looks at.
 * @returns {Promise<void>}
 */
export function pause() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
