// A block from a spreadsheet: read from the clipboard, laid over the cells from where one is, and shown before it is
// done when it changes more than a few.
import { element } from './markup.js';
import { openDialog, sentence } from './say.js';

/** More changes than this are shown first. */
const FEW = 3;
/** Lines of changes that are shown; the rest is counted. */
const SHOWN = 200;

/**
 * The cells of a pasted text. A cell in quotation marks may hold tabs and line breaks, which become spaces.
 * @param {string} text
 * @returns {string[][]}
 */
export function block(text) {
  const rows = [[]];
  let at = 0;
  while (at < text.length) {
    let value = '';
    if (text[at] === '"') {
      let end = at + 1;
      while (end < text.length && !(text[end] === '"' && text[end + 1] !== '"')) end += text[end] === '"' ? 2 : 1;
      value = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    }
    const rest = /[\t\n]|\r\n?/.exec(text.slice(at));
    const end = rest ? at + rest.index : text.length;
    value += text.slice(at, end);
    rows.at(-1).push(value.replace(/\s+/g, ' ').trim());
    if (!rest) break;
    at = end + rest[0].length;
    if (rest[0] !== '\t' && at < text.length) rows.push([]);
    if (rest[0] === '\t' && at === text.length) rows.at(-1).push('');
  }
  return rows;
}

/**
 * @typedef {{row: string, column: string, value: string, name: string, heading: string, was: string}} Change
 */

/**
 * Shows what will change, when it is more than a few cells, and asks whether to go on.
 * @param {Change[]} changes
 * @param {{added: number, left: number}} counts rows that are added, cells that fall outside
 * @returns {Promise<boolean>}
 */
export function agreed(changes, counts) {
  if (changes.length <= FEW && counts.added === 0 && counts.left === 0) return Promise.resolve(true);
  const content = document.createDocumentFragment();
  content.append(element('h2', sentence('paste-title')));
  content.append(element('p', sentence('paste-cells', changes.length)));
  if (counts.added) content.append(element('p', sentence('paste-rows', counts.added)));
  if (counts.left) content.append(element('p', sentence('paste-left', counts.left)));
  const room = element('div', '', { class: 'scrolls' });
  const table = element('table');
  const head = element('tr');
  for (const name of ['paste-row', 'paste-column', 'paste-was', 'paste-becomes']) head.append(element('th', sentence(name), { scope: 'col' }));
  table.append(element('thead'), element('tbody'));
  table.tHead.append(head);
  for (const change of changes.slice(0, SHOWN)) {
    const line = element('tr');
    line.append(element('th', change.name, { scope: 'row' }), element('td', change.heading), element('td', change.was), element('td', change.value));
    table.tBodies[0].append(line);
  }
  room.append(table);
  content.append(room);
  if (changes.length > SHOWN) content.append(element('p', sentence('paste-more', changes.length - SHOWN)));
  const buttons = element('p', '', { class: 'buttons' });
  const yes = element('button', sentence('paste-do'), { type: 'button', class: 'main' });
  buttons.append(yes);
  content.append(buttons);
  const dialog = openDialog('paste', content);
  yes.focus();
  return new Promise((resolve) => {
    yes.addEventListener('click', () => { resolve(true); dialog.close(); });
    dialog.addEventListener('close', () => resolve(false));
  });
}
