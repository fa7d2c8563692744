// The files that become public with a step, entered into portal.db by digest: publishing checks and copies them.
#pragma once

#include <string>

#include "generator/draws/draw_folder.h"
#include "generator/draws/open_draw.h"

namespace draws {

/// The batch of one step: a draft that the next publish makes public and that nobody can undo.
records::Id step_batch(records::Portal& portal, const draw::Digest& draw, const std::string& verb,
                       const std::string& by, const std::string& at);

/// Enters every file as public since `step`.
void enter_files(records::Portal& portal, records::Id batch, records::Id draw, const Files& files,
                 const std::string& step);

/// Which of the package's files everybody may see once a draw is opened, by name (section 7). The announcement's own,
/// record.json and end.json are public before.
Files public_when_opened(const OpenDraw& draw, const Files& package);

}  // namespace draws
