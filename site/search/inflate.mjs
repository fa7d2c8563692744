// DEFLATE (RFC 1951) into a buffer of known size. Written out because DecompressionStream has no 'deflate-raw' in
// Node 18 and in older browsers. Throws RangeError for anything but exactly that many bytes. Knows nothing of files.

const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LONGEST_CODE = 15;

const wrong = () => new RangeError('无法解压');

/** @param bytes the whole stream; size: what comes out, in bytes. @returns Uint8Array */
export function inflate(bytes, size) {
  const out = new Uint8Array(size);
  let at = 0, held = 0, bits = 0, put = 0;

  function take(count) {
    while (bits < count) {
      if (at >= bytes.length) throw wrong();
      held |= bytes[at++] << bits;
      bits += 8;
    }
    const value = held & ((1 << count) - 1);
    held >>>= count;
    bits -= count;
    return value;
  }

  function symbol({ counts, symbols }) {
    let code = 0, first = 0, index = 0;
    for (let length = 1; length <= LONGEST_CODE; length++) {
      code |= take(1);
      const count = counts[length];
      if (code - count < first) return symbols[index + (code - first)];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw wrong();
  }

  function stored() {
    held = bits = 0;
    if (at + 4 > bytes.length) throw wrong();
    const length = bytes[at] | bytes[at + 1] << 8;
    if ((length ^ 0xffff) !== (bytes[at + 2] | bytes[at + 3] << 8)) throw wrong();
    at += 4;
    if (at + length > bytes.length || put + length > size) throw wrong();
    out.set(bytes.subarray(at, at + length), put);
    at += length;
    put += length;
  }

  function compressed(literals, distances) {
    for (;;) {
      const one = symbol(literals);
      if (one < 256) {
        if (put >= size) throw wrong();
        out[put++] = one;
        continue;
      }
      if (one === 256) return;
      if (one > 285) throw wrong();
      const length = LENGTH_BASE[one - 257] + take(LENGTH_BITS[one - 257]);
      const code = symbol(distances);
      if (code > 29) throw wrong();
      const distance = DISTANCE_BASE[code] + take(code < 4 ? 0 : (code >> 1) - 1);
      if (distance > put || put + length > size) throw wrong();
      for (const end = put + length; put < end; put++) out[put] = out[put - distance];
    }
  }

  function tables() {
    const literals = take(5) + 257, distances = take(5) + 1, given = take(4) + 4;
    const lengths = new Uint8Array(320);
    for (let n = 0; n < given; n++) lengths[ORDER[n]] = take(3);
    const code = huffman(lengths.subarray(0, 19));
    const all = new Uint8Array(literals + distances);
    for (let n = 0; n < all.length;) {
      const one = symbol(code);
      if (one < 16) {
        all[n++] = one;
        continue;
      }
      if (one === 16 && n === 0) throw wrong();
      const value = one === 16 ? all[n - 1] : 0;
      const times = one === 16 ? 3 + take(2) : one === 17 ? 3 + take(3) : 11 + take(7);
      if (n + times > all.length) throw wrong();
      all.fill(value, n, n += times);
    }
    return [huffman(all.subarray(0, literals)), huffman(all.subarray(literals))];
  }

  for (let last = 0; !last;) {
    last = take(1);
    const type = take(2);
    if (type === 0) stored();
    else if (type === 1) compressed(...fixed());
    else if (type === 2) compressed(...tables());
    else throw wrong();
  }
  if (put !== size || at !== bytes.length) throw wrong();
  return out;
}

// Canonical codes (RFC 1951, 3.2.2) as counts by length and symbols in the order of their codes.
function huffman(lengths) {
  const counts = new Uint16Array(LONGEST_CODE + 1);
  for (const length of lengths) counts[length]++;
  counts[0] = 0;
  let left = 1;
  const offsets = new Uint16Array(LONGEST_CODE + 2);
  for (let length = 1; length <= LONGEST_CODE; length++) {
    left = (left << 1) - counts[length];
    if (left < 0) throw wrong();
    offsets[length + 1] = offsets[length] + counts[length];
  }
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, one) => {
    if (length > 0) symbols[offsets[length]++] = one;
  });
  return { counts, symbols };
}

let fixedTables;
function fixed() {
  if (!fixedTables) {
    const lengths = new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280, 288);
    fixedTables = [huffman(lengths), huffman(new Uint8Array(30).fill(5))];
  }
  return fixedTables;
}
