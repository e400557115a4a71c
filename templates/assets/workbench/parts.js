// Brings the parts of a page that say `data-live` up to date, without losing the focus: only what differs is replaced.
import { piece } from './markup.js';

let asking = null;

/**
 * Asks for an address and takes over its live parts.
 * @param {string} [address] that of the page itself, unless said otherwise
 */
export async function refresh(address = location.pathname + location.search) {
  asking?.abort();
  asking = new AbortController();
  let fresh;
  try {
    fresh = await piece(address, asking.signal);
  } catch {
    return false;
  }
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.getElementById(part.id);
    if (!next) { if (part.childElementCount) part.replaceChildren(); continue; }
    if (next.innerHTML === part.innerHTML) continue;
    const focused = part.contains(document.activeElement) ? pathTo(part, document.activeElement) : null;
    const scrolled = part.querySelector('.scrolls')?.scrollLeft ?? 0;
    part.replaceChildren(...next.childNodes);
    const scrolls = part.querySelector('.scrolls');
    if (scrolls) scrolls.scrollLeft = scrolled;
    if (focused) again(part, focused)?.focus({ preventScroll: true });
  }
  return true;
}

/** How to find an element again after its surroundings were made anew. */
function pathTo(part, element) {
  if (element.id) return { id: element.id };
  const same = [...part.querySelectorAll(element.tagName)];
  return { href: element.getAttribute('href'), tag: element.tagName, at: same.indexOf(element) };
}

function again(part, { id, href, tag, at }) {
  if (id) return document.getElementById(id);
  const same = [...part.querySelectorAll(tag)];
  return (href && same.find((one) => one.getAttribute('href') === href)) ?? same[at] ?? null;
}
