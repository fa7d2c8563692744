// The look-up in the browser, on indexes that the C++ wrote, against the plain definition (oracle.mjs).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';

import { Damaged, Missing, SearchIndex, Unreachable } from '../../site/search/index.mjs';
import { KINDS } from '../../site/search/files.mjs';
import { inflate } from '../../site/search/inflate.mjs';
import { key, prepare } from '../../site/search/key.mjs';
import { lookedUp } from '../../site/search/matching.mjs';
import { sha256 } from '../../site/search/sha256.mjs';
import { fictional } from './names.mjs';
import { matches } from './oracle.mjs';
import { chance, lines, searchTexts } from './search_texts.mjs';

const T = 60;
const SORTS = ['name', 'pinyin', 'number'];
const folders = [];
let records, folder;

function written(list, limits = [T, 1500, 1000]) {
  const target = mkdtempSync(join(tmpdir(), 'gongshi-search-'));
  folders.push(target);
  const program = process.env.GONGSHI_SEARCH_FILES ?? new URL('../../build/gongshi-search-files', import.meta.url).pathname;
  const input = list.map((record) => JSON.stringify({ ...record, kind: KINDS.indexOf(record.kind) })).join('\n');
  const { status, stdout, error } = spawnSync(program, [target, ...limits], { input: `${input}\n`, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw error ?? new Error(`${program}: ${status}`);
  lines(stdout).forEach((pinyin, at) => { list[at].pinyin = pinyin; });
  return target;
}

function reader(target, counted = { requests: 0, bytes: 0 }) {
  return async (name) => {
    counted.requests++;
    try {
      const bytes = readFileSync(join(target, name));
      counted.bytes += bytes.length;
      return new Uint8Array(bytes);
    } catch {
      throw new Missing(name);
    }
  };
}

const word = (text) => ({ written: text, key: key(text), sorts: SORTS });
// The oracle has the code among the numbers.
const definition = (words) => records.filter((record) => matches({ ...record, numbers: [...(/^\d/.test(record.id) && record.kind === 'enterprise' ? [record.id] : []), ...record.numbers] }, words));

before(() => {
  prepare(JSON.parse(searchTexts(['tables'])));
  records = fictional(3000);
  records.push({ kind: 'plan', id: '1', title: '示例市抽查工作计划', note: '示例局', other_names: [], numbers: ['示市监发〔2024〕7号'], newest: '', records: 2 },
    { kind: 'guide', id: 'guides/what.html', title: '什么是双随机', note: '', other_names: [], numbers: [], newest: '', records: 0 },
    { kind: 'enterprise', id: 'o77', title: '示例市哈哈哈𠮷店', note: '', other_names: ['示例哈哈店'], numbers: ['999901000000077'], newest: '2024-05-06', records: 3 });
  folder = written(records);
});
after(() => folders.forEach((one) => rmSync(one, { recursive: true })));

test('words by chance find exactly what the definition says', async () => {
  const random = chance(5);
  const index = new SearchIndex(reader(folder));
  const wanted = new Set(['有限公司', '公司', '公', '哈', '哈哈', '哈哈哈', '𠮷', '长安区', '(香港)', '会计服务', '示市监发2024', '2024', '91999901', '9199990', '9', 'sls', 'xing', 'o77', '999901000000077', 'zq']);
  while (wanted.size < 400) {
    const characters = [...key(random.of(records).title)];
    const from = random.below(characters.length);
    wanted.add(characters.slice(from, from + 1 + random.below(6)).join(''));
  }
  for (let n = 0; n < 60; n++) {
    const own = random.of(random.of(records).pinyin);
    wanted.add(own.slice(0, 1 + random.below(own.length)));
  }
  let heads = 0;
  for (const text of wanted) {
    const expected = definition([word(text)]);
    const found = await index.find([word(text)], { limit: 1e9 });
    assert.equal(found.exact, true, text);
    assert.equal(found.total, expected.length, text);
    if (found.shown < expected.length) heads++;
    if (found.shown < expected.length) assert.equal(found.shown, 50, text);
    const known = new Set(expected.map(({ kind, id }) => `${kind} ${id}`));
    for (const row of found.rows) assert.ok(known.has(`${row.kind} ${row.id}`), text);
    assert.equal(new Set(found.rows.map(({ kind, id }) => `${kind} ${id}`)).size, found.shown);
  }
  assert.ok(heads > 20);
});

test('two words are exact when one is rare and say so when none is', async () => {
  const random = chance(9);
  const index = new SearchIndex(reader(folder));
  let exact = 0, best = 0;
  for (let n = 0; n < 200; n++) {
    const characters = [...key(random.of(records).title)];
    const piece = () => {
      const from = random.below(characters.length);
      return characters.slice(from, from + 1 + random.below(3)).join('');
    };
    const words = [word(piece()), word(piece())];
    const found = await index.find(words, { limit: 1e9 });
    const expected = definition(words);
    if (found.exact) {
      exact++;
      assert.equal(found.total, expected.length, words.map((one) => one.key).join(' '));
    } else {
      best++;
      assert.ok(found.total >= expected.length);
      assert.equal(found.said.length, 1);
    }
  }
  assert.ok(exact > 20 && best > 20, `${exact} ${best}`);
});

test('a frequent word and a word of letters, which pinyin alone may match, say that they are not exact', async () => {
  const list = fictional(400);
  const target = written(list, [5, 400, 300]);
  const index = new SearchIndex(reader(target));
  const every = (words) => list.filter((record) => matches({ ...record, numbers: [record.id] }, words)).length;
  let said = 0;
  for (const letters of ['s', 'sl', 'x', 'xing', 'b', 'h', 'sh', 'c', 'cq'])
    for (const name of ['星', '河', '餐饮', '北京', '重庆', '店', '超市', '科技', '贸易', '重庆市', '有限公司']) {
      const words = [word(name), word(letters)];
      const found = await index.find(words, { limit: 1e9 });
      const expected = every(words);
      if (found.exact) assert.equal(found.total, expected, `${name} ${letters}`);
      else {
        said++;
        assert.ok(found.said.length === 1 && found.total >= expected, `${name} ${letters}`);
      }
    }
  assert.ok(said > 20, `${said}`);
});

test('a row of an item leads to the table it stands in', async () => {
  const target = written([{ kind: 'item', id: 'lists/1/editions/1.html#row-3', title: '示例事项', note: '', other_names: [], numbers: [], newest: '', records: 1 }]);
  const [row] = (await new SearchIndex(reader(target)).find([word('示例事项')])).rows;
  assert.equal(row.url, 'lists/1/editions/1.html#rows');
});

test('a look-up costs two requests cold and one warm', async () => {
  const cost = { requests: 0, bytes: 0 };
  const index = new SearchIndex(reader(folder, cost));
  await index.find([word('有限公司')]);
  assert.equal(cost.requests, 2);
  await index.find([word('长安')]);
  assert.equal(cost.requests, 3);
  await index.find([word('长安'), word('有限公司')]);
  assert.equal(cost.requests, 3);
});

test('rows say where they are, why they matched and where', async () => {
  const index = new SearchIndex(reader(folder));
  const [plan] = (await index.find([word('示市监发〔2024〕7号')])).rows;
  assert.deepEqual([plan.kind, plan.url, plan.matched.by], ['plan', 'plans/1/', 'number']);
  const [former] = (await index.find([word('例哈哈店')])).rows;
  assert.deepEqual(former.matched, { by: 'former', text: '示例哈哈店', from: 1, to: 5 });
  assert.equal(former.url, `enterprises/${sha256(new TextEncoder().encode('o77')).slice(0, 2)}/o77.html`);
  const next = (await index.find([word('有')])).next;
  assert.equal(next[0].text, '有限');
});

test('a switched release is noticed: the root is read once more', async () => {
  const other = written(fictional(500, 3));
  let current = folder, roots = 0;
  const index = new SearchIndex(async (name) => {
    if (name === 'root') roots++;
    return reader(current)(name);
  });
  await index.find([word('公司')]);
  current = other;
  const found = await index.find([word('长安')]);
  assert.equal(roots, 2);
  assert.ok(found.total < 500);
});

test('a missing or damaged file is said so, never "nothing found"; so is a server that does not answer', async () => {
  const missing = new SearchIndex(async (name) => (name === 'root' ? reader(folder)(name) : Promise.reject(new Missing(name))));
  await assert.rejects(missing.find([word('长安')]), Damaged);
  const away = new SearchIndex(async () => Promise.reject(new Unreachable('weg')));
  await assert.rejects(away.find([word('长安')]), Unreachable);
  for (const target of ['root', 'other'])
    for (const change of [(bytes) => bytes.subarray(0, bytes.length - 1), (bytes) => bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte)), () => new Uint8Array(0)]) {
      const index = new SearchIndex(async (name) => {
        const bytes = await reader(folder)(name);
        return (name === 'root') === (target === 'root') ? change(bytes) : bytes;
      });
      await assert.rejects(index.find([word('长安')]), Damaged);
      await assert.rejects(index.find([word('公司')]), Damaged);
    }
});

test('inflate gives back what deflate made, and refuses everything else', () => {
  const random = chance(2);
  const inputs = [[], [7], new Array(70000).fill(65), Array.from({ length: 50000 }, () => random.below(256)), [...Buffer.from('示例'.repeat(999))]];
  for (const bytes of inputs.map((list) => Uint8Array.from(list)))
    for (const level of [0, 1, 9]) {
      const stream = deflateRawSync(bytes, { level });
      assert.deepEqual(inflate(stream, bytes.length), bytes);
      assert.throws(() => inflate(stream, bytes.length + 1), RangeError);
      assert.throws(() => inflate(stream.subarray(0, -1), bytes.length), RangeError);
    }
  assert.equal(lookedUp('Ａ'), 'a');
});
