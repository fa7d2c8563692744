// One announced draw with where it stands: what portal.db knows of it and its folder, looked after when an interrupted
// command left something undone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "draw/package.h"
#include "generator/draws/draw_folder.h"
#include "records/portal.h"

namespace draws {

enum class State { announced, drawn, revealed, cancelled, aborted };

struct OpenDraw {
    records::CommittedDraw facts;
    State state = State::announced;
    draw::Announcement announcement;
    draw::Digest digest{};
    DrawFolder folder;
    std::vector<records::DrawStep> steps;
    std::vector<records::DrawChange> changes;  // replacements and reassignments, in order
    bool announcement_published = false;
    bool waiting = false;  // a step or a change is still a draft: the next publish shows it

    /// The day after its deadline it is overdue, unless it was revealed or ended. `day` is ISO.
    bool overdue(std::string_view day) const;
    /// The files that the steps so far made, by name, without what opens the draw. Throws Refused when one is missing.
    Files package() const;
};

/// How far the list of a drawn one is, as its changes have left it.
struct ListStanding {
    std::size_t objects = 0, empty_slots = 0, without_result = 0;
};

/// The permanent id of a draw by what a clerk types: the number of its address, its D, or OFFICE-CODE/SEQ. Throws
/// Refused when there is none.
records::Id draw_named(records::Portal& portal, const std::string& named);
/// Throws Refused when there is no such draw or its announcement is not the one of portal.db.
OpenDraw open_draw(records::Portal& portal, const settings::PortalFolder& folder, records::Id draw);
std::vector<OpenDraw> all_draws(records::Portal& portal, const settings::PortalFolder& folder);

/// Makes up for what a crash between the database and the files left undone, in every draw's folder; reads no more
/// than that. Only while the builder's lock is held.
void settle_interrupted(records::Portal& portal, const settings::PortalFolder& folder);

/// K_salt of a draw, from its secret file. Throws Refused when it is damaged.
draw::Digest salt_key_of(const OpenDraw& draw);

/// 已承诺 已抽取 已公开 已取消 已中止
std::string_view words_of(State state);
/// announced drawn revealed cancelled aborted
std::string_view name_of(State state);
/// What to do next with the command, first of all to publish what waits for it. `now` is Unix seconds.
/// With `list`, of a drawn one, also how many slots to fill and whether it may be revealed already.
std::string next_step(const OpenDraw& draw, std::int64_t now, const std::optional<ListStanding>& list = std::nullopt);

/// What is wrong, and what to do, when the round came out before the announcement was published.
std::string unpublished_in_time(const OpenDraw& draw);

/// The Unix time of a moment of a command; throws Refused when it is before the last step of the draw.
std::int64_t moment_after(const OpenDraw& draw, const std::string& at);

/// Seconds: a cancel is free until so long before the beacon; a record may be made so long after it; an abort because
/// the beacon is not out may be made so long after it.
inline constexpr std::int64_t cancel_before = 3600, record_within = 86'400, beacon_late_after = 604'800;

}  // namespace draws
