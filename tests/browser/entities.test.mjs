// Who and what the articles speak of: marks, switches, the card.
import test from 'node:test';
import assert from 'node:assert/strict';
import { folder, onPage, sample, serve } from './harness.mjs';

const site = await serve(folder(...sample));

test('mentions are marked by kind, each knowing its entity', async () => {
  await onPage(site, {}, async page => {
    const kinds = await page.locator('main .mention').evaluateAll(all => all.map(m => m.dataset.kind));
    for (const kind of ['person', 'place', 'organisation', 'work', 'date', 'quantity']) assert.ok(kinds.includes(kind), kind);
    assert.ok(await page.locator('main .mention').evaluateAll(all => all.every(m => m.dataset.entity)));
  });
});

test('kinds are told apart without colour', async () => {
  await onPage(site, {}, async page => {
    const line = kind => page.locator(`main .mention[data-kind="${kind}"]`).first().evaluate(m => getComputedStyle(m).textDecorationStyle);
    assert.equal(await line('person'), 'solid');
    assert.equal(await line('work'), 'wavy');
    assert.equal(await line('date'), 'dotted');
    assert.equal(await line('organisation'), 'double');
  });
});

test('a kind is switched off and on, with its count', async () => {
  await onPage(site, {}, async page => {
    const marked = () => page.locator('main .mention[data-kind="date"]').count();
    const before = await marked();
    const toggle = page.locator('.kind[data-kind="date"]');
    assert.match(await toggle.innerText(), /\d/);
    await toggle.locator('input').uncheck();
    await page.waitForFunction(() => !document.querySelector('main .mention[data-kind="date"]'));
    assert.match(page.url(), /hide=date/);
    await toggle.locator('input').check();
    await page.waitForFunction(n => document.querySelectorAll('main .mention[data-kind="date"]').length === n, before);
  });
});

test('an entity opens a card with every mention in context, each a link', async () => {
  await onPage(site, {}, async page => {
    const name = page.locator('main .mention[data-kind="person"]', { hasText: '關永年' }).first();
    const id = await name.getAttribute('data-entity');
    await name.click();
    const card = page.locator('dialog.card');
    await card.waitFor({ state: 'visible' });
    assert.equal(await card.locator('.card-name').innerText(), '關永年');
    const mentions = card.locator('.card-mentions a');
    assert.equal(await mentions.count(), await page.locator(`main .mention[data-entity~="${id}"]`).count());
    assert.match(page.url(), /card=/);
    const last = mentions.last();
    assert.match(await last.innerText(), /關永年/);
    await last.click();
    await card.waitFor({ state: 'hidden' });
    assert.match(page.url(), /#\/a\//);
    await page.goBack();
    await card.waitFor({ state: 'visible' });
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
  });
});

test('a card can narrow the articles to those that mention it', async () => {
  await onPage(site, {}, async page => {
    await page.locator('main .mention[data-kind="person"]', { hasText: '關永年' }).first().click();
    await page.locator('.card-filter').click();
    await page.waitForFunction(() => location.hash.includes('ent='));
    const shown = await page.locator('main article:visible').allInnerTexts();
    assert.ok(shown.length >= 1 && shown.every(text => text.includes('關永年')));
    assert.equal(await page.locator('.chips .chip', { hasText: '關永年' }).count(), 1);
  });
});
