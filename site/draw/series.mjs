// The check of an office's whole list of draws: none left out, none twice, this one in its place.
import { hex } from './bytes.mjs';
import { distinct, judge, notChecked, sameList } from './checks.mjs';

const states = ['open', 'overdue', 'revealed', 'cancelled', 'aborted'], zeros = '0'.repeat(64);

/** @param list the office's list, or undefined */
export function series({ announcement: said, draw, reveal }, list) {
  if (list === undefined) return notChecked('没有提供机关的抽取清单');
  const own = list[said.seq], last = new Map(list.map((entry, i) => [entry.series, i]));
  const keys = list.map((entry) => entry.salt_key).filter((key) => key !== '');
  const isThis = () => own !== undefined && own.draw === hex(draw) && own.prev === said.prev &&
    own.series === said.series && sameList(own.commits, said.nonces.map(({ commit }) => commit));
  return judge([
    [() => list.every(({ seq }, i) => seq === i), '清单的序号不是从 0 起逐一递增'],
    [() => list.every(({ prev }, i) => prev === (i === 0 ? zeros : list[i - 1].draw)), '清单的前后承接断开'],
    [() => list.every(({ state }) => states.includes(state)), '清单里有不认识的状态'],
    [() => list.every((entry, i) => !['open', 'overdue'].includes(entry.state) || last.get(entry.series) === i),
      '同一系列有未了结的抽取之后又有新的抽取'],
    [() => distinct(list.flatMap(({ commits }) => commits)) && distinct(keys), '清单里有重复使用的秘密数承诺或盐密钥'],
    [() => list.every((entry) => entry.salt_key === '' || ['revealed', 'aborted'].includes(entry.state)),
      '尚未公开的抽取不应当有盐密钥'],
    [isThis, '清单里没有这次抽取，或者它的位置、前一次、系列、承诺不一致'],
    [() => !reveal || own.salt_key === '' || own.salt_key === reveal.salt_key, '清单里的盐密钥与公开的不同'],
  ], `机关清单 ${list.length} 次抽取前后相接，这次是第 ${said.seq} 号`);
}
