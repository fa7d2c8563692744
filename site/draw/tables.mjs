// Reads the two tables line by line from pieces of bytes, so that a table of two gigabytes never stands in memory whole.
// Knows the form of section 2 and calls a function for each row; what rows are for it does not know.
import { mostInspectors, mostObjects, mostStrata } from './files.mjs';
import { isCode, isInspectorId, isObjectId } from './ids.mjs';
import { Unreadable } from './unreadable.mjs';

const mostTableBytes = 2 * 1024 ** 3, mostLineBytes = 1_048_576, mostSlots = 20;
const lineFeed = 10;

/**
 * Reads objects.tsv. `row` gets {id, stratum, excl, needs, slots} (slots = number of places, section 6) for each.
 * @param source {size, chunks()}; @throws Unreadable
 */
export function readObjects(source, row) {
  const slotsOf = new Map(), strata = new Set();
  const places = (needs, fault) => {
    let slots = slotsOf.get(needs);
    if (slots === undefined) {
      slots = countSlots(needs);
      if (slots === undefined) throw fault('needs 应当是 部门:技能:人数 的列表，合计不超过 20 人');
      if (slotsOf.size < 10_000) slotsOf.set(needs, slots);
    }
    return slots;
  };
  return readTable(source, 'objects.tsv', ['id', 'stratum', 'excl', 'needs'], mostObjects, (fields, fault) => {
    const [id, stratum, excl, needs] = fields;
    if (!isObjectId(id)) throw fault('id 应当是统一社会信用代码或 15 位注册号');
    if (!strata.has(stratum)) {
      if (!isCode(stratum)) throw fault('stratum 应当是代码');
      if (strata.add(stratum).size > mostStrata) throw fault(`超过 ${mostStrata} 层`);
    }
    if (excl !== '' && !isCode(excl)) throw fault('excl 应当是代码或空');
    if (needs === '' && excl === '') throw fault('合格对象的 needs 不能为空');
    row({ id, stratum, excl, needs, slots: needs === '' ? 0 : places(needs, fault) }, fields);
  });
}

/** Reads inspectors.tsv. `row` gets {id, person, dept, skills: list, cap, recuse: list} and the fields for each. */
export function readInspectors(source, row) {
  const head = ['id', 'person', 'dept', 'skills', 'cap', 'recuse'];
  return readTable(source, 'inspectors.tsv', head, mostInspectors, (fields, fault) => {
    const [id, person, dept, skills, cap, recuse] = fields;
    if (!isInspectorId(id)) throw fault('id 应当是检查人员代号');
    if (!/^[0-9a-f]{64}$/.test(person)) throw fault('person 应当是 64 位小写十六进制');
    if (!isCode(dept)) throw fault('dept 应当是代码');
    if (!/^[1-9][0-9]{0,5}$/.test(cap)) throw fault('cap 应当是 1 至 999999');
    row({
      id, person, dept, cap: Number(cap),
      skills: ascending(skills, isCode, () => fault('skills 应当是按次序、不重复的代码列表')),
      recuse: ascending(recuse, isObjectId, () => fault('recuse 应当是按次序、不重复的对象代码列表')),
    }, fields);
  });
}

function ascending(field, holds, fault) {
  if (field === '') return [];
  const values = field.split(',');
  values.forEach((value, i) => {
    if (!holds(value) || (i > 0 && !(values[i - 1] < value))) throw fault();
  });
  return values;
}

/** The needs in words: [department, skill] for each place; undefined when they break the form. */
export function placesOf(needs) {
  const places = [];
  for (const need of needs === '' ? [] : needs.split(',')) {
    const found = /^([A-Za-z0-9-]{1,24}):([A-Za-z0-9-]{1,24}|\*):([1-9])$/.exec(need);
    if (!found || places.length + Number(found[3]) > mostSlots) return undefined;
    for (let i = Number(found[3]); i > 0; --i) places.push([found[1], found[2]]);
  }
  return places;
}

const countSlots = (needs) => placesOf(needs)?.length;

/** Calls `row` with the fields of each line after the header; resolves to the number of rows. */
async function readTable(source, file, columns, mostRows, row) {
  if (source.size > mostTableBytes) throw new Unreadable(file, 1, '表超过 2 GiB。');
  const reader = new Lines(file, columns, mostRows, row);
  for await (const chunk of source.chunks()) reader.push(chunk);
  return reader.end();
}

class Lines {
  constructor(file, columns, mostRows, row) {
    Object.assign(this, { file, columns, mostRows, row });
    this.line = 0;
    this.bytes = 0;
    this.before = '';
    this.rest = new Uint8Array(0);
    this.decoder = new TextDecoder('latin1');
    this.fault = (reason) => new Unreadable(this.file, Math.max(this.line, 1), `${reason}。`);
  }
  push(chunk) {
    this.bytes += chunk.length;
    if (this.bytes > mostTableBytes) throw this.fault('表超过 2 GiB');
    let bytes = chunk;
    if (this.rest.length > 0) {
      bytes = new Uint8Array(this.rest.length + chunk.length);
      bytes.set(this.rest);
      bytes.set(chunk, this.rest.length);
    }
    const last = bytes.lastIndexOf(lineFeed);
    if (last >= 0) this.take(bytes.subarray(0, last));
    this.rest = bytes.slice(last + 1);
    if (this.rest.length > mostLineBytes) throw this.tooLong();
  }
  tooLong() {
    ++this.line;
    return this.fault('一行超过 1,048,576 字节');
  }
  /** Whole lines, without the last line feed. */
  take(bytes) {
    for (let from = 0; from <= bytes.length;) {
      let to = bytes.indexOf(lineFeed, from);
      if (to < 0) to = bytes.length;
      if (to - from > mostLineBytes) throw this.tooLong();
      this.one(bytes.subarray(from, to));
      from = to + 1;
    }
  }
  one(bytes) {
    ++this.line;
    for (let i = 0; i < bytes.length; ++i)
      if (bytes[i] > 126 || (bytes[i] < 32 && bytes[i] !== 9)) throw this.fault('只能有可见的 ASCII 字符和制表符');
    const fields = this.decoder.decode(bytes).split('\t');
    if (this.line === 1) {
      if (fields.join('\t') !== this.columns.join('\t')) throw this.fault(`表头应当是 ${this.columns.join(' ')}`);
      return;
    }
    if (fields.length !== this.columns.length) throw this.fault(`应当有 ${this.columns.length} 列`);
    if (this.line - 1 > this.mostRows) throw this.fault(`超过 ${this.mostRows} 行`);
    this.row(fields, this.fault);
    if (!(this.before < fields[0])) throw this.fault('各行没有按 id 升序排列，或者有重复');
    this.before = fields[0];
  }
  end() {
    if (this.rest.length > 0 || this.line === 0) {
      ++this.line;
      throw this.fault('最后一行没有以换行结束');
    }
    return this.line - 1;
  }
}
