// Makes what wasm-bindgen wrote smaller, in place: `node scripts/shrink.mjs FOLDER`. What it takes away (brotli):
// - the hashes in the names by which the wasm and its glue know each other, 16 digits that no compressor can shorten, and
//   where they stand within a name, all of it: it tells a closure's types;
// - the names of an operating system's errors, 43 of them, which outlive the functions that told them;
// - the streams of leptos' server functions, which no page of ours uses and which are exported and in the table all the same;
// - white space and long names in the glue, and the other ways to start the viewer, which nobody goes;
// - what wasm-opt finds, which is why Trunk does not run it.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';

const folder = process.argv[2];
const wasmFile = path.join(folder, 'viewer_bg.wasm');
const glueFile = path.join(folder, 'viewer.js');
const HASHED = /[0-9a-f]{16}$|^wasm_bindgen_[0-9a-f]{16}_/;
const UNUSED = /^(__wbg_)?intounderlying/;
/** Functions of theirs that only tables of methods name, which wasm-opt takes for used. */
const UNUSED_METHOD = /wasm_streams/;
/** The standard library's texts of `std::io::Error`, one behind another: nothing in a page opens a file. */
const SYSTEM_ERRORS = /entity not found[a-z().\- ]*operation successful/;
const CUSTOM = 0, IMPORTS = 2, EXPORTS = 7, ELEMENTS = 9, DATA = 11;

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
  if (!HASHED.test(name)) return name;
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
    if (!UNUSED.test(name)) entries.push(Buffer.concat([string(shorter(name)), Buffer.from([kind]), number(index)]));
  }
  return Buffer.concat([number(entries.length), ...entries]);
}

/** The names of the functions by their numbers, from the custom section `name` (Appendix, 7.4). */
function names(bytes) {
  const from = reader(bytes), all = new Map();
  if (from.string() !== 'name') return all;
  while (!from.end()) {
    const id = from.byte(), part = reader(from.take(from.number()));
    if (id !== 1) continue;
    for (let left = part.number(); left > 0; left--) all.set(part.number(), part.string());
  }
  return all;
}

/** The table of functions, where what is never called makes room for another. */
function elements(bytes, names) {
  const from = reader(bytes), count = from.number();
  if (count !== 1 || from.number() !== 0 || from.byte() !== 0x41) throw new Error('a table of an unknown form');
  from.number();
  if (from.byte() !== 0x0b) throw new Error('a table of an unknown form');
  const head = bytes.subarray(0, from.at());
  const functions = Array.from({ length: from.number() }, from.number);
  const used = functions.filter(it => !UNUSED_METHOD.test(names.get(it)));
  const table = functions.map(it => used.includes(it) ? it : used[0]);
  return Buffer.concat([head, number(table.length), ...table.map(number)]);
}

/** What memory holds at first, without what tells of a system's errors: the texts, and the table of where they stand. */
function data(bytes) {
  const from = reader(bytes), kept = Buffer.from(bytes), segments = [];
  for (let left = from.number(); left > 0; left--) {
    if (from.number() !== 0 || from.byte() !== 0x41) throw new Error('data of an unknown form');
    const address = from.number();
    if (from.byte() !== 0x0b) throw new Error('data of an unknown form');
    const length = from.number();
    segments.push({ address, content: kept.subarray(from.at(), from.at() + length) });
    from.take(length);
  }
  for (const { address, content } of segments) {
    const found = SYSTEM_ERRORS.exec(content.toString('latin1'));
    if (!found) continue;
    const start = address + found.index, end = start + found[0].length;
    content.fill(0, found.index, found.index + found[0].length);
    for (const { content } of segments)
      for (let at = 0; at + 4 <= content.length; at += 4) {
        const pointer = content.readUInt32LE(at);
        if (pointer >= start && pointer < end) content.fill(0, at, at + 4);
      }
  }
  return kept;
}

const wasm = fs.readFileSync(wasmFile);
const from = reader(wasm), magic = from.take(8), sections = [];
while (!from.end()) sections.push({ id: from.byte(), content: from.take(from.number()) });
const known = new Map(sections.filter(it => it.id === CUSTOM).flatMap(it => [...names(it.content)]));
const change = { [IMPORTS]: imports, [EXPORTS]: exports, [ELEMENTS]: bytes => elements(bytes, known), [DATA]: data };
const parts = sections.flatMap(({ id, content }) => {
  const changed = change[id]?.(content) ?? content;
  return [Buffer.from([id]), number(changed.length), changed];
});
parts.unshift(magic);
fs.writeFileSync(wasmFile, Buffer.concat(parts));
// Measured on this viewer, after brotli: -Oz alone is 1.6 % larger. The first kilobyte of memory is the far end of the stack.
const passes = ['-Os', '--low-memory-unused', '--flatten', '--local-cse', '--rereloop', '--rse', '-Os', '-Os', '--precompute-propagate', '--converge'];
execFileSync('wasm-opt', [...passes, '--strip-producers', '--strip-target-features', wasmFile, '-o', wasmFile]);

const glue = fs.readFileSync(glueFile, 'utf8')
  .replace(/class (IntoUnderlying\w+) \{[^]*?exports\.\1 = \1;/g, '')
  .replace(/const IntoUnderlying\w+Finalization = [^;]*;/g, '')
  .replace(/ {4}function initSync\([^]*?\n {4}}\n/, '')
  .replace('Object.assign(__wbg_init, { initSync }, exports)', '__wbg_init')
  .replace(/else \{\s*console\.warn\('using deprecated parameters[^']*'\)\s*}/, '')
  .replace(/\b(__wb|wasm_bindgen_)\w+\b/g, name => short.get(name) ?? name);
fs.writeFileSync(glueFile, transformSync(glue, { minify: true, charset: 'utf8' }).code);
