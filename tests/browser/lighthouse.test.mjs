// What Lighthouse says of a folder: everything that does not hang on the machine's speed is without fault. `make bench` measures
// the speed. It is installed by itself (scripts/setup.sh test), since it weighs more than all the rest.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { folder, sample, serve } from './harness.mjs';
import { lighthouse, whereIsLighthouse } from '../lighthouse/run.mjs';

const dir = folder(...sample);
const site = await serve(dir);
const [article] = fs.readdirSync(path.join(dir, 'a'));

for (const [what, address, form] of [['the front page on a phone', site, 'mobile'], ['an article\'s page on a desk', `${site}a/${encodeURIComponent(article)}/`, 'desktop']]) {
  test(`Lighthouse finds nothing wrong with ${what}`, { skip: !whereIsLighthouse && 'Lighthouse is not installed' }, async () => {
    const { scores, faults } = await lighthouse(address, form, ['accessibility', 'best-practices', 'seo']);
    assert.deepEqual(scores, { accessibility: 100, 'best-practices': 100, seo: 100 }, faults.join('\n'));
  });
}
