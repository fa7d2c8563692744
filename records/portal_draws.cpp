// Committed draws 可核验抽取 of portal.db. The order of steps is the schema's to guard (portal_schema_draws.cpp).
#include <fmt/format.h>

#include <charconv>

#include "records/errors.h"
#include "records/portal_connection.h"

namespace records {
namespace {

constexpr std::string_view select_draws =
    "SELECT draw, digest, office_code, seq, prev, series, basis, title, announced_at, beacon_round, beacon_time, "
    "deadline, drawn, objects_size, inspectors_size, few_candidates, announcement FROM committed_draw r ";

CommittedDraw read_draw(const Query& query) {
    CommittedDraw draw;
    draw.draw = query.integer(0);
    draw.digest = query.text(1);
    draw.office_code = query.text(2);
    draw.seq = query.integer(3);
    draw.prev = query.text(4);
    draw.series = query.text(5);
    draw.basis = query.text(6);
    draw.title = query.text(7);
    draw.announced_at = query.text(8);
    draw.beacon_round = query.integer(9);
    draw.beacon_time = query.integer(10);
    draw.deadline = query.text(11);
    draw.drawn = query.integer(12);
    draw.objects_size = query.integer(13);
    draw.inspectors_size = query.integer(14);
    draw.few_candidates = query.integer(15);
    draw.announcement = query.text(16);
    return draw;
}

/// The condition that the batch of row `r` is published, where only those are asked for.
std::string_view seen(Portal::Which which) {
    return which == Portal::Which::with_drafts
               ? "1"
               : "EXISTS(SELECT 1 FROM batch b WHERE b.id=r.batch AND b.publication IS NOT NULL)";
}

std::optional<Id> number_of(std::string_view text) {
    Id number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

}  // namespace

Portal::DrawPlace Portal::next_draw_place(std::string_view office_code) {
    DrawPlace place{0, std::string(64, '0')};
    Query query(connection_->sql,
                "SELECT seq, digest FROM committed_draw WHERE office_code=? ORDER BY seq DESC LIMIT 1", office_code);
    if (query.next()) place = {query.integer(0) + 1, query.text(1)};
    return place;
}

Id Portal::announce_draw(Id batch, const CommittedDraw& draw, const DrawFacts& record) {
    DrawFacts ordinary = record;
    transaction([&] {
        ordinary.draw = mint_draw(batch, record.task, record.number);
        add_draw_record(batch, ordinary);
        Query(connection_->sql,
              "INSERT INTO committed_draw(draw, digest, office_code, seq, prev, series, basis, title, announced_at, "
              "beacon_round, beacon_time, deadline, drawn, objects_size, inspectors_size, few_candidates, "
              "announcement, batch) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              ordinary.draw, draw.digest, draw.office_code, draw.seq, draw.prev, draw.series, draw.basis, draw.title,
              draw.announced_at, draw.beacon_round, draw.beacon_time, draw.deadline, draw.drawn, draw.objects_size,
              draw.inspectors_size, draw.few_candidates, draw.announcement, batch)
            .run();
        add_draw_step(batch, {ordinary.draw, "announced", draw.announced_at, "", 0});
    });
    return ordinary.draw;
}

void Portal::add_draw_step(Id batch, const DrawStep& step) {
    Query(connection_->sql,
          "INSERT INTO draw_step(draw, kind, at, order_number, unfilled, batch) VALUES(?, ?, ?, ?, ?, ?)", step.draw,
          step.kind, step.at, step.order_number, step.unfilled, batch)
        .run();
}

void Portal::add_draw_change(Id batch, const DrawChange& change) {
    Query(connection_->sql,
          "INSERT INTO draw_change(draw, position, at, kind, commitment, batch) VALUES(?, ?, ?, ?, ?, ?)", change.draw,
          change.position, change.at, change.kind, change.commitment, batch)
        .run();
}

void Portal::add_draw_file(Id batch, const DrawFile& file) {
    Query(connection_->sql, "INSERT INTO draw_file(draw, name, sha256, size, since, batch) VALUES(?, ?, ?, ?, ?, ?)",
          file.draw, file.name, file.sha256, file.size, file.since, batch)
        .run();
}

std::vector<CommittedDraw> Portal::committed_draws(Which which) {
    std::vector<CommittedDraw> all;
    Query query(connection_->sql, fmt::format("{}WHERE {} ORDER BY office_code, seq", select_draws, seen(which)));
    while (query.next()) all.push_back(read_draw(query));
    return all;
}

std::optional<CommittedDraw> Portal::committed_draw(Id draw) {
    Query query(connection_->sql, fmt::format("{}WHERE draw=?", select_draws), draw);
    return query.next() ? std::optional(read_draw(query)) : std::nullopt;
}

std::optional<Id> Portal::find_committed_draw(std::string_view named) {
    constexpr std::size_t shortest_prefix = 8;
    SqlConnection& sql = connection_->sql;
    if (const auto number = number_of(named))
        if (const auto found = one_integer(sql, "SELECT draw FROM committed_draw WHERE draw=?", *number)) return found;
    if (const std::size_t slash = named.find('/'); slash != named.npos) {
        const auto seq = number_of(named.substr(slash + 1));
        return seq ? one_integer(sql, "SELECT draw FROM committed_draw WHERE office_code=? AND seq=?",
                                 named.substr(0, slash), *seq)
                   : std::nullopt;
    }
    if (named.size() < shortest_prefix) return std::nullopt;
    Query query(sql, "SELECT draw FROM committed_draw WHERE substr(digest, 1, ?)=? LIMIT 2", named.size(), named);
    if (!query.next()) return std::nullopt;
    const Id found = query.integer(0);
    return query.next() ? std::nullopt : std::optional(found);
}

std::vector<DrawStep> Portal::draw_steps(Id draw, Which which) {
    std::vector<DrawStep> all;
    Query query(connection_->sql,
                fmt::format("SELECT draw, kind, at, order_number, unfilled FROM draw_step r WHERE draw=? AND {} "
                            "ORDER BY id",
                            seen(which)),
                draw);
    while (query.next())
        all.push_back({query.integer(0), query.text(1), query.text(2), query.text(3), query.integer(4)});
    return all;
}

std::vector<DrawChange> Portal::draw_changes(Id draw, Which which) {
    std::vector<DrawChange> all;
    Query query(connection_->sql,
                fmt::format("SELECT draw, position, at, kind, commitment FROM draw_change r WHERE draw=? AND {} "
                            "ORDER BY position",
                            seen(which)),
                draw);
    while (query.next())
        all.push_back({query.integer(0), query.integer(1), query.text(2), query.text(3), query.text(4)});
    return all;
}

std::vector<DrawFile> Portal::draw_files(Id draw, Which which) {
    std::vector<DrawFile> all;
    Query query(connection_->sql,
                fmt::format("SELECT draw, name, sha256, size, since, max(id) FROM draw_file r WHERE draw=? AND {} "
                            "GROUP BY name ORDER BY name",
                            seen(which)),
                draw);
    while (query.next())
        all.push_back({query.integer(0), query.text(1), query.text(2), query.integer(3), query.text(4)});
    return all;
}

}  // namespace records
