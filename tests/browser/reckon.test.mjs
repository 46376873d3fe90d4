// What the views of names are drawn from (src/site/atlas/reckon.js): no page is needed to try it.
import test from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { fresh, newsprint, root } from './harness.mjs';

const script = fs.readFileSync(path.join(root, 'src/site/atlas/reckon.js'), 'utf8');
const { tally, stretches, within, pairs, strongest, order, toml } =
  new Function(`${script}; return { tally, stretches, within, pairs, strongest, order, toml };`)();

/** The same numbers each time: a linear congruential generator (Numerical Recipes). */
function chance(seed) {
  let state = seed;
  return below => (state = (state * 1664525 + 1013904223) >>> 0) % below;
}

test('mentions are counted in the shown articles only', () => {
  const { times, articles } = tally(new Uint32Array([0, 1, 3, 1, 1, 2, 1, 0, 5]), index => index === 1, 2);
  assert.deepEqual([...times], [5, 2]);
  assert.deepEqual([...articles], [1, 1]);
});

test('time is cut into stretches without gaps, the shortest that fit', () => {
  const days = stretches(['2026-02-27', '2026-03-02', undefined, '昨日'], 10);
  assert.deepEqual([days.count, days.from(0), days.from(2), days.at('2026-03-01')], [4, '2026-02-27', '2026-03-01', 2]);
  const months = stretches(['2025-11-30', '2026-02'], 10);
  assert.deepEqual([months.count, months.from(1), months.to(3), months.at('2026-01-31')], [4, '2025-12', '2026-02', 2]);
  const decades = stretches(['1842', '1997-07-01', '2047'], 32);
  assert.deepEqual([decades.from(0), decades.to(0), decades.at('1997')], ['1840', '1849', 15]);
  assert.deepEqual(stretches(['0033', '0221'], 4).from(0), '0000');
  assert.equal(stretches(['', null, '今日'], 9), null);
});

test('every day falls into a stretch that holds it', () => {
  const next = chance(7);
  for (let round = 0; round < 200; round++) {
    const year = () => String(1 + next(3000)).padStart(4, '0'), two = most => String(1 + next(most)).padStart(2, '0');
    const all = Array.from({ length: 1 + next(6) }, () => [year(), `${year()}-${two(12)}`, `${year()}-${two(12)}-${two(28)}`][next(3)]);
    const axis = stretches(all, 40);
    for (const day of all) {
      const bin = axis.at(day);
      assert.ok(bin >= 0 && bin < axis.count, day);
      assert.ok(within(day, axis.from(bin), axis.to(bin)), `${day} in ${axis.from(bin)} to ${axis.to(bin)}`);
    }
  }
});

test('those that stand in one place are a pair, however often each stands there', () => {
  const places = [1, 7, 1, 8, 1, 7, 2, 8, 2, 9, 3, 8, 3, 7];
  assert.deepEqual(pairs(places, [7, 8, 9]), [{ a: 0, b: 1, together: 2 }, { a: 1, b: 2, together: 1 }]);
  assert.deepEqual(pairs(places, [9]), []);
  assert.deepEqual(pairs([], [1, 2]), []);
});

test('each keeps its strongest pair, and the order is one of all', () => {
  const next = chance(3);
  for (let round = 0; round < 50; round++) {
    const count = 2 + next(20), places = Array.from({ length: 60 }, (_, at) => [Math.floor(at / 4), next(count)]).flat();
    const all = pairs(places, Array.from({ length: count }, (_, index) => index)), kept = strongest(all, count, count);
    assert.ok(kept.length <= Math.max(count, all.length) && kept.every(pair => all.includes(pair)));
    for (let one = 0; one < count; one++) {
      const best = all.find(({ a, b }) => a === one || b === one);
      if (best) assert.ok(kept.some(({ a, b }) => a === one || b === one));
    }
    const sequence = order(kept, count);
    assert.deepEqual([...sequence].sort((a, b) => a - b), Array.from({ length: count }, (_, index) => index));
    assert.deepEqual(order(kept, count), sequence);
  }
});

test('neighbours in the order stand together', () => {
  const two = [{ a: 0, b: 2, together: 5 }, { a: 1, b: 3, together: 5 }];
  assert.deepEqual(order(two, 4), [0, 2, 1, 3]);
});

const entity = (id, name, ...aliases) => ({ id, name, aliases, kind: id.split(':')[0] });
const entities = [entity('person:甲', '甲', '老甲', '甲"\\\u0007'), entity('person:乙', '乙'), entity('place:丙', '丙'), entity('person:丁', '丁', '乙'), entity('event:戊', '戊')];
const fold = name => name.trim().toLowerCase();

test('corrections are written as the file has them', () => {
  assert.equal(toml({ 'person:甲': { not: true }, 'place:丙': { name: '丙港', kind: 'ship' } }, entities, fold),
    'not = ["甲", "老甲", "甲\\"\\\\\\u0007"]\n\n[[entity]]\nname = "丙港"\nkind = "ship"\naliases = ["丙"]\n');
  assert.equal(toml({ 'person:乙': { into: 'person:丁' }, 'person:丁': { into: 'person:甲' } }, entities, fold),
    '[[entity]]\nname = "甲"\naliases = ["老甲", "甲\\"\\\\\\u0007", "乙", "丁"]\n');
  assert.equal(toml({}, entities, fold), '');
  assert.equal(toml({ gone: { not: true } }, entities, fold), '');
});

test('whatever is corrected, the program reads the file', () => {
  const next = chance(11), page = `${fresh('corrected')}.txt`;
  fs.writeFileSync(page, '題目\n甲和乙到丙。\n');
  const say = () => [{ not: true }, { name: ['庚', '甲', ' ', '"庚\\'][next(4)] }, { kind: ['ship', 'person', '類'][next(3)] }, { into: entities[next(5)].id }, { name: '辛', kind: 'work' }][next(5)];
  for (let round = 0; round < 10; round++) {
    const corrections = Object.fromEntries(entities.filter(() => next(3)).map(({ id }) => [id, say()]));
    fs.writeFileSync(path.join(path.dirname(page), 'entities.toml'), toml(corrections, entities, fold));
    assert.doesNotThrow(() => newsprint('inspect', page), JSON.stringify(corrections));
  }
});
