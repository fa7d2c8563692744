// 查企业: looks up what is typed, shows it as one types, keeps it in the address. Knows nothing of how the index is made
// (search/index.mjs), what a query means (search/understanding.mjs) or what a row looks like (search/show.mjs).
import { IndexFiles } from './search/fetching.mjs';
import { Damaged, Missing, SearchIndex, Unreachable } from './search/index.mjs';
import { prepare } from './search/key.mjs';
import { answer, element, failure, kinds, understood } from './search/show.mjs';
import { understand } from './search/understanding.mjs';

const shown = 50, most = 100_000, pause = 60, slow = 400;  // rows on the page, rows asked for; milliseconds
const box = document.getElementById('q'), found = document.getElementById('found'), { root } = found.dataset;
const files = new IndexFiles('index/', { Damaged, Missing, Unreachable });
let index = new SearchIndex(files.read), tables = null, running = null, waiting = 0, last = null;

// The sentence with the total is one element as long as the page lives, so that a screen reader hears every change of it.
const total = document.getElementById('total') ?? found.appendChild(element('p', { id: 'total', role: 'status' }));

function put(before, sentence, after) {
  for (const node of [...found.childNodes]) if (node !== total) node.remove();
  total.before(...before);
  total.after(...after);
  if (total.textContent !== sentence) total.textContent = sentence;
  found.removeAttribute('aria-busy');
}

// The address

const asked = () => {
  const query = new URLSearchParams(location.search), kind = query.get('kind') ?? '';
  return { question: query.get('q') ?? '', kind: kinds.includes(kind) ? kind : '' };
};

/** Writes what is asked into the address: as a step of the history or in place of the last one. */
function address({ question, kind }, step) {
  const query = new URLSearchParams();
  if (question) query.set('q', question);
  if (question && kind) query.set('kind', kind);
  const there = `${location.pathname}${question ? `?${query}` : ''}`;
  if (there !== location.pathname + location.search) history[step ? 'pushState' : 'replaceState'](null, '', there);
}

// Looking up

const faults = [
  [Unreachable, '没有取到查找用的文件，可能是网络断了，所以还不知道有没有。'],
  [Damaged, '查找用的文件坏了或者缺了一个，不能据此说有没有。可以再试一次；总是这样，请告诉主办单位。'],
  [Missing, '查找用的字表缺了，所以不知道有没有。请刷新页面再试；总是这样，请告诉主办单位。'],
];
const unknown = '查找没有做完，所以不知道有没有。请刷新页面再试；总是这样，请告诉主办单位。';
const offline = '这是离线保存的副本，浏览器不允许网页读取旁边的文件，所以这里不能查找。名单都在副本里。';

function fail(fault, wanted, meaning) {
  const retry = () => {
    index = new SearchIndex(files.read);
    files.distrust(true);
    look(wanted).finally(() => files.distrust(false));
  };
  const [, sentence] = faults.find(([kind]) => fault instanceof kind) ?? [null, unknown];
  put(understood(meaning), '没有查成。', [failure(sentence, retry)]);
}

/** Names and questions are written alike by these tables; read when they are first needed. */
function prepared() {
  tables ??= files.json(found.dataset.tables).then(prepare);
  tables.catch(() => { tables = null; });
  return tables;
}

/** Looks up once more where what another question was waiting for, and this one too, was given up with that question. */
async function find(words, own) {
  try {
    return await index.find(words, { limit: most });
  } catch (fault) {
    if (fault.name !== 'AbortError' || own.signal.aborted) throw fault;
    return index.find(words, { limit: most });
  }
}

async function look(wanted) {
  running?.abort();
  running = null;
  clearTimeout(waiting);
  last = wanted;
  const { question, kind } = wanted;
  if (question.trim() === '') return put([], '', []);
  if (location.protocol === 'file:') return put([], '没有查成。', [failure(offline)]);
  const own = running = new AbortController();
  const late = setTimeout(() => { total.textContent = '正在查…'; found.setAttribute('aria-busy', 'true'); }, slow);
  let meaning = {};
  files.begin(own.signal);
  try {
    await prepared();
    meaning = understand(question);
    const result = meaning.words.length > 0 && await find(meaning.words, own);
    if (running !== own) return;
    if (!result) return put(understood(meaning), '', []);
    const { before, total: sentence, after } = answer(question.trim(), meaning, result, { root, kind, shown });
    put(before, sentence, after);
  } catch (fault) {
    if (running === own) fail(fault, wanted, meaning);
  } finally {
    clearTimeout(late);
  }
}

/** Looks up and writes the address. */
function ask(wanted, step) {
  address(wanted, step);
  return look(wanted);
}

// Events

const typed = () => ({ question: box.value, kind: '' });  // another question is asked of all kinds
box.addEventListener('input', (event) => {
  clearTimeout(waiting);
  if (!event.isComposing) waiting = setTimeout(() => ask(typed(), false), pause);
});
box.addEventListener('compositionend', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => ask(typed(), false), pause);
});
box.addEventListener('focus', () => prepared().catch(() => {}), { once: true });
box.form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask(typed(), true);
});

/** Goes to a question as a new step, from which the back button returns. */
function go(wanted) {
  box.value = wanted.question;
  return ask(wanted, true);
}

found.addEventListener('click', (event) => {
  const button = event.target.closest('[data-kind]'), link = event.target.closest('a[href^="?q="]');
  if (button) {
    const { kind } = button.dataset;
    go({ question: last.question, kind }).then(() => found.querySelector(`[data-kind="${kind}"]`)?.focus());
  } else if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    go({ question: new URL(link.href).searchParams.get('q'), kind: '' }).then(() => box.focus());
  }
});

addEventListener('popstate', () => {
  const wanted = asked();
  box.value = wanted.question;
  look(wanted);
});

/** The arrow keys go from the box through the rows; Escape clears the box. */
document.addEventListener('keydown', (event) => {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const places = [box, ...found.querySelectorAll('.hits a')], at = places.indexOf(document.activeElement);
  if (at < 0) return;
  const to = { ArrowDown: places[at + 1], ArrowUp: places[at - 1] }[event.key];
  if (to) {
    event.preventDefault();
    to.focus();
  } else if (event.key === 'Escape') {
    event.preventDefault();
    box.value = '';
    box.focus();
    ask({ question: '', kind: '' }, false);
  }
});

if (asked().question) {
  box.value = asked().question;
  put([], '', []);  // what the server found without the script is less than what will be found
  look(asked());
}
