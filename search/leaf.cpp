#include "search/leaf.h"

#include "search/file.h"
#include "search/rows.h"

namespace search {

std::string written_leaf(std::span<const Record* const> rows, std::span<const std::uint8_t> otherwise,
                         std::span<const LeafPinyin> pinyin) {
    return packed_file(FileKind::leaf, written_rows(rows) + written_readings(rows, otherwise, pinyin));
}

Leaf read_leaf(std::string_view file) {
    const std::string content = unpacked_file(FileKind::leaf, file);
    ByteReader reader(content);
    Leaf leaf;
    leaf.rows = read_rows(reader);
    leaf.pinyin = read_readings(reader, leaf.rows);
    reader.end();
    return leaf;
}

}  // namespace search
