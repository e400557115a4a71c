// The start screen: a file name is offered while the title is typed, and what was done leads on to its page.
import { element } from './markup.js';
import { send } from './send.js';

const title = document.getElementById('new-title');
const file = document.getElementById('new-file');
let own = false;

file?.addEventListener('input', () => { own = file.value !== ''; });
title?.addEventListener('input', () => {
  if (own) return;
  const name = title.value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60);
  file.value = name ? `${name}.codeboom` : '';
});

// What was done leads on to its page; until the answer comes, something moves.
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.dataset.to) return;
  event.preventDefault();
  const moving = element('progress', '', { 'aria-label': event.submitter?.textContent ?? '' });
  form.querySelector('button').after(moving);
  const done = await send(form.getAttribute('action'), new FormData(form));
  moving.remove();
  if (!done) return;
  if (form.dataset.to === '/start') location.reload();
  else location.href = form.dataset.to;
}, { capture: true });
