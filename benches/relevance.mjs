// Questions with known answers, put to Newsprint's page, MiniSearch and Pagefind: mean reciprocal rank and recall among
// the first ten, as Markdown. Run in a copy of the peers' benchmark, whose packages and server it uses (scripts/bench.sh).
// $NEWSPRINT: the program; $NEWSPRINT_SHARED: the folder with the collections.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import MiniSearch from 'minisearch';
import * as pagefind from 'pagefind';
import { launch } from './lib/measure.mjs';
import { serve } from './lib/server.mjs';
import { grams } from './lib/tok.mjs';

const shared = path.join(process.env.NEWSPRINT_SHARED ?? '../../shared', 'corpora');
const read = name => fs.readFileSync(path.join(shared, name), 'utf8').replaceAll('\r', '');
const lines = name => read(name).split('\n').filter(Boolean).map(line => JSON.parse(line));

function drcd() {
  const docs = lines('ir-zh-hant-drcd/dev-docs.jsonl').map(doc => ({ id: doc.id, title: doc.title, text: doc.paras.map(para => para.text).join('\n') }));
  const questions = lines('ir-zh-hant-drcd/dev-questions.jsonl').filter((_, n) => n % 5 === 0).map(({ q, doc }) => ({ q, wanted: new Set([doc]) }));
  return { name: 'DRCD, zh-Hant', lang: 'zh', docs, questions };
}

// Records of SMART: `.I id`, then fields, each under its name.
function records(text) {
  return text.split(/^\.I /m).slice(1).map(record => {
    const [id, ...fields] = record.split(/^\.([TABW])\n/m);
    const all = { id: String(Number(id)) };
    for (let n = 0; n < fields.length; n += 2) all[fields[n]] = fields[n + 1].replace(/\s+/g, ' ').trim();
    return all;
  });
}

function cranfield() {
  const docs = records(read('ir-en-cranfield/cran.all.1400')).map(({ id, T, W }) => ({ id, title: T ?? '', text: W ?? '' }));
  const wanted = new Map();
  for (const line of read('ir-en-cranfield/QRelsCorrectedforTRECeval').split('\n')) {
    const [question, , doc, grade] = line.trim().split(/\s+/);
    if (Number(grade) > 0) wanted.set(Number(question), (wanted.get(Number(question)) ?? new Set()).add(doc));
  }
  // The judgements count the questions; the questions' own numbers have gaps.
  const questions = records(read('ir-en-cranfield/cran.qry')).map(({ W }, n) => ({ q: W, wanted: wanted.get(n + 1) })).filter(({ wanted }) => wanted);
  return { name: 'Cranfield, en', lang: 'en', docs, questions };
}

async function inPage(dir, questions, prepare, ask) {
  const server = await serve(dir), browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.evaluate(prepare);
    const lists = [];
    for (const { q } of questions) lists.push(await page.evaluate(ask, q));
    return lists;
  } finally { await browser.close(); server.close(); }
}

const peers = {
  async newsprint({ docs, questions }, dir) {
    fs.writeFileSync(`${dir}.jsonl`, docs.map(({ id, title, text }) => JSON.stringify({ id, title, body: text })).join('\n'));
    execFileSync(process.env.NEWSPRINT ?? 'newsprint', ['build', `${dir}.jsonl`, '-o', dir], { stdio: 'ignore' });
    return inPage(dir, questions, async () => { while (!window.newsprint) await new Promise(go => setTimeout(go, 5)); await newsprint.ready; }, async q => {
      const { hits } = await newsprint.search(q, { limit: 1000 });
      return [...new Set(hits.map(({ article }) => article))].slice(0, 10);
    });
  },
  async minisearch({ docs, questions }) {
    const index = new MiniSearch({ fields: ['title', 'text'] });
    index.addAll(docs);
    return questions.map(({ q }) => index.search(q, { boost: { title: 2 } }).slice(0, 10).map(({ id }) => id));
  },
  async 'minisearch, bigrams'({ docs, questions, lang }) {
    if (lang !== 'zh') return null;
    const index = new MiniSearch({ fields: ['title', 'text'], tokenize: grams });
    index.addAll(docs);
    return questions.map(({ q }) => index.search(q, { boost: { title: 2 } }).slice(0, 10).map(({ id }) => id));
  },
  async pagefind({ docs, questions, lang }, dir) {
    fs.mkdirSync(dir, { recursive: true });
    const { index } = await pagefind.createIndex({ forceLanguage: lang });
    for (const { id, title, text } of docs) await index.addCustomRecord({ url: `/d/${id}`, content: `${title}\n${text}`, language: lang, meta: { title } });
    await index.writeFiles({ outputPath: `${dir}/pagefind` });
    fs.writeFileSync(`${dir}/index.html`, `<!doctype html><html lang="${lang}"><meta charset=utf-8>`);
    return inPage(dir, questions, async () => { window.pagefind = await import(new URL('pagefind/pagefind.js', location.href)); await window.pagefind.init(); }, async q => {
      const { results } = await window.pagefind.search(q);
      const first = await Promise.all(results.slice(0, 10).map(result => result.data()));
      return first.map(({ url }) => url.split('/').pop());
    });
  },
};

console.log('| collection | peer | questions | answered | MRR@10 | recall@10 |\n|---|---|--:|--:|--:|--:|');
for (const collection of [drcd(), cranfield()]) for (const [name, ask] of Object.entries(peers)) {
  const dir = path.join(fs.mkdtempSync('relevance-'), 'site');
  const lists = await ask(collection, dir);
  fs.rmSync(path.dirname(dir), { recursive: true, force: true });
  if (!lists) continue;
  const mean = value => (collection.questions.reduce((sum, question, n) => sum + value(question.wanted, lists[n]), 0) / lists.length).toFixed(3);
  const rank = (wanted, list) => { const at = list.findIndex(id => wanted.has(id)); return at < 0 ? 0 : 1 / (at + 1); };
  const recall = (wanted, list) => list.filter(id => wanted.has(id)).length / Math.min(wanted.size, 10);
  console.log(`| ${collection.name} | ${name} | ${lists.length} | ${lists.filter(list => list.length).length} | ${mean(rank)} | ${mean(recall)} |`);
}
await pagefind.close();
process.exit();
