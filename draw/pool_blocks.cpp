#include "draw/pool_blocks.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "draw/merkle.h"
#include "draw/pool.h"
#include "draw/salter.h"
#include "draw/table_cells.h"

namespace draw {

std::vector<PoolBlock> pool_blocks(const ByteSource& objects, const Digest& salt_key) {
    std::vector<PoolBlock> blocks;
    const Salter salter(salt_key);
    MerkleRoot subtree;
    std::uint64_t offset = objects_header.size();
    const auto finish = [&] {
        if (!blocks.empty()) blocks.back().root = subtree.root();
        subtree = MerkleRoot();
    };
    ObjectWork work;
    work.each = [&](const ObjectRow& row) {
        if (blocks.empty() || subtree.size() == pool_block_rows) {
            finish();
            blocks.push_back({std::string(row.id), offset, {}});
        }
        const Salt salt = salter.of("obj", row.id);
        subtree.add(leaf_hash(object_leaf(row.id, row.stratum, row.excl, row.needs, salt)));
        offset += row.id.size() + row.stratum.size() + row.excl.size() + row.needs.size() + 4;  // three tabs and the LF
    };
    read_objects(objects, work);
    finish();
    return blocks;
}

std::string pool_blocks_text(const std::vector<PoolBlock>& blocks) {
    std::string text;
    for (const PoolBlock& block : blocks)
        text.append(block.first) += "\t" + std::to_string(block.offset) + "\t" + hex(block.root) + "\n";
    return text;
}

std::optional<std::vector<PoolBlock>> read_pool_blocks(std::string_view text) {
    std::vector<PoolBlock> blocks;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::array<std::string_view, 3> cells;
        if (end == text.npos || !split_cells(text.substr(0, end), cells)) return std::nullopt;
        PoolBlock block;
        block.first = cells[0];
        const auto [stop, error] = std::from_chars(cells[1].data(), cells[1].data() + cells[1].size(), block.offset);
        const auto root = unhex_as<Digest>(cells[2]);
        if (error != std::errc() || stop != cells[1].data() + cells[1].size() || !root) return std::nullopt;
        if (!blocks.empty() && (blocks.back().first >= block.first || blocks.back().offset >= block.offset))
            return std::nullopt;
        block.root = *root;
        blocks.push_back(std::move(block));
        text.remove_prefix(end + 1);
    }
    return blocks;
}

BlockRange blocks_around(const std::vector<PoolBlock>& blocks, std::string_view id) {
    if (blocks.empty()) return {};
    const auto after =
        std::upper_bound(blocks.begin(), blocks.end(), id,
                         [](std::string_view wanted, const PoolBlock& block) { return wanted < block.first; });
    const auto own = static_cast<std::uint64_t>(after - blocks.begin()) - (after == blocks.begin() ? 0 : 1);
    // Its neighbours may stand in the blocks beside: the row before a first one, the row after a last one.
    const std::uint64_t first = own > 0 && blocks[own].first == id ? own - 1 : own;
    return {first, std::min<std::uint64_t>(blocks.size(), own + 2) - first};
}

namespace {

/// The rows of some blocks, whose subtrees are made from their leaves.
class Rows {
  public:
    Rows(const std::vector<PoolBlock>& blocks, BlockRange range, const Digest& salt_key)
        : range_(range), salter_(salt_key), roots_(roots_of(blocks)) {}

    bool read(std::string_view text) {
        while (!text.empty()) {
            const std::size_t end = text.find('\n');
            std::array<std::string_view, 4> cells;
            if (end == text.npos || !split_cells(text.substr(0, end), cells)) return false;
            if (rows_.size() == range_.count * pool_block_rows) return false;
            rows_.push_back(cells);
            text.remove_prefix(end + 1);
        }
        return !rows_.empty();
    }

    PoolPlace place(std::string_view id) const {
        const auto at = std::lower_bound(rows_.begin(), rows_.end(), id,
                                         [](const auto& row, std::string_view wanted) { return row[0] < wanted; });
        const auto number = static_cast<std::uint64_t>(at - rows_.begin());
        PoolPlace place;
        const bool there = at != rows_.end() && (*at)[0] == id;
        if (there) place.row = proven(number);
        if (number > 0) place.before = proven(number - 1);
        if (number + (there ? 1 : 0) < rows_.size()) place.after = proven(number + (there ? 1 : 0));
        return place;
    }

  private:
    static std::vector<Digest> roots_of(const std::vector<PoolBlock>& blocks) {
        std::vector<Digest> roots;
        for (const PoolBlock& block : blocks) roots.push_back(block.root);
        return roots;
    }

    Digest leaf(std::uint64_t number) const {
        const auto& [id, stratum, excl, needs] = rows_[number];
        return leaf_hash(object_leaf(id, stratum, excl, needs, salter_.of("obj", id)));
    }

    ProvenRow proven(std::uint64_t number) const {
        const std::uint64_t block = number / pool_block_rows, first = block * pool_block_rows;
        std::vector<Digest> leaves;
        for (std::uint64_t i = first; i < rows_.size() && i < first + pool_block_rows; ++i) leaves.push_back(leaf(i));
        const auto& [id, stratum, excl, needs] = rows_[number];
        ProvenRow row{std::string(id), std::string(stratum), std::string(excl), std::string(needs), 0, {}, {}, {}};
        row.index = (range_.first + block) * pool_block_rows + number - first;
        row.salt = salter_.of("obj", id);
        row.leaf = leaves[number - first];
        row.path = MerkleTree(std::move(leaves)).path(number - first);
        const std::vector<Digest> above = roots_.path(range_.first + block);
        row.path.insert(row.path.end(), above.begin(), above.end());
        return row;
    }

    BlockRange range_;
    Salter salter_;
    MerkleTree roots_;
    std::vector<std::array<std::string_view, 4>> rows_;
};

}  // namespace

std::optional<PoolPlace> place_in_pool(const std::vector<PoolBlock>& blocks, BlockRange range, std::string_view rows,
                                       const Digest& salt_key, std::string_view id) {
    if (range.count == 0) return PoolPlace{};
    Rows read(blocks, range, salt_key);
    if (!read.read(rows)) return std::nullopt;
    return read.place(id);
}

}  // namespace draw
