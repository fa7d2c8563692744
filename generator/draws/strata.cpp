#include "generator/draws/strata.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "draw/ids.h"
#include "generator/draws/errors.h"
#include "generator/draws/object_columns.h"
#include "generator/draws/words.h"
#include "text/fold.h"

namespace draws {

namespace {

constexpr const char* the_only = "all";  // the stratum where nothing divides the pool

}  // namespace

Strata::Strata(const settings::Settings& settings, const PoolRequest& request)
    : settings_(settings), request_(request) {}

std::optional<std::string> Strata::coded(const std::string& word, const std::string& object) {
    std::optional<std::string> code = settings::DrawCodes::code_of(settings_.draw.strata, word);
    if (!code && draw::is_code(word)) code = word;
    if (code) {
        const std::string name = settings::DrawCodes::name_of(settings_.draw.strata, *code);
        if (looks_like_credit_class(word) || looks_like_credit_class(*code) || looks_like_credit_class(name))
            ++classes_[word == *code ? word : word + "（" + *code + "）"];
        names_.emplace(*code, name);
    } else {
        ++unknown_[word.empty() ? "（空白）如 " + object : word];
    }
    return code;
}

std::optional<std::string> Strata::of(const records::ObjectFacts& object, const std::string& listed, bool excluded) {
    if (request_.classes) {
        auto found = credit_class(listed.empty() ? object.credit_class : listed);
        if (!found && excluded) found = "A";
        if (found)
            names_.emplace(*found, *found + "类");
        else
            ++unknown_["（没有信用风险类别）如 " + object.name];
        return found;
    }
    if (!listed.empty()) return coded(listed, object.name);
    if (request_.stratum_by.empty()) {
        names_.emplace(the_only, "全部");
        return the_only;
    }
    const std::string cell = text::trimmed(cell_of(object, request_.stratum_by));
    if (request_.stratum_by != "tags" && request_.stratum_by != "field") return coded(cell, object.name);
    // A cell of several words: the one that names a stratum.
    std::vector<std::string> words = words_of(cell);
    if (words.size() > 1)
        std::erase_if(
            words, [&](const std::string& word) { return !settings::DrawCodes::code_of(settings_.draw.strata, word); });
    return coded(words.size() == 1 ? words.front() : cell, object.name);
}

void Strata::refuse_unknown() const {
    std::string all, lines;
    for (const auto& [word, count] : classes_) all += fmt::format("\n  {}：{} 户", word, count);
    if (!classes_.empty())
        throw Refused("下列分层像是信用风险类别，它只供内部参考，而 --basis facts 的分层要公开：" + all +
                      "\n按类别分层请用 --basis classes；若是别的公开分级，请在 site.toml 的 [draw.strata] "
                      "里另起代码，并写出全称（如 food-grade-a = \"食品安全风险A级\"）");
    if (unknown_.empty()) return;
    for (const auto& [word, count] : unknown_) {
        all += fmt::format("\n  {}：{} 户", word, count);
        if (!word.starts_with("（")) lines += fmt::format("\n  代码 = \"{}\"", word);
    }
    if (request_.classes)
        throw Refused("按信用风险类别分层，每个可以抽取的对象都要有类别（A B C D，或低、一般、较高、高）：" + all +
                      "\n请在对象库里补全后重新导入，或改用 --basis facts");
    throw Refused("下列分层没有代码：" + all +
                  (lines.empty()
                       ? "\n请在对象库里补全这一栏，或用 --scope 缩小范围"
                       : "\n请在 site.toml 的 [draw.strata] 下为每层写一个代码（字母、数字、连字符）：" + lines));
}

bool looks_like_credit_class(const std::string& words) {
    static const std::set<std::string> grades{"a",   "b",    "c",      "d",      "e",       "低",     "中",
                                              "高",  "较低", "较高",   "一般",   "中低",    "中高",   "极高",
                                              "low", "high", "medium", "middle", "general", "higher", "highest"},
        around{"credit", "class", "risk", "grade", "level", "category", "type", "lei", "ji"};
    std::string word = text::fold(words);
    if (word.find("信用") != word.npos && word.find("纳税") == word.npos) return true;
    for (bool cut = true; cut;) {
        cut = false;
        for (const std::string suffix : {"企业", "主体", "单位", "商户", "户", "类别", "类", "等级", "级", "风险"})
            if (word.size() > suffix.size() && word.ends_with(suffix))
                word.resize(word.size() - suffix.size()), cut = true;
    }
    // Of a code, the parts between hyphens: class-a, LOW-RISK.
    std::string rest;
    for (std::size_t at = 0; at <= word.size();) {
        const std::size_t end = std::min(word.find('-', at), word.size());
        if (const std::string part = word.substr(at, end - at); !around.contains(part)) rest += part;
        at = end + 1;
    }
    return grades.contains(rest);
}

std::optional<std::string> credit_class(const std::string& cell) {
    static const std::map<std::string, std::string> classes{{"低", "A"}, {"一般", "B"}, {"较高", "C"}, {"高", "D"}};
    std::string word = text::fold(cell);
    for (const std::string suffix : {"类", "级", "风险"})
        if (word.ends_with(suffix)) word.resize(word.size() - suffix.size());
    if (word.size() == 1 && word[0] >= 'a' && word[0] <= 'd')
        return std::string(1, static_cast<char>(word[0] - 'a' + 'A'));
    const auto found = classes.find(word);
    return found == classes.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace draws
