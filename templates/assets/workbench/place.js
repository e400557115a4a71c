// Back to exactly where one was: which passage had the focus and how far the page was scrolled is kept per address of
// this tab, so that going to a passage in its text and coming back loses nothing.

const key = `place:${location.pathname}${location.search}`;

/** Keeps the place whenever the page is left. */
export function keepPlace() {
  history.scrollRestoration = 'manual';
  addEventListener('pagehide', () => {
    const item = document.activeElement?.closest?.('[id]');
    const kept = { y: scrollY, id: item && item.id !== 'content' ? item.id : '' };
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
  if (kept && (!named || kept.id === named)) scrollTo(0, kept.y);
  else item?.scrollIntoView({ block: 'center' });
}
