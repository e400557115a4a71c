// The study: the table is narrowed down and sorted in place, and everything follows what others do.
import { onChange } from './live.js';
import { refresh } from './parts.js';
import { whisper } from './say.js';

const filter = document.getElementById('study-filter');
let soon;

/** Takes the table of an address; the address becomes that of the page. */
async function take(address) {
  history.replaceState(history.state, '', address);
  await refresh();
  const said = document.querySelector('#study-table .quiet');
  if (said) whisper(said.firstChild.textContent.replace('·', '').trim());
}

function narrowed() {
  const asked = new URLSearchParams(location.search);
  for (const [name, value] of new FormData(filter)) {
    if (value && value !== 'all') asked.set(name, value);
    else asked.delete(name);
  }
  take(asked.size ? `/?${asked}` : '/');
}

if (filter) {
  filter.addEventListener('input', () => { clearTimeout(soon); soon = setTimeout(narrowed, 200); });
  filter.addEventListener('submit', (event) => { event.preventDefault(); narrowed(); });
  filter.querySelector('button').closest('p').hidden = true;
  document.getElementById('study-table').addEventListener('click', (event) => {
    const link = event.target.closest('thead a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { pathname, search } = new URL(link.href);
    take(pathname + search);
  });
}

let waits;
onChange(() => { clearTimeout(waits); waits = setTimeout(() => refresh(), 150); });
