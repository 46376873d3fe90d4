// `newsprint serve`: the page that is open shows what the files say now.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
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

test('a page reloads when its article changes, and keeps the last edition while one cannot be read', async t => {
  const dir = fresh('articles');
  fs.mkdirSync(dir);
  const write = text => fs.writeFileSync(path.join(dir, 'news.txt'), `${text}\n\n南灣的渡輪今日照常行駛。\n`);
  write('舊的標題');
  const server = spawn(program, ['serve', dir, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
  t.after(() => server.kill());
  await onPage(await address(server), {}, async page => {
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
