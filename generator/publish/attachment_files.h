// The files behind the attachments 附件 that public.db names: where they lie in the portal and which address they get.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "generator/settings/settings.h"
#include "records/portal.h"

namespace publish {

/// Address and file of each public attachment, by id. Throws output::Failed when a file is missing or its bytes are no
/// longer those that were reviewed.
std::vector<std::pair<std::string, std::filesystem::path>> attachment_files(const std::filesystem::path& public_db,
                                                                            const settings::PortalFolder& folder);

/// How many attachments nobody has reviewed.
std::int64_t unreviewed_attachments(records::Portal& portal);

}  // namespace publish
