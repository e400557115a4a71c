// Dealing out the fragments of a code: arrows go from fragment to fragment, a digit says where it goes.
import { rove } from './roving.js';
import { sentence, whisper } from './say.js';

const form = document.querySelector('form.split');
const items = [...form.querySelectorAll('.deal > li')];
const names = [...form.querySelectorAll('.pile-name input')];
const add = form.querySelector('[data-add]');

const nameOf = (number) => names[number - 1]?.value.trim() || String(number);

function reveal(number) {
  for (const input of names.slice(0, number)) input.parentElement.hidden = false;
  if (add) add.hidden = names.every((input) => !input.parentElement.hidden);
}

function total() {
  const counts = new Array(names.length + 1).fill(0);
  for (const item of items) {
    const select = item.querySelector('select');
    const number = Number(select.value);
    counts[number] += 1;
    item.dataset.goes = number > 0 ? nameOf(number) : '';
    item.classList.toggle('dealt', number > 0);
    for (const option of select.options) {
      const pile = Number(option.value);
      if (pile > 0) {
        option.textContent = `${pile} ${names[pile - 1].value}`.trim();
        option.hidden = names[pile - 1].parentElement.hidden;
      }
    }
  }
  for (const output of form.querySelectorAll('output[data-total]')) {
    output.textContent = String(counts[Number(output.dataset.total)]);
  }
  names.forEach((input, at) => { input.required = counts[at + 1] > 0; });
}

if (items.length > 0) {
  const list = form.querySelector('.deal');
  for (const item of items) item.tabIndex = -1;
  rove(list, '.deal > li');
  names.slice(2).forEach((input) => { input.parentElement.hidden = !input.value; });
  reveal(2);
  add.addEventListener('click', () => {
    const next = names.find((input) => input.parentElement.hidden);
    if (!next) return;
    reveal(names.indexOf(next) + 1);
    next.focus();
    total();
  });
  list.addEventListener('keydown', (event) => {
    if (event.target.closest('select') || event.altKey || event.ctrlKey || event.metaKey) return;
    const item = event.target.closest('li');
    if (!item || !/^\d$/.test(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const number = Number(event.key);
    reveal(number);
    item.querySelector('select').value = event.key;
    total();
    whisper(number > 0 ? sentence('dealt-to', nameOf(number)) : sentence('deal-stays'));
    items[items.indexOf(item) + 1]?.focus();
  });
  form.addEventListener('input', total);
  form.addEventListener('done', (event) => {
    const { message, details, data } = event.detail;
    sessionStorage.setItem('say', [message, ...(details ?? [])].join(' '));
    location.href = data.href;
  });
  total();
}
