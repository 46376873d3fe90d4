// One build, three doors, and what each does when something is missing: no door shows a blank page.
import test from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { closed, elsewhere, folder, fresh, newsprint, onPage, open, sample, serve, single } from './harness.mjs';

const articlesThere = page => page.locator('main article:visible').count();

async function works(page) {
  await page.getByRole('searchbox').first().fill('长廊');
  await page.waitForSelector('main mark.hit');
  await page.locator('main .mention[data-kind="person"]').first().click();
  await page.locator('dialog.card').waitFor({ state: 'visible' });
  await page.keyboard.press('Escape');
  await page.locator('main button.fold:visible').first().click();
  assert.ok(await page.locator('main button.fold[aria-expanded="false"]').count() >= 1);
}

test('the single file works from disk, with nothing fetched', async () => {
  await onPage(pathToFileURL(single(...sample)).href, {}, works);
});

test('the single file and its links work when opened at a deep link from disk', async () => {
  const url = pathToFileURL(single(...sample)).href;
  await onPage(url + '#/?q=' + encodeURIComponent('關永年'), {}, async page => {
    await page.waitForSelector('main mark.hit');
  });
});

/** A page on another origin that shows `src` in a sandboxed frame; answers with the frame. */
async function framed(src, sandbox, body) {
  const page = await open(await elsewhere(`<iframe id="f" width="800" height="900" sandbox="${sandbox}" src="${src}"></iframe>`), { around: [src], ready: false });
  const frame = await (await page.waitForSelector('#f')).contentFrame();
  await frame.waitForSelector('html[data-ready]', { timeout: 20000 });
  await body(frame);
  await closed(page);
}

test('the single file works in a frame without an origin or storage', async () => {
  const file = single(...sample);
  const at = await serve(path.dirname(file));
  await framed(at + path.basename(file), 'allow-scripts', async frame => {
    await frame.getByRole('searchbox').first().fill('長廊');
    await frame.waitForSelector('main mark.hit');
  });
});

test('the folder works in a frame on somebody else\'s page', async () => {
  const at = await serve(folder(...sample));
  await framed(`${at}?embed=1`, 'allow-scripts allow-same-origin', async frame => {
    await frame.getByRole('searchbox').first().fill('長廊');
    await frame.waitForSelector('main mark.hit');
  });
});

test('storage that throws is done without', async () => {
  const init = () => {
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
  };
  await onPage(await serve(folder(...sample)), { init }, works);
});

test('without scripts every article is there to read', async () => {
  await onPage(await serve(folder(...sample)), { javaScriptEnabled: false, ready: false }, async page => {
    assert.equal(await articlesThere(page), await page.locator('.story-list > li').count());
    assert.match(await page.locator('main').innerText(), /規矩不必先寫好/);
  });
});

test('without WebAssembly the page says so and every article is there to read', async () => {
  await onPage(await serve(folder(...sample)), { ready: false, init: () => { delete window.WebAssembly; }, allowed: fault => fault.startsWith('console: warning: Newsprint: the viewer did not start') }, async page => {
    const notice = page.locator('.notice:visible');
    await notice.first().waitFor();
    assert.match(await notice.first().innerText(), /WebAssembly/);
    assert.match(await page.locator('main').innerText(), /規矩不必先寫好/);
  });
});

const magic = Buffer.from('newsprint');
/** Serves the site with the embedded pack altered by `change(wasm, offset of the section's payload)`. */
const altered = change => serve(folder(...sample), {
  alter: (body, name) => {
    if (!name.endsWith('.wasm')) return body;
    const wasm = Buffer.from(body);
    change(wasm, wasm.lastIndexOf(magic) + magic.length);
    return wasm;
  },
});

for (const [what, change] of [
  ['damaged', (wasm, at) => { for (let i = 0; i < 64; i++) wasm[Math.floor(at + (wasm.length - at) * i / 64)] ^= 0xff; }],
  ['of another version', (wasm, at) => { wasm.fill(0xee, at + 4, at + 16); }],
]) {
  test(`a pack that is ${what} gives a clear notice over the readable page`, async () => {
    await onPage(await altered(change), { ready: false, allowed: fault => fault.startsWith('console: error') }, async page => {
      const notice = page.locator('.notice:visible').first();
      await notice.waitFor();
      assert.ok((await notice.innerText()).trim().length > 10);
      assert.match(await page.locator('main').innerText(), /規矩不必先寫好/);
    });
  });
}

for (const how of ['at once', 'in a promise']) {
  test(`a viewer that breaks ${how} says so over the readable page`, async () => {
    await onPage(await serve(folder(...sample)), { allowed: fault => /unreachable/.test(fault) }, async page => {
      await page.evaluate(how => {
        // A module of one function that stops as a broken viewer does (WebAssembly Core Specification, 5.5).
        const module = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11));
        const { f } = new WebAssembly.Instance(module).exports;
        if (how === 'at once') setTimeout(f); else Promise.resolve().then(f);
      }, how);
      const notice = page.locator('.notice[data-for="viewer"]');
      await notice.waitFor();
      assert.equal(await notice.getAttribute('role'), 'alert');
      assert.match(await page.locator('main').innerText(), /規矩不必先寫好/);
      await Promise.all([page.waitForEvent('load'), notice.getByRole('button').click()]);
      await page.waitForSelector('html[data-ready]');
      assert.equal(await notice.count(), 0);
    });
  });
}

test('one file is one document', () => {
  const html = fs.readFileSync(single(...sample), 'utf8');
  for (const tag of ['html', 'head', 'body']) assert.equal(html.match(new RegExp(`<${tag}[ >]`, 'g')).length, 1, tag);
});

test('one file is at most 1.4 times the gzip size of its parts', () => {
  const html = fs.readFileSync(single(...sample), 'utf8');
  const assets = path.join(folder(...sample), 'assets');
  const gzip = bytes => gzipSync(bytes, { level: 9 }).length;
  // The folder's glue, wasm, style, and views of names with their style; the text and the loader stand in the file as they are.
  const packed = fs.readdirSync(assets).filter(name => /^(viewer|style|atlas)-.*\.(js|wasm|css)$/.test(name)).map(name => gzip(fs.readFileSync(path.join(assets, name))));
  const text = html.replace(/<style>[^]*?<\/style>/, '').replace(/<script type="application[^]*?<\/script>/g, '');
  const parts = [...packed, gzip(text)].reduce((sum, bytes) => sum + bytes);
  assert.ok(Buffer.byteLength(html) <= 1.4 * parts, `${Buffer.byteLength(html)} bytes, parts ${parts}`);
});

test('hostile text stays text behind every door', async () => {
  const input = fresh('hostile.jsonl');
  const text = '</script><script>window.owned=1</script>\n<img src=x onerror="window.owned=2">\n<!-- \u202e gnp.exe ]]> &lt;b&gt; {{7*7}} javascript:alert(1)';
  fs.writeFileSync(input, JSON.stringify({ id: 'x"><script>window.owned=3</script>', title: '<svg onload=window.owned=4>', date: '2026-01-01', text }) + '\n');
  for (const url of [await serve(folder(input)), pathToFileURL(single(input)).href]) {
    await onPage(url, {}, async page => {
      assert.equal(await page.evaluate(() => window.owned), undefined);
      assert.match(await page.locator('main').innerText(), /<img src=x onerror/);
      await page.getByRole('searchbox').first().fill('<script>');
      await page.waitForSelector('main mark.hit');
      assert.equal(await page.evaluate(() => window.owned), undefined);
    });
  }
});

test('the program refuses an empty folder with a way out', () => {
  const empty = fresh('empty');
  fs.mkdirSync(empty);
  assert.throws(() => newsprint('build', empty, '-o', fresh('never')), error => /no articles/i.test(error.stderr) && error.status === 1);
});
