// One stop for Tab, arrows within: trees, lists and grids as the ARIA patterns have them.

/**
 * Lets arrows move through the items of a list.
 * @param {HTMLElement} list
 * @param {string} items selector of what can have the focus
 * @param {{onMove?: (item: HTMLElement) => void, sideways?: boolean}} [how]
 */
export function rove(list, items, how = {}) {
  const all = () => [...list.querySelectorAll(items)].filter((item) => item.checkVisibility());
  const settle = (item) => {
    for (const other of list.querySelectorAll(items)) {
      const stop = other === item ? 0 : -1;
      if (other.tabIndex !== stop) other.tabIndex = stop;
    }
  };
  // One at a time: asking whether something can be seen makes the browser lay it out.
  const found = [...list.querySelectorAll(items)];
  const first = found.find((item) => item.tabIndex === 0 && item.checkVisibility()) ?? found.find((item) => item.checkVisibility());
  if (first) settle(first);
  list.addEventListener('focusin', (event) => {
    const item = event.target.closest(items);
    if (item) { settle(item); how.onMove?.(item); }
  });
  list.addEventListener('keydown', (event) => {
    if (event.target.closest('input, textarea, select')) return;
    const here = all();
    const at = here.indexOf(event.target.closest(items));
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: here.length - 1 }[event.key]
      ?? (how.sideways ? { ArrowRight: at + 1, ArrowLeft: at - 1 }[event.key] : undefined);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    here[Math.max(0, Math.min(here.length - 1, next))]?.focus();
  });
}
