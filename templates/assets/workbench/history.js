// The trail: narrowed down in place, and it grows while others work.
import { onChange } from './live.js';
import { refresh } from './parts.js';
import { whisper } from './say.js';

const filter = document.getElementById('history-filter');
if (filter) {
  filter.addEventListener('change', async () => {
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(filter)) if (value) asked.set(name, value);
    history.replaceState(history.state, '', asked.size ? `/history?${asked}` : '/history');
    await refresh();
    whisper(document.querySelector('.trail .count')?.firstChild?.textContent ?? '');
  });
  filter.addEventListener('submit', (event) => event.preventDefault());
  filter.querySelector('button').closest('p').hidden = true;
}

let waits;
onChange(() => { clearTimeout(waits); waits = setTimeout(() => refresh(), 150); });
