// The benchmark by hand: a template for rows, one listener, and nothing that is not needed.

import { BUTTONS, makeRows } from "./data.js";

const buttons = BUTTONS.map(
  ([id, text]) =>
    `<div class="col-sm-6 smallpad"><button id="${id}" type="button" class="btn btn-primary btn-block">${text}</button></div>`,
);
const main = document.getElementById("main");
main.innerHTML = `<div class="container"><div class="jumbotron"><div class="row">
  <div class="col-md-6"><h1>vanilla (keyed)</h1></div><div class="col-md-6"><div class="row">${buttons.join("")}</div></div>
</div></div><table class="table table-hover table-striped test-data"><tbody id="tbody"></tbody></table>
<span class="preloadicon glyphicon glyphicon-remove" aria-hidden="true"></span></div>`;

const template = document.createElement("tr");
template.innerHTML =
  '<td class="col-md-1"> </td><td class="col-md-4"><a class="lbl"> </a></td><td class="col-md-1"><a class="remove">' +
  '<span class="remove glyphicon glyphicon-remove" aria-hidden="true"></span></a></td><td class="col-md-6"></td>';
const tbody = document.getElementById("tbody");

let rows = [];
let selected = null;

function append(data) {
  for (const { id, label } of data) {
    const element = template.cloneNode(true);
    const first = element.firstChild;
    const text = first.nextSibling.firstChild.firstChild;
    first.firstChild.nodeValue = id;
    text.nodeValue = label;
    element.row = { element, text, label };
    rows.push(element.row);
    tbody.appendChild(element);
  }
}

function clear() {
  rows = [];
  selected = null;
  tbody.textContent = "";
}

function replace(count) {
  clear();
  append(makeRows(count));
}

const acts = {
  run: () => replace(1000),
  runlots: () => replace(10000),
  add: () => append(makeRows(1000)),
  update() {
    for (let index = 0; index < rows.length; index += 10) rows[index].text.nodeValue = rows[index].label += " !!!";
  },
  clear,
  swaprows() {
    if (rows.length < 999) return;
    const [one, other] = [rows[1], rows[998]];
    [rows[1], rows[998]] = [other, one];
    tbody.insertBefore(other.element, one.element.nextSibling);
    tbody.insertBefore(one.element, rows[999]?.element ?? null);
  },
};

main.addEventListener("click", ({ target }) => {
  if (target.id in acts) {
    acts[target.id]();
  } else if (target.matches(".remove")) {
    const { row } = target.closest("tr");
    rows.splice(rows.indexOf(row), 1);
    row.element.remove();
    if (selected === row) selected = null;
  } else if (target.matches(".lbl")) {
    if (selected) selected.element.className = "";
    selected = target.closest("tr").row;
    selected.element.className = "danger";
  }
});
globalThis.benchReady = Promise.resolve();
