// Draws: the ordinary ones as they were imported, and what the public may see of committed ones 可核验抽取.
#include "generator/publish/draw_package.h"
#include "generator/publish/draw_standing.h"
#include "generator/publish/projection.h"
#include "generator/publish/tombstones.h"

namespace publish {

namespace {

/// Committed draws of which no list is dispatched: not yet drawn, cancelled or aborted.
std::set<records::Id> without_list(const std::vector<records::PublicCommittedDraw>& draws) {
    std::set<records::Id> without;
    for (const records::PublicCommittedDraw& draw : draws)
        if (draw.recorded_at.empty() || !draw.ended_at.empty()) without.insert(draw.draw);
    return without;
}

}  // namespace

void Projection::draws() {
    const auto revealed = revealed_draws(portal_, which_);
    const auto undrawn = without_list(committed_draws(portal_, which_, as_of_));
    for (const records::DrawFacts& facts : portal_.draw_records(which_)) {
        const TaskPlace* task = place(facts.task);
        const Verdict verdict = visibility_.of(facts);
        if (verdict.kind != Verdict::Kind::not_yet) {
            const auto listed = tally_.drawn_in.find(facts.draw);
            findings_.draw(facts, listed == tally_.drawn_in.end() ? 0 : listed->second, revealed.contains(facts.draw),
                           counted("draw_record", facts.id, verdict));
        }
        if (!verdict.shown() || task == nullptr) {
            count_withheld(task == nullptr ? "" : task->office, "draw", verdict);
            continue;
        }
        records::PublicDraw draw;
        draw.draw = facts;
        draw.office = task->office;
        draw.task_name = task->name;
        draw.year = task->year;
        const auto committed = revealed.find(facts.draw);
        draw.revealed = committed == revealed.end() ? visibility_.list_revealed(facts) : committed->second;
        const bool tombstone = standing("draw_record", facts.id, facts.correction, verdict, draw.standing);
        if (!tombstone && !undrawn.contains(facts.draw)) draw.due = claim_due(facts, *task);
        if (tombstone) empty_out(draw);
        writer_.draw(draw);
        const std::string title = tombstone || !facts.title.empty() ? draw.draw.title : task->name;
        public_draws_[facts.draw] = {facts.id, title, facts.reveal_on};
        told({"draw_record", facts.id, "draw", facts.draw, task->office, title, draw.draw.published_on, &draw.standing,
              true});
        if (!tombstone) attachments_of("draw", facts.draw);
    }
}

/// Until when the departments must have claimed the list: counted from the day of the draw, on which it is dispatched.
records::Due Projection::claim_due(const records::DrawFacts& draw, const TaskPlace& task) {
    duties::StartDays days;
    days.list_dispatched = draw.drawn_at.substr(0, 10);
    days.year = task.year;
    const auto due =
        duties::due(duties::Matter::claim, rules(task.office), days, calendar(task.office), draw.confirmed_on, as_of_);
    return due ? *due : records::Due{};
}

/// A committed draw cannot be withdrawn: what was announced stays, whatever became of its ordinary record.
void Projection::committed_draws_of_public() {
    for (records::PublicCommittedDraw& draw : committed_draws(portal_, which_, as_of_)) {
        if (!public_draws_.contains(draw.draw)) continue;
        if (!public_draws_.contains(draw.earlier)) draw.earlier = 0;
        if (!public_draws_.contains(draw.later)) draw.later = 0;
        const DrawPackage package{folder_, draw, portal_.committed_draw(draw.draw)->announcement,
                                  public_files(draw, portal_.draw_files(draw.draw, which_))};
        check_package(package);
        writer_.committed_draw(draw);
        write_strata(package, settings_, writer_);
        write_pool(package, writer_);
        for (const records::DrawFile& file : package.files)
            writer_.draw_file({file.draw, file.name, file.size, file.sha256});
    }
}

}  // namespace publish
