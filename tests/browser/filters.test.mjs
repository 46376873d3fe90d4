// Filters narrow together, count what is shown, and are taken back one by one.
import test from 'node:test';
import assert from 'node:assert/strict';
import { folder, onPage, sample, serve } from './harness.mjs';

const site = await serve(folder(...sample));
const stories = page => page.locator('.story-list > li').count();

async function openFacets(page) {
  for (const button of await page.locator('.facet-title button[aria-expanded="false"]').all()) await button.click();
}

test('a label narrows the list; its count is what it promises; the chip takes it back', async () => {
  await onPage(site, {}, async page => {
    await openFacets(page);
    const all = await stories(page);
    const option = page.locator('.facet-option', { hasText: '特寫' }).first();
    const promised = Number(await option.locator('.count').innerText());
    await option.locator('input').check();
    await page.waitForFunction(n => document.querySelectorAll('.story-list > li').length === n, promised);
    assert.ok(promised < all);
    await page.locator('.chips .chip').first().click();
    await page.waitForFunction(n => document.querySelectorAll('.story-list > li').length === n, all);
  });
});

test('counts follow the query', async () => {
  await onPage(site, {}, async page => {
    await openFacets(page);
    const count = () => page.locator('.facet-option', { hasText: '特寫' }).first().locator('.count').innerText();
    const before = Number(await count());
    await page.getByRole('searchbox').first().fill('關永年');
    await page.waitForSelector('main mark.hit');
    await page.waitForTimeout(300);
    assert.ok(Number(await count()) < before);
  });
});

test('filters and query narrow together and each is taken back', async () => {
  await onPage(site, {}, async page => {
    await openFacets(page);
    await page.getByRole('searchbox').first().fill('海港');
    await page.waitForSelector('main mark.hit');
    const queried = await stories(page);
    await page.locator('.facet-option', { hasText: '特寫' }).first().locator('input').check();
    await page.waitForFunction(n => document.querySelectorAll('.story-list > li').length < n, queried);
    const both = await stories(page);
    await page.goBack();
    await page.waitForFunction(n => document.querySelectorAll('.story-list > li').length === n, queried);
    await page.goForward();
    await page.waitForFunction(n => document.querySelectorAll('.story-list > li').length === n, both);
  });
});

test('stories that come back are the same, and stand in their order', async () => {
  await onPage(site, {}, async page => {
    const order = () => page.locator('main article').evaluateAll(all => all.map(article => article.id));
    const before = await order();
    await page.evaluate(() => { for (const article of document.querySelectorAll('main article')) article.same = true; });
    const box = page.locator('[role=searchbox]');
    for (const query of ['長廊', '沒有這樣的字', '圖書館', 'ferry', '']) {
      await box.fill(query);
      await page.waitForFunction(query => new URLSearchParams(location.hash.split('?')[1]).get('q') === (query || null), query);
      const ids = await order();
      assert.deepEqual(ids, before.filter(id => ids.includes(id)), query);
    }
    assert.deepEqual(await order(), before);
    assert.ok(await page.locator('main article').evaluateAll(all => all.every(article => article.same)));
  });
});
