// Three whole tasks as a researcher does them: from files to a report, axial coding on the board with the keyboard only, and
// a wrong code found and put right.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { Folder, Workbench, browser, exampleFolder, letIn, open, ready } from './bench.mjs';

let chrome;

before(async () => { chrome = await browser(); });
after(async () => { await chrome?.close(); });

/** Runs a task in a workbench of its own; nothing may go wrong on the way. */
async function task(folder, act, ...words) {
  const bench = await Workbench.start(folder, '--coder', 'Noor', ...words);
  try {
    const page = await letIn(chrome, bench);
    await act(page, bench);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  } finally {
    await bench.stop();
  }
}

const INTERVIEWS = {
  riek: `Interviewer: Hoe gaat het thuis?

Riek: Nou, de buren helpen met het gras en de boodschappen.

Interviewer: En de familie?

Riek: Die woont ver weg. Je hangt de vuile was niet buiten, zei mijn moeder.
`,
  anna: `Interviewer: Wie helpt er?

Anna: Mijn dochter komt elke week. De buren helpen als het moet.

Interviewer: Praat je erover?

Anna: Niet zo. Dat houd je binnen.
`,
  jan: `Interviewer: Redt u het?

Jan: Ik red me wel. Ik heb niemand nodig.

Interviewer: En de nacht?

Jan: Dan is het stil in huis.
`,
};

test('from files to a report', async () => {
  const folder = new Folder();
  const files = Object.entries(INTERVIEWS).map(([name, text]) => folder.write(`${name}.txt`, text));
  files.push(folder.write('respondenten.csv', 'transcript,spreker,respondent,rol,casus\nriek,Riek,Riek de Boer,naaste,1\nanna,Anna,Anna Smit,naaste,2\njan,Jan,Jan Bos,persoon met dementie,3\n'));
  await task(folder, async (page, bench) => {
    await open(page, bench, '/start');
    await page.locator('#new-title').fill('Hulp in de buurt');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/import$/);
    await ready(page);

    await page.locator('#upload-files').setInputFiles(files);
    await page.locator('#staged').getByText('respondenten.csv').first().waitFor();
    await page.locator('#staged').getByText('jan', { exact: false }).first().waitFor();
    await page.locator('#staged form.in button.main').click();
    await page.waitForFunction(() => !document.querySelector('#staged form.in') || location.pathname !== '/import');
    await open(page, bench, '/');
    for (const name of Object.keys(INTERVIEWS)) await page.locator('main').getByText(name, { exact: true }).first().waitFor();

    // Code the help of neighbours in two texts, by key.
    for (const [name, how] of [['riek', 'Shift+Enter'], ['anna', 'Enter']]) {
      await open(page, bench, `/transcripts/${name}`);
      while (!/buren helpen/.test(await page.evaluate(() => getSelection().toString()))) await page.keyboard.press('j');
      await page.keyboard.press('c');
      await page.locator('.codebox').waitFor();
      await page.keyboard.type('hulp van buren');
      await page.locator('.codebox [role="option"]').first().waitFor();
      await page.keyboard.press(how);
      await page.locator('.margin .name[data-code="hulp van buren"]').first().waitFor();
    }

    // The number leads to its quotes, and one is chosen for the report.
    await open(page, bench, `/quotes?code=${encodeURIComponent('hulp van buren')}`);
    assert.equal(await page.locator('li.quote').count(), 2);
    await open(page, bench, '/tables');
    const [kept] = await Promise.all([page.waitForEvent('download'), page.locator('a[href^="/tables/report"]').first().click()]);
    assert.match(kept.suggestedFilename(), /\.zip$/);
    const { readFileSync } = await import('node:fs');
    const zip = readFileSync(await kept.path());
    assert.ok(zip.length > 5_000 && zip.subarray(0, 2).toString() === 'PK', `${zip.length} bytes`);
    assert.ok(zip.includes('index.html'));
  });
});

test('axial coding on the board, with the keyboard only', async () => {
  const folder = new Folder();
  await folder.codeboom('new', 'studie.codeboom', '--title', 'Hulp');
  folder.write('riek.txt', INTERVIEWS.riek);
  await folder.codeboom('import', 'riek.txt');
  const codes = ['hulp van buren', 'hulp van familie', 'binnen houden', 'zwijgen', 'alleen redden'];
  for (const code of codes) await folder.codeboom('code', 'add', code, '--coder', 'Noor');
  await folder.codeboom('taxonomy', 'new', 'Eerste indeling', '--coder', 'Noor');
  await task(folder, async (page, bench) => {
    await page.evaluate(() => { window.pointers = 0; for (const kind of ['pointerdown', 'mousedown', 'dragstart']) addEventListener(kind, () => { window.pointers += 1; }, true); });
    const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
    await press('g', 'b');
    await page.waitForURL(/\/board/);
    await ready(page);
    await page.evaluate(() => { window.pointers = 0; for (const kind of ['pointerdown', 'mousedown', 'dragstart']) addEventListener(kind, () => { window.pointers += 1; }, true); });
    const here = () => page.evaluate(() => document.activeElement?.closest('.card')?.dataset.code);
    // Column by column from the left, each from its first card down.
    const onCard = async (name) => {
      for (let at = 0; at < 6; at += 1) await press('ArrowLeft');
      for (let column = 0; column < 6; column += 1) {
        await press('Home');
        for (let at = 0; at < 12; at += 1) {
          if (await here() === name) return;
          await press('ArrowDown');
        }
        await press('ArrowRight');
      }
      throw new Error(`no way to the card ${name}`);
    };
    const toCards = async () => {
      for (let at = 0; at < 60; at += 1) {
        if (await page.evaluate(() => Boolean(document.activeElement?.closest('#board .card')))) return;
        await press('Tab');
      }
      throw new Error('no way to the cards');
    };
    const group = async (members, key, name) => {
      await toCards();
      for (const member of members) { await onCard(member); await press('x'); }
      await press(key);
      await page.locator('dialog[open] #group-name').waitFor();
      await page.keyboard.type(name);
      await press('Enter');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
      await page.locator(`#board .card[data-code="${name}"]`).first().waitFor();
    };
    await group(['hulp van buren', 'hulp van familie'], 'l', 'Hulp van anderen');
    await group(['binnen houden', 'zwijgen'], 'l', 'Niet naar buiten');
    await group(['Hulp van anderen', 'Niet naar buiten'], 't', 'Zelf en samen');

    // A card is carried to another pile with the arrows.
    await toCards();
    await onCard('alleen redden');
    await press('w');
    await page.locator('dialog[open] #move-filter').waitFor();
    await page.keyboard.type('Niet naar');
    await press('Enter');
    await page.waitForFunction(() => [...document.querySelectorAll('#board [data-under="Niet naar buiten"] .card')].some((card) => card.dataset.code === 'alleen redden'));
    assert.equal(await page.evaluate(() => window.pointers), 0, 'no pointer was used');

    const outline = await bench.folder.codeboom('codebook', 'export');
    for (const name of ['Hulp van anderen', 'Niet naar buiten', 'Zelf en samen']) assert.ok(outline.includes(name), name);
    await press('u');
    await page.waitForFunction(() => [...document.querySelectorAll('#board .loose .card')].some((card) => card.dataset.code === 'alleen redden'));
  });
});

test('a wrong code is found and put right', async () => {
  const folder = await exampleFolder();
  const wrong = 'dat is noaberplicht';
  await folder.codeboom('code', 'apply', wrong, '--in', 'casus1-riek-start', '--quote', 'En Tommie, die ligt onder de tafel', '--coder', 'Noor');
  await task(folder, async (page, bench) => {
    // Reading what stands under a code, one fragment does not belong.
    await open(page, bench, `/quotes?code=${encodeURIComponent(wrong)}`);
    const quote = page.locator('li.quote').filter({ hasText: 'En Tommie' });
    await quote.waitFor();
    await quote.locator('a.place').click();
    await page.waitForURL(/\/transcripts\/casus1-riek-start\?/);
    await ready(page);
    await page.waitForFunction(() => getSelection().toString().includes('Tommie'));
    await page.keyboard.press('x');
    await page.waitForFunction((code) => ![...document.querySelectorAll('.margin .name')].some((name) => name.dataset.code === code && name.dataset.coders.includes('Noor')), wrong);
    await page.keyboard.press('c');
    await page.locator('.codebox [role="option"]').first().waitFor();
    await page.keyboard.type('de hond');
    await page.keyboard.press('Enter');
    await page.locator('.margin .name[data-code="de hond erbij"]').first().waitFor();
    // The way back leads to the list, which no longer has it.
    await page.goBack();
    await page.waitForURL(/\/quotes\?/);
    await ready(page);
    await page.waitForFunction(() => ![...document.querySelectorAll('li.quote')].some((one) => one.textContent.includes('En Tommie')));
    const trail = await bench.folder.json('history', '--limit', '2');
    assert.equal(trail.entries.length, 2);
    const exported = await bench.folder.codeboom('codings', 'export');
    const line = exported.split('\n').find((one) => one.includes('En Tommie') && one.includes('Noor'));
    assert.ok(line.includes('de hond erbij'), line);
  });
});
