// Makes the pictures of the workbench in README and manual, from the worked example.
//
//   cargo build && node tests/browser/screenshots.mjs
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Workbench, browser, exampleFolder, letIn, open } from './bench.mjs';

const pictures = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const chrome = await browser('--hide-scrollbars', '--font-render-hinting=none');
const bench = await Workbench.start(await exampleFolder(), '--coder', 'Daan');
const page = await letIn(chrome, bench, { reducedMotion: 'reduce', colorScheme: 'light' });

async function picture(name) {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(300);
  const path = `${pictures}werkbank-${name}.png`;
  await page.screenshot({ path });
  console.log(`${path}: ${Math.round(statSync(path).size / 1024)} KB`);
}

// A transcript while a code is being put on a passage.
await open(page, bench, '/transcripts/casus1-riek-start?line=20');
for (const key of ['n', 'n', 'z', 'c']) await page.keyboard.press(key);
await page.locator('.codebox [role="option"]').first().waitFor();
await page.keyboard.type('noab');
await page.locator('.codebox .about').filter({ hasText: /\S/ }).waitFor();
await picture('transcript');
await page.keyboard.press('Escape');

await open(page, bench, '/board');
await picture('ordenen');
await open(page, bench, `/quotes?code=${encodeURIComponent('de vuile was')}`);
await picture('citaten');
await open(page, bench, '/tables/taxonomy');
await picture('tabellen');

await page.context().close();
await chrome.close();
await bench.stop();
