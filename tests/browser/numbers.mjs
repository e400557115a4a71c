// How long the interactions of the workbench take, as a table in Markdown. Makes the study to measure on once, with the
// release build, and keeps it; see README.md in this folder.
//
//   cargo build --release --bin codeboom --example make-study
//   node tests/browser/numbers.mjs [--only 1,8,12] [--repeats 30] [--folder target/numbers]
import { cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
process.env.CODEBOOM_BIN ??= join(root, 'target/release/codeboom');
const { Workbench, browser, keepingBrowser, letIn, open, valueOf } = await import('./bench.mjs');
const run = promisify(execFile);
const option = (name, otherwise) => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? otherwise : process.argv[at + 1]; };
const repeats = Number(option('repeats', '30'));
const only = option('only', '').split(',').filter(Boolean);
const kept = resolve(option('folder', join(root, 'target/numbers')));

/** A study of make-study as a project, made once. */
async function study(name, ...size) {
  const folder = join(kept, name);
  const project = join(folder, 'studie.codeboom');
  if (existsSync(project)) return folder;
  mkdirSync(folder, { recursive: true });
  const files = join(folder, 'bestanden');
  console.error(`making ${name} …`);
  await run(join(root, 'target/release/examples/make-study'), [...size, files]);
  const codeboom = (...words) => run(process.env.CODEBOOM_BIN, [...words, '--coder', 'codeur-1', '-q'], { cwd: folder, maxBuffer: 1 << 28 });
  await codeboom('new', 'studie.codeboom', '--title', 'Meting');
  await codeboom('import', 'bestanden/transcripts', '--participants', 'bestanden/respondenten.csv');
  await codeboom('codebook', 'import', 'bestanden/codeboek.toml');
  await codeboom('codings', 'import', 'bestanden/coderingen.csv');
  await codeboom('search', 'huis', '--limit', '1');
  return folder;
}

/** A copy to work in, so that the study stays as it is. */
function copy(folder) {
  const path = mkdtempSync(join(tmpdir(), 'meting-'));
  cpSync(join(folder, 'studie.codeboom'), join(path, 'studie.codeboom'));
  if (existsSync(join(folder, 'studie.codeboom.index'))) cpSync(join(folder, 'studie.codeboom.index'), join(path, 'studie.codeboom.index'), { recursive: true });
  return { path, away() {}, at: (name) => join(path, name) };
}

const rows = [];
const percentile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)];
const shown = (ms) => (ms < 10 ? ms.toFixed(1) : Math.round(ms).toString());

function row(number, what, times, goal) {
  const sorted = times.filter((time) => Number.isFinite(time)).sort((a, b) => a - b);
  const line = sorted.length
    ? `| ${number} | ${what} | ${sorted.length} | ${shown(percentile(sorted, 0.5))} | ${shown(percentile(sorted, 0.95))} | ${goal} |`
    : `| ${number} | ${what} | 0 | – | – | ${goal} |`;
  rows.push(line);
  console.error(line);
}

async function measure(number, what, goal, act, times = repeats) {
  if (only.length && !only.includes(String(number))) return;
  const taken = [];
  try {
    // Two rounds to warm up; they do not count.
    for (let at = -2; at < times; at += 1) {
      const time = await act(at + 2);
      if (at >= 0) taken.push(time);
    }
  } catch (error) {
    console.error(`${number}. ${what}: ${error.message.split('\n')[0]}`);
  }
  row(number, what, taken, goal);
}

/** Runs in the page: from the next key or pointer event until something is there and painted. */
function clock() {
  window.untilPainted = (event, there) => new Promise((done) => {
    let from;
    addEventListener(event, () => { from ??= performance.now(); }, { capture: true, once: true });
    const look = () => {
      if (from !== undefined && there()) requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => done(performance.now() - from); channel.port2.postMessage(0); });
      else requestAnimationFrame(look);
    };
    look();
  });
}

/**
 * Presses keys, the last of which starts the clock, or does something else that does: milliseconds until `there` holds in
 * the page and has been painted.
 */
async function after(page, keys, there, argument, event = 'keydown') {
  const act = typeof keys === 'function' ? keys : () => page.keyboard.press(keys.at(-1));
  for (const key of typeof keys === 'function' ? [] : keys.slice(0, -1)) await page.keyboard.press(key);
  await page.evaluate(clock);
  const time = page.evaluate(([event, source, argument]) => { const there = eval(`(${source})`); return window.untilPainted(event, () => there(argument)); }, [event, there.toString(), argument]);
  await page.evaluate(() => 0);
  await act();
  return time;
}

/** Nobody goes on while the last page is still being finished: waits until the browser has nothing to do for a while. */
const rested = (page) => page.evaluate(() => new Promise((done) => setTimeout(() => requestIdleCallback(done), 700)));

/** Whether a memo's form is there, after one key. */
const memo = (page) => async () => {
  await page.keyboard.press('j');
  const time = await after(page, ['m'], () => Boolean(document.querySelector('dialog[open] textarea')));
  await page.keyboard.press('Escape');
  return time;
};

const paint = (page) => page.evaluate(() => new Promise((done) => {
  const known = performance.getEntriesByName('first-contentful-paint')[0];
  if (known) done(known.startTime);
  else new PerformanceObserver((list, observer) => { for (const entry of list.getEntriesByName('first-contentful-paint')) { observer.disconnect(); done(entry.startTime); } }).observe({ type: 'paint', buffered: true });
}));
const request = (page, path) => page.evaluate((path) => { const all = performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith(path)); const last = all.at(-1); return last ? last.responseEnd - last.startTime : NaN; }, path);
const noted = () => Boolean(document.querySelector('#said .note'));
const hush = (page) => page.evaluate(() => { for (const id of ['said', 'alert']) document.getElementById(id).replaceChildren(); performance.clearResourceTimings(); });

const whole = await study('studie', '--interviews', '312', '--words', '10000', '--codes', '500', '--codings', '60000');
const wide = await study('breed', '--interviews', '100', '--words', '1000', '--codes', '60', '--codings', '6000', '--cases', '100');
const long = await study('lang', '--interviews', '1', '--words', '100000', '--codes', '120', '--codings', '5000', '--cases', '1');

const chrome = await browser();
const folder = copy(whole);
const bench = await Workbench.start(folder, '--coder', 'codeur-1');
const page = await letIn(chrome, bench);
const texts = (await (await bench.get('/')).text()).match(/href="\/transcripts\/[^"?/]+"/g).map((href) => href.slice(6, -1));
const text = texts[Math.floor(texts.length / 2)];
const names = () => document.querySelectorAll('.margin .name').length;

/** Codes the next turn with the last code, until the server's rows are there. */
async function codeOne() {
  await page.evaluate(() => performance.clearMarks());
  await page.keyboard.press('j');
  await page.keyboard.press('.');
  await page.waitForFunction(() => performance.getEntriesByName('coded').length > 0);
}

// 1 to 4: codes
const onDisk = [];
await open(page, bench, text);
const confirmed = [];
await measure(1, 'code a selection: c, three letters, Enter; until it is seen', '≤ 100', async () => {
  await hush(page);
  await page.keyboard.press('j');
  await page.keyboard.press('c');
  await page.locator('.codebox [role="option"]').first().waitFor();
  const code = await page.evaluate(() => document.querySelectorAll('.codebox [role="option"]')[3].querySelector('bdi').textContent);
  await page.keyboard.type(code.slice(0, 3));
  const before = await page.evaluate(names);
  const time = await after(page, ['Enter'], (before) => document.querySelectorAll('.margin .name').length > before, before);
  await page.waitForFunction(() => performance.getEntriesByName('coded').length > 0);
  confirmed.push(await page.evaluate(() => performance.getEntriesByName('coded')[0].startTime - performance.getEntriesByType('resource').findLast((entry) => entry.name.endsWith('/do/code')).startTime));
  onDisk.push(await request(page, '/do/code'));
  await page.evaluate(() => performance.clearMarks());
  return time;
});
if (confirmed.length) row(1, 'the same, until the rows of the server have taken its place', confirmed.slice(2), '–');
if (onDisk.length) row(1, 'the same, until it is on disk (the request)', onDisk.slice(2), '≤ 150');
await measure(2, 'a new code in the same box: letters, Shift+Enter', '≤ 100', async (at) => {
  await page.keyboard.press('j');
  await page.keyboard.press('c');
  await page.locator('.codebox').waitFor();
  await page.keyboard.type(`nieuw ${at} ${Date.now() % 100000}`);
  const before = await page.evaluate(names);
  return after(page, ['Shift+Enter'], (before) => document.querySelectorAll('.margin .name').length > before, before);
});
await measure(3, 'the last code again: one key', '≤ 100', async () => {
  await page.keyboard.press('j');
  const before = await page.evaluate(names);
  return after(page, ['.'], (before) => document.querySelectorAll('.margin .name').length > before, before);
});
await measure(4, 'the selected words become a code: one key', '≤ 100', async () => {
  await page.keyboard.press('j');
  await page.keyboard.press('z');
  const before = await page.evaluate(names);
  return after(page, ['i'], (before) => document.querySelectorAll('.margin .name').length > before, before);
});
await measure(5, 'choose the next turn, sentence or word: one key', '≤ 100', (at) => after(page, [['j', 'z', 'w'][at % 3]], () => getSelection().toString().length > 0));
await measure(6, 'names of overlapping codes on hover', '≤ 100', async (at) => {
  await page.mouse.move(2, 2);
  // Another mark each time, in the middle of the window; the pointer goes to the middle of its first line.
  const place = await page.evaluate((at) => {
    const marks = document.querySelectorAll('#text mark');
    const mark = marks[(at * 7) % marks.length];
    mark.scrollIntoView({ block: 'center' });
    const box = mark.getClientRects()[0];
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }, at);
  await rested(page);
  return after(page, () => page.mouse.move(place.x, place.y), () => document.querySelector('.tip')?.hidden === false, null, 'pointerover');
});
await measure(7, 'an edge one word further: one key, until it is seen', '≤ 100', async () => {
  await codeOne();
  await page.keyboard.press('e');
  await page.waitForFunction(() => document.body.dataset.edge === 'start');
  const before = await page.evaluate(() => getSelection().toString());
  const time = await after(page, ['ArrowRight'], (before) => getSelection().toString() !== before, before);
  await page.keyboard.press('Escape');
  return time;
});

// 8: undo and redo of a coding
await measure(8, 'undo, until it is said', '≤ 200', async () => {
  await codeOne();
  await hush(page);
  return after(page, ['u'], noted);
});
await measure(8, 'redo, until it is said', '≤ 200', async () => {
  await codeOne();
  await hush(page);
  await page.keyboard.press('u');
  await page.waitForFunction(noted);
  await hush(page);
  return after(page, ['Shift+U'], noted);
});

// 9: the tree. The field's own work is done when its event has come all the way up.
await open(page, bench, '/codebook');
await page.locator('#filter').focus();
await page.evaluate(() => { window.sifted = 0; addEventListener('input', () => { window.sifted += 1; }); });
await measure(9, 'filter the tree of 500 codes, each letter', '≤ 50', async (at) => {
  const words = ['vert', 'huis', 'zorg', 'moed', 'wijk'];
  const word = words[Math.floor(at / 4) % words.length];
  if (at % 4 === 0) await page.locator('#filter').fill('');
  const before = await page.evaluate(() => window.sifted);
  const time = await after(page, [word[at % 4]], (before) => window.sifted > before, before);
  if (!(await page.evaluate(() => document.querySelector('.left').textContent))) throw new Error('nothing was sifted');
  return time;
});

// 10: to the place and back: from the key until the other page is painted and answers to keys; in Chromium as people have
// it, which keeps pages that are left
const keeping = await keepingBrowser();
const reader = await letIn(keeping, bench);
await reader.addInitScript(() => {
  addEventListener('keydown', () => sessionStorage.setItem('pressed', String(performance.timeOrigin + performance.now())), true);
  const arrive = () => requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => { window.arrived = performance.timeOrigin + performance.now(); }; channel.port2.postMessage(0); });
  addEventListener('pageshow', (event) => { if (event.persisted) arrive(); });
  new MutationObserver((_, watch) => { if (document.body?.dataset.ready) { watch.disconnect(); arrive(); } }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-ready'] });
});
const between = (key, there) => async () => {
  await new Promise((done) => setTimeout(done, 1_500));
  await reader.keyboard.press(key);
  await reader.waitForURL(there, { waitUntil: 'commit' });
  await new Promise((done) => setTimeout(done, 1_500));
  return valueOf(reader, 'window.arrived - Number(sessionStorage.getItem("pressed"))');
};
const there = between('Enter', /\/transcripts\//);
const back = between('Backspace', /\/quotes/);
const backs = [];
await measure(10, 'from a quote to its place: one key', '≤ 200', async (at) => {
  await open(reader, bench, '/quotes');
  await reader.locator('li.quote a.place').nth(at % 10).focus();
  const place = () => valueOf(reader, 'Math.round(document.activeElement.getBoundingClientRect().top)');
  const was = await place();
  const time = await there();
  backs.push(await back());
  if (Math.abs(await place() - was) > 4) throw new Error(`the list is not where it was: ${await place()} for ${was}`);
  return time;
}, Math.min(repeats, 20));
await keeping.close();
if (backs.length) row(10, 'and back, the list where it was: one key', backs.slice(2), '≤ 200');

// 11: the matrix; 12: opening texts
const opened = (path) => async (at) => { await rested(page); await open(page, bench, path(at)); return paint(page); };
await measure(11, 'matrix of 500 codes and 41 cases, first paint', '–', opened(() => '/tables/matrix'), Math.min(repeats, 20));
await measure(12, 'open a text of 10,000 words with some 200 codings, first paint', '≤ 150', opened((at) => texts[(at * 11) % texts.length]));
await open(page, bench, text);
await measure(12, 'a memo on what is chosen: one key, until the form is there', '≤ 100', memo(page));
await page.context().close();
await bench.end('SIGTERM');

const table = await Workbench.start(copy(wide), '--coder', 'codeur-1');
const third = await letIn(chrome, table);
await measure(11, 'matrix of 60 codes and 100 cases, first paint', '≤ 300', async () => {
  await rested(third);
  await open(third, table, '/tables/matrix');
  const [across, down] = await third.evaluate(() => [document.querySelectorAll('.matrix thead th').length - 2, document.querySelectorAll('.matrix tbody tr').length]);
  if (across < 100 || down < 60) throw new Error(`${down} × ${across} is no matrix of 60 × 100`);
  return paint(third);
});
await third.context().close();
await table.end('SIGTERM');

const other = await Workbench.start(copy(long), '--coder', 'codeur-1');
const second = await letIn(chrome, other);
const only12 = (await (await other.get('/')).text()).match(/href="(\/transcripts\/[^"?/]+)"/)[1];
await measure(12, 'open a text of 100,000 words with 5,000 codings, first paint', '≤ 500', async () => { await rested(second); await open(second, other, only12); return paint(second); });
await second.context().close();
await other.end('SIGTERM');
await chrome.close();

console.log(`Milliseconds; release build, headless Chromium ${chrome.version()}, ${cpus().length} × ${cpus()[0].model}; 312 interviews, 60,000 codings.\n`);
console.log('| # | interaction | n | p50 | p95 | must be |\n| --- | --- | ---: | ---: | ---: | --- |');
for (const line of rows) console.log(line);
