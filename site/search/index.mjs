// Finds records in the static index (docs/search-index.md): one look-up reads the root and one file. Knows nothing of
// pages; what it reads comes from `read`, so it runs in a browser, in a worker and in Node alike. Before the first
// look-up, prepare(tables) of key.mjs must have been called.
import { Damaged, fileName, readHeads, readLeaf, readRoot } from './files.mjs';
import { inOrder, isLetters, lookedUp, matchOfAll, PINYIN, placeOf } from './matching.mjs';
import { pinyinOf } from './pinyin.mjs';
import { sha256 } from './sha256.mjs';

export { Damaged };
/** To be thrown by `read` when the server says that there is no such file (404). */
export class Missing extends Error {}
/** To be thrown by `read` when the server cannot be reached or answers with an error. */
export class Unreachable extends Error {}

const KEPT_FILES = 8;
const utf8 = new TextEncoder();

/**
 * const index = new SearchIndex((name) => …bytes of search/index/<name>…)
 * const found = await index.find(understand(text).words)
 *
 * Costs: cold 2 requests, warm 1, and none while the same file answers what is typed next.
 */
export class SearchIndex {
  #read;
  #root = null;
  #files = new Map(); // digest → promise of a decoded leaf or head file, the one used last at the end

  /** @param read async (file name) => Uint8Array; throws Missing or Unreachable */
  constructor(read) {
    this.#read = read;
  }

  /**
   * @param words [{written, key, …}]: all must match; names words must match the same name of a record
   * @returns {total, exact, shown, rows, next, said}
   *   total  how many records match; when `exact` is false, no more than so many do
   *   exact  whether `total` is right and `rows` are the best of all that match
   *   shown  rows.length, at most `limit` (50)
   *   rows   [{kind, id, url, title, note, newest, records, matched: {by, text, from, to}}], best first
   *          kind: enterprise plan task draw item guide; url: below the site's root
   *          matched.by: name former number pinyin; text: what matched; from, to: UTF-16 positions in it, equal when
   *          no single place can be marked
   *   next   [{text, count}]: for one word that is too frequent, that word with what could follow it, most frequent first
   *   said   sentences for the reader
   * @throws Damaged, Unreachable; after a release was switched the root is read once more by itself
   */
  async find(words, { limit = 50 } = {}) {
    const texts = [...new Set(words.map((word) => lookedUp(word.key)))].filter((text) => text !== '');
    if (texts.length === 0) return { total: 0, exact: true, shown: 0, rows: [], next: [], said: [] };
    try {
      return await this.#find(texts, limit);
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
    }
    this.#root = null; // another release is shown now: its root names other files
    try {
      return await this.#find(texts, limit);
    } catch (error) {
      if (error instanceof Missing) throw new Damaged('检索索引缺少文件。请刷新页面再试。');
      throw error;
    }
  }

  async #find(texts, limit) {
    this.#root ??= this.#read('root').then((file) => readRoot(file));
    const reading = this.#root;
    let root;
    try {
      root = await reading;
    } catch (error) {
      if (this.#root === reading) this.#root = null;
      throw error;
    }
    const places = texts.map((text) => placeInRoot(root, text));
    if (places.includes(null)) return { total: 0, exact: true, shown: 0, rows: [], next: [], said: [] };
    const rare = places.flatMap((place, at) => (place.leaf === undefined ? [] : [at]));
    return rare.length > 0 ? this.#rareWords(root, texts, places, rare, limit) : this.#frequentWords(root, texts, places, limit);
  }

  // One leaf has every record that matches its word; the other words are judged by its rows. By pinyin a row can only
  // be judged in the leaf of that very pinyin, so the leaf of a word of letters is the one read.
  async #rareWords(root, texts, places, rare, limit) {
    const letters = rare.filter((at) => isLetters(texts[at]));
    const unread = texts.filter((text, at) => isLetters(text) && !(letters.length > 0 && at === letters[0]));
    const chosen = letters[0] ?? rare.find((at) => this.#files.has(root.leaves[places[at].leaf])) ?? rare[0];
    const leaf = await this.#file(root.leaves[places[chosen].leaf], readLeaf);
    const found = [];
    leaf.rows.forEach((row, at) => {
      const match = matchOfAll(row, texts, () => pinyinOf(leaf, at));
      if (match) found.push({ ...match, row });
    });
    found.sort(inOrder);
    const said = unread.length > 0 ? [notByPinyin(unread[0])] : [];
    // What pinyin alone would find of the other word is among the rows of the chosen one.
    const most = said.length === 0 ? found.length : leaf.rows.filter((row, at) => matchOfAll(row, [texts[chosen]], () => pinyinOf(leaf, at))).length;
    return result({ total: most, exact: said.length === 0, found, texts, limit, next: [], said });
  }

  async #frequentWords(root, texts, places, limit) {
    const rarity = (at) => root.rarities[places[at].head];
    const rarest = texts.reduce((best, _, at) => (rarity(at) < rarity(best) ? at : best), 0);
    const place = places[rarest];
    const file = await this.#file(root.headFiles[place.file], readHeads);
    const head = file.heads[place.inFile];
    if (!head) throw new Damaged('检索索引的文件与根文件不符。请刷新页面再试。');
    const found = [], others = [];
    for (const number of head.best) {
      const row = file.rows[number];
      const match = matchOfAll(row, texts, () => [texts[rarest]]);
      if (match) found.push({ ...match, row });
      else others.push({ match: PINYIN, by: 'pinyin', text: row.title, row });
    }
    if (head.best.length === head.total) {
      found.sort(inOrder);
      const unread = texts.filter((text, at) => at !== rarest && isLetters(text));
      if (unread.length === 0) return result({ total: found.length, exact: true, found, texts, limit, next: [], said: [] });
      return result({ total: head.total, exact: false, found, texts, limit, next: [], said: [notByPinyin(unread[0])] });
    }
    if (texts.length > 1) {
      const said = [`这几个词都很常见，只列出“${texts[rarest]}”排在最前的 ${head.best.length} 条，同时符合各词的在先；请把其中一个词写长一些。`];
      return result({ total: head.total, exact: false, found: [...found, ...others], texts, limit, next: [], said });
    }
    return result({ total: head.total, exact: true, found: [...found, ...others], texts, limit, next: following(head, texts[0]), said: [] });
  }

  // The decoded file, read at most once while it is among the last ones used.
  async #file(digest, decode) {
    let reading = this.#files.get(digest);
    this.#files.delete(digest);
    reading ??= this.#read(fileName(digest)).then((file) => decode(file, digest));
    this.#files.set(digest, reading);
    if (this.#files.size > KEPT_FILES) this.#files.delete(this.#files.keys().next().value);
    try {
      return await reading;
    } catch (error) {
      this.#files.delete(digest);
      throw error;
    }
  }
}

const notByPinyin = (text) => `与别的词一起查时，“${text}”只按名称和号码查，没有按拼音查。`;

function compare(one, other) {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) if (one[at] !== other[at]) return one[at] - other[at];
  return one.length - other.length;
}

// The number of texts for which `before` holds, which is so for a beginning of the list.
function partition(texts, before) {
  let low = 0, high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(texts[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

// {head, file, inFile}: the first head that begins with the word; else {leaf}; null: no record has it.
function placeInRoot(root, text) {
  const bytes = utf8.encode(text);
  const head = partition(root.words, (word) => compare(word, bytes) < 0);
  if (head < root.words.length && compare(root.words[head].subarray(0, bytes.length), bytes) === 0) {
    let file = 0, inFile = head;
    while (inFile >= root.headsInFile[file]) inFile -= root.headsInFile[file++];
    return { head, file, inFile };
  }
  const leaf = partition(root.stretches, (first) => compare(first, bytes) <= 0) - 1;
  return leaf < 0 ? null : { leaf };
}

function following(head, text) {
  if (head.word !== text) return [{ text: text + [...head.word.slice(text.length)][0], count: head.total }];
  return head.next.map(({ character, count }) => ({ text: text + character, count }));
}

function result({ total, exact, found, texts, limit, next, said }) {
  const rows = found.slice(0, limit).map(({ row, by, text }) => {
    const { from, to } = by === 'pinyin' ? { from: 0, to: 0 } : placeOfAny(text, texts);
    const { kind, id, title, note, newest, records } = row;
    return { kind, id, url: address(kind, id), title, note, newest, records, matched: { by, text, from, to } };
  });
  return { total, exact, shown: rows.length, rows, next, said };
}

function placeOfAny(text, words) {
  for (const word of words) {
    const place = placeOf(text, word);
    if (place.to > place.from) return place;
  }
  return { from: 0, to: 0 };
}

function address(kind, id) {
  if (kind === 'enterprise') return `enterprises/${sha256(utf8.encode(id)).slice(0, 2)}/${id}.html`;
  if (kind === 'item') return id.replace(/#row-\d+$/, '#rows'); // a page of an edition has no anchor for each of its rows
  if (kind === 'guide') return id;
  return `${kind}s/${id}/`;
}
