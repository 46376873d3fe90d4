// Every door in every browser that is here, and what a reader does behind it. Where the viewer runs, all of it works; where
// it cannot, the text is there to be read, followed and printed. Nowhere is there an error, a report or a stray request.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { elsewhere, folder, fresh, has, newsprint, open, sample, serve, single, started } from './harness.mjs';

const dir = folder(...sample);
const file = pathToFileURL(single(...sample)).href;
const site = await serve(dir);

const { articles } = JSON.parse(newsprint('inspect', '--json', ...sample));
const library = articles.find(article => article.headline.includes('藏書樓重新開門'));
const strings = value => typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(strings);
const texts = articles.flatMap(({ headline, sections, captions }) => [headline,
  ...sections.flatMap(({ heading, blocks }) => strings([heading, blocks.map(({ kind, ...rest }) => rest)])), ...captions.map(it => it.text)]);

/** Without spaces, and with the radicals by which a PDF may write a character made that character again. */
const plain = text => text.normalize('NFKC').replace(/\s/g, '');
function hasEveryText(shown) {
  const all = plain(shown);
  assert.deepEqual(texts.filter(text => !all.includes(plain(text))), []);
}

/** The text of what comes out of the printer. */
async function printed(page) {
  const pdf = fresh('print.pdf');
  // Firefox is told centimetres where Playwright says inches.
  fs.writeFileSync(pdf, await page.pdf(isFirefox(page) ? { width: '21in', height: '29.7in' } : { format: 'A4' }));
  // On paper a link's address stands behind it.
  return execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).replace(/\s*\(https:[^)]*\)/g, '');
}
const isFirefox = page => page.context().browser().browserType().name() === 'firefox';

function isWholeOnPaper(page, shown) {
  if (!isFirefox(page)) return hasEveryText(shown);
  // Firefox's PDF does not say which characters most Han glyphs and ligatures are, so these are counted.
  const latin = texts.filter(text => /^[ -~“”—]+$/.test(text) && !/f[fil]/.test(text)), all = plain(shown);
  assert.ok(latin.length > 5);
  assert.deepEqual(latin.filter(text => !all.includes(plain(text))), []);
  assert.ok(all.length >= plain(texts.join('')).length, `${all.length} characters`);
}

/** What a reader does where the viewer runs. */
const alive = {
  open: async view => {
    assert.equal(await view.locator('main article:visible').count(), articles.length);
    hasEveryText(await view.locator('main').innerText());
  },
  search: async view => {
    await view.getByRole('searchbox').fill('长廊');
    await view.locator('main mark.hit').first().waitFor();
    assert.deepEqual([...new Set(await view.locator('main mark.hit').allInnerTexts())], ['長廊']);
    await view.getByRole('searchbox').fill('');
    await view.locator('main mark.hit').first().waitFor({ state: 'detached' });
  },
  fold: async view => {
    const fold = view.locator('main button.fold').first();
    const body = view.locator(`[id="${await fold.getAttribute('aria-controls')}"]`);
    await fold.click();
    await body.waitFor({ state: 'hidden' });
    await fold.click();
    await body.waitFor({ state: 'visible' });
  },
  entity: async view => {
    const mention = view.locator('main .mention[data-kind="person"]').first();
    const name = await mention.innerText();
    await mention.click();
    const card = view.locator('dialog.card');
    await card.waitFor();
    assert.ok((await card.innerText()).includes(name));
    await card.press('Escape');
    await card.waitFor({ state: 'hidden' });
  },
  'deep link': async view => {
    await view.locator('main mark.hit').first().waitFor();
    await view.waitForFunction(id => { const { top, bottom } = document.getElementById(id).getBoundingClientRect(); return bottom > 0 && top < innerHeight; }, `${library.id}/p/2`);
  },
  'print to PDF': async (view, page) => {
    for (const fold of await view.locator('main button.fold').all()) await fold.click();
    isWholeOnPaper(page, await printed(page));
  },
};

/** What there is for a reader where it cannot run. */
const still = {
  open: alive.open,
  search: async view => {
    assert.equal(await view.getByRole('searchbox').count(), 0, 'no box that finds nothing');
    assert.equal(await view.locator('main article [hidden]').count(), 0, 'the browser finds every text by itself');
  },
  fold: async view => {
    for (const heading of await view.locator('main .subhead').all()) assert.ok(await heading.isVisible());
    assert.equal(await view.locator('main .fold-mark:visible').count(), 0);
  },
  entity: async view => {
    // Without scripts there is no next frame in which the name could be seen to stand still.
    await view.locator('main .mention[data-kind="person"]').first().click({ force: true });
    hasEveryText(await view.locator('main').innerText());
  },
  'deep link': async view => {
    assert.equal(await view.locator('main article').count(), 1);
    assert.ok((await view.locator('main').innerText()).includes(library.headline));
    await view.locator('.story-link').first().click({ force: true });
    await view.waitForURL(url => !url.href.includes(encodeURIComponent(library.id)));
    assert.ok((await view.locator('main').innerText()).includes(articles[0].headline));
  },
  'print to PDF': async (_, page) => isWholeOnPaper(page, await printed(page)),
};

const place = `#/a/${encodeURIComponent(library.id)}/p/2?q=${encodeURIComponent('孤本')}`;
const own = `a/${encodeURIComponent(library.id)}/`;

/** A page that is itself what is looked at. */
const whole = (url, options) => async browser => { const page = await open(url, { browser, ...options }); return { page, view: page }; };

const framed = hash => async browser => {
  const outside = await elsewhere(`<script src="${site}embed.js"></script><iframe sandbox="allow-scripts" width="900" height="600" src="${site}?embed=1${hash}"></iframe>`);
  const page = await open(outside, { browser, around: [site], ready: false });
  const view = page.frames()[1];
  await view.waitForSelector('html[data-ready]');
  return { page, view };
};

const orphaned = hash => async browser => {
  const server = await serve(dir, { handle: true });
  const page = await open(server.url, { browser });
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await server.stop();
  await page.goto('about:blank');
  await page.goto(server.url + hash);
  await page.waitForSelector('html[data-ready]');
  return { page, view: page };
};

/** How each is entered, at its front or at a link; with the preferences, or Chromium's flags, that the browser is started with. */
const doors = {
  'http at a sub-path': { deeds: alive, link: place, enter: at => whole(site + at) },
  'one file from disk': { deeds: alive, link: place, enter: at => whole(file + at) },
  'a sandboxed frame on another origin': { deeds: alive, link: place, enter: framed },
  'after the server died': { deeds: alive, link: place, enter: orphaned },
  'scripts off': { deeds: still, link: own, enter: at => whole(site + at, { javaScriptEnabled: false, ready: false }), firefox: { 'javascript.enabled': false } },
  'WebAssembly off': { deeds: still, link: own, enter: at => whole(site + at, { ready: false }), flags: ['--js-flags=--jitless'], firefox: { 'javascript.options.wasm': false } },
  'storage denied': { deeds: alive, link: place, enter: at => whole(site + at), chromium: { profile: { default_content_setting_values: { cookies: 2 } } }, firefox: { 'network.cookie.cookieBehavior': 2 } },
};

for (const name of ['chromium', 'firefox']) {
  for (const [door, { deeds, link, enter, flags, ...prefs }] of Object.entries(doors)) {
    const inform = fault => door === 'WebAssembly off' && fault.startsWith('console: warning: Newsprint: the viewer did not start');
    test(`${name}, ${door}`, { skip: !has(name) && `${name} is not installed` }, async t => {
      // One visit for what begins at the front, where each deed leaves the page as it was, and one for the link.
      for (const [at, done] of [['', Object.keys(deeds).filter(it => it !== 'deep link')], [link, ['deep link']]]) {
        const { page, view } = await enter(at)(started(name, prefs[name], flags));
        if (door === 'WebAssembly off') await view.locator('.notice:visible').waitFor();
        for (const deed of done) {
          await t.test(deed, async () => {
            await deeds[deed](view, page);
            assert.deepEqual(page.faults.filter(fault => !inform(fault)), []);
          });
        }
        // Firefox does not come back from closing a page whose frame was printed; it ends with the browser.
        const closing = page.context().close().catch(() => {});
        if (name === 'chromium') await closing;
      }
    });
  }
}
