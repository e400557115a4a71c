// The fixture: the built program over a project in a folder of its own, and Chromium in front of it. What a test starts is
// ended by its process id when the test is over.
import { chromium } from 'playwright-core';
import { spawn, execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** The program under test. */
export const PROGRAM = process.env.CODEBOOM_BIN ?? fileURLToPath(new URL('../../target/debug/codeboom', import.meta.url));
const CHROMIUM = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** How long anything may take before a test gives up. */
export const PATIENCE = 30_000;

function environment(folder) {
  const { PATH, CODEBOOM_ASSETS } = process.env;
  return { PATH, HOME: folder, USER: 'noor', TZ: 'UTC', ...(CODEBOOM_ASSETS ? { CODEBOOM_ASSETS } : {}) };
}

/** A folder that is thrown away at the end. */
export class Folder {
  constructor() {
    this.path = mkdtempSync(join(tmpdir(), 'werkbank-'));
  }

  at(name) {
    return join(this.path, name);
  }

  write(name, content) {
    writeFileSync(this.at(name), content);
    return this.at(name);
  }

  /** Runs the program to its end: what it printed. */
  async codeboom(...words) {
    const { stdout } = await run(PROGRAM, words, { cwd: this.path, env: environment(this.path), maxBuffer: 1 << 28 });
    return stdout;
  }

  /** As codeboom, with JSON for an answer. */
  async json(...words) {
    return JSON.parse(await this.codeboom(...words, '--format', 'json'));
  }

  away() {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
  }
}

let example;

/** A folder with the worked example. */
export async function exampleFolder() {
  if (!example) {
    const made = new Folder();
    await made.codeboom('demo');
    example = readFileSync(made.at('voorbeeld.codeboom'));
    made.away();
  }
  const folder = new Folder();
  folder.write('voorbeeld.codeboom', example);
  return folder;
}

/** A workbench that listens. */
export class Workbench {
  /** @param {Folder} folder */
  static async start(folder, ...words) {
    const bench = new Workbench();
    bench.folder = folder;
    bench.child = spawn(PROGRAM, ['serve', '--no-open', ...words], {
      cwd: folder.path, env: environment(folder.path), stdio: ['ignore', 'ignore', 'pipe'],
    });
    bench.said = '';
    bench.invitation = await new Promise((found, failed) => {
      const late = setTimeout(() => failed(new Error(`no address: ${bench.said}`)), 60_000);
      bench.child.stderr.on('data', (data) => {
        bench.said += data;
        const address = /http:\S+/.exec(bench.said);
        if (address) { clearTimeout(late); found(address[0]); }
      });
      bench.child.on('exit', (code) => { clearTimeout(late); failed(new Error(`ended with ${code}: ${bench.said}`)); });
    });
    bench.child.removeAllListeners('exit');
    bench.origin = new URL(bench.invitation).origin;
    bench.port = new URL(bench.invitation).port;
    return bench;
  }

  /** A cookie, for requests without a browser. */
  async letIn() {
    const address = this.invitation ?? await this.invite();
    this.invitation = undefined;
    const answer = await fetch(address, { redirect: 'manual' });
    this.cookie = answer.headers.get('set-cookie').split(';')[0];
    return this.cookie;
  }

  /** An address for one more browser; one must have been let in. */
  async invite() {
    const said = await this.post('/do/invite', {});
    return said.details[0];
  }

  get(path) {
    return fetch(this.origin + path, { headers: { cookie: this.cookie } });
  }

  /** Sends a form as a script does: what was said. */
  async post(path, fields) {
    const answer = await fetch(this.origin + path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { cookie: this.cookie, origin: this.origin, accept: 'application/json' },
    });
    return { status: answer.status, ...await answer.json() };
  }

  /** Ends it, and takes its folder away. */
  async stop() {
    await this.end('SIGTERM');
    this.folder.away();
  }

  /** Ends it with a signal: how many milliseconds that took. */
  async end(signal) {
    if (this.child.exitCode !== null) return 0;
    const began = performance.now();
    const gone = new Promise((done) => { this.child.on('exit', done); });
    this.child.kill(signal);
    const hard = setTimeout(() => this.child.kill('SIGKILL'), PATIENCE);
    await gone;
    clearTimeout(hard);
    return performance.now() - began;
  }
}

/** Starts Chromium. */
export function browser(...flags) {
  return launched(flags);
}

/** Starts Chromium as people have it: pages that are left are kept whole for coming back, which tests do without. */
export function keepingBrowser() {
  return launched([], ['--disable-back-forward-cache']);
}

function launched(flags, without = []) {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    ignoreDefaultArgs: without,
    args: [...root, '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', ...flags],
  });
}

/**
 * A browser that is let in, with one page open. `page.problems` gathers what went wrong on it: errors in the console
 * (a breach of the policy is one), exceptions, dialogs, and pieces that were not there.
 * @param {import('playwright-core').Browser} chrome
 * @param {Workbench} bench
 */
export async function letIn(chrome, bench, options = {}) {
  const context = await chrome.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nl-NL', ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await watched(context);
  const address = bench.invitation ?? await bench.invite();
  bench.invitation = undefined;
  await page.goto(address);
  const [cookie] = await context.cookies(bench.origin);
  bench.cookie ??= `${cookie.name}=${cookie.value}`;
  await ready(page);
  return page;
}

/** A page that keeps account of its problems. */
export async function watched(context) {
  const page = await context.newPage();
  page.problems = [];
  page.on('console', (said) => {
    if (['error', 'warning'].includes(said.type())) page.problems.push(`${said.type()}: ${said.text()} at ${page.url()}`);
  });
  page.on('pageerror', (error) => page.problems.push(`exception: ${error.message} at ${page.url()}`));
  page.on('dialog', (dialog) => { page.problems.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('response', (answer) => {
    if (answer.status() >= 400) page.problems.push(`${answer.status()}: ${answer.url()}`);
  });
  return page;
}

/** Waits until the scripts of a page have run. */
export async function ready(page) {
  await page.waitForFunction(() => document.body?.dataset.ready === 'true');
}

/** Opens a page of the workbench. */
export async function open(page, bench, path) {
  const answer = await page.goto(bench.origin + path);
  await ready(page);
  return answer;
}

/**
 * The value of an expression on the page as it stands. Playwright loses sight of a page that the browser had kept and
 * brings back; the protocol underneath does not.
 */
export async function valueOf(page, expression) {
  const client = await page.context().newCDPSession(page);
  try {
    const { result, exceptionDetails } = await client.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  } finally {
    await client.detach();
  }
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page as it stands, in words. */
export async function violations(page) {
  await valueOf(page, `${AXE}; undefined`);
  return JSON.parse(await valueOf(page, `axe.run(document, { rules: { 'target-size': { enabled: true } } }).then((found) => JSON.stringify(
    found.violations.map((rule) => [rule.id, rule.nodes.length, ...rule.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)
      + ' | ' + node.failureSummary.replace(/\\s+/g, ' ').slice(0, 200))].join(' · '))))`));
}

/**
 * The addresses that the workbench itself links to, from its first page on: for each shape (a path with names left
 * out, and which questions are asked) at most `each` of them.
 */
export async function addresses(bench, { each = 1, most = 150 } = {}) {
  const first = ['/', '/start', '/keys', '/codebook', '/board', '/search', '/search?q=buren', '/quotes', '/tables', '/comments', '/memos', '/people', '/history'];
  const seen = new Map();
  const found = [];
  const waiting = [...first];
  while (waiting.length && found.length < most) {
    const path = waiting.shift();
    const { pathname, searchParams } = new URL(path, bench.origin);
    const named = pathname.replace(/^\/(transcripts|codes|memos|people|cases|tables)\/[^/]+/, '/$1/*');
    const shape = `${named}?${[...new Set(searchParams.keys())].sort()}`;
    const known = seen.get(shape) ?? new Set();
    if (known.has(path) || known.size >= each) continue;
    known.add(path);
    seen.set(shape, known);
    const answer = await bench.get(path);
    const sort = answer.headers.get('content-type') ?? '';
    const kept = answer.headers.get('content-disposition') ?? '';
    if (!answer.ok || !sort.startsWith('text/html') || kept.startsWith('attachment')) {
      await answer.body?.cancel();
      if (answer.status >= 500) throw new Error(`${answer.status} ${path}`);
      continue;
    }
    const html = await answer.text();
    // A piece for a dialog is no page of its own.
    if (!/<html/.test(html)) continue;
    found.push(path);
    for (const [, href] of html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"/g)) {
      const address = new URL(plain(href), bench.origin + path);
      if (address.origin === bench.origin && !/^\/(assets|key|live)\b/.test(address.pathname)) waiting.push(address.pathname + address.search);
    }
  }
  return found;
}

function plain(attribute) {
  return attribute.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** Copies a folder's project, for a test that changes it. */
export function copied(folder) {
  const other = new Folder();
  cpSync(folder.path, other.path, { recursive: true });
  return other;
}
