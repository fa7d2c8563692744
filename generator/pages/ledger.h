// What stands beside a record in the open ledger 公开台账: corrections with both values, what the enterprise says about
// it, objections to it; what a tombstone says; and the pointer to 信用修复. Knows nothing of the record itself.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/pages/page.h"
#include "generator/pages/wording.h"
#include "records/public_site.h"

namespace pages {

struct Ledger {
    std::vector<records::PublicCorrection> corrections;
    std::vector<records::PublicStatement> statements;
    std::vector<records::PublicObjection> objections;

    /// Adds corrections and objections of the record with this permanent id.
    void add(records::PublicSite& records, std::string_view kind, records::Id record);
    bool of_parts() const;  // whether a correction is of a row of the record
};

/// At {{>STANDING}}: that the record was withdrawn, has expired, was corrected or is objected to; true when nothing but
/// a tombstone may be shown.
bool fill_standing(Page& page, const records::Standing& standing, const Ledger& ledger = {});

/// Names of the rows of a record that corrections can be of (PublicCorrection::part).
using PartNames = std::map<records::Id, std::string>;
/// At {{>LEDGER}}: the old values beside the new ones, statements and objections in full.
void fill_ledger(Page& page, const Ledger& ledger, const PartNames& parts = {});
/// The same on the page of an enterprise, whose statements and objections are about several records.
void fill_ledger_of_enterprise(Page& page, const Ledger& ledger);

/// At {{>REPAIR}}: until when this is published, that it then ends by itself, and what 信用修复 is. Nothing without a
/// day.
void fill_repair(Page& page, std::string_view expires_on);

/// 该记录正在异议处理中, 异议已答复：成立 …
State objection_state(const records::PublicObjection& objection);
/// The short word for lists, 异议处理中 or 异议已答复：…, when there is an objection to the record.
std::optional<State> objection_mark(const Site& site, std::string_view kind, records::Id record);
/// Fills Site::objections from public.db.
void read_objections(Site& site, records::PublicSite& records);

/// The Chinese word of a kind of record: 检查结果, 计划版本 …
std::string_view record_kind_words(std::string_view kind);

}  // namespace pages
