// The door for scripts: `window.newsprint`.
import test from 'node:test';
import assert from 'node:assert/strict';
import { folder, newsprint as program, onPage, sample, serve } from './harness.mjs';

const site = await serve(folder(...sample));

test('search answers with counts of all and hits up to the limit', async () => {
  await onPage(site, {}, async page => {
    const answer = await page.evaluate(async () => { await newsprint.ready; return newsprint.search('长廊', { limit: 3 }); });
    assert.equal(answer.hits.length, 3);
    assert.ok(answer.places > 3 && answer.articles >= 1);
    for (const hit of answer.hits) {
      assert.deepEqual(Object.keys(hit).sort(), ['article', 'excerpt', 'paragraph', 'section', 'title']);
      assert.match(hit.excerpt + hit.title, /長廊/);
    }
    const all = await page.evaluate(() => newsprint.search('长廊'));
    assert.equal(all.hits.length, all.places);
    assert.deepEqual(await page.evaluate(() => newsprint.search('')), { articles: 0, places: 0, loose: false, hits: [] });
  });
});

test('articles and entities are listed, and an article opens', async () => {
  await onPage(site, {}, async page => {
    const articles = await page.evaluate(() => newsprint.articles());
    assert.equal(articles.length, await page.locator('.story-list > li').count());
    const entities = await page.evaluate(() => newsprint.entities());
    assert.ok(entities.some(entity => entity.name === '關永年' && entity.kind === 'person'));
    await page.evaluate(id => newsprint.open(id), articles[2].id);
    await page.waitForFunction(() => location.hash.startsWith('#/a/'));
    assert.ok(decodeURIComponent(page.url()).includes(articles[2].id));
    const refused = await page.evaluate(() => newsprint.open('nowhere').then(() => 'opened', error => String(error)));
    assert.match(refused, /nowhere/);
  });
});

test('the program gives the same answers as the page', async () => {
  await onPage(site, {}, async page => {
    for (const query of ['長廊', '关永年', 'harbour OR 海港', '海港 -長廊', 'person:關永年', 'title:海', 'date:2026..', '誰在夜裏的市場看見海港的長廊？', '沒有這一句']) {
      const printed = JSON.parse(program('search', '--json', '--limit', '7', ...sample, query));
      assert.deepEqual(await page.evaluate(q => newsprint.search(q, { limit: 7 }), query), printed, query);
    }
  });
});

test('absurd queries are answered', async () => {
  await onPage(site, {}, async page => {
    for (const query of ['\u202e\u0000', '"', '-', 'OR OR OR', '。，、', 'x'.repeat(100000), '\ud800', '(((((', 'date:', 'person:']) {
      const answer = await page.evaluate(q => newsprint.search(q, { limit: 1 }), query);
      assert.equal(typeof answer.places, 'number', query.slice(0, 10));
    }
  });
});
