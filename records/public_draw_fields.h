// The columns of public.db's tables of committed draws 可核验抽取: part of public_fields.h, which explains visitors.
#pragma once

#include "records/public_draws.h"

namespace records {

template <>
inline constexpr std::string_view table_of<PublicCommittedDraw> = "committed_draw";
template <>
inline constexpr std::string_view table_of<PublicDrawStratum> = "draw_stratum";
template <>
inline constexpr std::string_view table_of<PublicDrawExclusion> = "draw_exclusion";
template <>
inline constexpr std::string_view table_of<PublicDrawPoolRow> = "draw_pool";
template <>
inline constexpr std::string_view table_of<PublicDrawFile> = "draw_file";

template <typename Visit>
void fields(Visit& visit, Is<PublicCommittedDraw> auto& v) {
    visit.number("draw", v.draw), visit("digest", v.digest), visit("office_code", v.office_code), visit("seq", v.seq);
    visit("prev", v.prev), visit("series", v.series), visit("basis", v.basis), visit("title", v.title);
    visit("announced_at", v.announced_at), visit("beacon_round", v.beacon_round);
    visit("beacon_time", v.beacon_time), visit("deadline", v.deadline), visit("drawn", v.drawn);
    visit("objects_size", v.objects_size), visit("inspectors_size", v.inspectors_size);
    visit("few_candidates", v.few_candidates), visit("state", v.state), visit("overdue", v.overdue);
    visit("recorded_at", v.recorded_at), visit("revealed_at", v.revealed_at), visit("ended_at", v.ended_at);
    visit("end_kind", v.end_kind), visit("end_order", v.end_order), visit("replaced", v.replaced);
    visit("reassigned", v.reassigned), visit("unfilled", v.unfilled), visit.reference("earlier", v.earlier);
    visit.reference("later", v.later);
}
template <typename Visit>
void fields(Visit& visit, Is<PublicDrawStratum> auto& v) {
    visit.number("draw", v.draw), visit("code", v.code), visit("name", v.name), visit("eligible", v.eligible);
    visit("n", v.n), visit("ppm", v.ppm);
}
template <typename Visit>
void fields(Visit& visit, Is<PublicDrawExclusion> auto& v) {
    visit.number("draw", v.draw), visit("code", v.code), visit("count", v.count);
}
template <typename Visit>
void fields(Visit& visit, Is<PublicDrawPoolRow> auto& v) {
    visit.number("draw", v.draw), visit("id", v.id), visit("stratum", v.stratum), visit("excl", v.excl);
    visit("ticket", v.ticket), visit("rank", v.rank), visit("rank_if_not_excluded", v.rank_if_not_excluded);
}
template <typename Visit>
void fields(Visit& visit, Is<PublicDrawFile> auto& v) {
    visit.number("draw", v.draw), visit("name", v.name), visit("size", v.size), visit("sha256", v.sha256);
}

}  // namespace records
