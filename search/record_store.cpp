#include "search/record_store.h"

#include <algorithm>

#include "search/bytes.h"
#include "search/packed_code.h"
#include "search/rows.h"
#include "text/utf8.h"

namespace search {
namespace {

void put_text(std::string& to, std::string_view text) {
    put_number(to, static_cast<std::uint32_t>(text.size()));
    to += text;
}
void put_texts(std::string& to, const std::vector<std::string>& texts) {
    put_number(to, static_cast<std::uint32_t>(texts.size()));
    for (const std::string& text : texts) put_text(to, text);
}
std::string read_text(ByteReader& reader) {
    return std::string(reader.take(reader.number(0xFFFFFFFF)));
}
void read_texts(ByteReader& reader, std::vector<std::string>& texts) {
    for (std::uint32_t count = reader.number(0xFFFFFFFF); count > 0; --count) texts.push_back(read_text(reader));
}

// What the two orders compare, seen in the bytes of the store.
struct Facts {
    std::string_view id, newest;
    std::uint32_t records = 0, length = 0, at = 0;
    Kind kind = Kind::enterprise;
    bool packed = false;
};

std::string_view view_text(ByteReader& reader) {
    return reader.take(reader.number(0xFFFFFFFF));
}

Facts facts_at(std::string_view bytes, std::uint32_t at) {
    ByteReader reader(bytes.substr(at));
    Facts facts;
    facts.at = at;
    facts.kind = static_cast<Kind>(reader.byte());
    facts.id = view_text(reader);
    facts.length = static_cast<std::uint32_t>(text::count_code_points(view_text(reader)));
    view_text(reader);
    facts.newest = view_text(reader);
    facts.records = reader.number(0xFFFFFFFF);
    facts.packed = facts.kind == Kind::enterprise && packed_code(facts.id);
    return facts;
}

bool row_order(const Facts& one, const Facts& other) {
    if (one.packed != other.packed) return one.packed;
    if (one.kind != other.kind) return one.kind < other.kind;
    return one.id < other.id;
}

// As ranks_before; the numbers are those of the row order, which ends as the order of merit does.
bool merit_order(const Facts& one, const Facts& other) {
    if (one.newest != other.newest) return one.newest > other.newest;
    if (one.records != other.records) return one.records > other.records;
    if (one.length != other.length) return one.length < other.length;
    if (one.kind != other.kind) return one.kind < other.kind;
    return one.id < other.id;
}

}  // namespace

bool ranks_before(const Record& one, const Record& other) {
    if (one.newest != other.newest) return one.newest > other.newest;
    if (one.records != other.records) return one.records > other.records;
    const auto length = text::count_code_points(one.title), other_length = text::count_code_points(other.title);
    if (length != other_length) return length < other_length;
    if (one.kind != other.kind) return one.kind < other.kind;
    return one.id < other.id;
}

void RecordStore::add(const Record& record) {
    if (bytes_.size() > 0xF0000000u) throw Malformed("检索索引：记录过多，无法建立索引");
    at_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    bytes_.push_back(static_cast<char>(record.kind));
    put_text(bytes_, record.id);
    put_text(bytes_, record.title);
    put_text(bytes_, record.note);
    put_text(bytes_, record.newest);
    put_number(bytes_, record.records);
    put_texts(bytes_, record.other_names);
    put_texts(bytes_, record.numbers);
    ++by_kind_[static_cast<std::size_t>(record.kind)];
}

Record RecordStore::record(std::uint32_t number) const {
    ByteReader reader(std::string_view(bytes_).substr(at_[number]));
    Record record;
    record.kind = static_cast<Kind>(reader.byte());
    record.id = read_text(reader);
    record.title = read_text(reader);
    record.note = read_text(reader);
    record.newest = read_text(reader);
    record.records = reader.number(0xFFFFFFFF);
    read_texts(reader, record.other_names);
    read_texts(reader, record.numbers);
    return record;
}

void RecordStore::settle() {
    bytes_.shrink_to_fit();
    std::vector<Facts> facts;
    facts.reserve(at_.size());
    for (const std::uint32_t at : at_) facts.push_back(facts_at(bytes_, at));
    std::sort(facts.begin(), facts.end(), row_order);
    for (std::size_t number = 0; number < facts.size(); ++number) {
        at_[number] = facts[number].at;
        facts[number].at = static_cast<std::uint32_t>(number);
        if (number > 0 && !row_order(facts[number - 1], facts[number]))
            throw Malformed("检索索引：有两条记录的编号相同：" + std::string(facts[number].id));
    }
    std::sort(facts.begin(), facts.end(), merit_order);
    ranks_.resize(at_.size());
    for (std::size_t rank = 0; rank < facts.size(); ++rank) ranks_[facts[rank].at] = static_cast<std::uint32_t>(rank);
}

std::uint32_t RecordStore::weight(std::uint32_t number) const {
    ByteReader reader(std::string_view(bytes_).substr(at_[number]));
    reader.byte();
    const std::size_t id = view_text(reader).size(), title = view_text(reader).size(), note = view_text(reader).size();
    return static_cast<std::uint32_t>(4 + (id == 18 ? 0 : id / 3) + title / 4 + note / 5);
}

}  // namespace search
