#include "generator/pages/deadline_lists.h"

#include <catch2/catch.hpp>

#include "tests/board_site.h"

using namespace tests;

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

void with_rules(Example& example) {
    example.rule.kind = "期限", example.rule.subject = "后续处置", example.rule.start_event = "后续处置信息产生";
    example.rule.unit = "工作日";
    example.draw.due = {"2024-11-25", "规范 第九条", false, "open"};
}

RenderedSite site_of(const Scratch& scratch, const std::string& name, const std::function<void(Example&)>& change) {
    write_example(scratch / (name + ".db"), change);
    return {scratch / (name + ".db"), scratch / ("t-" + name), 2};
}

/// The texts stand in this order.
void in_order(const std::string& page, std::initializer_list<std::string_view> texts) {
    std::size_t at = 0;
    for (const std::string_view text : texts) {
        INFO(text);
        at = page.find(text, at);
        REQUIRE(at != std::string::npos);
    }
}

}  // namespace

TEST_CASE("what is still to be done stands overdue first, then by due date, with days, clause and calendar",
          "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "all", with_rules);
    const std::string& whole = site.at("deadlines/index.html");
    in_order(whole,
             {"2024-04-01", "检查结果公示", "登记事项抽查", "已过 233 天", "规范 第十条", "2024-04-29", "后续处置",
              "示例甲商贸有限公司", "已过 205 天", "2024-11-25", "认领确认", "还有 5 天（3 个工作日）", "规范 第九条"});
    CHECK(has(whole, "截至2024年11月20日，还没有完成、规定了期限的事项共 3 项，其中逾期 2 项"));
    CHECK(has(whole, "href=\"../due.ics\""));
    CHECK(has(whole, "href=\"../deadlines/999901/\""));
    const std::string& office = site.at("deadlines/999901/index.html");
    in_order(office, {"2024-04-01", "2024-04-29", "2024-11-25"});
    CHECK(has(office, "href=\"../../offices/999901/due.ics\""));
    CHECK_FALSE(has(office, " 天（"));
    CHECK_FALSE(has(office, "截至"));
    CHECK(has(site.at("rules/index.html"), "href=\"../deadlines/\""));
    CHECK(has(site.at("index.html"), "href=\"./deadlines/\""));
    CHECK(has(site.at("offices/999901/index.html"), "href=\"../../deadlines/999901/\""));
    CHECK(site.broken_links().empty());
}

TEST_CASE("a day later only the first page of all deadlines counts another day", "[pages]") {
    const Scratch scratch;
    const auto many = [&](const std::string& name, const std::string& as_of) {
        Example example;
        with_rules(example);
        example.site.as_of = as_of;
        records::PublicWriter writer(scratch / (name + ".db"));
        example.write(writer);
        for (int i = 0; i < 120; ++i) {
            records::PublicDraw more = example.draw;
            more.draw.id = 1000 + i, more.draw.draw = 1000 + i, more.listed = 0;
            writer.draw(more);
        }
        writer.finish();
        return RenderedSite(scratch / (name + ".db"), scratch / ("t-" + name), 2);
    };
    const RenderedSite one = many("one", "2024-11-20"), other = many("other", "2024-11-21");
    for (const char* page : {"deadlines/page-2.html", "deadlines/999901/index.html", "deadlines/999901/page-2.html"}) {
        INFO(page);
        CHECK(one.at(page) == other.at(page));
    }
    CHECK(one.at("deadlines/index.html") != other.at("deadlines/index.html"));
    CHECK_FALSE(has(one.at("deadlines/page-2.html"), " 天（"));
}

TEST_CASE("a plan or a list that its office's rule wanted published and that is not stands among the deadlines",
          "[pages]") {
    const Scratch scratch;
    const auto with = [&](const std::string& name, const char* subject, const char* day, const char* rows) {
        return site_of(scratch, name, [&](Example& example) {
            example.rule.kind = "期限", example.rule.subject = subject, example.rule.fixed_date = day;
            example.rule.length.reset(), example.rule.unit = "固定日期", example.rule.numerator = rows;
        });
    };
    CHECK_FALSE(has(with("plan", "计划公布", "03-30", "").at("deadlines/index.html"), "计划公布"));  // published
    const RenderedSite list = with("list", "清单公布", "12-31", "清单[是否联合=否]");
    in_order(list.at("deadlines/index.html"), {"2024-12-31", "清单公布", "2024年部门抽查事项清单", "还有 41 天"});
    const RenderedSite late = with("late", "清单公布", "03-31", "清单[是否联合=是]");
    in_order(late.at("deadlines/index.html"), {"2024-03-31", "清单公布", "2024年联合抽查事项清单", "已过 234 天"});
    const RenderedSite none = site_of(scratch, "none", [](Example& example) {
        example.rule.kind = "期限", example.rule.subject = "计划公布", example.rule.fixed_date = "03-30";
        example.site.as_of = "2025-02-01";
    });
    in_order(none.at("deadlines/index.html"), {"2025-03-30", "计划公布", "2025年度抽查计划"});
}

TEST_CASE("reports that are awaited or overdue stand among the deadlines with their rule, those handed in do not",
          "[pages]") {
    const Scratch scratch;
    BoardExample example;
    records::RuleFacts& rule = example.rule("t-7", "月报", "");
    rule.kind = "期限", rule.fixed_date = "每月20", rule.unit = "固定日期", rule.clause = "五（三）";
    const records::Id reports = example.finding("t-7", "not_met").id;
    const auto report = [&](const char* month, const char* outcome, const char* done_on, records::Id department) {
        records::FindingRow& row = example.row(reports, outcome, department);
        row.kind = "report", row.record = 0, row.name = fmt::format("月报 2024年{}月", month);
        row.due_on = fmt::format("2024-{}-20", month), row.done_on = done_on;
    };
    report("10", "missing", "", 8), report("10", "missing", "2024-10-22", 7), report("11", "open", "", 7);
    report("11", "counted", "2024-11-19", 8);
    records::RuleFacts& summary = example.rule("t-8", "总结", "");
    summary.kind = "期限", summary.start_event = "抽查任务完成", summary.length = 10, summary.unit = "工作日";
    const records::Id summaries = example.finding("t-8", "not_due").id;
    example.row(summaries, "open").due_on = "2024-12-03";
    example.write(scratch / "public.db");
    const RenderedSite site(scratch / "public.db", scratch / "t", 2);

    const std::string& whole = site.at("deadlines/index.html");
    in_order(whole, {"2024-10-20", "报送", "href=\"../rules/999901/2024/t-7/\"", "月报 2024年10月", "甲区公安局",
                     "已过 31 天", "甲双随机办〔2024〕1号 五（三）", "2024-11-20", "月报 2024年11月", "当天到期",
                     "2024-12-03", "href=\"../rules/999901/2024/t-8/\"", "总结 登记事项抽查", "二（一）"});
    CHECK(count_of(whole, "月报 2024年10月") == 1);
    CHECK(count_of(whole, "月报 2024年11月") == 1);
    in_order(site.at("deadlines/999901/index.html"), {"月报 2024年10月", "月报 2024年11月", "总结 登记事项抽查"});
    CHECK(site.broken_links().empty());
    std::string calendar = site.at("due.ics");
    for (std::size_t at = 0; (at = calendar.find("\r\n ", at)) != std::string::npos;) calendar.erase(at, 3);
    CHECK(has(calendar, "UID:due-report-999901-t-7-8-0-2024-10-20@example.invalid\r\n"));
    CHECK(has(calendar, "SUMMARY:逾期·报送期限：月报 2024年10月（甲区公安局）\r\n"));
    CHECK(has(calendar, "URL:https://example.invalid/rules/999901/2024/t-7/\r\n"));
    CHECK(count_of(calendar, "报送期限：") == 3);
}

TEST_CASE("without a rule that gives a deadline the page says so, and names the calendar", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "none", [](Example& example) {
        example.rule.kind = "职责";
        example.second.result_due = {}, example.second.state = "没有期限规定";
        example.open.due = {};
    });
    CHECK(has(site.at("deadlines/index.html"), "没有登记规定期限的规则"));
    CHECK(has(site.at("deadlines/index.html"), "国办发明电〔2023〕7号"));
    CHECK(has(site.at("draws/6/index.html"), "没有规则规定认领确认的期限"));
    CHECK(has(site.at("results/by-id/0/80.html"), "没有规则规定结果公示的期限"));
    CHECK(has(site.at("results/by-id/0/81.html"), "没有规则规定后续处置的期限"));
}

TEST_CASE("draws, tasks and results say their due date and whether it was kept", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, "kept", [](Example& example) {
        example.draw.draw.confirmed_on = "2024-03-15";
        example.draw.due = {"2024-03-12", "规范 第九条", false, "late"};
        example.problem.published_due.state = "late", example.problem.facts.published_on = "2024-04-24";
        example.open.facts.state = "已完结", example.open.facts.finished_on = "2024-04-29",
        example.open.due.state = "met";
    });
    for (const char* page : {"draws/6/index.html", "tasks/5/index.html"}) {
        INFO(page);
        CHECK(has(site.at(page), "逾期 3 天（3 个工作日）"));
        CHECK(has(site.at(page), "期限2024年3月12日，依据规范 第九条"));
        CHECK_FALSE(has(site.at(page), "截至2024年11月20日"));
    }
    CHECK(has(site.at("results/by-id/0/81.html"), "逾期 4 天（3 个工作日）"));
    in_order(site.at("results/by-id/0/81.html"), {"已完结", "按期", "期限2024年4月29日"});
    const RenderedSite open = site_of(scratch, "open", [](Example& example) {
        example.draw.due = {"2024-11-25", "规范 第九条", false, "open"};
    });
    for (const char* page : {"draws/6/index.html", "tasks/5/index.html"}) {
        INFO(page);
        CHECK(has(open.at(page), "截至2024年11月20日还有 5 天（3 个工作日）"));
    }
    CHECK(has(open.at("results/by-id/0/81.html"), "截至2024年11月20日已过 205 天"));
    const std::string enterprise = records::address::enterprise("99999901MA0000001X");
    CHECK(has(open.at(enterprise), "期限2024年4月29日，依据工作要点 三（二）"));
    CHECK_FALSE(has(open.at(enterprise), "截至2024年11月20日"));
}
