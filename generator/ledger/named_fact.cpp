#include "generator/ledger/named_fact.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

#include "generator/settings/settings.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/number.h"
#include "text/utf8.h"

namespace ledger {
namespace {

using records::Id;
using records::Portal;
using settings::Unusable;
constexpr auto all = Portal::Which::with_drafts;

struct Kind {
    const char *kind, *table, *term;
};
constexpr std::array<Kind, 7> kinds{{{"result", "result", "号检查结果"},
                                     {"follow-up", "follow_up", "号后续处置"},
                                     {"penalty", "penalty", "号行政处罚"},
                                     {"draw", "draw_record", "号抽取"},
                                     {"plan", "plan_edition", "号计划版本"},
                                     {"item-list", "item_list_edition", "号清单版本"},
                                     {"statement", "statement", "号企业陈述"}}};

std::string office_of_task(Portal& portal, Id task) {
    const auto plan = portal.plan_of_task(task);
    if (plan)
        for (const records::Plan& one : portal.plans())
            if (one.id == *plan) return one.office;
    return {};
}

struct Place {
    Id fact = 0;
    std::string number, office;
};
using Use = std::function<void(Id fact, const std::string& number, const std::function<std::string()>& office)>;

std::string office_of_result(Portal& portal, std::optional<Id> result) {
    std::string office;
    if (result)
        portal.each_result(all, [&](const records::ResultFacts& one) {
            if (one.id == *result) office = office_of_task(portal, one.task);
        });
    return office;
}

void each_edition(const std::vector<records::Edition>& editions, const std::function<std::string(Id)>& office_of,
                  const Use& use) {
    for (const records::Edition& one : editions)
        use(one.id, std::to_string(one.of) + "/" + std::to_string(one.number), [&] { return office_of(one.of); });
}

std::string office_of_plan(Portal& portal, Id plan) {
    for (const records::Plan& one : portal.plans())
        if (one.id == plan) return one.office;
    return {};
}

std::string office_of_list(Portal& portal, Id list) {
    for (const records::ItemList& one : portal.item_lists())
        if (one.id == list) return one.office;
    return {};
}

/// Calls `use` for every fact of a kind with its number and, on demand, its office.
void each_fact(Portal& portal, std::string_view table, const Use& use) {
    const auto numbered = [&](Id id, const std::function<std::string()>& office) {
        use(id, std::to_string(id), office);
    };
    if (table == "result")
        portal.each_result(all, [&](const records::ResultFacts& one) {
            numbered(one.id, [&] { return office_of_task(portal, one.task); });
        });
    if (table == "follow_up")
        portal.each_follow_up(all, [&](const records::FollowUpFacts& one) {
            numbered(one.id, [&] { return office_of_result(portal, one.result); });
        });
    if (table == "penalty")
        portal.each_penalty(all, [&](const records::PenaltyFacts& one) {
            numbered(one.id, [&] { return office_of_result(portal, one.result); });
        });
    if (table == "statement")
        for (const records::StatementFacts& one : portal.statements(all))
            numbered(one.id, [&] { return office_of_result(portal, one.result); });
    if (table == "draw_record")
        for (const records::DrawFacts& one : portal.draw_records(all))
            use(one.id, std::to_string(one.draw), [&] { return office_of_task(portal, one.task); });
    if (table == "plan_edition")
        each_edition(
            portal.plan_editions(all), [&](Id plan) { return office_of_plan(portal, plan); }, use);
    if (table == "item_list_edition")
        each_edition(
            portal.item_list_editions(all), [&](Id list) { return office_of_list(portal, list); }, use);
}

template <typename Right>
std::optional<NamedFact> found(Portal& portal, const Kind& kind, const Right& right) {
    Place place;
    each_fact(portal, kind.table, [&](Id fact, const std::string& number, const std::function<std::string()>& office) {
        if (place.fact == 0 && right(fact, number)) place = {fact, number, office()};
    });
    if (place.fact == 0) return std::nullopt;
    const bool published = portal.first_published(kind.table, place.fact).publication != 0;
    return NamedFact{kind.kind, place.number, kind.table, place.fact, place.office, published};
}

}  // namespace

std::string NamedFact::words() const {
    for (const Kind& one : kinds)
        if (one.kind == kind) return "第" + number + one.term;
    return number;
}

const std::vector<std::string>& fact_kinds() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list;
        for (const Kind& one : kinds) list.emplace_back(one.kind);
        return list;
    }();
    return names;
}

NamedFact find_fact(Portal& portal, const std::string& kind, const std::string& number) {
    for (const Kind& one : kinds) {
        if (one.kind != kind) continue;
        if (auto fact = found(portal, one, [&](Id, const std::string& its) { return its == number; })) return *fact;
        throw Unusable("没有第“" + number + "”" + one.term +
                       "。编号就是网址里的数字：result 12、follow-up 3、penalty 4、draw 5、plan 3/1（第 3 号计划的第 1 "
                       "次调整，原计划是 3/0）、item-list 2/0、statement 6");
    }
    std::string known;
    for (const std::string& one : fact_kinds()) known += (known.empty() ? "" : "、") + one;
    throw Unusable("不认识的种类“" + kind + "”，应是 " + known);
}

NamedFact name_of(Portal& portal, const std::string& table, Id fact) {
    for (const Kind& one : kinds)
        if (one.table == table)
            if (auto named = found(portal, one, [&](Id id, const std::string&) { return id == fact; })) return *named;
    return {table, std::to_string(fact), table, fact, "", true};
}

void check_line(const std::string& text, std::size_t most, const std::string& missing) {
    if (text::blank(text)) throw Unusable(missing);
    if (!text::is_utf8(text)) throw Unusable("文字不是 UTF-8 编码，请重新填写");
    if (text.size() > most) throw Unusable("文字太长，最多 " + std::to_string(most / 3) + " 个汉字");
    for (std::size_t at = 0; at < text.size();) {
        const text::Decoded one = text::decode_at(text, at);
        if (one.code_point < 0x20 || one.code_point == 0x7f || (one.code_point >= 0x80 && one.code_point < 0xa0))
            throw Unusable("文字只能写一行，不能有换行或控制字符");
        if ((one.code_point >= 0x202a && one.code_point <= 0x202e) ||
            (one.code_point >= 0x2066 && one.code_point <= 0x2069))
            throw Unusable("文字里有改变书写方向的字符，读者看到的会与写下的不同，请删去");
        at += one.length;
    }
}

void check_day(const std::string& iso, const std::string& as_of, const std::string& option) {
    if (!text::parse_iso(iso)) throw Unusable(option + " 应是日期，如 2026-03-19，写的是“" + iso + "”");
    if (iso > as_of) throw Unusable(option + " 的日期 " + iso + " 在 " + as_of + " 之后");
}

}  // namespace ledger
