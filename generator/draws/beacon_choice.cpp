#include "generator/draws/beacon_choice.h"

#include <fmt/format.h>

#include "draw/beacon.h"
#include "draw/moment.h"
#include "generator/draws/errors.h"
#include "generator/settings/settings.h"

namespace draws {

namespace {

std::int64_t asked_time(const std::string& text) {
    if (const auto time = draw::parse_time(text)) return *time;
    throw settings::Unusable("--beacon-at 的“" + text + "”不是时间，应写成 2026-11-19T10:00:00+08:00 这样");
}

}  // namespace

BeaconChoice choose_beacon(std::int64_t announced, const BeaconRequest& request, const duties::WorkingDays& calendar) {
    BeaconChoice choice;
    if (request.round) {
        constexpr std::int64_t last_round = 9'999'999'999'999'999;  // sixteen digits
        if (*request.round > last_round) throw settings::Unusable("--round 最多 16 位数字");
        choice.round = *request.round;
    } else {
        std::int64_t time = 0;
        if (request.time.empty()) {
            const auto today = text::parse_iso(draw::time_text(announced).substr(0, 10));
            const duties::WorkingDate day = calendar.after(*today, 1);
            choice.provisional = day.provisional;
            time = *draw::parse_time(text::iso(day.date) + "T10:00:00+08:00");
        } else {
            time = asked_time(request.time);
        }
        choice.round = draw::first_round_at(time);
    }
    choice.time = draw::time_of(choice.round);
    choice.ref = draw::beacon_ref(choice.round);
    if (choice.time < announced + least_wait)
        throw Refused(fmt::format(
            "随机源第 {} 轮在 "
            "{}，离承诺（{}）不到一小时：大家来不及先记下承诺。请选晚一些的轮次（--round、--beacon-at），或都不写，"
            "用下一个工作日 10:00",
            choice.round, draw::time_text(choice.time), draw::time_text(announced)));
    if (choice.time > announced + longest_wait)
        throw Refused(
            fmt::format("随机源第 {} 轮离承诺超过 400 天，公开期限必在它之前；请选早一些的轮次（--round、--beacon-at）",
                        choice.round));
    return choice;
}

}  // namespace draws
