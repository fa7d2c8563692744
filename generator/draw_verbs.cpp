#include "generator/draw_verbs.h"

#include <CLI/CLI.hpp>
#include <chrono>

#include "draw/moment.h"

namespace generator {

void add_draw(CLI::App& app, Action& action) {
    CLI::App* group =
        app.add_subcommand("draw", "可核验的随机抽取：承诺、抽取、派发、公开、核验（docs/draw-protocol.md）");
    group->require_subcommand(1);
    group->fallthrough();
    add_draw_nonce(*group, action);
    add_draw_announce(*group, action);
    add_draw_run(*group, action);
    add_draw_replace(*group, action);
    add_draw_assign(*group, action);
    add_draw_reveal(*group, action);
    add_draw_abort(*group, action);
    add_draw_cancel(*group, action);
    add_draw_status(*group, action);
    add_draw_verify(*group, action);
    add_draw_slip(*group, action);
}

std::string moment_or_now(const std::string& at) {
    if (at.empty()) {
        using namespace std::chrono;
        return ::draw::time_text(duration_cast<seconds>(system_clock::now().time_since_epoch()).count());
    }
    if (!::draw::is_time(at))
        throw settings::Unusable("--at 的“" + at + "”不是时间，应写成 2026-11-18T09:00:00+08:00 这样");
    return at;
}

}  // namespace generator
