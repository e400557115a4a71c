// Choosing text by key: a turn, a sentence, a word, and further from there. What is chosen is the browser's own selection,
// so that a screen reader reads it and copying works.
import { onAction, onKey } from '../keys.js';
import { choose, chosen, points, rowAt, rows, wordsOf } from './positions.js';

const segmenter = new Intl.Segmenter('nl', { granularity: 'word' });

/** @type {'turn'|'sentence'|'word'} */
let unit = 'turn';
/** Where choosing began, when it is being extended. */
let anchor = null;
/** @type {((stretch: {start: number, end: number}) => void)[]} */
const listeners = [];

/** Asks to be told of what was chosen by key. */
export function onChosen(hear) {
  listeners.push(hear);
}

/**
 * The pieces of a row, in code points of the text.
 * @returns {{start: number, end: number}[]}
 */
function pieces(row, kind) {
  const from = Number(row.dataset.from);
  const words = wordsOf(row).textContent;
  if (kind === 'turn') return [trimmed(words, from, 0, words.length)].filter(Boolean);
  if (kind === 'sentence') {
    const starts = row.dataset.s ? row.dataset.s.split(' ').map(Number) : [0];
    return starts.map((start, at) => trimmed(words, from, start, starts[at + 1] ?? words.length)).filter(Boolean);
  }
  return [...segmenter.segment(words)]
    .filter((segment) => segment.isWordLike)
    .map((segment) => trimmed(words, from, segment.index, segment.index + segment.segment.length));
}

function trimmed(words, from, start, end) {
  const part = words.slice(start, end);
  const inside = part.trim();
  if (!inside) return null;
  const first = from + points(words.slice(0, start + part.indexOf(inside[0])));
  return { start: first, end: first + points(inside) };
}

/** The first row below what sticks to the top. */
function rowInView() {
  return rows().find((row) => row.getBoundingClientRect().bottom > 140) ?? rows()[0];
}

/** The piece that holds or follows a point. */
function pieceAt(point, kind) {
  const row = rowAt(point);
  return pieces(row, kind).find((piece) => piece.end > point) ?? step(point, kind, 1);
}

/** The piece after or before a point. */
function step(point, kind, direction) {
  const all = rows();
  let at = all.indexOf(rowAt(direction > 0 ? point : Math.max(0, point - 1)));
  for (; at >= 0 && at < all.length; at += direction) {
    const here = pieces(all[at], kind);
    const found = direction > 0
      ? here.find((piece) => piece.start >= point)
      : here.findLast((piece) => piece.end <= point);
    if (found) return found;
  }
  return null;
}

function take(stretch) {
  if (!stretch) return;
  anchor = null;
  choose(stretch.start, stretch.end);
  for (const hear of listeners) hear(stretch);
}

/** Chooses a stretch as if by key. */
export function takeStretch(start, end) {
  take({ start, end });
}

function move(kind, direction) {
  const now = chosen();
  unit = kind;
  if (!now) { take(pieceAt(Number(rowInView().dataset.from), kind)); return; }
  take(step(direction > 0 ? now.end : now.start, kind, direction));
}

function by(kind) {
  const now = chosen();
  const again = unit === kind && now && anchor === null && isPiece(now, kind);
  unit = kind;
  if (!now) take(pieceAt(Number(rowInView().dataset.from), kind));
  else if (again && kind !== 'turn') take(step(now.end, kind, 1));
  else take(pieceAt(now.start, kind));
}

function isPiece(stretch, kind) {
  return pieces(rowAt(stretch.start), kind).some((piece) => piece.start === stretch.start && piece.end === stretch.end);
}

/** Lets the far edge of the choice move; the edge where choosing began stays. */
function extend(kind, direction) {
  const now = chosen();
  if (!now) { move(kind, direction); return; }
  anchor ??= { ...now };
  const atEnd = now.end > anchor.end || (now.end === anchor.end && now.start === anchor.start && direction > 0);
  let { start, end } = now;
  if (atEnd || (direction > 0 && start === anchor.start)) {
    if (direction > 0) end = step(end, kind, 1)?.end ?? end;
    else end = Math.max(anchor.end, step(end - 1, kind, -1)?.end ?? anchor.end);
  } else if (direction < 0) {
    start = step(start, kind, -1)?.start ?? start;
  } else {
    start = Math.min(anchor.start, step(start + 1, kind, 1)?.start ?? anchor.start);
  }
  const kept = anchor;
  choose(start, end);
  anchor = kept;
  for (const hear of listeners) hear({ start, end });
}

export function chooseByKey() {
  onAction('next-turn', () => move('turn', 1));
  onAction('previous-turn', () => move('turn', -1));
  onAction('by-turn', () => by('turn'));
  onAction('by-sentence', () => by('sentence'));
  onAction('by-word', () => by('word'));
  const inText = (act) => (event) => {
    if (!chosen() || event.target.closest('[role="tree"], [role="listbox"], summary')) return false;
    act();
    return true;
  };
  onKey('ArrowRight', inText(() => move(unit, 1)));
  onKey('ArrowLeft', inText(() => move(unit, -1)));
  onKey('Shift+ArrowRight', inText(() => extend(unit, 1)));
  onKey('Shift+ArrowLeft', inText(() => extend(unit, -1)));
  onKey('Shift+ArrowDown', inText(() => extend('turn', 1)));
  onKey('Shift+ArrowUp', inText(() => extend('turn', -1)));
  document.addEventListener('pointerdown', () => { anchor = null; });
}

/**
 * Where an edge goes by one word.
 * @param {'start'|'end'} side
 * @param {number} point where it is
 * @param {1|-1} direction
 */
export function wordEdge(side, point, direction) {
  const from = side === 'start' && direction > 0 ? point + 1 : side === 'end' && direction < 0 ? point - 1 : point;
  return step(from, 'word', direction)?.[side] ?? point;
}
