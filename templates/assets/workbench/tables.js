// Tables: conditions that apply at once, the matrix as a grid to walk through, and the same place after coming back.
import { onChange } from './live.js';
import { applyConditions } from './passages.js';
import { remember, renew } from './renew.js';

remember();
applyConditions();

const place = `place:${location.pathname}${location.search}`;

/** What has the focus in a cell: its link, or the cell where there is none. */
const target = (cell) => cell?.querySelector('a') ?? cell;

/** Arrows from cell to cell, one stop for Tab. */
function walkGrid(grid) {
  const rows = [...grid.tBodies[0].rows];
  const at = (row, column) => target(rows[row]?.cells[column]);
  const kept = (() => { try { return JSON.parse(sessionStorage.getItem(place) ?? 'null'); } catch { return null; } })();
  let here = kept && at(kept.row, kept.column) ? kept : { row: 0, column: 1 };
  const stop = (to, focus = true) => {
    const old = at(here.row, here.column);
    if (old) old.tabIndex = -1;
    here = to;
    // A cell without quotes has no link and takes no focus but here.
    const now = at(here.row, here.column);
    now.tabIndex = 0;
    if (!focus) return;
    now.focus({ preventScroll: true });
    now.closest('td, th').scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  stop(here, false);
  grid.addEventListener('focusin', (event) => {
    const cell = event.target.closest('tbody td, tbody th');
    if (cell) stop({ row: rows.indexOf(cell.parentElement), column: cell.cellIndex }, false);
  });
  grid.addEventListener('keydown', (event) => {
    if (event.altKey || event.metaKey) return;
    const last = { row: rows.length - 1, column: rows[0].cells.length - 1 };
    const { row, column } = here;
    const next = {
      ArrowRight: { row, column: column + 1 }, ArrowLeft: { row, column: column - 1 },
      ArrowDown: { row: row + 1, column }, ArrowUp: { row: row - 1, column },
      Home: event.ctrlKey ? { row: 0, column: 0 } : { row, column: 0 },
      End: event.ctrlKey ? last : { row, column: last.column },
      PageDown: { row: row + 10, column }, PageUp: { row: row - 10, column },
    }[event.key];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    stop({ row: Math.max(0, Math.min(last.row, next.row)), column: Math.max(0, Math.min(last.column, next.column)) });
  });
  addEventListener('pagehide', () => { try { sessionStorage.setItem(place, JSON.stringify(here)); } catch { /* no matter */ } });
  const [navigation] = performance.getEntriesByType('navigation');
  if (kept && navigation?.type === 'back_forward') stop(here);
}

const walk = () => { const grid = document.querySelector('table.matrix'); if (grid) walkGrid(grid); };
walk();
document.addEventListener('renewed', walk);
onChange(() => renew());
