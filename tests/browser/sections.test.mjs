// Sections that fold without hiding anything from the browser's own find, from links or from a printer.
import test from 'node:test';
import assert from 'node:assert/strict';
import { folder, onPage, sample, serve } from './harness.mjs';

const site = await serve(folder(...sample));
const fold = page => page.locator('main article').first().locator('button.fold').first();
const body = page => page.locator('main article').first().locator('section:has(> .subhead) > .section-body').first();

test('a section folds, says so, and keeps its state in the URL', async () => {
  await onPage(site, {}, async page => {
    assert.equal(await fold(page).getAttribute('aria-expanded'), 'true');
    const panel = await fold(page).getAttribute('aria-controls');
    assert.equal(await body(page).getAttribute('id'), panel);
    await fold(page).click();
    assert.equal(await fold(page).getAttribute('aria-expanded'), 'false');
    assert.equal(await body(page).getAttribute('hidden'), 'until-found');
    assert.match(page.url(), /fold=/);
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    assert.equal(await fold(page).getAttribute('aria-expanded'), 'false');
    await fold(page).press('Enter');
    assert.equal(await fold(page).getAttribute('aria-expanded'), 'true');
    assert.equal(await body(page).getAttribute('hidden'), null);
  });
});

test("the browser's own find opens a folded section", async () => {
  await onPage(site, {}, async page => {
    await fold(page).click();
    await page.evaluate(() => document.querySelector('.section-body[hidden]').dispatchEvent(new Event('beforematch', { bubbles: true })));
    await page.waitForFunction(() => document.querySelector('button.fold').getAttribute('aria-expanded') === 'true');
  });
});

test('folding moves no letter of the heading', async () => {
  await onPage(site, {}, async page => {
    const at = () => page.locator('.subhead-text').first().boundingBox();
    const before = await at();
    await fold(page).click();
    assert.deepEqual(await at(), before);
  });
});

test('a section with a hit opens while the query stands', async () => {
  await onPage(site, {}, async page => {
    await fold(page).click();
    await page.getByRole('searchbox').first().fill('防波堤');
    await page.waitForSelector('main mark.hit');
    await page.waitForFunction(() => document.querySelector('button.fold').getAttribute('aria-expanded') === 'true');
    assert.ok(await page.locator('main mark.hit').first().isVisible());
  });
});

test('all sections fold at once and open at once', async () => {
  await onPage(site, {}, async page => {
    const states = () => page.locator('main button.fold').evaluateAll(all => all.map(b => b.getAttribute('aria-expanded')));
    await page.locator('.fold-all').first().click();
    assert.ok((await states()).some(state => state === 'false'));
    await page.locator('.fold-all').first().click();
    assert.ok((await states()).every(state => state === 'true'));
  });
});

test('what is folded is printed', async () => {
  await onPage(site, {}, async page => {
    await fold(page).click();
    await page.emulateMedia({ media: 'print' });
    assert.ok(await body(page).isVisible());
  });
});
