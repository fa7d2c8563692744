#include "search/name_keys.h"

#include <algorithm>
#include <set>

#include "text/pinyin.h"
#include "text/places.h"
#include "text/search_key.h"
#include "text/utf8.h"

namespace search {
namespace {

// Every character that can begin a suffix of a place: without one of them behind it, a text has no suffix to lose.
std::set<char32_t> suffix_beginnings() {
    std::set<char32_t> beginnings(text::any_place_suffixes.begin(), text::any_place_suffixes.end());
    beginnings.insert({U'自', U'州'});  // 恩施/土家族苗族自治州 may be followed by 自治州 and 州 too (text/places.h)
    const std::string_view table = text::places_table();
    for (std::size_t at = table.find('/'); at != table.npos; at = table.find('/', at + 1))
        beginnings.insert(text::decode_at(table, at + 1).code_point);
    return beginnings;
}

// Where the last character begins that can begin a suffix; 0: nowhere.
std::size_t last_suffix_beginning(std::string_view key) {
    static const std::set<char32_t> beginnings = suffix_beginnings();
    std::size_t last = 0;
    for (std::size_t at = 0; at < key.size();) {
        const text::Decoded next = text::decode_at(key, at);
        if (beginnings.contains(next.code_point)) last = at;
        at += next.length;
    }
    return last;
}

void each_start(std::string_view key, std::size_t trade_name, const std::function<void(const FindableText&)>& give) {
    const std::size_t last_suffix = last_suffix_beginning(key);
    FindableText found;
    for (std::size_t at = 0; at < key.size(); at += text::decode_at(key, at).length) {
        const std::string_view rest = key.substr(at);
        found.text = at < last_suffix ? text::without_place_suffixes(rest) : std::string(rest);
        const std::string_view cut = text::truncate(found.text, longest_findable);
        found.can_be_whole = at == 0 && cut.size() == found.text.size();
        found.text.resize(cut.size());
        found.match = at == 0 ? Match::beginning : at == trade_name ? Match::trade_name : Match::inside;
        give(found);
    }
}

bool ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// A key of 18 characters of a unified code's alphabet (GB 32100-2015), small as keys are.
bool is_unified_key(std::string_view key) {
    return key.size() == 18 && key.find_first_not_of("0123456789abcdefghjklmnpqrtuwxy") == std::string_view::npos;
}

void give_number(const std::string& number, const std::function<void(const FindableText&)>& give) {
    const std::string key = text::search_key(number);
    if (!ascii(key)) return each_start(key, 0, give);
    const std::string_view cut = text::truncate(key, longest_findable);
    if (cut.empty()) return;
    give({std::string(cut), Match::beginning, cut.size() == key.size(),
          is_unified_key(key) ? least_of_unified_code : 1});
}

}  // namespace

bool id_is_number(const Record& record) {
    return record.kind == Kind::enterprise && !record.id.empty() && !(record.id[0] >= 'a' && record.id[0] <= 'z');
}

std::string looked_up(std::string_view word) {
    const std::string text = text::without_place_suffixes(text::search_key(word));
    return std::string(text::truncate(text, longest_findable));
}

void each_findable_of_name(const std::string& name, const std::function<void(const FindableText&)>& give) {
    const std::string key = text::search_key(name);
    each_start(key, text::trade_name_start(key), give);
}

void each_findable_number(const Record& record, const std::function<void(const FindableText&)>& give) {
    if (id_is_number(record)) give_number(record.id, give);
    for (const std::string& number : record.numbers) give_number(number, give);
}

void each_findable(const Record& record, const std::function<void(const FindableText&)>& give) {
    each_findable_of_name(record.title, give);
    for (const std::string& name : record.other_names) each_findable_of_name(name, give);
    each_findable_number(record, give);
}

void each_pinyin(const Record& record, const std::function<void(const FindableText&)>& give) {
    const auto give_name = [&give](const std::string& name) {
        for (const text::PinyinKey& key : text::pinyin_keys(text::search_key(name)))
            if (!key.text.empty()) give({key.text.substr(0, longest_pinyin), Match::pinyin, false, 1});
    };
    give_name(record.title);
    for (const std::string& name : record.other_names) give_name(name);
}

}  // namespace search
