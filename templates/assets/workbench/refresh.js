// A page brings itself up to date: what stands in [data-live] is fetched anew, and only the parts that are other than
// they were are replaced. What is being typed, what is open and where the focus is stay as they are.
import { piece } from './markup.js';
import { onChange } from './live.js';
import { tab } from './send.js';

/** @type {Map<string, string>} how each part came from the server */
const came = new Map();
let waiting = 0;

const keyOf = (place, part) => `${place.dataset.live}/${part.dataset.key}`;

function remember(root) {
  for (const place of root.querySelectorAll('[data-live]')) {
    for (const part of place.children) came.set(keyOf(place, part), part.outerHTML);
  }
}

/** Carries over what a person did in a part to its newer self. */
function carry(old, fresh) {
  for (const field of old.querySelectorAll('textarea[id], input[id], select[id]')) {
    const next = fresh.querySelector(`#${CSS.escape(field.id)}`);
    if (next && field.value !== field.defaultValue && field.tagName !== 'SELECT') next.value = field.value;
  }
  for (const open of old.querySelectorAll('details[id][open]')) {
    const next = fresh.querySelector(`#${CSS.escape(open.id)}`);
    if (next) next.open = true;
  }
  fresh.tabIndex = old.tabIndex;
}

function refocus(held, fresh) {
  if (!held) return;
  const same = held.id && document.getElementById(held.id);
  (same || fresh)?.focus({ preventScroll: true });
}

function renew(place, next) {
  const standing = new Map([...place.children].map((part) => [part.dataset.key, part]));
  let before = null;
  for (const fresh of [...next.children]) {
    const old = standing.get(fresh.dataset.key);
    standing.delete(fresh.dataset.key);
    const key = keyOf(place, fresh);
    let part = old;
    if (!old || came.get(key) !== fresh.outerHTML) {
      came.set(key, fresh.outerHTML);
      part = fresh;
      if (old) {
        const held = old.contains(document.activeElement) ? document.activeElement : null;
        carry(old, fresh);
        old.replaceWith(fresh);
        refocus(held, fresh);
      }
    }
    const after = before ? before.nextSibling : place.firstChild;
    if (part !== after && part.previousElementSibling !== before) place.insertBefore(part, after);
    else if (!part.parentNode) place.insertBefore(part, after);
    before = part;
  }
  for (const [key, gone] of standing) {
    const held = gone.contains(document.activeElement);
    const neighbour = gone.nextElementSibling ?? gone.previousElementSibling;
    came.delete(`${place.dataset.live}/${key}`);
    gone.remove();
    if (held) (neighbour ?? document.getElementById('content'))?.focus({ preventScroll: true });
  }
}

/** Brings the page up to date. */
export async function refresh() {
  const mine = ++waiting;
  let fresh;
  try {
    fresh = await piece(location.pathname + location.search);
  } catch {
    // The next change tries again.
    return;
  }
  if (mine !== waiting) return;
  const places = [...document.querySelectorAll('[data-live]')];
  const next = new Map([...fresh.querySelectorAll('[data-live]')].map((place) => [place.dataset.live, place]));
  if (places.length !== next.size) {
    location.reload();
    return;
  }
  for (const place of places) {
    const found = next.get(place.dataset.live);
    if (found) renew(place, found);
  }
  document.dispatchEvent(new CustomEvent('renewed'));
}

/** Keeps the page up to date with what we do here and with what anybody does elsewhere. */
export function keepFresh() {
  remember(document);
  document.addEventListener('acted', () => refresh());
  onChange((change) => { if (change?.tab !== tab) refresh(); });
}
