// What a query is understood to be: the twin of search/understanding.h; both are held to
// tests/data/search_understanding.json. Knows nothing of the index and of what exists.
import { documentNumber, readCode } from './codes.mjs';
import { key } from './key.mjs';

const LONGEST_WORD = 64;
const MOST_WORDS = 4;
const LONGEST_QUERY = 400;
// Unicode's White_Space: what divides words.
const DIVIDES = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;

/**
 * @param query any text
 * @returns {words, said, problem?}
 *   words    [{written, key, sorts, number?}], at most 4, none twice; empty: nothing to look for
 *            sorts: of 'name', 'pinyin', 'number', in this order, at least one
 *            number: 'unified' 'beginning' 'registration' 'organisation' 'document', when it was recognized to be one
 *   said     Chinese sentences for the reader; empty only when nothing was written
 *   problem  {position, found, expected, suggestion} of a code that cannot be right; position counts from 1, 0: its
 *            length is wrong; suggestion: the whole code as it is probably meant, '' when that is not known
 */
export function understand(query) {
  const characters = [...query];
  const pieces = characters.slice(0, LONGEST_QUERY).join('').split(DIVIDES).filter((piece) => piece !== '');
  if (pieces.length === 0) return { words: [], said: [] };
  const limits = characters.length > LONGEST_QUERY ? ['写的太长，只看了前 400 个字。'] : [];
  const joined = readJoined(pieces);
  if (joined) return told([joined], limits);
  const readings = [];
  let cut = false;
  for (const piece of pieces) {
    const reading = readWord([...piece].slice(0, LONGEST_WORD).join(''));
    if (reading.word.key === '' || readings.some((other) => other.word.key === reading.word.key)) continue;
    if (readings.length === MOST_WORDS) {
      limits.push(`最多同时查 4 个词，从“${reading.word.written}”起没有用上。`);
      break;
    }
    readings.push(reading);
    cut ||= [...piece].length > LONGEST_WORD;
  }
  if (cut) limits.push('一个词最多用前 64 个字，后面的没有用上。');
  return told(readings, limits);
}

function readWord(written) {
  return readDocument(written) ?? readCodeWord(written) ?? readPlain(written);
}

function readDocument(written) {
  const standard = documentNumber(written) ?? documentNumber(`某${written}`)?.slice(1); // 〔2024〕3号, without its agency
  if (standard === undefined) return null;
  return { word: { written, key: key(standard), sorts: ['name', 'number'], number: 'document' }, said: `按文号查找“${standard}”。` };
}

function readCodeWord(written) {
  const code = readCode(written);
  if (!code) return null;
  const alsoName = code.number === 'beginning' && /^\d+$/.test(code.code);
  const sorts = alsoName ? ['name', 'number'] : ['number'];
  return { word: { written, key: key(code.code), sorts, number: code.number }, said: code.said, problem: code.problem };
}

function readPlain(written) {
  const made = key(written);
  const sorts = ['name'];
  if (mayBePinyin(made)) sorts.push('pinyin');
  if (/[0-9]/.test(made)) sorts.push('number');
  return { word: { written, key: made, sorts } };
}

/** Whether a key can be pinyin: 1 to 72 letters a-z, digits among them. */
export const mayBePinyin = (text) => /^(?=.*[a-z])[a-z0-9]{1,72}$/.test(text);

// A number that was written with blanks in it is one word: 91 999901 MA…, 某办 〔2024〕 3 号.
function readJoined(pieces) {
  const written = pieces.join('');
  if (pieces.length < 2 || [...written].length > LONGEST_WORD) return null;
  const document = pieces.some((piece) => documentNumber(piece)) ? null : readDocument(written);
  if (document) return document;
  const code = readCodeWord(written);
  const whole = code?.word.number === 'unified' && code.word.key.length === 18;
  const old = code?.word.number === 'registration' && !code.problem;
  return whole || old ? code : null;
}

function told(readings, limits) {
  const said = plainWords(readings.filter((reading) => !reading.said));
  for (const reading of readings) if (reading.said) said.push(reading.said);
  if (readings.length > 1) said.push('各词都要符合。');
  if (readings.length === 0) said.push('没有可查的字：请写名称、代码、文号或拼音中的几个字。');
  const problem = readings.find((reading) => reading.problem)?.problem;
  return { words: readings.map((reading) => reading.word), said: [...said, ...limits], ...(problem && { problem }) };
}

function wayOf({ sorts }) {
  const number = sorts.includes('number');
  if (sorts.includes('pinyin')) return number ? '按拼音、编号的开头或名称中的字母数字查找' : '按拼音（首字母或全拼）或名称中的字母查找';
  return number ? '按名称或编号的开头查找' : '按名称查找';
}

// One sentence for all words that have none of their own.
function plainWords(readings) {
  const ways = new Map();
  for (const { word } of readings) ways.set(wayOf(word), [...ways.get(wayOf(word)) ?? [], `“${word.written}”`]);
  const sentence = [...ways].map(([way, words]) => way + words.join('、')).join('；');
  return sentence === '' ? [] : [`${sentence}。`];
}
