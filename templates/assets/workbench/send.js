// Asking the server to do something. Every form with class "act" is sent without leaving the page; other forms go as
// forms go. Whoever asked for an act hears its outcome first.
import { say, sentence } from './say.js';

/** The name of this tab, by which it knows its own acts when the server tells of them. */
export const tab = crypto.randomUUID();

/** What every act says of the page that it comes from. */
export const HEADERS = { Accept: 'application/json', 'X-Tab': tab, ...(document.body.dataset.desk ? { 'X-Desk': document.body.dataset.desk } : {}) };

/**
 * @typedef {{message: string, details: string[], hints: string[], entry: number|null, data: any}} Outcome
 */

/** The act that was asked for last. Acts of a page go one after another: what is undone is what was seen last. */
let before = Promise.resolve();

/**
 * Sends fields to an address that changes something.
 * @param {string} address
 * @param {Record<string, string|number|boolean|string[]>|FormData} fields
 * @param {{quiet?: boolean, brief?: boolean, refused?: (said: object) => boolean}} [how] quiet: success is not said;
 * brief: in one sentence; refused: hears why, and answers whether it says that itself
 * @returns {Promise<Outcome|null>} the outcome, or nothing when it was refused; the reason has then been said
 */
export async function send(address, fields, how = {}) {
  const body = new URLSearchParams();
  const pairs = fields instanceof FormData ? [...fields] : Object.entries(fields);
  for (const [name, value] of pairs) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, String(one));
  }
  let answer;
  const asked = before.then(() => fetch(address, { method: 'POST', body, headers: HEADERS }));
  before = asked.catch(() => {});
  try {
    answer = await asked;
  } catch {
    const said = { error: sentence('offline') };
    if (!how.refused?.(said)) say(said.error, { refused: true });
    return null;
  }
  return outcome(answer, how);
}

/**
 * Reads what the server says of an act, and says it.
 * @param {Response} answer
 * @param {{quiet?: boolean, brief?: boolean, refused?: (said: object) => boolean}} [how]
 */
export async function outcome(answer, how = {}) {
  const said = await answer.json().catch(() => ({ error: sentence('offline') }));
  if (!answer.ok) {
    if (!how.refused?.(said)) say(said.error, { details: said.details, hints: said.hints, refused: true });
    return null;
  }
  if (!how.quiet && said.message) {
    const back = address(answer) === '/do/undo' ? 'redo' : 'undo';
    const button = said.entry === null ? undefined : { name: sentence(back), act: () => send(`/do/${back}`, {}) };
    say(said.message, how.brief ? { button } : { details: said.details, hints: said.hints, button });
  }
  document.dispatchEvent(new CustomEvent('acted', { detail: said }));
  return said;
}

function address(answer) {
  return new URL(answer.url).pathname;
}

/** Sends forms of class "act" by script. */
export function sendForms() {
  document.addEventListener('submit', async (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.classList.contains('act') || event.defaultPrevented) return;
    event.preventDefault();
    const fields = new FormData(form, event.submitter);
    const address = event.submitter?.getAttribute('formaction') ?? form.getAttribute('action');
    // Whoever keeps a "refused" event to itself says the reason where the form stands.
    const refused = (said) => !form.dispatchEvent(new CustomEvent('refused', { bubbles: true, cancelable: true, detail: said }));
    const done = await send(address, fields, { refused });
    if (done) form.dispatchEvent(new CustomEvent('done', { bubbles: true, detail: done }));
  });
}
