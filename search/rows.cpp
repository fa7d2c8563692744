#include "search/rows.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

#include "search/packed_code.h"
#include "search/text_codec.h"
#include "text/date.h"

namespace search {
namespace {

enum Flag : std::uint8_t { has_note = 1, has_names = 2, has_numbers = 4, has_facts = 8 };
constexpr std::uint8_t all_flags = 15;

std::uint8_t flags_of(const Record& record) {
    return static_cast<std::uint8_t>(
        (record.note.empty() ? 0 : has_note) | (record.other_names.empty() ? 0 : has_names) |
        (record.numbers.empty() ? 0 : has_numbers) | (record.newest.empty() && record.records == 0 ? 0 : has_facts));
}

std::optional<PackedCode> code_of(const Record& record) {
    return record.kind == Kind::enterprise ? packed_code(record.id) : std::nullopt;
}

void count_texts(TextEncoder& texts, const Record& record, bool packed) {
    if (!packed) texts.count(record.id);
    texts.count(record.title);
    if (!record.note.empty()) texts.count(record.note);
    for (const std::string& name : record.other_names) texts.count(name);
    for (const std::string& number : record.numbers) texts.count(number);
}

std::string written_codes(const std::vector<PackedCode>& codes) {
    std::string areas, planes[4];
    std::uint32_t groups = 0;
    for (std::size_t at = 0; at < codes.size();) {
        std::size_t end = at;
        for (; end < codes.size() && codes[end].area == codes[at].area; ++end)
            for (std::size_t plane = 0; plane < 4; ++plane)
                planes[plane].push_back(static_cast<char>(codes[end].organisation >> (24 - 8 * plane)));
        areas += codes[at].area;
        put_number(areas, static_cast<std::uint32_t>(end - at));
        ++groups;
        at = end;
    }
    std::string result;
    put_number(result, groups);
    return result + areas + planes[0] + planes[1] + planes[2] + planes[3];
}

std::vector<std::string> read_codes(ByteReader& reader, std::uint32_t count) {
    std::vector<std::string> areas;
    areas.reserve(count);
    for (std::uint32_t groups = reader.number(count); groups > 0; --groups) {
        const std::string area(reader.take(8));
        const std::uint32_t members = reader.number(static_cast<std::uint32_t>(count - areas.size()));
        areas.insert(areas.end(), members, area);
    }
    if (areas.size() != count) throw Malformed("索引中代码的个数不符");
    std::array<std::string_view, 4> planes;
    for (std::string_view& plane : planes) plane = reader.take(count);
    for (std::size_t row = 0; row < count; ++row) {
        std::uint32_t organisation = 0;
        for (const std::string_view plane : planes)
            organisation = organisation << 8 | static_cast<unsigned char>(plane[row]);
        areas[row] = unpacked_code(areas[row], organisation);
    }
    return areas;
}

constexpr int most_days = 200'000;
constexpr text::Date day_zero{std::chrono::year{2000}, std::chrono::January, std::chrono::day{1}};

// Days since 2000-01-01; 0 for none.
std::uint32_t day_number(const std::string& date) {
    const auto read = text::parse_iso(date);
    return read ? static_cast<std::uint32_t>(std::clamp(text::days_between(day_zero, *read), 0, most_days)) : 0;
}

void put_list(std::string& to, const TextEncoder& texts, const std::vector<std::string>& list) {
    const std::size_t count = std::min<std::size_t>(list.size(), most_texts);
    put_number(to, static_cast<std::uint32_t>(count));
    for (std::size_t at = 0; at < count; ++at) texts.put(to, list[at]);
}

void read_lists(ByteReader& reader, const TextDecoder& texts, std::vector<Record>& rows,
                const std::vector<std::uint8_t>& flags, Flag flag, std::vector<std::string> Record::*list) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (!(flags[row] & flag)) continue;
        for (std::uint32_t count = reader.number(most_texts); count > 0; --count)
            (rows[row].*list).push_back(texts.read(reader));
    }
}

}  // namespace

bool row_before(const Record& one, const Record& other) {
    const bool packed = code_of(one).has_value(), other_packed = code_of(other).has_value();
    if (packed != other_packed) return packed;
    if (one.kind != other.kind) return one.kind < other.kind;
    return one.id < other.id;
}

std::string written_rows(std::span<const Record* const> records) {
    std::vector<PackedCode> codes;
    for (const Record* record : records)
        if (auto code = code_of(*record)) codes.push_back(std::move(*code));
    TextEncoder texts;
    for (std::size_t row = 0; row < records.size(); ++row) count_texts(texts, *records[row], row < codes.size());
    const std::string alphabet = texts.settle();
    std::string kinds, ids, flags, titles, notes, names, numbers, facts;
    for (std::size_t row = 0; row < records.size(); ++row) {
        const Record& record = *records[row];
        if (row >= codes.size()) {
            kinds.push_back(static_cast<char>(record.kind));
            texts.put(ids, record.id);
        }
        const std::uint8_t flag = flags_of(record);
        flags.push_back(static_cast<char>(flag));
        texts.put(titles, record.title);
        if (flag & has_note) texts.put(notes, record.note);
        if (flag & has_names) put_list(names, texts, record.other_names);
        if (flag & has_numbers) put_list(numbers, texts, record.numbers);
        if (flag & has_facts) {
            put_number(facts, day_number(record.newest));
            put_number(facts, record.records);
        }
    }
    std::string result;
    put_number(result, static_cast<std::uint32_t>(records.size()));
    put_number(result, static_cast<std::uint32_t>(codes.size()));
    return result + alphabet + written_codes(codes) + kinds + ids + flags + titles + notes + names + numbers + facts;
}

std::vector<Record> read_rows(ByteReader& reader) {
    const std::uint32_t count = reader.number(most_rows), packed = reader.number(count);
    if (count > reader.left()) throw Malformed("索引中的行数超出文件长度");
    const TextDecoder texts(reader);
    std::vector<Record> rows(count);
    const std::vector<std::string> codes = read_codes(reader, packed);
    for (std::uint32_t row = 0; row < packed; ++row) rows[row].id = codes[row];
    for (std::uint32_t row = packed; row < count; ++row) {
        const std::uint8_t kind = reader.byte();
        if (kind >= kinds) throw Malformed("索引中有不认识的种类");
        rows[row].kind = static_cast<Kind>(kind);
    }
    for (std::uint32_t row = packed; row < count; ++row) rows[row].id = texts.read(reader);
    std::vector<std::uint8_t> flags(count);
    for (std::uint8_t& flag : flags) {
        flag = reader.byte();
        if (flag > all_flags) throw Malformed("索引中有不认识的标记");
    }
    for (Record& row : rows) row.title = texts.read(reader);
    for (std::size_t row = 0; row < count; ++row)
        if (flags[row] & has_note) rows[row].note = texts.read(reader);
    read_lists(reader, texts, rows, flags, has_names, &Record::other_names);
    read_lists(reader, texts, rows, flags, has_numbers, &Record::numbers);
    for (std::size_t row = 0; row < count; ++row) {
        if (!(flags[row] & has_facts)) continue;
        const auto days = static_cast<int>(reader.number(most_days));
        if (days > 0) rows[row].newest = text::iso(text::plus_days(day_zero, days));
        rows[row].records = reader.number(0xFFFFFFFF);
    }
    return rows;
}

}  // namespace search
