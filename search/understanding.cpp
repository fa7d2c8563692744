#include "search/understanding.h"

#include <algorithm>
#include <utility>

#include "search/code_reading.h"
#include "text/document_number.h"
#include "text/fold.h"
#include "text/pinyin.h"
#include "text/search_key.h"
#include "text/utf8.h"

namespace search {
namespace {

// Unicode's White_Space: what divides words. (text::is_blank has invisible characters too, which divide nothing.)
bool divides(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

std::vector<std::u32string> pieces_of(std::u32string_view query) {
    std::vector<std::u32string> pieces(1);
    for (const char32_t c : query) {
        if (!divides(c))
            pieces.back().push_back(c);
        else if (!pieces.back().empty())
            pieces.emplace_back();
    }
    if (pieces.back().empty()) pieces.pop_back();
    return pieces;
}

// A word and what is said of it; without a sentence it is told with the others.
struct Reading {
    Word word;
    std::string said;
    std::optional<Problem> problem;
};

std::optional<Reading> read_document_number(const std::string& written) {
    std::string standard;
    if (const auto number = text::parse_document_number(written))
        standard = number->canonical();
    else if (const auto rest = text::parse_document_number("某" + written))  // 〔2024〕3号, without its agency
        standard = rest->canonical().substr(std::string_view("某").size());
    else
        return std::nullopt;
    return Reading{{written, text::search_key(standard), {Sort::name, Sort::number}, Number::document},
                   "按文号查找“" + standard + "”。",
                   std::nullopt};
}

std::optional<Reading> read_code(const std::string& written) {
    CodeWord code = read_code_word(written);
    if (code.number == Number::none) return std::nullopt;
    const bool digits = std::all_of(code.code.begin(), code.code.end(), [](char c) { return c <= '9'; });
    const bool also_name = code.number == Number::beginning && digits;
    Word word{written, text::search_key(code.code),
              also_name ? std::vector{Sort::name, Sort::number} : std::vector{Sort::number}, code.number};
    return Reading{std::move(word), std::move(code.said), std::move(code.problem)};
}

Reading read_word(const std::string& written) {
    if (auto document = read_document_number(written)) return *document;
    if (auto code = read_code(written)) return *code;
    Word word{written, text::search_key(written), {Sort::name}, Number::none};
    if (text::may_be_pinyin(word.key)) word.sorts.push_back(Sort::pinyin);
    if (word.key.find_first_of("0123456789") != std::string::npos) word.sorts.push_back(Sort::number);
    return {std::move(word), "", std::nullopt};
}

// A number that was written with blanks in it is one word: 91 999901 MA…, 某办 〔2024〕 3 号.
std::optional<Reading> read_joined(const std::vector<std::u32string>& pieces) {
    if (pieces.size() < 2) return std::nullopt;
    std::u32string all;
    for (const std::u32string& piece : pieces) all += piece;
    if (all.size() > longest_word) return std::nullopt;
    const std::string written = text::encode(all);
    const bool one_is_whole = std::any_of(pieces.begin(), pieces.end(), [](const std::u32string& piece) {
        return text::parse_document_number(text::encode(piece)).has_value();
    });
    if (auto document = one_is_whole ? std::nullopt : read_document_number(written)) return document;
    auto code = read_code(written);
    const bool whole = code && code->word.number == Number::unified && code->word.key.size() == 18;
    const bool old = code && code->word.number == Number::registration && !code->problem;
    return whole || old ? code : std::nullopt;
}

std::string_view way_of(const Word& word) {
    const bool pinyin = std::find(word.sorts.begin(), word.sorts.end(), Sort::pinyin) != word.sorts.end();
    const bool number = std::find(word.sorts.begin(), word.sorts.end(), Sort::number) != word.sorts.end();
    if (pinyin) return number ? "按拼音、编号的开头或名称中的字母数字查找" : "按拼音（首字母或全拼）或名称中的字母查找";
    return number ? "按名称或编号的开头查找" : "按名称查找";
}

// One sentence for all words that have none of their own: 按名称查找“甲”、“乙”；按拼音…查找“bjxh”。
void say_plain_words(const std::vector<Reading>& readings, std::vector<std::string>& said) {
    std::vector<std::pair<std::string_view, std::string>> ways;  // in the order of their first words
    for (const Reading& reading : readings) {
        if (!reading.said.empty()) continue;
        const std::string_view way = way_of(reading.word);
        auto found = std::find_if(ways.begin(), ways.end(), [&](const auto& one) { return one.first == way; });
        if (found == ways.end()) found = ways.insert(ways.end(), {way, std::string(way)});
        found->second += (found->second.size() == way.size() ? "“" : "、“") + reading.word.written + "”";
    }
    std::string sentence;
    for (const auto& [way, words] : ways) sentence += (sentence.empty() ? "" : "；") + words;
    if (!sentence.empty()) said.push_back(sentence + "。");
}

void take(std::vector<Reading>& readings, Reading reading) {
    const auto same = [&](const Reading& other) { return other.word.key == reading.word.key; };
    if (!reading.word.key.empty() && std::none_of(readings.begin(), readings.end(), same))
        readings.push_back(std::move(reading));
}

Understanding told(const std::vector<Reading>& readings, std::vector<std::string> limits) {
    Understanding understanding;
    say_plain_words(readings, understanding.said);
    for (const Reading& reading : readings) {
        understanding.words.push_back(reading.word);
        if (!reading.said.empty()) understanding.said.push_back(reading.said);
        if (!understanding.problem) understanding.problem = reading.problem;
    }
    if (readings.size() > 1) understanding.said.push_back("各词都要符合。");
    if (readings.empty()) understanding.said.push_back("没有可查的字：请写名称、代码、文号或拼音中的几个字。");
    understanding.said.insert(understanding.said.end(), limits.begin(), limits.end());
    return understanding;
}

}  // namespace

Understanding understand(std::string_view query) {
    const std::string valid = text::made_valid(query);
    const std::string_view looked_at = text::truncate(valid, longest_query);
    const std::vector<std::u32string> pieces = pieces_of(text::decode(looked_at));
    if (pieces.empty()) return {};
    std::vector<std::string> limits;
    if (looked_at.size() < valid.size()) limits.push_back("写的太长，只看了前 400 个字。");
    if (auto joined = read_joined(pieces)) return told({*joined}, limits);
    std::vector<Reading> readings;
    bool cut = false;
    for (const std::u32string& piece : pieces) {
        const std::size_t before = readings.size();
        take(readings, read_word(text::encode(piece.substr(0, longest_word))));
        if (readings.size() > most_words) {
            limits.push_back("最多同时查 4 个词，从“" + readings.back().word.written + "”起没有用上。");
            readings.pop_back();
            break;
        }
        cut = cut || (readings.size() > before && piece.size() > longest_word);
    }
    if (cut) limits.push_back("一个词最多用前 64 个字，后面的没有用上。");
    return told(readings, std::move(limits));
}

}  // namespace search
