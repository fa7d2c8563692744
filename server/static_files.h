// The files of a release folder, for looking at it on this machine (--preview). In production nginx serves them.
// Nothing outside the folder is ever read: no "..", no hidden names, no symbolic link that leads out.
#pragma once

#include <filesystem>
#include <string_view>

#include "server/reply.h"
#include "server/request.h"

namespace server {

/// Answers one request with a file below `root`: a folder answers with its index.html, a folder named without its
/// final slash with a redirect, a missing file with 404.html of the root. `root` may itself be a link (public/current):
/// it is followed anew for every request, so a publish shows at once.
Reply static_file(const std::filesystem::path& root, const Request& request);

/// The media type of a file name, by its ending; application/octet-stream for what no browser shows.
std::string_view media_type(std::string_view file_name);

}  // namespace server
