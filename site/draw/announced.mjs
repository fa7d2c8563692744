// The checks of what was announced before the random value: announcement, timing, quotas, commitments.
import { roundOf, timeOf } from './beacon.mjs';
import { hex, unhex } from './bytes.mjs';
import { ascending, distinct, fail, judge, notChecked, ok, sameList, sum } from './checks.mjs';
import { tagged } from './hash.mjs';
import { dayOf, daysOf, endOfDay, secondsOf } from './moment.mjs';

const hour = 3600, week = 604_800, zeros = '0'.repeat(64);

export function announcement(whole) {
  const { announcement: said, end } = whole, draw = hex(whole.draw);
  const others = ['record', 'reveal', 'drawn', 'events', 'end'].filter((name) => whole[name]);
  const whos = said.nonces.map(({ who }) => who);
  const deadline = daysOf(said.deadline);
  const wrongVersion = ['announcement', ...others].find((name) => whole[name].v !== 'ssj1');
  const wrongDraw = others.find((name) => whole[name].draw !== draw);
  return judge([
    [() => wrongVersion === undefined, `${wrongVersion}.json 的版本不是 ssj1`],
    [() => ['facts', 'classes'].includes(said.basis), '分层依据不是 facts 或 classes'],
    [() => whos.length >= 2 && distinct(whos) && whos.includes('office') && whos.includes('supervisor'),
      '秘密数持有人应当至少有 office 和 supervisor，各不相同'],
    [() => said.beacon.type === 'drand', '随机源类型不是 drand'],
    [() => endOfDay(deadline) > said.beacon.time && deadline <= dayOf(secondsOf(said.announced)) + 400,
      '公开期限应当在随机源时刻之后、承诺日起 400 天之内'],
    [() => (said.seq === 0) === (said.prev === zeros), '序号为 0 与没有前一次必须同时成立'],
    [() => wrongDraw === undefined, `${wrongDraw}.json 不属于这次抽取`],
    [() => !end || mayEnd(end, said.beacon.time), 'end.json 的种类、命令号或时间不合规定'],
  ], '承诺的格式、期限和各文件所属的抽取都对');
}

function mayEnd({ at, kind, order }, beaconTime) {
  const lastCancel = beaconTime - hour, when = secondsOf(at);
  if (kind === 'cancel') return order === '' && when <= lastCancel;
  return kind === 'abort' && order !== '' && when > lastCancel && (order !== 'BEACON' || when >= beaconTime + week);
}

/** @param seen the time at which the user saw D, as he gave it, or undefined */
export function timing({ announcement: said }, seen) {
  const round = roundOf(said.beacon.ref);
  const holds = round !== undefined && timeOf(round) === BigInt(said.beacon.time) &&
    said.beacon.time >= secondsOf(said.announced) + hour;
  if (!holds)
    return fail('随机源轮次与时刻不合规定：应当是 drand quicknet，时刻等于该轮，且在承诺时间一小时之后');
  if (seen === undefined)
    return notChecked('承诺的日期只是机关自己说的；若你在随机源时刻之前记下过这个编号，请提供当时的时间');
  if (!(secondsOf(seen) < said.beacon.time))
    return notChecked(`你自己的记录（${seen}）不早于随机源时刻，不能证明承诺在先`);
  return ok(`你自己的记录：${seen} 已见到这个编号，早于随机源时刻`);
}

export function quotas({ announcement: said, quota: { excluded, strata }, quotaDigest, record }) {
  const counts = Object.values(excluded), drawn = sum(strata.map(({ n }) => n));
  const all = sum(strata.map(({ eligible }) => eligible)) + sum(counts);
  return judge([
    [() => hex(quotaDigest) === said.quota, 'quota.json 与承诺的摘要不同'],
    [() => ascending(strata.map(({ code }) => code)), '各层没有按代码升序排列，或者有重复'],
    [() => strata.every(({ n, eligible }) => 1 <= n && n <= eligible) && counts.every((count) => count > 0),
      '应抽数应当在 1 与合格数之间，各数不为零'],
    [() => strata.every(({ n, eligible, ppm }) => BigInt(n) * 1_000_000n >= BigInt(eligible) * BigInt(ppm)),
      '应抽数低于法定比例'],
    [() => all === BigInt(said.objects.size), '合格数与排除数之和不等于对象库总数'],
    [() => drawn === BigInt(said.drawn), '各层应抽数之和不等于承诺的抽取数'],
    [() => !record || drawn === BigInt(record.result.size), '各层应抽数之和不等于登记的结果数'],
  ], `共 ${strata.length} 层，应抽 ${drawn} 户`);
}

export function commitments({ announcement: said, reveal: { nonces } }) {
  const opened = ({ nonce, who }, i) => hex(tagged('ssj1/nonce', who, unhex(nonce))) === said.nonces[i].commit;
  const whos = (list) => list.map(({ who }) => who);
  if (!sameList(whos(nonces), whos(said.nonces))) return fail('公开的秘密数与承诺的持有人不一致');
  const wrong = nonces.find((one, i) => !opened(one, i));
  return wrong ? fail(`${wrong.who} 的秘密数与承诺不符`) : ok(`${nonces.length} 个秘密数都与承诺相符`);
}
