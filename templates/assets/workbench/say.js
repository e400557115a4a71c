// Saying things: a message that a screen reader reads too, and dialogs. Sentences come from the server.
import { element, elements } from './markup.js';

const sentences = JSON.parse(document.body.dataset.says || '{}');

/**
 * A sentence by its name, with what is filled in.
 * @param {string} name
 * @param {...(string|number)} values
 */
export function sentence(name, ...values) {
  return (sentences[name] ?? name).replace(/\{(\d)\}/g, (_, at) => String(values[at] ?? ''));
}

let fading;

/**
 * Says what happened. Stays until something else is said, or ten seconds; a refusal stays until it is closed.
 * @param {string} what
 * @param {{details?: string[], hints?: string[], refused?: boolean, button?: {name: string, act: () => void}}} [more]
 */
export function say(what, more = {}) {
  const place = document.getElementById(more.refused ? 'alert' : 'said');
  const note = element('div', '', { class: more.refused ? 'note refused' : 'note' });
  note.append(element('p', what));
  for (const line of more.details ?? []) note.append(element('p', line, { class: 'detail' }));
  for (const line of more.hints ?? []) note.append(element('p', line, { class: 'detail' }));
  const buttons = element('p', '', { class: 'note-buttons' });
  if (more.button) {
    const button = element('button', more.button.name, { type: 'button', class: 'plain' });
    button.addEventListener('click', () => { hush(); more.button.act(); });
    buttons.append(button);
  }
  const close = element('button', sentence('close'), { type: 'button', class: 'plain' });
  close.addEventListener('click', hush);
  buttons.append(close);
  note.append(buttons);
  clearTimeout(fading);
  for (const id of ['said', 'alert']) document.getElementById(id).replaceChildren();
  place.append(note);
  raise(place);
  if (!more.refused) fading = setTimeout(hush, 10_000);
}

/** Lifts a message above a dialog that is open. */
function raise(place) {
  if (!place.showPopover) return;
  place.popover = 'manual';
  if (place.matches(':popover-open')) place.hidePopover();
  place.showPopover();
}

/**
 * Why something could not be, to stand where it was asked.
 * @param {{error: string, details?: string[], hints?: string[]}} said
 */
export function faultOf(said) {
  const fault = element('div', '', { class: 'fault', role: 'alert' });
  fault.append(element('p', said.error));
  if (said.details?.length) fault.append(element('pre', said.details.join('\n')));
  for (const hint of said.hints ?? []) fault.append(element('p', hint, { class: 'hint' }));
  return fault;
}

/** Forms in a dialog say beside their button why they were refused: a message would lie under the dialog. */
export function sayInside(dialog) {
  const clean = () => { for (const old of dialog.querySelectorAll('.fault')) old.remove(); };
  dialog.addEventListener('submit', clean);
  dialog.addEventListener('refused', (event) => {
    event.preventDefault();
    clean();
    const fault = faultOf(event.detail);
    const beside = event.target.querySelector('.buttons');
    if (beside) beside.after(fault); else event.target.append(fault);
    fault.scrollIntoView({ block: 'nearest' });
  });
}

/** Tells a screen reader something that is to be seen anyway. */
export function whisper(what) {
  let place = document.getElementById('whisper');
  if (!place) {
    place = element('div', '', { id: 'whisper', class: 'unseen', role: 'status', 'aria-live': 'polite' });
    document.body.append(place);
  }
  place.textContent = what;
}

/** Takes messages away. */
export function hush() {
  clearTimeout(fading);
  for (const id of ['said', 'alert']) {
    const place = document.getElementById(id);
    place.replaceChildren();
    if (place.popover) place.hidePopover();
  }
}

/**
 * Opens a dialog with a piece of a page in it; Escape closes it and the focus returns to where it was.
 * @param {string} name class of the dialog
 * @param {string|DocumentFragment} content
 * @returns {HTMLDialogElement}
 */
export function openDialog(name, content) {
  document.querySelector(`dialog.${name}`)?.remove();
  const from = document.activeElement;
  const dialog = element('dialog', '', { class: name, 'aria-label': sentence(`dialog-${name}`) });
  const close = element('button', sentence('close'), { type: 'button', class: 'plain close' });
  close.addEventListener('click', () => dialog.close());
  dialog.append(close, typeof content === 'string' ? elements(content) : content);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (from instanceof HTMLElement && from.isConnected) from.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
