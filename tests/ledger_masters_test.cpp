// What the public log says of rules, declared figures and rule exceptions that a later import wrote over.
#include <algorithm>
#include <catch2/catch.hpp>

#include "generator/publish/publish.h"
#include "tests/clerks_portal.h"
#include "tests/portal_world.h"

using namespace tests;
using records::Portal;

namespace {

class Office {
  public:
    Office() {
        for (const char* kind : {"calendar", "items", "plans"}) clerk.import_clean(kind);
        import("rules", {{"code", "999-1"}, { "requirement", "按时公示" }});
        import("declared-figures", {{"name", "上年底企业数"}, {"value", "60"}, { "note", "" }});
        import("rule-exceptions", {{ "reason", "停产整顿" }});
    }
    void import(const std::string& kind, const Row& changed) const {
        const auto report = clerk.import(kind, kind + ".csv", clerk_sheet(kind, changed), clerk_context(kind));
        INFO(kind << ": " << told(report));
        REQUIRE_FALSE(report.failed());
    }
    void threshold(const std::string& words) const {
        import("rules", {{"code", "999-1"}, {"requirement", "按时公示"}, { "threshold", words }});
    }
    void publish(const std::string& as_of) const {
        ::publish::PublishRequest request;
        request.by = "甲", request.as_of = as_of;
        const auto outcome = ::publish::publish_portal(clerk.portal(), request);
        for (const auto& finding : outcome.findings) UNSCOPED_INFO(finding.place + " " + finding.what);
        REQUIRE(outcome.findings.empty());
    }
    std::filesystem::path release() const { return clerk.portal().releases() / clerk.shown(); }
    /// The entries of these kinds, newest first: "day action kind title count reason".
    std::vector<std::string> log() const {
        std::vector<std::string> all;
        records::PublicSite site(release() / "data" / "public.db");
        site.each_change([&](const records::PublicChange& one) {
            if (one.kind == "rule" || one.kind == "declared_figure" || one.kind == "rule_exception")
                all.push_back(one.changed_on + " " + one.action + " " + one.kind + " " + one.title + " " +
                              std::to_string(one.count) + " " + one.reason);
        });
        std::sort(all.begin(), all.end());
        return all;
    }
    ClerksPortal clerk;
};

const std::vector<std::string> first_published{
    "2026-11-18 published declared_figure 上年底企业数（乙区市场监督管理局，2026年度） 1 ",
    "2026-11-18 published rule 999-1 按时公示 1 ", "2026-11-18 published rule_exception 规则 999-1 的例外 1 "};

struct Site : World {
    PortalFolder folder;
    settings::Settings settings;
    int files = 0;

    records::Id later(const std::string& context = "{}") {
        return portal.begin_batch({0, "rules", "b.csv", "", "李", "2024-04-01", context, std::nullopt});
    }
    std::string reasons(const std::string& as_of, Portal::Which which = Portal::Which::published) {
        const auto file = folder.path() / (std::to_string(++files) + ".db");
        records::PublicWriter writer(file);
        ::publish::project(portal, settings, {folder.path()}, as_of, which, writer);
        std::string all;
        records::PublicSite(file).each_change([&](const records::PublicChange& one) {
            if (one.action == "corrected") all += one.changed_on + " " + one.reason + "\n";
        });
        return all;
    }
};

}  // namespace

TEST_CASE("what was published of rules, figures and exceptions and then overwritten stands in the log, old and new",
          "[ledger]") {
    const Office office;
    office.publish("2026-11-18");
    CHECK(office.log() == first_published);
    office.threshold("≥80%");
    office.import("declared-figures", {{"name", "上年底企业数"}, {"value", "100"}, {"note", "核实后"}});
    office.import("rule-exceptions", {{"reason", "整体搬迁"}});
    office.publish("2026-11-19");
    std::vector<std::string> expected = first_published;
    expected.emplace_back(
        "2026-11-19 corrected declared_figure 上年底企业数（乙区市场监督管理局，2026年度） 1 "
        "数值：60 → 100；备注：（空） → 核实后");
    expected.emplace_back("2026-11-19 corrected rule 999-1 按时公示 1 阈值：≥95% → ≥80%");
    expected.emplace_back("2026-11-19 corrected rule_exception 规则 999-1 的例外 1 理由：停产整顿 → 整体搬迁");
    CHECK(office.log() == expected);
    const std::string page = read_file(office.release() / "changes" / "2026-11" / "index.html");
    for (const char* words : {"数值：60 → 100", "阈值：≥95% → ≥80%", "停产整顿", "申报数", "规则例外"})
        CHECK(holds(page, words));
}

TEST_CASE("what drafts overwrite of drafts leaves nothing in the log", "[ledger]") {
    const Office office;
    office.threshold("≥90%");
    office.publish("2026-11-18");
    CHECK(office.log() == first_published);
    office.threshold("≥85%");
    office.threshold("≥80%");
    office.publish("2026-11-19");
    std::vector<std::string> expected = first_published;
    expected.emplace_back("2026-11-19 corrected rule 999-1 按时公示 1 阈值：≥90% → ≥80%");
    CHECK(office.log() == expected);
    office.threshold("≥70%");
    Portal master = Portal::open(office.clerk.portal().portal_db(), false);
    master.undo_batch(master.batches().back().id);
    office.import("calendar", {{"name", "国庆"}});
    office.publish("2026-11-20");
    CHECK(office.log() == expected);
}

TEST_CASE("a rule that drafts changed and changed back was not corrected", "[ledger]") {
    Site site;
    const records::DeclaredFigure figure{"110101", "企业数", 2024, "", 60, "", "年报", ""};
    site.portal.put_declared_figure(site.first, figure);
    tests::publish(site.portal);
    records::DeclaredFigure other = figure;
    other.value = 100;
    site.portal.put_declared_figure(site.later(), other);
    CHECK(site.reasons("2024-05-01").empty());
    CHECK(site.reasons("2024-05-01", Portal::Which::with_drafts) == "2024-05-01 数值：60 → 100\n");
    site.portal.put_declared_figure(site.later(), figure);
    tests::publish(site.portal);
    CHECK(site.reasons("2024-05-01").empty());
}

TEST_CASE("of an exception whose record is not public only the columns are told, and of a hidden former state",
          "[ledger]") {
    Site site;  // the task is in no public edition
    records::RuleException exception{"110101", "1", "task", site.task, "旧理由", "", ""};
    records::DeclaredFigure figure{"110101", "企业数", 2024, "", 60, "", "年报", "旧备注"};
    site.portal.put_rule_exception(site.first, exception);
    site.portal.put_declared_figure(site.first, figure);
    tests::publish(site.portal);
    exception.reason = "新理由", exception.basis = "某条";
    site.portal.put_rule_exception(site.later(), exception);
    tests::publish(site.portal);
    CHECK(site.reasons("2024-05-01") == "2024-03-05 改了 理由、例外依据\n");
    figure.note.clear();
    site.portal.put_declared_figure(site.later(R"({"hide_former":true})"), figure);
    tests::publish(site.portal);
    CHECK(has(site.reasons("2024-05-01"), "改了 备注；更正前的内容依法不公开"));
    CHECK_FALSE(has(site.reasons("2024-05-01"), "旧备注"));
}
