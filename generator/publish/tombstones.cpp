#include "generator/publish/tombstones.h"

namespace publish {

namespace {

/// What a tombstone says about itself: a correction's reason would tell of what was corrected.
records::Standing only_the_end(const records::Standing& standing) {
    records::Standing end = standing;
    end.corrected.clear();
    return end;
}

}  // namespace

// Each begins anew and takes over what may stay, so that a column added later is not forgotten.

void empty_out(records::PublicResult& result) {
    records::PublicResult left;
    left.facts.id = result.facts.id;
    left.facts.task = result.facts.task;
    left.office = result.office;
    left.task_name = result.task_name;
    left.plan = result.plan;
    left.plan_name = result.plan_name;
    left.year = result.year;
    left.standing = only_the_end(result.standing);
    result = std::move(left);
}

void empty_out(records::PublicFollowUp& follow_up) {
    records::PublicFollowUp left;
    left.facts.id = follow_up.facts.id;
    left.facts.result = follow_up.facts.result;
    left.facts.step = follow_up.facts.step;
    left.office = follow_up.office;
    left.task = follow_up.task;
    left.task_name = follow_up.task_name;
    left.standing = only_the_end(follow_up.standing);
    follow_up = std::move(left);
}

void empty_out(records::PublicPenalty& penalty) {
    records::PublicPenalty left;
    left.facts.id = penalty.facts.id;
    left.office = penalty.office;
    left.standing = only_the_end(penalty.standing);
    penalty = std::move(left);
}

void empty_out(records::PublicDraw& draw) {
    records::PublicDraw left;
    left.draw.id = draw.draw.id;
    left.draw.draw = draw.draw.draw;
    left.draw.task = draw.draw.task;
    left.office = draw.office;
    left.task_name = draw.task_name;
    left.year = draw.year;
    left.revealed = false;
    left.standing = only_the_end(draw.standing);
    draw = std::move(left);
}

void empty_out(records::PublicEdition& edition) {
    records::PublicEdition left;
    left.edition.id = edition.edition.id;
    left.edition.of = edition.edition.of;
    left.edition.number = edition.edition.number;
    left.standing = only_the_end(edition.standing);
    edition = std::move(left);
}

}  // namespace publish
