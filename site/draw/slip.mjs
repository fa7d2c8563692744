// The check of one slip against the record it names.
import { hex, unhex } from './bytes.mjs';
import { judge, notChecked } from './checks.mjs';
import { sha256 } from './hash.mjs';
import { leafHash, rootFromPath } from './merkle.mjs';
import { resultLeaf } from './result.mjs';

/** @param record {bytes, value} of record.json, or undefined */
export function slip(said, record) {
  const version = [() => said.v === 'ssj1', 'slip.json 的版本不是 ssj1'];
  if (!record) {
    const judged = judge([version], '');
    return judged.status === 'fail' ? judged : notChecked('缺少 record.json，没有核对');
  }
  const { result, draw, at } = record.value;
  const root = () => rootFromPath(leafHash(resultLeaf(said)), said.index, said.size, said.path.map(unhex));
  return judge([
    version,
    [() => hex(sha256(record.bytes)) === said.record, '这张凭条说的不是这份 record.json'],
    [() => said.draw === draw, '凭条与 record.json 不是同一次抽取'],
    [() => said.size === result.size, '凭条的名单大小与登记的不同'],
    [() => said.persons.length === said.inspectors.length &&
      said.persons.every((person, k) => (person === '') === (said.inspectors[k] === '')), '凭条的人员指纹与检查人员不对应'],
    [() => hex(root() ?? []) === result.root, '凭条不在登记的结果里'],
  ], `${said.id} 的这次检查和检查人员，登记时已经锁定（登记时间 ${at} 是机关自己说的）`);
}
