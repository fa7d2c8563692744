// What must be found, by the plain definition: every record is looked at for every word. It is slow, shares nothing with
// the index but the keys of texts (site/search/key.mjs), and is what the index is held against.
//
// A record: {kind, id, title, other_names, numbers, newest, records, pinyin}; pinyin: its pinyin keys, as the C++ makes
// them (nothing else here knows how characters are read).
import { key, shorten, tradeNameStart } from '../../site/search/key.mjs';

/** What somebody looks for as a name: the start of a name's key at every character, without suffixes of places. */
export function* starts(nameKey) {
  const characters = [...nameKey];
  for (let at = 0; at < characters.length; at++) yield shorten(characters.slice(at).join(''));
}

/** Whether a name's key holds the word's key at some place. */
export function holds(nameKey, wordKey) {
  const wanted = shorten(wordKey);
  for (const start of starts(nameKey)) if (start.startsWith(wanted)) return true;
  return false;
}

const namesOf = (record) => [record.title, ...record.other_names].map(key);

const UNIFIED = /^[0-9a-hj-npqrtuwxy]{18}$/;

/** Whether a number is the word or begins with it; 文号 and others with Chinese characters hold it anywhere. */
export function isNumber(number, wordKey) {
  const numberKey = key(number);
  if (/[^\0-\x7f]/.test(number)) return holds(numberKey, wordKey);
  if (UNIFIED.test(numberKey) && wordKey.length < 8) return false;
  return numberKey.startsWith(wordKey);
}

/** Whether all words match; words that only a name has must be in the same name. */
export function matches(record, words) {
  const elsewhere = (word) => (word.sorts.includes('number') && record.numbers.some((number) => isNumber(number, word.key))) ||
    (word.sorts.includes('pinyin') && (record.pinyin ?? []).some((pinyin) => pinyin.startsWith(word.key)));
  const onlyNames = words.filter((word) => !elsewhere(word));
  if (onlyNames.some((word) => !word.sorts.includes('name'))) return false;
  return onlyNames.length === 0 || namesOf(record).some((name) => onlyNames.every((word) => holds(name, word.key)));
}

/** How well one word matches a record: 0 the whole name, 1 its beginning, 2 the trade name's, 3 inside, 4 otherwise. */
export function closeness(record, wordKey) {
  const wanted = shorten(wordKey);
  const ways = namesOf(record).map((name) => {
    const whole = shorten(name);
    if (whole === wanted) return 0;
    if (whole.startsWith(wanted)) return 1;
    if (shorten(name.slice(tradeNameStart(name))).startsWith(wanted)) return 2;
    return holds(name, wordKey) ? 3 : 4;
  });
  return Math.min(...ways);
}

/**
 * The records that each of many name words finds, all in one pass: every beginning of every start of every name is
 * looked up among the words. The same definition as holds(), turned round so that 10,000 words are affordable.
 * @returns Map from the word's short key to a Set of the records' places in the list
 */
export function foundByName(records, wordKeys) {
  const found = new Map(wordKeys.map((word) => [shorten(word), new Set()]));
  const longest = Math.max(...[...found.keys()].map((word) => word.length));
  records.forEach((record, place) => {
    for (const name of namesOf(record)) {
      for (const start of starts(name)) {
        for (let length = 0; length <= Math.min(longest, start.length); length++) found.get(start.slice(0, length))?.add(place);
      }
    }
  });
  return found;
}
