// The trees of the codebook. Lines lie flat, each with its depth: folding and filtering hide lines. Arrows as the ARIA
// tree pattern has them; Alt with an arrow moves a code, as outliners do.
import { rove } from './roving.js';
import { keysOff } from './keys.js';
import { sentence } from './say.js';
import { send } from './send.js';

/** What is folded stays folded while the page is brought up to date. */
const folded = new Set(JSON.parse(sessionStorage.getItem('folded') || '[]'));
/** @type {{line: HTMLElement, depth: number, text: string, key: string}[]} */
let lines = [];
let wanted = '';

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const keyOf = (line) => [line.dataset.taxonomy, line.dataset.parent, line.dataset.code].join('\u0001');

/**
 * Makes the trees within a place work.
 * @param {HTMLElement} forest
 */
export function growTrees(forest) {
  lines = [...forest.querySelectorAll('[role="treeitem"]')].map((line) => ({
    line, depth: Number(line.dataset.depth), text: plain(line.dataset.code), key: keyOf(line),
  }));
  for (const tree of forest.querySelectorAll('[role="tree"]')) {
    rove(tree, '[role="treeitem"]');
    tree.addEventListener('keydown', onKey);
    tree.addEventListener('click', (event) => {
      if (!event.target.closest('.fold')) return;
      const line = event.target.closest('[role="treeitem"]');
      if (!line.hasAttribute('aria-expanded')) return;
      event.preventDefault();
      event.stopPropagation();
      fold(line, line.getAttribute('aria-expanded') === 'true');
    });
  }
  show();
}

/** Shows the lines whose name has all these words, with what stands above them: how many codes are left. */
export function filterTrees(typed) {
  wanted = typed;
  return show();
}

function hide(part, hidden) {
  if (part.hidden !== hidden) part.hidden = hidden;
}

function show() {
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  const found = new Set();
  let need = 0;
  let close = Infinity;
  if (words.length > 0) {
    for (let at = lines.length - 1; at >= 0; at -= 1) {
      const { line, depth, text } = lines[at];
      const match = words.every((word) => text.includes(word));
      const above = depth === need;
      if (match) found.add(text);
      hide(line, !match && !above);
      line.classList.toggle('above', above && !match);
      if (match || above) need = depth - 1;
      if (depth === 1) need = 0;
    }
    sections(true);
    return found.size;
  }
  for (const { line, depth, key } of lines) {
    if (depth <= close) close = Infinity;
    hide(line, depth > close);
    if (line.className.endsWith(' above')) line.classList.remove('above');
    if (line.hasAttribute('aria-expanded')) {
      const closed = folded.has(key);
      line.setAttribute('aria-expanded', String(!closed));
      if (closed && depth < close) close = depth;
    }
  }
  sections(false);
  return new Set(lines.map(({ text }) => text)).size;
}

/** A tree without a line that is left is not there while someone filters; nor are bunches, which keep their height. */
function sections(filtered) {
  for (const bunch of document.querySelectorAll('.bunch')) hide(bunch, [...bunch.children].every((line) => line.hidden));
  for (const section of document.querySelectorAll('.taxonomy')) {
    hide(section, filtered && [...section.querySelectorAll('.line')].every((line) => line.hidden));
  }
}

function fold(line, closed) {
  if (closed) folded.add(keyOf(line));
  else folded.delete(keyOf(line));
  sessionStorage.setItem('folded', JSON.stringify([...folded]));
  show();
}

const at = (line) => lines.findIndex((other) => other.line === line);

/** The line above which this one hangs. */
function parentOf(line) {
  const depth = Number(line.dataset.depth);
  for (let before = at(line) - 1; before >= 0; before -= 1) {
    if (lines[before].depth < depth) return lines[before].line;
  }
  return undefined;
}

function onKey(event) {
  const line = event.target.closest('[role="treeitem"]');
  if (!line || event.ctrlKey || event.metaKey) return;
  if (event.altKey) {
    const move = { ArrowUp: up, ArrowDown: down, ArrowLeft: out, ArrowRight: into }[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    if (line.dataset.taxonomy) move(line);
    return;
  }
  const expanded = line.getAttribute('aria-expanded');
  if (event.key === 'ArrowRight') {
    if (expanded === 'false') fold(line, false);
    else if (expanded === 'true') lines[at(line) + 1]?.line.focus();
  } else if (event.key === 'ArrowLeft') {
    if (expanded === 'true' && !wanted) fold(line, true);
    else if (Number(line.dataset.depth) > 1) parentOf(line)?.focus();
  } else if (event.key === ' ') {
    line.click();
  } else if (event.key === '*') {
    for (const { line: other } of lines) if (other.hasAttribute('aria-expanded')) fold(other, false);
  } else if (keysOff() && event.key.length === 1) {
    seek(line, event.key);
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

let typed = '';
let pause;

/** Goes to the next line that begins with what is typed; letters are free for that when single keys are off. */
function seek(line, letter) {
  clearTimeout(pause);
  pause = setTimeout(() => { typed = ''; }, 700);
  typed += plain(letter);
  const here = at(line);
  const from = typed.length === 1 ? here + 1 : here;
  const order = [...lines.slice(from), ...lines.slice(0, from)];
  order.find(({ line, text }) => !line.hidden && text.startsWith(typed))?.line.focus();
}

const siblings = (line) => lines.map((other) => other.line)
  .filter((other) => other.dataset.taxonomy === line.dataset.taxonomy && other.dataset.parent === line.dataset.parent
    && other.dataset.depth === line.dataset.depth && parentOf(other) === parentOf(line));

async function put(line, under, position) {
  const { code, parent, taxonomy } = line.dataset;
  await send('/do/codes/place', { code, from: `+${parent}`, taxonomy, under, position });
}

function up(line) {
  const position = Number(line.dataset.position);
  if (position > 1) put(line, line.dataset.parent, position - 1);
}

function down(line) {
  const position = Number(line.dataset.position);
  if (position < siblings(line).length) put(line, line.dataset.parent, position + 1);
}

function into(line) {
  const above = siblings(line)[Number(line.dataset.position) - 2];
  if (above) put(line, above.dataset.code, '');
}

function out(line) {
  const parent = parentOf(line);
  if (parent) put(line, parent.dataset.parent, Number(parent.dataset.position) + 1);
}

/** Marks the line of the code that is shown. */
export function markLine(code) {
  let marked = false;
  for (const { line } of lines) {
    const here = line.dataset.code === code && !marked;
    if (here) line.setAttribute('aria-current', 'true');
    else line.removeAttribute('aria-current');
    marked ||= here;
  }
}

/** Which line has the focus, so that it can have it again. */
export function focusedLine() {
  const line = document.activeElement?.closest?.('[role="treeitem"]');
  return line ? { key: keyOf(line), code: line.dataset.code, taxonomy: line.dataset.taxonomy } : null;
}

/** Gives a line the focus again, also when its code stands elsewhere by now. */
export function focusLine(was) {
  const same = lines.find(({ key }) => key === was.key)
    ?? lines.find(({ line }) => line.dataset.code === was.code && line.dataset.taxonomy === was.taxonomy)
    ?? lines.find(({ line }) => line.dataset.code === was.code);
  same?.line.focus();
}

/** How many codes are left, as a sentence. */
export function leftOf(left, all) {
  return sentence('codes-left-of', left, all);
}
