// Choosing a code: a small box with a field, a list that follows what is typed, and what the highlighted code means. Used
// wherever a code is asked for.
import { element, piece } from './markup.js';
import { onChange } from './live.js';
import { sentence, whisper } from './say.js';

/**
 * @typedef {{name: string, level: string, class: string, path: string[], total: number, here: number, key?: string}} CodeLine
 * @typedef {{number: number, codes: CodeLine[], recent: string[]}} CodeList
 */

/** @type {Map<string, Promise<CodeList>>} */
const lists = new Map();
onChange(() => lists.clear());

/**
 * All codes, with counts in a transcript when one is named.
 * @param {string} [transcript]
 * @returns {Promise<CodeList>}
 */
export function codeList(transcript = '') {
  let list = lists.get(transcript);
  if (!list) {
    list = fetch(`/codes/list?transcript=${encodeURIComponent(transcript)}`).then((answer) => answer.json());
    list.catch(() => lists.delete(transcript));
    lists.set(transcript, list);
  }
  return list;
}

/** Codes that this page put on a text after the list at hand was made, the last one first. */
const used = [];

/**
 * Notes that a code is being put on a text: from now on it is the last one used, though no list says so yet.
 * @param {string} name
 * @returns {(done: import('./send.js').Outcome|null) => void} hears what came of it
 */
export function putNow(name) {
  const use = { name, number: Infinity };
  used.unshift(use);
  return (done) => {
    if (!done) used.splice(used.indexOf(use), 1);
    else Object.assign(use, { name: done.data.code, number: done.entry ?? 0 });
  };
}

/**
 * The codes used last, the last one first.
 * @param {CodeList} list
 * @returns {string[]}
 */
export function recentCodes(list) {
  const since = used.filter((use) => use.number > list.number).map((use) => use.name);
  return [...new Set([...since, ...list.recent])].slice(0, 9);
}

/** Letters as they are compared: without case and accents. */
export function fold(words) {
  return words.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/**
 * The codes that answer to what is typed, the likeliest first.
 * @param {CodeList} list
 * @param {string} typed
 * @param {number} [most]
 * @returns {CodeLine[]}
 */
export function matches(list, typed, most = 40) {
  const wanted = fold(typed.trim());
  const recent = new Map(recentCodes(list).map((name, at) => [name, at]));
  const found = [];
  for (const code of list.codes) {
    code.key ??= fold(code.name);
    const rank = rankOf(code.key, wanted);
    if (rank < 9) found.push({ code, rank, recent: recent.get(code.name) ?? 99 });
  }
  found.sort((a, b) => a.rank - b.rank || a.recent - b.recent || b.code.here - a.code.here
    || b.code.total - a.code.total || a.code.name.localeCompare(b.code.name, 'nl'));
  return found.slice(0, most).map((one) => one.code);
}

function rankOf(name, wanted) {
  if (!wanted) return 5;
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  const at = name.indexOf(wanted);
  if (at > 0 && !/[\p{L}\p{N}]/u.test(name[at - 1])) return 2;
  const parts = wanted.split(/\s+/);
  if (parts.length > 1 && parts.every((part) => name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(part)))) return 3;
  if (wanted.length > 1 && at > 0) return 4;
  return 9;
}

/**
 * Opens the box. It closes with Escape, when the focus leaves it, or when something is chosen.
 * @param {{
 *   rect?: DOMRect, transcript?: string, title?: string, typed?: string, allowNew?: boolean,
 *   onChoose: (name: string, isNew: boolean) => void, onClose?: () => void,
 *   onCompare?: (name: string, typed: string) => void,
 * }} how
 */
export async function openCodeBox(how) {
  document.querySelector('.codebox')?.remove();
  const from = document.activeElement;
  const box = element('div', '', { class: 'codebox', role: 'dialog', 'aria-label': how.title ?? sentence('code-box') });
  const field = element('input', '', {
    type: 'text', role: 'combobox', 'aria-expanded': 'true', 'aria-controls': 'codebox-list', autocomplete: 'off',
    'aria-autocomplete': 'list', 'aria-label': sentence('code-box-field'), maxlength: '200', spellcheck: 'false',
  });
  field.value = how.typed ?? '';
  const options = element('ul', '', { id: 'codebox-list', role: 'listbox', 'aria-label': sentence('code-box-field') });
  const about = element('div', '', { class: 'about' });
  box.append(field, options, about);
  document.body.append(box);
  field.focus();

  let list = { number: 0, codes: [], recent: [] };
  let shown = [];
  let at = 0;
  let closed = false;
  let asking;
  let waits;

  const close = (returns = true) => {
    if (closed) return;
    closed = true;
    clearTimeout(waits);
    asking?.abort();
    box.remove();
    if (returns && from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
    how.onClose?.();
  };
  const explain = (name) => {
    clearTimeout(waits);
    asking?.abort();
    if (!name) { about.replaceChildren(); return; }
    waits = setTimeout(async () => {
      asking = new AbortController();
      try {
        const found = await piece(`/codes/about?code=${encodeURIComponent(name)}`, asking.signal);
        if (!closed) { about.replaceChildren(found); place(box, how.rect); }
      } catch { /* another code was highlighted meanwhile */ }
    }, 60);
  };
  const highlight = (next) => {
    at = Math.max(0, Math.min(shown.length - 1, next));
    for (const [number, option] of [...options.children].entries()) {
      option.setAttribute('aria-selected', String(number === at));
      if (number === at) {
        field.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      }
    }
    if (!shown.length) field.removeAttribute('aria-activedescendant');
    explain(shown[at]?.name);
  };
  const show = () => {
    const typed = field.value.trim();
    shown = matches(list, typed);
    const recent = recentCodes(list);
    const exact = shown.some((code) => fold(code.name) === fold(typed));
    if (how.allowNew && typed && !exact) shown.push({ name: typed, isNew: true });
    options.replaceChildren(...shown.map((code, number) => {
      const option = element('li', '', { role: 'option', id: `codebox-${number}`, 'aria-selected': 'false' });
      if (code.isNew) {
        option.className = 'new';
        option.append(element('span', sentence('code-new', code.name)), element('kbd', 'Shift+Enter'));
      } else {
        option.append(element('span', '', { class: `swatch ${code.class}`, 'aria-hidden': 'true' }), element('bdi', code.name));
        if (code.path.length) option.append(element('span', code.path.join(' › '), { class: 'path' }));
        if (code.here) option.append(element('span', String(code.here), { class: 'count' }));
        const order = recent.indexOf(code.name);
        if (!typed && order >= 0) option.append(element('kbd', String(order + 1)));
      }
      option.addEventListener('pointerdown', (event) => { event.preventDefault(); choose(number); });
      return option;
    }));
    const count = shown.filter((code) => !code.isNew).length;
    whisper(count === 1 ? sentence('code-left') : count ? sentence('codes-left', count) : sentence('codes-none'));
    highlight(0);
    place(box, how.rect);
  };
  const choose = (number, anew = false) => {
    const typed = field.value.trim();
    const code = anew && typed ? { name: typed, isNew: true } : shown[number];
    if (!code) return;
    close();
    how.onChoose(code.name, Boolean(code.isNew));
  };

  field.addEventListener('input', show);
  box.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') { event.preventDefault(); close(); return; }
    if (event.target !== field) return;
    const end = field.selectionStart === field.value.length;
    if (event.key === 'ArrowDown') { event.preventDefault(); highlight(at + 1); }
    else if (event.key === 'ArrowUp') { event.preventDefault(); highlight(at - 1); }
    else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      choose(at, event.shiftKey && how.allowNew);
    } else if (event.key === 'ArrowRight' && end && how.onCompare && shown[at] && !shown[at].isNew) {
      event.preventDefault();
      how.onCompare(shown[at].name, field.value);
    }
  });
  box.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) close(false);
  });
  box.addEventListener('click', (event) => {
    const near = event.target.closest('[data-near]');
    if (near) { close(); how.onChoose(near.dataset.near, false); }
  });
  document.addEventListener('pointerdown', function outside(event) {
    if (closed) document.removeEventListener('pointerdown', outside);
    else if (!box.contains(event.target)) { close(false); document.removeEventListener('pointerdown', outside); }
  });

  place(box, how.rect);
  list = await codeList(how.transcript ?? '');
  if (!closed) show();
  return close;
}

/** Below what it is about, else above it, else beside it: never over the words. */
function place(box, rect) {
  const { width, height } = box.getBoundingClientRect();
  const room = { x: innerWidth - width - 8, y: innerHeight - height - 8 };
  let left = (innerWidth - width) / 2;
  let top = innerHeight / 5;
  if (rect) {
    left = rect.left;
    if (rect.bottom + 8 <= room.y) top = rect.bottom + 8;
    else if (rect.top - height - 8 >= 8) top = rect.top - height - 8;
    else { left = rect.right + 16; top = rect.top; }
  }
  box.style.left = `${Math.max(8, Math.min(left, room.x))}px`;
  box.style.top = `${Math.max(8, Math.min(top, room.y))}px`;
}
