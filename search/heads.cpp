#include "search/heads.h"

#include <algorithm>

#include "search/file.h"
#include "search/name_keys.h"
#include "search/rows.h"
#include "text/utf8.h"

namespace search {
namespace {

constexpr std::uint32_t most_heads = 10'000, most_next = 100;

}  // namespace

std::string written_heads(std::span<const Record* const> rows, std::span<const Head> heads) {
    std::string content = written_rows(rows), totals, best, next;
    put_number(content, static_cast<std::uint32_t>(heads.size()));
    FrontCoder words;
    for (const Head& head : heads) {
        words.add(head.word);
        put_number(totals, head.total);
        put_number(totals, static_cast<std::uint32_t>(head.best.size()));
        put_number(totals, static_cast<std::uint32_t>(head.next.size()));
        for (const std::uint32_t row : head.best) put_number(best, row);
        for (const Head::Next& one : head.next) {
            put_number(next, one.character);
            put_number(next, one.count);
        }
    }
    return packed_file(FileKind::heads, content + words.finish() + totals + best + next);
}

HeadFile read_heads(std::string_view file) {
    const std::string content = unpacked_file(FileKind::heads, file);
    ByteReader reader(content);
    HeadFile result;
    result.rows = read_rows(reader);
    const auto rows = static_cast<std::uint32_t>(result.rows.size());
    for (std::string& word : read_front_coded(reader, reader.number(most_heads), 4 * longest_findable))
        result.heads.push_back({std::move(word), 0, {}, {}});
    for (Head& head : result.heads) {
        head.total = reader.number(0xFFFFFFFF);
        head.best.resize(reader.number(std::min(rows, head.total)));
        head.next.resize(reader.number(most_next));
    }
    for (Head& head : result.heads)
        for (std::uint32_t& row : head.best) row = reader.number(rows - 1);
    for (Head& head : result.heads) {
        if (!text::is_utf8(head.word)) throw Malformed("索引中的词不是 UTF-8");
        for (Head::Next& one : head.next) {
            one.character = reader.number(0x10FFFF);
            one.count = reader.number(0xFFFFFFFF);
        }
    }
    reader.end();
    return result;
}

}  // namespace search
