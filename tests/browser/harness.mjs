// What the browser tests share: building a site with the real program, serving it on the loopback, and opening it
// in a headless browser such that any console message, uncaught error, policy report or stray request fails the test.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import assert from 'node:assert/strict';
import { chromium, firefox } from 'playwright-core';

export const root = path.resolve(import.meta.dirname, '../..');
export const program = process.env.NEWSPRINT ?? path.join(root, 'target/debug/newsprint');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'newsprint-'));

/** The first of these programs that is installed. */
const installed = (...names) => names
  .flatMap(name => (process.env.PATH ?? '').split(':').map(dir => path.join(dir, name)))
  .find(file => fs.existsSync(file));

const programs = { chromium: process.env.CHROMIUM ?? installed('chromium', 'chromium-browser', 'google-chrome'), firefox: process.env.FIREFOX ?? installed('firefox-esr', 'firefox') };
/** Whether there is such a browser here; Playwright's own are never downloaded. */
export const has = name => Boolean(programs[name]);

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browsers = new Map();
/** Chromium takes preferences from a profile only. */
async function profiled(prefs, options) {
  const profile = fresh('profile');
  fs.mkdirSync(path.join(profile, 'Default'), { recursive: true });
  fs.writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify(prefs));
  return (await chromium.launchPersistentContext(profile, options)).browser();
}

const launch = {
  chromium: (prefs, flags) => {
    const options = { executablePath: programs.chromium, args: [...flags, ...quiet] };
    return prefs ? profiled(prefs, options) : chromium.launch(options);
  },
  firefox: prefs => firefox.launch({ channel: 'moz-firefox', executablePath: programs.firefox, firefoxUserPrefs: prefs }),
};
/** A browser of this name, started once for each set of preferences and of Chromium's flags; a stock Firefox is driven over WebDriver BiDi. */
export function started(name, prefs, flags = []) {
  const key = name + JSON.stringify([prefs, flags]);
  if (!browsers.has(key)) {
    browsers.set(key, launch[name](prefs, flags));
  }
  return browsers.get(key);
}
export const chrome = (...flags) => started('chromium', undefined, flags);

const servers = [];
/** Ends what was started here. Tests do it by themselves; a benchmark calls it. */
export async function close() {
  for (const browser of browsers.values()) await (await browser).close();
  for (const server of servers) { server.closeAllConnections(); server.close(); }
  fs.rmSync(scratch, { recursive: true, force: true });
}
if (process.env.NODE_TEST_CONTEXT) after(close);

/** Runs the program; its standard output. Throws with its standard error where it fails. */
export function newsprint(...args) {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 });
}

let count = 0;
/** A fresh path below the tests' scratch folder. */
export function fresh(name) {
  return path.join(scratch, `${count++}-${name}`);
}

const sites = new Map();
/** A folder site built from `inputs`, built once per set of inputs. */
export function folder(...inputs) {
  const key = inputs.join('\n');
  if (!sites.has(key)) {
    const dir = fresh('site');
    newsprint('build', ...inputs, '-o', dir);
    sites.set(key, dir);
  }
  return sites.get(key);
}

/** A single file built from `inputs`. */
export function single(...inputs) {
  const file = fresh('page.html');
  newsprint('build', ...inputs, '--single', file);
  return file;
}

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json', '.xml': 'application/xml', '.svg': 'image/svg+xml', '.png': 'image/png', '.webmanifest': 'application/manifest+json' };

/**
 * Serves `dir` below `/some/path/` on a free loopback port; the address of its front page, or with `handle`
 * that as `url` and a way to `stop`.
 */
export async function serve(dir, { alter = body => body, handle = false } = {}) {
  const server = http.createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    let name = decodeURIComponent(url.pathname).replace(/^\/some\/path\//, '');
    if (name === '' || name.endsWith('/')) name += 'index.html';
    const file = path.join(dir, path.normalize('/' + name));
    if (!fs.existsSync(file) || fs.statSync(file).isDirectory()) { response.writeHead(404).end(); return; }
    const body = alter(fs.readFileSync(file), name);
    response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream', 'content-length': body.length });
    response.end(body);
  });
  servers.push(server);
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}/some/path/`;
  const stop = () => new Promise(resolve => { server.close(resolve); server.closeAllConnections(); });
  return handle ? { url, stop } : url;
}

/** Somebody else's page, of another origin, with `body`; its address. */
export async function elsewhere(body) {
  const server = http.createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><title>Around</title><link rel="icon" href="data:,">${body}`);
  });
  servers.push(server);
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${server.address().port}/`;
}

/** Notes in `page.faults` what must not happen on the page: a console message, an uncaught error, a request to anywhere but the origins of `urls`. */
export function watch(page, urls) {
  page.faults = [];
  page.on('console', message => page.faults.push(`console: ${message.type()}: ${message.text()}`));
  page.on('pageerror', error => page.faults.push(`error: ${error.message}`));
  const origins = urls.map(url => url.startsWith('file:') ? 'file:' : new URL(url).origin);
  page.on('request', request => {
    const to = request.url();
    if (!/^(data|blob|about):/.test(to) && !origins.some(origin => to.startsWith(origin))) page.faults.push(`request: ${to}`);
  });
}

/** What the page's policy forbids goes to the console, in every browser. */
const reports = () => addEventListener('securitypolicyviolation', event => console.error(`policy: ${event.violatedDirective} forbids ${event.blockedURI}`));

/**
 * Opens `url` in a context of its own, in Chromium unless it is given another `browser`, and waits until the viewer is
 * ready. `closed(page)` asserts that nothing went wrong; requests may go to its origin and those of `around`.
 */
export async function open(url, { browser = chrome(), around = [], ready = true, init, ...options } = {}) {
  const context = await (await browser).newContext({ locale: 'zh-TW', viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  watch(page, [url, ...around]);
  await page.addInitScript(reports);
  if (init) await page.addInitScript(init);
  await page.goto(url);
  if (ready) await page.waitForSelector('html[data-ready]', { timeout: 20000 });
  return page;
}

/** Closes the page and asserts that nothing went wrong on it. */
export async function closed(page, allowed = () => false) {
  await page.context().close();
  assert.deepEqual(page.faults.filter(fault => !allowed(fault)), []);
}

/** Opens, runs `body` with the page, closes and asserts that nothing went wrong. */
export async function onPage(url, options, body) {
  const page = await open(url, options);
  try { await body(page); } catch (error) { error.message += `\nfaults: ${page.faults.join('\n')}`; await page.context().close(); throw error; }
  await closed(page, options.allowed);
}

export const sample = ['01-harbour.txt', '02-library.txt', '03-night-market.md'].map(name => path.join(root, 'articles', name));
export const fixture = name => path.join(import.meta.dirname, 'fixtures', name);
