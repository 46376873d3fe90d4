// What the browser tests share: building a site with the real program, serving it on the loopback, and opening it
// in headless Chromium such that any console message, uncaught error, policy report or stray request fails the test.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

export const root = path.resolve(import.meta.dirname, '../..');
const program = process.env.NEWSPRINT ?? path.join(root, 'target/debug/newsprint');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'newsprint-'));

const executablePath = ['chromium', 'chromium-browser', 'google-chrome']
  .flatMap(name => (process.env.PATH ?? '').split(':').map(dir => path.join(dir, name)))
  .find(file => fs.existsSync(file));

let browser;
const browsers = [];
/** The browser that all tests share; with flags of its own, another one. */
export async function chrome(...flags) {
  if (browser && !flags.length) return browser;
  const launched = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? executablePath,
    args: [...flags, '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  browsers.push(launched);
  if (!flags.length) browser = launched;
  return launched;
}

const servers = [];
/** Ends what was started here. Tests do it by themselves; a benchmark calls it. */
export async function close() {
  for (const browser of browsers) await browser.close();
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

/**
 * Opens `url` in a context of its own and waits until the viewer is ready. `page.faults` lists what must not happen;
 * `page.close()` through `closed(page)` asserts that it is empty.
 */
export async function open(url, { ready = true, init, ...options } = {}) {
  const context = await (await chrome()).newContext({ locale: 'zh-TW', viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on('console', message => page.faults.push(`console: ${message.type()}: ${message.text()}`));
  page.on('pageerror', error => page.faults.push(`error: ${error.message}`));
  const origin = new URL(url).origin;
  page.on('request', request => {
    const to = request.url();
    if (!/^(data|blob|about):/.test(to) && !(origin === 'null' ? to.startsWith('file:') : to.startsWith(origin))) page.faults.push(`request: ${to}`);
  });
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
