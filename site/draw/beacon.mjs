// The one source of randomness: drand quicknet, pinned (section 3). Its signatures are checked with @noble/curves.
import { bls12_381 } from '@noble/curves/bls12-381';
import { unhex } from './bytes.mjs';
import { sha256 } from './hash.mjs';

const chain = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971';
const publicKey = '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510' +
  'd1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a';
const domain = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';
const genesis = 1692803367n, period = 3n;

/** The round of a `ref` of the pinned chain, as a text of digits; undefined for anything else. */
export function roundOf(ref) {
  return new RegExp(`^${chain}/([1-9][0-9]{0,15})$`).exec(ref)?.[1];
}

/** When a round comes out, in Unix seconds, exactly. @param round a text of digits or a whole number; @returns BigInt */
export const timeOf = (round) => genesis + (BigInt(round) - 1n) * period;

/** The message that a round's signature is over: SHA-256 of the round as eight bytes. */
export function messageOf(round) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(round));
  return sha256(bytes);
}

/** Whether a signature (96 characters of hexadecimal) of a round holds under the pinned key. */
export function signatureHolds(round, signature) {
  try {
    const message = bls12_381.shortSignatures.hash(messageOf(round), domain);
    return bls12_381.shortSignatures.verify(unhex(signature), message, unhex(publicKey));
  } catch {
    return false;  // no point of the curve
  }
}
