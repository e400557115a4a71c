// Memos: arrows go through the list, filters act at once, and the logbook is ready for the next line.
import { onAction } from './keys.js';
import { keepFresh } from './refresh.js';
import { rove } from './roving.js';

const list = document.querySelector('.memos');
if (list) {
  rove(list, '.memo');
  document.addEventListener('renewed', () => {
    if (!list.querySelector('.memo[tabindex="0"]')) list.querySelector('.memo')?.setAttribute('tabindex', '0');
  });
  list.addEventListener('done', (event) => {
    const change = event.target.closest('details.change');
    if (change) change.open = false;
  });
  onAction('edit-memo', () => {
    const memo = document.activeElement?.closest('.memo') ?? list.querySelector('.memo');
    const change = memo?.querySelector('details.change');
    if (!change) return;
    change.open = true;
    change.querySelector('textarea').focus();
  });
  onAction('to-cited', () => document.activeElement?.closest('.memo')?.querySelector('a.place, .about a')?.click());
  keepFresh();
}
document.querySelector('form.log')?.addEventListener('done', (event) => event.target.reset());

const filter = document.querySelector('form.filter');
filter?.addEventListener('change', () => filter.requestSubmit());
