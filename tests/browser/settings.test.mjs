// Theme, language, keyboard: by the browser's word, by hand, and kept only where they may be.
import test from 'node:test';
import assert from 'node:assert/strict';
import { folder, onPage, sample, serve } from './harness.mjs';

const site = await serve(folder(...sample));
/** Whether the paper is dark, as it is painted: the first pixel of the page, read through a canvas. */
async function isDark(page) {
  const png = await page.screenshot({ clip: { x: 0, y: 0, width: 2, height: 2 } });
  const blank = await page.context().newPage();
  const light = await blank.evaluate(async bytes => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(2, 2).getContext('2d');
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((a, b) => a + b);
  }, [...png]);
  await blank.close();
  return light < 384;
}

test('the theme follows the system and then the reader', async () => {
  await onPage(site, { colorScheme: 'dark' }, async page => {
    assert.ok(await isDark(page));
  });
  await onPage(site, { colorScheme: 'light' }, async page => {
    assert.ok(!await isDark(page));
    for (let i = 0; i < 3 && !await isDark(page); i++) await page.locator('.tool-theme').click();
    assert.ok(await isDark(page));
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    assert.ok(await isDark(page));
  });
});

test('a theme that a URL brings is shown and never stored', async () => {
  await onPage(site + '?theme=dark', {}, async page => {
    assert.ok(await isDark(page));
    await page.goto(site);
    await page.waitForSelector('html[data-ready]');
    assert.ok(!await isDark(page));
  });
});

test('the interface speaks the browser\'s language, and another by hand', async () => {
  await onPage(site, { locale: 'zh-HK' }, async page => {
    assert.match(await page.locator('html').getAttribute('lang'), /^zh-Hant/);
    assert.match(await page.locator('.find-input').getAttribute('placeholder'), /[\u4e00-\u9fff]/);
  });
  await onPage(site, { locale: 'en-GB' }, async page => {
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    assert.match(await page.locator('.find-input').getAttribute('placeholder'), /[a-z]/);
    await page.locator('.tool-language').click();
    await page.waitForFunction(() => document.documentElement.lang.startsWith('zh-Hant'));
  });
});

test('the keyboard reaches the box, the stories and the help', async () => {
  await onPage(site, {}, async page => {
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName);
    await page.keyboard.press('/');
    assert.equal(await focused(), 'searchbox');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    assert.equal(await focused(), 'searchbox');
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press(']');
    await page.waitForFunction(() => location.hash.startsWith('#/a/'));
    await page.keyboard.press('?');
    await page.locator('dialog.help').waitFor({ state: 'visible' });
    await page.keyboard.press('Escape');
    await page.locator('dialog.help').waitFor({ state: 'hidden' });
  });
});

test('without an open story, the keys lead on from the one that is read', async () => {
  await onPage(site, {}, async page => {
    const ids = await page.locator('main > article').evaluateAll(all => all.map(it => it.id));
    await page.locator('main > article').nth(3).evaluate(it => scrollTo(0, it.offsetTop + it.offsetHeight / 2));
    await page.keyboard.press(']');
    await page.waitForFunction(id => location.hash === `#/a/${id}`, ids[4]);
  });
});

test('the first Tab offers to skip to the text, and focus can be seen', async () => {
  await onPage(site, {}, async page => {
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement.matches('.skip')));
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab');
      const ring = await page.evaluate(() => {
        // A box may show the focus of the field in it, as an outline or a shadow of its own.
        const seen = element => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
          return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
        };
        return seen(document.activeElement) || seen(document.activeElement.parentElement);
      });
      assert.ok(ring, await page.evaluate(() => document.activeElement.outerHTML.slice(0, 120)));
    }
  });
});
