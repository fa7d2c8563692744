// The JSON of public records, one object a value: keys are the names of facts.h in their order, an empty text or
// unknown number is null, ids that lead to nothing are null. A record with a page begins with kind, id and url
// (relative to the site's root). Names beside an id are resolved already. Knows no SQL; how records are put together
// into a body is public_bodies.h.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "records/public_site.h"

namespace records {

nlohmann::ordered_json json_of(const SiteFacts& site);
nlohmann::ordered_json json_of(const Office& office);
nlohmann::ordered_json json_of(const Department& department);  // id, office, name
nlohmann::ordered_json json_of(const RuleFacts& rule);         // no page of its own, so neither id nor url
nlohmann::ordered_json json_of(const PublicItemList& list);
nlohmann::ordered_json json_of(const PublicPlan& plan);
/// With its rows; kind plan_edition or item_list_edition, id "<of>/<number>".
nlohmann::ordered_json json_of_plan_edition(const PublicEdition& edition);
nlohmann::ordered_json json_of_item_list_edition(const PublicEdition& edition);
nlohmann::ordered_json json_of(const PublicTask& task);
/// A task's row in one edition: the edition's url, title and date, then position and cells.
nlohmann::ordered_json json_of(const PublicSite::TaskInEdition& row);
nlohmann::ordered_json json_of(const PublicDraw& draw);
nlohmann::ordered_json json_of(const PublicCommittedDraw& draw);
nlohmann::ordered_json json_of(const PublicDrawStratum& stratum);
nlohmann::ordered_json json_of(const PublicDrawExclusion& exclusion);
nlohmann::ordered_json json_of(const PublicDrawFile& file);       // file: its address
nlohmann::ordered_json json_of(const PublicDrawnObject& row);     // url: the object's page, if it has one
nlohmann::ordered_json json_of(const PublicResult& result);       // object_url: the object's page, if it has one
nlohmann::ordered_json json_of(const PublicFollowUp& follow_up);  // url: its result's
nlohmann::ordered_json json_of(const PublicPenalty& penalty);     // url: the object's page, if it has one
nlohmann::ordered_json json_of(const PublicEnterprise& enterprise);
nlohmann::ordered_json json_of(const PublicAttachment& attachment);  // file: its address
nlohmann::ordered_json json_of(const WithheldCount& count);
// What stands beside a record in the open ledger 公开台账; none has a page of its own.
nlohmann::ordered_json json_of(const PublicCorrection& correction);
nlohmann::ordered_json json_of(const PublicStatement& statement);
nlohmann::ordered_json json_of(const PublicObjection& objection);
nlohmann::ordered_json json_of(const PublicSite::Totals& totals);

/// Compact UTF-8 (RFC 8259) and a line feed; bytes that are not UTF-8 become U+FFFD.
std::string json_text(const nlohmann::ordered_json& json);

}  // namespace records
