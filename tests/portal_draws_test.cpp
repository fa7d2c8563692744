// Committed draws in portal.db: what may be added in which order, and that nothing of it changes any more.
#include "records/portal.h"

#include <catch2/catch.hpp>

#include "records/errors.h"
#include "records/portal_schema.h"
#include "records/sql_connection.h"

using records::CommittedDraw;
using records::Id;
using records::Portal;
using records::Refused;

namespace {

std::string hex(char digit) {
    return std::string(64, digit);
}

struct Office {
    Portal portal = Portal::in_memory();
    Id batch = 0, task = 0;

    Office() {
        portal.put_office({"999901", "演示市甲区", "999900", "县", "演示市甲区市场监督管理局"});
        batch = portal.begin_batch({0, "plans", "f", "s", "甲", "2026-01-01", "{}", {}});
        const Id plan = portal.mint_plan(batch, {0, "999901", {}, 2026, "计划", "", true});
        task = portal.mint_task(batch, plan);
    }
    Id next_batch() { return portal.begin_batch({0, "draw", "gongshi draw", hex('a'), "甲", "2026-11-01", "{}", {}}); }
    CommittedDraw announcement(char digit, const std::string& series = "FOOD") {
        const Portal::DrawPlace place = portal.next_draw_place("999901-SCJG");
        return {0,         hex(digit), "999901-SCJG",
                place.seq, place.prev, series,
                "facts",   "抽查",     "2026-11-01T09:00:00+08:00",
                34000000,  1796090400, "2026-12-31",
                9,         40,         8,
                0,         "{}"};
    }
    Id announce(const CommittedDraw& draw) {
        records::DrawFacts facts;
        facts.task = task;
        facts.title = draw.title;
        return portal.announce_draw(next_batch(), draw, facts);
    }
    void step(Id draw, const std::string& kind, const std::string& at = "2026-11-18T10:05:00+08:00") {
        portal.add_draw_step(next_batch(), {draw, kind, at, kind == "aborted" ? "命令第1号" : "", 0});
    }
};

}  // namespace

TEST_CASE("announcements of an office are numbered without gaps and each names the one before", "[records][draws]") {
    Office office;
    const Id first = office.announce(office.announcement('1'));
    const Portal::DrawPlace next = office.portal.next_draw_place("999901-SCJG");
    CHECK(next.seq == 1);
    CHECK(next.prev == hex('1'));
    CHECK(office.portal.next_draw_place("999901-YJ").prev == hex('0'));
    CommittedDraw gap = office.announcement('2', "TOYS"), unchained = gap;
    gap.seq = 2;
    unchained.prev = hex('0');
    CHECK_THROWS_AS(office.announce(gap), Refused);
    CHECK_THROWS_AS(office.announce(unchained), Refused);
    CHECK_THROWS_AS(office.announce(office.announcement('1', "TOYS")), Refused);  // the same digest
    const Id second = office.announce(office.announcement('2', "TOYS"));
    const auto draws = office.portal.committed_draws();
    REQUIRE(draws.size() == 2);
    CHECK(draws[0].draw == first);
    CHECK(draws[1].prev == draws[0].digest);
    CHECK(office.portal.find_committed_draw("999901-SCJG/1") == second);
    CHECK(office.portal.find_committed_draw("22222222") == second);
    CHECK(office.portal.find_committed_draw("3") == std::nullopt);
}

TEST_CASE("a refused announcement leaves no draw on the task", "[records][draws]") {
    Office office;
    CommittedDraw bad = office.announcement('1');
    bad.seq = 7;
    CHECK_THROWS_AS(office.announce(bad), Refused);
    CHECK(office.portal.draws().empty());
}

TEST_CASE("a series has one open draw at a time", "[records][draws]") {
    Office office;
    const Id first = office.announce(office.announcement('1'));
    CHECK_THROWS_AS(office.announce(office.announcement('2')), Refused);
    office.step(first, "drawn");
    CHECK_THROWS_AS(office.announce(office.announcement('2')), Refused);
    office.step(first, "aborted");
    CHECK_NOTHROW(office.announce(office.announcement('2')));
}

TEST_CASE("states of a draw go forward only", "[records][draws]") {
    using Steps = std::vector<std::string>;
    const Steps all{"announced", "drawn", "revealed", "cancelled", "aborted"};
    const std::vector<std::pair<Steps, Steps>> next{{{}, {"drawn", "cancelled", "aborted"}},
                                                    {{"drawn"}, {"revealed", "aborted"}},
                                                    {{"cancelled"}, {}},
                                                    {{"aborted"}, {}},
                                                    {{"drawn", "revealed"}, {}},
                                                    {{"drawn", "aborted"}, {}}};
    for (const auto& [taken, allowed] : next)
        for (const std::string& kind : all) {
            Office office;
            const Id draw = office.announce(office.announcement('1'));
            for (const std::string& step : taken) office.step(draw, step);
            INFO((taken.empty() ? "announced" : taken.back()) << " → " << kind);
            if (std::find(allowed.begin(), allowed.end(), kind) != allowed.end())
                CHECK_NOTHROW(office.step(draw, kind));
            else
                CHECK_THROWS_AS(office.step(draw, kind), Refused);
        }
}

TEST_CASE("no step of a draw is earlier than the one before it", "[records][draws]") {
    Office office;
    const Id draw = office.announce(office.announcement('1'));
    CHECK_THROWS_AS(office.step(draw, "drawn", "2026-10-31T09:00:00+08:00"), Refused);
    CHECK_NOTHROW(office.step(draw, "drawn"));
}

TEST_CASE("changes of a list are numbered and lie between drawing and revealing", "[records][draws]") {
    Office office;
    const Id draw = office.announce(office.announcement('1'));
    const std::string at = "2026-11-20T10:05:00+08:00";
    const auto change = [&](std::int64_t position, char digit) {
        office.portal.add_draw_change(office.next_batch(), {draw, position, at, "replace", hex(digit)});
    };
    CHECK_THROWS_AS(change(1, '1'), Refused);
    office.step(draw, "drawn");
    CHECK_THROWS_AS(change(2, '1'), Refused);
    CHECK_NOTHROW(change(1, '1'));
    CHECK_THROWS_AS(change(2, '1'), Refused);  // the same commitment
    CHECK_NOTHROW(change(2, '2'));
    CHECK(office.portal.draw_changes(draw).size() == 2);
    CHECK_THROWS_AS(office.step(draw, "revealed", "2026-11-19T09:00:00+08:00"), Refused);
    CHECK_NOTHROW(office.step(draw, "revealed", "2026-12-01T09:00:00+08:00"));
    CHECK_THROWS_AS(change(3, '3'), Refused);
}

TEST_CASE("a file becomes public with the step the protocol names, and basis classes keeps four back",
          "[records][draws]") {
    Office office;
    CommittedDraw classes = office.announcement('1');
    classes.basis = "classes";
    const Id hidden = office.announce(classes);
    const Id open = office.announce(office.announcement('2', "TOYS"));
    const auto file = [&](Id draw, const std::string& name, const std::string& since) {
        office.portal.add_draw_file(office.next_batch(), {draw, name, hex('f'), 10, since});
    };
    CHECK_THROWS_AS(file(hidden, "quota.json", "announced"), Refused);
    CHECK_NOTHROW(file(open, "quota.json", "announced"));
    CHECK_THROWS_AS(file(open, "quota.json", "announced"), Refused);
    CHECK_THROWS_AS(file(open, "salt-key", "announced"), Refused);
    CHECK_THROWS_AS(file(open, "record.json", "drawn"), Refused);
    for (const Id draw : {hidden, open}) {
        office.step(draw, "drawn");
        CHECK_NOTHROW(file(draw, "record.json", "drawn"));
        CHECK_NOTHROW(file(draw, "events.json", "drawn"));
        CHECK_NOTHROW(file(draw, "events.json", "drawn"));
        CHECK_THROWS_AS(file(draw, "drawn.json", "drawn"), Refused);
        office.step(draw, "revealed");
        CHECK_NOTHROW(file(draw, "drawn.json", "revealed"));
        for (const std::string name : {"reveal.json", "objects.tsv", "inspectors.tsv"})
            if (draw == open)
                CHECK_NOTHROW(file(draw, name, "revealed"));
            else
                CHECK_THROWS_AS(file(draw, name, "revealed"), Refused);
    }
}

TEST_CASE("the list of a committed draw cannot be written before it is revealed", "[records][draws]") {
    Office office;
    const Id draw = office.announce(office.announcement('1'));
    const Id object = office.portal.mint_object(office.batch, "企业");
    const auto enter = [&] {
        records::DrawnObject row;
        row.draw = draw;
        row.object = object;
        office.portal.add_drawn_object(office.batch, 0, row);
    };
    CHECK_THROWS_AS(enter(), Refused);
    office.step(draw, "drawn");
    CHECK_THROWS_AS(enter(), Refused);
    office.step(draw, "revealed");
    CHECK_NOTHROW(enter());
}

TEST_CASE("undo never takes back a step of a draw, nor what an open draw stands on", "[records][draws]") {
    Office office;
    const Id objects = office.portal.begin_batch({0, "objects", "o", "s", "甲", "2026-01-01", "{}", {}});
    const Id object = office.portal.mint_object(objects, "企业");
    office.portal.add_object_code(objects, object, {"91999901MA00000000", "unified", "", ""});
    const Id draw = office.announce(office.announcement('1'));
    for (const records::BatchFacts& batch : office.portal.batches())
        CHECK_THROWS_AS(office.portal.undo_batch(batch.id), Refused);
    office.step(draw, "cancelled");
    CHECK_NOTHROW(office.portal.undo_batch(objects));
    CHECK(office.portal.draw_steps(draw).size() == 2);
}

TEST_CASE("a step is seen by readers from the next publication on", "[records][draws]") {
    Office office;
    const Id draw = office.announce(office.announcement('1'));
    CHECK(office.portal.committed_draws(Portal::Which::published).empty());
    office.portal.publish_drafts({0, "甲", "", "2026-11-02", ""});
    office.step(draw, "drawn");
    CHECK(office.portal.committed_draws(Portal::Which::published).size() == 1);
    CHECK(office.portal.draw_steps(draw, Portal::Which::published).size() == 1);
    CHECK(office.portal.draw_steps(draw).size() == 2);
}

TEST_CASE("no SQL statement changes, deletes or replaces what was written of a draw", "[records][draws]") {
    const bool aware = GENERATE(true, false);  // of recursive triggers and foreign keys
    records::SqlConnection sql(":memory:", records::SqlConnection::Access::read_write);
    for (const std::string& step : records::portal_steps()) sql.run(step);
    sql.run(
        "INSERT INTO batch(id, kind, file, sha256, imported_by, imported_on, context) VALUES"
        "(1, 'draw', 'f', 's', 'b', '2026-01-01', '{}'), (2, 'draw', 'f', 's', 'b', '2026-01-01', '{}')");
    sql.run("INSERT INTO task(id, plan, batch) VALUES(1, NULL, 1)");
    sql.run("INSERT INTO draw(id, task, number, batch) VALUES(1, 1, '', 1), (2, 1, '', 1)");
    const auto announced = [&](const std::string& verb, int draw, char digit, int seq, char prev,
                               const std::string& after = "") {
        return verb + " INTO committed_draw VALUES(" + std::to_string(draw) + ", '" + hex(digit) + "', 'A', " +
               std::to_string(seq) + ", '" + hex(prev) + "', 'S" + std::to_string(seq) +
               "', 'facts', 't', '2026', 1, 1, '2026-12-31', 1, 2, 2, 0, '{}', 2)" + after;
    };
    const std::string step = " INTO draw_step VALUES(1, 1, 'announced', '2026', '', 0, 2)";
    const std::string change = " INTO draw_change VALUES(1, 1, 1, '2026', 'assign', '" + hex('c') + "', 2)";
    const std::string file = " INTO draw_file VALUES(1, 1, 'announcement.json', '" + hex('d') + "', 1, 'announced', 2)";
    sql.run(announced("INSERT", 1, 'a', 0, '0'));
    sql.run("INSERT" + step);
    sql.run("INSERT INTO draw_step VALUES(2, 1, 'drawn', '2026', '', 0, 2)");
    sql.run("INSERT" + change);
    sql.run("INSERT" + file);
    if (!aware) sql.run("PRAGMA recursive_triggers=OFF; PRAGMA foreign_keys=OFF;");
    const auto contents = [&] {
        std::string all;
        for (const std::string table : {"committed_draw", "draw_step", "draw_change", "draw_file", "draw", "batch"}) {
            records::Query rows(sql, "SELECT * FROM " + table);
            while (rows.next())
                for (int i = 0; i < rows.columns(); ++i) all += rows.text(i) + "\x1f";
        }
        return all;
    };
    const std::string before = contents();
    std::vector<std::string> statements{
        announced("INSERT OR REPLACE", 1, 'a', 0, '0'),
        announced("INSERT OR REPLACE", 2, 'a', 1, 'a'),
        announced("INSERT OR REPLACE", 2, 'b', 0, '0'),
        announced("INSERT OR IGNORE", 1, 'a', 0, '0'),
        announced("INSERT", 1, 'a', 0, '0', " ON CONFLICT(draw) DO UPDATE SET title='x'"),
        announced("INSERT", 1, 'a', 0, '0', " ON CONFLICT(digest) DO NOTHING"),
        "UPDATE committed_draw SET title=title",
        "UPDATE draw_step SET draw=draw",
        "UPDATE OR REPLACE draw_step SET id=1 WHERE id=2",
        "DELETE FROM draw",
        "UPDATE draw SET number='x' WHERE id=1",
        "INSERT OR REPLACE INTO draw(id, task, number, batch) VALUES(1, 1, 'x', 1)",
        "DELETE FROM batch WHERE id=2",
        "UPDATE batch SET imported_by='x' WHERE id=2",
        "INSERT OR REPLACE INTO batch(id, kind, file, sha256, imported_by, imported_on, context) VALUES"
        "(2, 'draw', 'f', 's', 'x', '2026-01-01', '{}')"};
    for (const std::string& row : {step, change, file}) {
        statements.push_back("INSERT OR REPLACE" + row);
        statements.push_back("INSERT OR IGNORE" + row);
        statements.push_back("INSERT" + row + " ON CONFLICT(id) DO UPDATE SET draw=1");
    }
    for (const std::string table : {"committed_draw", "draw_step", "draw_change", "draw_file"}) {
        statements.push_back("DELETE FROM " + table);
        statements.push_back("UPDATE OR REPLACE " + table + " SET batch=1");
    }
    for (const std::string& statement : statements) {
        INFO(statement);
        CHECK_THROWS_AS(sql.run(statement), Refused);
        CHECK(contents() == before);
    }
}
