// The checks of the draw itself: beacon, both pools, exclusions, drawn, matching, result root, replacements.
import { roundOf, signatureHolds } from './beacon.mjs';
import { hex, unhex } from './bytes.mjs';
import { ascending, distinct, fail, judge, missing, notChecked, ok, sameList } from './checks.mjs';
import { sha256, taggedList } from './hash.mjs';
import { Crew, match } from './matching.mjs';
import { secondsOf } from './moment.mjs';
import { isWellFormed, Replay } from './replay.mjs';
import { resultRoot, resultSalts } from './result.mjs';

const day = 86_400;

/** @param own a round the user supplies: {round, randomness, signature}, or undefined */
export function beacon({ announcement: { beacon: said }, record: { at, beacon: { evidence, ref, type, value } } }, own) {
  const when = secondsOf(at), { round, signature } = evidence;
  const before = judge([
    [() => type === said.type && ref === said.ref, 'record.json 的随机源与承诺的不同'],
    [() => roundOf(ref) === String(round), '随机源轮次与承诺的不同'],
    [() => /^[0-9a-f]{96}$/.test(signature) && value === hex(sha256(unhex(signature))) && evidence.randomness === value,
      '随机数不是这个签名的 SHA-256'],
    [() => said.time <= when && when <= said.time + day, '登记时间不在随机源时刻之后 24 小时之内'],
  ], '');
  if (before.status === 'fail') return before;
  if (own?.round === round)
    return judge([[() => own.randomness === value && own.signature === signature, '你提供的同一轮随机数与登记的不同']],
      `与你提供的第 ${round} 轮随机数一致`);
  return judge([[() => signatureHolds(round, signature), '签名不是 drand quicknet 的签名']],
    `签名经 drand quicknet 公钥核对无误（第 ${round} 轮）`);
}

export function objectPool({ announcement: { objects: said }, objects: { rows, root } }) {
  return judge([
    [() => rows === said.size, '对象库的行数与承诺不同'],
    [() => hex(root) === said.root, '对象库与承诺的摘要不同'],
  ], `对象库 ${rows} 户没有改动（不说明是否齐全）`);
}

export function inspectorPool({ announcement: { inspectors: said }, inspectors: { rows, root } }) {
  return judge([
    [() => rows === said.size, '检查人员库的行数与承诺不同'],
    [() => hex(root) === said.root, '检查人员库与承诺的摘要不同'],
  ], `检查人员库 ${rows} 人没有改动`);
}

export function exclusions({ objects: { excluded, otherReasons, eligible, fewPlaces }, quota }) {
  const sorted = (map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1)).flat();
  const total = (map) => [...map.values()].reduce((all, count) => all + count, 0);
  return judge([
    [() => !otherReasons, '对象库里有不允许的排除理由'],
    [() => sameList(sorted(excluded), sorted(Object.entries(quota.excluded))), '各排除理由的户数与 quota.json 不同'],
    [() => sameList(sorted(eligible), quota.strata.flatMap((one) => [one.code, one.eligible])),
      '各层的合格户数与 quota.json 不同'],
    [() => fewPlaces === 0, '有合格对象的检查人员名额少于两个'],
  ], `排除 ${total(excluded)} 户，合格 ${total(eligible)} 户，与公布的数一致`);
}

/** The recomputed objects, ascending by id: {id, stratum, needs}. */
function recomputed({ objects: { strata } }) {
  return strata.flatMap(({ drawn }) => drawn).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

export function drawn(whole) {
  const objects = recomputed(whole), said = whole.drawn.drawn, saltOf = resultSalts(whole.reveal.salt_key);
  const same = objects.length === said.length &&
    objects.every(({ id }, i) => id === said[i].id && saltOf(id) === said[i].salt);
  return judge([[() => same, '重新计算的抽中名单与公开的不同']], `重新计算得到同样的 ${said.length} 户`);
}

/** The recomputed matching, with the crew that carries its loads; computed once, since it may take long. */
function rematched(whole) {
  if (!whole.rematched) {
    const crew = new Crew(whole.inspectors.list, whole.inspectors.recused, whole.keys);
    whole.rematched = { crew, matched: match(recomputed(whole), crew) };
  }
  return whole.rematched;
}

export function matching(whole) {
  const { inspectors, empty, few } = rematched(whole).matched;
  const objects = recomputed(whole), said = whole.drawn.drawn;
  const same = objects.length === said.length &&
    objects.every(({ id }, i) => id === said[i].id && sameList(inspectors.get(id), said[i].inspectors));
  return judge([[() => same, '重新计算的检查人员与公开的不同']],
    `重新计算得到同样的检查人员；未配齐名额 ${empty} 个，候选不足四人的名额 ${few} 个`);
}

export function resultRootCheck({ announcement: said, drawn: { drawn: list }, record: { result } }) {
  return judge([
    [() => ascending(list.map(({ id }) => id)), 'drawn.json 没有按代码升序排列，或者有重复'],
    [() => distinct(list.map(({ salt }) => salt)), '名单里有重复的随机盐'],
    [() => list.length === result.size && list.length === said.drawn, '名单户数与登记的或承诺的不同'],
    [() => hex(resultRoot(list)) === result.root, '名单与登记的结果摘要不同'],
  ], `公开的名单就是登记时锁定的那份，共 ${list.length} 户`);
}

export function replacements(whole) {
  const { events: { events, openings }, record } = whole;
  if (events.length === 0 && openings.length === 0) return ok('没有替补和改派');
  if (!whole.has('drawn.json') && openings.length === 0)
    return notChecked(`已登记替补或改派 ${events.length} 件，名单公开后才能核对`);
  if (openings.length !== events.length) return fail('替补和改派没有逐件公开');
  const times = [...(record ? [record.at] : []), ...events.map(({ at }) => at)].map(secondsOf);
  if (times.some((time, i) => i > 0 && time < times[i - 1])) return fail('替补和改派的时间先后不对');
  for (const [i, { commit, kind }] of events.entries()) {
    const { fields, salt } = openings[i];
    if (hex(taggedList(['ssj1/event', kind].concat(fields, [unhex(salt)]))) !== commit)
      return fail(`第 ${i + 1} 件替补或改派与登记的摘要不符`);
    if (!isWellFormed(kind, fields)) return fail(`第 ${i + 1} 件替补或改派的种类、栏目或理由不合规定`);
  }
  return replayed(whole);
}

function replayed(whole) {
  const { events: { events, openings } } = whole, assigns = events.some(({ kind }) => kind === 'assign');
  const names = ['objects.tsv', 'quota.json', 'record.json', 'reveal.json', 'drawn.json'];
  const absent = missing(whole, assigns ? [...names, 'inspectors.tsv'] : names);
  if (absent !== undefined) return notChecked(`只核对了摘要；${absent}，没有核对次序`);
  const { crew, matched } = assigns ? rematched(whole) : {};
  const replay = new Replay(whole.objects.strata, matched, crew);
  for (const [i, { kind }] of events.entries()) {
    if (replay.take(kind, openings[i].fields)) continue;
    return fail(kind === 'replace' ? `第 ${i + 1} 件替补不是本层的下一户，或者超过限额` : `第 ${i + 1} 件改派不是应当的下一人`);
  }
  const number = (kind) => events.filter((event) => event.kind === kind).length;
  return ok(`替补 ${number('replace')} 件，改派 ${number('assign')} 件，都合规定${assigns ? warning(openings, matched) : ''}`);
}

/** What is said when more than 5 % of the places were filled later or not at all. */
function warning(openings, { empty, places }) {
  const late = openings.filter(({ fields }) => ['RECUSAL', 'ILLNESS'].includes(fields.at(-1))).length + empty;
  return late * 20 > Math.max(20, places) ? '；改派和未配齐名额超过 5%，需要说明' : '';
}
