// The browser understands a query as the C++ does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { prepare } from '../../site/search/key.mjs';
import { understand } from '../../site/search/understanding.mjs';
import { chance, lines, searchTexts } from './search_texts.mjs';

prepare(JSON.parse(searchTexts(['tables'])));

test('queries are understood as the vectors say, which the C++ is held to as well', () => {
  const vectors = JSON.parse(readFileSync(new URL('../data/search_understanding.json', import.meta.url), 'utf8'));
  assert.ok(vectors.length > 60);
  for (const { query, understood } of vectors) assert.deepEqual(understand(query), understood, query);
});

test('20,000 random queries are understood alike in both languages', () => {
  const random = chance(20240319);
  const pieces = ['91999901', 'MA000001', '5', '0', 'O', 'S', 'I', 'X', '12', '999901', '19800101123', '-', ' ', '　', '某办', '〔2024〕', '[2024]',
    '（２０２４）', '第', '3', '003', '号', '長安', '市', '区', '餐饮', 'bj', 'ＢＪ', '·', '"', '\u200b', '\u00a0', '\u0085', '\n', '😀', '1', 'a'];
  const queries = Array.from({ length: 20000 }, () => Array.from({ length: 1 + random.below(9) }, () => random.of(pieces)).join(''));
  const expected = lines(searchTexts(['queries'], queries.map((query) => JSON.stringify(query)).join('\n')));
  assert.equal(expected.length, queries.length);
  queries.forEach((query, at) => assert.deepEqual(understand(query), expected[at], JSON.stringify(query)));
});
