// Moving cards: with arrows, Space and Enter, and by dragging. A pile is a zone; labels go to themes only.
import { sentence, whisper } from './say.js';
import { send } from './send.js';

/** @type {HTMLElement} */
let board;

/** Says which board it is about. */
export function place(element) {
  board = element;
}

export const cards = () => [...board.querySelectorAll('.card')];
export const cardOf = (element) => (element instanceof Element ? element.closest('#board .card') : null);
export const nameOf = (zone) => zone.dataset.name;

const columns = () => [...board.querySelectorAll('.side, .theme')];

/** The piles on which these cards may be put. */
export function zonesFor(which) {
  const codes = new Set(which.map((card) => card.dataset.code));
  const levels = new Set(which.map((card) => card.dataset.level));
  return [...board.querySelectorAll('[data-zone]')].filter((zone) => {
    if (codes.has(zone.dataset.under)) return false;
    if ('out' in zone.dataset) return which.some((card) => card.dataset.from);
    if (levels.has('selective')) return 'theme' in zone.dataset && !zone.dataset.under;
    return !levels.has('axial') || 'theme' in zone.dataset;
  });
}

/** Makes a card the stop for Tab. */
export function settle(card, focus = false) {
  if (!card) return;
  for (const other of cards()) other.tabIndex = other === card ? 0 : -1;
  if (!focus) return;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

const shown = (which) => (which.length === 1 ? which[0].dataset.code : sentence('several-cards', which.length));

/** The element of a list nearest in height. */
function nearest(list, to) {
  const middle = (element) => { const r = element.getBoundingClientRect(); return r.top + Math.min(r.height, 40) / 2; };
  const wanted = middle(to);
  return list.reduce((best, one) => (!best || Math.abs(middle(one) - wanted) < Math.abs(middle(best) - wanted) ? one : best), undefined);
}

/** From an element to the next one in a direction: within its column, or to a column beside it. */
function neighbour(from, list, key) {
  const column = from.closest('.side, .theme');
  const own = list.filter((one) => column.contains(one));
  const at = own.indexOf(from);
  if (key === 'ArrowDown') return own[at + 1];
  if (key === 'ArrowUp') return own[at - 1];
  if (key === 'Home') return own[0];
  if (key === 'End') return own.at(-1);
  const all = columns();
  const by = key === 'ArrowRight' ? 1 : -1;
  for (let next = all.indexOf(column) + by; all[next]; next += by) {
    const there = list.filter((one) => all[next].contains(one));
    if (there.length) return nearest(there, from);
  }
  return undefined;
}

/** Lets cards be moved by keys. */
export function moveByKeys({ meant, drop, fieldsOf, toggle, clear, open }) {
  /** @type {{which: HTMLElement[], zone: HTMLElement, start: HTMLElement}|null} */
  let carrying = null;

  const over = (zone) => {
    for (const other of board.querySelectorAll('.over')) other.classList.remove('over');
    carrying.zone = zone;
    zone.classList.add('over');
    zone.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const end = () => {
    for (const other of board.querySelectorAll('.over, .carried')) other.classList.remove('over', 'carried');
    carrying = null;
  };
  const begin = (card) => {
    const chosen = meant();
    const which = chosen.includes(card) ? chosen : [card];
    const zones = zonesFor(which);
    if (!zones.length) return;
    const own = card.closest('[data-zone]');
    const start = zones.includes(own) ? own : nearest(zones.filter((zone) => card.closest('.side, .theme').contains(zone)), card) ?? zones[0];
    carrying = { which, zone: start, start: own };
    for (const one of which) one.classList.add('carried');
    over(start);
    whisper(sentence('picked-up', shown(which)));
  };
  const carry = (event) => {
    const { which, zone, start } = carrying;
    if (event.key === 'Escape') {
      whisper(sentence('let-go', shown(which)));
      end();
    } else if (event.key === 'Enter' || event.key === ' ') {
      const name = shown(which);
      const stays = zone === start && which.length === 1;
      end();
      if (stays) whisper(sentence('let-go', name));
      else drop(which, zone).then(() => whisper(sentence('put-down', name, nameOf(zone))));
    } else {
      const next = neighbour(zone, zonesFor(which), event.key);
      if (next) {
        over(next);
        whisper(sentence('over-pile', shown(which), nameOf(next)));
      }
    }
  };

  board.addEventListener('keydown', (event) => {
    const card = cardOf(event.target);
    if (!card || event.ctrlKey || event.metaKey) return;
    const arrow = event.key.startsWith('Arrow');
    const used = arrow || ['Home', 'End', ' ', 'Enter', 'Escape'].includes(event.key);
    if (!used) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.altKey) {
      if (arrow && card.dataset.from) shift(card, event.key, fieldsOf);
    } else if (carrying) {
      carry(event);
    } else if (event.key === ' ') {
      begin(card);
    } else if (event.key === 'Enter') {
      open(card);
    } else if (event.key === 'Escape') {
      clear();
    } else {
      const next = neighbour(card, cards().filter((one) => one.checkVisibility()), event.key);
      if (event.shiftKey && next) {
        if (card.getAttribute('aria-pressed') !== 'true') toggle(card);
        if (next.getAttribute('aria-pressed') !== 'true') toggle(next);
      }
      settle(next, true);
    }
  });
  board.addEventListener('focusin', (event) => settle(cardOf(event.target)));
  board.addEventListener('focusout', (event) => {
    if (carrying && !board.contains(event.relatedTarget)) end();
  });
}

/** Earlier or later among its siblings; themes go left and right. */
function shift(card, key, fieldsOf) {
  const isTheme = card.closest('h2') !== null;
  const by = { [isTheme ? 'ArrowLeft' : 'ArrowUp']: -1, [isTheme ? 'ArrowRight' : 'ArrowDown']: 1 }[key];
  const position = Number(card.dataset.position) + (by ?? 0);
  const siblings = cards().filter((other) => other.dataset.from === card.dataset.from);
  if (!by || position < 1 || position > siblings.length) return;
  send('/do/codes/place', { ...fieldsOf([card]), under: card.dataset.from.slice(1), position });
}

/** Lets cards be moved by dragging; a click chooses. */
export function moveByPointer({ meant, drop, toggle }) {
  /** @type {HTMLElement[]} */
  let dragged = [];
  let last;

  const clean = () => {
    for (const other of board.querySelectorAll('.over, .before, .after')) other.classList.remove('over', 'before', 'after');
  };
  const target = (event) => {
    const zone = event.target.closest?.('[data-zone]') ?? event.target.closest?.('.theme')?.querySelector('[data-theme]');
    if (!zone || !zonesFor(dragged).includes(zone)) return null;
    const card = event.target.closest('li .card');
    if (!card || dragged.includes(card) || 'out' in zone.dataset) return { zone };
    const { top, height } = card.getBoundingClientRect();
    return { zone, card, after: event.clientY > top + height / 2 };
  };
  /** Its place among those that stay. */
  const position = ({ card, after }) => {
    if (!card) return '';
    const at = Number(card.dataset.position);
    const before = dragged.filter((one) => one.dataset.from === card.dataset.from && Number(one.dataset.position) < at);
    return at - before.length + (after ? 1 : 0);
  };

  board.addEventListener('dragstart', (event) => {
    const card = cardOf(event.target);
    if (!card) return;
    dragged = meant(card);
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.map((one) => one.dataset.code).join('\n'));
    for (const one of dragged) one.classList.add('carried');
  });
  board.addEventListener('dragover', (event) => {
    if (!dragged.length) return;
    const aim = target(event);
    clean();
    if (!aim) return;
    event.preventDefault();
    aim.zone.classList.add('over');
    aim.card?.classList.add(aim.after ? 'after' : 'before');
  });
  board.addEventListener('drop', (event) => {
    const aim = dragged.length ? target(event) : null;
    if (!aim) return;
    event.preventDefault();
    drop(dragged, aim.zone, position(aim));
  });
  board.addEventListener('dragend', () => {
    clean();
    for (const one of dragged) one.classList.remove('carried');
    dragged = [];
  });
  board.addEventListener('click', (event) => {
    const card = cardOf(event.target);
    if (!card || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const all = cards();
    if (event.shiftKey && last?.isConnected) {
      const [from, to] = [all.indexOf(last), all.indexOf(card)].sort((a, b) => a - b);
      for (const one of all.slice(from, to + 1)) if (one.getAttribute('aria-pressed') !== 'true') toggle(one);
    } else {
      toggle(card);
    }
    last = card;
    settle(card, true);
  });
  board.addEventListener('dblclick', (event) => {
    const card = cardOf(event.target);
    if (card) location.href = card.getAttribute('href');
  });
}
