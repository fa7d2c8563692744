#include "generator/draws/office_series.h"

#include <fmt/format.h>

#include <algorithm>

#include "draw/encoding.h"
#include "generator/draws/errors.h"

namespace draws {

namespace {

bool is_open(records::Portal& portal, records::Id draw) {
    const auto steps = portal.draw_steps(draw);
    return std::none_of(steps.begin(), steps.end(), [](const records::DrawStep& step) {
        return step.kind == "revealed" || step.kind == "cancelled" || step.kind == "aborted";
    });
}

/// 六位行政区划代码: the departments of one district draw for the same tasks.
std::string_view area_of(std::string_view office_code) {
    return office_code.substr(0, office_code.find('-'));
}

}  // namespace

PlaceInSeries next_place(records::Portal& portal, const std::string& office_code, const std::string& series) {
    for (const records::CommittedDraw& draw : portal.committed_draws())
        if (area_of(draw.office_code) == area_of(office_code) && draw.series == series && is_open(portal, draw.draw))
            throw Refused(
                fmt::format("系列 {} 的第 {} 号抽取还没有了结，不能再承诺一次；先办完它（gongshi draw status "
                            "看下一步：公开、取消或中止）",
                            series, draw.draw));
    const records::Portal::DrawPlace place = portal.next_draw_place(office_code);
    return {static_cast<std::uint64_t>(place.seq), draw::unhex_as<draw::Digest>(place.prev).value()};
}

}  // namespace draws
