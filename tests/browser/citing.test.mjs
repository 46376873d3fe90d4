// What a reader takes along from a story, and where the story leads on to.
import test from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { folder, fresh, onPage, sample, serve } from './harness.mjs';

const site = await serve(folder(...sample));
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const copied = page => page.evaluate(() => navigator.clipboard.readText());

/** Selects `length` characters of the first text node in the first element that `selector` names. */
const select = (page, selector, length) => page.evaluate(([selector, length]) => {
  const element = document.querySelector(selector);
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  getSelection().setBaseAndExtent(text, 0, text, Math.min(length, text.length));
  return getSelection().toString();
}, [selector, length]);

test('a citation names author, headline, source, day and address', async () => {
  await onPage(site, clipboard, async page => {
    const article = page.locator('main article').first();
    await article.locator('.cite').click();
    await page.waitForSelector('.cite[data-copied]');
    const text = await copied(page);
    const id = await article.getAttribute('id');
    assert.match(text, /〈海濱長廊全線貫通 市民一路走到東〉，.+，\d{4}年\d{1,2}月\d{1,2}日。http/);
    assert.ok(text.endsWith(`#${encodeURIComponent(id)}`), text);
  });
});

test('words that are selected are quoted, and the address is their paragraph', async () => {
  await onPage(site, clipboard, async page => {
    const words = await select(page, 'main article .para', 12);
    await page.locator('main article').first().locator('.cite').click();
    await page.waitForSelector('.cite[data-copied]');
    const text = await copied(page);
    assert.ok(text.startsWith(`「${words.trim()}」\n`), text);
    assert.match(text, /#.+\/p\/\d+$/);
  });
});

test('what is selected in one story is not quoted from another', async () => {
  await onPage(site, clipboard, async page => {
    await select(page, 'main article .para', 12);
    await page.locator('main article').nth(1).locator('.cite').click();
    await page.waitForSelector('.cite[data-copied]');
    assert.match(await copied(page), /〈海濱事務委員會：三項工作未完〉/);
    assert.doesNotMatch(await copied(page), /「/);
  });
});

test('where the clipboard is closed to the page, the older way serves', async () => {
  const init = () => { navigator.clipboard.writeText = () => Promise.reject(new Error('denied')); };
  await onPage(site, { ...clipboard, init }, async page => {
    await page.locator('main article').first().locator('.cite').click();
    await page.waitForSelector('.cite[data-copied]');
    assert.match(await copied(page), /〈海濱長廊全線貫通/);
  });
});

test('a story that stands alone leads to those before and after it', async () => {
  const dir = folder(...sample);
  const own = fs.readdirSync(`${dir}/a`).length;
  assert.ok(own > 2);
  await onPage(site, {}, async page => {
    assert.equal(await page.locator('.ways-on').count(), 0, 'the next story stands below');
    const titles = await page.locator('.story-title').allInnerTexts();
    const ids = await page.locator('main article').evaluateAll(all => all.map(a => a.id));
    await page.goto(`${site}?ui=article#/a/${encodeURIComponent(ids[1])}`);
    await page.waitForSelector('.ways-on');
    assert.equal(await page.locator('.way[rel=prev] .way-title').innerText(), titles[0]);
    await page.locator('.way[rel=next]').click();
    await page.waitForFunction(id => document.querySelector('main article').id === id, ids[2]);
    assert.equal(await page.locator('.way[rel=prev] .way-title').innerText(), titles[1]);
  });
});

test('the nameplate leads back to the beginning', async () => {
  await onPage(site, {}, async page => {
    await page.locator('.story-link').nth(3).click();
    await page.locator('[role=searchbox]').fill('海');
    await page.waitForFunction(() => location.hash.includes('q='));
    await page.locator('.masthead-home').click();
    await page.waitForFunction(() => !location.hash && !scrollY);
    assert.equal(await page.locator('[role=searchbox]').inputValue(), '');
    await page.goBack();
    await page.waitForFunction(() => location.hash.includes('q='));
  });
});

test("a story's own page leads to the front page", async () => {
  const dir = folder(...sample);
  const name = fs.readdirSync(`${dir}/a`)[0];
  await onPage(`${site}a/${encodeURIComponent(name)}/`, {}, async page => {
    await page.locator('.masthead-home').click();
    await page.waitForURL(url => !url.pathname.includes('/a/'));
    await page.waitForSelector('html[data-ready]');
  });
});

test('a story in Arabic runs from right to left, its neighbour does not', async () => {
  const file = fresh('pages.jsonl');
  const lines = [
    { id: 'port', title: 'الميناء يفتح أبوابه', source: 'المرفأ', date: '2026-05-20', text: 'افتتح الميناء القديم أبوابه للزوار صباح اليوم بعد سنوات من العمل.' },
    { id: 'tide', title: 'The tide is out', date: '2026-05-20', text: 'The old port opened its gates this morning after years of work.' },
  ];
  fs.writeFileSync(file, lines.map(line => JSON.stringify(line)).join('\n'));
  await onPage(await serve(folder(file)), {}, async page => {
    const way = selector => page.locator(selector).evaluate(it => getComputedStyle(it).direction);
    assert.equal(await way('#port'), 'rtl');
    assert.equal(await way('#tide'), 'ltr');
    assert.equal(await way('.masthead'), 'ltr');
    // What the interface says is not turned round: the number of words stands before their name, the day before its year.
    const order = (place, pattern) => place.evaluate((it, pattern) => {
      const at = it.textContent.match(pattern).indices.slice(1).map(([start, end]) => {
        const range = document.createRange();
        range.setStart(it.firstChild, start);
        range.setEnd(it.firstChild, end);
        return range.getBoundingClientRect().left;
      });
      return at[0] < at[1];
    }, pattern);
    assert.equal(await order(page.locator('#port .byline-length'), /(\d+) (\p{L}+)/du), true);
    assert.equal(await order(page.locator('.story-meta', { hasText: 'المرفأ' }), /(\d+) (\p{L}+)/du), true);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0);
  });
});
