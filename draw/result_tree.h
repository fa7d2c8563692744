// The commitment to a list (结果登记): a Merkle tree whose leaves are in the order of their salts, so that a place in
// it tells nothing, and the proof on an enterprise's slip (凭条).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "draw/encoding.h"
#include "draw/merkle.h"

namespace draw {

/// E("ssj1/res", id, dec(number of slots), inspector_0, …, salt); an unfilled slot is "".
std::string result_leaf(std::string_view id, std::span<const std::string_view> inspectors, const Salt& salt);

/// One leaf, ready for the tree.
struct ResultLeaf {
    Salt salt{};
    Digest hash{};
};
ResultLeaf result_leaf_of(std::string_view id, std::span<const std::string_view> inspectors, const Salt& salt);

/// Where a leaf stands and how it leads to the root.
struct Inclusion {
    std::uint64_t index = 0;
    std::vector<Digest> path;  ///< from the leaf to the root
};

/// A whole list.
class ResultTree {
  public:
    /// In any order; they are sorted by salt.
    explicit ResultTree(std::vector<ResultLeaf> leaves);
    std::uint64_t size() const { return tree_.size(); }
    Digest root() const { return tree_.root(); }
    /// Whether no salt occurs twice.
    bool salts_differ() const { return salts_differ_; }
    /// Of the leaf with this salt; throws std::out_of_range when there is none.
    Inclusion inclusion(const Salt& salt) const;

  private:
    std::vector<Salt> salts_;  // ascending
    bool salts_differ_ = true;
    MerkleTree tree_;
};

/// Whether a slip's leaf is at `index` of the `size` leaves under `root`.
bool is_included(const ResultLeaf& leaf, std::uint64_t index, std::uint64_t size, std::span<const Digest> path,
                 const Digest& root);

}  // namespace draw
