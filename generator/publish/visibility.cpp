#include "generator/publish/visibility.h"

#include <algorithm>
#include <array>

#include "records/fields.h"
#include "records/result_codes.h"
#include "text/date.h"
#include "text/fold.h"

namespace publish {

using Kind = Verdict::Kind;

std::string months_later(std::string_view iso, int months) {
    const auto date = text::parse_iso(iso);
    if (!date) return {};
    const std::chrono::year_month month =
        std::chrono::year_month(date->year(), date->month()) + std::chrono::months(months);
    const std::chrono::year_month_day same_day = month / date->day();
    return text::iso(same_day.ok() ? same_day : std::chrono::year_month_day(month / std::chrono::last));
}

Visibility::Visibility(const settings::Settings& settings, std::string_view as_of, bool drafts)
    : settings_(settings), as_of_(as_of), drafts_(drafts) {}

Verdict Visibility::by_disclosure(std::string_view disclosure, std::string_view reason, std::string_view basis,
                                  std::string_view published_on) const {
    if (!disclosure.empty() && disclosure != "主动公开") {
        Verdict verdict{Kind::withheld, std::string(disclosure), ""};
        if (!reason.empty()) verdict.ground += "：" + std::string(reason);
        if (!basis.empty()) verdict.ground += "（" + std::string(basis) + "）";
        return verdict;
    }
    if (!drafts_ && !published_on.empty() && published_on > as_of_) return {Kind::not_yet, "", ""};
    return {};
}

Verdict Visibility::of(const records::DocumentHead& head) const {
    return by_disclosure(head.disclosure, "", "", head.published_on);
}

Verdict Visibility::of(const records::ObjectFacts& object) const {
    return by_disclosure(object.disclosure, "", "", "");
}

Verdict Visibility::of(const records::DrawFacts& draw) const {
    return by_disclosure(draw.disclosure, "", "", draw.published_on);
}

bool Visibility::list_revealed(const records::DrawFacts& draw) const {
    return draw.list_public && (draw.reveal_on.empty() || draw.reveal_on <= as_of_);
}

Verdict Visibility::of(const records::DrawnObject& row) const {
    return by_disclosure(row.disclosure, "", "", "");
}

std::string Visibility::expiry_of(const records::ResultFacts& result) const {
    if (!result.expires_on.empty()) return result.expires_on;
    int months = 0;  // none
    const auto shorter = [&](int other) {
        months = months == 0 || other == 0 ? std::max(months, other) : std::min(months, other);
    };
    for (const std::string& code : result.codes) {
        const auto own = settings_.periods.find(code);
        if (own != settings_.periods.end())
            shorter(own->second);
        else if (records::any_problem(std::array{code}))
            shorter(settings_.expiry_months_problem);
    }
    if (months == 0) return {};
    for (const std::string* day : {&result.published_on, &result.produced_on, &result.finished_on})
        if (!day->empty()) return months_later(*day, months);
    return {};
}

Verdict Visibility::of(const records::ResultFacts& result) const {
    Verdict verdict =
        by_disclosure(result.disclosure, result.withheld_reason, result.withheld_basis, result.published_on);
    if (!verdict.shown()) return verdict;
    const bool released = result.audit_state.empty() || result.audit_state == "已公示";
    if (!released) return {Kind::not_yet, "", ""};
    const std::string expires = expiry_of(result);
    if (!expires.empty() && expires < as_of_) return {Kind::expired, "", expires};
    verdict.expires_on = expires;
    return verdict;
}

Verdict Visibility::of(const records::FollowUpFacts& follow_up) const {
    return by_disclosure(follow_up.disclosure, follow_up.withheld_reason, follow_up.withheld_basis,
                         follow_up.published_on);
}

Verdict Visibility::of(const records::PenaltyFacts& penalty) const {
    if (penalty.warning_only) return {Kind::withheld, "仅给予警告的行政处罚不予公示", ""};
    Verdict verdict =
        by_disclosure(penalty.disclosure, penalty.withheld_reason, penalty.withheld_basis, penalty.published_on);
    if (!verdict.shown()) return verdict;
    const int months = penalty.category.find("通报批评") == std::string::npos ? 36 : 3;
    const std::string& from = penalty.published_on.empty() ? penalty.decided_on : penalty.published_on;
    const std::string expires = penalty.expires_on.empty() ? months_later(from, months) : penalty.expires_on;
    if (!expires.empty() && expires < as_of_) return {Kind::expired, "", expires};
    verdict.expires_on = expires;
    return verdict;
}

records::Cells Visibility::public_cells(std::string_view kind, const records::Cells& cells) const {
    constexpr std::string_view unknown = "column:";
    records::Cells shown;
    for (const auto& [name, value] : cells.values) {
        if (name.starts_with(unknown)) {
            const std::string column = text::fold(std::string_view(name).substr(unknown.size()));
            const auto allowed = std::find_if(settings_.public_columns.begin(), settings_.public_columns.end(),
                                              [&](const std::string& one) { return text::fold(one) == column; });
            if (allowed == settings_.public_columns.end()) continue;
        } else if (const records::Field* field = records::find_field(kind, name); field == nullptr || field->person) {
            continue;
        }
        shown.values.emplace_back(name, value);
    }
    return shown;
}

}  // namespace publish
