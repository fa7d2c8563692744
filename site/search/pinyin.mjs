// By which pinyin the rows of a leaf are found: the twin of search/leaf_readings.h. Which character is read how stands in
// the leaf itself; nothing here knows it.
import { key, tradeNameStart } from './key.mjs';

const MOST_CHARACTERS = 12;

/** The pinyin keys of a row of a leaf (readLeaf of files.mjs), as far as the leaf knows them. */
export function pinyinOf(leaf, number) {
  const keys = [...(leaf.keys.get(number) ?? [])];
  if (leaf.readings.size === 0 || leaf.otherwise.has(number)) return keys;
  const row = leaf.rows[number];
  for (const name of [row.title, ...row.names]) {
    const whole = key(name);
    spell(whole, leaf.readings, keys);
    const start = tradeNameStart(whole);
    if (start > 0) spell(whole.slice(start), leaf.readings, keys);
  }
  return keys;
}

// Initials and full pinyin of the first characters that are a-z, 0-9 or have a reading; none where no character has one.
function spell(name, readings, keys) {
  let initials = '', full = '', used = 0, any = false;
  for (const character of name) {
    if (used === MOST_CHARACTERS) break;
    const plain = /[a-z0-9]/.test(character);
    const reading = plain ? character : readings.get(character);
    if (reading === undefined) continue;
    initials += reading[0];
    full += reading;
    any ||= !plain;
    used++;
  }
  if (any) keys.push(initials, full);
}
