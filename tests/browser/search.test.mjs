// The one search box: what Ctrl-F means, folded.
import test from 'node:test';
import assert from 'node:assert/strict';
import { folder, onPage, sample, serve } from './harness.mjs';

const site = await serve(folder(...sample));
const box = page => page.getByRole('searchbox').first();
const status = page => page.locator('.find-status').innerText();
const counts = async page => (await status(page)).match(/\d[\d,]*/g)?.map(n => Number(n.replace(',', ''))) ?? [];
const settle = (page, query) => page.waitForFunction(q => location.hash.includes(encodeURIComponent(q)) || decodeURIComponent(location.hash).includes(q), query);

async function type(page, query) {
  await box(page).fill(query);
  await settle(page, query);
  await page.waitForTimeout(700);
}

test('typing filters the articles, counts articles and places, and paints every place', async () => {
  await onPage(site, {}, async page => {
    await type(page, '長廊');
    const marks = await page.locator('main mark.hit').allInnerTexts();
    assert.ok(marks.length > 5 && marks.every(text => text === '長廊'));
    const [articles, places] = await counts(page);
    assert.equal(articles, await page.locator('.story-list > li').count());
    assert.equal(articles, await page.locator('main article:visible').count());
    assert.equal(places, marks.length);
    const text = await page.locator('main').evaluate(main => [...main.querySelectorAll('article')].map(a => a.textContent).join('\n'));
    assert.ok(text.split('長廊').length - 1 >= places);
  });
});

test('script, width and case are folded: a Simplified query finds Traditional text', async () => {
  await onPage(site, {}, async page => {
    for (const [typed, printed] of [['长廊', '長廊'], ['关永年', '關永年'], ['ＨＡＲＲＩＥＴ', 'Harriet'], ['tomas iyer', null]]) {
      await type(page, typed);
      const marks = await page.locator('main mark.hit').allInnerTexts();
      assert.ok(marks.length > 0, typed);
      if (printed) assert.ok(marks.every(mark => mark === printed), `${typed}: ${marks.slice(0, 3)}`);
    }
  });
});

test('Enter and Shift+Enter step through the places and wrap', async () => {
  await onPage(site, {}, async page => {
    await type(page, '關永年');
    const total = await page.locator('main mark.hit').count();
    const current = () => page.evaluate(() => [...document.querySelectorAll('main mark.hit')].findIndex(mark => mark.hasAttribute('data-current')));
    await box(page).press('Enter');
    const first = await current();
    await box(page).press('Enter');
    assert.equal(await current(), (first + 1) % total);
    await box(page).press('Shift+Enter');
    assert.equal(await current(), first);
    for (let i = 0; i < total; i++) await box(page).press('Enter');
    assert.equal(await current(), first);
    assert.ok(await page.locator('main mark.hit[data-current]').first().isVisible());
  });
});

test('a query without an answer says so and offers the way back', async () => {
  await onPage(site, {}, async page => {
    await type(page, '沒有這一句話在裏面');
    assert.equal(await page.locator('.story-list > li').count(), 0);
    assert.ok(await page.locator('.empty').first().isVisible());
    assert.ok(await page.locator('main .nothing').isVisible());
    await page.locator('.empty button').first().click();
    await page.waitForFunction(() => document.querySelectorAll('.story-list > li').length > 0);
  });
});

test('two words mean both; quotation marks mean exactly; a minus means without', async () => {
  await onPage(site, {}, async page => {
    await type(page, '長廊');
    const [all] = await counts(page);
    await type(page, '長廊 羅慕賢');
    const [both] = await counts(page);
    await type(page, '長廊 -羅慕賢');
    const [without] = await counts(page);
    assert.ok(both >= 1 && without >= 1);
    assert.equal(both + without, all);
    await type(page, '"三個舊區"');
    assert.deepEqual(await page.locator('main mark.hit').allInnerTexts(), ['三個舊區']);
  });
});

test('an input method composes in peace', async () => {
  await onPage(site, {}, async page => {
    await box(page).focus();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.imeSetComposition', { text: 'ㄔㄤˊ', selectionStart: 3, selectionEnd: 3 });
    await page.waitForTimeout(150);
    assert.equal(await page.locator('main mark.hit').count(), 0);
    assert.ok(await page.locator('.story-list > li').count() > 1);
    await cdp.send('Input.insertText', { text: '長廊' });
    await page.waitForSelector('main mark.hit');
    // The Enter that ends a composition carries the key code 229 and must step nowhere.
    await box(page).evaluate(input => input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true })));
    assert.equal(await page.locator('main mark.hit[data-current]').count(), 0);
  });
});

test('Escape clears the box', async () => {
  await onPage(site, {}, async page => {
    await type(page, '長廊');
    await box(page).press('Escape');
    await page.waitForFunction(() => !document.querySelector('main mark.hit'));
    assert.equal(await box(page).inputValue(), '');
  });
});

test('a hit inside a name is painted and the name stays a link', async () => {
  await onPage(site, {}, async page => {
    await type(page, '永年');
    const mark = page.locator('main a.mention[data-kind="person"] mark.hit, main mark.hit a.mention').first();
    assert.equal(await mark.count(), 1);
  });
});
