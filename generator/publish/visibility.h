// What is public 何者公开: the one place that judges withholding, 公开方式, expiry, unrevealed draws and the as-of
// date. Pure over values; project.cpp asks it about every row and writes only what it answers `shown`, or a tombstone.
#pragma once

#include <string>
#include <string_view>

#include "generator/settings/settings.h"
#include "records/facts.h"

namespace publish {

struct Verdict {
    enum class Kind {
        shown,
        withheld,  // 依申请公开、不予公开、未公示: counted with its ground, no more
        not_yet,   // its day of publication is after the as-of date, or it is still being audited
        expired,   // 公示期满: a tombstone with number and date
    };
    Kind kind = Kind::shown;
    std::string ground;      // withheld: why, as counted publicly
    std::string expired_on;  // expired
    std::string expires_on = {};  // shown: the last day of its 公示期, empty: it has none
    bool shown() const { return kind == Kind::shown; }
    /// Shown, or a tombstone: it keeps its address.
    bool has_page() const { return kind == Kind::shown || kind == Kind::expired; }
};

class Visibility {
  public:
    /// `as_of` is ISO. `drafts`: a preview shows what is not yet public, but never what is withheld.
    Visibility(const settings::Settings& settings, std::string_view as_of, bool drafts);

    Verdict of(const records::DocumentHead& head) const;
    Verdict of(const records::ObjectFacts& object) const;
    Verdict of(const records::DrawFacts& draw) const;
    /// Whether a draw's list may be seen: 名单公示 and its 公开日期 reached.
    bool list_revealed(const records::DrawFacts& draw) const;
    Verdict of(const records::DrawnObject& row) const;
    /// 审核未通过或未公示的结果 are not public. A result expires on its own 公示期满日期; without one, after the months
    /// site.toml gives its code, and a problem without months of its own after those of all problems; of several codes
    /// the shortest period counts. Months are counted from 公示日期, or where that is not known from the day the result
    /// arose or the inspection ended. The last day of a 公示期 is still public (民法典第二百零一条至第二百零三条).
    Verdict of(const records::ResultFacts& result) const;
    Verdict of(const records::FollowUpFacts& follow_up) const;
    /// 仅警告 is never published; 公示期 is the one given, else 3 months for 通报批评 and 3 years for others, from the
    /// day of publication, or of the decision where that is not known (市场监督管理行政处罚信息公示规定 第十三条).
    Verdict of(const records::PenaltyFacts& penalty) const;

    /// A row's cells without personal fields and without unknown columns that site.toml does not allow.
    records::Cells public_cells(std::string_view kind, const records::Cells& cells) const;

  private:
    std::string expiry_of(const records::ResultFacts& result) const;
    Verdict by_disclosure(std::string_view disclosure, std::string_view reason, std::string_view basis,
                          std::string_view published_on) const;
    const settings::Settings& settings_;
    std::string as_of_;
    bool drafts_;
};

/// The ISO date `months` later, on the month's last day where the day does not exist; empty for an empty date.
std::string months_later(std::string_view iso, int months);

}  // namespace publish
