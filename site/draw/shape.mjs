// What a JSON value must be: small functions from a value and its place to the value itself, or Unreadable. A file's
// shape is written with them in files.mjs.
import { isCode, isInspectorId, isObjectId } from './ids.mjs';
import { daysOf, secondsOf } from './moment.mjs';
import { Unreadable } from './unreadable.mjs';

/** A text that `holds`; `what` says in Chinese what it should be. */
const textThat = (holds, what) => (value, place) => {
  if (typeof value !== 'string' || !holds(value)) throw place.fault(`应当是${what}`);
  return value;
};

const hexOf = (length) => textThat((text) => text.length === length && /^[0-9a-f]*$/.test(text), ` ${length} 位小写十六进制`);

export const text = textThat(() => true, '文本');
export const digest = hexOf(64);
export const salt = hexOf(32);
export const anyHex = textThat((value) => /^[0-9a-f]*$/.test(value), '小写十六进制');
export const time = textThat((value) => secondsOf(value) !== undefined, '真实的时间，写作 YYYY-MM-DDThh:mm:ss+08:00');
export const date = textThat((value) => daysOf(value) !== undefined, '真实的日期，写作 YYYY-MM-DD');
export const code = textThat(isCode, '代码（1 至 24 个字母、数字或 -）');
export const objectId = textThat(isObjectId, '统一社会信用代码或 15 位注册号');
export const inspectorId = textThat((value) => value === '' || isInspectorId(value), '检查人员代号或空');
export const digestOrEmpty = textThat((value) => value === '' || /^[0-9a-f]{64}$/.test(value), ' 64 位小写十六进制或空');

export const integer = (value, place) => {
  if (typeof value !== 'number') throw place.fault('应当是整数');
  return value;
};

/** A list of at most `most` values of one kind. */
export const list = (item, most = Infinity) => (value, place) => {
  if (!Array.isArray(value)) throw place.fault('应当是列表');
  if (value.length > most) throw place.fault(`超过 ${most} 项`);
  value.forEach((one, index) => item(one, place.below(index)));
  return value;
};

/** An object with exactly these keys. */
export const object = (kinds) => (value, place) => {
  mustBeObject(value, place);
  for (const key in value) if (!Object.hasOwn(kinds, key)) throw place.fault(`有不认识的键 ${key}`);
  for (const key in kinds) {
    if (!Object.hasOwn(value, key)) throw place.fault(`缺少键 ${key}`);
    kinds[key](value[key], place.below(key));
  }
  return value;
};

/** An object of values of one kind under keys of one kind. */
export const table = (keys, values) => (value, place) => {
  mustBeObject(value, place);
  for (const key in value) {
    keys(key, place.below(key));
    values(value[key], place.below(key));
  }
  return value;
};

function mustBeObject(value, place) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw place.fault('应当是对象');
}

/** Where in a file a value stands; its words are made only when something is wrong. */
export class Place {
  constructor(file, above, step) {
    this.file = file;
    this.above = above;
    this.step = step;
  }
  below(step) {
    return new Place(this.file, this, step);
  }
  fault(reason) {
    const steps = [];
    for (let at = this; at.above; at = at.above) steps.unshift(at.step);
    return new Unreadable(this.file, 1, `${steps.length === 0 ? '整个文件' : steps.join('.')} ${reason}。`);
  }
}
