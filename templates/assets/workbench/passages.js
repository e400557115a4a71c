// Lists of passages, as search and quotes have them: keys from one to the next, what was said around one on demand, more
// of them without losing one's place, conditions that apply at once.
import { onAction } from './keys.js';
import { piece } from './markup.js';
import { remember } from './renew.js';

/** The link of a passage to its place, which carries the focus of the passage. */
export const placeOf = (item) => item.querySelector('a.place');

/** The passage that has the focus. */
export const current = () => document.activeElement?.closest?.('[data-item]') ?? null;

/**
 * Keys to the next and the previous passage.
 * @param {string} next
 * @param {string} previous
 */
export function walk(next, previous) {
  const go = (step) => {
    const all = [...document.querySelectorAll('[data-item]')].filter(placeOf);
    const at = all.indexOf(current());
    const seen = () => all.findIndex((item) => item.getBoundingClientRect().bottom > 80);
    const item = at < 0 ? all[seen()] : all[Math.max(0, Math.min(all.length - 1, at + step))];
    if (!item) return;
    placeOf(item).focus({ preventScroll: true });
    item.scrollIntoView({ block: 'nearest' });
  };
  onAction(next, () => go(1));
  onAction(previous, () => go(-1));
}

/** What was said around a passage is asked for when it is opened. */
export function openContext() {
  document.addEventListener('toggle', async (event) => {
    const box = event.target;
    if (!(box instanceof HTMLDetailsElement) || !box.dataset.around || !box.open || box.querySelector('.around')) return;
    box.append(await piece(box.dataset.around));
  }, true);
}

/** More passages come below the ones that are there, and the address says so. */
export function growList() {
  document.addEventListener('click', async (event) => {
    const more = event.target.closest?.('a[data-more]');
    if (!more || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    more.setAttribute('aria-busy', 'true');
    const page = await piece(more.href);
    const known = document.querySelectorAll('[data-item]').length;
    const y = scrollY;
    for (const part of document.querySelectorAll('[data-grows]')) {
      const fresh = page.getElementById(part.id);
      if (!fresh) continue;
      const ticked = new Set([...part.querySelectorAll('input:checked')].map((box) => box.value));
      for (const box of fresh.querySelectorAll('input[type="checkbox"]')) box.checked = ticked.has(box.value);
      part.replaceWith(fresh);
    }
    history.replaceState(history.state, '', more.href);
    remember();
    scrollTo(scrollX, y);
    const first = document.querySelectorAll('[data-item]')[known];
    if (first) placeOf(first)?.focus({ preventScroll: true });
    document.dispatchEvent(new CustomEvent('renewed'));
  });
}

/** Conditions apply as soon as they are chosen, and only those that say something come into the address. */
export function applyConditions() {
  const form = document.querySelector('[data-find-form]');
  if (!form) return;
  form.addEventListener('submit', () => {
    for (const field of form.elements) if (field.name && !field.value) field.disabled = true;
  });
  addEventListener('pageshow', () => { for (const field of form.elements) field.disabled = false; });
  form.addEventListener('change', (event) => {
    if (event.target.matches('select, input[type="checkbox"]')) form.requestSubmit();
  });
  const narrow = form.querySelector('details.narrow');
  if (narrow && matchMedia('(max-width: 999px)').matches) narrow.open = false;
}
