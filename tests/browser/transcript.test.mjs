// Reading and coding a transcript: choosing by key, codes in a few keys, edges, overlaps, and the way back.
import { after, afterEach, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { Workbench, browser, exampleFolder, keepingBrowser, letIn, open, ready, valueOf } from './bench.mjs';

const TEXT = '/transcripts/casus1-riek-start';
let bench;
let chrome;
let page;

before(async () => {
  chrome = await browser();
  bench = await Workbench.start(await exampleFolder(), '--coder', 'Noor');
  page = await letIn(chrome, bench);
});
afterEach(async () => {
  assert.deepEqual(page.problems.splice(0), []);
});
after(async () => {
  await chrome?.close();
  await bench?.stop();
});

/** The codings of a coder as the project has them, one line each. */
async function codings(coder = 'Noor') {
  const lines = (await bench.folder.codeboom('codings', 'export')).split('\n');
  return lines.filter((line) => line.split(',').at(-3) === coder || line.includes(`,${coder},`));
}

const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
const chosenWords = () => page.evaluate(() => getSelection().toString());
const said = (words) => page.locator('#said').getByText(words).first().waitFor();
const box = () => page.locator('.codebox');

/** Puts a code on what is chosen, by its first letters. */
async function code(letters, enter = 'Enter') {
  await press('c');
  await page.locator('.codebox [role="option"]').first().waitFor();
  await page.keyboard.type(letters);
  await press(enter);
  await box().waitFor({ state: 'detached' });
}

test('an existing code in five keys, seen at once and on disk', async () => {
  await open(page, bench, TEXT);
  await press('j');
  const words = await chosenWords();
  assert.ok(words.length > 10, 'a turn is chosen');
  const before = (await codings()).length;
  await press('c');
  const first = page.locator('.codebox [role="option"][aria-selected="true"]');
  await first.waitFor();
  await page.keyboard.type('sch');
  const name = (await first.locator('bdi').first().textContent());
  await page.locator('.codebox .about').filter({ hasText: /\S/ }).waitFor();
  await press('Enter');
  await page.locator('.margin .name[data-f]').filter({ hasText: name }).first().waitFor();
  assert.equal((await codings()).length, before + 1);
  assert.equal(await chosenWords(), words, 'what was chosen stays chosen');
  await press('u');
  await said(/Ongedaan gemaakt/);
  assert.equal((await codings()).length, before);
});

test('a new code in the same box, with what is much like it', async () => {
  await open(page, bench, TEXT);
  await press('j', 'j');
  await press('c');
  await page.locator('.codebox [role="option"]').first().waitFor();
  await page.keyboard.type('schamte');
  await page.locator('.codebox .new').waitFor();
  await press('Shift+Enter');
  await page.locator('.margin .name[data-f]').filter({ hasText: 'schamte' }).first().waitFor();
  assert.ok((await bench.folder.codeboom('codebook', 'show')).includes('schamte'));
  await press('u');
  await said(/Ongedaan gemaakt/);
});

test('the last code again, one of the last nine, and the words themselves', async () => {
  await open(page, bench, TEXT);
  await press('j');
  await code('nieuw woord', 'Shift+Enter');
  await page.locator('.margin .name[data-f]').filter({ hasText: 'nieuw woord' }).first().waitFor();
  await press('j');
  await press('.');
  await page.waitForFunction(() => [...document.querySelectorAll('.margin .name')].filter((name) => name.dataset.code === 'nieuw woord').length === 2);
  await press('j');
  await press('1');
  await page.waitForFunction(() => [...document.querySelectorAll('.margin .name')].filter((name) => name.dataset.code === 'nieuw woord').length === 3);
  await press('w', 'w');
  const words = await chosenWords();
  assert.ok(words && !/\s/.test(words), `a word: ${words}`);
  await press('i');
  await page.locator(`.margin .name[data-code=${JSON.stringify(words)}]`).first().waitFor();
  assert.ok((await codings()).some((line) => line.includes(`,${words},`) || line.includes(`"${words}"`)));
});

test('twenty codings without a mouse', async () => {
  await open(page, bench, '/transcripts/casus2-familie-halfjaar');
  await page.evaluate(() => {
    window.pointers = 0;
    for (const kind of ['mousedown', 'pointerdown', 'mousemove', 'wheel', 'touchstart']) addEventListener(kind, () => { window.pointers += 1; }, true);
  });
  const before = (await codings()).length;
  for (let at = 0; at < 20; at += 1) {
    // A turn of its own each time; then the whole of it, its first sentence, or its first three words.
    await press('j', ...[[], ['z'], [], ['w', 'Shift+ArrowRight', 'Shift+ArrowRight']][at % 4]);
    const chosen = await chosenWords();
    assert.ok(chosen.trim(), `something is chosen at ${at}`);
    if (at % 5 === 4) await press('.');
    else await code('de ');
  }
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.waitForTimeout(500);
  assert.equal((await codings()).length - before, 20);
  assert.equal(await page.evaluate(() => window.pointers), 0);
});

test('choosing grows and shrinks by turn, sentence and word', async () => {
  await open(page, bench, TEXT);
  await press('j', 'z');
  const sentence = await chosenWords();
  await press('w');
  const word = await chosenWords();
  assert.ok(sentence.includes(word) && word.length < sentence.length, `${word} in ${sentence}`);
  await press('Shift+ArrowRight');
  const two = await chosenWords();
  assert.ok(two.startsWith(word) && two.length > word.length, two);
  await press('Shift+ArrowLeft');
  assert.equal(await chosenWords(), word);
  await press('b');
  assert.ok((await chosenWords()).length >= sentence.length);
});

test('an edge moves by key, for one coder only', async () => {
  await open(page, bench, TEXT);
  await press('j', 'z');
  await code('samen', 'Shift+Enter');
  const name = page.locator('.margin .name[data-code="samen"]');
  await name.first().waitFor();
  const start = Number((await name.first().getAttribute('data-f')).split('-')[0]);
  const end = Number((await name.first().getAttribute('data-f')).split('-')[1]);
  const words = await chosenWords();
  await bench.folder.codeboom('code', 'apply', 'samen', '--in', 'casus1-riek-start', '--quote', words, '--coder', 'Lotte');
  await page.evaluate(() => { document.querySelector('.margin .name[data-code="samen"]').click(); });
  await press('e', 'ArrowRight', 'Enter');
  await page.waitForFunction((was) => [...document.querySelectorAll('.margin .name[data-code="samen"]')].some((one) => Number(one.dataset.f.split('-')[0]) > was), start);
  const own = (await codings('Noor')).filter((line) => line.includes('samen'));
  const theirs = (await codings('Lotte')).filter((line) => line.includes('samen'));
  assert.ok(own.length && theirs.length);
  assert.ok(theirs.some((line) => line.includes(words.slice(0, 10).split(',')[0])), theirs.join());
  for (const side of ['start', 'end']) {
    const size = await page.locator(`.handle.${side}`).boundingBox();
    assert.ok(!size || (size.width >= 24 && size.height >= 24), `a handle of ${size?.width} × ${size?.height}`);
  }
  assert.ok(end > start);
});

test('eight codes on the same words stand beside each other and can be gone along', async () => {
  await open(page, bench, '/transcripts/casus1-jan-start');
  await press('j');
  const where = await page.evaluate(() => {
    const row = getSelection().anchorNode.parentElement.closest('.row');
    return { line: row.dataset.line, quote: getSelection().toString() };
  });
  for (let at = 1; at <= 8; at += 1) {
    await bench.folder.codeboom('code', 'apply', `laag ${at}`, '--new', '--in', 'casus1-jan-start', '--lines', where.line, '--coder', 'Noor');
  }
  await open(page, bench, `/transcripts/casus1-jan-start?line=${where.line}`);
  const row = page.locator(`.row[data-line="${where.line}"]`);
  for (let at = 1; at <= 8; at += 1) await row.locator('.name').filter({ hasText: `laag ${at}` }).first().waitFor();
  const lanes = await row.locator('svg g').evaluateAll((all) => new Set(all.map((one) => one.querySelector('line').getAttribute('x1'))).size);
  assert.ok(lanes >= 8 || (await row.locator('svg g').count()) < 8, `${lanes} lanes`);
  await row.locator('.name').filter({ hasText: 'laag 1' }).first().click();
  const seen = new Set();
  for (let at = 0; at < 12; at += 1) {
    await press('o');
    seen.add(await page.evaluate(() => document.querySelector('.name.meant')?.dataset.code));
  }
  assert.ok(seen.size >= 8, [...seen].join());
  await row.locator('mark').first().hover();
  await page.locator('.tip').filter({ hasText: 'laag 1' }).waitFor();
  await press('Escape');
});

test('undo and redo name what they did, also after a restart', async () => {
  await open(page, bench, TEXT);
  await press('j');
  await code('voor de nacht', 'Shift+Enter');
  await page.locator('.margin .name[data-f]').filter({ hasText: 'voor de nacht' }).first().waitFor();
  await page.waitForTimeout(100);
  await bench.end('SIGTERM');
  const again = await Workbench.start(bench.folder, '--coder', 'Noor');
  bench.child = again.child;
  bench.origin = again.origin;
  bench.port = again.port;
  bench.invitation = again.invitation;
  bench.cookie = undefined;
  await page.context().close();
  page = await letIn(chrome, bench);
  await open(page, bench, TEXT);
  await page.locator('.margin .name[data-f]').filter({ hasText: 'voor de nacht' }).first().waitFor();
  await press('u');
  await said(/voor de nacht|Ongedaan gemaakt/);
  await page.waitForFunction(() => ![...document.querySelectorAll('.margin .name')].some((name) => name.dataset.code === 'voor de nacht'));
  await press('Shift+U');
  await page.locator('.margin .name[data-f]').filter({ hasText: 'voor de nacht' }).first().waitFor();
});

test('the tree follows what is typed', async () => {
  await open(page, bench, TEXT);
  await press('f');
  const all = await page.locator('[role="treeitem"]:visible').count();
  await page.keyboard.type('noaber');
  await page.waitForFunction((all) => [...document.querySelectorAll('[role="treeitem"]')].filter((item) => !item.hidden).length < all, all);
  const left = await page.locator('[role="treeitem"]:visible').allTextContents();
  assert.ok(left.some((name) => name.toLowerCase().includes('noaber')), left.join());
  await press('Escape');
  assert.equal(await page.locator('[role="treeitem"]:visible').count(), all);
});

test('to all fragments of a code and back to the very place', async () => {
  await open(page, bench, TEXT);
  await press('n', 'n', 'n');
  const before = await page.evaluate(() => ({ words: getSelection().toString(), scroll: scrollY }));
  assert.ok(before.words);
  await press('v');
  await page.waitForURL(/\/compare\?code=/);
  await ready(page);
  await page.goBack();
  await ready(page);
  await page.waitForFunction((words) => getSelection().toString() === words, before.words);
  assert.ok(Math.abs(await page.evaluate(() => scrollY) - before.scroll) < 40);
});

test('two browsers on one text: each sees the other, and who is late is told', async () => {
  const other = await letIn(chrome, bench);
  await other.evaluate(async () => {
    await fetch('/do/coder', { method: 'POST', body: new URLSearchParams({ coder: 'Daan' }) });
    await fetch('/do/show-others', { method: 'POST', body: new URLSearchParams({ shown: 'true' }) });
  });
  await open(other, bench, TEXT);
  await open(page, bench, TEXT);
  await press('j');
  await code('van mij', 'Shift+Enter');
  await other.locator('.margin .name').filter({ hasText: 'van mij' }).first().waitFor();
  // The same coding taken away twice: the second is told that it is gone.
  const fragment = await page.locator('.margin .name[data-code="van mij"]').first().getAttribute('data-f');
  const [start, end] = fragment.split('-');
  const fields = { transcript: 'casus1-riek-start', start, end, code: 'van mij' };
  const first = await bench.post('/do/uncode', fields);
  const second = await bench.post('/do/uncode', fields);
  assert.equal(first.status, 200, JSON.stringify(first));
  assert.ok(second.error || second.entry === null, JSON.stringify(second));
  // Words that are no longer there are not coded.
  const late = await bench.post('/do/code', { transcript: 'casus1-riek-start', start, end, quote: 'iets heel anders', code: 'van mij', new: 'true' });
  assert.ok(late.status >= 400 && late.error, JSON.stringify(late));
  await other.context().close();
});

test('a page that one comes back to is there at once, and knows what was done meanwhile', async () => {
  const keeping = await keepingBrowser();
  try {
    const own = await letIn(keeping, bench);
    await open(own, bench, '/quotes');
    await own.evaluate(() => { window.same = true; addEventListener('pageshow', (event) => { window.kept = event.persisted; }); });
    const link = own.locator('li.quote a.place').nth(2);
    await link.focus();
    const top = (await link.boundingBox()).y;
    const words = await own.locator('li.quote .fragment').nth(2).textContent();
    await own.keyboard.press('Enter');
    await own.waitForURL(/\/transcripts\//);
    await ready(own);
    assert.equal((await own.evaluate(() => getSelection().toString())).replace(/\s+/g, ' '), words.replace(/\s+/g, ' '));
    await bench.folder.codeboom('code', 'add', 'tussentijds', '--coder', 'Daan');
    await own.keyboard.press('Backspace');
    await own.waitForURL(/\/quotes/, { waitUntil: 'commit' });
    const until = async (what, expression) => {
      for (let at = 0; at < 100; at += 1) {
        if (await valueOf(own, expression)) return;
        await new Promise((done) => setTimeout(done, 100));
      }
      assert.fail(what);
    };
    await until('the page is the one that was left', 'window.kept === true && window.same === true');
    assert.equal(await valueOf(own, 'document.activeElement === document.querySelectorAll("li.quote a.place")[2]'), true, 'the focus is where it was');
    assert.ok(Math.abs(await valueOf(own, 'document.activeElement.getBoundingClientRect().top') - top) < 4, 'the list is where it was');
    await until('what another did is said', 'document.getElementById("said").textContent.includes("tussentijds")');
    assert.deepEqual(own.problems, []);
  } finally {
    await keeping.close();
  }
});
