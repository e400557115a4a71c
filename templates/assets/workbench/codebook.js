// The codebook: trees at the left, one code at the right. Going from code to code fetches only the code; a change by
// anyone brings both up to date, but never what someone is typing.
import { onAction } from './keys.js';
import { onChange } from './live.js';
import { say, sentence } from './say.js';
import { send } from './send.js';
import { ask, previewMerge } from './merging.js';
import { filterTrees, focusedLine, focusLine, growTrees, leftOf, markLine } from './tree.js';

const forest = document.getElementById('forest');
const place = document.getElementById('code');
const filter = document.getElementById('filter');
const left = document.querySelector('.left');
const title = document.title;

/** What was said just before this page was opened. */
const waiting = sessionStorage.getItem('say');
if (waiting) {
  sessionStorage.removeItem('say');
  say(waiting, { button: { name: sentence('undo'), act: () => send('/do/undo', {}) } });
}

if (document.querySelector('form.split')) await import('./split.js');
if (forest) begin();

/** Fields that were changed and not sent yet. */
const dirty = (within) => within.querySelector('form[data-dirty]') !== null;

function here() {
  return new URLSearchParams(location.search);
}

function shown() {
  return place.querySelector('article.code')?.dataset.code ?? '';
}

async function openCode(href, how = 'push') {
  const asked = new URL(href, location.href);
  if (filter?.value) asked.searchParams.set('q', filter.value);
  const piece = await ask(`/codebook/code${asked.search}`);
  if (!piece) return;
  place.replaceChildren(piece);
  if (how === 'push') history.pushState(null, '', asked);
  else if (how === 'replace') history.replaceState(null, '', asked);
  document.title = `${shown()} – ${title.split(' – ').at(-1)}`;
  document.querySelector('.book').classList.add('with-code');
  markLine(shown());
  if (matchMedia('(max-width: 999px)').matches) {
    document.getElementById('chosen').scrollIntoView();
    place.querySelector('h1').focus({ preventScroll: true });
  } else {
    document.getElementById('chosen').scrollTop = 0;
  }
}

/** Brings the page up to date. */
async function refresh() {
  const page = await ask(location.href);
  if (!page) return;
  const focus = focusedLine();
  const scroll = forest.closest('.trees').scrollTop;
  forest.replaceChildren(...page.querySelector('#forest').childNodes);
  growTrees(forest);
  sift();
  forest.closest('.trees').scrollTop = scroll;
  if (focus) focusLine(focus);
  for (const part of ['#all-codes', '.making']) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (old && fresh && !dirty(old) && !old.contains(document.activeElement)) old.replaceWith(fresh);
  }
  if (dirty(place)) return;
  const open = place.querySelector('details[open]')?.dataset.do;
  const field = place.contains(document.activeElement) ? document.activeElement.id : '';
  place.replaceChildren(...page.querySelector('#code').childNodes);
  const again = open && place.querySelector(`details[data-do="${open}"]`);
  if (again) again.open = true;
  if (field) document.getElementById(field)?.focus();
}

function sift() {
  if (!filter) return;
  const codes = filterTrees(filter.value);
  const all = Number(forest.querySelector('.forest').dataset.codes);
  left.textContent = filter.value.trim() ? leftOf(codes, all) : '';
}

function open(name) {
  const details = document.querySelector(`details[data-do="${name}"]`);
  if (!details) return;
  details.open = true;
  details.querySelector('input:not([type="hidden"]), textarea, select')?.focus();
  details.scrollIntoView({ block: 'nearest' });
}

function compare() {
  const link = place.querySelector('[data-do="compare"]');
  const line = document.activeElement?.closest?.('[role="treeitem"]');
  const code = line ? `/compare?code=${encodeURIComponent(line.dataset.code)}` : link?.getAttribute('href');
  if (code) location.href = `${code}&back=${encodeURIComponent(location.pathname + location.search)}`;
}

function begin() {
  growTrees(forest);
  sift();
  const chosen = forest.querySelector('[aria-current]');
  if (chosen && chosen.closest('.trees').scrollHeight > chosen.closest('.trees').clientHeight) {
    chosen.scrollIntoView({ block: 'nearest' });
  }

  filter?.addEventListener('input', () => {
    sift();
    const asked = here();
    if (filter.value) asked.set('q', filter.value);
    else asked.delete('q');
    history.replaceState(null, '', asked.size ? `?${asked}` : location.pathname);
  });
  filter?.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    const first = [...forest.querySelectorAll('[role="treeitem"]:not(.above)')].find((line) => line.checkVisibility());
    if (!first) return;
    event.preventDefault();
    first.focus();
    if (event.key === 'Enter') openCode(first.href);
  });

  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest('a[role="treeitem"], a[data-open]');
    if (link) {
      event.preventDefault();
      openCode(link.href);
    } else if (event.target.closest('a[data-do="compare"]')) {
      event.preventDefault();
      compare();
    }
  });
  addEventListener('popstate', () => {
    if (here().get('code')) openCode(location.href, 'stay');
    else location.reload();
  });

  document.addEventListener('input', (event) => {
    const form = event.target.closest('form');
    if (form && form.querySelector('button')) form.dataset.dirty = 'true';
    if (event.target.id === 'e-color') document.getElementById('e-no-color').checked = false;
  });
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.matches('form.merging')) return;
    event.preventDefault();
    delete form.dataset.dirty;
    previewMerge([form.elements.code.value], form.elements.into.value, location.pathname + location.search);
  });
  document.addEventListener('done', async (event) => {
    const { data } = event.detail;
    delete event.target.dataset.dirty;
    if (event.target.closest('.making')) {
      event.target.reset();
      event.target.closest('details').open = false;
    }
    if (data?.code) {
      event.target.closest('details')?.removeAttribute('open');
      await openCode(data.href, data.code === shown() ? 'replace' : 'push');
      place.querySelector('h1')?.focus({ preventScroll: true });
    } else if (data?.gone) {
      history.pushState(null, '', '/codebook');
    }
    soon();
  });
  onChange(() => soon());

  onAction('filter-codes', () => filter?.select());
  onAction('new-code', () => open('new'));
  for (const name of ['edit', 'move', 'merge']) onAction(`${name}-code`, () => open(name));
  onAction('split-code', () => place.querySelector('a[data-do="split"]')?.click());
  onAction('compare-code', compare);
}

let wait;

/** An act and the word of it come together; once is enough. */
function soon() {
  clearTimeout(wait);
  wait = setTimeout(refresh, 60);
}
