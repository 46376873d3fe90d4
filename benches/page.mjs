// What a reader pays for the page itself: bytes of the engine, time to a usable search box beside the same page
// without any script (visited in turn, so that a noisy machine hits both alike), and what a keystroke costs.
// Usage: node benches/page.mjs INPUT…      (NEWSPRINT: the program; CHROMIUM: the browser)
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { chrome, close, folder, serve } from '../tests/browser/harness.mjs';
import { lighthouse, whereIsLighthouse } from '../tests/lighthouse/run.mjs';

const VISITS = 21;
const inputs = process.argv.slice(2);
const median = values => values.toSorted((a, b) => a - b)[values.length >> 1];
const quantile = (values, q) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
const kB = bytes => `${(bytes / 1000).toFixed(1)} kB`;

/** The module without its custom section `newsprint`: what every site has in common. */
function engine(wasm) {
  const parts = [wasm.subarray(0, 8)];
  for (let at = 8; at < wasm.length;) {
    let size = 0, shift = 0, i = at + 1;
    for (;;) { const b = wasm[i++]; size += (b & 127) * 2 ** shift; shift += 7; if (b < 128) break; }
    const own = wasm[at] === 0 && wasm.subarray(i, i + 10).includes('newsprint');
    if (!own) parts.push(wasm.subarray(at, i + size));
    at = i + size;
  }
  return Buffer.concat(parts);
}

const dir = folder(...inputs);
const assets = fs.readdirSync(path.join(dir, 'assets')).map(name => [name, fs.readFileSync(path.join(dir, 'assets', name))]);
const brotli = body => zlib.brotliCompressSync(body, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
console.log('| engine | raw | gzip | brotli |\n|---|--:|--:|--:|');
let total = [0, 0, 0];
// The carrier is the same wasm as a script, for pages that may not fetch; over http nobody loads it, and the sheets and the views of names
// come when a reader opens one.
for (const [name, body] of assets.filter(([name]) => /\.(wasm|js|css)$/.test(name) && !/^(carrier|sheets|atlas)/.test(name))) {
  const bytes = name.endsWith('.wasm') ? engine(body) : body;
  const sizes = [bytes.length, zlib.gzipSync(bytes, { level: 9 }).length, brotli(bytes)];
  total = total.map((n, i) => n + sizes[i]);
  console.log(`| ${name.replace(/-[0-9a-f]{8,}/, '')} | ${sizes.map(kB).join(' | ')} |`);
}
console.log(`| **all** | ${total.map(kB).join(' | ')} |`);

const address = await serve(dir);
const plain = await serve(dir, { alter: (body, name) => name.endsWith('.html') ? Buffer.from(body.toString().replace(/<script[^>]*>.*?<\/script>/gs, '')) : body });
const browser = await chrome();
async function visit(url, done) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load' });
  const time = await page.evaluate(done);
  await context.close();
  return time;
}
const usable = async () => {
  while (!window.newsprint) await new Promise(resolve => setTimeout(resolve, 1));
  await window.newsprint.ready;
  return new Promise(resolve => requestAnimationFrame(() => resolve(performance.now())));
};
const painted = () => new Promise(resolve => requestAnimationFrame(() => resolve(performance.getEntriesByType('navigation')[0].loadEventEnd || performance.now())));
const [ours, theirs] = [[], []];
for (let i = 0; i < VISITS; i++) {
  ours.push(await visit(address, usable));
  theirs.push(await visit(plain, painted));
}
console.log(`\nusable search box: ${median(ours).toFixed(0)} ms, the same page without any script: ${median(theirs).toFixed(0)} ms, ratio ${(median(ours) / median(theirs)).toFixed(2)} (medians of ${VISITS} visits each, in turn)`);

// Frames begin as soon as there is something to draw, so that what is measured is the work and not the wait for the
// screen's next turn. Each query is typed, and taken away again, ROUNDS times.
const ROUNDS = 15;
const page = await (await (await chrome('--disable-frame-rate-limit', '--disable-gpu-vsync')).newContext({ viewport: { width: 1280, height: 900 } })).newPage();
await page.goto(address);
await page.waitForSelector('html[data-ready]');
const keys = await page.evaluate(async ROUNDS => {
  const box = document.querySelector('[role=searchbox]');
  // Right after the frame, before anything that was put off until then.
  const frame = () => new Promise(resolve => requestAnimationFrame(() => scheduler.postTask(resolve, { priority: 'user-blocking' })));
  const keys = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const query of ['的', '的一', '長', '長廊', '會', '會談', 'a', 'an', '', '中', '中國', '習', '習近', '国', '国家', '']) {
      await frame();
      // Faster than anybody types; what waited for the frame before is done by then.
      await new Promise(resolve => setTimeout(resolve, 80));
      const start = performance.now();
      box.value = query;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await frame();
      keys.push([query, performance.now() - start, document.querySelectorAll('mark').length]);
    }
  }
  return keys;
}, ROUNDS);
const costs = keys.map(([, cost]) => cost);
console.log(`a keystroke until the frame that shows it is painted: median ${median(costs).toFixed(1)} ms, p95 ${quantile(costs, 0.95).toFixed(1)} ms, ${costs.length} keystrokes`);
console.log(`\n| query | hits painted | median |\n|---|--:|--:|`);
for (const [query, , hits] of keys.slice(0, keys.length / ROUNDS)) {
  const own = keys.filter(([key]) => key === query).map(([, cost]) => cost);
  console.log(`| ${query || '(emptied)'} | ${hits} | ${median(own).toFixed(1)} ms |`);
}
if (whereIsLighthouse) {
  for (const form of ['mobile', 'desktop']) console.log(`Lighthouse, ${form}: ${JSON.stringify((await lighthouse(address, form)).scores)}`);
}
await close();
