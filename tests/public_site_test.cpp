#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "records/errors.h"
#include "records/json_text.h"
#include "records/public_fields.h"
#include "records/sql_connection.h"
#include "tests/public_example.h"

using tests::Example;
using tests::Scratch;
using tests::write_example;

namespace {

const std::string hostile =
    "<script>alert(1)</script>\" onclick='x' =cmd|' /C calc'!A0 javascript:x \xe2\x80\xae"
    "fdp ]]> \\u0000 \xf0\x9f\x98\x80 ";

// Gives every text, list and flag of a value a value of its own; numbers and what the schema restricts stay.
struct Fill {
    int count = 0;
    std::string next() { return hostile + std::to_string(++count); }
    void operator()(std::string_view name, std::string& value) {
        static const std::set<std::string_view> restricted{"office", "area", "code", "day", "kind", "parent"};
        if (!restricted.contains(name)) value = next();
    }
    void operator()(std::string_view, std::vector<std::string>& value) { value = {next(), "", next()}; }
    void operator()(std::string_view, records::Cells& value) { value = tests::cells("item", next()); }
    void operator()(std::string_view, bool& value) { value = ++count % 2 == 0; }
    void operator()(std::string_view, auto&) {}
    void number(std::string_view, auto&) {}
    void reference(std::string_view, auto&) {}
    void correction(std::optional<records::Correction>& value) { value = records::Correction{9, next()}; }
    void group(std::string_view, std::string_view, auto& value) { fields(*this, value); }
};

// Every member as one line of text.
struct Flat {
    std::string text = {};
    void line(std::string_view name, const std::string& value) { text.append(name).append("=").append(value) += '\n'; }
    void operator()(std::string_view name, const std::string& value) { line(name, value); }
    void operator()(std::string_view name, const std::integral auto& value) { line(name, std::to_string(value)); }
    void operator()(std::string_view name, const std::vector<std::string>& value) {
        line(name, records::to_json_text(value));
    }
    void operator()(std::string_view name, const records::Cells& value) { line(name, records::to_json_text(value)); }
    template <typename Value>
    void operator()(std::string_view name, const std::optional<Value>& value) {
        line(name, value ? std::to_string(*value) : "none");
    }
    void number(std::string_view name, const records::Id& value) { line(name, std::to_string(value)); }
    void reference(std::string_view name, const records::Id& value) { line(name, std::to_string(value)); }
    void reference(std::string_view name, const std::string& value) { line(name, value); }
    void correction(const std::optional<records::Correction>& value) {
        line("correction", value ? std::to_string(value->replaces) + value->reason : "none");
    }
    void group(std::string_view, std::string_view, const auto& value) { fields(*this, value); }
};

template <typename Value>
std::string flat(const Value& value) {
    Flat flat;
    fields(flat, value);
    return flat.text;
}

std::string flat(const records::PublicEdition& edition, bool of_plan) {
    std::string text = of_plan ? flat(records::PlanEdition{edition.edition, edition.standing})
                               : flat(records::ItemListEdition{edition.edition, edition.standing});
    for (const records::EditionRow& row : edition.rows)
        text += of_plan ? flat(records::TaskRow{row}) : flat(records::ItemRow{row});
    return text;
}

void fill(records::PublicEdition& edition) {
    Fill filler{1000};
    edition_fields(filler, edition, "plan");
    for (records::EditionRow& row : edition.rows) {
        records::TaskRow whole{row};
        fields(filler, whole);
        row = whole.row;
    }
}

template <typename... Values>
void fill_all(Values&... values) {
    Fill filler;
    (fields(filler, values), ...);
}

void fill(Example& e) {
    fill_all(e.site, e.office, e.department, e.day, e.rule, e.list, e.plan, e.task, e.draw, e.first, e.second, e.clean,
             e.problem, e.open, e.closed, e.penalty, e.enterprise, e.product, e.withheld);
    fill(e.list_edition), fill(e.original), fill(e.adjusted);
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("every field of every kind comes back from public.db as it was written, hostile text as data", "[records]") {
    const Scratch folder;
    const Example e = write_example(folder / "public.db", [](Example& example) { fill(example); });
    records::PublicSite site(folder / "public.db");
    CHECK(flat(site.site()) == flat(e.site));
    CHECK(flat(site.offices().at(0)) == flat(e.office));
    CHECK(flat(site.office("999901").value()) == flat(e.office));
    CHECK(flat(site.departments("999901").at(0)) == flat(e.department));
    CHECK(site.departments("").size() == 1);
    CHECK(site.calendar() == std::vector{e.day});
    CHECK(site.rules("999901") == std::vector{e.rule});
    CHECK(flat(site.item_lists().at(0)) == flat(e.list));
    CHECK(flat(site.item_list(2).value()) == flat(e.list));
    CHECK(flat(site.item_list_editions(2).at(0), false) == flat(e.list_edition, false));
    CHECK(flat(site.plans().at(0)) == flat(e.plan));
    CHECK(flat(site.plan(1).value()) == flat(e.plan));
    CHECK(flat(site.plan_editions(1).at(0), true) == flat(e.original, true));
    CHECK(flat(site.plan_editions(1).at(1), true) == flat(e.adjusted, true));
    CHECK(flat(site.task(5).value()) == flat(e.task));
    CHECK(flat(site.draw(6).value()) == flat(e.draw));
    CHECK(flat(site.drawn_objects(6, 0, 10).at(0)) == flat(e.first));
    CHECK(flat(site.drawn_objects(6, 0, 10).at(1)) == flat(e.second));
    CHECK(flat(site.result(80).value()) == flat(e.clean));
    CHECK(flat(site.result(81).value()) == flat(e.problem));
    CHECK(flat(site.follow_ups_of(81).at(0)) == flat(e.closed));
    CHECK(flat(site.follow_ups_of(81).at(1)) == flat(e.open));
    CHECK(flat(site.penalty(95).value()) == flat(e.penalty));
    CHECK(flat(site.enterprise("99999901MA0000001X").value()) == flat(e.enterprise));
    CHECK(flat(site.enterprise("o101").value()) == flat(e.product));
    CHECK(flat(site.withheld().at(0)) == flat(e.withheld));
}

TEST_CASE("the same rows give the same bytes, and the file is read-only", "[records]") {
    const Scratch folder;
    write_example(folder / "a.db");
    write_example(folder / "b.db");
    CHECK(bytes_of(folder / "a.db") == bytes_of(folder / "b.db"));
    CHECK((std::filesystem::status(folder / "a.db").permissions() & std::filesystem::perms::mask) ==
          std::filesystem::perms(0444));
    CHECK_FALSE(std::filesystem::exists(folder / "a.db-journal"));
}

TEST_CASE("public.db is never written over, and a build that stops leaves none", "[records]") {
    const Scratch folder;
    write_example(folder / "public.db");
    const std::string before = bytes_of(folder / "public.db");
    CHECK_THROWS_AS(records::PublicWriter(folder / "public.db"), records::Broken);
    CHECK(bytes_of(folder / "public.db") == before);
    {
        records::PublicWriter unfinished(folder / "half.db");
        unfinished.office(Example{}.office);
    }
    CHECK_FALSE(std::filesystem::exists(folder / "half.db"));
}

TEST_CASE("a row that refers to something not public stops the build and is named", "[records]") {
    const Scratch folder;
    const auto finish = [&](const std::function<void(Example&)>& change) {
        write_example(folder / "public.db", change);
    };
    CHECK_THROWS_WITH(finish([](Example& e) { e.first.result = 4711; }),
                      Catch::Contains("drawn_object") && Catch::Contains("71") && Catch::Contains("result"));
    CHECK_THROWS_WITH(finish([](Example& e) { e.clean.facts.object = 4711; }), Catch::Contains("enterprise"));
    CHECK_THROWS_WITH(finish([](Example& e) { e.task.plan = 4711; }), Catch::Contains("plan"));
    CHECK_FALSE(std::filesystem::exists(folder / "public.db"));
}

TEST_CASE("two objects with one permanent code, or two rows of one number, are refused", "[records]") {
    const Scratch folder;
    CHECK_THROWS_AS(write_example(folder / "public.db", [](Example& e) { e.product.code = e.enterprise.code; }),
                    records::Refused);
    CHECK_THROWS_AS(write_example(folder / "public.db", [](Example& e) { e.clean.facts.id = e.problem.facts.id; }),
                    records::Refused);
    CHECK_THROWS_AS(write_example(folder / "public.db", [](Example& e) { e.product.code = "../evil"; }),
                    records::Refused);
}

TEST_CASE("a file that is not a public.db of this version is not opened", "[records]") {
    const Scratch folder;
    CHECK_THROWS_AS(records::PublicSite(folder / "missing.db"), records::Broken);
    std::ofstream(folder / "text.db") << std::string(5000, 'x');
    CHECK_THROWS_AS(records::PublicSite(folder / "text.db"), records::Broken);
    std::ofstream(folder / "empty.db").flush();
    CHECK_THROWS_AS(records::PublicSite(folder / "empty.db"), records::Broken);
    {
        records::SqlConnection newer(folder / "newer.db", records::SqlConnection::Access::create);
        newer.run("PRAGMA application_id = 1735618658; PRAGMA user_version = 99;");
    }
    CHECK_THROWS_WITH(records::PublicSite(folder / "newer.db"), Catch::Contains("99"));
}

TEST_CASE("a database in a folder with every odd character opens", "[records]") {
    const Scratch folder;
    std::filesystem::create_directories(folder / "甲 区?mode=rw#%41&");
    const auto file = folder / "甲 区?mode=rw#%41&" / "public.db";
    write_example(file);
    CHECK(records::PublicSite(file).site().name == "示例公示");
}

TEST_CASE("public.db has no column for what may never be public", "[records]") {
    const Scratch folder;
    write_example(folder / "public.db");
    records::SqlConnection sql(folder / "public.db", records::SqlConnection::Access::immutable);
    records::Query columns(sql,
                           "SELECT t.name, c.name, c.type FROM sqlite_schema t, pragma_table_info(t.name) c "
                           "WHERE t.type = 'table'");
    int seen = 0;
    while (columns.next()) {
        CAPTURE(columns.text(0), columns.text(1));
        for (const char* never : {"credit", "private", "certificate", "inspector_name", "capital", "owner"})
            CHECK(columns.text(1).find(never) == std::string::npos);
        CHECK((columns.text(2) == "TEXT" || columns.text(2) == "INTEGER"));
        ++seen;
    }
    CHECK(seen > 200);
    records::Query loose(sql,
                         "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND "
                         "type = 'table' AND name NOT LIKE 'sqlite%'");
    REQUIRE(loose.next());
    CHECK(loose.integer(0) == 0);
}

namespace {

records::PublicAttachment notice() {
    records::PublicAttachment notice;
    notice.id = 3, notice.plan_edition = 12, notice.title = "调整通知", notice.type = "pdf";
    notice.sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", notice.size = 2000;
    notice.attached_on = "2024-03-01", notice.reviewed_on = "2024-03-02";
    return notice;
}

}  // namespace

TEST_CASE("an attachment is found with the record it belongs to, and in that record's JSON alone", "[records]") {
    const Scratch folder;
    write_example(folder / "public.db", [](Example& e) { e.attachment = notice(); });
    records::PublicSite site(folder / "public.db");
    using Of = records::PublicSite::Of;
    REQUIRE(site.attachments(Of::plan_edition, 12).size() == 1);
    CHECK(site.attachments(Of::plan_edition, 12)[0].title == "调整通知");
    CHECK(site.attachments(Of::plan_edition, 12)[0].sha256 == notice().sha256);
    for (const Of other : {Of::item_list_edition, Of::task, Of::draw, Of::result})
        CHECK(site.attachments(other, 12).empty());
    CHECK(site.attachments().size() == 1);
    CHECK(site.body("plan_edition", "1/1")
              ->find(R"("attachments":[{"id":3,"title":"调整通知","type":"pdf",)"
                     R"("size":2000,"sha256":"0123456789abcdef)") != std::string::npos);
    CHECK(site.body("plan_edition", "1/1")->find(R"("file":"attachments/01234567/3.pdf")") != std::string::npos);
    CHECK(site.body("plan_edition", "1/0")->find("attachments") == std::string::npos);
}

TEST_CASE("an attachment of a record that is not there is not written", "[records]") {
    const Scratch folder;
    CHECK_THROWS_AS(write_example(folder / "public.db",
                                  [](Example& e) {
                                      e.attachment = notice();
                                      e.attachment.plan_edition = 99;
                                  }),
                    records::Broken);
}

namespace {

/// One row in each table of the compliance board and of the open ledger.
void write_ledger(records::PublicWriter& writer, const Example& example) {
    const std::string area = example.office.area, day = "2026-11-01";
    writer.declared_figure({1, area, "上年底企业数", 2026, 0, 900, day, "登记系统", ""});
    writer.finding({1, area, example.rule.code, 0, 2026, "met", "", 9, 10, 0, 0, 1, false, "", 0});
    writer.finding_month({1, "2026-11", 9, 10});
    writer.finding_row({1, 1, "task", 5, "", "任务", 0, day, "counted", "", "", ""});
    writer.publication({1, day});
    writer.change({1, 1, day, "published", "result", area, 0, "结果", 3, ""});
    writer.correction({1, "result", 10, 0, day, "录入有误", "outcome", "甲", "乙"});
    writer.statement({1, example.enterprise.object, 0, day, "已经改正", {}});
    writer.objection({1, "YY-1", "result", 10, 0, area, day, day, {}, "结论", "", ""});
}

}  // namespace

TEST_CASE("the gate is shown every text of every table, bodies too", "[records]") {
    const Scratch folder;
    Example example;
    fill(example);
    example.attachment = notice();
    records::PublicWriter writer(folder / "public.db");
    example.write(writer);
    records::PublicCommittedDraw committed;
    committed.draw = 6, committed.digest = std::string(64, 'a'), committed.basis = "facts";
    committed.state = "revealed", committed.office_code = "999901-SCJG", committed.prev = std::string(64, '0');
    writer.committed_draw(committed);
    writer.draw_stratum({6, "A", "餐饮", 1, 1, 0});
    writer.draw_exclusion({6, "DEREGISTERED", 1});
    writer.draw_pool_row({6, "99999901MA0000001X", "A", "", "00", 1, {}});
    writer.draw_file({6, "announcement.json", 1, std::string(64, 'b')});
    write_ledger(writer, example);
    writer.finish();
    std::map<std::string, std::set<std::string>> texts;
    std::set<std::string> columns;
    writer.each_cell([&](std::string_view table, std::string_view column, std::int64_t, std::string_view text) {
        texts[std::string(table)].emplace(text);
        columns.insert(std::string(table) + "." + std::string(column));
    });
    CHECK(texts.at("site").contains(example.site.phone));
    CHECK(texts.at("enterprise").contains(example.enterprise.name));
    CHECK(texts.at("enterprise_code").size() == 4);
    CHECK(texts.at("result").contains(example.problem.facts.problem));
    CHECK(texts.at("follow_up").contains(example.open.facts.measure));
    CHECK(texts.at("plan_edition").contains(example.adjusted.edition.head.note));
    CHECK(texts.at("office").contains(example.office.issuer));
    CHECK(texts.at("body").size() > 8);

    records::SqlConnection sql(folder / "public.db", records::SqlConnection::Access::immutable);
    records::Query all(sql,
                       "SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c "
                       "WHERE t.type = 'table' AND c.type = 'TEXT'");
    while (all.next()) {
        INFO(all.text(0));
        CHECK(columns.contains(all.text(0)));
    }
}

TEST_CASE("the board and the ledger are read as they were written", "[records]") {
    const Scratch folder;
    const Example example;
    records::PublicWriter writer(folder / "public.db");
    example.write(writer);
    write_ledger(writer, example);
    writer.finish();
    records::PublicSite site(folder / "public.db");
    const std::string area = example.office.area;
    CHECK(site.declared_figures(area).at(0).value == 900);
    CHECK(site.declared_figures("000000").empty());
    CHECK(site.finding_years(area) == std::vector<int>{2026});
    const auto findings = site.findings(area, 2026);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].numerator == 9);
    CHECK(findings[0].denominator == 10);
    CHECK(findings[0].open == 1);
    CHECK(site.finding_months(findings[0].id).at(0).month == "2026-11");
    int rows = 0;
    site.each_finding_row(findings[0].id, [&](const records::FindingRow& row) { rows += row.outcome == "counted"; });
    CHECK(rows == 1);
    CHECK(site.publications().at(0).as_of == "2026-11-01");
    site.each_change([&](const records::PublicChange& change) { CHECK(change.count == 3); });
    CHECK(site.corrections("result", 10).at(0).before == "甲");
    CHECK(site.statements_of_object(example.enterprise.object).at(0).body == "已经改正");
    CHECK(site.objections("result", 10).at(0).receipt == "YY-1");
    CHECK(site.objections().size() == 1);
}

TEST_CASE("lists come in their documented order", "[records]") {
    const Scratch folder;
    write_example(folder / "public.db", [](Example& e) { e.draw.listed = 999; });
    records::PublicSite site(folder / "public.db");
    CHECK(site.draws().at(0).listed == 2);  // counted, not believed
    CHECK(site.draws_of_task(5).size() == 1);
    CHECK(site.tasks_of_plan(1).at(0).id == 5);
    CHECK(site.editions_of_task(5).at(0).edition.number == 0);
    CHECK(site.editions_of_task(5).at(1).row.cells.text("ratio") == "5%");
    CHECK(site.drawn_objects(6, 2, 10).size() == 1);
    CHECK(site.drawn_objects(6, 0, 1).at(0).row.object == 100);

    CHECK(site.newest_results(1).at(0).facts.id == 80);
    CHECK(site.newest_results(9, "999901").size() == 2);
    CHECK(site.newest_results(9, "999902").empty());
    CHECK(site.result_years().at(0).count == 2);
    CHECK(site.results_of_task(5, 80, 10).at(0).facts.id == 81);

    std::vector<std::int64_t> ids;
    site.each_result({"", 2024}, [&](const records::PublicResult& result) { ids.push_back(result.facts.id); });
    CHECK(ids == std::vector<std::int64_t>{80, 81});
    std::vector<std::string> codes;
    site.each_enterprise([&](const records::PublicEnterprise& one) { codes.push_back(one.code); });
    CHECK(codes == std::vector<std::string>{"99999901MA0000001X", "o101"});
    std::vector<std::string> overdue;
    site.each_overdue("999901", [&](const records::PublicSite::Drawing& one) { overdue.push_back(one.row.code); });
    CHECK(overdue == std::vector<std::string>{"o101"});
    CHECK(site.open_follow_ups("999901").at(0).facts.id == 91);
    CHECK(site.open_follow_ups("999902").empty());
}

TEST_CASE("an enterprise is found by its present and its former code", "[records]") {
    const Scratch folder;
    write_example(folder / "public.db");
    records::PublicSite site(folder / "public.db");
    CHECK(site.enterprise("999901000000017").value().code == "99999901MA0000001X");
    CHECK_FALSE(site.enterprise("' OR 1=1 --"));
    CHECK_FALSE(site.enterprise(""));
}

TEST_CASE("an enterprise's history holds its drawings, results, follow-ups and penalties", "[records]") {
    const Scratch folder;
    write_example(folder / "public.db");
    records::PublicSite site(folder / "public.db");
    const auto history = site.history(100);
    CHECK(history.drawings.at(0).draw.draw.draw == 6);
    CHECK(history.drawings.at(0).row.row.inspectors == std::vector<std::string>{"P7Q2", "K3M9"});
    CHECK(history.results.at(0).facts.id == 81);
    CHECK(history.follow_ups.at(1).facts.step == 2);
    CHECK(history.penalties.at(0).facts.id == 95);
    CHECK(site.history(4711).drawings.empty());
}

TEST_CASE("totals count rows and leave tombstones out", "[records]") {
    const Scratch folder;
    write_example(folder / "public.db", [](Example& e) {
        e.clean.standing.withdrawn_on = "2024-06-01";
        e.draw.revealed = false, e.draw.draw.reveal_on = "2024-11-19";
    });
    records::PublicSite site(folder / "public.db");
    const auto all = site.totals("", 0);
    CHECK(all.plans == 1);
    CHECK(all.tasks == 1);
    CHECK(all.draws == 1);
    CHECK(all.drawn == 2);
    CHECK(all.results == 1);
    CHECK(all.overdue_results == 1);
    CHECK(all.enterprises == 2);
    CHECK(all.open_follow_ups == 1);
    CHECK(all.unrevealed_overdue == 1);
    CHECK(site.newest_results(10).size() == 1);
    CHECK(site.totals("999901", 2024).results == 1);
    CHECK(site.totals("999901", 2023).results == 0);
    CHECK(site.totals("999902", 0).enterprises == 0);
}

TEST_CASE("one cursor may be open while others ask", "[records]") {
    const Scratch folder;
    write_example(folder / "public.db");
    records::PublicSite site(folder / "public.db");
    int seen = 0;
    site.each_enterprise([&](const records::PublicEnterprise&) {
        site.each_enterprise([&](const records::PublicEnterprise& inner) {
            ++seen;
            CHECK(site.enterprise(inner.code));
        });
    });
    CHECK(seen == 4);
}
