// What Mozilla's Readability makes of saved pages: `node readability.mjs FOLDER` reads every NAME.source.html
// and prints {NAME: {html, title, byline}} as JSON.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';

const folder = process.argv[2];
const ending = '.source.html';
const found = {};
for (const file of readdirSync(folder).filter((file) => file.endsWith(ending)).sort()) {
  const html = readFileSync(join(folder, file), 'utf8');
  // The address that Readability's own tests give their pages; nothing is fetched.
  const { window } = new JSDOM(html, { url: 'http://fakehost/test/page.html', virtualConsole: new VirtualConsole() });
  const article = new Readability(window.document).parse();
  found[file.slice(0, -ending.length)] = {
    html: article?.content ?? '',
    title: article?.title ?? '',
    byline: article?.byline ?? '',
  };
  window.close();
}
process.stdout.write(JSON.stringify(found));
