// A large edition: the page fetches what it needs, from any host.
import test from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { folder, fresh, onPage, serve, single } from './harness.mjs';

const count = 700;
const input = `${fresh('large')}.jsonl`;
const line = n => JSON.stringify({
  id: `p${n}`, title: `第${n}號公告`, date: `2026-0${1 + n % 9}-11`, label: ['港口', '郵政', '燈塔'][n % 3], source: `Desk ${n % 4}`,
  sections: [{ head: '', text: `第${n}次天氣報告。${'今天多雲，明天有雨，請帶雨傘出門；南灣與北灣的渡輪照常行駛。'.repeat(8)}\nReport ${n} of the harbour office.` }],
});
fs.writeFileSync(input, Array.from({ length: count }, (_, n) => line(n)).join('\n'));
const dir = folder(input);

// A host with ranges, which can be told to lose some files.
let lost = () => false;
// Or to fail for some.
let failing = () => false;
// Or to keep some waiting.
let held = () => false;
const requests = [];
const ranged = http.createServer(async (request, response) => {
  const name = decodeURIComponent(new URL(request.url, 'http://x').pathname).replace(/\/$/, '/index.html');
  const file = path.join(dir, name);
  if (!fs.existsSync(file) || lost(name)) return response.writeHead(404).end();
  if (failing(name)) return response.writeHead(503).end();
  const body = fs.readFileSync(file);
  const type = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' }[path.extname(file)] ?? 'application/octet-stream';
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  const part = range ? body.subarray(+range[1], +range[2] + 1) : body;
  requests.push({ name, bytes: part.length });
  while (held(name) && !response.destroyed) await new Promise(go => setTimeout(go, 20));
  response.writeHead(range ? 206 : 200, { 'content-type': type, 'content-length': part.length, ...(range && { 'content-range': `bytes ${range[1]}-${range[2]}/${body.length}` }) });
  response.end(part);
});
await new Promise(done => ranged.listen(0, '127.0.0.1', done));
test.after(() => { ranged.closeAllConnections(); ranged.close(); });
const site = `http://127.0.0.1:${ranged.address().port}/`;

const queries = ['天', '天氣', '渡輪照常', '第12', 'harbour', 'arbou', 'Report 699', '"office."', '天氣 -第1', 'title:號公告', 'date:2026-03', '沒有的字', '雨傘 Report'];
const answers = page => page.evaluate(queries => Promise.all(queries.map(query => newsprint.search(query, { limit: 15 }))), queries);

test('with ranges, without, and from one file the answers are the same', async () => {
  let all;
  await onPage(site, {}, async page => { all = await answers(page); });
  assert.equal(all[1].articles, count);
  assert.equal(all[0].places, count * 17);
  assert.equal(all[6].hits[0].article, 'p699');
  await onPage(await serve(dir), {}, async page => assert.deepEqual(await answers(page), all));
  const file = single(input);
  await onPage(`file://${file}`, {}, async page => assert.deepEqual(await answers(page), all));
});

test('a folder opened from disk has everything too', async () => {
  await onPage(`file://${dir}/index.html`, {}, async page => {
    assert.equal((await page.evaluate(() => newsprint.search('天氣', { limit: 1 }))).articles, count);
  });
});

test('nothing that can be typed or pasted breaks the search', async () => {
  await onPage(site, {}, async page => {
    const answers = await page.evaluate(async count => {
      const all = ['天', '天氣 ', '"', '- ', 'OR ', '。', 'title:', '\ud800', '天\udc00氣', '\u202e天\u2066'].map(text => text.repeat(count / text.length));
      const answers = [];
      for (const query of [...all, '天\ud800氣', '\ud800', '\u202e天氣\u2069']) answers.push((await newsprint.search(query, { limit: 1 })).articles);
      return answers;
    }, 100_000);
    assert.equal(answers.at(-1), count);
  });
});

test('a query costs a few parts, not the edition', async () => {
  requests.length = 0;
  await onPage(site, {}, async page => {
    await page.evaluate(() => newsprint.search('渡輪照常', { limit: 5 }));
    const parts = requests.filter(({ name }) => name.endsWith('.bin'));
    assert.ok(parts.length <= 8 && parts.reduce((sum, { bytes }) => sum + bytes, 0) < 120_000, JSON.stringify(parts));
  });
});

test('stories are listed as their heads come, and open', async () => {
  await onPage(site, {}, async page => {
    assert.equal(await page.locator('.story-list > li').count(), 32);
    await page.getByRole('searchbox').first().fill('Report 699');
    await page.waitForFunction(() => document.querySelector('.story-title')?.textContent === '第699號公告');
    await page.waitForSelector('main mark.hit');
    assert.equal(await page.locator('main .headline').innerText(), '第699號公告');
    await page.getByRole('searchbox').first().fill('');
    await page.waitForFunction(() => document.querySelectorAll('.story-list > li').length === 32);
    await page.locator('.stories .more').click();
    await page.waitForFunction(() => document.querySelectorAll('.story-list > li').length === 64);
    await page.evaluate(() => newsprint.open('p650'));
    await page.waitForFunction(() => document.querySelector('main .headline')?.textContent.includes('650'));
    assert.equal((await page.evaluate(() => newsprint.articles())).length, count);
  });
});

test('filters stand there at once, count what the query leaves, and cost no heads', async () => {
  requests.length = 0;
  const option = (page, name) => page.locator('.facet-option', { hasText: name });
  const counted = async (page, name) => Number(await option(page, name).locator('.count').innerText());
  await onPage(site, {}, async page => {
    await option(page, '郵政').waitFor();
    assert.equal(await counted(page, '郵政'), 233);
    await page.getByRole('searchbox').first().fill('title:第1');
    const numbers = Array.from({ length: count }, (_, n) => n).filter(n => `${n}`.startsWith('1'));
    await page.waitForFunction(n => document.querySelector('.find-status').textContent.includes(n), numbers.length);
    assert.equal(await counted(page, '郵政'), numbers.filter(n => n % 3 === 1).length);
    await option(page, '郵政').locator('input').check();
    await option(page, 'Desk 1').locator('input').check();
    const left = numbers.filter(n => n % 3 === 1 && n % 4 === 1).length;
    await page.waitForFunction(n => document.querySelectorAll('.story-list > li').length === n, left);
    const parts = requests.filter(({ name }) => name.endsWith('.bin'));
    assert.ok(parts.reduce((sum, { bytes }) => sum + bytes, 0) < 60_000, JSON.stringify(parts));
    // What is set stands in the address, and is there again for whoever follows it.
    const address = page.url();
    assert.match(address, /label=/);
    requests.length = 0;
    await page.reload();
    await page.waitForFunction(n => document.querySelectorAll('.story-list > li').length === n, left);
  });
});

test('a query that is typed over is given up', async () => {
  await onPage(site, {}, async page => {
    await page.locator('.facet-option').first().waitFor();
    const failed = [];
    page.on('requestfailed', request => failed.push(`${request.failure().errorText} ${request.url()}`));
    held = name => name.endsWith('.bin');
    await page.getByRole('searchbox').first().fill('渡輪照常');
    await page.waitForTimeout(150);
    assert.equal(await page.locator('.find-status').getAttribute('aria-busy'), 'true');
    await page.getByRole('searchbox').first().fill('雨傘出門');
    await page.waitForTimeout(150);
    held = () => false;
    await page.waitForFunction(() => document.querySelector('main mark.hit')?.textContent === '雨傘出門');
    assert.ok(failed.length > 0 && failed.every(text => text.startsWith('net::ERR_ABORTED')), failed.join('\n'));
    await page.waitForFunction(() => !document.querySelector('.find-status').hasAttribute('aria-busy'));
    // What was given up comes when it is wanted after all.
    await page.getByRole('searchbox').first().fill('渡輪照常');
    await page.waitForFunction(() => document.querySelector('main mark.hit')?.textContent === '渡輪照常');
  });
});

test('a word that is not there leads to one that is', async () => {
  await onPage(site, {}, async page => {
    for (const [typed, meant] of [['harbor', 'harbour'], ['渡船照常', '渡輪照常']]) {
      await page.getByRole('searchbox').first().fill(typed);
      await page.locator('.nearest button', { hasText: meant }).click();
      await page.waitForFunction(meant => document.querySelector('main mark.hit')?.textContent === meant, meant);
    }
  });
});

test('a link to an article far down the list leads there', async () => {
  await onPage(`${site}#/a/p640`, {}, async page => {
    await page.waitForFunction(() => document.querySelector('main .headline')?.textContent.includes('640'));
  });
});

test('a part that does not come is told by its name, and tried again', async () => {
  const allowed = fault => fault.includes('404');
  await onPage(site, { allowed }, async page => {
    await page.waitForTimeout(300);
    lost = name => name.endsWith('.bin');
    await page.getByRole('searchbox').first().fill('渡輪照常');
    await page.waitForSelector('.notice:visible');
    assert.match(await page.locator('.notice:visible').first().innerText(), /part (index|long|tally)-\d+ did not come/);
    const failed = await page.evaluate(() => newsprint.search('渡輪照').then(() => '', error => error.message));
    assert.match(failed, /part (index|long|tally)-\d+ did not come: 404/);
    lost = () => false;
    await page.locator('.notice:visible button').click();
    await page.waitForSelector('main mark.hit');
    assert.equal(await page.locator('.notice:visible').count(), 0);
  });
});

test('a host that fails once is asked for parts all the same', async () => {
  await onPage(site, { allowed: fault => fault.includes('503') }, async page => {
    await page.waitForTimeout(300);
    let failures = 1;
    failing = name => name.endsWith('.bin') && failures-- > 0;
    requests.length = 0;
    for (const query of ['渡輪照常', '雨傘出門', 'harbour office']) await page.evaluate(query => newsprint.search(query, { limit: 1 }), query);
    const sizes = requests.filter(({ name }) => name.endsWith('.bin')).map(({ name, bytes }) => bytes === fs.statSync(path.join(dir, name)).size);
    assert.ok(failures < 1 && sizes.filter(whole => whole).length <= 1 && sizes.length > 3, JSON.stringify(requests));
  });
});

/** The id of an entity, told by a page of its own, since asking for it brings all of them. */
async function someEntity() {
  let id;
  await onPage(site, {}, async page => { [{ id }] = await page.evaluate(() => newsprint.entities()); });
  return encodeURIComponent(id);
}
const headline = (page, text) => page.waitForFunction(text => document.querySelector('main .headline')?.textContent.includes(text), text);

test('what comes when the reader has gone elsewhere is not opened any more', async () => {
  const entity = await someEntity();
  const wished = async (page, ...hashes) => {
    await page.locator('.facet-option').first().waitFor();
    held = name => name.endsWith('.bin');
    for (const hash of hashes) {
      await page.evaluate(hash => { if (hash) location.hash = hash; else history.back(); }, hash);
      await page.waitForTimeout(150);
    }
    held = () => false;
    await page.waitForTimeout(700);
  };
  await onPage(`${site}#/a/p3`, {}, async page => {
    await wished(page, `#/a/p3?card=${entity}`, '');
    assert.equal(await page.locator('dialog[open]').count(), 0);
    assert.equal(new URL(page.url()).hash, '#/a/p3');
  });
  await onPage(site, {}, async page => {
    await wished(page, '#/a/p640', '#/a/p5');
    await headline(page, '第5號');
    assert.match(page.url(), /#\/a\/p5$/);
  });
});

test('what did not come is told, and what it was wanted for done after all', async () => {
  const entity = await someEntity();
  const notice = page => page.locator('.notice:visible');
  await onPage(site, { allowed: fault => fault.includes('404') }, async page => {
    await page.locator('.facet-option').first().waitFor();
    for (const [hash, came] of [[`#/?card=${entity}`, () => page.locator('dialog.card[open] .card-name').waitFor()], ['#/a/p640', () => headline(page, '640')]]) {
      lost = name => name.endsWith('.bin');
      await page.evaluate(hash => { location.hash = hash; }, hash);
      await notice(page).waitFor();
      assert.match(await notice(page).innerText(), /did not come: 404/);
      lost = () => false;
      await notice(page).getByRole('button').click();
      await came();
      assert.equal(await notice(page).count(), 0);
    }
  });
});

test('an article whose text does not come says why', async () => {
  await onPage(site, { allowed: fault => fault.includes('404') }, async page => {
    await page.locator('.facet-option').first().waitFor();
    lost = name => name.endsWith('.bin');
    await page.evaluate(() => { location.hash = '#/a/p31'; });
    await page.locator('.notice:visible').waitFor();
    assert.match(await page.locator('.notice:visible').innerText(), /part text-\d+ did not come: 404/);
    lost = () => false;
    await page.locator('.notice:visible button').click();
    await headline(page, '第31號');
  });
});

test('it is kept offline when the reader asks for it, and not before', async () => {
  const host = await serve(dir, { handle: true });
  await onPage(host.url, { allowed: fault => /ERR_CONNECTION_REFUSED/.test(fault) }, async page => {
    await page.evaluate(() => newsprint.search('Report 9'));
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    await page.getByRole('button', { name: '關於本期' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: '留存本期' }).click();
    await sheet.getByText('已留存').waitFor();
    await host.stop();
    for (const address of ['', '#/a/p640', 'a/p50/']) {
      await page.goto('about:blank');
      await page.goto(host.url + address);
      await page.waitForSelector('html[data-ready]');
      assert.equal((await page.evaluate(() => newsprint.search('Report 699', { limit: 1 }))).hits[0].article, 'p699');
    }
  });
});
