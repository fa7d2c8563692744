// The head of an edition 版本的信息头, read from the context: shared by plans and item lists.
#pragma once

#include "generator/import/import_run.h"

namespace importing {

/// The edition's number, head and reason of adjustment; whatever must be there and is not becomes an error that asks
/// for it by name (发布日期, 成文日期; for an adjustment also 上一版本 and 调整原因).
records::Edition read_edition(ImportRun& run);

/// "原计划", "原清单", "0" → 0; "第2次调整", "调整2", "2" → 2; nothing for other words.
std::optional<int> edition_number(std::string_view text);

/// Takes back the draft batch an edition stands in, so that a sheet imported again replaces it whole. False when there
/// is none, when it is published, or when other drafts already use its tasks: then the new rows overlay it.
bool take_back_draft(ImportRun& run, const std::optional<records::Portal::Current>& edition);

inline constexpr const char* how_to_correct = "确需更正，加 --correct --reason \"理由\"；理由会公开，旧内容仍可查";

}  // namespace importing
