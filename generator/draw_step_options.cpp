#include "generator/draw_step_options.h"

#include <CLI/CLI.hpp>

#include "generator/draw_verbs.h"
#include "generator/draws/open_draw.h"

namespace generator {

void add_step_options(CLI::App& verb, DrawStepOptions& options) {
    verb.add_option("DRAW", options.draw, "哪一次抽取：网址里的编号，或抽取编号 D，或 机关代码/序号")->required();
    verb.add_option("--at", options.at, about_at);
    verb.add_option("--by", options.by, "办理人（默认当前用户）");
}

records::Id begin_step(records::Portal& portal, DrawStepOptions& options) {
    options.at = moment_or_now(options.at);
    if (options.by.empty()) options.by = account_name();
    return draws::draw_named(portal, options.draw);
}

}  // namespace generator
