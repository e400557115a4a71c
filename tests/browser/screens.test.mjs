// Every screen: axe finds nothing in light and dark, nothing goes wrong in the console, the page fits a narrow window and
// large letters, and headings and focus are in order. The list of screens is what the workbench itself links to.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { Folder, Workbench, addresses, browser, exampleFolder, letIn, open, violations } from './bench.mjs';

let chrome;

before(async () => { chrome = await browser(); });
after(async () => { await chrome?.close(); });

/** What is wrong with a page, in words. */
async function faults(page, bench, path) {
  const faults = [];
  const note = (found) => { for (const one of found) faults.push(`${path}: ${one}`); };
  page.problems.length = 0;
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, bench, path);
  note((await violations(page)).map((one) => `axe, light: ${one}`));
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  note((await violations(page)).map((one) => `axe, dark: ${one}`));
  note(await page.evaluate(outline));
  for (const width of [1280, 800, 320]) {
    await page.setViewportSize({ width, height: width === 320 ? 256 : 800 });
    note(await page.evaluate(tooWide, width));
  }
  note(page.problems);
  return faults;
}

/** One first heading, no level left out, and every field and button has a name. */
function outline() {
  const found = [];
  const seen = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((heading) => heading.checkVisibility());
  const levels = seen.map((heading) => Number(heading.tagName[1]));
  if (levels.filter((level) => level === 1).length !== 1) found.push(`${levels.filter((level) => level === 1).length} first headings`);
  levels.forEach((level, at) => { if (at && level > levels[at - 1] + 1) found.push(`heading ${level} below ${levels[at - 1]}: ${seen[at].textContent.trim()}`); });
  if (!document.title.trim()) found.push('no title');
  if (!document.documentElement.lang) found.push('no language');
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (twice.length) found.push(`ids used twice: ${[...new Set(twice)].slice(0, 3)}`);
  return found;
}

/** What sticks out of the window, but for what scrolls by itself. */
function tooWide(width) {
  const wide = document.scrollingElement.scrollWidth;
  if (wide <= width) return [];
  const scrolls = (element) => element.parentElement?.closest('*') && [...ancestors(element)].some((above) => ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(above).overflowX));
  function* ancestors(element) { for (let above = element.parentElement; above && above !== document.body; above = above.parentElement) yield above; }
  const out = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > width + 1 && !scrolls(element));
  return [`${wide} wide in a window of ${width}: ${out.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)).join(' … ')}`];
}

/** At most two addresses of a kind: the same path, whatever names, numbers and questions are in it. */
function ofEachKind(paths, most = 2) {
  const known = new Map();
  return paths.filter((path) => {
    const kind = new URL(path, 'http://x').pathname.replace(/^\/(transcripts|codes|memos|people|cases)\/[^/]+/, '/$1/*').replace(/\d+/g, '*');
    known.set(kind, (known.get(kind) ?? 0) + 1);
    return known.get(kind) <= most;
  });
}

async function look(folder, { each = 1 } = {}) {
  const bench = await Workbench.start(folder);
  try {
    const page = await letIn(chrome, bench);
    const paths = ofEachKind(await addresses(bench, { each }));
    const all = [];
    for (const path of paths) all.push(...await faults(page, bench, path));
    await page.context().close();
    return { paths, all };
  } finally {
    await bench.stop();
  }
}

test('every screen of the worked example', async (t) => {
  const { paths, all } = await look(await exampleFolder());
  t.diagnostic(`${paths.length} pages: ${paths.join(' ')}`);
  assert.deepEqual(all, []);
});

test('every screen of an empty project', async (t) => {
  const folder = new Folder();
  await folder.codeboom('new', 'leeg.codeboom', '--title', 'Leeg');
  const { paths, all } = await look(folder);
  t.diagnostic(`${paths.length} pages: ${paths.join(' ')}`);
  assert.deepEqual(all, []);
});

test('every screen without a project', async () => {
  const { all } = await look(new Folder());
  assert.deepEqual(all, []);
});

test('names of two hundred characters break no screen', async () => {
  const folder = new Folder();
  const long = (word) => `${word} ${'zonderspaties'.repeat(9)} ${'met wat spaties ertussen '.repeat(9)}`.slice(0, 199).trim();
  await folder.codeboom('new', 'lang.codeboom', '--title', long('Titel'));
  const name = long('gesprek').slice(0, 150).trim();
  folder.write(`${name}.txt`, `${'Interviewer'.repeat(4)}: Hoe gaat het?\n\nRiek: Ach, ${'onafgebroken'.repeat(30)} en de was hangt buiten.\n\nRiek: De buren helpen.\n`);
  await folder.codeboom('import', `${name}.txt`);
  const code = long('code');
  await folder.codeboom('code', 'apply', code, '--new', '--in', name, '--quote', 'De buren helpen', '--coder', long('codeur'));
  const { all } = await look(folder);
  assert.deepEqual(all, []);
});

test('with the keyboard alone every screen can be walked through, and the focus is seen', async () => {
  const bench = await Workbench.start(await exampleFolder());
  try {
    const page = await letIn(chrome, bench);
    const unseen = [];
    for (const path of (await addresses(bench)).slice(0, 25)) {
      await open(page, bench, path);
      const first = await page.evaluate(() => document.querySelector('a[href], button, input, summary, [tabindex="0"]').getAttribute('href'));
      assert.equal(first, '#content', `${path}: the first stop leads past the bar`);
      for (let at = 0; at < 25; at += 1) {
        await page.keyboard.press('Tab');
        const look = () => page.evaluate(() => {
          const here = document.activeElement;
          if (!here || here === document.body) return null;
          const style = getComputedStyle(here);
          const box = here.getBoundingClientRect();
          const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 || style.boxShadow !== 'none';
          const label = here.closest('label') ?? here;
          const around = getComputedStyle(label);
          const seen = ring || around.outlineStyle !== 'none' || around.boxShadow !== 'none';
          const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
          return seen && inside ? null : `${seen ? 'out of sight' : 'no ring'}: ${here.outerHTML.slice(0, 140)}`;
        });
        let where = await look();
        if (where) {
          // Rows that are scrolled past take their real height; what has the focus is brought back into sight.
          await page.waitForTimeout(250);
          where = await look();
        }
        if (where) unseen.push(`${path}: ${where}`);
      }
    }
    assert.deepEqual(unseen, []);
    await page.context().close();
  } finally {
    await bench.stop();
  }
});

test('the list of keys opens with its key and closes with Escape', async () => {
  const bench = await Workbench.start(await exampleFolder());
  try {
    const page = await letIn(chrome, bench);
    await page.keyboard.press('?');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    assert.ok((await dialog.locator('tr').count()) > 8);
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual(page.problems, []);
    await page.context().close();
  } finally {
    await bench.stop();
  }
});

test('screens follow what is done from the command line', async () => {
  const bench = await Workbench.start(await exampleFolder());
  try {
    const page = await letIn(chrome, bench);
    let number = 0;
    for (const path of ['/history', '/codebook', '/board', '/tables/matrix']) {
      await open(page, bench, path);
      const name = `gevolgd ${(number += 1)}`;
      await bench.folder.codeboom('code', 'apply', name, '--new', '--in', 'casus1-riek-start', '--quote', 'Waar is hij op dit moment', '--coder', 'Daan');
      await page.locator('main').getByText(name).first().waitFor({ state: 'attached' });
      assert.deepEqual(page.problems, [], path);
    }
    await page.context().close();
  } finally {
    await bench.stop();
  }
});
