// What was written is verified as a stranger would, before the state of a draw moves.
#pragma once

#include <set>
#include <string>

#include "draw/verify.h"
#include "generator/draws/draw_folder.h"

namespace draws {

/// The package's files among `files`, as draw/ reads them; `files` must outlive it.
draw::PackageFiles package_of(const Files& files);

/// Throws Refused, naming the first check that fails, or one that is not checked and not among `may_be_unchecked`.
void require_sound(const Files& files, const draw::Told& told, const std::set<std::string>& may_be_unchecked);

}  // namespace draws
