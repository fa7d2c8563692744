// What matches and in which order: the twin of search/matching.h. A word is judged by a row's own names, numbers and
// pinyin keys. Knows neither files nor pages.
import { key, shorten, tradeNameStart } from './key.mjs';

/** How a word matches, best first. */
export const WHOLE = 0, BEGINNING = 1, TRADE_NAME = 2, INSIDE = 3, PINYIN = 4, NOT = 5;
const LONGEST = 64, LEAST_OF_UNIFIED_CODE = 8;
const UNIFIED_CODE = /^[0-9a-hj-npqrtuwxy]{18}$/; // as a key

/** What a word is looked up as. */
export const lookedUp = (word) => [...shorten(key(word))].slice(0, LONGEST).join('');

/** Whether a word can be pinyin. */
export const isLetters = (word) => /^(?=.*[a-z])[a-z0-9]+$/.test(word);

/** How a word finds a name by its key: WHOLE … INSIDE or NOT, best of all places. */
export function matchOfName(nameKey, word) {
  let best = NOT, trade = -1;
  for (let at = nameKey.indexOf(word[0]); at >= 0; at = nameKey.indexOf(word[0], at + 1)) {
    const rest = shorten(nameKey.slice(at));
    if (!rest.startsWith(word)) continue;
    if (at === 0) return rest === word ? WHOLE : BEGINNING;
    if (trade < 0) trade = tradeNameStart(nameKey);
    best = Math.min(best, at === trade ? TRADE_NAME : INSIDE);
  }
  return best;
}

function matchOfNumber(number, word) {
  const whole = key(number);
  if (!/^[\0-\x7f]*$/.test(whole)) {
    const found = matchOfName(whole, word);
    return found === TRADE_NAME ? INSIDE : found;
  }
  if (!whole.startsWith(word) || (UNIFIED_CODE.test(whole) && word.length < LEAST_OF_UNIFIED_CODE)) return NOT;
  return whole === word ? WHOLE : BEGINNING;
}

/** The numbers of a row, an enterprise's code among them. */
export function numbersOf(row) {
  return row.kind === 'enterprise' && !/^[a-z]/.test(row.id) ? [row.id, ...row.numbers] : row.numbers;
}

/**
 * How all words match a row; words that match names must match the same name.
 * @param words in looked-up form; pinyin: () => the row's pinyin keys as far as they are known
 * @returns {match, by, text} with by 'name' 'former' 'number' 'pinyin' and the text that the first word matched, or null
 */
export function matchOfAll(row, words, pinyin) {
  const otherwise = words.map((word) => {
    let best = { match: NOT };
    for (const number of numbersOf(row)) {
      const match = matchOfNumber(number, word);
      if (match < best.match) best = { match, by: 'number', text: number };
    }
    if (best.match > PINYIN && isLetters(word) && pinyin().some((one) => one.startsWith(word))) best = { match: PINYIN, by: 'pinyin', text: row.title };
    return best;
  });
  let found = null;
  [row.title, ...row.names].forEach((name, at) => {
    const nameKey = key(name);
    const each = words.map((word, n) => {
      const match = matchOfName(nameKey, word);
      return match <= otherwise[n].match && match !== NOT ? { match, by: at === 0 ? 'name' : 'former', text: name } : otherwise[n];
    });
    const match = Math.max(...each.map((one) => one.match));
    if (match !== NOT && (found === null || match < found.match)) found = { ...each[0], match };
  });
  return found;
}

/** Where in a text the word stands: UTF-16 positions, equal when it is nowhere. */
export function placeOf(text, word) {
  const starts = [];
  for (let at = 0; at < text.length; at += text.codePointAt(at) > 0xffff ? 2 : 1) starts.push(at);
  for (const from of starts) {
    const rest = text.slice(from);
    if (key(rest[0] >= '\ud800' && rest[0] <= '\udbff' ? rest.slice(0, 2) : rest[0]) === '') continue;
    if (!shorten(key(rest)).startsWith(word)) continue;
    for (const to of [...starts.filter((one) => one > from), text.length])
      if (shorten(key(text.slice(from, to))).startsWith(word)) return { from, to };
  }
  return { from: 0, to: 0 };
}

const byText = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
const KIND_ORDER = ['enterprise', 'plan', 'task', 'draw', 'item', 'guide'];

/** The stated order of {match, row}. */
export function inOrder(one, other) {
  return one.match - other.match || byText(other.row.newest, one.row.newest) || other.row.records - one.row.records ||
    [...one.row.title].length - [...other.row.title].length ||
    KIND_ORDER.indexOf(one.row.kind) - KIND_ORDER.indexOf(other.row.kind) || byText(one.row.id, other.row.id);
}
