// 行政处罚信息摘要: the list, and each with its decision.
#include <fmt/format.h>

#include "generator/pages/ledger.h"
#include "generator/pages/row_pages.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

std::string penalty_address(records::Id id) {
    return fmt::format("penalties/{}.html", id);
}

bool gone(const records::PublicPenalty& penalty) {
    return !penalty.standing.withdrawn_on.empty() || !penalty.standing.expired_on.empty();
}

std::string title_of(const records::PublicPenalty& penalty) {
    return penalty.facts.decision_number.empty() ? fmt::format("行政处罚第{}号", penalty.facts.id)
                                                 : penalty.facts.decision_number;
}

void write_penalty(const Site& site, records::PublicSite& records, const records::PublicPenalty& penalty) {
    const records::PenaltyFacts& facts = penalty.facts;
    Page page(site, penalty_address(facts.id), title_of(penalty), "penalty.tpl");
    page.section("results");
    page.crumb("行政处罚", "penalties/");
    page.published(facts.published_on, facts.agency);
    page.twin(records.body("penalty", fmt::format("{}", facts.id)));
    Ledger ledger;
    if (!gone(penalty)) ledger.add(records, "penalty", facts.id);
    if (!fill_standing(page, penalty.standing, ledger)) {
        FactList list(page, page.body(), "FACTS");
        list.link("当事人", enterprise_address(penalty.object_code, facts.object), penalty.object_name);
        list.code("统一社会信用代码/注册号", penalty.object_code);
        list.text("决定书文号", facts.decision_number);
        list.text("违法行为类型", facts.violation);
        list.text("处罚内容", facts.content);
        list.text("处罚类别", facts.category);
        list.text("罚款金额", facts.amount);
        list.text("处罚机关", facts.agency);
        list.date("决定日期", facts.decided_on);
        list.date("公示日期", facts.published_on);
        list.date("公示期至", facts.expires_on);
        if (facts.result) list.link("由哪次检查发现", records::address::result(*facts.result), "检查结果");
        list.date("撤销日期", facts.revoked_on);
        list.text("撤销原因", facts.revoked_reason);
        list.text("备注", facts.note);
        fill_repair(page, facts.expires_on);
        fill_ledger(page, ledger);
        fill_citation(page, facts.agency, title_of(penalty), facts.published_on, penalty_address(facts.id));
    }
    page.put();
}

}  // namespace

void write_penalties(const Site& site, records::PublicSite& records) {
    RowPages<records::PublicPenalty> list([&](int number, const auto& rows, bool more) {
        Page page(site, numbered_address("penalties/", number),
                  number == 1 ? "行政处罚" : fmt::format("行政处罚第{}页", number), "list.tpl");
        page.section("results");
        if (number > 1) page.crumb("行政处罚", "penalties/");
        page.describe("由抽查发现问题后作出的行政处罚信息摘要。");
        page.body().set("LEAD", "行政处罚信息摘要。公示期满的只保留编号和日期。");
        if (rows.empty()) page.body().fill("EMPTY", "还没有公开的行政处罚。");
        Table table(page, page.body(), "TABLE", "行政处罚",
                    {"决定日期", "决定书文号", "当事人", "处罚内容", "处罚机关"});
        table.column_style(0, "date");
        for (const records::PublicPenalty& penalty : rows) {
            const records::PenaltyFacts& facts = penalty.facts;
            page.dated(facts.published_on);
            table.row();
            table.date(facts.decided_on);
            table.link(penalty_address(facts.id), title_of(penalty));
            if (gone(penalty)) {
                table.text(penalty.standing.withdrawn_on.empty() ? "公示期满，不再显示" : "已撤回");
                table.text("");
            } else {
                table.link(enterprise_address(penalty.object_code, facts.object), penalty.object_name);
                table.also_code(penalty.object_code);
                table.text(facts.content);
                if (const auto mark = objection_mark(site, "penalty", facts.id)) table.also_state(*mark);
            }
            table.text(facts.agency);
        }
        fill_pager(page, number > 1 ? numbered_address("penalties/", number - 1) : "",
                   more ? numbered_address("penalties/", number + 1) : "", "", "处罚分页");
        page.put();
    });
    records.each_penalty([&](const records::PublicPenalty& penalty) {
        write_penalty(site, records, penalty);
        list.add(penalty);
    });
    list.finish();
}

}  // namespace pages
