// Bringing a screen up to date: the page is asked for again and only what the server says otherwise is replaced, so that
// focus, scroll, what is ticked or opened and what is being typed stay as they are. Live parts have an id and
// `data-live`, their items an id and `data-item`.
import { piece } from './markup.js';

/** What the server said last of each item; what a reader ticked or opened since is no change. */
const said = new Map();

const FOCUSABLE = 'a, button, input, select, summary, [tabindex]';

/** Remembers the items as they came. */
export function remember(within = document) {
  for (const item of within.querySelectorAll('[data-item]')) said.set(item.id, item.outerHTML);
}

/** Whether somebody types in a part. */
function typed(part) {
  const active = document.activeElement;
  return part.contains(active) && active.matches('textarea, select, input:not([type="checkbox"], [type="radio"])');
}

/** Gives a fresh part what a reader did to the old one. */
function carry(old, fresh) {
  const ticked = new Set([...old.querySelectorAll('input[type="checkbox"]:checked')].map((box) => box.value));
  for (const box of fresh.querySelectorAll('input[type="checkbox"]')) if (ticked.has(box.value)) box.checked = true;
  const open = new Map([...old.querySelectorAll('details[open][data-around]')].map((it) => [it.dataset.around, it]));
  for (const box of fresh.querySelectorAll('details[data-around]')) {
    const mine = open.get(box.dataset.around);
    if (mine) { box.append(...mine.querySelectorAll('.around')); box.open = true; }
  }
}

function replace(old, fresh) {
  const active = old.contains(document.activeElement) ? document.activeElement : null;
  const item = active?.closest('[data-item]');
  const way = item && [...item.querySelectorAll(FOCUSABLE)].indexOf(active);
  const rank = item && [...old.querySelectorAll('[data-item]')].indexOf(item);
  carry(old, fresh);
  old.replaceWith(fresh);
  if (!item) return;
  // An item that went leaves the focus to the one that took its place.
  const all = [...fresh.querySelectorAll('[data-item]')];
  const next = document.getElementById(item.id) ?? all[Math.min(rank, all.length - 1)];
  const there = next && [...next.querySelectorAll(FOCUSABLE)];
  (there?.[Math.max(way, 0)] ?? there?.[0])?.focus({ preventScroll: true });
}

let under = null;

/**
 * Asks for the page again and brings its live parts up to date. When a part came or went the page is loaded anew.
 * @param {string} [address]
 */
export async function renew(address = location.pathname + location.search) {
  under?.abort();
  under = new AbortController();
  let page;
  try {
    page = await piece(address, under.signal);
  } catch (error) {
    if (error.name === 'AbortError') return;
    throw error;
  }
  const y = scrollY;
  const parts = [...document.querySelectorAll('[data-live]')];
  const fresh = new Map([...page.querySelectorAll('[data-live]')].map((part) => [part.id, part]));
  if (parts.length !== fresh.size || parts.some((part) => !fresh.has(part.id))) {
    if (!typed(document.body)) location.reload();
    return;
  }
  const ids = (part) => [...part.querySelectorAll('[data-item]')].map((item) => item.id).join(' ');
  for (const part of parts) {
    const next = fresh.get(part.id);
    const items = [...next.querySelectorAll('[data-item]')];
    const words = items.map((item) => item.outerHTML);
    if (items.length > 0 && ids(part) === ids(next)) {
      items.forEach((item, at) => {
        const old = document.getElementById(item.id);
        if (said.get(item.id) !== words[at] && !typed(old)) replace(old, item);
      });
    } else if (!typed(part)) replace(part, next);
    items.forEach((item, at) => said.set(item.id, words[at]));
  }
  scrollTo(scrollX, y);
  document.dispatchEvent(new CustomEvent('renewed'));
}
