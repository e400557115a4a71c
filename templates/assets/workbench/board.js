// The board of axial coding: which cards are chosen, what can be done with them, and keeping up with changes. Moving cards
// by arrows and by pointer is in board_moves.js.
import { onAction } from './keys.js';
import { onChange } from './live.js';
import { element } from './markup.js';
import { ask, previewMerge } from './merging.js';
import { openCodeBox } from './picker.js';
import { openDialog, sentence } from './say.js';
import { send } from './send.js';
import { cardOf, cards, moveByKeys, moveByPointer, nameOf, place, settle, zonesFor } from './board_moves.js';

const box = document.querySelector('.arranging');
const board = document.getElementById('board');
const words = box.querySelector('[data-words]').dataset;
const bar = box.querySelector('.with-chosen');
const here = () => location.pathname + location.search;

/** Names of chosen codes, in the order in which they were chosen. */
const chosen = new Set();

/** The chosen cards, else the one that has the focus. */
function meant() {
  const all = cards().filter((card) => chosen.has(card.dataset.code));
  if (all.length > 0) return [...chosen].flatMap((code) => all.find((card) => card.dataset.code === code) ?? []);
  const card = cardOf(document.activeElement);
  return card ? [card] : [];
}

function mark() {
  for (const card of cards()) card.setAttribute('aria-pressed', String(chosen.has(card.dataset.code)));
  bar.querySelector('.count').textContent = chosen.size ? sentence('cards-chosen', chosen.size) : words.none;
  for (const button of bar.querySelectorAll('[data-do="move"], [data-do="merge"], [data-do="out"], [data-do="clear"]')) {
    button.disabled = chosen.size === 0;
  }
}

function toggle(card) {
  const { code } = card.dataset;
  if (!chosen.delete(code)) chosen.add(code);
  mark();
}

function clear() {
  chosen.clear();
  mark();
}

/** Fields that say which cards. */
function fieldsOf(which) {
  return { code: which.map((card) => card.dataset.code), from: which.map((card) => card.dataset.from),
    taxonomy: box.dataset.taxonomy };
}

async function out(which) {
  const placed = which.filter((card) => card.dataset.from);
  if (placed.length && await send('/do/codes/unplace', fieldsOf(placed))) clear();
}

/** Puts cards on a pile. */
async function drop(which, zone, position = '') {
  if ('out' in zone.dataset) return out(which);
  const done = await send('/do/codes/place', { ...fieldsOf(which), under: zone.dataset.under, position });
  if (done) clear();
}

function form(name) {
  return document.getElementById(`${name}-form`).content.cloneNode(true);
}

/** A pile or a theme is made of the cards. */
function group(level) {
  const which = meant();
  const theme = which[0]?.closest('.theme')?.querySelector('h2 .card')?.dataset.code ?? '';
  const dialog = openDialog('group', form('group'));
  const isTheme = level === 'selective';
  dialog.querySelector('h2').textContent = isTheme ? words.theme : words.label;
  dialog.querySelector('label').textContent = isTheme ? words.themeName : words.labelName;
  dialog.querySelector('.hint').hidden = which.length === 0;
  dialog.querySelector('input').focus();
  dialog.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const { name, reason } = event.target.elements;
    const under = isTheme ? '' : theme;
    const fields = { ...fieldsOf(which), name: name.value, reason: reason.value, level, under };
    if (!await send('/do/codes/group', fields)) return;
    clear();
    dialog.close();
    await refresh();
    settle(cards().find((card) => card.dataset.code === name.value.trim()), true);
  });
}

function choices(dialog, entries, act) {
  const list = dialog.querySelector('.where');
  list.append(...entries.map(({ name, path, value }) => {
    const item = element('li');
    const button = element('button', '', { type: 'button', class: 'plain choice-line' });
    button.append(element('bdi', name));
    if (path) button.append(element('span', path, { class: 'quiet' }));
    button.addEventListener('click', () => { dialog.close(); act(value); });
    item.append(button);
    return item;
  }));
  const field = dialog.querySelector('input[type="search"]');
  const buttons = [...list.querySelectorAll('button')];
  const none = element('p', '', { class: 'hint', role: 'status' });
  list.after(none);
  field?.addEventListener('input', () => {
    const typed = field.value.trim().toLowerCase();
    for (const button of buttons) button.parentElement.hidden = !button.textContent.toLowerCase().includes(typed);
    none.textContent = buttons.every((button) => button.parentElement.hidden) ? sentence('no-such-place') : '';
  });
  dialog.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault();
    buttons.find((button) => !button.parentElement.hidden)?.click();
  });
  (field ?? buttons[0])?.focus();
}

function move() {
  const which = meant();
  if (!which.length) return;
  const dialog = openDialog('move', form('move'));
  const entries = zonesFor(which).map((zone) => {
    const theme = zone.closest('.theme')?.querySelector('h2 .card')?.dataset.code ?? '';
    const top = 'theme' in zone.dataset && !zone.dataset.under;
    return { name: top ? words.top : nameOf(zone), path: theme === zone.dataset.under ? '' : theme, value: zone };
  });
  choices(dialog, entries, (zone) => drop(which, zone));
}

function merge() {
  const which = meant();
  const codes = [...new Set(which.map((card) => card.dataset.code))];
  if (codes.length === 1) {
    openCodeBox({ rect: which[0].getBoundingClientRect(), onChoose: (into) => previewMerge(codes, into, here()) });
  } else if (codes.length > 1) {
    const dialog = openDialog('move', form('merge'));
    const entries = codes.map((code) => ({ name: code, value: code }));
    choices(dialog, entries, (into) => previewMerge(codes.filter((code) => code !== into), into, here()));
  }
}

function sift() {
  const field = document.getElementById('board-filter');
  if (!field) return;
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const typed = plain(field.value).split(/\s+/).filter(Boolean);
  for (const item of board.querySelectorAll('.side li')) {
    const name = plain(item.querySelector('.card').dataset.code);
    item.hidden = !typed.every((word) => name.includes(word));
  }
}

/** Brings the board up to date; what is chosen, focused and filtered stays so. */
async function refresh() {
  const piece = await ask(`/board/piece${location.search}`);
  if (!piece) return;
  const focus = cardOf(document.activeElement)?.dataset;
  const was = focus ? { code: focus.code, from: focus.from } : null;
  const typed = document.getElementById('board-filter')?.value ?? '';
  const typing = document.activeElement?.id === 'board-filter';
  const places = ['.columns-of-board', '.side .pile'].map((name) => board.querySelector(name));
  const scrolls = places.map((part) => [part?.scrollLeft ?? 0, part?.scrollTop ?? 0]);
  board.replaceChildren(piece);
  ['.columns-of-board', '.side .pile'].forEach((name, at) => {
    const part = board.querySelector(name);
    if (part) [part.scrollLeft, part.scrollTop] = scrolls[at];
  });
  const field = document.getElementById('board-filter');
  if (field) { field.value = typed; if (typing) field.focus(); }
  ready();
  const known = new Set(cards().map((card) => card.dataset.code));
  for (const code of [...chosen]) if (!known.has(code)) chosen.delete(code);
  mark();
  if (was) {
    const same = cards().filter((card) => card.dataset.code === was.code);
    settle(same.find((card) => card.dataset.from === was.from) ?? same[0], true);
  }
}

function ready() {
  for (const card of cards()) {
    card.setAttribute('role', 'button');
    card.setAttribute('aria-describedby', 'board-help');
    card.tabIndex = -1;
  }
  const first = cards()[0];
  if (first) first.tabIndex = 0;
  sift();
}

let wait;
function soon() {
  clearTimeout(wait);
  wait = setTimeout(refresh, 60);
}

place(board);
bar.hidden = false;
ready();
mark();
moveByKeys({ meant, drop, fieldsOf, toggle, clear, open: (card) => { location.href = card.getAttribute('href'); } });
moveByPointer({ meant: (card) => (chosen.has(card.dataset.code) ? meant() : [card]), drop, toggle });

const does = { label: () => group('axial'), theme: () => group('selective'), move, merge, out: () => out(meant()), clear };
bar.addEventListener('click', (event) => does[event.target.closest('button')?.dataset.do]?.());
board.addEventListener('input', (event) => { if (event.target.id === 'board-filter') sift(); });

onChange(soon);
onAction('filter-cards', () => document.getElementById('board-filter')?.select());
onAction('choose-card', () => { const card = cardOf(document.activeElement); if (card) toggle(card); });
onAction('make-label', does.label);
onAction('make-theme', does.theme);
onAction('move-cards', move);
onAction('merge-cards', merge);
onAction('take-out', does.out);
onAction('compare-card', () => {
  const card = cardOf(document.activeElement);
  if (card) location.href = `/compare?code=${encodeURIComponent(card.dataset.code)}&back=${encodeURIComponent(here())}`;
});
