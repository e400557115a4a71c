// Every page begins here: what works everywhere, and then the script of the screen.
import { listenToKeys, onAction } from './keys.js';
import { followChanges } from './live.js';
import { sendForms, send } from './send.js';
import { openDialog } from './say.js';
import { askInPlace } from './ask.js';
import { memoByKey } from './memo.js';

/** Screens that have a script of their own. */
const SCREENS = new Set(['transcript', 'codebook', 'board', 'search', 'quotes', 'compare', 'tables', 'comments',
  'memos', 'people', 'history', 'start', 'study', 'import', 'correct']);

const screen = document.body.dataset.screen;

sendForms();
listenToKeys();
followChanges();
askInPlace();
memoByKey();

onAction('help', async () => {
  const list = await fetch(`/keys/list?screen=${screen}`);
  if (list.ok) openDialog('keys', await list.text());
});
onAction('undo', () => send('/do/undo', {}));
onAction('redo', () => send('/do/redo', {}));
onAction('find', () => {
  const field = document.querySelector('[data-find]');
  if (field) field.focus();
  else location.href = '/search';
});
for (const link of document.querySelectorAll('[data-go]')) {
  onAction(`go-${link.dataset.go}`, () => { location.href = link.href; });
}

// Below 1000 pixels the way to other screens is a menu that starts closed.
const menu = document.querySelector('details.screens');
const narrow = matchMedia('(max-width: 999px)');
const fold = () => { if (menu) menu.open = !narrow.matches; };
fold();
narrow.addEventListener('change', fold);

// A sheet closes with Escape and when the focus leaves it.
for (const sheet of document.querySelectorAll('details.who, details.sheeted')) {
  sheet.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && sheet.open) {
      sheet.open = false;
      sheet.querySelector('summary').focus();
      event.stopPropagation();
    }
  });
  sheet.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !sheet.contains(event.relatedTarget)) sheet.open = false;
  });
}

// A page of a screen may have a script of its own.
const script = document.querySelector('[data-scripted]')?.dataset.scripted || screen;
if (SCREENS.has(script) && document.querySelector('[data-scripted]')) {
  await import(`./${script}.js`);
}
document.body.dataset.ready = 'true';
