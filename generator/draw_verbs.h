// gongshi draw …: the verbs of a draw that anyone can recompute (docs/draw-protocol.md). One verb, one file
// (draw_NAME_verb.cpp); each adds its subcommand to the group and sets `action` when it is the one chosen.
#pragma once

#include <string>

#include "generator/command_line.h"

namespace generator {

/// The group itself, with all its verbs.
void add_draw(CLI::App& app, Action& action);

void add_draw_nonce(CLI::App& group, Action& action);
void add_draw_announce(CLI::App& group, Action& action);
void add_draw_run(CLI::App& group, Action& action);
void add_draw_replace(CLI::App& group, Action& action);
void add_draw_assign(CLI::App& group, Action& action);
void add_draw_reveal(CLI::App& group, Action& action);
void add_draw_abort(CLI::App& group, Action& action);
void add_draw_cancel(CLI::App& group, Action& action);
void add_draw_status(CLI::App& group, Action& action);
void add_draw_verify(CLI::App& group, Action& action);
void add_draw_slip(CLI::App& group, Action& action);

/// Whether the words so far are those of a checker: its standard output stays empty without a verdict, also with
/// --json.
bool is_draw_checker(const CLI::App& app);

/// The --at given, YYYY-MM-DDThh:mm:ss+08:00, else now by the clock; throws settings::Unusable for another text.
std::string moment_or_now(const std::string& at);

/// How --at and --demo-secrets are described wherever they occur.
inline constexpr const char* about_at = "办理的时间，如 2026-11-18T09:00:00+08:00（默认现在）";
inline constexpr const char* about_demo_secrets =
    "只用于演示门户（site.toml 里 demo = true）：由这个标签算出“秘密数”，人人算得出，每次相同";

}  // namespace generator
