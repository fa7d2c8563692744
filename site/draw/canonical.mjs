// Reads JSON that is in the one form of RFC 8785 and nothing else, without JSON.parse: repeated keys, spaces, floats,
// escapes that need not be, deep nesting are all found where they stand. Objects have no prototype, so that no key is
// special. Knows no file of a draw.
import { Unreadable } from './unreadable.mjs';

export const mostBytes = 256 * 1024 * 1024;
const deepest = 32;
const short = new Map([['"', '"'], ['\\', '\\'], ['b', '\b'], ['t', '\t'], ['n', '\n'], ['f', '\f'], ['r', '\r']]);

/**
 * The value of a canonical JSON file: text, whole numbers, lists, objects without prototype, true, false, null.
 * @param file its name, for the message; @param bytes its content
 * @throws Unreadable
 */
export function readCanonical(file, bytes) {
  if (bytes.length > mostBytes) throw new Unreadable(file, 1, '文件超过 256 MiB。');
  return new Reader(file, decoded(file, bytes)).whole();
}

/** The same values from JSON that other programs wrote: white space, any order of keys and any escape are allowed. */
export function readRelaxed(file, bytes, most) {
  if (bytes.length > most) throw new Unreadable(file, 1, `文件超过 ${most} 字节。`);
  return new RelaxedReader(file, decoded(file, bytes)).whole();
}

function decoded(file, bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unreadable(file, 1, '不是 UTF-8 文本。');
  }
}

class Reader {
  constructor(file, text) {
    this.file = file;
    this.text = text;
    this.at = 0;
    this.depth = 0;
  }
  fault(reason) {
    let line = 1;
    for (let i = this.text.indexOf('\n'); i >= 0 && i < this.at; i = this.text.indexOf('\n', i + 1)) ++line;
    return new Unreadable(this.file, line, `${reason}（第 ${this.at + 1} 个字符处）`);
  }
  whole() {
    if (this.text.charCodeAt(0) === 0xfeff) throw this.fault('开头有字节顺序标记（BOM），应去掉。');
    this.space();
    const value = this.value();
    this.space();
    if (this.at !== this.text.length) throw this.fault('内容结束后还有多余的字符（末尾也不能有换行）。');
    return value;
  }
  value() {
    switch (this.text[this.at]) {
      case '{': return this.nested(() => this.object());
      case '[': return this.nested(() => this.list());
      case '"': return this.string();
      case 't': return this.word('true', true);
      case 'f': return this.word('false', false);
      case 'n': return this.word('null', null);
      default: return this.number();
    }
  }
  nested(read) {
    if (++this.depth > deepest) throw this.fault('嵌套超过 32 层。');
    ++this.at;
    this.space();
    const value = read();
    --this.depth;
    return value;
  }
  word(word, value) {
    if (!this.text.startsWith(word, this.at)) throw this.fault('不是规范的 JSON。');
    this.at += word.length;
    return value;
  }
  number() {
    const digits = /(?:0|[1-9][0-9]*)(?![0-9.eE])/y;
    digits.lastIndex = this.at;
    const found = digits.exec(this.text)?.[0];
    if (found === undefined) throw this.fault('不是规范的 JSON（数只能是不带符号、小数和指数的整数）。');
    if (found.length > 16 || Number(found) > Number.MAX_SAFE_INTEGER) throw this.fault('整数超过 2^53−1。');
    this.at += found.length;
    return Number(found);
  }
  string() {
    const { text } = this;
    let value = '', from = this.at + 1;
    for (let i = from; ; ++i) {
      const code = text.charCodeAt(i);
      if (code === 0x22) {
        this.at = i + 1;
        return value + text.slice(from, i);
      }
      if (code === 0x5c) {
        value += text.slice(from, i);
        this.at = i;
        value += this.escape();
        from = this.at;
        i = from - 1;
      } else if (!(code >= 0x20)) {
        this.at = i;
        throw this.fault(i < text.length ? '字符串里有没有转义的控制字符。' : '字符串没有结束。');
      }
    }
  }
  escape() {
    const letter = this.text[this.at + 1];
    if (short.has(letter)) {
      this.at += 2;
      return short.get(letter);
    }
    const found = /^\\u(00[01][0-9a-f])$/.exec(this.text.slice(this.at, this.at + 6));
    const character = found && String.fromCharCode(parseInt(found[1], 16));
    if (!found || '\b\t\n\f\r'.includes(character)) throw this.fault('转义的写法不规范。');
    this.at += 6;
    return character;
  }
  list() {
    const values = [];
    if (this.took(']')) return values;
    for (;;) {
      values.push(this.value());
      this.space();
      if (this.took(']')) return values;
      this.expect(',');
    }
  }
  object() {
    const values = Object.create(null);
    if (this.took('}')) return values;
    for (let before; ;) {
      if (this.text[this.at] !== '"') throw this.fault('不是规范的 JSON（这里应是键）。');
      const key = this.string();
      if (Object.hasOwn(values, key)) throw this.fault(`键 ${key} 重复。`);
      if (before !== undefined) this.inOrder(before, key);
      this.space();
      this.expect(':');
      values[key] = this.value();
      before = key;
      this.space();
      if (this.took('}')) return values;
      this.expect(',');
    }
  }
  inOrder(before, key) {
    if (!(before < key)) throw this.fault(`键 ${key} 的次序不对，键应按次序排列。`);
  }
  /** Between two parts nothing may stand. */
  space() {}
  took(character) {
    if (this.text[this.at] !== character) return false;
    ++this.at;
    this.space();
    return true;
  }
  expect(character) {
    if (!this.took(character)) throw this.fault(`不是规范的 JSON（这里应是“${character}”，不能有空格或换行）。`);
  }
}

class RelaxedReader extends Reader {
  inOrder() {}
  space() {
    while (' \t\n\r'.includes(this.text[this.at] ?? '?')) ++this.at;
  }
  escape() {
    const found = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(this.text.slice(this.at, this.at + 6))?.[0];
    if (found === undefined) throw this.fault('不认识的转义。');
    this.at += found.length;
    return JSON.parse(`"${found}"`);
  }
}
