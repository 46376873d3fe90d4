// An edition is kept whole on the reader's machine, and a newer one comes when the reader asks for it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { folder, fresh, newsprint, onPage, sample, serve } from './harness.mjs';

const kept = page => page.evaluate(async () => {
  await navigator.serviceWorker.ready;
  while (!navigator.serviceWorker.controller) await new Promise(done => setTimeout(done, 20));
  return (await caches.keys()).length;
});

test('after one visit everything works without the server, deep links too', async () => {
  const host = await serve(folder(...sample), { handle: true });
  await onPage(host.url, { allowed: fault => /ERR_CONNECTION_REFUSED/.test(fault) }, async page => {
    assert.equal(await kept(page), 1);
    await host.stop();
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    await page.getByRole('searchbox').first().fill('渡輪');
    await page.waitForSelector('main mark.hit');
    const id = await page.locator('main article').first().getAttribute('id');
    await page.goto(`${host.url}a/${encodeURIComponent(id)}/`);
    await page.waitForSelector('html[data-ready]');
    assert.equal(await page.locator('main article').count(), 1);
    await page.goto(`${host.url}index.html?theme=dark#${id}/p/0`);
    await page.waitForSelector('html[data-ready][data-theme="dark"]');
  });
});

test('a new edition waits until the reader asks for it, and none is mixed with another', async () => {
  const dir = fresh('edition');
  const input = fresh('news.txt');
  const write = text => { fs.writeFileSync(input, text); newsprint('build', input, '-o', dir); };
  write('舊的標題\n\n舊的內文在這裡，說的是昨天的事。\n');
  const { url } = await serve(dir, { handle: true });
  await onPage(url, {}, async page => {
    await kept(page);
    write('新的標題\n\n新的內文在這裡，說的是今天的事。\n');
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    const notice = page.locator('.notice[data-for="edition"]');
    await notice.waitFor();
    assert.match(await page.locator('main').innerText(), /昨天的事/);
    assert.match(await notice.innerText(), /有新的一期/);
    await Promise.all([page.waitForEvent('load'), notice.getByRole('button').click()]);
    await page.waitForSelector('html[data-ready]');
    assert.match(await page.locator('main').innerText(), /今天的事/);
    assert.equal(await kept(page), 1);
    assert.equal(await notice.isVisible(), false);
  });
});

test('an edition that does not come whole is not kept', async () => {
  const dir = folder(...sample);
  const broken = fs.readdirSync(path.join(dir, 'a'))[0];
  let served = false;
  const alter = (body, name) => {
    if (name !== `a/${broken}/index.html`) return body;
    served = true;
    return Buffer.concat([body, Buffer.from(' ')]);
  };
  const url = await serve(dir, { alter });
  await onPage(url, { allowed: fault => /integrity|digest/.test(fault) }, async page => {
    while (!served) await page.waitForTimeout(20);
    await page.waitForFunction(async () => (await caches.keys()).length === 0
      && !(await navigator.serviceWorker.getRegistration())?.installing);
    assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
  });
});

test('the page can be installed', async () => {
  await onPage(await serve(folder(...sample)), {}, async page => {
    const manifest = await page.evaluate(async () => (await fetch(document.querySelector('link[rel=manifest]').href)).json());
    assert.equal(manifest.start_url, './');
    assert.deepEqual(
      manifest.icons.map(icon => `${icon.sizes} ${icon.purpose}`),
      ['192x192 any', '192x192 maskable', '512x512 any', '512x512 maskable'],
    );
    for (const icon of manifest.icons) {
      const size = await page.evaluate(async src => { const image = new Image(); image.src = src; await image.decode(); return image.naturalWidth; }, new URL(icon.src, page.url()).href);
      assert.equal(`${size}x${size}`, icon.sizes);
    }
  });
});

test('the reader can ask what the edition is and have every file checked', async () => {
  await onPage(await serve(folder(...sample)), {}, async page => {
    await page.getByRole('button', { name: '關於本期' }).click();
    const sheet = page.getByRole('dialog');
    assert.match(await sheet.innerText(), /文章\s*\d+/);
    await sheet.getByRole('button', { name: '核對每個檔案' }).click();
    await sheet.getByText('全部相符').waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await sheet.count(), 0);
  });
});

test('on a phone the bar at the thumb leaves the buttons at the foot free', async () => {
  await onPage(await serve(folder(...sample)), { viewport: { width: 320, height: 640 } }, async page => {
    await page.getByRole('button', { name: '關於本期' }).click({ timeout: 5000 });
    await page.getByRole('dialog').waitFor();
  });
});
