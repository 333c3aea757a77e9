// The benchmark with React, as its authors write it: a memoised row, and a reducer.

import { memo, useReducer } from "react";
import { BUTTONS, makeRows } from "./data.js";

function reduce({ rows, selected }, { type, id }) {
  switch (type) {
    case "run":
      return { rows: makeRows(1000), selected: 0 };
    case "runlots":
      return { rows: makeRows(10000), selected: 0 };
    case "add":
      return { rows: rows.concat(makeRows(1000)), selected };
    case "update": {
      const changed = rows.slice(0);
      for (let index = 0; index < changed.length; index += 10) {
        const row = changed[index];
        changed[index] = { id: row.id, label: row.label + " !!!" };
      }
      return { rows: changed, selected };
    }
    case "clear":
      return { rows: [], selected: 0 };
    case "swaprows": {
      if (rows.length < 999) return { rows, selected };
      const swapped = rows.slice(0);
      [swapped[1], swapped[998]] = [swapped[998], swapped[1]];
      return { rows: swapped, selected };
    }
    case "remove": {
      const index = rows.findIndex((row) => row.id === id);
      return { rows: [...rows.slice(0, index), ...rows.slice(index + 1)], selected };
    }
    case "select":
      return { rows, selected: id };
  }
}

const Row = memo(
  ({ row, selected, dispatch }) => (
    <tr className={selected ? "danger" : ""}>
      <td className="col-md-1">{row.id}</td>
      <td className="col-md-4">
        <a onClick={() => dispatch({ type: "select", id: row.id })}>{row.label}</a>
      </td>
      <td className="col-md-1">
        <a onClick={() => dispatch({ type: "remove", id: row.id })}>
          <span className="glyphicon glyphicon-remove" aria-hidden="true" />
        </a>
      </td>
      <td className="col-md-6" />
    </tr>
  ),
  (before, after) => before.selected === after.selected && before.row === after.row,
);

const Button = ({ id, text, dispatch }) => (
  <div className="col-sm-6 smallpad">
    <button type="button" className="btn btn-primary btn-block" id={id} onClick={() => dispatch({ type: id })}>
      {text}
    </button>
  </div>
);

const Heading = memo(
  ({ dispatch }) => (
    <div className="jumbotron">
      <div className="row">
        <div className="col-md-6">
          <h1>React (keyed)</h1>
        </div>
        <div className="col-md-6">
          <div className="row">
            {BUTTONS.map(([id, text]) => (
              <Button key={id} id={id} text={text} dispatch={dispatch} />
            ))}
          </div>
        </div>
      </div>
    </div>
  ),
  () => true,
);

export function Main({ first = [] }) {
  const [{ rows, selected }, dispatch] = useReducer(reduce, { rows: first, selected: 0 });
  return (
    <div className="container">
      <Heading dispatch={dispatch} />
      <table className="table table-hover table-striped test-data">
        <tbody id="tbody">
          {rows.map((row) => (
            <Row key={row.id} row={row} selected={selected === row.id} dispatch={dispatch} />
          ))}
        </tbody>
      </table>
      <span className="preloadicon glyphicon glyphicon-remove" aria-hidden="true" />
    </div>
  );
}
