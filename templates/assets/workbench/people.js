// Cases, respondents and transcripts as a grid: typing or Enter edits a cell, Enter and Tab keep it and go on, Escape
// restores it; a block from a spreadsheet fills the cells from where one is.
import { grid } from './grid.js';
import { element } from './markup.js';
import { agreed, block } from './paste.js';
import { keepFresh, refresh } from './refresh.js';
import { say, sentence, whisper } from './say.js';
import { send } from './send.js';

const table = document.querySelector('table.cells');

/** The row that is being made: what is typed meanwhile is kept for its next cell. */
let making = null;

const heading = (cell) => table.tHead.rows[0].cells[cell.cellIndex];
const edits = (cell) => heading(cell)?.dataset.edits ?? '';
const isNew = (cell) => cell.parentElement.classList.contains('new');
const rowName = (row) => (row.classList.contains('new') ? sentence('paste-new') : row.dataset.memoName);

/** What a cell holds. */
function valueOf(cell) {
  return cell.querySelector('.unseen, a') ? '' : cell.textContent;
}

function show(cell, value) {
  cell.textContent = value;
  cell.title = value;
}

function field(cell, typed) {
  const label = sentence('cell', heading(cell).textContent, rowName(cell.parentElement));
  const value = valueOf(cell);
  if (edits(cell) === 'kind') {
    const choice = element('select', '', { class: 'cell-input', 'aria-label': label });
    for (const kind of table.dataset.kinds.split('|')) choice.append(element('option', kind, { value: kind }));
    choice.value = value;
    return choice;
  }
  const input = element('input', '', { class: 'cell-input', 'aria-label': label, autocomplete: 'off', spellcheck: 'false' });
  if (edits(cell) === 'case') input.setAttribute('list', 'known-cases');
  if (edits(cell) === 'role') input.setAttribute('list', 'known-roles');
  input.value = typed ?? value;
  return input;
}

/** Begins to edit a cell, with what was typed or with what is there. */
function edit(cell, typed) {
  if (!edits(cell)) {
    cell.querySelector('a, button')?.click();
    return;
  }
  if (isNew(cell) && cell.cellIndex > 0) {
    cells.arrive(cell.parentElement.cells[0]);
    return;
  }
  const was = valueOf(cell);
  const before = [...cell.childNodes].map((node) => node.cloneNode(true));
  const input = field(cell, typed);
  cell.dataset.editing = '';
  cell.replaceChildren(input);
  input.focus();
  if (typed === undefined && input.select) input.select();
  let over = false;

  const end = (keep, down, right) => {
    if (over) return;
    over = true;
    delete cell.dataset.editing;
    const value = input.value.trim();
    const changed = keep && value !== was.trim();
    if (changed) show(cell, value);
    else cell.replaceChildren(...before);
    if (down || right || !keep) {
      cells.arrive(cell);
      if (down || right) cells.step(cell, down, right);
    }
    if (changed) store(cell, value, before, { down, right });
    else refresh();
  };
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const moves = { Enter: [event.shiftKey ? -1 : 1, 0], Tab: [0, event.shiftKey ? -1 : 1] };
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      end(false, 0, 0);
    } else if (moves[event.key]) {
      event.preventDefault();
      event.stopPropagation();
      end(true, ...moves[event.key]);
    }
  });
  input.addEventListener('blur', () => end(true, 0, 0));
}

/** Has the server keep a cell; a refusal puts back what was there. */
async function store(cell, value, before, moved) {
  const row = cell.parentElement;
  const made = isNew(cell);
  if (made) making = '';
  const fields = { sheet: table.dataset.sheet, row: row.dataset.row, column: heading(cell).dataset.column, value };
  const done = await send('/do/cells', fields, { quiet: true });
  if (!done) {
    making = null;
    cell.replaceChildren(...before);
    cell.title = cell.textContent;
    cells.arrive(cell);
    return;
  }
  whisper(done.message);
  if (done.details.length) say(done.message, { details: done.details, button: { name: sentence('undo'), act: () => send('/do/undo', {}) } });
  if (!made) return;
  await refresh();
  const typed = making;
  making = null;
  const next = moved.right ? document.getElementById(`c-${done.data.rows[0]}-${moved.right > 0 ? 1 : 0}`) : document.getElementById('c-new-0');
  if (next && (moved.down || moved.right)) {
    cells.arrive(next);
    if (typed) edit(next, typed);
  }
}

/** Lays a pasted block over the cells from here on. */
async function paste(cell, text) {
  const rows = [...table.tBodies[0].rows].filter((row) => !row.classList.contains('new'));
  const headings = [...table.tHead.rows[0].cells];
  const grows = Boolean(table.querySelector('tr.new'));
  const first = isNew(cell) ? rows.length : rows.indexOf(cell.parentElement);
  /** @type {import('./paste.js').Change[]} */
  const changes = [];
  const counts = { added: 0, left: 0 };
  block(text).forEach((line, down) => {
    const row = rows[first + down];
    if (!row && (!grows || line.every((value) => !value))) {
      counts.left += grows ? 0 : line.length;
      return;
    }
    const id = row?.dataset.row ?? `new-${first + down - rows.length}`;
    let used = false;
    line.forEach((value, right) => {
      const head = headings[cell.cellIndex + right];
      if (!head?.dataset.edits) {
        counts.left += value ? 1 : 0;
        return;
      }
      const was = row ? valueOf(row.cells[cell.cellIndex + right]) : '';
      if (value === was.trim()) return;
      used = true;
      changes.push({ row: id, column: head.dataset.column, value, was, heading: head.textContent, name: row ? rowName(row) : sentence('paste-new') });
    });
    if (!row && used) counts.added += 1;
  });
  if (!changes.length) {
    whisper(sentence('paste-nothing'));
    return;
  }
  if (!(await agreed(changes, counts))) return;
  await send('/do/cells', {
    sheet: table.dataset.sheet,
    row: changes.map((change) => change.row),
    column: changes.map((change) => change.column),
    value: changes.map((change) => change.value),
  });
}

/** @type {ReturnType<typeof grid>} */
let cells;

if (table) {
  cells = grid(table);
  table.addEventListener('keydown', (event) => {
    const cell = event.target;
    if (!cell.matches?.('tbody td, tbody th') || event.altKey || event.isComposing) return;
    const letter = [...event.key].length === 1 && !event.ctrlKey && !event.metaKey;
    if (making !== null && isNew(cell)) {
      if (letter) making += event.key;
      event.preventDefault();
      return;
    }
    if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      edit(cell);
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && edits(cell) && heading(cell).dataset.column !== 'name' && edits(cell) !== 'kind') {
      event.preventDefault();
      const before = [...cell.childNodes].map((node) => node.cloneNode(true));
      if (valueOf(cell)) { show(cell, ''); store(cell, '', before, {}); }
    } else if (letter && edits(cell) && event.key !== ' ') {
      event.preventDefault();
      edit(cell, edits(cell) === 'kind' ? undefined : event.key);
    }
  });
  let held = null;
  table.addEventListener('mousedown', (event) => { held = document.activeElement === event.target ? event.target : null; });
  table.addEventListener('click', (event) => {
    if (event.target === held && edits(held) && !('editing' in held.dataset)) edit(held);
  });
  table.addEventListener('paste', (event) => {
    const cell = event.target.closest('tbody td, tbody th');
    if (!cell || 'editing' in cell.dataset) return;
    event.preventDefault();
    paste(cell, event.clipboardData.getData('text/plain'));
  });
  table.addEventListener('copy', (event) => {
    const cell = event.target.closest?.('tbody td, tbody th');
    if (!cell || 'editing' in cell.dataset || !getSelection().isCollapsed) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', cell.innerText);
  });
  keepFresh();
  // A column that was just asked for is where one goes on.
  if (new URLSearchParams(location.search).get('column')) {
    const last = [...table.tHead.rows[0].cells].findLast((head) => head.dataset.edits);
    const cell = table.tBodies[0].rows[0]?.cells[last?.cellIndex ?? 0];
    if (cell) cells.arrive(cell);
  }
}
