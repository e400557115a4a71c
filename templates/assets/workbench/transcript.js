// A transcript: choose text, code it, go along what is coded. The rows come from the server; after an act those that it
// touched are asked for again and put in place of the old ones, so that the selection and the place on the page stay.
import { ask } from './ask.js';
import { onAction, onKey, rest } from './keys.js';
import { onChange } from './live.js';
import { element, piece } from './markup.js';
import { codeList, fold, openCodeBox, putNow, recentCodes } from './picker.js';
import { say, sentence } from './say.js';
import { HEADERS, send, tab } from './send.js';
import { chooseByKey, onChosen } from './transcript/choosing.js';
import { codingsOn, followCodings, mean, refreshCodings, tellCodes, theCoding } from './transcript/codings.js';
import { isMoving, moveEdges } from './transcript/edges.js';
import {
  choose, chosen, inOneRow, refresh, rangeOf, rowAt, rows, text, wordsBetween,
} from './transcript/positions.js';
import { followSide, renewCount, renewSide } from './transcript/side.js';

const desk = document.querySelector('.desk');
const transcript = desk.dataset.transcript;
const question = new URLSearchParams(location.search);

/** Rows that a stretch touches, and a row on either side. */
function linesOf(start, end) {
  const all = rows();
  const first = Math.max(0, all.indexOf(rowAt(start)) - 1);
  const last = Math.min(all.length - 1, all.indexOf(rowAt(Math.max(start, end - 1))) + 1);
  return [Number(all[first].dataset.line), Number(all[last].dataset.line)];
}

/** Asks for rows again and puts those that differ in their place. */
async function renew(from, to) {
  const asked = new URLSearchParams({ from, to });
  for (const name of ['coder', 'level', 'code']) {
    const value = desk.dataset[`${name}Filter`];
    if (value) asked.set(name, value);
  }
  const fresh = await piece(`${desk.dataset.href}/rows?${asked}`);
  const keeps = chosen();
  let replaced = false;
  for (const row of [...fresh.querySelectorAll('.row')]) {
    const old = document.getElementById(row.id);
    if (!old || withoutState(old) === row.outerHTML) continue;
    old.replaceWith(row);
    replaced = true;
  }
  if (!replaced) return;
  refresh();
  refreshCodings();
  if (keeps) choose(keeps.start, keeps.end, false);
}

/** A row as the server made it, without what is lit up at the moment. */
function withoutState(row) {
  const copy = row.cloneNode(true);
  copy.querySelector('.deeds')?.remove();
  for (const part of copy.querySelectorAll('.meant, .lit')) part.classList.remove('meant', 'lit');
  return copy.outerHTML;
}

/** Everything, a little later: lanes further on may have become free. */
let later;
function renewAllSoon() {
  clearTimeout(later);
  later = setTimeout(() => renew(1, 1e9).catch(() => {}), 400);
}

/**
 * Shows a code at once, while the server writes it; the server's own rows take its place.
 * @returns {() => void} takes it away again
 */
function foreshadow(start, end, name) {
  const row = rowAt(start);
  let list = row.querySelector('.margin');
  const fresh = !list;
  if (fresh) { list = element('ul', '', { class: 'margin' }); row.append(list); }
  const item = element('li');
  const label = element('span', '', { class: 'name coming' });
  label.append(element('bdi', name));
  item.append(label);
  list.prepend(item);
  globalThis.CSS.highlights?.set('coming', new Highlight(rangeOf(start, end)));
  return () => {
    globalThis.CSS.highlights?.delete('coming');
    item.remove();
    if (fresh) list.remove();
  };
}

/** Puts a code on what is chosen. */
async function code(stretch, name, how = '') {
  const { start, end } = stretch;
  const fields = { transcript, start, end, code: name, new: how };
  if (inOneRow(start, end)) fields.quote = wordsBetween(start, end);
  const takeAway = foreshadow(start, end, name);
  const settle = putNow(name);
  const done = await send('/do/code', fields, { brief: true });
  settle(done);
  if (!done) { takeAway(); return; }
  await renew(...linesOf(start, end));
  takeAway();
  const coding = codingsOn(start, end).find((one) => one.start === start && one.end === end && one.code === done.data.code);
  if (coding) mean(coding, false);
  tellCodes(start, end);
  performance.mark('coded');
  if (done.data.new) renewSide();
  renewCount();
}

function stretch() {
  const now = chosen() ?? theCoding();
  // Whoever goes on typing a name must not set off other keys.
  if (!now) { say(sentence('nothing-chosen')); rest(1_500); }
  return now;
}

function openBox(now, typed = '') {
  const rect = rangeOf(now.start, now.end).getBoundingClientRect();
  const bottom = new DOMRect(rect.left, Math.max(rect.top, 100), rect.width, Math.min(rect.height, innerHeight / 2));
  // The field takes the focus, and with it the selection's colour: what is coded stays marked.
  globalThis.CSS.highlights?.set('choice', new Highlight(rangeOf(now.start, now.end)));
  openCodeBox({
    rect: bottom, transcript, typed, allowNew: true,
    onClose: () => { globalThis.CSS.highlights?.delete('choice'); choose(now.start, now.end, false); },
    onChoose: (name, isNew) => { text.focus({ preventScroll: true }); choose(now.start, now.end, false); code(now, name, isNew ? 'true' : ''); },
    onCompare: (name, letters) => {
      history.replaceState({ chosen: { start: now.start, end: now.end }, typed: letters, scroll: scrollY }, '');
      location.href = `/compare?code=${encodeURIComponent(name)}`;
    },
  });
}

onAction('code', () => { const now = stretch(); if (now) openBox(now); });
onKey('Enter', (event) => {
  if (event.target !== text && event.target !== document.body) return false;
  const now = chosen();
  if (!now || isMoving()) return false;
  openBox(now);
  return true;
});
/** Puts one of the codes used last on a stretch. */
async function codeAgain(now, order) {
  const name = recentCodes(await codeList(transcript))[order];
  if (name) code(now, name);
  else say(sentence('no-last-code'));
}
onAction('again', () => { const now = stretch(); if (now) codeAgain(now, 0); });
for (let number = 1; number <= 9; number += 1) {
  onKey(String(number), (event) => {
    if (event.target.closest('[role="tree"]')) return false;
    const now = chosen() ?? theCoding();
    if (!now) return false;
    codeAgain(now, number - 1);
    return true;
  });
}
onAction('in-vivo', () => {
  const now = stretch();
  if (now) code(now, wordsBetween(now.start, now.end).replace(/\s+/g, ' ').slice(0, 200).trim(), 'vivo');
});
onAction('remove', async () => {
  const coding = theCoding();
  if (!coding) { say(sentence('no-coding-chosen')); return; }
  const own = fold(document.body.dataset.coder);
  if (coding.coders.length && !coding.coders.some((name) => fold(name) === own)) {
    say(sentence('not-yours', coding.coders.join(', ')), { refused: true });
    return;
  }
  const { start, end } = coding;
  if (await send('/do/uncode', { transcript, start, end, code: coding.code })) {
    mean(null);
    await renew(...linesOf(start, end));
    renewAllSoon();
  }
});
onAction('discuss', () => {
  const coding = theCoding();
  if (!coding) { say(sentence('no-coding-chosen')); return; }
  const about = new URLSearchParams({
    code: coding.code, transcript, start: coding.start, end: coding.end, coder: coding.coders[0] ?? '', back: location.pathname,
  });
  ask('comment', `/comments/new?${about}`);
});
onAction('compare', () => {
  const coding = theCoding();
  if (!coding) { say(sentence('no-coding-chosen')); return; }
  history.replaceState({ chosen: { start: coding.start, end: coding.end }, scroll: scrollY }, '');
  location.href = `/compare?code=${encodeURIComponent(coding.code)}`;
});
onAction('finish', () => document.querySelector('.finish').requestSubmit());
onAction('back', () => {
  const back = document.querySelector('[data-back]');
  if (!back) return;
  if (document.referrer && new URL(document.referrer).origin === location.origin) history.back();
  else location.href = back.href;
});
onKey('Escape', () => {
  if (!chosen() && !theCoding()) return false;
  getSelection().removeAllRanges();
  mean(null);
  return true;
});

chooseByKey();
followCodings();
followSide({ code, stretch });
moveEdges(async (touched, moved) => {
  await renew(...linesOf(touched.start, touched.end));
  renewAllSoon();
  const next = codingsOn(moved.start, moved.end).find((one) => one.id === moved.id && one.code === moved.code);
  if (next) mean(next, false);
  return next;
});
onChosen(({ start, end }) => { mean(null); tellCodes(start, end); });

// What others did, here or elsewhere, and what undo took back.
onChange((change) => {
  const own = change && change.tab === tab;
  if (own && ['CodingApply', 'CodingRemove', 'CodingResize'].includes(change.verb)) return;
  if (!change || /^(Code|Taxonomy|Codebook|Undo|Redo|HitsCode)/.test(change.verb)) renewSide();
  renewCount();
  renewAllSoon();
});

// Rows that come near take their real height: what has the focus below them must not slip out of sight.
document.querySelector('.onward').addEventListener('focusin', ({ target }) => {
  const keep = () => { if (target === document.activeElement) target.scrollIntoView({ block: 'center' }); };
  keep();
  requestAnimationFrame(() => requestAnimationFrame(keep));
  setTimeout(keep, 100);
});

// How far someone has read, so that they can go on from there.
let reads;
function readSoon() {
  clearTimeout(reads);
  reads = setTimeout(() => {
    const row = rows().findLast((one) => one.getBoundingClientRect().top < innerHeight * 0.8);
    if (!row) return;
    const body = new URLSearchParams({ transcript, line: row.dataset.line });
    fetch('/do/bookmark', { method: 'POST', body, keepalive: true, headers: HEADERS }).catch(() => {});
  }, 1_200);
}
addEventListener('scroll', readSoon, { passive: true });

// The place that the address names, or where one was before looking elsewhere.
const at = question.get('at')?.match(/^(\d+)-(\d+)$/);
const line = Number(question.get('line'));
const before = history.state?.chosen;
if (before) {
  scrollTo(0, history.state.scroll ?? scrollY);
  choose(before.start, before.end);
  if (history.state.typed !== undefined) openBox(before, history.state.typed);
  else mean(codingsOn(before.start, before.end)[0] ?? null);
} else if (at) {
  const [start, end] = [Number(at[1]), Number(at[2])];
  rowAt(start).scrollIntoView({ block: 'center' });
  choose(start, end);
  const coding = codingsOn(start, end).find((one) => one.start === start && one.end === end);
  if (coding) mean(coding, false);
  tellCodes(start, end);
} else if (line) {
  const row = rows().findLast((one) => Number(one.dataset.line) <= line) ?? rows()[0];
  row.scrollIntoView({ block: 'center' });
  row.classList.add('arrived');
}
text.focus({ preventScroll: true });
readSoon();
