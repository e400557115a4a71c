// Whatever a text or a name holds stays text: on every screen, in every dialog and list, and in the exported report.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Folder, Workbench, addresses, browser, letIn, open, watched } from './bench.mjs';
import { FILE_NAMES, PAYLOADS } from './payloads.mjs';

let chrome;
let folder;
let bench;
let texts;

const quoted = JSON.stringify;
const cell = (text) => `"${text.replaceAll('"', '""')}"`;
const nth = (index) => PAYLOADS[index % PAYLOADS.length];

/** A project in which every word that anybody can type is one of the payloads. */
before(async () => {
  chrome = await browser();
  folder = new Folder();
  await folder.codeboom('new', 'studie.codeboom', '--title', nth(0));
  mkdirSync(folder.at('teksten'));
  const names = FILE_NAMES.slice(0, 16);
  const people = ['transcript,spreker,respondent,rol,casus,moment,case:gebied,transcript:soort'];
  names.forEach((name, index) => {
    const turns = PAYLOADS.map((payload, line) => `Interviewer: En toen, ${nth(line + 7)}?\n\nRiek: Nou ja, ${payload}`);
    folder.write(`teksten/${name}.txt`, `${turns.slice(index ? index * 3 : 0, index ? index * 3 + 9 : undefined).join('\n\n')}\n`);
    people.push([name, 'Riek', nth(index + 1), nth(index + 2), nth(index % 3 + 3), nth(index % 2 + 8), nth(index + 10), nth(index + 11)].map(cell).join(','));
  });
  folder.write('respondenten.csv', `${people.join('\n')}\n`);
  const fields = ['definition', 'include', 'exclude', 'example'];
  const some = (from) => fields.map((field, at) => `${field} = ${quoted(nth(from + at))}`).join('\n');
  const book = [`title = ${quoted(nth(5))}`, 'language = "nl"', '[footnotes]', `"*" = ${quoted(nth(6))}`];
  let number = 0;
  for (const theme of [0, 1]) {
    number += theme;
    book.push('[[theme]]', `name = ${quoted(`${nth(number)}*`)}`, `statement = ${quoted(nth(number + 1))}`, some(number));
    for (const label of [0, 1]) {
      number += 1;
      book.push('[[theme.label]]', `name = ${quoted(nth(number))}`, some(number));
      for (let code = 0; code < (theme + label ? 12 : 20); code += 1) {
        number += 1;
        book.push('[[theme.label.code]]', `name = ${quoted(nth(number))}`, some(number));
      }
    }
  }
  folder.write('codeboek.toml', `${book.join('\n')}\n`);
  try {
    await folder.codeboom('import', 'teksten', '--participants', 'respondenten.csv', '--reason', nth(7));
    await folder.codeboom('codebook', 'import', 'codeboek.toml', '--coder', nth(40));
    texts = (await folder.json('transcripts')).transcripts.map((text) => text.name);
    const codings = ['transcript,quote,code,coder,note,counter'];
    PAYLOADS.forEach((payload, index) => {
      if (index % 4) codings.push([texts.find((text) => text === names[0]), `Nou ja, ${payload}`, nth(index + 2), nth(20 + index % 2), nth(index), index % 5 ? '' : 'ja'].map(cell).join(','));
    });
    folder.write('coderingen.csv', `${codings.join('\n')}\n`);
    await folder.codeboom('codings', 'import', 'coderingen.csv').catch((error) => { throw error; });
    for (const [index, on] of [null, `transcript:${texts[0]}`, `code:${nth(4)}`].entries()) {
      await folder.codeboom('memo', 'add', nth(30 + index), '--title', nth(33 + index), ...(on ? ['--on', on] : []), '--coder', nth(36));
    }
  } catch (error) {
    throw new Error(error.stderr ?? error.message);
  }
  bench = await Workbench.start(folder, '--coder', nth(5));
});
after(async () => {
  await chrome?.close();
  await bench?.stop();
});

/** What got through: elements that nobody made, and scripts that ran. */
function through(report) {
  const own = report ? '' : ':not([href^="/"]):not([href^="#"])';
  const strange = ['x-boom', 'iframe', 'object', 'embed', 'portal', 'math', 'marquee', 'mglyph', 'base', 'meta[http-equiv]:not([content^="script-src \'none\'"])', 'video', 'audio', 'noscript p',
    'a[href^="javascript" i]', 'a[href^="data" i]', 'form[action*="javascript" i]', 'img[src="x"]', '[style*="boom"]', 'script:not([src])', 'style:not([data-own])',
    ...(report ? [] : [`a${own}`, 'link:not([href^="/assets/"])', 'script:not([src^="/assets/"])', 'form:not([action^="/"])'])];
  const found = strange.flatMap((selector) => [...document.querySelectorAll(selector)].filter((element) => selector !== `a${own}` || element.hasAttribute('href')));
  for (const element of document.querySelectorAll('*')) {
    for (const { name } of element.attributes) if (/^on|[<>"'`]/i.test(name)) found.push(element);
  }
  const told = found.map((element) => element.outerHTML.slice(0, 160));
  if (window.boomed?.length) told.push(`ran: ${window.boomed}`);
  return told;
}

async function armed(page) {
  await page.addInitScript(() => { window.boomed = []; window.boom = (number) => window.boomed.push(number); });
  return page;
}

test('there are payloads enough, and the study holds them', async () => {
  assert.ok(PAYLOADS.length >= 40 && new Set(PAYLOADS).size === PAYLOADS.length);
  assert.ok(texts.length >= 10, texts.join('\n'));
  assert.ok((await folder.json('quotes', '--limit', '0')).total >= 30);
});

test('on every screen they stay text', async (t) => {
  const page = await armed(await letIn(chrome, bench));
  const paths = await addresses(bench, { each: 2, most: 80 });
  t.diagnostic(`${paths.length} pages`);
  const all = [];
  for (const path of paths) {
    page.problems.length = 0;
    await open(page, bench, path);
    // Whatever opens is opened, and whatever hears of a pointer or the focus hears of it.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      for (const element of [...document.querySelectorAll('main *')].slice(0, 3_000)) {
        element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
        element.dispatchEvent(new MouseEvent('mouseenter'));
      }
    });
    all.push(...(await page.evaluate(through, false)).map((one) => `${path}: ${one}`), ...page.problems.map((one) => `${path}: ${one}`));
  }
  assert.deepEqual(all, []);
  await page.context().close();
});

test('a text is shown letter by letter', async () => {
  const page = await armed(await letIn(chrome, bench));
  await open(page, bench, `/transcripts/${encodeURIComponent(FILE_NAMES[0])}`);
  const shown = (await page.evaluate(() => document.querySelector('main').textContent)).replace(/\s+/g, ' ');
  for (const payload of PAYLOADS) assert.ok(shown.includes(payload.replace(/\s+/g, ' ').trim()), payload);
  assert.deepEqual(await page.evaluate(through, false), []);
  await page.context().close();
});

test('what another coder is called and does is said as text', async () => {
  const page = await armed(await letIn(chrome, bench));
  await folder.codeboom('code', 'add', `nieuw ${nth(5)}`, '--coder', nth(6), '--reason', nth(7));
  await page.locator('#said').getByText(nth(6)).first().waitFor();
  assert.deepEqual(await page.evaluate(through, false), []);
  // And what is refused, with the name that was typed.
  const refused = await bench.post('/do/coder', { coder: `${nth(5)}\n` });
  assert.ok(refused.status === 200 || refused.error);
  await page.context().close();
});

test('in the exported report they stay text', async (t) => {
  for (const [kind, more] of [['werk', []], ['publicatie', ['--for', 'publicatie']]]) {
    await folder.codeboom('report', '--out', kind, ...more);
    const context = await chrome.newContext();
    const page = await armed(await watched(context));
    const files = readdirSync(folder.at(kind), { recursive: true }).filter((name) => name.endsWith('.html'));
    t.diagnostic(`${kind}: ${files.length} pages`);
    assert.ok(files.length > 3);
    const all = [];
    for (const file of files) {
      await page.goto(pathToFileURL(folder.at(`${kind}/${file}`)).href);
      all.push(...(await page.evaluate(through, true)).map((one) => `${file}: ${one}`), ...page.problems.map((one) => `${file}: ${one}`));
      page.problems.length = 0;
    }
    assert.deepEqual(all, []);
    await context.close();
  }
});
