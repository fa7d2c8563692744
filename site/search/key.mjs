// What a name and a query are compared by: the twin of text/search_key.h and text/places.h, from the same tables
// (the tables file of the release, written from the C++ ones). Call prepare(tables) once before anything else.
// Knows nothing of the index and the page.

const ANY_PLACE = '省市区县旗盟'; // one of these may stand behind any place
const COUNTRY = '中国';

let fold; // code point → text, for those that change
let simple; // traditional character → simplified
let places; // name without suffix → {own: [suffix of several characters…], standings: [[province, prefecture, county]…]}
let beginnings; // first characters of all suffixes
let longest;

/** Takes the parsed tables.json. @throws TypeError when it is not what this module was written for */
export function prepare(tables) {
  if (tables?.format !== 1) throw new TypeError('检索用的字表不是本页面能读的版本，请刷新页面。');
  fold = foldTable(tables.fold);
  simple = new Map();
  const traditional = [...tables.traditional];
  [...tables.simplified].forEach((to, at) => simple.set(traditional[at], to));
  readPlaces(tables.places);
}

function foldTable(rules) {
  const table = new Map();
  for (const [first, last, how, to] of rules) {
    const listed = [...to];
    for (let c = first; c <= last; c++) {
      if (how === 'becomes') table.set(c, to);
      else if (how === 'counts_up') table.set(c, String.fromCodePoint(to.codePointAt(0) + c - first));
      else table.set(c, listed[c - first]);
    }
  }
  return table;
}

/** The key of a text: folded, in simplified characters, without ()·-,. — empty: nothing to look for. */
export function key(text) {
  let made = '';
  for (const character of text) {
    const c = character.codePointAt(0);
    let folded = character;
    if (c < 0x4e00 || c > 0x9fff) folded = c >= 0xd800 && c <= 0xdfff ? '\ufffd' : fold.get(c) ?? character;
    for (const one of folded) if (!'()·-,.'.includes(one)) made += simple.get(one) ?? one;
  }
  return made;
}

/** The key without 省市区县… behind places; what the end of the text cuts off of a suffix is left away too. */
export function shorten(text) {
  let kept = '';
  for (let at = 0; at < text.length;) {
    const suffix = suffixBetween(kept, text, at);
    if (suffix === 'cut off') break;
    if (suffix === 0) kept += text[at];
    at += suffix || 1;
  }
  return kept;
}

/** Where the trade name (字号) begins in a key; 0 when no place stands before it or nothing follows. */
export function tradeNameStart(text) {
  let at = text.startsWith(COUNTRY) ? COUNTRY.length : 0;
  for (let outer = null; ;) {
    const [length, place] = leadingPlace(text, at, outer);
    if (length === 0) break;
    at += length;
    outer = place;
  }
  return at === text.length ? 0 : at;
}

function leadingPlace(text, at, outer) {
  for (let length = Math.min(longest, text.length - at); length >= 2; length--) {
    const place = places.get(text.substr(at, length));
    if (!place) continue;
    const suffix = suffixOf(place, text, at + length);
    const long = suffix === 'cut off' ? 0 : suffix;
    if (long > 0 || outer === null || liesWithin(place, outer)) return [length + long, place];
  }
  return [0, null];
}

function liesWithin(inner, outer) {
  return inner.standings.some(([province, prefecture, county]) => outer.standings.some((out) => out[2] === 0 &&
    out[0] === province && (out[1] === 0 ? prefecture + county > 0 : prefecture === out[1] && county > 0)));
}

// The length of the suffix at `at` if a place's name ends `before`; 0: none; 'cut off': the text ends inside one.
function suffixBetween(before, text, at) {
  if (before.length < 2 || !beginnings.has(text[at])) return 0;
  let found = 0;
  for (let length = 2; length <= Math.min(longest, before.length); length++) {
    const place = places.get(before.slice(-length));
    if (!place) continue;
    const one = suffixOf(place, text, at);
    if (one > 0) return one;
    if (one === 'cut off') found = one;
  }
  return found;
}

function suffixOf(place, text, at) {
  if (!place.takesSuffix || at >= text.length) return 0;
  if (ANY_PLACE.includes(text[at])) return 1;
  let found = 0;
  for (const suffix of place.own) {
    if (text.startsWith(suffix, at)) return suffix.length;
    if (text.length - at < suffix.length && suffix.startsWith(text.slice(at))) found = 'cut off';
  }
  return found;
}

function readPlaces(table) {
  places = new Map();
  beginnings = new Set();
  longest = 0;
  let province = 0, prefectures = 0, counties = 0;
  for (const line of table.split('\n')) {
    if (line === '') continue;
    if (line[0] === '*') {
      province++;
      prefectures = counties = 0;
      addPlace(line.slice(1), [province, 0, 0]);
      continue;
    }
    const [first, ...rest] = line.split(' ');
    const prefecture = first === '-' ? 0 : ++prefectures;
    if (first !== '-') addPlace(first, [province, prefecture, 0]);
    for (const word of rest) addPlace(word, [province, prefecture, ++counties]);
  }
}

function addPlace(word, standing) {
  const stroke = word.indexOf('/');
  const whole = stroke < 0 && word.length < 3; // 单县: no name without 县
  const stem = key(stroke >= 0 ? word.slice(0, stroke) : whole ? word : word.slice(0, -1));
  const place = places.get(stem) ?? { takesSuffix: false, own: [], standings: [] };
  places.set(stem, place);
  place.standings.push(standing);
  place.takesSuffix ||= !whole;
  longest = Math.max(longest, stem.length);
  const suffix = key(stroke >= 0 ? word.slice(stroke + 1) : '');
  const own = suffix === '' ? [] : [suffix];
  if (suffix.includes('自治')) own.push(suffix.slice(suffix.indexOf('自治')));
  if (suffix.includes('自治') && suffix.endsWith('州')) own.push('州');
  for (const one of own) if (!place.own.includes(one)) place.own.push(one);
  for (const one of [...own, word.at(-1)]) beginnings.add(one[0]);
}
