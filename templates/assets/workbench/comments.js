// To discuss: one stop for Tab and arrows through the talks, a key for each act, filters that act at once.
import { onAction } from './keys.js';
import { keepFresh } from './refresh.js';

const list = document.querySelector('.talks');

const talks = () => [...list.querySelectorAll(':scope > .talk')];
const here = () => document.activeElement?.closest('.talk') ?? null;

/** The talk that keys are about: the one with the focus, else the first. */
const current = () => here() ?? talks()[0] ?? null;

function go(step) {
  const all = talks();
  const at = all.indexOf(here());
  const next = all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Tab comes to the talk where one was. */
function settle(talk) {
  for (const other of talks()) other.tabIndex = other === talk ? 0 : -1;
}

if (list) {
  const first = () => { if (!talks().some((talk) => talk.tabIndex === 0) && talks()[0]) settle(talks()[0]); };
  first();
  list.addEventListener('focusin', () => { const talk = here(); if (talk) settle(talk); });
  document.addEventListener('renewed', first);
  list.addEventListener('keydown', (event) => {
    if (!event.target.matches('.talk') || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      go(event.key === 'ArrowDown' ? 1 : -1);
    }
    if (event.key === 'Enter') event.target.querySelector('a.place, a.name')?.click();
  });
  // Leaves the field without leaving the talk.
  list.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && event.target.matches('textarea, select')) here()?.focus();
  });
  list.addEventListener('done', (event) => {
    const form = event.target;
    if (form.matches('.reply')) form.reset();
    const change = form.closest('details.change');
    if (change) change.open = false;
  });
  onAction('next-comment', () => go(1));
  onAction('previous-comment', () => go(-1));
  onAction('answer', () => current()?.querySelector('.reply textarea, button.settle')?.focus());
  onAction('settle', () => {
    const button = current()?.querySelector('button.settle');
    if (button) button.form.requestSubmit(button);
  });
  onAction('edit-comment', () => {
    const change = current()?.querySelector(':scope > .what > details.change');
    if (!change) return;
    change.open = true;
    change.querySelector('textarea').focus();
  });
  onAction('to-place', () => current()?.querySelector('a.place, a.name')?.click());
  onAction('discuss-difference', () => (here() ?? list).querySelector('a[data-dialog]')?.click());
  keepFresh();
}

const filter = document.querySelector('form.filter');
filter?.addEventListener('change', () => filter.requestSubmit());
