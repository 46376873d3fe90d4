// The views of names: index, relations, timeline, corrections; by pointer, by key, by address, and what they export.
import test from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { folder, fresh, newsprint, onPage, sample, serve, single } from './harness.mjs';

const site = await serve(folder(...sample));
const dated = `${fresh('dated')}.jsonl`;
fs.writeFileSync(dated, Array.from({ length: 60 }, (_, n) => JSON.stringify({
  id: `d${n}`, title: `第${n}號`, date: `2026-${String(1 + n % 6).padStart(2, '0')}-1${n % 3}`,
  text: `${n % 2 ? '香港' : '上海'}和北京的代表在1997年7月1日見面。${n % 3 ? '' : '聯合國派員到東京。'}`,
})).join('\n'));
const months = await serve(folder(dated));

const rows = page => page.locator('.atlas-table tbody tr');
const names = page => page.locator('.atlas-table tbody .kind-name').allInnerTexts();
const drawn = page => page.locator('.atlas-head').waitFor();

test('the index lists every name, with mentions, stories and a bar over time', async () => {
  await onPage(site, {}, async page => {
    await page.locator('.tool-names').click();
    await drawn(page);
    assert.match(page.url(), /view=names/);
    assert.equal(await page.locator('main article:visible').count(), 0);
    const entities = await page.evaluate(() => newsprint.entities());
    const mentioned = entities.filter(entity => entity.mentions).sort((a, b) => b.mentions - a.mentions);
    await rows(page).first().waitFor();
    assert.equal(await rows(page).count(), Math.min(100, mentioned.length));
    const first = await rows(page).first().locator('.atlas-number').allInnerTexts();
    assert.deepEqual(first, [String(mentioned[0].mentions), String(mentioned[0].articles)]);
    assert.ok(await page.locator('.spark-bars').first().getAttribute('d'));
    assert.equal(await page.evaluate(() => document.activeElement.className), 'atlas-heading');
  });
});

test('a name is found as the search finds, by any of its names', async () => {
  await onPage(`${site}#/?view=names`, {}, async page => {
    await drawn(page);
    await page.locator('.atlas input').fill('关永年');
    await page.waitForFunction(() => document.querySelectorAll('.atlas-table tbody tr').length === 1);
    assert.deepEqual(await names(page), ['關永年']);
    await page.locator('.atlas input').fill('loke');
    await page.waitForFunction(() => document.querySelector('.atlas-table tbody .kind-name')?.textContent === 'Harriet Loke');
    await page.locator('.atlas input').fill('無此人');
    await page.waitForFunction(() => document.querySelectorAll('.atlas-table tbody tr').length === 0);
    assert.match(await page.locator('.atlas-line').first().innerText(), /沒有/);
  });
});

test('order and kind stand in the address, and back leads back', async () => {
  await onPage(`${site}#/?view=names`, {}, async page => {
    await drawn(page);
    await page.locator('.atlas-kind[data-kind="person"]').click();
    await page.waitForFunction(() => location.hash.includes('person') && [...document.querySelectorAll('.atlas-table tbody .kind-name')].every(it => it.dataset.kind === 'person'));
    await page.locator('.atlas-sort').first().click();
    await page.waitForFunction(() => document.querySelector('.atlas-wide[aria-sort="ascending"]'));
    const sorted = await names(page);
    assert.deepEqual(sorted, [...sorted].sort(new Intl.Collator('zh-Hant').compare));
    assert.equal(await page.evaluate(() => document.activeElement.dataset.key), 'sort name');
    await page.goBack();
    await page.waitForFunction(() => !document.querySelector('.atlas-wide[aria-sort]'));
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('.atlas-kind[aria-pressed="true"]')?.dataset.kind === undefined);
    await page.reload();
    await drawn(page);
  });
});

test('a name opens its card over the index, and the card leads to the place', async () => {
  await onPage(`${site}#/?view=names`, {}, async page => {
    await drawn(page);
    await page.locator('.atlas-table .kind-name', { hasText: '關永年' }).click();
    const card = page.locator('dialog.card');
    await card.waitFor({ state: 'visible' });
    assert.match(page.url(), /view=names/);
    assert.ok(await card.locator('.card-company a').count() > 2);
    await card.locator('.card-mentions a').first().click();
    await card.waitFor({ state: 'hidden' });
    await page.locator('main article').first().waitFor();
    assert.doesNotMatch(page.url(), /view=/);
  });
});

test('by keyboard alone: there, about, and back', async () => {
  await onPage(site, {}, async page => {
    await page.keyboard.press('n');
    await drawn(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), '關係');
    await page.keyboard.press('Enter');
    await page.locator('.graph').waitFor();
    assert.equal(await page.locator('.atlas-tabs [aria-current="page"]').innerText(), '關係');
    await page.locator('.graph-name').first().focus();
    assert.ok(await page.locator('.arc.is-lit').count() > 0);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash.includes('ent='));
    await page.waitForFunction(() => document.activeElement.getAttribute('aria-pressed') === 'true');
    await page.keyboard.press('n');
    await page.waitForFunction(() => !document.querySelector('.atlas'));
    assert.ok(await page.locator('main article:visible').count() >= 1);
  });
});

test('relations follow the filters, and an arc filters by both its ends', async () => {
  await onPage(`${site}#/?view=graph`, {}, async page => {
    await page.locator('.graph').waitFor();
    const before = await page.locator('.graph-name').allInnerTexts();
    const drawnTwice = await page.locator('.graph').innerHTML();
    await page.reload();
    await page.locator('.graph').waitFor();
    assert.equal(await page.locator('.graph').innerHTML(), drawnTwice);
    assert.ok(before.length > 5 && await page.locator('.arc').count() > 5);
    await page.locator('.arc-reach').first().dispatchEvent('click');
    await page.waitForFunction(() => (location.hash.match(/ent=/g) || []).length === 2);
    await page.locator('.chips .chip').first().waitFor();
    await page.locator('.atlas-count').waitFor();
    await page.getByRole('searchbox').first().fill('長廊');
    await page.waitForFunction(() => location.hash.includes('q='));
    await page.waitForFunction(() => location.hash.includes('view=graph'));
  });
});

test('the table beside says what the arcs say', async () => {
  await onPage(`${site}#/?view=graph`, {}, async page => {
    await page.locator('.atlas-beside summary').click();
    const line = page.locator('.atlas-beside tbody tr').first();
    const [a, b] = await line.locator('.kind-name').allInnerTexts();
    const titles = await page.locator('.arc title').allTextContents();
    assert.ok(titles.some(title => title.includes(a) && title.includes(b)));
    await line.locator('button').click();
    await page.waitForFunction(() => (location.hash.match(/ent=/g) || []).length === 2);
    assert.ok(await page.locator('.atlas-beside').evaluate(it => it.open));
  });
});

test('a bar of the timeline sets the days, and takes them back', async () => {
  await onPage(`${months}#/?view=days`, {}, async page => {
    const bars = page.locator('.bars').first().locator('.bar');
    await bars.first().waitFor();
    assert.equal(await bars.count(), 6);
    await bars.nth(2).click();
    await page.waitForFunction(() => location.hash.includes('from=2026-03&to=2026-03'));
    await page.locator('.bar.is-chosen').waitFor();
    assert.equal((await page.evaluate(() => newsprint.shown())).length ?? 10, 10);
    await page.locator('.bar.is-chosen').click();
    await page.waitForFunction(() => !location.hash.includes('from='));
    await page.locator('.atlas-beside summary').first().click();
    await page.locator('.atlas-beside').first().locator('tbody button').first().click();
    await page.waitForFunction(() => location.hash.includes('from=2026-01'));
  });
});

test('days that the stories speak of are listed, looked at closer, and filter', async () => {
  await onPage(`${site}#/?view=days`, {}, async page => {
    await drawn(page);
    assert.ok(await rows(page).count() > 2);
    const bar = page.locator('.bars').last().locator('.bar').first();
    await bar.click();
    await page.waitForFunction(() => /view=days(:|%3A)/.test(location.hash));
    await page.locator('[data-key="whole"]').click();
    await page.waitForFunction(() => !/view=days(:|%3A)/.test(location.hash));
    await rows(page).first().locator('button').click();
    await page.waitForFunction(() => location.hash.includes('ent=date'));
  });
});

test('what is corrected in the page is the file that the program reads', async () => {
  const dir = fresh('pages');
  fs.mkdirSync(dir);
  for (const file of sample) fs.copyFileSync(file, path.join(dir, path.basename(file)));
  let toml, renamed, dropped;
  await onPage(site, { acceptDownloads: true }, async page => {
    const open = async name => {
      await page.goto(`${site}#/?view=names`);
      await page.locator('.atlas input').fill(name);
      await page.locator('.atlas-table tbody .kind-name').first().waitFor();
      await page.waitForFunction(name => document.querySelector('.atlas-table tbody .kind-name')?.textContent === name, name);
      await page.locator('.atlas-table tbody .kind-name').first().click();
      await page.locator('dialog.card [data-correct]').click();
      await page.locator('form.correct').waitFor();
    };
    const people = (await page.evaluate(() => newsprint.entities())).filter(it => it.kind === 'person' && it.mentions);
    const [rename, drop] = [renamed, dropped] = people.filter(it => /^\p{sc=Han}{3}$/u.test(it.name));
    await open(rename.name);
    await page.locator('form.correct input').first().fill('無名氏');
    await page.keyboard.press('Enter');
    await page.locator('p.correct').waitFor();
    await open(drop.name);
    await page.locator('form.correct button', { hasText: '不是名稱' }).click();
    await page.locator('p.correct a').click();
    await page.locator('.atlas-corrections').waitFor();
    assert.equal(await page.locator('.atlas-corrections li').count(), 2);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-key="save"]').click()]);
    assert.equal(download.suggestedFilename(), 'entities.toml');
    toml = fs.readFileSync(await download.path(), 'utf8');
    assert.equal(toml, await page.locator('.sheet-code').inputValue());
    fs.writeFileSync(path.join(dir, 'entities.toml'), toml);
    const after = newsprint('inspect', '--json', dir);
    assert.match(after, /person:無名氏/);
    assert.ok(!after.includes(`person:${drop.name}"`) && !after.includes(`person:${rename.name}"`));
    // Kept for the next visit, and taken back one by one.
    await page.reload();
    await page.locator('.atlas-corrections').waitFor();
    await page.locator('.atlas-corrections button').first().click();
    await page.waitForFunction(() => document.querySelectorAll('.atlas-corrections li').length === 1);
  });
  // The next edition is made by them.
  await onPage(await serve(folder(dir)), {}, async page => {
    const names = (await page.evaluate(() => newsprint.entities())).map(it => it.name);
    assert.ok(names.includes('無名氏') && !names.includes(dropped.name) && !names.includes(renamed.name));
  });
});

test('two names are made one, and one changes its kind', async () => {
  await onPage(site, {}, async page => {
    const entities = await page.evaluate(() => newsprint.entities());
    const [one, other] = entities.filter(it => it.kind === 'person' && it.mentions);
    const place = entities.find(it => it.kind === 'place' && it.mentions);
    await page.goto(`${site}#/?card=${encodeURIComponent(one.id)}`);
    await page.locator('[data-correct]').click();
    const same = page.locator('form.correct input[list]');
    await same.fill('無此人');
    await page.keyboard.press('Enter');
    assert.match(await page.locator('form.correct [role=alert]').innerText(), /沒有/);
    await same.fill(other.name);
    await page.keyboard.press('Enter');
    await page.locator('p.correct').waitFor();
    await page.goto(`${site}#/?card=${encodeURIComponent(place.id)}`);
    await page.waitForFunction(id => document.querySelector('[data-correct]')?.dataset.correct === id, place.id);
    assert.equal(await page.locator('.correct').count(), 0);
    await page.locator('[data-correct]').click();
    await page.locator('form.correct select').selectOption('');
    await page.locator('form.correct input').nth(1).fill('harbour');
    await page.keyboard.press('Enter');
    await page.locator('p.correct a').click();
    const toml = await page.locator('.sheet-code').inputValue();
    assert.ok(toml.includes(`name = "${other.name}"`) && toml.includes(`"${one.name}"`) && toml.includes('kind = "harbour"'), toml);
  });
});

test('one file, a page from disk and a sandboxed frame have the views too', async () => {
  const file = single(...sample);
  await onPage(`file://${file}#/?view=graph`, {}, async page => { await page.locator('.graph').waitFor(); });
  await onPage(`file://${folder(...sample)}/index.html#/?view=names`, {}, async page => { await rows(page).first().waitFor(); });
  const dir = fresh('around');
  fs.mkdirSync(dir);
  fs.writeFileSync(path.join(dir, 'index.html'), `<!doctype html><title>Around</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" width="1000" height="800" src="${site}?embed=1#/?view=names"></iframe>`);
  await onPage(await serve(dir), { ready: false, allowed: fault => fault.startsWith(`request: ${site}`) }, async page => {
    await page.frameLocator('iframe').locator('.atlas-table tbody tr').first().waitFor();
  });
});

test('where the text is shown alone, nothing leads to the views or corrects', async () => {
  for (const ui of ['article', 'minimal']) {
    await onPage(`${site}?embed=1&ui=${ui}`, {}, async page => {
      assert.equal(await page.locator('.tool-names').count(), 0);
      await page.locator('main .mention[data-kind="person"]').first().click();
      await page.locator('dialog.card').waitFor({ state: 'visible' });
      assert.equal(await page.locator('[data-correct]').count(), 0);
    });
  }
});

test('the views speak the language that is chosen', async () => {
  await onPage(`${site}#/?view=names`, {}, async page => {
    await drawn(page);
    await page.locator('.tool-language').click();
    await page.waitForFunction(() => document.querySelector('.atlas-heading')?.textContent === 'Names');
    assert.ok((await page.locator('.atlas-kind').allInnerTexts()).some(text => text.startsWith('People')));
  });
});

test('marks are by kind, as in books, or none, and the choice is kept', async () => {
  await onPage(site, {}, async page => {
    const line = kind => page.locator(`main .mention[data-kind="${kind}"]`).first().evaluate(it => { const s = getComputedStyle(it); return `${s.textDecorationLine} ${s.textDecorationStyle}`; });
    const button = page.locator('.tool-marks');
    await button.click();
    assert.deepEqual(await Promise.all(['person', 'organisation', 'work', 'date'].map(line)), ['underline solid', 'underline solid', 'underline wavy', 'none solid']);
    assert.match(await button.getAttribute('aria-label'), /專名號/);
    await page.reload();
    await page.waitForSelector('html[data-ready][data-marks="book"]');
    await button.click();
    assert.equal(await line('person'), 'none solid');
    await button.click();
    assert.equal(await line('organisation'), 'underline double');
  });
});

test('without scripts there is an index of names', async () => {
  await onPage(`${site}names/`, { ready: false, javaScriptEnabled: false }, async page => {
    const link = page.locator('.names li', { hasText: '關永年' }).locator('a').first();
    await link.click();
    assert.match(await page.locator('h2.headline').first().innerText(), /./);
  });
  const html = fs.readFileSync(path.join(folder(...sample), 'index.html'), 'utf8');
  assert.match(html, /<a href="names\/">/);
});

test('what fails late leaves a view alone that was drawn meanwhile', async () => {
  await onPage(`${site}#/?view=names`, {}, async page => {
    await page.locator('#atlas .atlas-tabs').waitFor();
    await page.evaluate(() => {
      const { shown } = newsprint;
      newsprint.shown = () => { newsprint.shown = shown; return new Promise((_, fail) => setTimeout(fail, 200, new Error('too late'))); };
      for (let i = 0; i < 2; i++) dispatchEvent(new Event('newsprint:change'));
    });
    await page.waitForTimeout(500);
    assert.equal(await page.locator('#atlas', { hasText: 'too late' }).count(), 0);
    assert.equal(await page.locator('#atlas .atlas-tabs').count(), 1);
  });
});
