#include "draw/merkle.h"

#include <bit>

#include "draw/encoding.h"

namespace draw {

namespace {

Sha256 started_with(char first) {
    Sha256 hash;
    hash.add({&first, 1});
    return hash;
}

}  // namespace

Digest leaf_hash(std::string_view leaf) {
    static const Sha256 start = started_with('\0');
    Sha256 hash = start;
    hash.add(leaf);
    return hash.finish();
}

Digest node_hash(const Digest& left, const Digest& right) {
    static const Sha256 start = started_with('\1');
    Sha256 hash = start;
    hash.add(bytes_of(left));
    hash.add(bytes_of(right));
    return hash.finish();
}

void MerkleRoot::add_subtree(const Digest& root, unsigned height) {
    Digest whole = root;
    for (unsigned level = height; (size_ >> level & 1) != 0; ++level) {
        whole = node_hash(stack_.back(), whole);
        stack_.pop_back();
    }
    stack_.push_back(whole);
    size_ += std::uint64_t{1} << height;
}

void MerkleRoot::append(const MerkleRoot& later) {
    std::uint64_t left = later.size_;
    for (const Digest& root : later.stack_) {
        const auto height = static_cast<unsigned>(std::bit_width(left) - 1);
        add_subtree(root, height);
        left -= std::uint64_t{1} << height;
    }
}

Digest MerkleRoot::root() const {
    if (stack_.empty()) return sha256("");
    Digest root = stack_.back();
    for (std::size_t i = stack_.size() - 1; i-- > 0;) root = node_hash(stack_[i], root);
    return root;
}

MerkleTree::MerkleTree(std::vector<Digest> leaf_hashes) {
    levels_.push_back(std::move(leaf_hashes));
    while (levels_.back().size() > 1) {
        const std::vector<Digest>& below = levels_.back();
        std::vector<Digest> level;
        level.reserve(below.size() / 2 + 1);
        for (std::size_t i = 0; i + 1 < below.size(); i += 2) level.push_back(node_hash(below[i], below[i + 1]));
        if (below.size() % 2 != 0) level.push_back(below.back());  // stands alone until it has a left neighbour
        levels_.push_back(std::move(level));
    }
}

Digest MerkleTree::root() const {
    return size() == 0 ? sha256("") : levels_.back().front();
}

std::vector<Digest> MerkleTree::path(std::uint64_t index) const {
    std::vector<Digest> path;
    for (const std::vector<Digest>& level : levels_) {
        const std::uint64_t sibling = index ^ 1;
        if (sibling < level.size()) path.push_back(level[sibling]);
        index /= 2;
    }
    return path;
}

bool leads_to_root(const Digest& leaf_hash, std::uint64_t index, std::uint64_t size, std::span<const Digest> path,
                   const Digest& root) {
    if (index >= size) return false;
    Digest node = leaf_hash;
    std::size_t used = 0;
    for (std::uint64_t last = size - 1; last > 0; index /= 2, last /= 2) {
        if (index == last && index % 2 == 0) continue;  // stands alone in its level
        if (used == path.size()) return false;
        node = index % 2 == 0 ? node_hash(node, path[used]) : node_hash(path[used], node);
        ++used;
    }
    return used == path.size() && node == root;
}

}  // namespace draw
