// What is checked by machine of accessibility and layout; the rest is looked at.
import test from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { folder, fresh, onPage, root, sample, serve } from './harness.mjs';

const site = await serve(folder(...sample));
const axe = fs.readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  return violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 140)).join(' | ')}`);
}

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of [{ width: 320, height: 640 }, { width: 1440, height: 900 }]) {
    test(`axe finds nothing at ${viewport.width} px, ${colorScheme}`, async () => {
      await onPage(site, { colorScheme, viewport, bypassCSP: true }, async page => {
        assert.deepEqual(await violations(page), []);
        await page.goto(site + '#/?q=' + encodeURIComponent('長廊'));
        await page.waitForSelector('main mark.hit');
        await page.waitForTimeout(300);
        assert.deepEqual(await violations(page), []);
      });
    });
  }
}

for (const colorScheme of ['light', 'dark']) {
  for (const width of [320, 1440]) {
    test(`axe finds nothing in the views of names at ${width} px, ${colorScheme}, and nothing scrolls sideways`, async () => {
      await onPage(site, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true }, async page => {
        for (const view of ['names', 'graph', 'days', 'corrections']) {
          await page.goto(`${site}#/?view=${view}`);
          await page.locator(`.atlas-tabs [aria-current][href$="${view}"]`).waitFor();
          await page.evaluate(() => document.querySelectorAll('.atlas details').forEach(it => { it.open = true; }));
          assert.deepEqual(await violations(page), [], view);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), view);
        }
      });
    });
  }
}

test('the open card has no violations', async () => {
  await onPage(site, { bypassCSP: true }, async page => {
    await page.locator('main .mention[data-kind="person"]').first().click();
    await page.locator('dialog.card').waitFor({ state: 'visible' });
    await page.waitForTimeout(300);
    assert.deepEqual(await violations(page), []);
    await page.locator('[data-correct]').click();
    await page.locator('form.correct').waitFor();
    assert.deepEqual(await violations(page), []);
  });
});

for (const width of [320, 768, 1100, 1440]) {
  test(`nothing scrolls sideways at ${width} px`, async () => {
    await onPage(site, { viewport: { width, height: 800 } }, async page => {
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    });
  });
}

test('the viewer takes over without moving anything', async () => {
  const init = () => {
    window.shift = 0;
    new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
  };
  for (const width of [375, 1440]) {
    await onPage(site, { init, viewport: { width, height: 800 } }, async page => {
      await page.waitForTimeout(500);
      assert.ok(await page.evaluate(() => window.shift) < 0.01, `${width}: ${await page.evaluate(() => window.shift)}`);
    });
  }
});

test('on a phone the bar at the thumb opens stories, search, outline and entities', async () => {
  await onPage(site, { viewport: { width: 390, height: 844 }, hasTouch: true }, async page => {
    const bar = page.locator('.thumb-bar button');
    assert.equal(await bar.count(), 4);
    for (const [n, panel] of ['.stories', '.find-input', '.outline', '.entities'].entries()) {
      await bar.nth(n).click();
      await page.locator(panel).first().waitFor({ state: 'visible' });
      await page.keyboard.press('Escape');
    }
    for (const button of await bar.all()) {
      const box = await button.boundingBox();
      assert.ok(box.height >= 44 && box.width >= 44);
    }
  });
});

test('panels opening move no text', async () => {
  await onPage(site, { viewport: { width: 390, height: 844 }, hasTouch: true }, async page => {
    const at = () => page.locator('main .headline').first().boundingBox();
    const before = await at();
    await page.locator('.thumb-bar button').first().click();
    await page.waitForTimeout(250);
    assert.deepEqual(await at(), before);
  });
});

test('the pane and the place in it stay while the viewer takes over', async () => {
  const article = 'main article:last-of-type';
  const init = () => addEventListener('DOMContentLoaded', () => {
    document.querySelector('main').stood = true;
    for (const article of document.querySelectorAll('main article')) article.stood = true;
    document.querySelector('main article:last-of-type').scrollIntoView();
    window.was = scrollY;
  });
  await onPage(site, { init }, async page => {
    assert.ok(await page.evaluate(() => document.querySelector('main').stood), 'the pane is the one that was there');
    assert.ok(await page.evaluate(() => [...document.querySelectorAll('main > article')].every(it => !it.stood)), 'every article is the viewer\'s');
    const [was, is] = await page.evaluate(() => [window.was, scrollY]);
    assert.ok(was > 0 && Math.abs(was - is) < 2, `${was} ${is}`);
    const fold = page.locator(`${article} button.fold`).first();
    await fold.click();
    assert.equal(await fold.getAttribute('aria-expanded'), 'false');
    // In another language the page is drawn anew, and nothing is there to be taken over.
    const count = await page.locator('main > article').count();
    const before = await page.evaluate(() => document.documentElement.lang);
    await page.locator('.tool-language').click();
    await page.waitForFunction(lang => document.documentElement.lang !== lang, before);
    assert.equal(await page.locator('main').count(), 1);
    assert.equal(await page.locator('main > article').count(), count);
  });
});

test('a wide table is scrolled on a phone, not cut within its numbers and names', async () => {
  const input = fresh('table.md');
  const row = cells => `| ${cells.join(' | ')} |\n`;
  const heads = ['項目', '金額（百萬元）', '備註', '承辦', '期限', '進度', '覆核'];
  fs.writeFileSync(input, '# 開支\n\n本年開支如下。\n\n' + row(heads) + row(heads.map(() => '---')) + row(['打樁', '120.5', '已完成', '東岸工程有限公司', '2026-06-30', '80%', '張三']));
  await onPage(await serve(folder(input)), { viewport: { width: 390, height: 844 }, bypassCSP: true }, async page => {
    const lines = await page.locator('main :is(th, td)').evaluateAll(cells => cells.map(cell => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return new Set([...range.getClientRects()].map(it => Math.round(it.bottom / 10))).size;
    }));
    // Heads, but for the one that breaks before its bracket; the amount, the share and a name.
    assert.deepEqual([0, 2, 3, 4, 5, 6, 7, 8, 12, 13].map(n => lines[n]), Array(10).fill(1));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.deepEqual(await violations(page), []);
  });
});

test('on paper stands where the page is from, and nothing to press', async () => {
  await onPage(site, {}, async page => {
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const shown = await page.locator('.imprint > *').evaluateAll(all => all.filter(it => it.getClientRects().length).map(it => it.className));
    assert.deepEqual(shown, ['imprint-print']);
  });
});

test('an article may have an id that something else in the page has', async () => {
  const input = fresh('ids.jsonl');
  const ids = ['stories', 'reading', 'app', 'find'];
  fs.writeFileSync(input, ids.map(id => JSON.stringify({ id, title: `The ${id} quay`, text: 'It was built in May.' })).join('\n'));
  await onPage(await serve(folder(input)), {}, async page => {
    assert.equal(await page.locator('main').count(), 1);
    assert.deepEqual(await page.locator('main > article .headline').allInnerTexts(), ids.map(id => `The ${id} quay`));
    await page.getByRole('searchbox').fill('May');
    await page.locator('main mark.hit').nth(3).waitFor();
  });
});
