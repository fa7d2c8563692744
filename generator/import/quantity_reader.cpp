#include "generator/import/quantity_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/import/clauses.h"
#include "generator/import/quantity_value.h"
#include "generator/import/quantity_words.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace importing {

namespace {

using records::QuantityKind;
using records::QuantityPart;
using records::QuantityPeriod;
using Sort = QuantityValue::Sort;

class Reader {
  public:
    Reader(QuantityKind column, std::string_view unit) : column_(column), unit_(unit) {}

    records::Quantity read(std::string_view cell) {
        quantity_.raw = std::string(cell);
        if (text::blank(cell)) return std::move(quantity_);
        if (cell.size() > longest_expression) {
            problem("内容过长，请只写比例、数量或频次，其余写入备注");
        } else {
            for (const Clause& clause : split_clauses(cell, true)) take(clause);
            set_pending_aside();
            if (quantity_.parts.empty() && quantity_.unreadable.empty()) judge_words(cell);
        }
        return std::move(quantity_);
    }

  private:
    void take(const Clause& clause) {
        if (clause.starts_sentence) {
            set_pending_aside();
            carried_ = {};
        }
        std::vector<QuantityValue> values = find_values(clause.text);
        const bool lone = values.size() == 1 && values[0].sort == Sort::bare;
        if (!lone)  // a number without a unit counts only when it is the clause's only one
            std::erase_if(values, [](const QuantityValue& value) { return value.sort == Sort::bare; });
        if (values.empty() || (lone && !bare_stands_alone(clause.text, values[0]))) return words(clause);
        if (values.back().sort == Sort::times && is_rule(clause.text, values.back())) return remark(clause.text);
        std::size_t from = 0;
        for (const QuantityValue& value : values) from = one_value(clause.text, from, value);
        rest_of_clause(std::u32string_view(clause.text).substr(from));
    }

    /// "14", "=1", "约46", "共120", but not "3C认证".
    bool bare_stands_alone(std::u32string_view clause, const QuantityValue& value) const {
        const std::size_t end = value.end + read_trailing(clause.substr(value.end)).length;
        return without_common_words(clause.substr(end)).empty();
    }

    /// 受到1次以上处罚的单位应当为重点抽查对象: a number that does not say how often is inspected.
    bool is_rule(std::u32string_view clause, const QuantityValue& value) const {
        const std::size_t end = value.end + read_trailing(clause.substr(value.end)).length;
        return contains(clause.substr(end), U"的") && is_circumstance(clause.substr(end));
    }

    std::size_t one_value(std::u32string_view clause, std::size_t from, const QuantityValue& value) {
        if (value.sort == Sort::wrong) {
            problem(value.problem);
            return value.end;
        }
        const std::u32string_view before = clause.substr(from, value.begin - from);
        const TrailingWords trailing = read_trailing(clause.substr(value.end));
        const std::size_t end = value.end + trailing.length;
        LeadingWords leading = read_leading(before);
        if (trailing.bound != Bound::none) leading.bound = trailing.bound;
        if (trailing.per != QuantityPeriod::unspecified) {
            leading.per = trailing.per;
            leading.every = trailing.every;
        }
        leading.approximate = leading.approximate || trailing.approximate;
        const auto kind = kind_of(value, leading, trailing);
        if (!kind || is_misprint(clause.substr(from, end - from), value, leading, *kind)) return end;
        add(value, leading, *kind);
        return end;
    }

    std::optional<QuantityKind> kind_of(const QuantityValue& value, const LeadingWords& leading,
                                        const TrailingWords& trailing) {
        if (value.sort == Sort::ratio) return QuantityKind::ratio;
        if (value.sort == Sort::times) return QuantityKind::frequency;
        if (value.sort == Sort::things)
            return column_ == QuantityKind::base || leading.is_base ? QuantityKind::base : QuantityKind::count;
        if (trailing.per != QuantityPeriod::unspecified && column_ == QuantityKind::frequency) return column_;
        if (column_ == QuantityKind::count || column_ == QuantityKind::frequency || column_ == QuantityKind::base)
            return column_;
        std::string why = "“" + number(value) + "”没有单位";
        if (column_ == QuantityKind::ratio)
            why = "“" + number(value) + "”没有百分号" +
                  (value.percent_if_bare.empty() ? "" : "，可能是“" + value.percent_if_bare + "”");
        problem(why + "，请核对后改写");
        return std::nullopt;
    }

    static std::string number(const QuantityValue& value) {
        if (!value.percent_if_bare.empty() && !value.max)
            return value.percent_if_bare.substr(0, value.percent_if_bare.find('%'));
        return std::to_string(value.min) + (value.max ? "-" + std::to_string(*value.max) : "");
    }

    /// =50% and M50%: signs that recognition programs make of ≥.
    bool is_misprint(std::u32string_view written, const QuantityValue& value, const LeadingWords& leading,
                     QuantityKind kind) {
        const auto is_letter = [](char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); };
        const bool equals = leading.bound == Bound::equal && kind == QuantityKind::ratio;
        const std::u32string_view scope = leading.scope;
        const bool letter = scope.size() == 1 && is_letter(scope[0]) && !(scope[0] >= U'A' && scope[0] <= U'E') &&
                            written.starts_with(scope) && value.sort != Sort::bare && written.size() > 1 &&
                            is_digit(written[1]);
        if (!equals && !letter) return false;
        std::u32string rest(written);
        rest.erase(rest.find(equals ? U'=' : scope[0]), 1);
        problem("“" + text::encode(written) + "”中的“" + (equals ? "=" : text::encode(scope)) +
                "”不是比例的写法，可能是“≥" + text::encode(rest) + "”，请核对后改写");
        return true;
    }

    void add(const QuantityValue& value, const LeadingWords& leading, QuantityKind kind) {
        QuantityPart part;
        part.kind = kind;
        part.stated_bound = leading.bound != Bound::none && leading.bound != Bound::equal;
        const bool only_max = leading.bound == Bound::at_most || leading.bound == Bound::below;
        if (value.max) {
            part.min = value.min;
            part.max = value.max;
        } else {
            if (!only_max) part.min = value.min;
            const bool plain = leading.bound == Bound::none && kind != QuantityKind::ratio;
            if (only_max || plain || leading.bound == Bound::equal) part.max = value.min;
        }
        part.above = leading.bound == Bound::above;
        part.below = leading.bound == Bound::below;
        part.approximate = leading.approximate;
        part.unit = kind == QuantityKind::frequency ? "次" : text::encode(value.unit);
        if (value.sort == Sort::bare && kind != QuantityKind::frequency) part.unit = unit_;
        part.per = leading.per;
        part.every = leading.every;
        if (part.per != QuantityPeriod::unspecified && kind == QuantityKind::ratio) carried_ = {part.per, part.every};
        if (part.per == QuantityPeriod::unspecified &&
            (kind == QuantityKind::ratio || kind == QuantityKind::frequency)) {
            part.per = carried_.per;
            part.every = carried_.every;
        }
        set_scope(part, leading);
        if (leading.in_principle) quantity_.remarks.emplace_back("原则上");
        quantity_.parts.push_back(std::move(part));
    }

    void set_scope(QuantityPart& part, const LeadingWords& leading) {
        std::u32string scope = leading.scope;
        if (scope.empty()) {
            scope = leading.share_of;
        } else if (!leading.share_of.empty()) {
            remark(leading.share_of);
        }
        const bool takes = part.kind == QuantityKind::ratio || part.kind == QuantityKind::count;
        if (scope.empty() && takes && !pending_.empty() && !is_circumstance(pending_)) {
            scope = pending_;
            pending_.clear();
        }
        set_pending_aside();
        part.scope = text::encode(scope);
    }

    /// What stands behind the last value of a clause: 的企业 is its scope; other words are kept.
    void rest_of_clause(std::u32string_view rest) {
        const bool of = rest.starts_with(U"的");
        const std::u32string words = without_common_words(rest);
        if (words.empty()) return;
        const bool excepts = contains(words, U"不") || contains(words, U"除外") || contains(words, U"免");
        if (excepts && !quantity_.parts.empty()) quantity_.parts.pop_back();
        if (excepts) return problem("“" + text::encode(rest) + "”与前面的数字是什么关系没有读懂，请分开写");
        const bool count = !quantity_.parts.empty() && quantity_.parts.back().kind == QuantityKind::count;
        if ((of || count) && !quantity_.parts.empty() && quantity_.parts.back().scope.empty()) {
            quantity_.parts.back().scope = text::encode(words);
        } else {
            remark(rest);
        }
    }

    /// A clause without a number.
    void words(const Clause& clause) {
        const std::u32string& words = clause.text;
        std::u32string rest = words;
        const Per per = cut_per(rest);
        const bool only_per = per.per != QuantityPeriod::unspecified && without_common_words(rest).empty();
        if (clause.in_brackets && contains(words, U"为准") && !quantity_.parts.empty()) {
            quantity_.parts.back().approximate = true;
            remark(words);
        } else if (says_undetermined(words)) {
            undetermined(words);
        } else if (only_per && (words.starts_with(U"每") || words.starts_with(U"按")) &&
                   column_ != QuantityKind::ratio) {
            quantity_.parts.push_back(QuantityPart{.kind = QuantityKind::frequency,
                                                   .min = 1,
                                                   .max = 1,
                                                   .unit = "次",
                                                   .per = per.per,
                                                   .every = per.every,
                                                   .scope = {}});
        } else if (rest = without_common_words(words); rest == U"全覆盖" || rest == U"全部" || rest == U"全面") {
            quantity_.parts.push_back(QuantityPart{
                .kind = QuantityKind::ratio, .min = 1'000'000, .max = 1'000'000, .unit = "%", .scope = {}});
        } else if (clause.in_brackets || is_circumstance(words)) {
            remark(words);
        } else if (!rest.empty()) {
            set_pending_aside();
            pending_ = words;
        }
    }

    void undetermined(std::u32string_view words) {
        QuantityPart part;
        if (contains(words, U"频") || column_ == QuantityKind::frequency) part.unit = "次";
        if (contains(words, U"比") || (column_ == QuantityKind::ratio && part.unit.empty())) part.unit = "%";
        if (const std::size_t at = words.find(U"一定比例的"); at != std::u32string_view::npos) {
            std::u32string_view scope = words.substr(at + 5);
            part.scope = text::encode(scope.substr(0, scope.find(U"进行")));
        }
        quantity_.parts.push_back(std::move(part));
    }

    /// Words only: what a base is counted in, a rule, a circumstance, or nothing that can be read.
    void judge_words(std::string_view cell) {
        if (column_ == QuantityKind::base) {
            QuantityPart part;
            part.kind = QuantityKind::base;
            part.scope = text::encode(text::decode(text::trimmed(cell)));
            quantity_.parts.push_back(std::move(part));
            quantity_.remarks.clear();
            return;
        }
        std::u32string all = text::decode(cell);
        if (contains(all, U"不定期") || (contains(all, U"根据") && !contains(all, U"不再"))) return undetermined(all);
        if (!all.empty() && is_circumstance(all)) return;
        problem("没有读出比例、数量或频次；如尚未确定，请写“待定”");
    }

    void set_pending_aside() {
        if (!pending_.empty()) remark(pending_);
        pending_.clear();
    }
    void remark(std::u32string_view words) { quantity_.remarks.push_back(text::encode(words)); }
    void problem(const std::string& sentence) {
        if (quantity_.unreadable.size() > 600) return;
        if (!quantity_.unreadable.empty()) quantity_.unreadable += "；";
        quantity_.unreadable += sentence.size() <= 600 ? sentence : std::string(text::truncate(sentence, 120)) + "…";
    }

    QuantityKind column_;
    std::string unit_;
    records::Quantity quantity_;
    std::u32string pending_;  // words that may be the scope of the next clause's ratio
    Per carried_;             // per what, from a ratio earlier in the sentence
};

}  // namespace

records::Quantity read_quantity(std::string_view cell, QuantityKind column, std::string_view unit) {
    return Reader(column, unit).read(cell);
}

}  // namespace importing
