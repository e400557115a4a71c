// The codings on the page: which are at a place, which one is meant, going along them, and what the pointer is over.
import { element } from '../markup.js';
import { keyOf, onAction, perform } from '../keys.js';
import { say, sentence, whisper } from '../say.js';
import { bringIntoView, choose, chosen, rangeOf, text } from './positions.js';

/**
 * @typedef {{start: number, end: number, id: string, code: string, coders: string[], name: HTMLElement}} Coding
 */

/** @type {Coding[]} */
let list = [];
/** @type {Coding|null} */
let meant = null;
/** @type {((coding: Coding|null) => void)[]} */
const listeners = [];

/** Looks at the codings anew, and finds the one that was meant again. */
export function refreshCodings() {
  list = [...text.querySelectorAll('.margin .name[data-f]')].map((name) => {
    const [start, end] = name.dataset.f.split('-').map(Number);
    const coders = name.dataset.coders.split(', ').filter(Boolean);
    return { start, end, id: name.dataset.f, code: name.dataset.code, coders, name };
  });
  if (meant) mean(list.find((one) => one.id === meant.id && one.code === meant.code) ?? null, false);
}

/** Asks to be told which coding is meant. */
export function onMeant(hear) {
  listeners.push(hear);
}

/** The coding that is meant. */
export function theCoding() {
  return meant;
}

/** Codings that share a letter with a stretch. */
export function codingsOn(start, end) {
  return list.filter((one) => one.start < end && one.end > start);
}

/** Means a coding: it stands out, and keys act on it. */
export function mean(coding, tells = true) {
  for (const old of text.querySelectorAll('.meant')) old.classList.remove('meant');
  text.querySelector('.deeds')?.remove();
  meant = coding;
  if (coding) {
    for (const part of parts(coding.id)) if (!(part.dataset.code && part.dataset.code !== coding.code)) part.classList.add('meant');
    if (tells) tell(coding);
    coding.name.after(deeds());
  }
  for (const hear of listeners) hear(coding);
}

/** What can be done with the coding that is meant, for whoever has no keys in mind. */
function deeds() {
  const bar = element('div', '', { class: 'deeds', role: 'group', 'aria-label': sentence('deeds') });
  for (const deed of ['remove', 'discuss', 'memo', 'compare']) {
    const key = keyOf(deed);
    const button = element('button', sentence(`deed-${deed}`), { type: 'button', class: 'plain', ...(key ? { title: key } : {}) });
    button.addEventListener('click', (event) => { event.stopPropagation(); perform(deed, event); });
    bar.append(button);
  }
  return bar;
}

function parts(id) {
  return text.querySelectorAll(`[data-f~="${id}"]`);
}

function tell(coding) {
  const here = codingsOn(coding.start, coding.end);
  whisper(sentence('which-code', coding.code, here.indexOf(coding) + 1, here.length));
}

/** Says which codes stand on a stretch. */
export function tellCodes(start, end) {
  const codes = [...new Set(codingsOn(start, end).map((one) => one.code))];
  if (!codes.length) whisper(sentence('no-codes-here'));
  else if (codes.length === 1) whisper(sentence('code-here', codes[0]));
  else whisper(sentence('codes-here', codes.length, codes.join(', ')));
}

/** To the next or previous fragment with codes. */
function along(direction) {
  const now = meant ?? chosen();
  const spans = [...new Map(list.map((one) => [one.id, one])).values()].sort((a, b) => a.start - b.start || b.end - a.end);
  const from = now ?? { start: topPoint(), end: topPoint() };
  const key = (one) => one.start * 1e7 - one.end;
  const next = direction > 0 ? spans.find((one) => key(one) > key(from)) : spans.findLast((one) => key(one) < key(from));
  if (!next) { say(sentence('no-more-fragments')); return; }
  choose(next.start, next.end);
  mean(next, false);
  tellCodes(next.start, next.end);
}

function topPoint() {
  const row = [...text.querySelectorAll('.row')].find((one) => one.getBoundingClientRect().bottom > 140);
  return row ? Number(row.dataset.from) : 0;
}

/** To the next code at this place. */
function cycle() {
  const now = meant ?? chosen();
  if (!now) { say(sentence('nothing-chosen')); return; }
  const here = codingsOn(now.start, now.end);
  const own = meant ? list.filter((one) => one.start < meant.end && one.end > meant.start) : here;
  if (!own.length) { whisper(sentence('no-codes-here')); return; }
  const next = own[(own.indexOf(meant) + 1) % own.length];
  bringIntoView(rangeOf(next.start, next.end));
  mean(next);
}

/** A small label with the names of the codes under the pointer or the focus. */
function tip() {
  const label = element('div', '', { class: 'tip', 'aria-hidden': 'true', hidden: '' });
  document.body.append(label);
  let lit = [];
  const dark = () => {
    for (const part of lit) part.classList.remove('lit');
    lit = [];
    label.hidden = true;
  };
  const light = (target, x, y) => {
    const ids = target.dataset.f.split(' ');
    dark();
    for (const id of ids) lit.push(...parts(id));
    for (const part of lit) part.classList.add('lit');
    const names = list.filter((one) => ids.includes(one.id));
    label.replaceChildren(...names.map((one) => {
      const line = element('p', '', { class: one.name.className });
      line.append(element('bdi', one.code));
      if (one.coders.length) line.append(element('span', ` ${one.coders.join(', ')}`, { class: 'coders' }));
      return line;
    }));
    label.hidden = !names.length;
    const { width, height } = label.getBoundingClientRect();
    label.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
    label.style.top = `${y + height + 24 > innerHeight ? y - height - 12 : y + 16}px`;
  };
  text.addEventListener('pointerover', (event) => {
    const target = event.target.closest('[data-f]');
    if (target && !event.buttons) light(target, event.clientX, event.clientY);
    else dark();
  });
  text.addEventListener('pointerleave', dark);
  text.addEventListener('focusin', (event) => {
    const target = event.target.closest('[data-f]');
    if (target) { const box = target.getBoundingClientRect(); light(target, box.left, box.bottom - 12); }
  });
  text.addEventListener('focusout', dark);
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') dark(); });
}

export function followCodings() {
  refreshCodings();
  onAction('next-fragment', () => along(1));
  onAction('previous-fragment', () => along(-1));
  onAction('cycle', cycle);
  tip();
  text.addEventListener('click', (event) => {
    const name = event.target.closest('.name[data-f], g[data-f]');
    if (name) {
      const coding = list.find((one) => one.id === name.dataset.f && (!name.dataset.code || one.code === name.dataset.code));
      if (coding) { choose(coding.start, coding.end, false); mean(coding); }
      return;
    }
    const mark = event.target.closest('mark');
    if (mark && getSelection().isCollapsed) {
      const ids = mark.dataset.f.split(' ');
      mean(list.find((one) => ids.includes(one.id)) ?? null);
    } else if (!mark && getSelection().isCollapsed) mean(null);
  });
}
