// The salted commitment to a table (section 3): a leaf for each row, in the order of the table.
import { encode } from './bytes.mjs';
import { hasher, macOf, Message } from './hash.mjs';
import { Tree } from './merkle.mjs';

const saltBytes = 16;

/** salt(kind, id) under one salt key, for many ids. */
export class Salts {
  /** @param key 32 bytes; @param kind "obj", "insp" or "res" */
  constructor(key, kind) {
    this.mac = macOf(key);
    this.message = new Message(encode('ssj1/salt', kind));
    this.out = new Uint8Array(32);
    this.salt = this.out.subarray(0, saltBytes);
  }
  /** The 16 bytes, valid until the next call. */
  of(id) {
    this.mac.into(this.message.begin().text(id), this.out);
    return this.salt;
  }
}

/** The root of a table, row by row. */
export class PoolRoot {
  /** @param tag "ssj1/obj" or "ssj1/insp" */
  constructor(key, tag) {
    this.salts = new Salts(key, tag.slice('ssj1/'.length));
    this.message = new Message(Uint8Array.of(0, ...encode(tag)));
    this.sha = hasher();
    this.leaf = new Uint8Array(32);
    this.tree = new Tree();
  }
  /** @param fields the row's columns, the id first */
  add(fields) {
    const message = this.message.begin();
    for (const field of fields) message.text(field);
    this.sha.into(message.part(this.salts.of(fields[0])), this.leaf);
    this.tree.add(this.leaf);
  }
  root() {
    return this.tree.root();
  }
}
