// Sending files: one after the other, with a bar and a way to stop. What the server found is put right at once.
import { element, piece } from './markup.js';
import { sentence, say, whisper } from './say.js';
import { HEADERS, outcome, send } from './send.js';

const form = document.getElementById('upload');
const field = document.getElementById('upload-files');
const sending = form.querySelector('.sending');
const bar = sending.querySelector('progress');
const now = sending.querySelector('.now');
const staged = document.getElementById('staged');
let stopping = null;

form.querySelector('.send').hidden = true;
form.querySelector('.or').hidden = false;

/** Sends files one by one; stopping keeps what was sent. */
async function sendAll(files) {
  if (!files.length || stopping) return;
  stopping = new AbortController();
  sending.hidden = false;
  bar.max = files.length;
  const refused = [];
  let received = 0;
  for (const [at, file] of files.entries()) {
    bar.value = at;
    now.textContent = sentence('sending', at + 1, files.length, file.name);
    if (file.size > Number(form.dataset.largest)) {
      refused.push(sentence('too-large', file.name));
      continue;
    }
    const body = new FormData();
    body.append('file', file, file.name);
    try {
      const answer = await fetch('/do/upload', { method: 'POST', body, headers: HEADERS, signal: stopping.signal });
      if (answer.ok) received += 1;
      else refused.push((await answer.json().catch(() => ({ error: sentence('offline') }))).error);
    } catch (error) {
      if (error.name === 'AbortError') break;
      refused.push(sentence('offline'));
      break;
    }
  }
  bar.value = files.length;
  sending.hidden = true;
  stopping = null;
  field.value = '';
  await show();
  if (refused.length) say(refused[0], { details: refused.slice(1), refused: true });
  else whisper(sentence('received', received));
}

/** Shows what waits. */
async function show() {
  staged.replaceChildren(await piece('/import/files'));
  ready(staged);
}

/** Shows one file again; the field that was used keeps the focus. */
async function showOne(id) {
  const focused = document.activeElement?.id;
  const open = document.querySelector(`#file-${id} details`)?.open;
  const fresh = await piece(`/import/files/${id}`);
  document.getElementById(`file-${id}`)?.replaceWith(fresh);
  const file = document.getElementById(`file-${id}`);
  if (!file) return;
  ready(file);
  if (open && file.querySelector('details')) file.querySelector('details').open = true;
  if (focused) document.getElementById(focused)?.focus();
}

/** With script a choice takes effect at once. */
function ready(within) {
  for (const button of within.querySelectorAll('.roles .apply')) button.hidden = true;
  for (const button of within.querySelectorAll('.roles .nobody')) button.hidden = false;
}

async function putRight(roles) {
  const done = await send('/do/staged', new FormData(roles), { quiet: true });
  if (!done) return;
  await showOne(roles.closest('[data-file]').dataset.file);
  whisper(done.message);
}

field.addEventListener('change', () => sendAll([...field.files]));
form.addEventListener('submit', (event) => { event.preventDefault(); sendAll([...field.files]); });
sending.querySelector('.stop').addEventListener('click', () => stopping?.abort());

staged.addEventListener('change', (event) => {
  const roles = event.target.closest('form.roles');
  if (roles) putRight(roles);
});
staged.addEventListener('click', (event) => {
  const button = event.target.closest('.nobody');
  if (!button) return;
  const roles = button.closest('form');
  for (const select of roles.querySelectorAll('select')) select.value = 'none';
  putRight(roles);
});
staged.addEventListener('done', () => show());
staged.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.matches('form.roles')) { event.preventDefault(); putRight(form); return; }
  if (!form.matches('form.in')) return;
  // The answer is the next page; until it comes, something moves.
  const button = form.querySelector('button.main');
  button.setAttribute('aria-disabled', 'true');
  form.append(element('progress', '', { 'aria-label': sentence('reading-in') }));
  whisper(sentence('reading-in'));
});

for (const name of ['dragenter', 'dragover']) {
  document.addEventListener(name, (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    form.classList.add('over');
  });
}
document.addEventListener('dragleave', (event) => { if (!event.relatedTarget) form.classList.remove('over'); });
document.addEventListener('drop', async (event) => {
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  form.classList.remove('over');
  sendAll(await filesIn(event.dataTransfer));
});

/** Files that were dropped, those in folders too; hidden ones are passed over. */
async function filesIn(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) return [...transfer.files];
  const found = [];
  const walk = async (entry) => {
    if (entry.name.startsWith('.')) return;
    if (entry.isFile) found.push(await new Promise((give, fail) => { entry.file(give, fail); }));
    else {
      const reader = entry.createReader();
      for (;;) {
        const some = await new Promise((give, fail) => { reader.readEntries(give, fail); });
        if (!some.length) break;
        for (const inside of some) await walk(inside);
      }
    }
  };
  for (const entry of entries) await walk(entry);
  return found;
}

ready(staged);
