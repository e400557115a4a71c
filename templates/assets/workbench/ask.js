// Forms in a dialog: a link with data-dialog goes to a form as a page; with script its form comes to the page one is on.
import { piece } from './markup.js';
import { openDialog, say, sentence } from './say.js';

/**
 * Opens the form that an address gives in a dialog, and closes it once the form was sent.
 * @param {string} name class of the dialog
 * @param {string} address
 * @returns {Promise<HTMLDialogElement|null>}
 */
export async function ask(name, address) {
  let content;
  try {
    content = await piece(address);
  } catch {
    say(sentence('offline'), { refused: true });
    return null;
  }
  const dialog = openDialog(name, content);
  dialog.addEventListener('done', () => dialog.close());
  const first = dialog.querySelector('[autofocus]') ?? dialog.querySelector('textarea, select, input:not([type="hidden"])');
  first?.focus();
  return dialog;
}

/** Lets links with data-dialog open their form here, and Ctrl+Enter send what is being written. */
export function askInPlace() {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-dialog]') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    ask(link.dataset.dialog, link.getAttribute('href'));
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !(event.target instanceof HTMLTextAreaElement)) return;
    const form = event.target.form;
    if (!form?.classList.contains('act')) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector('button:not([type="button"])'));
  });
}
