// The benchmark with Solid, as its authors write it: a signal per label, and a selector.

import { createSelector, createSignal, For } from "solid-js";
import { makeRows } from "./data.js";

const withSignals = (rows) =>
  rows.map(({ id, label }) => {
    const [get, set] = createSignal(label);
    return { id, label: get, setLabel: set };
  });

const Button = (props) => (
  <div class="col-sm-6 smallpad">
    <button id={props.id} class="btn btn-primary btn-block" type="button" onClick={props.act}>
      {props.text}
    </button>
  </div>
);

export function Main(props) {
  const [rows, setRows] = createSignal(withSignals(props.first ?? []));
  const [selected, setSelected] = createSignal(null);
  const isSelected = createSelector(selected);
  const make = (count) => withSignals(makeRows(count));
  const update = () => {
    const now = rows();
    for (let index = 0; index < now.length; index += 10) now[index].setLabel((label) => label + " !!!");
  };
  const swap = () => {
    const now = rows().slice();
    if (now.length < 999) return;
    [now[1], now[998]] = [now[998], now[1]];
    setRows(now);
  };
  const remove = (id) => setRows((now) => now.toSpliced(now.findIndex((row) => row.id === id), 1));
  return (
    <div class="container">
      <div class="jumbotron">
        <div class="row">
          <div class="col-md-6">
            <h1>Solid (keyed)</h1>
          </div>
          <div class="col-md-6">
            <div class="row">
              <Button id="run" text="Create 1,000 rows" act={() => setRows(make(1000))} />
              <Button id="runlots" text="Create 10,000 rows" act={() => setRows(make(10000))} />
              <Button id="add" text="Append 1,000 rows" act={() => setRows((now) => [...now, ...make(1000)])} />
              <Button id="update" text="Update every 10th row" act={update} />
              <Button id="clear" text="Clear" act={() => setRows([])} />
              <Button id="swaprows" text="Swap Rows" act={swap} />
            </div>
          </div>
        </div>
      </div>
      <table class="table table-hover table-striped test-data">
        <tbody id="tbody">
          <For each={rows()}>
            {(row) => (
              <tr class={isSelected(row.id) ? "danger" : ""}>
                <td class="col-md-1">{row.id}</td>
                <td class="col-md-4">
                  <a onClick={[setSelected, row.id]}>{row.label()}</a>
                </td>
                <td class="col-md-1">
                  <a onClick={[remove, row.id]}>
                    <span class="glyphicon glyphicon-remove" aria-hidden="true" />
                  </a>
                </td>
                <td class="col-md-6" />
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <span class="preloadicon glyphicon glyphicon-remove" aria-hidden="true" />
    </div>
  );
}
