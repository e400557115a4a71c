// Quotes: from one to the next by key, to the place in the text and back, and everything that can be done to one without
// leaving the list.
import { onAction } from './keys.js';
import { onChange } from './live.js';
import { element, elements } from './markup.js';
import { applyConditions, current, growList, openContext, placeOf, walk } from './passages.js';
import { openCodeBox } from './picker.js';
import { keepPlace, restorePlace } from './place.js';
import { remember, renew } from './renew.js';
import { openDialog, sayInside } from './say.js';
import { outcome, send } from './send.js';

remember();
keepPlace();
restorePlace(placeOf);
applyConditions();
openContext();
growList();
walk('next-quote', 'previous-quote');

/** The coding that an act on a quote means. */
const coding = ({ dataset }) => ({
  transcript: dataset.transcript, start: dataset.start, end: dataset.end, code: dataset.code, coder: dataset.coder,
});

const on = (name, act) => onAction(name, () => { const item = current(); if (item?.dataset.transcript) act(item); });

on('choose-quote', (item) => (Number(item.dataset.number) > 0
  ? send('/do/quote-drop', { code: item.dataset.under, number: item.dataset.number })
  : send('/do/quote-choose', { ...coding(item), code: item.dataset.under })));
on('counter-quote', (item) => send('/do/counter', { ...coding(item), counter: item.dataset.counter ? '' : '1' }));
on('recode-quote', (item) => openCodeBox({
  rect: item.querySelector('.fragment').getBoundingClientRect(),
  allowNew: true,
  onChoose: (to, isNew) => send('/do/recode', { ...coding(item), to, new: isNew ? '1' : '' }),
}));
on('edit-quote', (item) => openOne(item.querySelector('a[data-one]').href));
on('discuss-quote', (item) => openForm('comment', item.dataset.comment));

/** A form of another screen in a dialog; where there is none yet, its page. */
async function openForm(name, address) {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } });
  if (!answer.ok) { location.href = address; return; }
  const page = elements(await answer.text());
  const dialog = openDialog(name, page.querySelector('main')?.firstElementChild ?? page);
  sayInside(dialog);
  dialog.addEventListener('done', () => dialog.close());
  dialog.querySelector('textarea, input:not([type="hidden"])')?.focus();
}

/** Everything about one quote, in a dialog over the list. */
async function openOne(address) {
  const answer = await fetch(address, { headers: { Accept: 'application/json, text/html' } });
  if (!answer.ok) { await outcome(answer); return; }
  const part = elements(await answer.text()).getElementById('one');
  const title = part.querySelector('h1');
  const head = element('h2', title.textContent);
  title.replaceWith(head);
  part.querySelector('a.stay')?.remove();
  const dialog = openDialog('quote', part);
  listenToTexts(dialog);
  sayInside(dialog);
  dialog.addEventListener('done', async (event) => {
    const finished = event.target.matches('[action="/do/quote-edit"], [action="/do/recode"], [action="/do/uncode"]');
    if (finished) { dialog.close(); return; }
    const fresh = elements(await (await fetch(address)).text()).getElementById('one');
    fresh.querySelector('h1').replaceWith(element('h2', head.textContent));
    fresh.querySelector('a.stay')?.remove();
    dialog.querySelector('#one').replaceWith(fresh);
    listenToTexts(dialog);
    dialog.querySelector('#one button, #one textarea')?.focus();
  });
}

/** A report text is held against the fragment while it is typed. */
function listenToTexts(within) {
  const check = within.querySelector('[data-check]')?.dataset.check;
  for (const text of within.querySelectorAll('textarea[data-checked]')) {
    const verdict = text.parentElement.querySelector('.verdict');
    let waits;
    let asked = 0;
    const judge = async () => {
      const mine = ++asked;
      const answer = await fetch(`${check}&report=${encodeURIComponent(text.value)}`, { headers: { Accept: 'application/json' } });
      if (!answer.ok || mine !== asked) return;
      const { good, said } = await answer.json();
      verdict.textContent = said;
      verdict.classList.toggle('wrong', !good);
      text.setAttribute('aria-invalid', String(!good));
    };
    text.addEventListener('input', () => { clearTimeout(waits); waits = setTimeout(judge, 200); });
    judge();
  }
}

document.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const one = event.target.closest?.('a[data-one]');
  const form = event.target.closest?.('a[data-dialog]');
  if (!one && !form) return;
  event.preventDefault();
  if (one) openOne(one.href);
  else openForm(form.dataset.dialog, form.href);
});

if (document.querySelector('main #one')) {
  listenToTexts(document);
  document.addEventListener('done', () => location.reload());
} else {
  onChange(() => renew());
}
