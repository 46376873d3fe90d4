// `newsprint serve`: the page that is open shows what the files say now.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import zlib from 'node:zlib';
import { fresh, onPage, program } from './harness.mjs';

/** The address that a started server says. */
function address(server) {
  return new Promise((found, failed) => {
    let said = '';
    server.stdout.on('data', data => {
      said += data;
      const url = /http:\S+/.exec(said);
      if (url) found(url[0]);
    });
    server.on('exit', () => failed(new Error(`the server ended: ${said}`)));
  });
}

/** Serves a folder until the test ends; its address. */
function served(t, dir) {
  const server = spawn(program, ['serve', dir, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
  t.after(() => server.kill());
  return address(server);
}

/** A grey picture of 30 by 30 pixels. */
function png(shade) {
  const chunk = (name, content) => {
    const body = Buffer.concat([Buffer.from(name), content]), ends = Buffer.alloc(8);
    ends.writeUInt32BE(content.length);
    ends.writeUInt32BE(zlib.crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.from([0, 0, 0, 30, 0, 0, 0, 30, 8, 0, 0, 0, 0]);
  const rows = Buffer.concat(Array.from({ length: 30 }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(30, shade)])));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', zlib.deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

test('a page reloads when its article changes, and keeps the last edition while one cannot be read', async t => {
  const dir = fresh('articles');
  fs.mkdirSync(dir);
  const write = text => fs.writeFileSync(path.join(dir, 'news.txt'), `${text}\n\n南灣的渡輪今日照常行駛。\n`);
  write('舊的標題');
  await onPage(await served(t, dir), {}, async page => {
    assert.equal(await page.locator('main .headline').innerText(), '舊的標題');
    write('新的標題');
    await page.locator('main .headline', { hasText: '新的標題' }).waitFor();
    fs.writeFileSync(path.join(dir, 'newsprint.toml'), 'title = ');
    write('更新的標題');
    fs.writeFileSync(path.join(dir, 'newsprint.toml'), 'title = "南灣早報"');
    await page.locator('main .headline', { hasText: '更新的標題' }).waitFor();
    await page.locator('.masthead-title', { hasText: '南灣早報' }).waitFor();
  });
});

test('a page that was on its way while another edition was built is loaded again', async t => {
  const dir = fresh('articles');
  fs.mkdirSync(dir);
  const write = text => fs.writeFileSync(path.join(dir, 'news.txt'), `${text}\n\n南灣的渡輪今日照常行駛。\n`);
  write('舊的標題');
  const url = await served(t, dir);
  await onPage(url, {}, async page => {
    let go;
    const held = new Promise(done => { go = done; });
    await page.route('**/.newsprint/reload.js', async route => { await held; await route.continue(); });
    const reloaded = page.reload();
    await page.locator('main .headline', { hasText: '舊的標題' }).waitFor();
    write('新的標題');
    while (!(await (await fetch(url)).text()).includes('新的標題')) await page.waitForTimeout(50);
    go();
    await reloaded;
    await page.locator('main .headline', { hasText: '新的標題' }).waitFor();
  });
});

test('a picture that is replaced is shown, and so is what comes in a new folder', async t => {
  const dir = fresh('articles'), beside = path.join(dir, 'pictures');
  fs.mkdirSync(beside, { recursive: true });
  const pier = shade => fs.writeFileSync(path.join(beside, 'pier.png'), png(shade));
  const news = path.join(dir, 'news.md');
  fs.writeFileSync(news, '# 碼頭\n\n南灣的渡輪今日照常行駛。\n\n![碼頭](pictures/pier.png)\n');
  pier(60);
  for (const source of [dir, news]) {
    await onPage(await served(t, source), {}, async page => {
      const shown = () => page.locator('main img').getAttribute('src');
      const before = await shown();
      pier(200);
      await page.waitForFunction(before => document.querySelector('main img')?.getAttribute('src') !== before, before);
      pier(60);
      await page.waitForFunction(before => document.querySelector('main img')?.getAttribute('src') === before, before);
    });
  }
  await onPage(await served(t, dir), {}, async page => {
    const later = path.join(dir, 'later');
    fs.mkdirSync(later);
    for (const title of ['夜市開張', '夜市延期']) {
      await page.waitForTimeout(400);
      fs.writeFileSync(path.join(later, 'market.txt'), `${title}\n\n今晚六時。\n`);
      await page.locator('main .headline', { hasText: title }).waitFor();
    }
  });
});
