// Who is kept out, as a real browser sees it: names that were made to point here, pages on other ports of this machine,
// and markup that comes from anywhere but the one place.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { Workbench, addresses, browser, exampleFolder, letIn, open, ready, watched } from './bench.mjs';

let bench;
let chrome;

before(async () => {
  bench = await Workbench.start(await exampleFolder());
  // Chromium has a lock of its own against pages that reach for this machine; ours must hold without it.
  chrome = await browser('--host-resolver-rules=MAP evil.example 127.0.0.1,MAP werkbank.evil.example 127.0.0.1',
    '--disable-features=LocalNetworkAccessChecks');
});
after(async () => {
  await chrome?.close();
  await bench?.stop();
});

/** A server of somebody else on this machine: what it was asked, with which headers. */
async function stranger(page) {
  const asked = [];
  const server = createServer((request, answer) => {
    asked.push({ path: request.url, headers: request.headers });
    answer.setHeader('Content-Type', 'text/html');
    answer.end(page);
  });
  await new Promise((listens) => { server.listen(0, '127.0.0.1', listens); });
  return { asked, origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

async function steps() {
  return (await bench.folder.json('history', '--limit', '1')).total;
}

test('a rebound name gets nothing and uses no key up', async () => {
  const context = await chrome.newContext();
  const page = await context.newPage();
  const key = new URL(bench.invitation).pathname;
  for (const host of ['evil.example', 'werkbank.evil.example']) {
    const origin = `http://${host}:${bench.port}`;
    for (const path of ['/', key, '/keys', '/live', '/assets/x/look.css']) {
      const [answer] = await Promise.all([page.waitForResponse(origin + path), page.goto(origin + path).catch(() => null)]);
      assert.equal(answer.status(), 421, host + path);
      assert.equal(answer.headers()['set-cookie'], undefined);
    }
    // The page of somebody else whose name now points here.
    const bait = await context.newPage();
    await bait.route(`${origin}/lokaas`, (route) => route.fulfill({ contentType: 'text/html', body: '<p>lokaas' }));
    // In a tab of its own: in one that was refused, the browser's own page about that may still come in and interrupt.
    await bait.goto(`${origin}/lokaas`);
    const got = await bait.evaluate(async (key) => {
      const read = async (path, how) => { const answer = await fetch(path, how); return `${answer.status} ${await answer.text()}`; };
      return [await read('/keys'), await read(key), await read('/do/undo', { method: 'POST', body: new URLSearchParams({ back: '/' }) })];
    }, key);
    assert.deepEqual(got, ['421 ', '421 ', '421 ']);
  }
  assert.deepEqual(await context.cookies(), []);
  await context.close();
});

test('the key lets one browser in and shows up nowhere else', async () => {
  const key = bench.invitation.split('/').pop();
  const context = await chrome.newContext();
  const page = await watched(context);
  const requests = [];
  page.on('request', (request) => requests.push(request));
  await page.goto(bench.invitation);
  bench.invitation = undefined;
  await ready(page);
  assert.equal(page.url(), `${bench.origin}/`);
  for (const path of ['/keys', '/']) await open(page, bench, path);
  for (const request of requests.slice(1)) {
    assert.ok(!request.url().includes(key), request.url());
    assert.ok(!JSON.stringify(await request.allHeaders()).includes(key), request.url());
  }
  const kept = await page.evaluate(() => JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }, document.referrer, document.documentElement.outerHTML]));
  assert.ok(!kept.includes(key));
  assert.equal(await page.evaluate(() => document.cookie), '', 'no script reads the cookie');
  const [cookie] = await context.cookies();
  assert.equal(cookie.httpOnly && cookie.sameSite, 'Strict');
  bench.cookie = `${cookie.name}=${cookie.value}`;

  // A second browser with the same key stays outside; the first is led on.
  const other = await (await chrome.newContext()).newPage();
  assert.equal((await other.goto(`${bench.origin}/key/${key}`)).status(), 403);
  await other.context().close();
  await page.goto(`${bench.origin}/key/${key}`);
  assert.equal(page.url(), `${bench.origin}/`);

  // A link outward tells nobody where it came from.
  const outside = await stranger('<p>elders');
  await page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = address;
    link.textContent = 'naar buiten';
    document.body.prepend(link);
    link.click();
  }, outside.origin);
  await page.waitForURL(`${outside.origin}/`);
  assert.equal(outside.asked[0].headers.referer, undefined);
  outside.close();
  await context.close();
});

test('a page on another port of this machine reads, writes and embeds nothing', async () => {
  const page = await letIn(chrome, bench);
  const evil = await stranger(`<!doctype html><title>elders</title>
    <iframe id="frame" src="${bench.origin}/keys"></iframe><img id="image" src="${bench.origin}/keys">
    <object data="${bench.origin}/keys"></object><link rel="stylesheet" href="${bench.origin}/keys">
    <script src="${bench.origin}/keys"></script>
    <form id="form" method="post" action="${bench.origin}/do/undo" target="there"><input name="back" value="/"></form><iframe name="there"></iframe>`);
  const before = await steps();
  const tab = await page.context().newPage();
  const answers = [];
  tab.on('response', (answer) => { if (answer.url().startsWith(bench.origin)) answers.push(`${answer.status()} ${answer.request().method()} ${new URL(answer.url()).pathname}`); });
  await tab.goto(evil.origin);
  const got = await tab.evaluate(async (origin) => {
    const got = {};
    const attempt = async (name, act) => { try { got[name] = await act(); } catch (error) { got[name] = error.name; } };
    await attempt('read', async () => (await fetch(`${origin}/keys`, { credentials: 'include' })).text());
    await attempt('opaque', async () => (await fetch(`${origin}/keys`, { credentials: 'include', mode: 'no-cors' })).type);
    for (const sort of ['application/x-www-form-urlencoded', 'text/plain', 'application/json', 'multipart/form-data; boundary=x']) {
      for (const mode of ['cors', 'no-cors']) {
        await attempt(`${mode} ${sort}`, async () => (await fetch(`${origin}/do/undo`, { method: 'POST', mode, credentials: 'include', headers: { 'Content-Type': sort }, body: 'back=/' })).type);
      }
    }
    await attempt('beacon', async () => { navigator.sendBeacon(`${origin}/do/undo`, new URLSearchParams({ back: '/' })); return 'sent'; });
    await attempt('stream', () => new Promise((done) => { const s = new EventSource(`${origin}/live`, { withCredentials: true }); s.onopen = () => done('open'); s.onerror = () => done('refused'); }));
    await attempt('socket', () => new Promise((done) => { const s = new WebSocket(`${origin.replace('http', 'ws')}/live`); s.onopen = () => done('open'); s.onerror = () => done('refused'); }));
    document.getElementById('form').submit();
    await new Promise((done) => { setTimeout(done, 300); });
    await attempt('frame', () => document.getElementById('frame').contentDocument?.body?.innerText ?? 'unreadable');
    await attempt('image', () => document.getElementById('image').naturalWidth);
    return got;
  }, bench.origin);
  assert.equal(got.read, 'TypeError');
  assert.notEqual(got.opaque, 'basic');
  assert.equal(got.stream, 'refused');
  assert.equal(got.socket, 'refused');
  assert.equal(got.frame, 'unreadable');
  assert.equal(got.image, 0);
  for (const answer of answers) assert.match(answer, /^(403|405|415)/, answers.join('\n'));
  assert.ok(answers.some((answer) => answer === '403 POST /do/undo'), answers.join('\n'));
  assert.equal(await steps(), before, 'nothing was done');
  // A page that opens one of ours has no hold on it.
  const [opened] = await Promise.all([page.context().waitForEvent('page'), tab.evaluate((origin) => { window.opened = window.open(`${origin}/keys`); }, bench.origin)]);
  await opened.waitForLoadState();
  assert.ok(await tab.evaluate(() => { try { return !window.opened.document; } catch { return true; } }));
  assert.equal(await opened.evaluate(() => window.opener), null);
  evil.close();
  await page.context().close();
});

test('strings do not become markup or script, on any page', async () => {
  const page = await letIn(chrome, bench);
  for (const path of (await addresses(bench)).slice(0, 40)) {
    await open(page, bench, path);
    assert.deepEqual(page.problems, [], path);
    const did = await page.evaluate(async () => {
      const did = [];
      const attempt = (name, act) => { try { act(); did.push(name); } catch { /* as it should be */ } };
      attempt('innerHTML', () => { document.createElement('div').innerHTML = '<b>x</b>'; });
      attempt('outerHTML', () => { const div = document.createElement('div'); document.body.append(div); div.outerHTML = '<b>x</b>'; });
      attempt('insertAdjacentHTML', () => { document.body.insertAdjacentHTML('beforeend', '<b>x</b>'); });
      attempt('document.write', () => { document.write('<b>x</b>'); });
      attempt('a policy of one’s own', () => { trustedTypes.createPolicy('eigen', { createHTML: (html) => html }); });
      attempt('the same policy again', () => { trustedTypes.createPolicy('codeboom', { createHTML: (html) => html }); });
      attempt('script.src', () => { document.createElement('script').src = '/assets/x.js'; });
      attempt('script.text', () => { document.createElement('script').text = 'window.boom = true'; });
      attempt('setTimeout', () => { setTimeout('window.boom = true', 0); });
      const styled = document.createElement('p');
      styled.setAttribute('style', 'position: fixed; top: 0');
      document.body.append(styled);
      if (getComputedStyle(styled).position === 'fixed') did.push('a style attribute');
      const handler = document.createElement('img');
      handler.setAttribute('src', 'data:,');
      try { handler.setAttribute('onerror', 'window.boom = true'); } catch { /* as it should be */ }
      document.body.append(handler);
      const link = document.createElement('a');
      link.href = 'javascript:window.boom=true';
      document.body.append(link);
      link.click();
      await new Promise((done) => { setTimeout(done, 50); });
      if (window.boom) did.push('a script ran');
      return did;
    });
    assert.deepEqual(did, [], path);
    page.problems.length = 0;
  }
  await page.context().close();
});

test('more tabs than a browser has connections all work', async () => {
  const first = await letIn(chrome, bench);
  const tabs = [first];
  for (let at = 0; at < 8; at += 1) {
    const tab = await watched(first.context());
    await open(tab, bench, '/keys');
    tabs.push(tab);
  }
  await bench.folder.codeboom('code', 'add', 'van buiten', '--coder', 'daan');
  const last = tabs.at(-1);
  await last.bringToFront();
  await last.getByText('van buiten').first().waitFor();
  await first.bringToFront();
  await open(first, bench, '/keys');
  for (const tab of tabs) assert.deepEqual(tab.problems, []);
  await first.context().close();
});
