// The encodings of section 2: lengths before values, hexadecimal, the order of byte strings. Knows nothing of draws.
const encoder = new TextEncoder();

/** Text as UTF-8; bytes as they are. */
export const utf8 = (value) => (typeof value === 'string' ? encoder.encode(value) : value);

/** E(a, b, …): every part after its length in four bytes, the most significant first. */
export const encode = (...parts) => encodeList(parts);

/** E of a list, which may be long. */
export function encodeList(parts) {
  const values = parts.map(utf8);
  const out = new Uint8Array(values.reduce((sum, value) => sum + 4 + value.length, 0));
  let at = 0;
  for (const value of values) {
    at = putLength(out, at, value.length);
    out.set(value, at);
    at += value.length;
  }
  return out;
}

/** Writes be32(length) at a place; returns the place after it. */
export function putLength(out, at, length) {
  out[at] = length >>> 24;
  out[at + 1] = length >>> 16;
  out[at + 2] = length >>> 8;
  out[at + 3] = length;
  return at + 4;
}

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function hex(bytes) {
  let text = '';
  for (const byte of bytes) text += digits[byte];
  return text;
}

/** The bytes of a text of [0-9a-f] of even length, which the caller has checked. */
export function unhex(text) {
  const out = new Uint8Array(text.length / 2);
  for (let i = 0; i < out.length; ++i) out[i] = parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return out;
}

/** Below zero, zero or above, as the bytes of `a` stand before, with or after those of `b`. */
export function compareBytes(a, b) {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; ++i) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

export const equalBytes = (a, b) => compareBytes(a, b) === 0;
