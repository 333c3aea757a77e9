// Put into a page before anything else runs: records what changes from the end of parsing on.

(() => {
  const watch = { mutations: [], markup: "", nodes: [] };
  let observer;

  /** Names a node as a person would look for it. */
  function name(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) return `${node.nodeName} ${JSON.stringify((node.nodeValue ?? "").slice(0, 40))}`;
    const classes = Array.from(node.classList, (text) => `.${text}`).join("");
    return `<${node.localName}${node.id && `#${node.id}`}${classes}>`;
  }

  function describe({ type, target, attributeName, addedNodes, removedNodes }) {
    if (type === "attributes") return `attribute ${attributeName} of ${name(target)}`;
    if (type === "characterData") return `text of ${name(target.parentNode ?? target)}`;
    const changes = [...Array.from(addedNodes, (node) => `+ ${name(node)}`), ...Array.from(removedNodes, (node) => `- ${name(node)}`)];
    return `children of ${name(target)}: ${changes.join(", ")}`;
  }

  function nodes() {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  }

  // Scripts of type module run after this and before DOMContentLoaded.
  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    watch.markup = document.documentElement.outerHTML;
    watch.nodes = nodes();
    observer = new MutationObserver((records) => watch.mutations.push(...records.map(describe)));
    observer.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  });

  /** What has changed so far; what changes from now on is counted anew. */
  function take() {
    watch.mutations.push(...(observer?.takeRecords() ?? []).map(describe));
    const now = new Set(nodes());
    const found = {
      mutations: watch.mutations.splice(0),
      lost: watch.nodes.filter((node) => !now.has(node)).map(name),
      unchanged: watch.markup === document.documentElement.outerHTML,
    };
    watch.nodes = [...now];
    watch.markup = document.documentElement.outerHTML;
    return found;
  }

  // What has changed until the promise is kept, and not a moment longer: the page's own code may go on then.
  Object.defineProperty(globalThis, "pyui", {
    configurable: true,
    set(pyui) {
      Object.defineProperty(globalThis, "pyui", { value: pyui, configurable: true, writable: true });
      globalThis.pyuiWatch.hydrated = pyui.ready.then(
        (ready) => ({ ready, ...take() }),
        (error) => ({ error: String(error) }),
      );
    },
  });

  globalThis.pyuiWatch = { take, hydrated: undefined };
})();
