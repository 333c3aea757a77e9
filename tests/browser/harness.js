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
      else if (child instanceof Comment) text += /^([[\]t/{})]|\(.*)$/s.test(child.data) ? "" : `<!--${child.data}-->`;
      else if (child instanceof Element) text += element(child);
    }
    return text;
  }

  function without(node, children) {
    const rest = document.createDocumentFragment();
    rest.append(...Array.from(node.childNodes).filter((child) => !children.includes(child)).map((child) => child.cloneNode(true)));
    return rest;
  }

  /** What a control shows, in place of the attributes that give its first value. */
  function shown(control) {
    return control.type === "checkbox" ? `checked=${control.checked}` : `value=${control.value}`;
  }

  function element(child) {
    const control = child.hasAttribute("data-control");
    const attributes = Array.from(child.attributes, ({ name, value }) => `${name}="${value}"`)
      .filter((attribute) => !attribute.startsWith('data-p="') && !(control && /^(value|checked)=/.test(attribute)))
      .sort();
    if (control) return `<${[child.localName, ...attributes, shown(child)].join(" ")}>`;
    const inside = child instanceof HTMLTemplateElement ? child.content : child;
    return `<${[child.localName, ...attributes].join(" ")}>${plain(inside)}</${child.localName}>`;
  }

  /**
   * Does early what a user would; returns what of it could be done, the change of a signal that each means, and the number of the
   * control or button that it was done on: none where that was not there before.
   */
  function act(early, heard) {
    const first = Array.from(root().querySelectorAll("[data-control], [data-click]"));
    const change = ([kind, ...rest]) => (kind === "click" ? click(rest.slice(0, 1))[0] : enter(kind, rest, heard));
    return early
      .map((one) => chosen(one, heard))
      .map((action) => ({ action, place: first.indexOf(targetOf(action)), change: change(action) }))
      .filter(({ change }) => change);
  }

  function targetOf([kind, which]) {
    return root().querySelector(kind === "click" ? `[data-click="${which}"]` : `[data-control="${kind} ${which}"]`);
  }

  /** What is meant by something done with the control or button that comes nth in the page, counted in circles. */
  function chosen([kind, number, value], heard) {
    if (kind !== "any") return [kind, number, value];
    const all = root().querySelectorAll(heard ? "[data-control], [data-click]" : "[data-control]");
    const { control, click } = all[number % all.length]?.dataset ?? {};
    if (click) return ["click", click];
    const [of, index] = (control ?? "text 0").split(" ");
    return [of, Number(index), of === "flag" ? number % 2 === 0 : value];
  }

  function enter(kind, [index, value], heard) {
    const control = targetOf([kind, index]);
    if (!control) return null;
    control[kind === "flag" ? "checked" : "value"] = value;
    if (heard) for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
    return [kind, index, value];
  }

  /** Clicks on buttons; returns the changes of signals that this means. */
  function click(names) {
    const found = names.map((name) => root().querySelector(`[data-click="${name}"]`)).filter(Boolean);
    return found.map((button) => (button.click(), JSON.parse(button.dataset.sets)));
  }

  /** As `act`, on what no handler is bound to yet: events are captured, trigger the islands that they are in, and are replayed. */
  async function actCaptured(early) {
    _pyui.listeners(addEventListener);
    const done = act(early, true);
    await new Promise((resolve) => setTimeout(resolve)); // behind those that take the islands over
    _pyui.listeners(removeEventListener);
    if (_pyui.events.length) throw new Error("events were not replayed");
    return done;
  }

  function steps(clicks = [], late = false) {
    const states = [plain()];
    for (let index = 0; index < harness.updates(); index++) {
      harness.update(index);
      states.push(plain());
    }
    if (late) {
      harness.wake();
      states.push(plain());
    }
    const clicked = clicks.map((name) => {
      const changes = click([name]);
      states.push(plain());
      return changes;
    });
    return { states, clicked: clicked.flat() };
  }

  function nodesIn(parent) {
    const found = [];
    const walker = document.createTreeWalker(parent, NodeFilter.SHOW_ALL);
    while (walker.nextNode()) if (walker.currentNode.nodeName !== "#text" || !walker.currentNode.parentElement.matches("p")) {
      found.push(walker.currentNode);
    }
    return found;
  }

  /** Clicks both counters; returns what the page shows before and after. */
  function use($) {
    const states = [plain()];
    for (const id of ["#else", "#here", "#here"]) {
      $(id)?.click();
      states.push(plain());
    }
    return { states };
  }

  globalThis.cases = {
    plain(html) {
      root().innerHTML = html;
      return plain();
    },
    /**
     * Hydrates a case, if asked to with pauses wherever there can be one; what is done early is done before that, or, if it is
     * captured, before its island is taken over.
     */
    async hydrate(name, html, { early = [], clicks = [], late = false, captured = false, pauses = false } = {}) {
      root().innerHTML = html;
      const typed = captured ? [] : act(early, false);
      const [before, markup] = [nodes(), document.documentElement.outerHTML];
      const mutations = log();
      const counts = JSON.parse(pauses ? harness.hydrate_with_pauses(name) : harness.hydrate(name));
      const done = captured ? await actCaptured(early) : typed;
      if (late) harness.wake_outer();
      else harness.wake();
      const result = {
        counts,
        mutations: mutations.take(),
        same: before.every((node, index) => nodes()[index] === node) && before.length === nodes().length,
        unchanged: markup === document.documentElement.outerHTML,
      };
      return { ...result, done, ...steps(clicks, late), ...end() };
    },
    /** Hydrates the page of `corrupt.py` after a script has changed it, and uses it. */
    corrupt(html, script, foreign) {
      root().innerHTML = html;
      const $ = (selector) => root().querySelector(selector);
      new Function("root", "$", script)(root(), $);
      const typed = $("#typed");
      typed.value = "typed";
      typed.focus();
      typed.setSelectionRange(1, 3);
      const outside = nodesIn($("#elsewhere"));
      const counts = JSON.parse(harness.hydrate("corrupt"));
      const result = {
        mismatches: counts.mismatches,
        reports: JSON.parse(harness.reported()),
        same: outside.every((node, index) => nodesIn($("#elsewhere"))[index] === node),
        input: [$("#typed") === typed, document.activeElement === typed, typed.value, typed.selectionStart, typed.selectionEnd],
        name: $("#name").textContent,
      };
      if (foreign) new Function("root", "$", foreign)(root(), $);
      return { ...result, ...use($), ...end() };
    },
    /** Hydrates a page after a script has changed it; tells which elements with a selector stayed. */
    repair(name, html, script, selector) {
      root().innerHTML = html;
      new Function("root", "$", script)(root(), (one) => root().querySelector(one));
      const before = Array.from(root().querySelectorAll(selector));
      harness.hydrate(name);
      const kinds = JSON.parse(harness.reported()).map(({ kind }) => kind);
      const result = { kinds, kept: before.filter((node) => node.isConnected).length, states: [plain()] };
      return { ...result, ...end() };
    },
    mountCorrupt() {
      root().replaceChildren();
      harness.mount("corrupt");
      root().querySelector("#typed").value = "typed";
      root().querySelector("#typed").dispatchEvent(new InputEvent("input", { bubbles: true }));
      return { ...use((selector) => root().querySelector(selector)), ...end() };
    },
    mount(name, { early = [], clicks = [] } = {}) {
      root().replaceChildren();
      harness.mount(name);
      return { done: act(early, true), ...steps(clicks), ...end() };
    },
  };

  function end() {
    const left = JSON.parse(harness.dispose());
    return { left: { ...left, bound: pyui.bound() - own } };
  }
})();
