// The whole reading state is in the URL: send the link, see the same.
import test from 'node:test';
import assert from 'node:assert/strict';
import { folder, onPage, sample, serve } from './harness.mjs';

const site = await serve(folder(...sample));
const state = page => page.evaluate(() => ({
  query: document.querySelector('[role=searchbox]').value,
  stories: [...document.querySelectorAll('.story-list .story-title')].map(e => e.textContent),
  chips: [...document.querySelectorAll('.chip')].map(e => e.textContent),
  folded: [...document.querySelectorAll('button.fold[aria-expanded=false]')].map(e => e.getAttribute('aria-controls')),
  dates: document.querySelectorAll('main .mention[data-kind=date]').length,
  hits: document.querySelectorAll('main mark.hit').length,
}));

test('a link shows the same to the next reader', async () => {
  let link, seen;
  await onPage(site, {}, async page => {
    await page.getByRole('searchbox').first().fill('海港');
    await page.waitForSelector('main mark.hit');
    await page.locator('.kind[data-kind="date"] input').uncheck();
    await page.locator('main button.fold').last().click();
    await page.waitForTimeout(800);
    [link, seen] = [page.url(), await state(page)];
  });
  await onPage(link, {}, async page => {
    await page.waitForTimeout(500);
    assert.deepEqual(await state(page), seen);
  });
});

test('a story opens by its link, and back returns', async () => {
  await onPage(site, {}, async page => {
    const story = page.locator('.story-list .story-link').nth(3);
    const title = (await story.locator('.story-title').innerText()).trim();
    await story.click();
    await page.waitForFunction(() => location.hash.startsWith('#/a/'));
    const id = decodeURIComponent(new URL(page.url()).hash.slice(4)).split(/[/?]/)[0];
    assert.equal((await page.locator(`article[id="${id}"] .headline`).innerText()).trim(), title);
    await page.waitForFunction(id => { const box = document.getElementById(id).getBoundingClientRect(); return box.top < innerHeight && box.bottom > 0; }, id);
    assert.equal(await page.locator('.story[aria-current]').count(), 1);
    await page.goBack();
    await page.waitForFunction(() => !location.hash.startsWith('#/a/'));
  });
});

test('a link to a paragraph brings it into view', async () => {
  await onPage(site, {}, async page => {
    const para = page.locator('main article').nth(2).locator('.para').last();
    await para.hover();
    const href = await para.locator('a.para-link').getAttribute('href');
    const id = await para.getAttribute('id');
    await page.goto(new URL(href, site).href);
    await page.waitForFunction(id => { const box = document.getElementById(id)?.getBoundingClientRect(); return box && box.top >= 0 && box.top < innerHeight; }, id);
  });
});

test('what is typed while the articles are still being drawn stands in the address', async () => {
  // The box of the page that came is replaced by one that works.
  const init = () => {
    let still;
    new MutationObserver((_, self) => {
      const box = document.querySelector('#stories [role=searchbox]');
      still ??= box;
      if (!box || box === still) return;
      self.disconnect();
      setTimeout(() => {
        window.typedEarly = !document.documentElement.hasAttribute('data-ready');
        box.value = '渡輪';
        box.dispatchEvent(new Event('input', { bubbles: true }));
      });
    }).observe(document, { childList: true, subtree: true });
  };
  await onPage(site, { init }, async page => {
    await page.waitForFunction(() => new URLSearchParams(location.hash.split('?')[1]).get('q') === '渡輪');
    await page.waitForSelector('main mark.hit');
    assert.equal(await page.evaluate(() => typedEarly), true);
  });
});

test('nonsense in the URL is ignored', async () => {
  for (const hash of ['#/a/nowhere', '#/a/%ff%fe?q=%', `#/?q=${'長'.repeat(5000)}`, '#javascript:alert(1)', '?theme=%3Cscript%3E#/?hide=nothing&ent=person:nobody&from=yesterday']) {
    await onPage(site + hash, {}, async page => {
      assert.ok(await page.locator('main').isVisible(), hash);
    });
  }
});
