// What the C++ makes of texts: the program gongshi-search-texts, named by GONGSHI_SEARCH_TEXTS.
import { spawnSync } from 'node:child_process';

/** The program's output for these arguments. @throws when it cannot be run */
export function searchTexts(verb, input = '') {
  const program = process.env.GONGSHI_SEARCH_TEXTS ?? new URL('../../build/gongshi-search-texts', import.meta.url).pathname;
  const { status, stdout, error } = spawnSync(program, verb, { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status !== 0) throw error ?? new Error(`${program}: ${status}`);
  return stdout;
}

/** One parsed value for each line. */
export const lines = (text) => text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));

/** Numbers by chance, the same for the same seed: below(n) is 0 … n-1 (mulberry32, a public-domain generator). */
export function chance(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  return { below: (n) => next() % n, of: (list) => list[next() % list.length] };
}
