// The salted commitment to a table (section 3): a leaf for each row, in the order of the table.
import { encode, putLength } from './bytes.mjs';
import { hasher, macOf } from './hash.mjs';
import { Tree } from './merkle.mjs';

const saltBytes = 16;

/** salt(kind, id) under one salt key, for many ids. */
export class Salts {
  /** @param key 32 bytes; @param kind "obj", "insp" or "res" */
  constructor(key, kind) {
    this.mac = macOf(key);
    this.head = encode('ssj1/salt', kind);
    this.message = new Ascii(this.head);
    this.out = new Uint8Array(32);
  }
  /** The 16 bytes, valid until the next call. */
  of(id) {
    this.mac.into(this.message.with([id]), this.out);
    return this.out.subarray(0, saltBytes);
  }
}

/** The root of a table, row by row. */
export class PoolRoot {
  /** @param tag "ssj1/obj" or "ssj1/insp" */
  constructor(key, tag) {
    this.salts = new Salts(key, tag.slice('ssj1/'.length));
    this.message = new Ascii(Uint8Array.of(0, ...encode(tag)));
    this.sha = hasher();
    this.leaf = new Uint8Array(32);
    this.tree = new Tree();
  }
  /** @param fields the row's columns, the id first */
  add(fields) {
    this.sha.into(this.message.with(fields, this.salts.of(fields[0])), this.leaf);
    this.tree.add(this.leaf);
  }
  root() {
    return this.tree.root();
  }
}

/** A message that begins alike every time: a head, ASCII texts with their lengths, and perhaps bytes with theirs. */
class Ascii {
  constructor(head) {
    this.head = head.length;
    this.grow(4096);
    this.buffer.set(head);
  }
  grow(bytes) {
    const before = this.buffer;
    this.buffer = new Uint8Array(bytes);
    if (before) this.buffer.set(before.subarray(0, this.head));
  }
  /** The message, valid until the next call. */
  with(texts, bytes) {
    let needed = this.head + 4 + (bytes?.length ?? 0);
    for (const text of texts) needed += 4 + text.length;
    if (needed > this.buffer.length) this.grow(2 * needed);
    const { buffer } = this;
    let at = this.head;
    for (const text of texts) {
      at = putLength(buffer, at, text.length);
      for (let i = 0; i < text.length; ++i) buffer[at++] = text.charCodeAt(i);
    }
    if (bytes) {
      at = putLength(buffer, at, bytes.length);
      buffer.set(bytes, at);
      at += bytes.length;
    }
    return buffer.subarray(0, at);
  }
}
