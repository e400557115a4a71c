// Back to exactly where one was: which passage had the focus and how far the page was scrolled is kept per address of
// this tab, so that going to a passage in its text and coming back loses nothing.

const key = `place:${location.pathname}${location.search}`;

/** Keeps the place whenever the page is left. */
export function keepPlace() {
  history.scrollRestoration = 'manual';
  addEventListener('pagehide', () => {
    const item = document.activeElement?.closest?.('[id]');
    const id = item && item.id !== 'content' ? item.id : '';
    // Passages out of sight have no height of their own: what is kept is where a passage stood in the window.
    const anchor = id ? item : [...document.querySelectorAll('[data-item][id]')].find((one) => one.getBoundingClientRect().bottom > 0);
    const kept = { y: scrollY, id, anchor: anchor?.id, top: anchor?.getBoundingClientRect().top };
    try { sessionStorage.setItem(key, JSON.stringify(kept)); } catch { /* without storage the address still leads back */ }
  });
}

/**
 * Goes back to the kept place, when one comes back here: by the browser, or by a link that names a passage.
 * @param {(item: HTMLElement) => HTMLElement|null} target what gets the focus in an item
 */
export function restorePlace(target) {
  const [navigation] = performance.getEntriesByType('navigation');
  const named = location.hash.slice(1);
  if (navigation?.type !== 'back_forward' && navigation?.type !== 'reload' && !named) return;
  let kept = null;
  try { kept = JSON.parse(sessionStorage.getItem(key) ?? 'null'); } catch { /* nothing kept */ }
  const item = document.getElementById(named || kept?.id || '');
  const focus = item && target(item);
  focus?.focus({ preventScroll: true });
  const anchor = kept && (!named || kept.id === named) && document.getElementById(kept.anchor ?? '');
  if (anchor) bring(anchor, kept.top);
  else if (kept && !named) scrollTo(0, kept.y);
  else item?.scrollIntoView({ block: 'center' });
}

/** Brings an item to a height in the window, and once more when what is above it has got its own height. */
function bring(item, top, more = 2) {
  const off = item.getBoundingClientRect().top - top;
  if (Math.abs(off) > 0.5) scrollBy({ top: off, behavior: 'instant' });
  if (more) requestAnimationFrame(() => bring(item, top, more - 1));
}
