// A memo on whatever is before you: the thing that has the focus, else what the page is about, else the study.
import { ask } from './ask.js';
import { onAction } from './keys.js';

/** The way to the form of a memo on the nearest thing that says what it is. */
export function memoAddress(from) {
  const thing = from?.closest?.('[data-memo-about]') ?? document.querySelector('main[data-memo-about], main > [data-memo-about]');
  const asked = new URLSearchParams({ back: location.pathname + location.search });
  const { memoAbout = 'project', memoName, memoCase, memoTranscript, memoStart, memoEnd } = thing?.dataset ?? {};
  asked.set('about', memoAbout);
  for (const [key, value] of Object.entries({ name: memoName ?? memoTranscript, case: memoCase, start: memoStart, end: memoEnd })) {
    if (value) asked.set(key, value);
  }
  return `/memos/new?${asked}`;
}

/** Lets the key of memos work on every screen. */
export function memoByKey() {
  if (!document.querySelector('[data-go="memos"]')) return;
  onAction('memo', () => ask('memo', memoAddress(document.activeElement)));
}
