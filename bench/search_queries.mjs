// What look-ups in a static index cost, and whether they are right:
// node search_queries.mjs NAMES.tsv INDEX TABLES.json [QUERIES=10000] [RECORDS=all]
// NAMES.tsv: columns name and code behind a head line, of which INDEX was made by search_bench; TABLES.json: search tables.
// Words: random substrings of 1–6 characters, and of 2–10 letters of pinyin; frequent words; codes whole and in part.
// Every total of one word that cannot be pinyin is held against counting in all names; prints a table for docs/benchmarks.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Missing, SearchIndex } from '../site/search/index.mjs';
import { key, prepare, shorten } from '../site/search/key.mjs';

const [namesFile, folder, tables, queryCount = '10000', recordCount = 'Infinity'] = process.argv.slice(2);
prepare(JSON.parse(readFileSync(tables, 'utf8')));

// As search_bench: without those whose code another has too.
const lines = readFileSync(namesFile, 'utf8').split('\n').slice(1, Number(recordCount) + 1).map((line) => line.split('\t'));
const seen = new Set(), twice = new Set();
for (const [, code] of lines) (seen.has(code) ? twice : seen).add(code);
const names = [], codes = [];
for (const [name, code] of lines) {
  if (!code || twice.has(code)) continue;
  names.push(key(name));
  codes.push(key(code));
}
lines.length = 0;
seen.clear();

let state = 20240319;
function below(n) { // mulberry32, a public-domain generator
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % n;
}
function piece(text, most) {
  const characters = [...text], from = below(characters.length);
  return characters.slice(from, from + 1 + below(most)).join('');
}
const letters = 'bcdfghjlmnpqrstwxyz';
const sets = {
  'part of a name, 1–6 characters': Array.from({ length: Number(queryCount) }, () => piece(names[below(names.length)], 6)),
  'frequent word': ['公司', '有限公司', '有限责任公司', '公', '司', '有', '限', '商贸', '科技', '贸易', '建筑', '服务', '中', '北京', '上海', '成都', '四川', '中国', '股份', '集团', '分公司', '实业', '厂', '店', 'a', '9', '1'],
  'code, 8–18 characters': Array.from({ length: Number(queryCount) / 10 }, () => codes[below(codes.length)].slice(0, 8 + below(11))),
  'initials, 1–6 letters': Array.from({ length: Number(queryCount) / 10 }, () => Array.from({ length: 1 + below(6) }, () => letters[below(letters.length)]).join('')),
  'two parts of one name': Array.from({ length: Number(queryCount) / 10 }, () => {
    const name = names[below(names.length)];
    return [piece(name, 3), piece(name, 3)];
  }),
};

const cost = { requests: 0, bytes: 0 };
async function read(name) {
  cost.requests++;
  try {
    const bytes = readFileSync(join(folder, name));
    cost.bytes += bytes.length;
    return bytes;
  } catch {
    throw new Missing(name);
  }
}
const rootBytes = (await read('root')).length;
const words = (query) => [query].flat().map((text) => ({ written: text, key: key(text) }));

// How many records have each word, by the definition, in one pass: every beginning of every start of every name, and of
// every code, is looked up among the words.
const isPinyin = (word) => /^(?=.*[a-z])[a-z0-9]+$/.test(word);
const totals = new Map();
for (const query of Object.values(sets).flat())
  if (typeof query === 'string' && !isPinyin(query)) totals.set(shorten(key(query)), { total: 0, last: -1 });
const longest = Math.max(...[...totals.keys()].map((word) => word.length));
const firsts = new Set([...totals.keys()].map((word) => word[0]));
function count(text, from, at) {
  for (let length = from; length <= Math.min(text.length, longest); length++) {
    const word = totals.get(text.slice(0, length));
    if (!word || word.last === at) continue;
    word.total++;
    word.last = at;
  }
}
function countStarts(text, at) {
  for (let start = 0; start < text.length; start++) if (firsts.has(text[start])) count(shorten(text.slice(start)), 1, at);
}
names.forEach((name, at) => {
  countStarts(name, at);
  if (/[^\0-\x7f]/.test(codes[at])) countStarts(codes[at], at);
  else count(codes[at], /^[0-9a-hj-npqrtuwxy]{18}$/.test(codes[at]) ? 8 : 1, at);
});

console.log('| words | queries | requests cold, most | bytes cold, most | bytes cold, mean | requests warm, most | time warm, mean | held against counting | wrong |');
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
let wrongAll = 0;
for (const [sort, queries] of Object.entries(sets)) {
  const index = new SearchIndex(read);
  await index.find(words('不会有的词'));
  let most = 0, mostBytes = 0, allBytes = 0, time = 0, held = 0, wrong = 0;
  for (const query of queries) {
    Object.assign(cost, { requests: 0, bytes: 0 });
    const begin = performance.now();
    const found = await index.find(words(query));
    time += performance.now() - begin;
    most = Math.max(most, cost.requests);
    mostBytes = Math.max(mostBytes, cost.bytes);
    allBytes += cost.bytes;
    const expected = typeof query === 'string' ? totals.get(shorten(key(query))) : undefined;
    if (!expected) continue;
    held++;
    if (found.total !== expected.total || !found.exact) wrong++;
  }
  wrongAll += wrong;
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`| ${sort} | ${queries.length} | ${most + 1} | ${kilobytes(mostBytes + rootBytes)} | ${kilobytes(allBytes / queries.length + rootBytes)} | ${most} | ${(time / queries.length).toFixed(1)} ms | ${held} | ${wrong} |`);
}
process.exitCode = wrongAll > 0 ? 1 : 0;
