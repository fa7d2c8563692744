#include "draw/merkle.h"

#include <catch2/catch.hpp>

#include "draw/encoding.h"

namespace {

/// MTH of RFC 6962, section 2.1, as that page defines it.
draw::Digest root_by_definition(std::span<const draw::Digest> leaves) {
    if (leaves.empty()) return draw::sha256("");
    if (leaves.size() == 1) return leaves.front();
    std::size_t left = 1;
    while (2 * left < leaves.size()) left *= 2;
    return draw::node_hash(root_by_definition(leaves.first(left)), root_by_definition(leaves.subspan(left)));
}

std::vector<draw::Digest> some_leaves(std::size_t count) {
    std::vector<draw::Digest> leaves;
    for (std::size_t i = 0; i < count; ++i) leaves.push_back(draw::leaf_hash(std::to_string(i)));
    return leaves;
}

}  // namespace

TEST_CASE("leaves, nodes and roots are those of certificate transparency", "[draw][merkle]") {
    CHECK(draw::hex(draw::MerkleRoot().root()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(draw::hex(draw::leaf_hash("")) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    CHECK(draw::hex(draw::leaf_hash("L123456")) == "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    // The eight inputs that all implementations of certificate transparency are tested with.
    draw::MerkleRoot root;
    for (const std::string_view input :
         {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"})
        root.add(draw::leaf_hash(*draw::unhex(input)));
    CHECK(draw::hex(root.root()) == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
}

TEST_CASE("a streamed, a whole and a tree in parts have the root that the definition gives", "[draw][merkle]") {
    const auto leaves = some_leaves(70);
    for (std::size_t size = 0; size <= leaves.size(); ++size) {
        const std::vector<draw::Digest> some(leaves.begin(), leaves.begin() + static_cast<std::ptrdiff_t>(size));
        draw::MerkleRoot streamed, in_parts, part;
        for (std::size_t i = 0; i < size; ++i) {
            streamed.add(some[i]);
            part.add(some[i]);
            if (part.size() == 16) in_parts.append(std::exchange(part, {}));
        }
        in_parts.append(part);
        const draw::Digest root = root_by_definition(some);
        CHECK(streamed.root() == root);
        CHECK((in_parts.root() == root && in_parts.size() == size));
        CHECK(draw::MerkleTree(some).root() == root);
    }
}

TEST_CASE("a path leads to the root from its own place only, and only whole", "[draw][merkle]") {
    for (const std::size_t size : {1, 2, 3, 5, 8, 13, 33}) {
        const auto leaves = some_leaves(size);
        const draw::MerkleTree tree(leaves);
        for (std::size_t i = 0; i < size; ++i) {
            CAPTURE(size, i);
            auto path = tree.path(i);
            CHECK(draw::leads_to_root(leaves[i], i, size, path, tree.root()));
            for (std::size_t other = 0; other <= size; ++other)
                if (other != i) CHECK_FALSE(draw::leads_to_root(leaves[i], other, size, path, tree.root()));
            CHECK_FALSE(draw::leads_to_root(draw::leaf_hash("x"), i, size, path, tree.root()));
            path.push_back(leaves[i]);
            CHECK_FALSE(draw::leads_to_root(leaves[i], i, size, path, tree.root()));
            path.pop_back();
            if (path.empty()) continue;
            path.pop_back();
            CHECK_FALSE(draw::leads_to_root(leaves[i], i, size, path, tree.root()));
        }
    }
    CHECK_FALSE(draw::leads_to_root(draw::leaf_hash(""), 0, 0, {}, draw::sha256("")));
}

TEST_CASE("macs with short and long keys are those of RFC 4231", "[draw][merkle]") {
    CHECK(draw::hex(draw::Mac("Jefe").of("what do ya want for nothing?")) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(draw::hex(draw::Mac(std::string(131, '\xaa')).of("Test Using Larger Than Block-Size Key - Hash Key First")) ==
          "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}
