// What a merge comes to, shown in a dialog before it is done.
import { elements } from './markup.js';
import { openDialog } from './say.js';
import { outcome } from './send.js';

/**
 * Asks for a piece of a page; when it is refused the reason is said.
 * @param {string} address
 * @returns {Promise<DocumentFragment|null>}
 */
export async function ask(address) {
  const answer = await fetch(address, { headers: { Accept: 'text/html, application/json' } });
  if (!answer.ok) {
    await outcome(answer);
    return null;
  }
  return elements(await answer.text());
}

/**
 * Shows what a merge comes to.
 * @param {string[]} codes what goes
 * @param {string} into what stays
 * @param {string} back the page to return to
 */
export async function previewMerge(codes, into, back) {
  const asked = new URLSearchParams({ into, back, piece: 'true' });
  for (const code of codes) asked.append('code', code);
  const shown = await ask(`/codebook/merge?${asked}`);
  if (!shown) return;
  const dialog = openDialog('merge', shown);
  dialog.querySelector('h2')?.focus();
  dialog.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link) return;
    if ('swap' in link.dataset) {
      event.preventDefault();
      dialog.close();
      const turned = new URL(link.href).searchParams;
      previewMerge(turned.getAll('code'), turned.get('into'), back);
    } else if ('cancel' in link.dataset) {
      event.preventDefault();
      dialog.close();
    }
  });
  dialog.addEventListener('done', () => dialog.close());
}
