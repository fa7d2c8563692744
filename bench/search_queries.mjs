// What look-ups in a static index cost, and whether they are right:
// node search_queries.mjs NAMES.tsv INDEX TABLES.json [QUERIES=10000] [RECORDS=all] [CHECKED=400]
// NAMES.tsv: columns name and code behind a head line, of which INDEX was made by search_bench; TABLES.json: search tables.
// Words: random substrings of 1–6 characters, and of 2–10 letters of pinyin; frequent words; codes whole and in part.
// Every total of a name or code is held against counting in all names; prints a table for docs/benchmarks.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Missing, SearchIndex } from '../site/search/index.mjs';
import { key, prepare, shorten } from '../site/search/key.mjs';

const [namesFile, folder, tables, queryCount = '10000', recordCount = 'Infinity', checked = '400'] = process.argv.slice(2);
prepare(JSON.parse(readFileSync(tables, 'utf8')));

const seen = new Set(), names = [], codes = [];
for (const line of readFileSync(namesFile, 'utf8').split('\n').slice(1, Number(recordCount) + 1)) {
  const [name, code] = line.split('\t');
  if (!code || seen.has(code)) continue;
  seen.add(code);
  names.push(key(name));
  codes.push(code.toLowerCase());
}
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

// How many records have a word, by the definition.
function counted(word) {
  const wanted = shorten(word), first = wanted[0];
  let total = 0;
  names.forEach((name, at) => {
    let found = codes[at].startsWith(word) && (word.length >= 8 || !/^[0-9a-hj-npqrtuwxy]{18}$/.test(codes[at]));
    for (let from = name.indexOf(first); from >= 0 && !found; from = name.indexOf(first, from + 1)) found = shorten(name.slice(from)).startsWith(wanted);
    if (found) total++;
  });
  return total;
}

console.log('| words | queries | requests cold, most | bytes cold, most | bytes cold, mean | requests warm, most | time warm, mean | held against counting | wrong |');
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
let wrongAll = 0;
for (const [sort, queries] of Object.entries(sets)) {
  const index = new SearchIndex(read);
  await index.find(words('不会有的词'));
  let most = 0, mostBytes = 0, allBytes = 0, time = 0, held = 0, wrong = 0;
  const every = Math.max(1, Math.floor(queries.length / Number(checked)));
  for (const [n, query] of queries.entries()) {
    Object.assign(cost, { requests: 0, bytes: 0 });
    const begin = performance.now();
    const found = await index.find(words(query));
    time += performance.now() - begin;
    most = Math.max(most, cost.requests);
    mostBytes = Math.max(mostBytes, cost.bytes);
    allBytes += cost.bytes;
    if (typeof query !== 'string' || n % every !== 0 || /^[a-z]/.test(query)) continue;
    held++;
    if (found.total !== counted(query) || !found.exact) wrong++;
  }
  wrongAll += wrong;
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`| ${sort} | ${queries.length} | ${most + 1} | ${kilobytes(mostBytes + rootBytes)} | ${kilobytes(allBytes / queries.length + rootBytes)} | ${most} | ${(time / queries.length).toFixed(1)} ms | ${held} | ${wrong} |`);
}
process.exitCode = wrongAll > 0 ? 1 : 0;
