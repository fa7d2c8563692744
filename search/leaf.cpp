#include "search/leaf.h"

#include "search/file.h"
#include "search/name_keys.h"
#include "search/rows.h"

namespace search {
namespace {

constexpr std::uint32_t most_pinyin = 1'000'000;

}  // namespace

std::string written_leaf(std::span<const Record* const> rows, std::span<const LeafPinyin> pinyin) {
    std::string content = written_rows(rows), whose;
    put_number(content, static_cast<std::uint32_t>(pinyin.size()));
    FrontCoder letters;
    for (const LeafPinyin& one : pinyin) {
        letters.add(one.letters);
        put_number(whose, one.row);
    }
    return packed_file(FileKind::leaf, content + letters.finish() + whose);
}

Leaf read_leaf(std::string_view file) {
    const std::string content = unpacked_file(FileKind::leaf, file);
    ByteReader reader(content);
    Leaf leaf;
    leaf.rows = read_rows(reader);
    for (std::string& letters : read_front_coded(reader, reader.number(most_pinyin), longest_pinyin))
        leaf.pinyin.push_back({std::move(letters), 0});
    for (LeafPinyin& one : leaf.pinyin) {
        one.row = reader.number(most_rows);
        if (one.row >= leaf.rows.size()) throw Malformed("索引中的拼音指向不存在的行");
    }
    reader.end();
    return leaf;
}

}  // namespace search
