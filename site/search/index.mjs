// Finds records in the static index (docs/search-index.md): one look-up reads the root and one file. Knows nothing of
// pages; what it reads comes from `read`, so it runs in a browser, in a worker and in Node alike.

/// Thrown when a file of the index is not what its name says, or cannot be understood: never "no result".
export class Damaged extends Error {}
/// To be thrown by `read` when the server says that there is no such file (404).
export class Missing extends Error {}
/// To be thrown by `read` when the server cannot be reached or answers with an error.
export class Unreachable extends Error {}

/**
 * const index = new SearchIndex((name) => …bytes of search/index/<name>…)
 * const found = await index.find(understand(text).words)
 *
 * Costs: cold 2 requests, warm 1, and none while the same file answers what is typed next.
 */
export class SearchIndex {
  /** @param read async (file name) => Uint8Array; throws Missing or Unreachable */
  constructor(read) {
    this.read = read;
  }

  /**
   * @param words [{written, key, …}]: all must match; names words must match the same name of a record
   * @returns {total, exact, shown, rows, next, said}
   *   total  how many records match; when `exact` is false, no more than so many do
   *   exact  whether `total` is right and every match can be in `rows`
   *   shown  rows.length, at most `limit` (50)
   *   rows   [{kind, id, url, title, note, newest, records, matched: {by, text, from, to}}], best first
   *          kind: enterprise plan task draw item guide; url: below the site's root
   *          matched.by: name former number pinyin; text: what matched; from, to: UTF-16 positions in it, equal when
   *          no single place can be marked
   *   next   [{text, count}]: for one word that is too frequent, what could follow it, most frequent first
   *   said   sentences for the reader
   * @throws Damaged, Unreachable; after a release was switched the root is read once more by itself
   */
  async find(words, { limit = 50 } = {}) {
    void words, limit;
    throw new Damaged('检索索引尚未提供');
  }
}
