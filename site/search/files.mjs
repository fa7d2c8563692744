// Reads the files of the static index: the twin of search/{file,rows,leaf,heads,root}.cpp, format in
// docs/search-index.md. Every length is bounded before it is used. Knows nothing of looking up.
import { inflate } from './inflate.mjs';
import { sha256 } from './sha256.mjs';

/** Thrown when a file of the index is not what its name says, or cannot be understood: never "no result". */
export class Damaged extends Error {}

export const KINDS = ['enterprise', 'plan', 'task', 'draw', 'item', 'guide'];
const LARGEST_CONTENT = 4 << 20, NAME_BYTES = 5, MOST_ROWS = 100000, MOST_TEXTS = 1000, LONGEST_TEXT = 100000;
const MOST_FILES = 200000, MOST_HEADS = 200000, MOST_HEADS_IN_FILE = 10000, MOST_NEXT = 100, MOST_PINYIN = 1000000;
const LONGEST_WORD_BYTES = 256, LONGEST_PINYIN = 72, MOST_SYLLABLES = 5000, LONGEST_SYLLABLE = 8, MOST_READINGS = 100000, MOST_DAYS = 200000;
const DAY_ZERO = Date.UTC(2000, 0, 1);
const utf8 = new TextDecoder();

const damaged = (what) => new Damaged(`检索索引的文件已损坏（${what}）。请刷新页面再试。`);

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  get left() {
    return this.bytes.length - this.at;
  }
  byte() {
    if (this.at >= this.bytes.length) throw damaged('过短');
    return this.bytes[this.at++];
  }
  number(most) {
    let value = 0, unit = 1;
    for (let n = 0; n < 5; n++, unit *= 128) {
      const next = this.byte();
      value += (next & 0x7f) * unit;
      if (next >= 0x80) continue;
      if (value > most) throw damaged('数超出上限');
      return value;
    }
    throw damaged('数过长');
  }
  take(length) {
    if (length > this.left) throw damaged('过短');
    return this.bytes.subarray(this.at, this.at += length);
  }
  list(count, read) {
    return Array.from({ length: count }, read);
  }
  end() {
    if (this.left !== 0) throw damaged('末尾有多余内容');
  }
}

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The name below search/index/ of a file by its short digest. */
export const fileName = (digest) => `${digest.slice(0, 2)}/${digest.slice(2)}`;

function unpacked(kind, file, digest) {
  if (digest !== undefined && sha256(file).slice(0, 2 * NAME_BYTES) !== digest) throw damaged('内容与摘要不符');
  const reader = new Reader(file);
  if (utf8.decode(reader.take(4)) !== `gs1${kind}`) throw damaged('不是索引文件，或版本不同');
  const [a, b, c, d] = reader.take(4);
  const size = a + b * 0x100 + c * 0x10000 + d * 0x1000000;
  if (size > LARGEST_CONTENT) throw damaged('过长');
  const own = kind === 'r' ? hex(reader.take(8)) : '';
  const body = reader.take(reader.left);
  if (kind === 'r' && !sha256(body).startsWith(own)) throw damaged('根文件与其摘要不符');
  try {
    return new Reader(inflate(body, size));
  } catch {
    throw damaged('无法解压');
  }
}

function frontCoded(reader, count, longest) {
  if (count > reader.left) throw damaged('个数超出长度');
  const lengths = reader.list(count, () => {
    const shared = reader.number(longest);
    return [shared, reader.number(longest - shared)];
  });
  let before = new Uint8Array(0);
  return lengths.map(([shared, rest]) => {
    if (shared > before.length) throw damaged('词接不上');
    const text = new Uint8Array(shared + rest);
    text.set(before.subarray(0, shared));
    text.set(reader.take(rest), shared);
    return before = text;
  });
}

// One or two bytes of an alphabet for each character (search/text_codec.h).
const ONE_BYTE = 207, TWO_BYTES = 47 * 256, FIRST_OF_TWO = 208, ANY = 255;

function textReader(reader) {
  const alphabet = new Array(reader.number(Math.min(ONE_BYTE + TWO_BYTES, reader.left)));
  let before = 0;
  for (let place = 0; place < alphabet.length; place++) {
    if (place === ONE_BYTE) before = 0;
    before += reader.number(0x10ffff - before);
    alphabet[place] = character(before);
  }
  return () => {
    let text = '';
    for (let next = reader.byte(); next !== 0; next = reader.byte()) {
      if (next === ANY) {
        text += character(reader.byte() << 16 | reader.byte() << 8 | reader.byte());
      } else {
        const place = next >= FIRST_OF_TWO ? ONE_BYTE + (next - FIRST_OF_TWO) * 256 + reader.byte() : next - 1;
        if (place >= alphabet.length) throw damaged('字符表之外的字符');
        text += alphabet[place];
      }
      if (text.length > LONGEST_TEXT) throw damaged('文字超出上限');
    }
    return text;
  };
}

function character(codePoint) {
  if (codePoint > 0x10ffff) throw damaged('不存在的字符');
  return codePoint >= 0xd800 && codePoint <= 0xdfff ? '\ufffd' : String.fromCodePoint(codePoint);
}

// Unified codes from their area and the organisation's number; both check characters are made again.
const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'; // GB 32100-2015
const FIRST_LETTERS = 100000000, WITH_LETTERS = 887503681;
const INNER = [3, 7, 9, 10, 5, 8, 4, 2]; // GB 11714-1997

function unpackedCode(area, organisation) {
  if (organisation >= FIRST_LETTERS + WITH_LETTERS) throw damaged('代码超出范围');
  let text = '';
  if (organisation < FIRST_LETTERS) {
    text = String(organisation).padStart(8, '0');
  } else {
    for (let rest = organisation - FIRST_LETTERS, n = 0; n < 6; n++, rest = Math.floor(rest / 31)) text = LETTERS[rest % 31] + text;
    text = `MA${text}`;
  }
  let sum = 0;
  for (let n = 0; n < 8; n++) sum += parseInt(text[n], 36) * INNER[n];
  const inner = (11 - sum % 11) % 11;
  const code = area + text + (inner === 10 ? 'X' : inner);
  sum = 0;
  for (let n = 0, weight = 1; n < 17; n++, weight = weight * 3 % 31) {
    const value = LETTERS.indexOf(code[n]);
    if (value < 0) throw damaged('代码有误');
    sum += value * weight;
  }
  return code + LETTERS[(31 - sum % 31) % 31];
}

function readCodes(reader, count) {
  const areas = [];
  for (let groups = reader.number(count); groups > 0; groups--) {
    const area = utf8.decode(reader.take(8));
    for (let members = reader.number(count - areas.length); members > 0; members--) areas.push(area);
  }
  if (areas.length !== count) throw damaged('代码的个数不符');
  const planes = reader.list(4, () => reader.take(count));
  return areas.map((area, row) => unpackedCode(area, planes.reduce((number, plane) => number * 256 + plane[row], 0)));
}

function readRows(reader) {
  const count = reader.number(MOST_ROWS), packed = reader.number(count);
  if (count > reader.left) throw damaged('行数超出长度');
  const text = textReader(reader);
  const rows = readCodes(reader, packed).map((id) => ({ kind: 'enterprise', id, title: '', note: '', names: [], numbers: [], newest: '', records: 0 }));
  while (rows.length < count) {
    const kind = KINDS[reader.byte()];
    if (!kind) throw damaged('不认识的种类');
    rows.push({ kind, id: '', title: '', note: '', names: [], numbers: [], newest: '', records: 0 });
  }
  for (const row of rows.slice(packed)) row.id = text();
  const flags = reader.list(count, () => reader.byte());
  if (flags.some((flag) => flag > 15)) throw damaged('不认识的标记');
  for (const row of rows) row.title = text();
  const flagged = (flag) => rows.filter((_, at) => flags[at] & flag);
  for (const row of flagged(1)) row.note = text();
  for (const row of flagged(2)) row.names = reader.list(reader.number(MOST_TEXTS), text);
  for (const row of flagged(4)) row.numbers = reader.list(reader.number(MOST_TEXTS), text);
  for (const row of flagged(8)) {
    const days = reader.number(MOST_DAYS);
    if (days > 0) row.newest = new Date(DAY_ZERO + days * 86400000).toISOString().slice(0, 10);
    row.records = reader.number(0xffffffff);
  }
  return rows;
}

/**
 * @returns {rows, readings, otherwise, keys} for pinyinOf of pinyin.mjs: readings: Map character → reading; otherwise: Set
 *          of row numbers whose pinyin does not follow from them; keys: Map row number → [pinyin key]
 * @throws Damaged
 */
export function readLeaf(file, digest) {
  const reader = unpacked('l', file, digest);
  const rows = readRows(reader), readings = new Map(), otherwise = new Set(), keys = new Map();
  for (const syllable of frontCoded(reader, reader.number(MOST_SYLLABLES), LONGEST_SYLLABLE)) {
    const reading = utf8.decode(syllable);
    for (let count = reader.number(MOST_READINGS), one = 0; count > 0; count--) {
      one += reader.number(0x10ffff - one);
      readings.set(character(one), reading);
    }
  }
  for (let count = reader.number(rows.length), row = 0; count > 0; count--) {
    row += reader.number(rows.length);
    otherwise.add(row);
  }
  for (const letters of frontCoded(reader, reader.number(MOST_PINYIN), LONGEST_PINYIN)) {
    const row = reader.number(0xffffffff);
    if (row >= rows.length) throw damaged('拼音指向不存在的行');
    keys.set(row, [...(keys.get(row) ?? []), utf8.decode(letters)]);
  }
  reader.end();
  return { rows, readings, otherwise, keys };
}

/** @returns {rows, heads: [{word, total, best: [row number], next: [{character, count}]}]}. @throws Damaged */
export function readHeads(file, digest) {
  const reader = unpacked('h', file, digest);
  const rows = readRows(reader);
  const words = frontCoded(reader, reader.number(MOST_HEADS_IN_FILE), LONGEST_WORD_BYTES);
  const counts = words.map(() => {
    const total = reader.number(0xffffffff);
    return [total, reader.number(Math.min(rows.length, total)), reader.number(MOST_NEXT)];
  });
  const heads = words.map((word, at) => ({
    word: utf8.decode(word),
    total: counts[at][0],
    best: reader.list(counts[at][1], () => reader.number(rows.length - 1)),
    next: [],
  }));
  heads.forEach((head, at) => {
    head.next = reader.list(counts[at][2], () => ({ character: character(reader.number(0x10ffff)), count: reader.number(0xffffffff) }));
  });
  reader.end();
  return { rows, heads };
}

/**
 * @returns {mostExact, records: {kind: count}, stretches: [bytes], leaves: [digest], words: [bytes], rarities,
 *           headsInFile: [count], headFiles: [digest]}
 * @throws Damaged
 */
export function readRoot(file) {
  const reader = unpacked('r', file);
  if (reader.number(0xffffffff) !== 1) throw damaged('版本不同');
  const mostExact = reader.number(0xffffffff), records = {};
  for (const kind of KINDS) records[kind] = reader.number(0xffffffff);
  const leafCount = reader.number(MOST_FILES), headCount = reader.number(MOST_HEADS), fileCount = reader.number(MOST_FILES);
  let placed = 0;
  const headsInFile = reader.list(fileCount, () => {
    const count = reader.number(headCount - placed);
    placed += count;
    return count;
  });
  if (placed !== headCount) throw damaged('热词的个数不符');
  const stretches = frontCoded(reader, leafCount, LONGEST_WORD_BYTES);
  const words = frontCoded(reader, headCount, LONGEST_WORD_BYTES);
  const rarities = reader.take(headCount);
  const leaves = reader.list(leafCount, () => hex(reader.take(NAME_BYTES)));
  const headFiles = reader.list(fileCount, () => hex(reader.take(NAME_BYTES)));
  reader.end();
  return { mostExact, records, stretches, leaves, words, rarities, headsInFile, headFiles };
}
