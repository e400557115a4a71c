// The start screen: a file name is offered while the title is typed, and what was done leads on to its page.

const title = document.getElementById('new-title');
const file = document.getElementById('new-file');
let own = false;

file?.addEventListener('input', () => { own = file.value !== ''; });
title?.addEventListener('input', () => {
  if (own) return;
  const name = title.value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60);
  file.value = name ? `${name}.codeboom` : '';
});

document.addEventListener('done', (event) => {
  const to = event.target.dataset.to;
  if (to === '/start') location.reload();
  else if (to) location.href = to;
});
