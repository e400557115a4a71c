// Word of changes: those of other browsers, of other people and of the command line. A screen asks to be told and brings
// itself up to date; what another did is said too.
import { say, sentence } from './say.js';
import { tab } from './send.js';

/** @typedef {{number: number, actor: string, verb: string, said: string, tab: string}} Change */

/** @type {((change: Change|null) => void)[]} */
const listeners = [];

/**
 * Asks to be told of changes. `null` means that some were missed.
 * @param {(change: Change|null) => void} hear
 */
export function onChange(hear) {
  listeners.push(hear);
}

/** The number of the last act that this page knows of. */
export let latest = Number(document.body.dataset.number ?? -1);

export function followChanges() {
  if (latest < 0) return;
  const source = new EventSource(`/live?since=${latest}&project=${document.body.dataset.project ?? 0}`);
  source.addEventListener('change', (event) => {
    /** @type {Change} */
    const change = JSON.parse(event.data);
    latest = Math.max(latest, change.number);
    if (change.tab !== tab) say(sentence('changed-by', change.actor, change.said));
    for (const hear of listeners) hear(change);
  });
  source.addEventListener('behind', () => { for (const hear of listeners) hear(null); });
  source.addEventListener('switched', () => {
    source.close();
    say(sentence('switched'), { refused: true, button: { name: sentence('reload'), act: () => { location.href = '/'; } } });
  });
  addEventListener('pagehide', () => source.close());
}
