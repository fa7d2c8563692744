// Committed draws in public.db.
#include "records/public_draws.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "records/errors.h"
#include "records/public_changes.h"
#include "records/public_tables.h"
#include "tests/public_example.h"

using namespace tests;

namespace {

records::PublicCommittedDraw committed(const std::string& basis, const std::string& state) {
    records::PublicCommittedDraw draw;
    draw.draw = 6;
    draw.digest = std::string(64, 'a');
    draw.office_code = "999901-SCJG";
    draw.prev = std::string(64, '0');
    draw.series = "2024-FOOD";
    draw.basis = basis;
    draw.title = "登记事项抽查";
    draw.announced_at = "2024-03-01T09:00:00+08:00";
    draw.beacon_round = 123, draw.beacon_time = 1709600400;
    draw.deadline = "2024-06-30";
    draw.drawn = 2, draw.objects_size = 4, draw.inspectors_size = 3;
    draw.state = state;
    return draw;
}

/// The example with its draw committed: two strata; in A two are drawn of three and one more is excluded.
void write_facts(const std::filesystem::path& file, const records::PublicCommittedDraw& draw) {
    const Example example;
    records::PublicWriter writer(file);
    example.write(writer);
    writer.committed_draw(draw);
    writer.draw_stratum({6, "A", "餐饮", 3, 2, 50000});
    writer.draw_exclusion({6, "VISITED-THIS-YEAR", 1});
    writer.draw_pool_row({6, "99999901MA0000004X", "A", "VISITED-THIS-YEAR", "0000000000000004", {}, 1});
    writer.draw_pool_row({6, "99999901MA0000001X", "A", "", "0000000000000011", 1, {}});
    writer.draw_pool_row({6, "99999901MA0000002X", "A", "", "0000000000000022", 2, {}});
    writer.draw_pool_row({6, "99999901MA0000003X", "A", "", "0000000000000033", 3, {}});
    writer.draw_file({6, "announcement.json", 700, std::string(64, 'b')});
    writer.finish();
}

}  // namespace

TEST_CASE("a committed draw is read back as it was written", "[records][draws]") {
    const Scratch scratch;
    records::PublicCommittedDraw draw = committed("facts", "revealed");
    draw.few_candidates = 2, draw.unfilled = 1, draw.replaced = 3, draw.revealed_at = "2024-06-01T09:00:00+08:00";
    write_facts(scratch / "public.db", draw);
    records::PublicSite site(scratch / "public.db");
    const auto read = site.committed_draw(6);
    REQUIRE(read);
    CHECK(read->digest == draw.digest);
    CHECK(read->few_candidates == 2);
    CHECK(read->unfilled == 1);
    CHECK(read->opened());
    CHECK_FALSE(read->open());
    CHECK(site.committed_draws().size() == 1);
    CHECK(site.draw_strata(6).at(0).name == "餐饮");
    CHECK(site.draw_exclusions(6).at(0).count == 1);
    CHECK(site.draw_files(6).at(0).name == "announcement.json");
    CHECK_FALSE(site.committed_draw(5));
}

TEST_CASE("a pool is read in the order of codes, and says who would have been drawn", "[records][draws]") {
    const Scratch scratch;
    write_facts(scratch / "public.db", committed("facts", "revealed"));
    records::PublicSite site(scratch / "public.db");
    std::string codes;
    site.each_pool_row(6, [&](const records::PublicDrawPoolRow& row) { codes += row.id.substr(16, 1); });
    CHECK(codes == "1234");
    CHECK(site.count_pool(6) == 4);
    CHECK(site.pool_row(6, "99999901MA0000003X")->rank == 3);
    CHECK(site.pool_row(6, "99999901MA0000004X")->rank_if_not_excluded == 1);
    CHECK_FALSE(site.pool_row(6, "99999901MA0000009X"));
    const auto outcomes = site.stratum_outcomes(6);
    REQUIRE(outcomes.size() == 1);
    CHECK(outcomes[0].drawn == 2);
    CHECK(outcomes[0].last_ticket == "0000000000000022");
    CHECK(outcomes[0].excluded == 1);
    CHECK(outcomes[0].excluded_drawn == 1);
}

TEST_CASE("public.db itself refuses what basis classes and an unopened draw keep back", "[records][draws]") {
    const Scratch scratch;
    const auto write = [&](const records::PublicCommittedDraw& draw) {
        const Example example;
        records::PublicWriter writer(scratch / "public.db");
        example.write(writer);
        writer.committed_draw(draw);
    };
    records::PublicCommittedDraw classes = committed("classes", "revealed"), hidden = committed("facts", "drawn");
    classes.few_candidates = 0;
    hidden.unfilled = 0;
    CHECK_THROWS_AS(write(classes), records::Refused);
    CHECK_THROWS_AS(write(hidden), records::Refused);
    const auto with_rows = [&](const records::PublicCommittedDraw& draw, bool pool) {
        const Example example;
        records::PublicWriter writer(scratch / "public.db");
        example.write(writer);
        writer.committed_draw(draw);
        if (pool)
            writer.draw_pool_row({6, "99999901MA0000001X", "A", "", "", {}, {}});
        else
            writer.draw_stratum({6, "A", "A", 3, 2, 0});
        writer.finish();
    };
    CHECK_THROWS_AS(with_rows(committed("classes", "revealed"), true), records::Broken);
    CHECK_THROWS_AS(with_rows(committed("classes", "revealed"), false), records::Broken);
    CHECK_THROWS_AS(with_rows(committed("facts", "drawn"), true), records::Broken);
    CHECK_NOTHROW(with_rows(committed("facts", "drawn"), false));
}

TEST_CASE("a draw's JSON says what was announced, where the files are, and strata only where they are public",
          "[records][draws]") {
    const Scratch scratch;
    write_facts(scratch / "facts.db", committed("facts", "revealed"));
    records::PublicSite facts(scratch / "facts.db");
    const auto shown = nlohmann::json::parse(*facts.body("draw", "6"))["committed"];
    CHECK(shown["digest"] == std::string(64, 'a'));
    CHECK(shown["strata"][0]["eligible"] == 3);
    CHECK(shown["exclusions"][0]["code"] == "VISITED-THIS-YEAR");
    CHECK(shown["files"][0]["file"] == "draws/6/announcement.json");
    CHECK(shown["office_series"] == "draws/series/999901-SCJG.json");
    {
        const Example example;
        records::PublicWriter writer(scratch / "classes.db");
        example.write(writer);
        writer.committed_draw(committed("classes", "revealed"));
        writer.finish();
    }
    records::PublicSite classes(scratch / "classes.db");
    const auto kept = nlohmann::json::parse(*classes.body("draw", "6"))["committed"];
    CHECK_FALSE(kept.contains("strata"));
    CHECK_FALSE(kept.contains("exclusions"));
    CHECK(kept["few_candidates"].is_null());
    CHECK_FALSE(nlohmann::json::parse(*classes.body("draw", "6")).contains("pool"));
}

TEST_CASE("an ended draw is not counted as overdue, an open one past its deadline is", "[records][draws]") {
    const auto overdue = [](const std::string& state, bool late) {
        const Scratch scratch;
        Example example;
        example.draw.revealed = false;
        example.draw.draw.reveal_on = "2024-06-30";
        records::PublicWriter writer(scratch / "public.db");
        example.write(writer);
        records::PublicCommittedDraw draw = committed("facts", state);
        draw.overdue = late;
        writer.committed_draw(draw);
        writer.finish();
        return records::PublicSite(scratch / "public.db").totals("", 0).unrevealed_overdue;
    };
    CHECK(overdue("drawn", true) == 1);
    CHECK(overdue("cancelled", false) == 0);
    CHECK(overdue("aborted", false) == 0);
}

TEST_CASE("a further step of a draw concerns the pages of those on its list", "[records][draws]") {
    const Scratch scratch;
    write_facts(scratch / "before.db", committed("facts", "revealed"));
    records::PublicCommittedDraw now = committed("facts", "revealed");
    now.later = 0, now.replaced = 1;
    write_facts(scratch / "now.db", now);
    const auto changes = records::changes_between(scratch / "before.db", scratch / "now.db", 100);
    REQUIRE(changes);
    CHECK(changes->enterprises == std::set<std::string>{"99999901MA0000001X", "o101"});
    CHECK(changes->results.empty());
}
