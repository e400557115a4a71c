// Search: choosing hits, a look at what coding them would do, and the code itself.
import { onAction } from './keys.js';
import { onChange } from './live.js';
import { element, elements } from './markup.js';
import { applyConditions, current, growList, openContext, placeOf, walk } from './passages.js';
import { openCodeBox } from './picker.js';
import { keepPlace, restorePlace } from './place.js';
import { remember, renew } from './renew.js';
import { outcome } from './send.js';
import { faultOf, openDialog, sayInside, sentence, whisper } from './say.js';

remember();
keepPlace();
restorePlace(placeOf);
applyConditions();
openContext();
growList();
walk('next-hit', 'previous-hit');

const form = document.querySelector('[data-coding]');
const boxes = () => [...document.querySelectorAll('.hit > input[type="checkbox"]')];

function count() {
  const chosen = boxes().filter((box) => box.checked).length;
  const tally = document.querySelector('[data-chosen]');
  if (tally) tally.textContent = `(${chosen})`;
  return chosen;
}

if (form) {
  const all = document.querySelector('[data-choose-all]');
  all.hidden = false;
  const chooseAll = () => {
    const on = boxes().some((box) => !box.checked);
    for (const box of boxes()) box.checked = on;
    whisper(sentence('chosen', count()));
  };
  all.addEventListener('click', chooseAll);
  onAction('choose-hits', chooseAll);
  onAction('choose-hit', () => {
    const box = current()?.querySelector('input[type="checkbox"]');
    if (!box) return;
    box.checked = !box.checked;
    whisper(sentence('chosen', count()));
  });
  onAction('code-hits', () => openCodeBox({
    rect: form.querySelector('#code-name').getBoundingClientRect(),
    allowNew: true,
    onChoose: (name, isNew) => {
      form.querySelector('#code-name').value = name;
      form.querySelector('#new').checked = isNew;
      form.requestSubmit();
    },
  }));
  onAction('hit-context', () => {
    const box = current()?.querySelector('details.context');
    if (box) box.open = !box.open;
  });
  form.addEventListener('change', (event) => {
    if (event.target.name !== 'hit') return;
    count();
    document.getElementById('which-chosen').checked = true;
  });
  count();

  const bar = form.querySelector('.apply');
  const clean = () => bar.querySelector('.fault')?.remove();

  /** Why there is nothing to look at stands in the bar; a code that is not there yet can be made at once. */
  const refuse = (said) => {
    clean();
    const fault = faultOf(said);
    const name = form.querySelector('#code-name').value.trim();
    const same = (option) => option.value.toLowerCase() === name.toLowerCase();
    const known = [...document.getElementById('codes').options].some(same);
    const wanted = form.querySelector('#new');
    if (name && !known && !wanted.checked && said.missing) {
      const make = element('button', sentence('make-code', name), { type: 'button' });
      make.addEventListener('click', () => {
        wanted.checked = true;
        // The button goes; the focus comes back here when the dialog closes.
        bar.querySelector('button.main').focus();
        form.requestSubmit();
      });
      const buttons = element('p', '', { class: 'buttons' });
      buttons.append(make);
      fault.append(buttons);
    }
    bar.append(fault);
    fault.scrollIntoView({ block: 'nearest' });
    return true;
  };
  form.addEventListener('input', clean);

  // A look first, as a dialog over the hits.
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const asked = new URLSearchParams(new FormData(form));
    clean();
    const answer = await fetch(`/search/preview?${asked}`, { headers: { Accept: 'application/json, text/html' } });
    if (!answer.ok) {
      await outcome(answer, { refused: (said) => refuse({ ...said, missing: answer.status === 404 }) });
      return;
    }
    const page = elements(await answer.text());
    const dialog = openDialog('preview', page.getElementById('preview'));
    const title = dialog.querySelector('h1');
    if (title) { const head = document.createElement('h2'); head.append(...title.childNodes); title.replaceWith(head); }
    dialog.querySelector('a.stay')?.remove();
    dialog.querySelector('#reason')?.focus();
    sayInside(dialog);
    dialog.addEventListener('done', () => {
      dialog.close();
      for (const box of boxes()) box.checked = false;
      form.querySelector('#new').checked = false;
      count();
    });
  });
}

document.addEventListener('renewed', count);
onChange(() => renew());
