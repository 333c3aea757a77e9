// What the tests run in the page around `harness`.

(() => {
  const own = pyui.bound(); // the nodes of the harness's own page
  const root = () => document.getElementById("pyui-root");

  function log() {
    const records = [];
    const observer = new MutationObserver((found) => records.push(...found));
    observer.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
    return {
      take: () => {
        records.push(...observer.takeRecords());
        observer.disconnect();
        return records.map((record) => `${record.type} of ${record.target.nodeName} ${record.attributeName ?? ""}`);
      },
    };
  }

  function nodes() {
    const found = [];
    const walker = document.createTreeWalker(root(), NodeFilter.SHOW_ALL);
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  }

  /** The DOM without markers, text joined, attributes sorted, and portals too: they stand in the order of their making. */
  function plain(node = root()) {
    let text = "";
    const portals = Array.from(node.children ?? []).filter((child) => child.hasAttribute("data-portal"));
    if (portals.length) return plain(without(node, portals)) + portals.map(element).sort().join("");
    for (const child of node.childNodes) {
      if (child instanceof Text) text += child.data.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
      else if (child instanceof Comment) text += /^[[\]t/{}]$/.test(child.data) ? "" : `<!--${child.data}-->`;
      else if (child instanceof Element) text += element(child);
    }
    return text;
  }

  function without(node, children) {
    const rest = document.createDocumentFragment();
    rest.append(...Array.from(node.childNodes).filter((child) => !children.includes(child)).map((child) => child.cloneNode(true)));
    return rest;
  }

  function element(child) {
    const attributes = Array.from(child.attributes, ({ name, value }) => `${name}="${value}"`)
      .filter((attribute) => !attribute.startsWith('data-p="'))
      .sort();
    const inside = child instanceof HTMLTemplateElement ? child.content : child;
    return `<${[child.localName, ...attributes].join(" ")}>${plain(inside)}</${child.localName}>`;
  }

  function steps() {
    const states = [plain()];
    for (let index = 0; index < harness.updates(); index++) {
      harness.update(index);
      states.push(plain());
    }
    return states;
  }

  globalThis.cases = {
    plain(html) {
      root().innerHTML = html;
      return plain();
    },
    hydrate(name, html) {
      root().innerHTML = html;
      const [before, markup] = [nodes(), document.documentElement.outerHTML];
      const mutations = log();
      const counts = JSON.parse(harness.hydrate(name));
      const result = {
        counts,
        mutations: mutations.take(),
        same: before.every((node, index) => nodes()[index] === node) && before.length === nodes().length,
        unchanged: markup === document.documentElement.outerHTML,
      };
      return { ...result, states: steps(), ...end() };
    },
    mount(name) {
      root().replaceChildren();
      harness.mount(name);
      return { states: steps(), ...end() };
    },
  };

  function end() {
    const left = JSON.parse(harness.dispose());
    return { left: { ...left, bound: pyui.bound() - own } };
  }
})();
