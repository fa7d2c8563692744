#include "draw/result_tree.h"

#include <algorithm>
#include <stdexcept>

namespace draw {

namespace {

std::vector<Digest> hashes_by_salt(std::vector<ResultLeaf>& leaves) {
    std::sort(leaves.begin(), leaves.end(), [](const ResultLeaf& a, const ResultLeaf& b) {
        return a.salt != b.salt ? a.salt < b.salt : a.hash < b.hash;
    });
    std::vector<Digest> hashes;
    hashes.reserve(leaves.size());
    for (const ResultLeaf& leaf : leaves) hashes.push_back(leaf.hash);
    return hashes;
}

}  // namespace

std::string result_leaf(std::string_view id, std::span<const std::string_view> inspectors, const Salt& salt) {
    std::string leaf = encoded(std::string_view("ssj1/res"), id, std::to_string(inspectors.size()));
    for (const std::string_view inspector : inspectors) append_part(leaf, inspector);
    append_part(leaf, bytes_of(salt));
    return leaf;
}

ResultLeaf result_leaf_of(std::string_view id, std::span<const std::string_view> inspectors, const Salt& salt) {
    return {salt, leaf_hash(result_leaf(id, inspectors, salt))};
}

ResultTree::ResultTree(std::vector<ResultLeaf> leaves) : tree_(hashes_by_salt(leaves)) {
    salts_.reserve(leaves.size());
    for (const ResultLeaf& leaf : leaves) salts_.push_back(leaf.salt);
    salts_differ_ = std::adjacent_find(salts_.begin(), salts_.end()) == salts_.end();
}

Inclusion ResultTree::inclusion(const Salt& salt) const {
    const auto found = std::lower_bound(salts_.begin(), salts_.end(), salt);
    if (found == salts_.end() || *found != salt) throw std::out_of_range("no result has this salt");
    const auto index = static_cast<std::uint64_t>(found - salts_.begin());
    return {index, tree_.path(index)};
}

bool is_included(const ResultLeaf& leaf, std::uint64_t index, std::uint64_t size, std::span<const Digest> path,
                 const Digest& root) {
    return leads_to_root(leaf.hash, index, size, path, root);
}

}  // namespace draw
