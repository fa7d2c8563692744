// The index answers as the plain definition does: pieces of names against brute force. Without more being said, 1,500
// pieces of 20,000 fictional names; GONGSHI_ORACLE=10000,100000 takes 10,000 pieces of 100,000 names, of the real sample
// where the shared data is (make oracle).
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { SearchIndex } from '../../site/search/index.mjs';
import { key, prepare, shorten } from '../../site/search/key.mjs';
import { understand } from '../../site/search/understanding.mjs';
import { fictional, pieces, real } from './names.mjs';
import { closeness, foundByName, matches } from './oracle.mjs';
import { chance, lines, searchTexts } from './search_texts.mjs';

prepare(JSON.parse(searchTexts(['tables'])));
const [howMany, among] = (process.env.GONGSHI_ORACLE ?? '1500,20000').split(',').map(Number);
const records = (process.env.GONGSHI_ORACLE && real(among)) || fictional(among);
const folder = mkdtempSync(join(tmpdir(), 'gongshi-oracle-'));
after(() => rmSync(folder, { recursive: true }));
searchTexts(['index', folder], records.map((record) => JSON.stringify(record)).join('\n'));
let reads = 0;
const index = new SearchIndex(async (name) => {
  reads++;
  return new Uint8Array(readFileSync(join(folder, name)));
});

const EVERYTHING = { limit: Infinity };
const asName = (text) => [{ written: text, key: key(text), sorts: ['name'] }];
const byText = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
const characters = (text) => [...text].length;

// So many pieces that are keys of their own, sorted, so that one file of the index answers many. Not those of letters and
// digits only, which find numbers and pinyin too.
function words(count, seed) {
  const byKey = new Map(pieces(records, count, seed).map((piece) => [shorten(key(piece)), piece]));
  return [...byKey].filter(([short]) => /[^a-z0-9]/.test(short)).sort(([one], [other]) => byText(one, other)).map(([, piece]) => piece);
}

// The stated order, written once more from its words.
function inOrder(places, wordKey) {
  const close = new Map(places.map((place) => [place, closeness(records[place], wordKey)]));
  return [...places].sort((a, b) => {
    const one = records[a], other = records[b];
    return close.get(a) - close.get(b) || byText(other.newest, one.newest) || other.records - one.records ||
      characters(one.title) - characters(other.title) || byText(one.id, other.id);
  });
}

test(`${howMany} pieces of ${records.length} names find exactly what brute force finds`, async (t) => {
  const asked = words(howMany, 7);
  const expected = foundByName(records, asked.map(key));
  let whole = 0;
  for (const word of asked) {
    const places = expected.get(shorten(key(word)));
    const found = await index.find(asName(word), EVERYTHING);
    assert.deepEqual([found.total, found.exact], [places.size, true], word);
    const ids = new Set([...places].map((place) => records[place].id));
    assert.ok(found.rows.every((row) => ids.delete(row.id)), word);
    if (ids.size === 0) whole++;
    else assert.ok(found.rows.length >= 50, word);
  }
  t.diagnostic(`${asked.length} different: ${whole} whole sets, ${asked.length - whole} totals with the first 50, ${reads} files read`);
  assert.ok(whole > howMany / 10);
});

test('the rows come in the stated order', async () => {
  const asked = words(100, 11);
  const expected = foundByName(records, asked.map(key));
  for (const word of asked) {
    const places = inOrder([...expected.get(shorten(key(word)))], key(word)).slice(0, 50);
    const found = await index.find(asName(word));
    assert.deepEqual(found.rows.map((row) => row.id), places.map((place) => records[place].id), word);
  }
});

test('two words find what has both in one name; where that is not known exactly, it says so', async (t) => {
  const [first, second] = [pieces(records, 120, 13), pieces(records, 120, 17)];
  const own = chance(19);
  const pairs = first.map((word, at) => [word, own.below(3) > 0 ? pieces([records[own.below(records.length)]], 1, at)[0] : second[at]])
    .filter((pair) => pair.every((word) => key(word) !== '' && !/[a-z0-9]/.test(key(word))));
  const sets = foundByName(records, pairs.flat().map(key));
  let exact = 0;
  for (const pair of pairs) {
    const both = pair.flatMap(asName);
    const [one, other] = both.map((word) => sets.get(shorten(word.key)));
    const places = [...one].filter((place) => other.has(place) && matches(records[place], both));
    const found = await index.find(both, EVERYTHING);
    if (found.exact) {
      assert.equal(found.total, places.length, pair.join(' '));
      const ids = new Set(places.map((place) => records[place].id));
      assert.ok(found.rows.every((row) => ids.delete(row.id)), pair.join(' '));
      assert.ok(ids.size === 0 || found.rows.length >= 50, pair.join(' '));
      exact++;
    } else {
      assert.ok(found.total >= places.length && found.said.length > 0, pair.join(' '));
    }
  }
  t.diagnostic(`${exact} of ${pairs.length} pairs exact`);
  assert.ok(exact > 20);
});

test('a code is found whole and by its first 8 characters or more, in any case and width', async () => {
  for (const { id } of records.filter((_, at) => at % Math.ceil(records.length / 50) === 0)) {
    for (const written of [id, id.toLowerCase(), `${id.slice(0, 2)} ${id.slice(2, 8)} ${id.slice(8)}`]) {
      const { words: understood } = understand(written);
      const found = await index.find(understood, EVERYTHING);
      assert.deepEqual([understood.length, found.total, found.rows[0].id, found.rows[0].matched.by], [1, 1, id, 'number'], written);
    }
    const begun = id.slice(0, 15);
    const expected = records.filter((record) => record.id.startsWith(begun)).length;
    assert.equal((await index.find(understand(begun).words)).total, expected, begun);
  }
});

test('a word of letters finds exactly the names whose pinyin begins with it, from the name or the trade name', async () => {
  const keys = lines(searchTexts(['pinyin'], records.map((record) => JSON.stringify([record.title, ...record.other_names])).join('\n')));
  const random = chance(23);
  for (let round = 0; round < 100; round++) {
    const word = random.of(random.of(keys))?.slice(0, 4 + random.below(14));
    if (word === undefined) continue;
    const places = records.filter((_, at) => keys[at].some((one) => one.startsWith(word)));
    const found = await index.find(understand(word).words, EVERYTHING);
    assert.deepEqual([found.total, found.exact], [places.length, true], word);
    const ids = new Set(places.map(({ id }) => id));
    assert.ok(found.rows.every((row) => ids.delete(row.id)), word);
    assert.ok(ids.size === 0 || found.rows.length >= 50, word);
  }
});
