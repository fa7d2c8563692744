#include "records/public_changes.h"

#include <catch2/catch.hpp>

#include "records/sql_connection.h"
#include "tests/activity_example.h"

namespace {

/// What differs when the example is changed like this.
std::optional<records::PublicChanges> after(const std::function<void(tests::Example&)>& change,
                                            std::size_t at_most = 100) {
    const tests::Scratch scratch;
    tests::write_example(scratch / "before.db");
    tests::write_example(scratch / "now.db", change);
    return records::changes_between(scratch / "before.db", scratch / "now.db", at_most);
}

using Ids = std::set<records::Id>;
using Codes = std::set<std::string>;
const std::string code = "99999901MA0000001X";

}  // namespace

TEST_CASE("on another day only the pages of results with an open duty count other days", "[records]") {
    const auto changes = after([](tests::Example& e) { e.site.as_of = "2024-11-21", e.site.publication = 4; });
    REQUIRE(changes);
    CHECK(changes->results == Ids{81});  // its follow-up is overdue
    CHECK(changes->enterprises.empty());
    const auto same_day = after([](tests::Example& e) { e.site.publication = 4; });
    REQUIRE(same_day);
    CHECK(same_day->results.empty());
}

TEST_CASE("a changed row concerns the pages that read it", "[records]") {
    SECTION("a result: its own page and its object's") {
        const auto changes = after([](tests::Example& e) { e.problem.facts.problem = "另一个问题"; });
        REQUIRE(changes);
        CHECK(changes->results == Ids{81});
        CHECK(changes->enterprises == Codes{code});
    }
    SECTION("a follow-up: its result's") {
        const auto changes = after([](tests::Example& e) { e.open.facts.measure = "责令改正"; });
        REQUIRE(changes);
        CHECK(changes->results == Ids{81});
        CHECK(changes->enterprises == Codes{code});
    }
    SECTION("a penalty: its result's and its object's") {
        const auto changes = after([](tests::Example& e) { e.penalty.facts.content = "罚款"; });
        REQUIRE(changes);
        CHECK(changes->results == Ids{81});
        CHECK(changes->enterprises == Codes{code});
    }
    SECTION("a drawing: its object's") {
        const auto changes = after([](tests::Example& e) { e.first.state = "未到期"; });
        REQUIRE(changes);
        CHECK(changes->results.empty());
        CHECK(changes->enterprises == Codes{code});
    }
    SECTION("a draw: every object of its list") {
        const auto changes = after([](tests::Example& e) { e.draw.draw.title = "另一个标题"; });
        REQUIRE(changes);
        CHECK(changes->results.empty());
        CHECK(changes->enterprises == Codes{code, "o101"});
    }
    SECTION("an object with another code: the former address and the new one") {
        const auto changes = after([](tests::Example& e) {
            e.enterprise.code = "99999901MA0000002X";
            e.enterprise.other_codes = {code};
        });
        REQUIRE(changes);
        CHECK(changes->enterprises == Codes{code, "99999901MA0000002X"});
    }
}

TEST_CASE("what the open ledger says beside a record concerns the pages that say it", "[records]") {
    const auto correction = [](const char* kind, records::Id record) {
        return after([&](tests::Example& e) {
            e.corrections.emplace_back();
            e.corrections.back().id = 1, e.corrections.back().kind = kind, e.corrections.back().record = record;
        });
    };
    const auto objection = [](const char* kind, records::Id record, records::Id object) {
        return after([&](tests::Example& e) {
            e.objections.emplace_back();
            e.objections.back().id = 1, e.objections.back().receipt = "YY1", e.objections.back().kind = kind;
            e.objections.back().record = record, e.objections.back().object = object;
        });
    };
    const auto pages = [](const std::optional<records::PublicChanges>& changes) {
        REQUIRE(changes);
        return std::pair(changes->results, changes->enterprises);
    };
    CHECK(pages(correction("result", 81)) == std::pair(Ids{81}, Codes{code}));
    CHECK(pages(correction("follow_up", 91)) == std::pair(Ids{81}, Codes{code}));
    CHECK(pages(correction("penalty", 95)) == std::pair(Ids{81}, Codes{code}));
    CHECK(pages(correction("object", 100)) == std::pair(Ids{}, Codes{code}));
    CHECK(pages(correction("plan_edition", 11)) == std::pair(Ids{}, Codes{}));
    CHECK(pages(objection("result", 80, 0)) == std::pair(Ids{80}, Codes{"o101"}));
    CHECK(pages(objection("draw", 6, 100)) == std::pair(Ids{}, Codes{code}));
    CHECK(pages(after([](tests::Example& e) {
              e.statements = {{1, 100, 81, "2024-10-09", "已改正", {}}};
          })) == std::pair(Ids{81}, Codes{code}));
    CHECK(pages(after([](tests::Example& e) {
              e.statements = {{1, 101, 0, "2024-10-09", "已搬迁", {}}};
          })) == std::pair(Ids{}, Codes{"o101"}));
    CHECK(pages(after([](tests::Example& e) {
              e.changes = {{1, 0, "2024-10-09", "expired", "result", "999901", 81, "", 1, ""}};
          })) == std::pair(Ids{}, Codes{}));
}

TEST_CASE("what every page shows, and too many changes, are answered by nothing", "[records]") {
    CHECK_FALSE(after([](tests::Example& e) { e.site.name = "另一个名称"; }));
    CHECK_FALSE(after([](tests::Example& e) { e.office.name = "示例市新区"; }));
    CHECK_FALSE(after([](tests::Example& e) { e.day.kind = "work"; }));
    CHECK_FALSE(after([](tests::Example& e) { e.draw.draw.title = "另一个标题"; }, 1));
}

TEST_CASE("another cap on yearly inspections concerns every enterprise's page", "[records][visits]") {
    const tests::Scratch scratch;
    tests::ActivityExample example;
    example.figures = {tests::cap_of(1, 0, 2)};
    example.write(scratch / "before.db");
    const auto after_caps = [&](const std::vector<records::PublicDeclaredFigure>& figures) {
        static int number = 0;
        const auto now = scratch / ("now" + std::to_string(++number) + ".db");
        example.figures = figures;
        example.write(now);
        return records::changes_between(scratch / "before.db", now, 100);
    };
    auto source = tests::cap_of(1, 0, 2);
    source.source = "另一公告";
    CHECK_FALSE(after_caps({tests::cap_of(1, 0, 3)}));
    CHECK_FALSE(after_caps({tests::cap_of(1, 0, 2), tests::cap_of(2, 7, 1)}));
    CHECK_FALSE(after_caps({source}));
    CHECK_FALSE(after_caps({}));
    auto other = tests::cap_of(1, 0, 5);
    other.name = "上年底企业数";
    CHECK(after_caps({other, tests::cap_of(2, 0, 2)}));  // another figure, and the same cap by another number
}

TEST_CASE("a table the comparison does not know is answered by nothing", "[records]") {
    const tests::Scratch scratch;
    for (const char* name : {"before.db", "now.db"}) {
        tests::write_example(scratch / name);
        std::filesystem::permissions(scratch / name, std::filesystem::perms::owner_all);
        records::SqlConnection(scratch / name, records::SqlConnection::Access::read_write)
            .run("CREATE TABLE later(id INTEGER PRIMARY KEY) STRICT;");
    }
    CHECK_FALSE(records::changes_between(scratch / "before.db", scratch / "now.db", 100));
}
