// A table whose cells arrows go through, as the ARIA grid pattern has it: one stop for Tab, and what is in a cell is
// reached from it with Enter.

/**
 * @param {HTMLTableElement} grid
 * @param {(cell: HTMLTableCellElement) => void} [onArrive]
 */
export function grid(table, onArrive) {
  const cells = () => [...table.tBodies[0].rows].map((row) => [...row.cells]);

  const settle = (cell) => {
    for (const other of table.querySelectorAll('tbody [tabindex="0"]')) other.tabIndex = -1;
    cell.tabIndex = 0;
  };
  const first = () => {
    if (!table.querySelector('tbody > tr > [tabindex="0"]')) {
      const cell = table.tBodies[0].rows[0]?.cells[0];
      if (cell) cell.tabIndex = 0;
    }
  };

  /** Puts the focus on the cell so many steps away; answers whether there is one. */
  function step(cell, down, right) {
    const all = cells();
    const at = all.findIndex((row) => row.includes(cell));
    const next = all[at + down]?.[cell.cellIndex + right];
    if (!next) return false;
    arrive(next);
    return true;
  }

  function arrive(cell) {
    settle(cell);
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  first();
  document.addEventListener('renewed', first);
  table.addEventListener('focusin', (event) => {
    const cell = event.target.closest('tbody td, tbody th');
    if (cell) { settle(cell); onArrive?.(cell); }
  });
  table.addEventListener('keydown', (event) => {
    const cell = event.target;
    if (!cell.matches?.('tbody td, tbody th') || event.altKey || event.metaKey) return;
    const all = cells();
    const row = cell.parentElement;
    const last = all.length - 1;
    const at = all.findIndex((one) => one.includes(cell));
    const to = (next) => { if (next) arrive(next); };
    const moves = {
      ArrowDown: () => step(cell, 1, 0), ArrowUp: () => step(cell, -1, 0),
      ArrowRight: () => step(cell, 0, 1), ArrowLeft: () => step(cell, 0, -1),
      Home: () => to(event.ctrlKey ? all[0][0] : row.cells[0]),
      End: () => to(event.ctrlKey ? all[last].at(-1) : row.cells[row.cells.length - 1]),
      PageDown: () => to(all[Math.min(last, at + 10)]?.[cell.cellIndex]),
      PageUp: () => to(all[Math.max(0, at - 10)]?.[cell.cellIndex]),
    };
    if (!moves[event.key] || (event.ctrlKey && !['Home', 'End'].includes(event.key))) return;
    event.preventDefault();
    event.stopPropagation();
    moves[event.key]();
  });
  return { step, arrive };
}
