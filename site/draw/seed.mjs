// From the announcement, the random value and the secret numbers to the three keys of a draw (section 4).
import { encode, utf8 } from './bytes.mjs';
import { mac, tagged } from './hash.mjs';

/**
 * @param draw D, 32 bytes; @param nonces 32 bytes each, in order; @param value 32 bytes
 * @returns {prk, obj, match, order}, 32 bytes each
 */
export function keysOf(draw, nonces, type, ref, value) {
  const prk = mac(tagged('ssj1/nonces', ...nonces), encode('ssj1/seed', draw, type, ref, value));
  const expand = (label) => mac(prk, Uint8Array.of(...utf8(label), 1));
  return { prk, obj: expand('ssj1/obj'), match: expand('ssj1/match'), order: expand('ssj1/order') };
}
