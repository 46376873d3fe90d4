// In another's page: what the address asks for, the height that is told, what the page around may ask, and the helper.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { closed, elsewhere, folder, fresh, newsprint, onPage, open, root, sample, serve } from './harness.mjs';

const inFrame = async (page, selector = 'html[data-ready]') => {
  const frame = page.frames()[1];
  await frame.waitForSelector(selector);
  return frame;
};

test('the address says what a frame shows', async () => {
  const url = await serve(folder(...sample));
  await onPage(`${url}?embed=1&ui=article&theme=dark&lang=en&title=0&entities=person,place`, {}, async page => {
    assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    assert.equal(await page.locator('.masthead-title').isVisible(), false);
    assert.equal(await page.locator('.rail-start').isVisible(), false);
    const kinds = await page.evaluate(() => [...new Set([...document.querySelectorAll('main .mention')].map(it => it.dataset.kind))]);
    assert.ok(kinds.length > 0 && kinds.every(kind => ['person', 'place'].includes(kind)), kinds.join());
    assert.equal(await page.locator('.imprint').isVisible(), false);
  });
});

test('an article in the query is opened, since some hosts cut the hash off', async () => {
  const url = await serve(folder(...sample));
  const page = await open(url);
  const { id } = (await page.evaluate(() => window.newsprint.articles()))[1];
  await closed(page);
  await onPage(`${url}?embed=1&article=${encodeURIComponent(id)}`, {}, async page => {
    assert.deepEqual(await page.locator('main article').evaluateAll(all => all.map(it => it.id)), [id]);
  });
});

for (const sandbox of [null, 'allow-scripts']) {
  test(`a frame ${sandbox ? 'without an origin' : 'of another origin'} tells its height and does what it is asked`, async () => {
    const url = await serve(folder(...sample));
    const frame = `<iframe name="one" ${sandbox ? `sandbox="${sandbox}"` : ''} src="${url}?embed=1&ui=article" style="width:600px;height:300px;border:0"></iframe>`;
    const page = await open(await elsewhere(`<script>told = []; onmessage = event => told.push(event.data)</script>${frame}`), { around: [url], ready: false });
    const inside = await inFrame(page);
    await page.waitForFunction(() => told.some(it => it.type === 'newsprint:resize' && it.v === 1 && it.id === 'one' && it.height > 300));
    assert.ok(await page.evaluate(() => told.some(it => it.sentinel === 'amp' && it.type === 'embed-size')));
    assert.ok(await page.evaluate(() => told.some(it => it.type === 'iframe-resized')));
    const ask = message => page.evaluate(async message => {
      told.length = 0;
      frames[0].postMessage(message, '*');
      for (let i = 0; i < 50 && !told.some(it => it.type === 'newsprint:done'); i++) await new Promise(done => setTimeout(done, 20));
      return told.find(it => it.type === 'newsprint:done')?.done;
    }, message);
    assert.equal(await ask({ type: 'newsprint:theme', theme: 'dark' }), true);
    await inside.waitForSelector('html[data-theme="dark"]');
    assert.equal(await ask({ type: 'newsprint:theme', theme: 'url(x)' }), false);
    assert.equal(await ask({ type: 'newsprint:search', query: '渡輪' }), true);
    await inside.waitForSelector('mark.hit');
    assert.equal(await ask({ type: 'newsprint:search', query: {} }), false);
    assert.equal(await ask({ type: 'newsprint:goto', article: 'no such' }), false);
    assert.equal(await ask({ type: 'newsprint:elsewhere' }), undefined);
    assert.equal(await ask('newsprint:search'), undefined);
    await closed(page);
  });
}

test('the helper is below a kilobyte, makes the frame and sizes it', async () => {
  const dir = folder(...sample);
  assert.ok(fs.statSync(`${dir}/embed.js`).size < 1024);
  const url = await serve(dir);
  const page = await open(await elsewhere(`<script src="${url}embed.js"></script><newsprint-embed src="${url}" ui="minimal" theme="dark" onload="x"></newsprint-embed>`), { around: [url], ready: false });
  const inside = await inFrame(page, 'html[data-ready][data-theme="dark"]');
  assert.equal(await inside.locator('.masthead').isVisible(), false);
  await page.waitForFunction(() => parseFloat(document.querySelector('iframe').style.height) > 640);
  await closed(page);
});

test('the helper may stand in a page twice, and leaves the frames of others as they are', async () => {
  const url = await serve(folder(...sample));
  const snippet = `<script src="${url}embed.js"></script><newsprint-embed src="${url}" ui="minimal"></newsprint-embed>`;
  const tall = `data:text/html,<script>parent.postMessage({type:'newsprint:resize',height:9000},'*')</script>`;
  const page = await open(await elsewhere(`<iframe src="${tall}" height="100"></iframe>${snippet}${snippet}`), { around: [url], ready: false });
  // The second is below the screen, once the first has its height, and browsers draw nothing there.
  await page.waitForFunction(() => [...document.querySelectorAll('newsprint-embed iframe')].filter(it => parseFloat(it.style.height) > 640).length === 2);
  assert.equal(await page.locator('iframe').first().evaluate(it => it.offsetHeight < 200), true);
  await closed(page);
});

/** The examples of docs/embedding.md, each with the edition beside it. */
const examples = path.join(root, 'docs/examples/embed');
async function example(name, body) {
  const dir = fresh('examples');
  fs.cpSync(examples, dir, { recursive: true });
  fs.cpSync(folder(...sample), path.join(dir, 'site'), { recursive: true });
  await onPage(`${await serve(dir)}${name}`, { ready: false }, async page => body(page, await inFrame(page)));
}

test('the examples run: a frame and nothing else', async () => {
  await example('frame.html', async (page, inside) => {
    await inside.getByRole('searchbox').fill('渡輪');
    await inside.waitForSelector('mark.hit');
    assert.equal((await page.locator('iframe').boundingBox()).height, 640);
  });
});

test('the examples run: as high as its text', async () => {
  await example('element.html', async (page, inside) => {
    const height = () => inside.evaluate(() => document.getElementById('app').getBoundingClientRect().height);
    await page.waitForFunction(height => document.querySelector('iframe').offsetHeight >= height, await height());
    assert.equal(await inside.locator('.masthead-title').isVisible(), false);
    assert.equal(await page.locator('iframe').getAttribute('title'), 'The edition');
  });
});

test('the examples run: without the helper, and asking for things', async () => {
  await example('messages.html', async (page, inside) => {
    await page.waitForFunction(() => document.querySelector('iframe').offsetHeight > 640);
    await page.getByLabel('Search in the frame').fill('渡輪');
    await inside.waitForSelector('mark.hit');
    await page.getByLabel('Colours').selectOption('dark');
    await inside.waitForSelector('html[data-theme="dark"]');
    await page.locator('output', { hasText: 'newsprint:theme: done' }).waitFor();
  });
});

test('every example is in the documentation', () => {
  const docs = fs.readFileSync(path.join(root, 'docs/embedding.md'), 'utf8');
  for (const name of fs.readdirSync(examples).filter(name => name.endsWith('.html'))) assert.ok(docs.includes(`examples/embed/${name}`), name);
});

test('the sheet writes the snippet for what is chosen, and shows it', async () => {
  const url = await serve(folder(...sample));
  await onPage(url, {}, async page => {
    await page.getByRole('button', { name: '嵌入' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('顏色').selectOption('dark');
    await sheet.getByLabel('內容').selectOption({ index: 1 });
    const code = await sheet.getByLabel('程式碼').inputValue();
    assert.match(code, /^<iframe src="[^"]+\?embed=1&amp;article=[^"]+theme=dark"/);
    assert.doesNotMatch(code, /\n/);
    const frame = page.frames()[1];
    await frame.waitForSelector('html[data-ready][data-theme="dark"]');
  });
});

test('the sheet opens whatever the address says, on the article that is open', async () => {
  const url = await serve(folder(...sample));
  const page = await open(url);
  const { id } = (await page.evaluate(() => window.newsprint.articles()))[1];
  await closed(page);
  for (const [hash, article] of [['#%', ''], ['#nowhere', ''], ['#/?q=天', ''], [`#${encodeURIComponent(id)}`, id], [`#/a/${encodeURIComponent(id)}/p/1?q=天`, id]]) {
    await onPage(url + hash, {}, async page => {
      await page.getByRole('button', { name: '嵌入' }).click();
      assert.equal(await page.getByRole('dialog').getByLabel('內容').inputValue(), article, hash);
    });
  }
});

test('with an address of its own, each article says how to embed it', async () => {
  const dir = fresh('oembed');
  newsprint('build', ...sample, '-o', dir, '--base-url', 'https://news.example/');
  await onPage(await serve(dir), { ready: false }, async page => {
    const [name] = fs.readdirSync(`${dir}/a`);
    await page.goto(`${page.url()}a/${encodeURIComponent(name)}/`);
    const href = await page.getAttribute('link[type="application/json+oembed"]', 'href');
    assert.equal(href, `https://news.example/a/${encodeURIComponent(name)}/oembed.json`);
    const oembed = JSON.parse(fs.readFileSync(`${dir}/a/${name}/oembed.json`));
    assert.equal(oembed.type, 'rich');
    assert.match(oembed.html, /^<iframe src="https:\/\/news\.example\/a\/[^"]+\?embed=1/);
  });
});
