// Constant comparison with keys: j and k within and across columns, left and right from column to column, Enter to the
// place in its transcript. Coming back, the same fragment has the focus again.
import { onAction, onKey } from './keys.js';
import { onChange } from './live.js';
import { ask } from './merging.js';

const box = document.querySelector('.comparing');
const memory = () => `compare ${location.search}`;
let columns = [];

function gather() {
  columns = [...box.querySelectorAll('.column')].map((column) => [...column.querySelectorAll('.fragment')]);
  const all = columns.flat();
  for (const item of all) item.tabIndex = -1;
  if (all[0]) all[0].tabIndex = 0;
}

function focus(item) {
  if (!item) return;
  for (const other of columns.flat()) other.tabIndex = other === item ? 0 : -1;
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function where() {
  const item = document.activeElement?.closest?.('.fragment');
  const column = columns.findIndex((items) => items.includes(item));
  return column < 0 ? null : { column, row: columns[column].indexOf(item), item };
}

function step(by) {
  const all = columns.flat();
  const now = where();
  focus(now ? all[all.indexOf(now.item) + by] : all[0]);
}

function sideways(by) {
  const now = where();
  if (!now) return focus(columns[0]?.[0]);
  const next = columns[now.column + by];
  if (next) focus(next[Math.min(now.row, next.length - 1)]);
}

function remember() {
  const now = where();
  const wide = box.querySelector('.side-by-side');
  sessionStorage.setItem(memory(), JSON.stringify({
    key: now?.item.dataset.key, top: scrollY, left: wide?.scrollLeft ?? 0,
  }));
}

function visit(item) {
  focus(item);
  remember();
  location.href = `${item.dataset.href}&back=${encodeURIComponent(location.pathname + location.search)}`;
}

function leave() {
  const back = box.dataset.back;
  const from = document.referrer ? new URL(document.referrer) : null;
  // Going back in the browser's own history keeps where the page stood.
  if (back && from && from.origin === location.origin && from.pathname + from.search === back) history.back();
  else location.href = back || box.dataset.href;
}

function begin() {
  gather();
  const kept = JSON.parse(sessionStorage.getItem(memory()) || 'null');
  if (kept) {
    sessionStorage.removeItem(memory());
    const wide = box.querySelector('.side-by-side');
    if (wide) wide.scrollLeft = kept.left;
    scrollTo(0, kept.top);
    const item = columns.flat().find((other) => other.dataset.key === kept.key);
    if (item) focus(item);
  }
  box.addEventListener('focusin', (event) => {
    const item = event.target.closest('.fragment');
    if (item) for (const other of columns.flat()) other.tabIndex = other === item ? 0 : -1;
  });
  box.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-go-there]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      visit(link.closest('.fragment'));
    } else if (event.target.closest('a[data-back-link]')) {
      event.preventDefault();
      leave();
    }
  });
  onAction('next-quote', () => step(1));
  onAction('previous-quote', () => step(-1));
  onAction('leave-compare', leave);
  const within = (act) => () => (where() ? act() : false);
  onKey('ArrowDown', within(() => step(1)));
  onKey('ArrowUp', within(() => step(-1)));
  onKey('ArrowRight', within(() => sideways(1)));
  onKey('ArrowLeft', within(() => sideways(-1)));
  onKey('Enter', (event) => {
    if (event.target.closest('a, button')) return false;
    const now = where();
    if (!now) return false;
    visit(now.item);
    return true;
  });
  onChange(async () => {
    const page = await ask(location.href);
    const fresh = page?.querySelector('.comparing');
    if (!fresh) return;
    const key = where()?.item.dataset.key;
    const [wide, next] = [box.querySelector('.side-by-side'), fresh.querySelector('.side-by-side')];
    const at = wide?.scrollLeft ?? 0;
    box.replaceChildren(...fresh.childNodes);
    gather();
    if (next) next.scrollLeft = at;
    const item = columns.flat().find((other) => other.dataset.key === key);
    if (item) focus(item);
  });
}

if (box) begin();
