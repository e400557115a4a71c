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
  if (old.hasAttribute('tabindex')) fresh.tabIndex = old.tabIndex;
}

const REACHED = 'a, button, summary, textarea, input, select';

/** What has the focus in a part, as something to find again in its newer self: an id, else its place among its likes. */
function held(part) {
  const active = document.activeElement;
  if (!part.contains(active)) return null;
  return { id: active.id, at: [...part.querySelectorAll(REACHED)].indexOf(active) };
}

function refocus(was, fresh) {
  if (!was) return;
  const same = was.id ? document.getElementById(was.id) : fresh.querySelectorAll(REACHED)[was.at];
  (same ?? fresh)?.focus({ preventScroll: true });
}

function renew(place, next) {
  const coming = new Set([...next.children].map((part) => part.dataset.key));
  const standing = new Map();
  for (const part of [...place.children]) {
    if (coming.has(part.dataset.key) || part.querySelector('[data-editing]')) standing.set(part.dataset.key, part);
    else leave(place, part);
  }
  let before = null;
  for (const fresh of [...next.children]) {
    const old = standing.get(fresh.dataset.key);
    const key = keyOf(place, fresh);
    let part = old;
    // What is being edited is brought up to date when that is over.
    if (!old || (!old.querySelector('[data-editing]') && came.get(key) !== fresh.outerHTML)) {
      came.set(key, fresh.outerHTML);
      part = fresh;
      if (old) {
        const was = held(old);
        carry(old, fresh);
        old.replaceWith(fresh);
        refocus(was, fresh);
      }
    }
    const here = before ? before.nextElementSibling : place.firstElementChild;
    if (part !== here) {
      const was = held(part);
      place.insertBefore(part, here);
      refocus(was, part);
    }
    before = part;
  }
}

/** Takes a part away; the focus goes to what stood beside it. */
function leave(place, part) {
  const hadFocus = part.contains(document.activeElement);
  const neighbour = part.nextElementSibling ?? part.previousElementSibling;
  came.delete(keyOf(place, part));
  part.remove();
  if (hadFocus) (neighbour ?? document.getElementById('content'))?.focus({ preventScroll: true });
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
