// What is one canonical JSON file, and what is none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCanonical, readRelaxed } from '../../site/draw/canonical.mjs';
import { readFile, readRound } from '../../site/draw/files.mjs';
import { Unreadable } from '../../site/draw/unreadable.mjs';
import { bytesOf, canonicalBytes, parsed } from './vectors.mjs';

const bytes = (text) => new TextEncoder().encode(text);
const read = (text) => readCanonical('x.json', typeof text === 'string' ? bytes(text) : text);
const refused = (text, why) => assert.throws(() => read(text), Unreadable, why ?? text);

test('canonical JSON is read as it is', () => {
  assert.deepEqual(read('[0,9007199254740991,"a",true,false,null,[],{}]').slice(0, 6), [0, 2 ** 53 - 1, 'a', true, false, null]);
  assert.equal(read('"\\"\\\\\\b\\t\\n\\f\\r\\u0000\\u001f/\u007f\u2028中😀"'), '"\\\b\t\n\f\r\0\x1f/\u007f\u2028中😀');
  assert.deepEqual({ ...read('{"":1,"a":2,"é":3,"😀":4,"\ufb33":5}') }, { '': 1, a: 2, 'é': 3, '😀': 4, '\ufb33': 5 });
});

test('no other spelling of the same value is', () => {
  for (const text of ['', ' 1', '1 ', '1\n', '\ufeff1', '[1, 2]', '{"a": 1}', '{"b":1,"a":2}', '{"a":1,"a":1}', '[1,]', '{"a":1,}',
    '01', '-0', '-1', '1.0', '1e2', '1E2', '+1', '9007199254740992', '99999999999999999999', 'NaN', 'True', "'a'", '"a', '"\t"', '"\n"',
    '"\\/"', '"\\u0041"', '"\\u000a"', '"\\u001F"', '"\\ud800"', '"\\ud83d\\ude00"', '"\\x41"', '[1]]', '1,2', '{a:1}', '{"a"}'])
    refused(text);
});

test('bytes that are no UTF-8 are not', () => {
  for (const broken of [[0x22, 0xff, 0x22], [0x22, 0xc0, 0x80, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22], [0x22, 0xf4, 0x90, 0x80, 0x80, 0x22],
    [0x22, 0xe4, 0xb8, 0x22], [0xff, 0xfe, 0x31, 0x00]]) refused(Uint8Array.from(broken), String(broken));
});

test('keys are sorted as UTF-16 does, and none is special', () => {
  refused('{"\ufb33":1,"😀":2}');
  const value = read('{"__proto__":{"a":1},"constructor":2}');
  assert.deepEqual(Object.keys(value), ['__proto__', 'constructor']);
  assert.equal(value.a, undefined);
  assert.equal({}.a, undefined);
});

test('32 levels are read, 33 are not, and a million end at once', () => {
  assert.doesNotThrow(() => read('['.repeat(32) + ']'.repeat(32)));
  refused('['.repeat(33) + ']'.repeat(33));
  refused('['.repeat(1_000_000));
});

test('a refused file is named with its line and place', () => {
  assert.throws(() => read('{"a":1,\n"b":2}'), { file: 'x.json', line: 1, reason: /第 8 个字符/ });
  assert.throws(() => read('[1\n,2\n]'), { file: 'x.json', line: 1 });
});

for (const name of ['announcement.json', 'quota.json', 'record.json', 'reveal.json', 'drawn.json']) {
  const value = parsed(bytesOf('facts').get(name));
  /** Every object in a value, with a function that puts another in its place. */
  function* objects(whole, at = whole, put = undefined) {
    if (at === null || typeof at !== 'object') return;
    if (!Array.isArray(at)) yield [at, put];
    for (const key in at) yield* objects(whole, at[key]);
  }
  test(`${name}: no key may be missing or added, no value of another type`, () => {
    assert.doesNotThrow(() => readFile(name, canonicalBytes(value)));
    const copies = [...objects(value)].length;
    for (let which = 0; which < copies; ++which) {
      const keys = Object.keys([...objects(value)][which][0]);
      const ofReasons = name === 'quota.json' && which === 1;  // its keys are the office's reasons
      for (const change of [...(ofReasons ? [(at) => (at['A B'] = 1)] : [...keys.map((key) => (at) => delete at[key]), (at) => (at.zzz = 1)]),
        ...keys.map((key) => (at) => (at[key] = null)), ...keys.map((key) => (at) => (at[key] = [[]]))]) {
        const copy = structuredClone(value);
        change([...objects(copy)][which][0]);
        assert.throws(() => readFile(name, canonicalBytes(copy)), Unreadable, JSON.stringify(copy).slice(0, 300));
      }
    }
  });
}

test('a round is read as drand serves it, in any order and with white space, and nothing more', () => {
  const round = '{ "round": 123,\n "signature": "00ff", "randomness": "ab" }';
  assert.deepEqual({ ...readRound('r', bytes(round)) }, { round: 123, signature: '00ff', randomness: 'ab' });
  assert.equal(readRelaxed('r', bytes('"\\u0041\\/"'), 100), 'A/');
  for (const text of [round.replace('123', '"123"'), round.replace('ab', 'AB'), round.replace('}', ', "x": 1}'), round.replace('ab', 'ab"ab'),
    `${round}1`, round.replace('"round": 123,', ''), round.replace('"round": 123,', '"round": 123, "round": 123,'), `${round}${' '.repeat(65536)}`])
    assert.throws(() => readRound('r', bytes(text)), Unreadable, text.slice(0, 100));
});
