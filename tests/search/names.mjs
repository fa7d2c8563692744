// Names to look among: real ones where the shared data is (GONGSHI_DATA), else fictional ones by chance. Real names go
// to no output.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chance } from './search_texts.mjs';

const PLACES = ['', '示例市', '示例市甲区', '河北省石家庄市', '石家庄市长安区', '北京', '北京市海淀区', '浦东新区', '恩施土家族苗族自治州', '乐清市', '重庆市', '（香港）'];
const SYLLABLES = [...'星河恒达华盛长乐安泰鑫源宏远天成万和瑞丰永兴金玉龙腾云海明德康宁博雅新奇聚福嘉禾重行'];
const TRADES = ['餐饮', '商贸', '科技', '建筑工程', '食品', '医疗器械', '物流', '文化传媒', '汽车修理', '贸易', '會計服務', '房地产开发', '农业种植', '电子'];
const FORMS = ['有限公司', '有限责任公司', '股份有限公司', '店', '商行', '专业合作社', '厂', '（个体工商户）', '分公司', '经营部', '超市'];

/** So many fictional records, none with a code of anybody; the same for the same seed. */
export function fictional(count, seed = 20240319) {
  const random = chance(seed);
  return Array.from({ length: count }, (_, at) => {
    const word = () => Array.from({ length: 2 + random.below(2) }, () => random.of(SYLLABLES)).join('');
    const name = () => random.of(PLACES) + word() + random.of(TRADES) + random.of(FORMS);
    return {
      kind: 'enterprise', id: `91999901D${String(at).padStart(9, '0')}`, title: name(), note: '',
      other_names: random.below(20) === 0 ? [name()] : [], numbers: [],
      newest: random.below(3) === 0 ? `2024-0${1 + random.below(9)}-1${random.below(10)}` : '', records: random.below(5),
    };
  });
}

/** The sample of real enterprises, at most so many; null without the shared data. */
export function real(count) {
  const folder = process.env.GONGSHI_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
  const file = `${folder}/enterprises/enterprises_sample_100k.tsv.zst`;
  if (!existsSync(file)) return null;
  const { status, stdout } = spawnSync('zstd', ['-dc', file], { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status !== 0) return null;
  const [head, ...rows] = stdout.split('\n');
  const columns = head.split('\t'), name = columns.indexOf('name'), code = columns.indexOf('uscc');
  const seen = new Set();
  return rows.map((row) => row.split('\t')).filter((row) => row[code] && !seen.has(row[code]) && seen.add(row[code]))
    .slice(0, count)
    .map((row) => ({ kind: 'enterprise', id: row[code], title: row[name], note: '', other_names: [], numbers: [], newest: '', records: 0 }));
}

/** Pieces of these records' names by chance, 1 to 6 characters as they are written. */
export function pieces(records, count, seed) {
  const random = chance(seed);
  return Array.from({ length: count }, () => {
    const { title, other_names } = random.of(records);
    const name = [...random.of([title, ...other_names])];
    const from = random.below(name.length);
    return name.slice(from, from + 1 + random.below(6)).join('');
  });
}
