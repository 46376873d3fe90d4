// Lighthouse in the Chromium that is here. `node tests/lighthouse/run.mjs URL…` prints the scores of each page.
import fs from 'node:fs';
import path from 'node:path';

const modules = path.join(import.meta.dirname, 'node_modules');
export const whereIsLighthouse = fs.existsSync(path.join(modules, 'lighthouse')) && modules;

const chromium = process.env.CHROMIUM ?? ['chromium', 'chromium-browser', 'google-chrome']
  .flatMap(name => (process.env.PATH ?? '').split(':').map(dir => path.join(dir, name)))
  .find(file => fs.existsSync(file));
const ALL = ['performance', 'accessibility', 'best-practices', 'seo'];

/** The scores of a page, of a hundred, and what took points; `form` is `mobile` or `desktop`. */
export async function lighthouse(url, form = 'mobile', onlyCategories = ALL) {
  const { default: run, desktopConfig } = await import('lighthouse');
  const { launch } = await import(path.join(modules, 'chrome-launcher/dist/index.js'));
  const chrome = await launch({ chromePath: chromium, chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic'] });
  try {
    const { lhr } = await run(url, { port: chrome.port, onlyCategories, logLevel: 'silent' }, form === 'desktop' ? desktopConfig : undefined);
    const scores = Object.fromEntries(Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]));
    const faults = Object.values(lhr.categories).flatMap(category => category.auditRefs.filter(it => it.weight > 0).map(it => lhr.audits[it.id]))
      .filter(({ score }) => score !== null && score < 0.995)
      .map(({ id, score, displayValue, details }) => `${id}: ${score} ${displayValue ?? ''} ${JSON.stringify(details?.items ?? []).slice(0, 300)}`);
    return { scores, faults };
  } finally {
    await chrome.kill();
  }
}

if (process.argv[1] === import.meta.filename) {
  for (const url of process.argv.slice(2)) {
    for (const form of ['mobile', 'desktop']) {
      const { scores, faults } = await lighthouse(url, form);
      console.log(`${form}: ${Object.entries(scores).map(([name, score]) => `${name} ${score}`).join(', ')}`);
      for (const fault of faults) console.log(`  ${fault}`);
    }
  }
}
