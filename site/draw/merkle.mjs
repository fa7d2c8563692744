// Merkle trees as RFC 6962 has them, over SHA-256: a root from leaves given one by one, and a root from a path.
import { hasher, Message, sha256 } from './hash.mjs';

const levels = 53;

/** Takes leaf hashes in order; memory is one hash a level. */
export class Tree {
  constructor() {
    this.size = 0;
    this.filled = new Uint8Array(levels);
    this.nodes = Array.from({ length: levels }, () => new Uint8Array(32));
    this.message = new Message(new Uint8Array(65));  // 0x01, left, right
    this.pair = this.message.bytes;
    this.pair[0] = 1;
    this.sha = hasher();
  }
  /** @param hash 32 bytes, copied. */
  add(hash) {
    const { pair, nodes, filled } = this;
    let level = 0, right = hash;
    for (; filled[level] === 1; ++level) {
      pair.set(nodes[level], 1);
      pair.set(right, 33);
      filled[level] = 0;
      right = nodes[level];
      this.sha.into(this.message, right);
    }
    nodes[level].set(right);
    filled[level] = 1;
    ++this.size;
  }
  /** The root of the leaves so far; SHA-256 of nothing for none. */
  root() {
    if (this.size === 0) return sha256(new Uint8Array(0));
    let root;
    for (let level = 0; level < levels; ++level) {
      if (this.filled[level] === 0) continue;
      root = root === undefined ? this.nodes[level].slice() : nodeHash(this.nodes[level], root);
    }
    return root;
  }
}

/** SHA-256(0x00 || leaf). */
export function leafHash(leaf) {
  const bytes = new Uint8Array(leaf.length + 1);
  bytes.set(leaf, 1);
  return sha256(bytes);
}

function nodeHash(left, right) {
  const bytes = new Uint8Array(65);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 33);
  return sha256(bytes);
}

export function rootOf(leaves) {
  const tree = new Tree();
  for (const leaf of leaves) tree.add(leafHash(leaf));
  return tree.root();
}

/** The root that a leaf's path leads to (RFC 9162, 2.1.3.2); undefined when the path has the wrong length or place. */
export function rootFromPath(hash, index, size, path) {
  if (!(index < size)) return undefined;
  let at = index, last = size - 1, root = hash;
  for (const sibling of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      root = nodeHash(sibling, root);
      while (at % 2 === 0 && at !== 0) {
        at = at / 2;
        last = Math.floor(last / 2);
      }
    } else {
      root = nodeHash(root, sibling);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? root : undefined;
}
