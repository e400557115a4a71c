// Word of changes: those of other browsers, of other people and of the command line. A screen asks to be told and brings
// itself up to date; what another did is said too. A browser opens six connections to a server and no more, so that one
// tab listens for all: whoever holds the lock.
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

/** Takes word of a change, of some that were missed, or of the project being closed. */
function take(word) {
  if (word.change) {
    if (word.change.number <= latest) return;
    latest = word.change.number;
    if (word.change.tab !== tab) say(sentence('changed-by', word.change.actor, word.change.said));
    for (const hear of listeners) hear(word.change);
  } else if (word.behind > latest) {
    latest = word.behind;
    for (const hear of listeners) hear(null);
  } else if (word.closed) {
    say(sentence('elsewhere'), { refused: true });
  }
}

export function followChanges() {
  if (latest < 0) return;
  const name = `changes-${document.body.dataset.desk}`;
  let tabs = null;
  let source = null;
  let waiting;
  let leave;
  const pass = (word) => { tabs?.postMessage(word); take(word); };
  const listen = () => new Promise((done) => {
    leave = done;
    tabs?.postMessage({ behind: latest });
    source = new EventSource(`/live?since=${latest}`);
    source.addEventListener('change', (event) => pass({ change: JSON.parse(event.data) }));
    source.addEventListener('behind', () => pass({ behind: latest + 1 }));
    source.addEventListener('closed', () => { source.close(); pass({ closed: true }); });
  });
  const join = () => {
    tabs = new BroadcastChannel(name);
    tabs.addEventListener('message', ({ data }) => {
      // A page that came later says how far it is; it may have been made just before the last change.
      if (data.far !== undefined) {
        if (source && data.far < latest) tabs.postMessage({ behind: latest });
      } else {
        take(data);
      }
    });
    tabs.postMessage({ far: latest });
    waiting = new AbortController();
    navigator.locks.request(name, { signal: waiting.signal }, listen).catch(() => {});
  };
  join();
  // A page that holds none of these can be kept whole by the browser: who comes back finds it at once, as it was, and
  // what was missed meanwhile is asked for.
  addEventListener('pagehide', () => {
    waiting.abort();
    source?.close();
    tabs.close();
    leave?.();
    source = tabs = leave = null;
  });
  addEventListener('pageshow', (event) => { if (event.persisted) join(); });
}
