// From a place on the page to a place in the text and back. The server counts code points of the transcript; a browser
// counts UTF-16 units of text nodes. Only here is one made of the other.

/** The text. */
export const text = document.getElementById('text');

let list = [];
let froms = [];

/** The rows in order; `refresh` after any were replaced. */
export function rows() {
  if (!list.length) refresh();
  return list;
}

/** Looks at the rows anew. */
export function refresh() {
  list = [...text.querySelectorAll('.row')];
  froms = list.map((row) => Number(row.dataset.from));
}

/** The element with the words of a row, and nothing else. */
export function wordsOf(row) {
  return row.querySelector('.words');
}

const SURROGATE = /[\ud800-\udfff]/;

/** Code points in a string. */
export function points(string) {
  return SURROGATE.test(string) ? [...string].length : string.length;
}

/** UTF-16 units of the first so many code points. */
function units(string, count) {
  if (!SURROGATE.test(string)) return Math.min(count, string.length);
  let at = 0;
  for (const point of string) {
    if (count-- <= 0) break;
    at += point.length;
  }
  return at;
}

/** The row that a node is in. */
export function rowOf(node) {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest('.row') ?? null;
}

/** Where the words of a row end, in code points of the text. */
export function endOf(row) {
  return Number(row.dataset.from) + points(wordsOf(row).textContent);
}

/**
 * The code point at a place of the page; places outside the words count as their nearest edge.
 * @param {Node} node
 * @param {number} offset
 */
export function pointAt(node, offset) {
  let row = rowOf(node);
  if (!row) {
    // The text itself: the row before which the place lies.
    const next = node === text ? text.children[offset] : null;
    row = next?.closest?.('.row');
    return row ? Number(row.dataset.from) : endOf(rows().at(-1));
  }
  const words = wordsOf(row);
  const range = document.createRange();
  range.selectNodeContents(words);
  const side = range.comparePoint(node, offset);
  if (side < 0) return Number(row.dataset.from);
  if (side > 0) return endOf(row);
  range.setEnd(node, offset);
  return Number(row.dataset.from) + points(range.toString());
}

/** The row in which a code point lies. */
export function rowAt(point) {
  rows();
  let low = 0;
  let high = froms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (froms[middle] <= point) low = middle + 1;
    else high = middle;
  }
  return list[Math.max(0, low - 1)];
}

/**
 * The text node and offset of a code point; `end` prefers the end of a row to the start of the next.
 * @param {number} point
 * @param {boolean} [end]
 */
function nodeAt(point, end = false) {
  const row = rowAt(end ? Math.max(0, point - 1) : point);
  let left = Math.max(0, point - Number(row.dataset.from));
  const walker = document.createTreeWalker(wordsOf(row), NodeFilter.SHOW_TEXT);
  let last = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = points(node.data);
    if (left < length || (end && left === length)) return { node, offset: units(node.data, left) };
    left -= length;
    last = node;
  }
  return last ? { node: last, offset: last.data.length } : { node: wordsOf(row), offset: 0 };
}

/** The stretch of the page from one code point to another. */
export function rangeOf(start, end) {
  const range = document.createRange();
  const first = nodeAt(start);
  const last = nodeAt(end, true);
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset);
  return range;
}

const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/**
 * What is selected in the text, without white space at its edges and never half a letter.
 * @returns {{start: number, end: number, words: string}|null}
 */
export function chosen() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) && !text.contains(range.endContainer)) return null;
  let start = pointAt(range.startContainer, range.startOffset);
  let end = pointAt(range.endContainer, range.endOffset);
  if (end <= start) return null;
  [start, end] = [snapped(start, false), snapped(end, true)];
  const words = wordsBetween(start, end);
  start += points(words.match(/^\s*/)[0]);
  end -= points(words.match(/\s*$/)[0]);
  return start < end ? { start, end, words: words.trim() } : null;
}

/** To the edge of the letter that a point lies in. */
function snapped(point, up) {
  const row = rowAt(up ? Math.max(0, point - 1) : point);
  const words = wordsOf(row).textContent;
  const inside = units(words, point - Number(row.dataset.from));
  if (inside <= 0 || inside >= words.length) return point;
  const letter = graphemes.segment(words).containing(inside);
  if (!letter || letter.index === inside) return point;
  const to = up ? letter.index + letter.segment.length : letter.index;
  return Number(row.dataset.from) + points(words.slice(0, to));
}

/** The words between two code points; rows are parted by a line break. */
export function wordsBetween(start, end) {
  const all = rows();
  const parts = [];
  for (let at = all.indexOf(rowAt(start)); at < all.length; at += 1) {
    const from = Number(all[at].dataset.from);
    if (from >= end) break;
    const words = wordsOf(all[at]).textContent;
    parts.push(words.slice(units(words, Math.max(0, start - from)), units(words, end - from)));
  }
  return parts.join('\n');
}

/** Whether a stretch lies in the words of one row. */
export function inOneRow(start, end) {
  const row = rowAt(start);
  return end <= endOf(row);
}

/** Selects a stretch and brings it into view. */
export function choose(start, end, scrolls = true) {
  const range = rangeOf(start, end);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  if (scrolls) bringIntoView(range);
  return range;
}

/** Scrolls as little as needed, below what sticks to the top. */
export function bringIntoView(range) {
  const row = rowAt(pointAt(range.startContainer, range.startOffset));
  // A row far away has no size of its own until it is near.
  let box = range.getBoundingClientRect();
  const top = 132;
  const bottom = innerHeight - 56;
  if (box.top < 0 || box.bottom > innerHeight) row.scrollIntoView({ block: 'center' });
  box = range.getBoundingClientRect();
  if (box.top < top) scrollBy(0, box.top - top);
  else if (box.bottom > bottom) scrollBy(0, Math.min(box.bottom - bottom, box.top - top));
}
