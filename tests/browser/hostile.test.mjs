// What others collected to break pages, as articles: through every door it stays text, asks for nothing and breaks no layout.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { closed, elsewhere, folder, fresh, open, root, sample, serve, single } from './harness.mjs';

const corpora = path.join(process.env.NEWSPRINT_SHARED ?? path.join(root, '../shared'), 'corpora/hostile');
const skip = !fs.existsSync(corpora) && 'the shared corpora are not here';

/** Every string as each field of some article, `most` of them spread over the whole list. */
function everywhere(strings, most) {
  const some = strings.filter((_, n) => n % Math.ceil(strings.length / most) === 0);
  const file = `${fresh('hostile')}.jsonl`;
  const at = n => some[n % some.length];
  fs.writeFileSync(file, some.map((string, n) => JSON.stringify({
    id: `${n} ${string}`, title: string, date: at(n + 1), source: at(n + 2), label: at(n + 3), byline: at(n + 4), language: at(n + 5),
    sections: [{ head: at(n + 6), text: `${at(n + 7)}\n\n${at(n + 8)}` }, { head: string, text: string }],
  })).join('\n'));
  return file;
}

const lines = name => fs.readFileSync(path.join(corpora, name), 'utf8').split('\n').filter(line => line.trim());
/** Some of them as the lines of a page. */
function page(strings, most) {
  const file = `${fresh('hostile')}.txt`;
  fs.writeFileSync(file, strings.filter((_, n) => n % Math.ceil(strings.length / most) === 0).join('\n'));
  return file;
}
function editions() {
  const scripts = lines('xss/xss-payload-list.txt'), naughty = JSON.parse(fs.readFileSync(path.join(corpora, 'blns/blns.json'))).filter(Boolean);
  const udhr = fs.readdirSync(path.join(corpora, 'rtl-udhr')).map(name => path.join(corpora, 'rtl-udhr', name));
  return {
    'a page of scripts': [page(scripts, 300)],
    'scripts and naughty strings in every field': [everywhere(scripts, 20), everywhere(naughty, 18)],
    'right to left beside left to right': udhr,
  };
}

/** What a script that ran would have done first. */
const traps = () => { for (const name of ['alert', 'confirm', 'prompt', 'open']) window[name] = () => console.error(`a script ran: ${name}`); };

/** What articles are made of; the mark of a fold is a drawing of ours. */
const MADE_OF = 'a article aside b blockquote button caption code details div em figcaption figure footer h2 h3 h4 h5 h6 header li mark nav ol p path pre section small span strong summary svg table tbody td th thead time tr ul'.split(' ');

async function harmless(view) {
  const found = await view.locator('main').evaluate((main, allowed) => {
    const all = [...main.querySelectorAll('*')];
    return {
      elements: [...new Set(all.map(it => it.localName))].filter(name => !allowed.includes(name)),
      handlers: all.flatMap(it => it.getAttributeNames()).filter(name => /^on|^src|^style$|^formaction/.test(name)),
      links: [...main.querySelectorAll('[href]')].map(it => it.getAttribute('href')).filter(href => !/^(#|https?:|mailto:|\.\.\/)/i.test(href)),
      wide: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
    };
  }, MADE_OF);
  assert.deepEqual(found, { elements: [], handlers: [], links: [], wide: 0 });
}

/** Ways to open an edition behind each door. */
const doors = {
  folder: async inputs => { const url = await serve(folder(...inputs)); return options => open(url, { init: traps, ...options }); },
  'an article\'s own page': async inputs => {
    const dir = folder(...inputs), url = await serve(dir);
    const [name] = fs.readdirSync(path.join(dir, 'a'));
    return options => open(`${url}a/${encodeURIComponent(name)}/`, { init: traps, ...options });
  },
  'one file': async inputs => { const url = pathToFileURL(single(...inputs)).href; return options => open(url, { init: traps, ...options }); },
  'without scripts': async inputs => { const url = await serve(folder(...inputs)); return options => open(url, { ready: false, javaScriptEnabled: false, ...options }); },
  'a sandboxed frame': async inputs => {
    const url = await serve(folder(...inputs));
    const outside = await elsewhere(`<style>body{margin:0}iframe{width:100%;height:600px;border:0}</style><iframe sandbox="allow-scripts" src="${url}?embed=1"></iframe>`);
    return async options => { const page = await open(outside, { around: [url], init: traps, ready: false, ...options }); await page.frames()[1].waitForSelector('html[data-ready]'); return page; };
  },
};

for (const [what, inputs] of Object.entries(skip ? { 'hostile corpora': [] } : editions())) {
  for (const [door, enter] of Object.entries(doors)) {
    test(`${what}: ${door}`, { skip }, async () => {
      const shown = await (await enter(inputs))({ viewport: { width: 1280, height: 800 } });
      const view = shown.frames()[1] ?? shown.mainFrame();
      if (door !== 'without scripts') {
        for (const query of ['<script', 'alert(', '"><', '\u202e']) await view.evaluate(query => newsprint.search(query, { limit: 3 }), query);
      }
      await harmless(view);
      await shown.setViewportSize({ width: 320, height: 640 });
      await harmless(view);
      await closed(shown);
    });
  }
}

test('no address scripts, stores or leads away', { skip }, async () => {
  const url = await serve(folder(...sample));
  const payloads = lines('xss/xss-payload-list.txt').filter((_, n) => n % 800 === 0);
  const page = await open(url, { init: traps });
  const before = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  for (const payload of payloads) {
    const text = encodeURIComponent(payload);
    for (const address of [`?embed=1&theme=${text}&lang=${text}&ui=${text}&article=${text}&entities=${text}`, `#/a/${text}?q=${text}&ent=${text}&card=${text}&fold=${text}&from=${text}`, `#${text}`, `?${text}`]) {
      await page.goto('about:blank');
      await page.goto(url + address);
      await page.waitForSelector('html[data-ready]');
      assert.ok(page.url().startsWith(url));
      await harmless(page.mainFrame());
    }
  }
  assert.equal(await page.evaluate(() => JSON.stringify({ ...localStorage })), before);
  await closed(page);
});
