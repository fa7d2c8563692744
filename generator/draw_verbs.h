// gongshi draw …: the verbs of a draw that anyone can recompute (docs/draw-protocol.md). One verb, one file
// (draw_NAME_verb.cpp); each adds its subcommand to the group and sets `action` when it is the one chosen.
#pragma once

#include "generator/command_line.h"

namespace generator {

/// The group itself, with all its verbs.
void add_draw(CLI::App& app, Action& action);

void add_draw_verify(CLI::App& group, Action& action);
void add_draw_slip(CLI::App& group, Action& action);

/// Whether the words so far are those of a checker: its standard output stays empty without a verdict, also with
/// --json.
bool is_draw_checker(const CLI::App& app);

}  // namespace generator
