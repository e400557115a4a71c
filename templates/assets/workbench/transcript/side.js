// The codebook beside the text: a list that follows what is typed, and codes that can be put on what is chosen.
import { onAction } from '../keys.js';
import { onChange } from '../live.js';
import { piece } from '../markup.js';
import { codeList, fold as folded } from '../picker.js';
import { rove } from '../roving.js';
import { sentence, whisper } from '../say.js';

const side = document.querySelector('details.codes');
const desk = document.querySelector('.desk');

/** The code of a line. */
const codeOf = (item) => item.querySelector('bdi').textContent;

/** Hides what does not answer to what is typed; what stands above a code that does stays. */
function filter(items, typed) {
  const wanted = folded(typed.trim());
  let left = 0;
  let level = 0;
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const { item, name, depth } = items[at];
    const found = !wanted || name.includes(wanted);
    // Read from the bottom up: a code above one that is shown is shown.
    const above = depth < level;
    const shown = found || above;
    if (found) left += 1;
    level = shown ? depth : depth === 1 ? 0 : level;
    if (depth === 1) level = 0;
    item.hidden = !shown;
    item.classList.toggle('dim', Boolean(wanted) && !found);
  }
  // A bunch keeps the height that it had when it was last in sight.
  for (const bunch of side.querySelectorAll('.bunch')) bunch.hidden = [...bunch.children].every((item) => item.hidden);
  return left;
}

async function recount() {
  const { codes } = await codeList(desk.dataset.transcript);
  // A label counts what stands below it: add up along the levels.
  const here = new Map(codes.map((code) => [code.name, code.here]));
  for (const tree of side.querySelectorAll('[role="tree"]')) {
    const items = [...tree.querySelectorAll('[role="treeitem"]')];
    const sums = items.map((item) => here.get(codeOf(item)) ?? 0);
    for (let at = items.length - 1; at >= 0; at -= 1) {
      const depth = Number(items[at].ariaLevel);
      for (let below = at + 1; below < items.length && Number(items[below].ariaLevel) > depth; below += 1) {
        if (Number(items[below].ariaLevel) === depth + 1) sums[at] += sums[below];
      }
      const count = items[at].querySelector('.count');
      if (count) count.textContent = sums[at] ? String(sums[at]) : '';
      else if (sums[at]) {
        const made = document.createElement('span');
        made.className = 'count';
        made.textContent = String(sums[at]);
        items[at].append(made);
      }
    }
  }
}

/** Asks for the codebook again, when codes came, went or moved. */
export async function renewSide() {
  let fresh;
  try {
    fresh = await piece(`${desk.dataset.href}/side`);
  } catch {
    return;
  }
  const typed = document.getElementById('code-filter')?.value ?? '';
  for (const old of side.querySelectorAll(':scope > :not(summary)')) old.remove();
  side.append(fresh);
  follow(typed);
}

/** Counts the fragments that the page shows. */
export function renewCount() {
  const place = document.querySelector('[data-fragments]');
  const ids = new Set([...document.querySelectorAll('.margin .name[data-f]')].map((name) => name.dataset.f));
  place.textContent = sentence(ids.size === 1 ? 'fragment-here' : 'fragments-here', ids.size);
}

/** @param {{code: Function, stretch: Function}} acts */
export function followSide(acts) {
  const wide = matchMedia('(min-width: 1200px)');
  const fit = () => { side.open = wide.matches; };
  fit();
  wide.addEventListener('change', fit);
  const texts = document.querySelector('details.texts');
  const roomy = matchMedia('(min-width: 1000px)');
  const fold = () => { texts.open = roomy.matches; };
  fold();
  roomy.addEventListener('change', fold);
  texts.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  const names = document.getElementById('code-names');
  codeList(desk.dataset.transcript).then(({ codes }) => names.replaceChildren(...codes.map((code) => {
    const option = document.createElement('option');
    option.value = code.name;
    return option;
  })));
  follow('');
  const put = (item) => {
    const now = acts.stretch();
    if (now) acts.code(now, codeOf(item));
  };
  side.addEventListener('click', (event) => {
    const item = event.target.closest('[role="treeitem"]');
    if (item) put(item);
  });
  side.addEventListener('pointerdown', (event) => {
    // The selection in the text must survive a click here.
    if (event.target.closest('[role="treeitem"]')) event.preventDefault();
  });
  side.addEventListener('keydown', (event) => {
    const item = event.target.closest('[role="treeitem"]');
    if (item && event.key === 'Enter') { event.preventDefault(); put(item); }
  });
  onAction('codes', () => { side.open = true; document.getElementById('code-filter')?.focus(); });
  document.addEventListener('acted', () => recount());
  onChange(() => recount());
}

/** Lets the filter and the arrows work on the codes that stand there now. */
function follow(typed) {
  const field = document.getElementById('code-filter');
  if (!field) return;
  field.value = typed;
  const items = [...side.querySelectorAll('[role="treeitem"]')].map((item) => ({
    item, name: folded(codeOf(item)), depth: Number(item.ariaLevel),
  }));
  field.addEventListener('input', () => {
    const left = filter(items, field.value);
    whisper(left === 1 ? sentence('code-left') : sentence('codes-left', left));
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') { field.value = ''; filter(items, ''); document.getElementById('text').focus({ preventScroll: true }); }
    else if (event.key === 'ArrowDown') { event.preventDefault(); items.find(({ item }) => !item.hidden)?.item.focus(); }
  });
  for (const tree of side.querySelectorAll('[role="tree"]')) rove(tree, '[role="treeitem"]');
  if (typed) filter(items, typed);
}
