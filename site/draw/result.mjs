// The commitment to the list (section 7): a leaf for each drawn object, ascending by salt, so that a place tells nothing.
import { encodeList, hex, unhex } from './bytes.mjs';
import { rootOf } from './merkle.mjs';
import { Salts } from './pool.mjs';

/** @param salt hexadecimal, as in drawn.json and on a slip */
export function resultLeaf({ id, inspectors, salt }) {
  return encodeList(['ssj1/res', id, String(inspectors.length)].concat(inspectors, [unhex(salt)]));
}

/** @param drawn [{id, inspectors, salt}]; @returns the root, 32 bytes */
export function resultRoot(drawn) {
  const inOrder = [...drawn].sort((a, b) => (a.salt < b.salt ? -1 : a.salt > b.salt ? 1 : 0));
  return rootOf(inOrder.map(resultLeaf));
}

/** salt("res", id) in hexadecimal, for many ids. @param key the salt key, hexadecimal */
export function resultSalts(key) {
  const salts = new Salts(unhex(key), 'res');
  return (id) => hex(salts.of(id));
}
