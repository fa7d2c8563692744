// The browser makes the same keys of a text as the C++, from the tables that the C++ writes.
import assert from 'node:assert/strict';
import test from 'node:test';
import { key, prepare, shorten, tradeNameStart } from '../../site/search/key.mjs';
import { lines, searchTexts } from './search_texts.mjs';

prepare(JSON.parse(searchTexts(['tables'])));

test('20,000 random names have the same key, the same without suffixes of places and the same trade name', () => {
  const names = lines(searchTexts(['names', '20240319', '20000']));
  assert.equal(names.length, 20000);
  for (const { name, key: expected, short, trade } of names) {
    const made = key(name);
    assert.deepEqual([made, shorten(made), made.slice(tradeNameStart(made))], [expected, short, trade], name);
  }
});

test('every ideograph and every sign of the folding table has a key of its own that stays', () => {
  for (let c = 0; c <= 0x3ffff; c++) {
    const made = key(String.fromCodePoint(c));
    assert.equal(key(made), made, c.toString(16));
  }
});

test('a half surrogate is no character', () => {
  assert.equal(key('甲\ud83d乙'), '甲\ufffd乙');
});

test('tables of another kind are refused', () => {
  assert.throws(() => prepare({ format: 2 }), TypeError);
  assert.throws(() => prepare(null), TypeError);
});
