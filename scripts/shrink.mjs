// Makes what wasm-bindgen wrote smaller, in place: `node scripts/shrink.mjs FOLDER`. What it takes away (brotli):
// - the hashes in the names by which the wasm and its glue know each other, 16 digits that no compressor can shorten;
// - the streams of leptos' server functions, which no page of ours uses and which are exported all the same;
// - white space and long names in the glue.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';

const folder = process.argv[2];
const wasmFile = path.join(folder, 'viewer_bg.wasm');
const glueFile = path.join(folder, 'viewer.js');
const UNUSED = /^(__wbg_)?intounderlying/;
const IMPORTS = 2, EXPORTS = 7;

/** Reads the numbers and strings of a section (WebAssembly Core Specification, 5.5). */
function reader(bytes) {
  let at = 0;
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  const take = length => bytes.subarray(at, at += length);
  return { number, take, string: () => take(number()).toString(), byte: () => bytes[at++], at: () => at, end: () => at >= bytes.length };
}

const number = value => {
  const bytes = [];
  do { bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0)); value = Math.floor(value / 128); } while (value > 0);
  return Buffer.from(bytes);
};
const string = text => Buffer.concat([number(Buffer.byteLength(text)), Buffer.from(text)]);

/** What is imported, as bytes behind its name. */
function description(from, bytes) {
  const start = from.at();
  const limits = () => { const flag = from.byte(); from.number(); if (flag & 1) from.number(); };
  switch (from.byte()) {
    case 0: from.number(); break;
    case 1: from.byte(); limits(); break;
    case 2: limits(); break;
    case 3: from.take(2); break;
    default: throw new Error('an import of an unknown kind');
  }
  return bytes.subarray(start, from.at());
}

const short = new Map();
function shorter(name) {
  if (!/[0-9a-f]{16}$/.test(name)) return name;
  if (!short.has(name)) short.set(name, `_${short.size.toString(36)}`);
  return short.get(name);
}

function imports(bytes) {
  const from = reader(bytes), entries = [];
  for (let left = from.number(); left > 0; left--) {
    const module = from.string(), name = from.string();
    entries.push(Buffer.concat([string(module), string(shorter(name)), description(from, bytes)]));
  }
  return Buffer.concat([number(entries.length), ...entries]);
}

function exports(bytes) {
  const from = reader(bytes), entries = [];
  for (let left = from.number(); left > 0; left--) {
    const name = from.string(), kind = from.byte(), index = from.number();
    if (!UNUSED.test(name)) entries.push(Buffer.concat([string(name), Buffer.from([kind]), number(index)]));
  }
  return Buffer.concat([number(entries.length), ...entries]);
}

const wasm = fs.readFileSync(wasmFile);
const from = reader(wasm), parts = [from.take(8)];
while (!from.end()) {
  const id = from.byte(), content = from.take(from.number());
  const changed = id === IMPORTS ? imports(content) : id === EXPORTS ? exports(content) : content;
  parts.push(Buffer.from([id]), number(changed.length), changed);
}
fs.writeFileSync(wasmFile, Buffer.concat(parts));
execFileSync('wasm-opt', ['-Oz', '--converge', '--strip-producers', '--strip-target-features', wasmFile, '-o', wasmFile]);

const glue = fs.readFileSync(glueFile, 'utf8')
  .replace(/class (IntoUnderlying\w+) \{[^]*?exports\.\1 = \1;/g, '')
  .replace(/const IntoUnderlying\w+Finalization = [^;]*;/g, '')
  .replace(/\b__wb\w+\b/g, name => short.get(name) ?? name);
fs.writeFileSync(glueFile, transformSync(glue, { minify: true, charset: 'utf8' }).code);
