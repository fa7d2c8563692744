// The head of an edition 版本的信息头, read from the context: shared by plans and item lists.
#pragma once

#include "generator/import/import_run.h"

namespace importing {

/// The edition's number, head and reason of adjustment; whatever must be there and is not becomes an error that asks
/// for it by name (版本, 发布日期, 公开方式; for an adjustment also 上一版本 and 调整原因). 标题 left blank is `name`,
/// 发布机构 left blank the office's issuer; a missing 文号 or 成文日期 is told, since some documents have none.
records::Edition read_edition(ImportRun& run, const std::string& name);

/// "原计划", "原清单", "0" → 0; "第2次调整", "调整2", "2" → 2; nothing for other words.
std::optional<int> edition_number(std::string_view text);

/// 原计划 for 0, 第n次调整 for n.
std::string edition_term(int number);

/// Takes back the draft batch an edition stands in, so that a sheet imported again replaces it whole. False when there
/// is none, when it is published, or when other drafts already use its tasks: then the new rows overlay it.
bool take_back_draft(ImportRun& run, const std::optional<records::Portal::Current>& edition);

/// What differs between two rows, as the clerk calls it: "抽查比例：公布的是“5%”，表里是“10%”; …".
std::string changed_cells(std::string_view kind, const records::Cells& published, const records::Cells& now);
/// Which parts of the head differ: "标题、文号".
std::string changed_head(const records::DocumentHead& published, const records::DocumentHead& now);

inline constexpr const char* how_to_correct = "确需更正，加 --correct --reason \"理由\"；理由会公开，旧内容保存在主库";

}  // namespace importing
