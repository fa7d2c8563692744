#include "draw/pool_blocks.h"

#include <catch2/catch.hpp>

#include "draw/merkle.h"
#include "draw/pool.h"
#include "text/codes.h"

namespace {

std::string code(int number) {
    std::string first = "99999901MA";
    std::string digits = std::to_string(number);
    first += std::string(7 - digits.size(), '0') + digits;
    return first + text::unified_check_character(first).value();
}

draw::ByteSource source_of(std::string_view text) {
    return [text](char* to, std::size_t most) mutable {
        const std::size_t count = text.copy(to, most);
        text.remove_prefix(count);
        return count;
    };
}

draw::PoolPlace place(const std::string& table, const std::vector<draw::PoolBlock>& blocks,
                      const draw::Digest& salt_key, const std::string& id) {
    const draw::BlockRange range = draw::blocks_around(blocks, id);
    const std::uint64_t from = blocks[range.first].offset, next = range.first + range.count;
    const std::uint64_t to = next < blocks.size() ? blocks[next].offset : table.size();
    auto found = draw::place_in_pool(blocks, range, std::string_view(table).substr(from, to - from), salt_key, id);
    REQUIRE(found.has_value());
    return *std::move(found);
}

}  // namespace

TEST_CASE("every row of a pool leads to the announced root, and every absent code stands between two that do",
          "[draw]") {
    const int size = GENERATE(1, 2, 511, 512, 513, 1024, 1300);
    const draw::Digest salt_key = draw::sha256("some key");
    std::string table(draw::objects_header);
    for (int i = 0; i < size; ++i) draw::append_object(table, code(2 * i + 2), "A", "", "SCJG:BASE:2");
    const draw::PoolRoot root = draw::objects_root(source_of(table), salt_key);
    const auto blocks = draw::read_pool_blocks(draw::pool_blocks_text(draw::pool_blocks(source_of(table), salt_key)));
    REQUIRE(blocks.has_value());
    const auto leads = [&](const draw::ProvenRow& row) {
        return draw::leads_to_root(row.leaf, row.index, root.size, row.path, root.root);
    };
    for (const int i : {0, 1, 2, size / 2, 510, 511, 512, 1023, size - 1, size}) {
        if (i > size) continue;
        const auto absent = place(table, *blocks, salt_key, code(2 * i + 1));
        CHECK_FALSE(absent.row);
        CHECK(absent.before.has_value() == (i > 0));
        CHECK(absent.after.has_value() == (i < size));
        if (absent.before) CHECK((leads(*absent.before) && absent.before->index == static_cast<unsigned>(i - 1)));
        if (absent.after) CHECK((leads(*absent.after) && absent.after->index == static_cast<unsigned>(i)));
        if (i == size) continue;
        const auto present = place(table, *blocks, salt_key, code(2 * i + 2));
        REQUIRE(present.row);
        CHECK(present.row->id == code(2 * i + 2));
        CHECK((leads(*present.row) && present.row->index == static_cast<unsigned>(i)));
        CHECK(present.before.has_value() == (i > 0));
        CHECK(present.after.has_value() == (i + 1 < size));
    }
}

TEST_CASE("what is no list of blocks is not taken for one", "[draw]") {
    const std::string text = GENERATE(as<std::string>(), "A\t25", "A\tx\t00\n", "A\t25\t00\n", "A\n");
    CHECK_FALSE(draw::read_pool_blocks(text));
}
