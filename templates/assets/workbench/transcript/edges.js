// Moving an edge of what was coded: with handles that can be dragged, or with a key and the arrows. What moves is shown as
// it moves and kept when it rests.
import { element } from '../markup.js';
import { onAction } from '../keys.js';
import { say, sentence, whisper } from '../say.js';
import { send } from '../send.js';
import { wordEdge } from './choosing.js';
import { mean, onMeant, theCoding } from './codings.js';
import { choose, pointAt, rangeOf, text } from './positions.js';

const desk = document.querySelector('.desk');
/** How long an edge that is moved by key rests before it is kept, in milliseconds. */
const REST = 700;

/** @type {{coding: any, side: 'start'|'end', start: number, end: number}|null} */
let moving = null;
let rests;
let changed = () => {};
const handles = {};

/** Only one's own codings move. */
function mayMove(coding) {
  const own = document.body.dataset.coder.toLowerCase();
  if (coding.coders.some((name) => name.toLowerCase() === own)) return true;
  say(sentence('not-yours', coding.coders.join(', ')), { refused: true });
  return false;
}

function begin(coding, side) {
  moving = { coding, side, start: coding.start, end: coding.end };
  show();
  whisper(sentence(`edge-${side}`));
}

function show() {
  choose(moving.start, moving.end, false);
  const range = moving.side === 'start' ? rangeOf(moving.start, moving.start + 1) : rangeOf(moving.end - 1, moving.end);
  range.startContainer.parentElement.scrollIntoView({ block: 'nearest' });
  settle(moving);
  document.body.dataset.edge = moving.side;
}

function shift(direction, byLetter) {
  const { side } = moving;
  const at = moving[side];
  const to = byLetter ? at + direction : wordEdge(side, at, direction);
  if (side === 'start') moving.start = Math.max(0, Math.min(to, moving.end - 1));
  else moving.end = Math.max(moving.start + 1, to);
  show();
  clearTimeout(rests);
  rests = setTimeout(keep, REST);
}

async function keep() {
  clearTimeout(rests);
  if (!moving) return;
  const { coding, start, end, side } = moving;
  if (start === coding.start && end === coding.end) return;
  const done = await send('/do/edge', {
    transcript: desk.dataset.transcript, start: coding.start, end: coding.end, to_start: start, to_end: end,
  });
  if (!done) { stop(); return; }
  const next = await changed({ start: Math.min(start, coding.start), end: Math.max(end, coding.end) }, { ...coding, start, end, id: `${start}-${end}` });
  if (moving && next) moving = { coding: next, side, start, end };
}

function stop() {
  clearTimeout(rests);
  moving = null;
  delete document.body.dataset.edge;
  const coding = theCoding();
  if (coding) choose(coding.start, coding.end, false);
}

/** Puts the handles at the ends of a stretch. */
function settle(stretch) {
  for (const side of ['start', 'end']) {
    const handle = handles[side];
    handle.hidden = !stretch;
    if (!stretch) continue;
    const range = side === 'start' ? rangeOf(stretch.start, Math.min(stretch.end, stretch.start + 1)) : rangeOf(Math.max(stretch.start, stretch.end - 1), stretch.end);
    const boxes = range.getClientRects();
    const box = boxes[side === 'start' ? 0 : boxes.length - 1];
    if (!box) { handle.hidden = true; continue; }
    handle.style.left = `${(side === 'start' ? box.left : box.right) + scrollX - 12}px`;
    handle.style.top = `${box.top + scrollY + (side === 'start' ? -20 : box.height - 4)}px`;
  }
}

function caretAt(x, y) {
  const place = document.caretPositionFromPoint?.(x, y);
  if (place) return { node: place.offsetNode, offset: place.offset };
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

function handle(side) {
  const button = element('button', '', { type: 'button', class: `handle ${side}`, 'aria-label': sentence(`handle-${side}`), hidden: '', tabindex: '-1' });
  button.addEventListener('pointerdown', (event) => {
    const coding = theCoding();
    if (!coding || !mayMove(coding)) return;
    event.preventDefault();
    button.setPointerCapture(event.pointerId);
    begin(coding, side);
  });
  button.addEventListener('pointermove', (event) => {
    if (!moving || !button.hasPointerCapture(event.pointerId)) return;
    const place = caretAt(event.clientX, event.clientY + (side === 'start' ? 16 : -16));
    if (!place || !text.contains(place.node)) return;
    const point = pointAt(place.node, place.offset);
    if (side === 'start' && point < moving.end) moving.start = point;
    if (side === 'end' && point > moving.start) moving.end = point;
    show();
  });
  button.addEventListener('pointerup', async (event) => {
    button.releasePointerCapture(event.pointerId);
    await keep();
    stop();
  });
  document.body.append(button);
  return button;
}

/**
 * @param {(stretch: {start: number, end: number}, coding: any) => Promise<any>} onChanged brings the page up to date
 */
export function moveEdges(onChanged) {
  changed = onChanged;
  for (const side of ['start', 'end']) handles[side] = handle(side);
  onMeant((coding) => settle(coding));
  const again = () => { if (!moving) settle(theCoding()); };
  // Rows that come near take their real height, which moves what is below them.
  new ResizeObserver(again).observe(text);
  addEventListener('resize', again);
  onAction('edge', async () => {
    const coding = theCoding();
    if (!coding) { say(sentence('no-coding-chosen')); return; }
    if (!moving) { if (mayMove(coding)) begin(coding, 'start'); return; }
    const side = moving.side;
    await keep();
    if (side === 'start' && theCoding()) begin(theCoding(), 'end');
    else stop();
  });
  // Arrows belong to the edge while it moves.
  document.addEventListener('keydown', (event) => {
    if (!moving || event.ctrlKey || event.metaKey) return;
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (direction) { event.preventDefault(); shift(direction, event.altKey); }
    else if (event.key === 'Enter') { event.preventDefault(); keep().then(stop); }
    else if (event.key === 'Escape') { event.preventDefault(); const { coding } = moving; stop(); mean(coding, false); }
  }, true);
}

/** Whether an edge is being moved. */
export function isMoving() {
  return moving !== null;
}
