// What was found, as it stands on the page: the shape is told in templates/search.tpl, where gongshi-server writes the same.
// Knows nothing of how it was found.

const kindWords = { enterprise: '企业', plan: '计划', task: '任务', draw: '抽取', item: '事项', guide: '指南' };
export const kinds = Object.keys(kindWords);
const many = (count) => count.toLocaleString('zh-CN');

/** An element with such attributes; a child that is a string is text. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const queryLink = (query, ...words) => element('a', { href: `?q=${encodeURIComponent(query)}` }, ...words);

/** The text with its matched part marked. */
function marked(text, { from, to } = {}) {
  if (!(to > from)) return [text];
  return [text.slice(0, from), element('mark', {}, text.slice(from, to)), text.slice(to)];
}

/** A code in groups of 2, 6, 9 and 1, by style only: what is copied has no blanks. */
function code(text) {
  if (text.length !== 18) return element('code', {}, text);
  const group = (from, to) => element('i', {}, text.slice(from, to));
  return element('code', {}, text.slice(0, 2), group(2, 8), group(8, 17), group(17, 18));
}

/** Why a row is there when its title does not show it. */
function why({ by, text, from, to }, row) {
  if (by === 'pinyin') return element('span', { class: 'also' }, '按拼音匹配');
  const [before, after] = by === 'former' ? ['按曾用名“', '”匹配'] : /[〔(（]/.test(text) ? ['按文号“', '”匹配']
    : [row.kind === 'enterprise' ? '按代码 ' : '按编号 ', ' 匹配'];
  return element('span', { class: 'also' }, before, ...marked(text, { from, to }), after);
}

function hit(row, root) {
  const { kind, id, url, title, note, matched } = row, byTitle = matched.by === 'name', coded = /^[0-9A-Z]{15,18}$/.test(id);
  const what = kind === 'enterprise' && !coded ? '检查对象' : kindWords[kind] ?? kind;  // 产品, 项目 and 行为 have no code
  const line = element('span', { class: 'also' }, element('span', { class: 'tag' }, what), ' ');
  if (kind === 'enterprise' && coded) line.append(code(id), ' ');
  line.append(note || (kind === 'enterprise' && row.records === 0 ? '未被抽中' : ''));
  const made = element('li', {}, element('a', { href: root + url }, element('bdi', {}, ...(byTitle ? marked(title, matched) : [title]))), '\n', line);
  if (!byTitle) made.append('\n', why(matched, row));
  return made;
}

/** Buttons that show one kind only; none where all are of one kind. */
function filter(counts, chosen) {
  const there = kinds.filter((kind) => counts[kind] > 0);
  if (there.length < 2) return [];
  const button = (kind, words) => element('li', {}, element('button', {
    class: 'button', type: 'button', 'data-kind': kind, 'aria-pressed': String(kind === chosen),
  }, words));
  const all = there.reduce((sum, kind) => sum + counts[kind], 0);
  return [element('ul', { class: 'kinds', 'aria-label': '只看一种' }, button('', `全部 ${many(all)}`),
    ...there.map((kind) => button(kind, `${kindWords[kind]} ${many(counts[kind])}`)))];
}

/** Queries that go on from this one, each with how many it finds. */
function narrowing(next) {
  if (next.length === 0) return [];
  const made = element('p', { class: 'more' }, '继续输入可缩小：');
  for (const { text, count } of next) made.append(queryLink(text, element('b', {}, text), ` ${many(count)}`), ' ');
  return [made];
}

/** What to try when nothing matches; each filter and each word can be taken away with one click. */
function nothing(words) {
  const tries = element('ul', {});
  const add = (...parts) => tries.append(element('li', {}, ...parts));
  if (words.length === 1 && words[0].number === 'unified') {
    const begins = [...words[0].key].slice(0, 17).join('').toUpperCase();
    add('最后一位写错了也能找：只查前 17 位 ', queryLink(begins, begins), '。');
  }
  if (words.length > 1) add('只查其中一个词：', ...words.flatMap(({ written }, at) => [at > 0 ? '、' : '', queryLink(written, written)]), '。');
  if (words.some(({ written, sorts }) => sorts.includes('name') && [...written].length > 2)) add('少输几个字，一个字也可以；每个字都要写对。');
  add('改用营业执照上的统一社会信用代码，或者拼音首字母。');
  add('按', element('a', { href: '#districts' }, '区县'), '翻看', ...(document.getElementById('initials')
    ? ['，或者按', element('a', { href: '#initials' }, '拼音首字母'), '翻看'] : []), '。');
  return element('div', { class: 'empty' }, element('p', {}, '没有找到，不代表没有检查过：也许名称、代码的写法不同，也许不在本站覆盖的范围里。可以：'), tries);
}

/** What the question was understood to be; a code that cannot be right stands out, with what is probably meant. */
export function understood({ said = [], problem }) {
  const parts = said.map((sentence) => element('p', { class: problem ? 'understood notice' : 'understood' }, sentence));
  if (problem?.suggestion) parts.at(-1).append(' ', queryLink(problem.suggestion, `改查 ${problem.suggestion}`));
  return parts;
}

/** {before, total, after}: what stands before and after the sentence of the total, and that sentence. */
export function answer(question, meaning, result, { root, kind, shown }) {
  const before = understood(meaning), counts = countsOf(result);
  if (result.total === 0)
    return { before, total: `没有找到与“${question}”匹配的内容。`, after: [nothing(meaning.words)] };
  const rows = result.rows.filter((row) => !kind || row.kind === kind).slice(0, shown);
  const all = kind ? counts[kind] ?? 0 : result.total;
  const after = [...(result.said ?? []).map((sentence) => element('p', { class: 'notice' }, sentence)), ...filter(counts, kind)];
  if (rows.length === 0)
    after.push(element('div', { class: 'empty' }, element('p', {}, `这些结果里没有${kindWords[kind] ?? '这一种'}。`,
      queryLink(question, '看全部结果'))));
  after.push(element('ol', { class: 'hits' }, ...rows.map((row) => hit(row, root))), ...narrowing(result.next ?? []));
  return { before, total: result.exact ? sentence(all, rows.length, kind) : `没有查全，列出 ${rows.length} 条。`, after };
}

/** How many there are of each kind; nothing unless every match is known. */
const countsOf = ({ rows, total, exact }) => {
  const counts = {};
  if (exact && rows.length === total) for (const { kind } of rows) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

function sentence(all, listed, kind) {
  const what = `找到${kindWords[kind] ?? ''} ${many(all)} 条`;
  return all > listed ? `${what}，列出前 ${listed} 条，继续输入可缩小。` : `${what}。`;
}

/** What went wrong, and what can be done now. */
export function failure(sentence, retry) {
  const made = element('div', { class: 'notice' }, element('p', {}, sentence)), ways = element('p', { class: 'fields' });
  if (retry) {
    const button = element('button', { class: 'button', type: 'button' }, '再试一次');
    button.addEventListener('click', retry);
    ways.append(button);
  }
  ways.append(element('span', {}, '也可以', element('a', { href: '#districts' }, '按区县翻看'), '。'));
  made.append(ways);
  return made;
}
