// What a reader sees before doing anything: every story of the page, set as a newspaper sets it.
import test from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { folder, onPage, root, sample, serve } from './harness.mjs';

test('a newspaper page becomes its stories', async () => {
  await onPage(await serve(folder(sample[0])), {}, async page => {
    const headlines = await page.locator('main article h2.headline').allInnerTexts();
    assert.deepEqual(headlines.map(text => text.replace(/\s+/g, ' ').trim()), [
      '海濱長廊全線貫通 市民一路走到東',
      '海濱事務委員會：三項工作未完',
      '一條長廊改變三個舊區 租金與人情此消彼長',
      '潮水退去 老船員認得舊碼頭',
      '長廊開放安排要點',
    ]);
    const first = page.locator('main article').first();
    assert.equal(await first.locator('.kicker').innerText(), '三十年分段建成 昨起可由堅尼地城步行至筲箕灣');
    assert.equal(await first.locator('.subhead').count(), 2);
    assert.match(await first.locator('.caption').innerText(), /遠處為鯉魚門。/);
    assert.equal(await page.locator('main article').nth(2).locator('.tag').innerText(), '專家解讀');
    assert.match(await page.locator('main article').nth(2).locator('.byline').innerText(), /海港日報記者 沈若蘭 北角報道/);
    assert.equal(await page.locator('main article').nth(1).locator('.list > li').count(), 3);
  });
});

test('a paragraph that the layout broke in two is one again', async () => {
  await onPage(await serve(folder(sample[0])), {}, async page => {
    const text = await page.locator('main').innerText();
    assert.ok(text.includes('工程曾三度因颱風停工'));
  });
});

test('every article of every input is there, under its own id, in its own language', async () => {
  await onPage(await serve(folder(...sample)), {}, async page => {
    const articles = page.locator('main article');
    assert.equal(await articles.count(), await page.locator('.story-list > li').count());
    const ids = await articles.evaluateAll(all => all.map(a => a.id));
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.every(Boolean));
    assert.ok(await page.locator('main article[lang="en"]').count() >= 1);
  });
});

test('Markdown keeps its table, quotation, list and link', async () => {
  await onPage(await serve(folder(sample[2])), {}, async page => {
    assert.equal(await page.locator('main table tr').count(), 5);
    assert.equal(await page.locator('main blockquote').count(), 1);
    assert.equal(await page.locator('main .list > li').count(), 3);
    const link = page.locator('main a[href="https://example.org/tides"]');
    assert.match(await link.getAttribute('rel'), /noopener/);
  });
});

test('the founding page shows its five stories', { skip: !fs.existsSync(path.join(root, '../shared/corpora/founding-page')) && 'the shared corpora are not here' }, async () => {
  const corpus = path.join(root, '../shared/corpora/founding-page');
  const gold = JSON.parse(fs.readFileSync(path.join(corpus, 'gold.json'), 'utf8'));
  await onPage(await serve(folder(path.join(corpus, 'page.txt'))), {}, async page => {
    const shown = await page.locator('main article h2.headline').allInnerTexts();
    assert.deepEqual(shown.map(s => s.replace(/\s+/g, ' ').trim()), gold.stories.map(story => story.headline));
    for (const [n, story] of gold.stories.entries()) {
      const text = (await page.locator('main article').nth(n).evaluate(article => article.textContent)).replace(/\s+/g, '');
      for (const section of story.sections) for (const block of section.blocks) for (const string of block.items ?? [block.text]) {
        assert.ok(text.includes(string.replace(/\s+/g, '')), string.slice(0, 20));
      }
    }
  });
});
