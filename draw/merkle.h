// Merkle trees of RFC 6962 over SHA-256: a root from a stream of leaves, and a whole tree that gives inclusion paths.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "draw/hash.h"

namespace draw {

/// SHA-256(0x00 || leaf)
Digest leaf_hash(std::string_view leaf);
/// SHA-256(0x01 || left || right)
Digest node_hash(const Digest& left, const Digest& right);

/// The root of a stream of leaves, in the memory of one digest a level.
class MerkleRoot {
  public:
    void add(const Digest& leaf_hash) { add_subtree(leaf_hash, 0); }
    /// The leaves of a later part, hashed apart. There must so far be a multiple of a power of two of leaves that is at
    /// least as many as `later` has.
    void append(const MerkleRoot& later);
    std::uint64_t size() const { return size_; }
    /// SHA-256("") of no leaves.
    Digest root() const;

  private:
    void add_subtree(const Digest& root, unsigned height);
    std::vector<Digest> stack_;  // roots of the whole subtrees, one for each bit set in size_, largest first
    std::uint64_t size_ = 0;
};

/// A tree in memory, about 64 bytes a leaf.
class MerkleTree {
  public:
    explicit MerkleTree(std::vector<Digest> leaf_hashes);
    std::uint64_t size() const { return levels_.front().size(); }
    Digest root() const;
    /// PATH(index) of RFC 6962, section 2.1.1, from the leaf to the root. `index` < size().
    std::vector<Digest> path(std::uint64_t index) const;

  private:
    std::vector<std::vector<Digest>> levels_;
};

/// Whether `path` leads from the leaf at `index` of `size` to `root`; false also when `index` >= `size` or the path is
/// longer or shorter than it must be.
bool leads_to_root(const Digest& leaf_hash, std::uint64_t index, std::uint64_t size, std::span<const Digest> path,
                   const Digest& root);

}  // namespace draw
