// What 2,000 mentions in one article cost while one scrolls through it: the times of frames and the long tasks, beside the same
// article without marks, visited in turn. Usage: node benches/marks.mjs      (NEWSPRINT: the program; CHROMIUM: the browser)
import fs from 'node:fs';
import { chrome, close, folder, fresh, serve } from '../tests/browser/harness.mjs';

const VISITS = 7, MENTIONS = 2_000;
const names = ['習近平', '北京', '聯合國', '上海', '香港', '《人民日報》', '外交部', '東京', '歐盟', '2026年5月20日'];
const sentence = n => `${names[n % 10]}的代表同${names[(n * 3 + 1) % 10]}、${names[(n * 7 + 2) % 10]}的人談到${names[(n + 5) % 10]}，並就水利、交通和教育交換了意見。`;
const paragraphs = Array.from({ length: MENTIONS / 4 / 4 }, (_, p) => [0, 1, 2, 3].map(n => sentence(p * 4 + n)).join(''));
const input = `${fresh('mentions')}.jsonl`;
fs.writeFileSync(input, JSON.stringify({ id: 'long', title: '兩千處', date: '2026-05-20', text: paragraphs.join('\n') }) + '\n');
const site = await serve(folder(input));
const quantile = (values, q) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];

/** Scrolls from the first line to the last, a third of a screen each frame, and gives the times of the frames. */
const scroll = async () => {
  const long = [];
  new PerformanceObserver(list => long.push(...list.getEntries().map(it => it.duration))).observe({ type: 'longtask' });
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  await frame();
  const frames = [];
  let before = performance.now();
  for (let top = 0; top < document.documentElement.scrollHeight - innerHeight; top += innerHeight / 3) {
    scrollTo(0, top);
    await frame();
    const now = performance.now();
    frames.push(now - before);
    before = now;
  }
  return { frames, long, marks: document.querySelectorAll('main .mention').length };
};

const browser = await chrome();
const runs = { marked: [], plain: [] };
for (let visit = 0; visit < VISITS; visit++) {
  for (const [kind, hash] of [['marked', ''], ['plain', '#/?hide=person,place,organisation,work,event,date,quantity']]) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-TW' });
    const page = await context.newPage();
    await page.goto(site + hash);
    await page.waitForSelector('html[data-ready]');
    await page.waitForTimeout(500);
    runs[kind].push(await page.evaluate(scroll));
    await context.close();
  }
}
const line = (name, all) => {
  const frames = all.flatMap(run => run.frames), long = all.flatMap(run => run.long);
  console.log(`| ${name} | ${all[0].marks} | ${quantile(frames, 0.5).toFixed(1)} ms | ${quantile(frames, 0.95).toFixed(1)} ms | ${quantile(frames, 1).toFixed(1)} ms | ${long.length} |`);
  return frames;
};
console.log('| article | mentions | frame, median | 95 of 100 | longest | long tasks |\n|---|--:|--:|--:|--:|--:|');
const [marked, plain] = [line('marked', runs.marked), line('the same, not marked', runs.plain)];
console.log(`\nratio of medians ${(quantile(marked, 0.5) / quantile(plain, 0.5)).toFixed(2)}, of 95 in 100 ${(quantile(marked, 0.95) / quantile(plain, 0.95)).toFixed(2)}`);
await close();
