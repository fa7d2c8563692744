// gongshi publish: portal.db → public.db → a release. project() is the one place that decides what is public;
// privacy_gate() then reads every cell of what it wrote. Knows nothing of spreadsheets or HTML.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "generator/publish/duty_report.h"
#include "generator/settings/settings.h"
#include "records/portal.h"
#include "records/private_store.h"
#include "records/public_site.h"

namespace publish {

/// Writes what is public on the day `as_of` (ISO) into `writer`: withholding, 公开方式, expiry, unrevealed draws,
/// withdrawals, due dates. With Which::with_drafts it is a preview for the clerk. Of `folder` only the public files of
/// committed draws are read; throws output::Failed when one of them is missing or has changed.
void project(records::Portal& portal, const settings::Settings& settings, const settings::PortalFolder& folder,
             std::string_view as_of, records::Portal::Which which, records::PublicWriter& writer);

struct GateFinding {     // 隐私检查发现
    std::string place;   // table, column and row, or content file and line
    std::string source;  // file, sheet and row it was imported from, when known
    std::string what;  // 公民身份号码 手机号码 电子邮箱 检查人员姓名 执法证号 联络员电话 信用风险类别
    std::string masked;  // the finding, masked
    bool held = false;   // may be something else: a person must decide
    std::string table;   // of public.db; empty for a file
    std::int64_t row = 0;
    std::string advice = {};  // another way out than mending the sheet, where there is one
};

/// Reads every text cell of public.db and every file of the content folders. At most about 1,000 findings are told.
std::vector<GateFinding> privacy_gate(records::PublicWriter& writer, const std::vector<std::filesystem::path>& content,
                                      records::PrivateStore& private_store, const settings::Settings& settings);

/// The folders with what people wrote by hand: the portal's content/ and templates/, and the shipped content/.
std::vector<std::filesystem::path> clerk_texts(const settings::PortalFolder& folder);

struct PublishRequest {
    std::string by, second, as_of;  // as_of ISO
    bool preview = false;           // drafts too; into preview/, nothing stamped, nothing switched
    unsigned threads = 2;
    bool rebuild = false;  // make every page anew, whatever the current release has
    bool sparing = false;  // take over unchanged pages from it even where the site is small
    std::function<void(std::string_view phase)> phase;  // told each phase as it begins: for progress and crash tests
    std::function<void(std::int64_t more_files)> progress;
};
struct PublishOutcome {
    std::vector<GateFinding> findings;  // not empty: refused, nothing changed
    std::string release;                // digest
    bool unchanged = false;             // the release already was the current one
    std::int64_t files = 0, linked = 0;
    std::int64_t publication = 0;
    std::int64_t unreviewed = 0;  // attachments 附件 that stay inside until a person has read them
};

struct Concern {  // 提醒：what a person should look at before publishing; does not refuse
    std::string place, what;
};
struct CheckOutcome {
    std::vector<GateFinding> findings;
    std::vector<Concern> concerns;
    DutyReport duties;        // how rules stand; never refuses
    std::int64_t drafts = 0;  // draft batches that would be published
};
/// What publish runs first: projects with drafts into a temporary file, reads it with the gate, lists concerns
/// (drawn objects overdue without a result, unreadable quantities, results without the dates a rule counts from) and
/// how the rules stand.
CheckOutcome check_portal(const settings::PortalFolder& folder, std::string_view as_of);

/// Throws settings::Unusable when a second person is asked for and missing or the same.
PublishOutcome publish_portal(const settings::PortalFolder& folder, const PublishRequest& request);

}  // namespace publish
