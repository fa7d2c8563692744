#include "generator/draw_verbs.h"

#include <CLI/CLI.hpp>

namespace generator {

void add_draw(CLI::App& app, Action& action) {
    CLI::App* group =
        app.add_subcommand("draw", "可核验的随机抽取：承诺、抽取、派发、公开、核验（docs/draw-protocol.md）");
    group->require_subcommand(1);
    group->fallthrough();
    add_draw_verify(*group, action);
    add_draw_slip(*group, action);
}

}  // namespace generator
