// SHA-256 and HMAC-SHA-256. Single hashes are @noble/hashes' as they come. For the millions of one draw, `hasher` and
// `macOf` call the compression function of its class themselves, on messages padded in place: allocating nothing makes
// them five times as fast. Knows nothing of draws.
import { hmac } from '@noble/hashes/hmac';
import { SHA256, sha256 } from '@noble/hashes/sha2';
import { encodeList } from './bytes.mjs';

export { sha256 };

/** T(tag, …) = SHA-256(E(tag, …)). */
export const tagged = (...parts) => sha256(encodeList(parts));
/** T of a list, which may be long. */
export const taggedList = (parts) => sha256(encodeList(parts));
/** mac(k, m) for one message. */
export const mac = (key, message) => hmac(sha256, key, message);

const block = 64;

/** The compression function of the library's class, from a state of eight words over the blocks of a message. */
class Compression extends SHA256 {
  /**
   * Hashes and writes 32 bytes. @param state eight words after `before` bytes, a whole number of blocks
   * @param message a Message; its bytes after its length are overwritten
   */
  finish(state, before, message, out) {
    const end = message.pad(before);
    this.set(...state);
    for (let at = 0; at < end; at += block) this.process(message.view, at);
    this.write(out);
  }
  write(out) {
    const words = this.get();
    for (let i = 0, at = 0; i < 8; ++i) {
      const word = words[i];
      out[at++] = word >>> 24;
      out[at++] = word >>> 16;
      out[at++] = word >>> 8;
      out[at++] = word;
    }
  }
}

/** A message written part by part behind a head that stays, with room for SHA-256's padding after it. */
export class Message {
  /** @param head bytes that every message begins with */
  constructor(head = new Uint8Array(0)) {
    this.head = head.length;
    this.length = head.length;
    this.room(1024);
    this.bytes.set(head);
  }
  /** Makes room for so many bytes in all and a padding. */
  room(bytes) {
    if (this.bytes && bytes + 2 * block <= this.bytes.length) return;
    const before = this.bytes;
    this.bytes = new Uint8Array(2 * bytes + 2 * block);
    this.view = new DataView(this.bytes.buffer);
    if (before) this.bytes.set(before);
  }
  /** Begins again after the head. */
  begin() {
    this.length = this.head;
    return this;
  }
  /** Adds characters of ASCII as they are. */
  plain(text) {
    this.room(this.length + text.length);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < text.length; ++i) bytes[at++] = text.charCodeAt(i);
    this.length = at;
    return this;
  }
  /** Adds lp of a text of ASCII. */
  text(text) {
    return this.number(text.length).plain(text);
  }
  /** Adds lp of bytes. */
  part(bytes) {
    return this.number(bytes.length).raw(bytes);
  }
  raw(bytes) {
    this.room(this.length + bytes.length);
    for (let i = 0; i < bytes.length; ++i) this.bytes[this.length + i] = bytes[i];
    this.length += bytes.length;
    return this;
  }
  number(value) {
    this.room(this.length + 4);
    this.view.setUint32(this.length, value);
    this.length += 4;
    return this;
  }
  /** Pads for SHA-256 behind `before` bytes already hashed; returns where the last block ends. */
  pad(before) {
    const { bytes, length, view } = this, end = (Math.floor((length + 8) / block) + 1) * block;
    bytes[length] = 0x80;
    for (let at = length + 1; at < end - 8; ++at) bytes[at] = 0;
    const bits = (before + length) * 8;
    view.setUint32(end - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(end - 4, bits % 2 ** 32);
    return end;
  }
}

const empty = new SHA256().get();

/** SHA-256 of messages, one after another: into(message, 32 bytes). */
export function hasher() {
  const compression = new Compression();
  return { into: (message, out) => compression.finish(empty, 0, message, out) };
}

/** mac(k, m) of many messages under one key of at most 64 bytes: into(message, 32 bytes). */
export function macOf(key) {
  const compression = new Compression();
  const stateAfter = (mask) => {
    const padded = new Uint8Array(block).fill(mask);
    key.forEach((byte, i) => (padded[i] ^= byte));
    return new SHA256().update(padded).get();
  };
  const inner = stateAfter(0x36), outer = stateAfter(0x5c), second = new Message();
  second.length = 32;
  return {
    into(message, out) {
      compression.finish(inner, block, message, second.bytes);
      compression.finish(outer, block, second, out);
    },
  };
}
