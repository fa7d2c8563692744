// From the clerk's sheets to the bytes of a release: a secret in any column of any sheet is refused with the sheet and
// row to mend, nothing changes, and what is published at last holds none.
#include <catch2/catch.hpp>

#include "tests/clerks_portal.h"
#include "tests/release_bytes.h"

using namespace tests;
using ::publish::GateFinding;
using ::publish::PublishOutcome;

namespace {

/// "secret in file" for every secret that stands somewhere in the portal's public files.
std::string leaks(const ClerksPortal& portal) {
    std::vector<std::string> secrets{"1101051949", "1231002",   "44052480", "13800138",   "138 0013",   "wang.er",
                                     "张三丰",     "张 三 丰",  "高峰",     "买买提",     "9901020017", "(990102)",
                                     "冀A",        "8600 1234", "86001234", "一三八〇〇", "１３８００"};
    for (const auto& [field, secret] : personal_secrets())
        if (field != "gender" && field != "inspectors") secrets.push_back(secret);
    std::string found;
    for (const auto& [path, bytes] : portal.published_files()) {
        const std::string text = opened(path, bytes);
        for (const std::string& secret : secrets)
            if (text.find(secret) != std::string::npos || bytes.find(secret) != std::string::npos)
                found += secret + " in " + path + "\n";
    }
    return found;
}

const std::vector<std::string> plants{"13800138000",
                                      "138 0013 8000",
                                      "１３８００１３８０００",
                                      "一三八〇〇一三八〇〇〇",
                                      "1380013800*",
                                      "11010519491231002X",
                                      "110105 19491231 002x",
                                      "440524800101001",
                                      "wang.er@example.cn",
                                      "wang.er（at）example.cn",
                                      "经办人张三丰",
                                      "经办人 张 三 丰",
                                      "99010200170",
                                      "（990102）00170",
                                      "冀A-0017"};

/// Cells that name another record, or decide whether the row is published at all.
bool is_key(const std::string& kind, const records::Field& field) {
    static const std::set<std::string> everywhere{"disclosure", "task_id", "withheld_reason", "withheld_basis"};
    static const std::map<std::string, std::set<std::string>> keys{
        {"draws", {"plan_number", "plan_name", "task_number", "task_name", "code", "name"}},
        {"results",
         {"plan_number", "plan_name", "task_number", "task_name", "code", "name", "draw_number", "audit_state"}},
        {"follow-ups", {"plan_number", "plan_name", "task_number", "task_name", "code", "name", "state", "item"}},
        {"penalties",
         {"plan_number", "plan_name", "task_number", "task_name", "code", "name", "result_id", "item",
          "revoked_reason"}}};
    const std::string name(field.name);
    const auto own = keys.find(kind);
    return field.person || everywhere.contains(name) || (own != keys.end() && own->second.contains(name));
}

bool takes_any_text(const records::Field& field) {
    using Type = records::FieldType;
    return field.type == Type::text || field.type == Type::list || field.type == Type::choice ||
           field.type == Type::quantity || field.type == Type::period;
}

/// Imports the sheet without the plants that the import itself refuses, such as a word that is no state.
void import_what_it_takes(const ClerksPortal& portal, const std::string& kind, Row& planted) {
    constexpr int most_attempts = 4;  // of a rule, what is asked depends on what else could be read
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        const auto report = portal.import(kind, "带有秘密.csv", clerk_sheet(kind, planted), clerk_context(kind));
        if (!report.failed()) return;
        for (const importing::Problem& problem : report.problems)
            if (problem.severity == importing::Problem::Severity::error)
                std::erase_if(planted, [&](const auto& cell) {
                    return records::find_field(kind, cell.first)->term == problem.column_name;
                });
        INFO(kind << ": " << told(report));
        CHECK(attempt < most_attempts - 1);
    }
}

/// Whether a finding's place is the public column of a field.
bool names(const std::string& place, const records::Field& field) {
    if (field.name == "department" && place.starts_with("部门 department.name")) return true;
    return place.find("（" + std::string(field.term) + "）") != std::string::npos;
}

}  // namespace

TEST_CASE("a secret in any column of any sheet is refused and the sheet and row are named", "[privacy][slow]") {
    for (const std::string& kind : kinds_in_order) {
        std::size_t next = 0;
        for (int round = 0; round < 2; ++round) {
            const ClerksPortal portal;
            portal.import_before(kind);
            Row planted;
            for (const records::Field& field : records::fields_of(kind)) {
                if (is_key(kind, field) || !takes_any_text(field)) continue;
                planted[std::string(field.name)] =
                    plants[(next++ + static_cast<std::size_t>(round) * 7) % plants.size()];
            }
            import_what_it_takes(portal, kind, planted);
            const std::int64_t drafts = portal.drafts();
            const PublishOutcome outcome = portal.publish();
            std::string missed, all;
            for (const GateFinding& finding : outcome.findings)
                all += finding.place + " " + finding.what + " " + finding.source + "\n";
            for (const auto& [name, text] : planted) {
                const records::Field* field = records::find_field(kind, name);
                bool found = false;
                for (const GateFinding& finding : outcome.findings)
                    found = found ||
                            (names(finding.place, *field) && finding.source.find("带有秘密.csv") != std::string::npos);
                if (found == stays_inside(kind, name)) missed += name + " " + text + "\n";
            }
            INFO(all);
            CHECK(missed == "");
            if (kind == "inspectors") {  // nothing of that sheet is public
                CHECK(outcome.findings.empty());
                CHECK(leaks(portal) == "");
                continue;
            }
            CHECK(portal.drafts() == drafts);
            CHECK(portal.shown() == "");
            CHECK(portal.published_files().size() <= 2);  // at most the log and the lock
        }
    }
}

TEST_CASE("a secret in the reason of an exception is refused", "[privacy][slow]") {
    const ClerksPortal portal;
    for (const std::string& kind : kinds_in_order) portal.import_clean(kind);
    const auto import = [&](const char* reason) {
        return portal.import("rule-exceptions", "例外.csv", clerk_sheet("rule-exceptions", {{"reason", reason}}),
                             clerk_context("rule-exceptions"));
    };
    REQUIRE_FALSE(import("经办人张三丰出差").failed());
    const PublishOutcome refused = portal.publish();
    REQUIRE_FALSE(refused.findings.empty());
    CHECK(refused.findings.front().source.find("例外.csv") != std::string::npos);
    CHECK(portal.shown() == "");
    REQUIRE_FALSE(import("经办人出差").failed());
    CHECK(portal.publish().findings.empty());
}

TEST_CASE("what is published at last holds no secret in any byte", "[privacy][slow]") {
    const ClerksPortal portal;
    for (const std::string& kind : kinds_in_order) portal.import_clean(kind);
    const PublishOutcome first = portal.publish();
    for (const GateFinding& finding : first.findings) FAIL_CHECK(finding.place + " " + finding.what);
    REQUIRE(first.files > 60);
    CHECK(leaks(portal) == "");
    const auto before = portal.published_files();
    std::set<std::string> kinds_with_the_name;  // the search sees what is there, in every kind of file
    for (const auto& [path, bytes] : before)
        if (opened(path, bytes).find("示例甲商贸有限公司") != std::string::npos)
            kinds_with_the_name.insert(fs::path(path).extension());
    for (const char* kind : {".html", ".json", ".csv", ".xlsx", ".db"}) CHECK(kinds_with_the_name.contains(kind));

    // The next batch holds a secret: refused, and the site and the draft stay as they were.
    const auto next_result = [](const std::string& problem) {
        return clerk_sheet("results",
                           {{"name", "示例乙商贸有限公司"}, {"code", fictional_code(2)}, {"problem", problem}});
    };
    REQUIRE_FALSE(portal
                      .import("results", "第二批.csv", next_result("未公示，联系人一三八 〇〇一三 八〇〇〇"),
                              clerk_context("results"))
                      .failed());
    const PublishOutcome refused = portal.publish();
    REQUIRE(refused.findings.size() == 1);
    CHECK(refused.findings[0].place.starts_with("抽查结果 result.problem（发现的问题）"));
    CHECK(refused.findings[0].source.starts_with("第二批.csv"));
    CHECK(refused.findings[0].source.ends_with("第2行"));
    CHECK(refused.findings[0].masked == "138****8000");
    CHECK(refused.release == "");
    CHECK(portal.drafts() == 1);
    CHECK(portal.shown() == first.release);
    CHECK(portal.published_files() == before);
    const auto checked = ::publish::check_portal(portal.portal(), "2026-11-18").findings;
    REQUIRE(checked.size() == 1);
    CHECK(checked[0].source == refused.findings[0].source);

    // Mended: published.
    REQUIRE_FALSE(
        portal.import("results", "第二批.csv", next_result("未按规定公示"), clerk_context("results")).failed());
    const PublishOutcome second = portal.publish();
    CHECK(second.findings.empty());
    CHECK(second.release != first.release);
    CHECK(portal.shown() == second.release);
    CHECK(portal.drafts() == 0);
    CHECK(leaks(portal) == "");
}

TEST_CASE("a secret in a guide or a template keeps everything from being published", "[privacy]") {
    const ClerksPortal portal;
    for (const char* kind : {"plans", "objects"}) portal.import_clean(kind);
    portal.write("content/90-contact.md", "# 联系我们\n\n请致电 138-**0013**-8000。\n");
    const auto in_guide = portal.publish().findings;
    REQUIRE(in_guide.size() == 1);
    CHECK(in_guide[0].place == "content/90-contact.md 第3行");
    CHECK(portal.shown() == "");
    CHECK(portal.drafts() == 2);
    portal.write("content/90-contact.md", "# 联系我们\n\n请致电 0311-8600 0000。\n");
    const std::string page = read_file(fs::path(GONGSHI_SHARE) / "templates" / "page.tpl");
    portal.write("templates/page.tpl", page + "<!-- 张三丰 -->\n");
    const auto in_template = portal.publish().findings;
    REQUIRE(in_template.size() == 1);
    CHECK(in_template[0].place.starts_with("templates/page.tpl 第"));
    portal.write("templates/page.tpl", page);
    CHECK(portal.publish().findings.empty());
    CHECK(portal.shown() != "");
    CHECK(leaks(portal) == "");
}

TEST_CASE("a column nobody knows stays inside, one that site.toml allows is looked at", "[privacy]") {
    const auto with_columns = [](const std::string& inside, const std::string& allowed) {
        std::string sheet = clerk_sheet("plans");
        sheet.insert(sheet.find('\n'), ",\"内部备注\",\"培训要求\"");
        sheet.insert(sheet.rfind('\n'), ",\"" + inside + "\",\"" + allowed + "\"");
        return sheet;
    };
    const ClerksPortal portal;
    REQUIRE_FALSE(
        portal.import("plans", "计划.csv", with_columns("张三丰13800138000", "找张三丰"), plan_context()).failed());
    const auto findings = portal.publish().findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].place.find("cells.column:培训要求") != std::string::npos);
    CHECK(findings[0].source.ends_with("第2行"));
    REQUIRE_FALSE(
        portal.import("plans", "计划.csv", with_columns("张三丰13800138000", "一天"), plan_context()).failed());
    CHECK(portal.publish().findings.empty());
    CHECK(leaks(portal) == "");
}

TEST_CASE("a secret in what comes with a plan is refused too", "[privacy]") {
    for (const char* field : {"plan_name", "title", "index_number", "document_number", "issuer", "platform", "basis",
                              "note", "plan_number"}) {
        const ClerksPortal portal;
        Context context = plan_context();
        context[field] = "联系13800138000";
        REQUIRE_FALSE(portal.import("plans", "计划.csv", clerk_sheet("plans"), context).failed());
        const auto findings = portal.publish().findings;
        INFO(field);
        REQUIRE(!findings.empty());
        CHECK(findings[0].source.starts_with("计划.csv"));
        CHECK(portal.shown() == "");
    }
}
