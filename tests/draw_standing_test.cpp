// Where a committed draw stands, and which of its files the public may see.
#include "generator/publish/draw_standing.h"

#include <catch2/catch.hpp>

#include "generator/output/errors.h"

using publish::public_files;
using records::DrawFile;
using records::PublicCommittedDraw;

namespace {

PublicCommittedDraw draw_in(const std::string& basis, const std::string& state, bool recorded) {
    PublicCommittedDraw draw;
    draw.draw = 7;
    draw.basis = basis;
    draw.state = state;
    if (recorded) draw.recorded_at = "2026-11-18T10:05:00+08:00";
    if (state == "cancelled" || state == "aborted") draw.ended_at = "2026-11-20T10:00:00+08:00";
    return draw;
}

std::vector<DrawFile> all_files() {
    std::vector<DrawFile> files;
    for (const char* name :
         {"announcement.json", "quota.json", "record.json", "events.json", "drawn.json", "reveal.json", "objects.tsv",
          "inspectors.tsv", "end.json", "salt-key", "persons.json", "nonces.json"})
        files.push_back({7, name, std::string(64, 'a'), 10, "announced"});
    return files;
}

std::string names(const PublicCommittedDraw& draw) {
    std::string all;
    for (const DrawFile& file : public_files(draw, all_files()))
        all += (all.empty() ? "" : " ") + file.name.substr(0, file.name.find('.'));
    return all;
}

}  // namespace

TEST_CASE("of the files that are there, the public sees those of the state and the basis, and no secret",
          "[publish][draws]") {
    CHECK(names(draw_in("facts", "announced", false)) == "announcement quota");
    CHECK(names(draw_in("classes", "announced", false)) == "announcement");
    CHECK(names(draw_in("facts", "drawn", true)) == "announcement quota record events");
    CHECK(names(draw_in("classes", "drawn", true)) == "announcement record events");
    CHECK(names(draw_in("facts", "revealed", true)) ==
          "announcement quota record events drawn reveal objects inspectors");
    CHECK(names(draw_in("classes", "revealed", true)) == "announcement record events drawn");
    CHECK(names(draw_in("facts", "cancelled", false)) == "announcement quota end");
    CHECK(names(draw_in("classes", "cancelled", false)) == "announcement end");
    CHECK(names(draw_in("facts", "aborted", true)) ==
          "announcement quota record events drawn reveal objects inspectors end");
    CHECK(names(draw_in("facts", "aborted", false)) == "announcement quota reveal objects inspectors end");
    CHECK(names(draw_in("classes", "aborted", true)) == "announcement record events drawn end");
    CHECK(names(draw_in("classes", "aborted", false)) == "announcement end");
}

TEST_CASE("a file that must be public and is not known stops the publication", "[publish][draws]") {
    std::vector<DrawFile> files = all_files();
    std::erase_if(files, [](const DrawFile& file) { return file.name == "record.json"; });
    CHECK_THROWS_AS(public_files(draw_in("facts", "drawn", true), files), output::Failed);
    CHECK_NOTHROW(public_files(draw_in("facts", "announced", false), files));
    files = all_files();
    std::erase_if(files, [](const DrawFile& file) { return file.name == "inspectors.tsv"; });
    CHECK_NOTHROW(public_files(draw_in("facts", "revealed", true), files));  // somebody is recused
}

TEST_CASE("a draw is overdue from the day after its deadline until it is revealed or ended", "[publish][draws]") {
    records::Portal portal = records::Portal::in_memory();
    portal.put_office({"999901", "演示市甲区", "999900", "县", "演示市甲区市场监督管理局"});
    const auto batch = [&] {
        return portal.begin_batch({0, "draw", "gongshi draw", std::string(64, 'a'), "甲", "2026-11-01", "{}", {}});
    };
    records::DrawFacts facts;
    facts.task = portal.mint_task(batch(), {});
    records::CommittedDraw announced{0,
                                     std::string(64, '1'),
                                     "999901-SCJG",
                                     0,
                                     std::string(64, '0'),
                                     "FOOD",
                                     "facts",
                                     "抽查",
                                     "2026-11-01T09:00:00+08:00",
                                     34000000,
                                     1796090400,
                                     "2026-12-31",
                                     9,
                                     40,
                                     8,
                                     3,
                                     "{}"};
    const records::Id draw = portal.announce_draw(batch(), announced, facts);
    const auto standing = [&](const char* day) {
        return publish::committed_draws(portal, records::Portal::Which::with_drafts, day).at(0);
    };
    CHECK_FALSE(standing("2026-12-31").overdue);
    CHECK(standing("2027-01-01").overdue);
    CHECK(standing("2026-12-31").few_candidates == 3);
    portal.add_draw_step(batch(), {draw, "drawn", "2026-11-18T10:05:00+08:00", "", 2});
    CHECK(standing("2027-01-01").overdue);
    CHECK_FALSE(standing("2027-01-01").unfilled);
    portal.add_draw_step(batch(), {draw, "aborted", "2026-11-20T10:05:00+08:00", "第1号", 0});
    CHECK_FALSE(standing("2027-01-01").overdue);
    CHECK(standing("2027-01-01").unfilled == 2);
    CHECK(standing("2027-01-01").end_kind == "abort");
    announced.seq = 1, announced.prev = announced.digest, announced.digest = std::string(64, '2');
    announced.basis = "classes";
    const records::Id again = portal.announce_draw(batch(), announced, facts);
    const auto both = publish::committed_draws(portal, records::Portal::Which::with_drafts, "2026-11-21");
    CHECK(both.at(0).later == again);
    CHECK(both.at(1).earlier == draw);
    CHECK_FALSE(both.at(1).few_candidates);
    CHECK_FALSE(publish::revealed_draws(portal, records::Portal::Which::with_drafts).at(draw));
}
