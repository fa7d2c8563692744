// SHA-256 (FIPS 180-4) of a few kilobytes, at once and everywhere: crypto.subtle is not there on plain http, where
// intranets live. Knows nothing of what the bytes mean.

// The first 32 bits of the fractional parts of the cube roots (K) and square roots (H) of the first primes.
const K = new Uint32Array(64), H = new Uint32Array(8);
for (let prime = 2, found = 0; found < 64; prime++) {
  let whole = true;
  for (let divisor = 2; divisor * divisor <= prime && whole; divisor++) whole = prime % divisor !== 0;
  if (!whole) continue;
  const bits = (root) => (root - Math.floor(root)) * 0x100000000;
  K[found] = bits(Math.cbrt(prime));
  if (found < 8) H[found] = bits(Math.sqrt(prime));
  found++;
}

/** @returns 64 lower-case hexadecimal digits */
export function sha256(bytes) {
  const length = bytes.length, padded = new Uint8Array((length + 72) & ~63);
  padded.set(bytes);
  padded[length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(length / 0x20000000));
  view.setUint32(padded.length - 4, (length * 8) >>> 0);
  const state = Uint32Array.from(H), w = new Uint32Array(64);
  for (let block = 0; block < padded.length; block += 64) {
    for (let t = 0; t < 16; t++) w[t] = view.getUint32(block + 4 * t);
    for (let t = 16; t < 64; t++) {
      const a = w[t - 15], b = w[t - 2];
      const s0 = (a >>> 7 | a << 25) ^ (a >>> 18 | a << 14) ^ a >>> 3;
      const s1 = (b >>> 17 | b << 15) ^ (b >>> 19 | b << 13) ^ b >>> 10;
      w[t] = w[t - 16] + s0 + w[t - 7] + s1;
    }
    compress(state, w);
  }
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

function compress(state, w) {
  let [a, b, c, d, e, f, g, h] = state;
  for (let t = 0; t < 64; t++) {
    const s1 = (e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + K[t] + w[t]) | 0;
    const s0 = (a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((value, n) => {
    state[n] = (state[n] + value) | 0;
  });
}
