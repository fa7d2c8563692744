#include "generator/pages/scope.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/wording.h"

namespace pages {
namespace {

/// The years of all plans, empty when there is none.
std::string years_words(records::PublicSite& records) {
    int from = 0, to = 0;
    for (const records::PublicPlan& plan : records.plans()) {
        from = from == 0 ? plan.plan.year : std::min(from, plan.plan.year);
        to = std::max(to, plan.plan.year);
    }
    if (to == 0) return {};
    return from == to ? fmt::format("{}年", to) : fmt::format("{}—{}年", from, to);
}

}  // namespace

void fill_scope(Page& page, const Site& site, records::PublicSite& records, std::int64_t enterprises, bool ask) {
    page.dated(site.facts.as_of);
    View view = page.body().include("SCOPE", "scope.tpl");
    view.set("AS_OF", date_words(site.facts.as_of));
    view.set("OFFICES", static_cast<std::int64_t>(site.offices.size()));
    view.set("DEPARTMENTS", static_cast<std::int64_t>(records.departments("").size()));
    view.set("ENTERPRISES", enterprises);
    view.fill("YEARS", years_words(records));
    if (ask) view.fill("SCOPE_PHONE", site.facts.phone);
}

void fill_ask(View section, const Site& site) {
    View view = section.include("ASK", "ask.tpl");
    view.fill("ASK_PHONE", site.facts.phone);
    if (site.facts.phone.empty()) view.show("ASK_CONTACT");
}

}  // namespace pages
