// The files of committed draws 可核验抽取 in a release: those that public.db names, and each office's list of its
// draws.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/publish/publish.h"

namespace publish {

/// Address and file of each, by draw and name. Throws output::Failed when one is missing or its bytes have changed.
std::vector<std::pair<std::string, std::filesystem::path>> draw_files(const std::filesystem::path& public_db,
                                                                      const settings::PortalFolder& folder);

/// Address and bytes of each office's list (机关抽取清单): all its announcements, so that none can be left out.
std::vector<std::pair<std::string, std::string>> draw_series(records::Portal& portal,
                                                             const settings::PortalFolder& folder,
                                                             std::string_view as_of, records::Portal::Which which);

/// Reads every text of these files that public.db does not hold: an announcement's own words, codes of departments,
/// inspectors' ids. What is hex by its place was judged when the file was read. At most about 1,000 are told.
std::vector<GateFinding> draw_gate(const std::vector<std::pair<std::string, std::filesystem::path>>& files,
                                   records::PrivateStore& private_store, const settings::Settings& settings);

}  // namespace publish
