#include "server/search_page.h"

#include <algorithm>
#include <iostream>

#include "records/errors.h"
#include "server/cursor.h"
#include "server/enterprise_search.h"
#include "server/parameters.h"
#include "server/problem.h"
#include "server/search_rows.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace server {
namespace {

using records::NameMatch;

constexpr std::size_t largest_page = 4 << 20;
constexpr std::size_t rows_per_page = 50;
constexpr std::string_view place_of_query = " value=\"\"", place_of_found = "<!--found-->";

/// What an address gives; forms send fields that nobody filled and pages add their own, so others are passed over.
std::string given(const Request& request, std::string_view name) {
    for (const Parameter& one : request.parameters)
        if (one.name == name) return one.value;
    return {};
}

/// Why an enterprise was found, where its name does not show it.
SearchRow row_of(records::PublicEnterprise enterprise, const EnterpriseQuery& query) {
    SearchRow row{std::move(enterprise), {}, {}};
    const records::PublicEnterprise& one = row.enterprise;
    const auto begins_so = [&](const std::string& code) {
        return std::any_of(query.codes.begin(), query.codes.end(),
                           [&](const std::string& wanted) { return code.starts_with(wanted); });
    };
    if (!query.codes.empty() && !begins_so(one.code))
        for (const std::string& code : one.other_codes)
            if (begins_so(code)) row.code = code;
    if (query.names.empty() || records::match_name(query.names, one.name) != NameMatch::none) return row;
    for (const std::string& former : one.former_names)
        if (records::match_name(query.names, former) != NameMatch::none) row.former = former;
    return row;
}

/// What a cursor of this page is made for: the query alone, whatever else an address had.
Request same_query(const Request& request) {
    return {"GET", request.path, {{"q", given(request, "q")}}, {}};
}

/// Where a page goes on; a cursor that is none begins anew.
std::optional<EnterprisePlace> place_after(const Request& request) {
    const std::string cursor = given(request, "cursor");
    const auto key = cursor.empty() ? std::nullopt : read_cursor(same_query(request), cursor);
    return key ? enterprise_place(*key) : std::nullopt;
}

void look(const Request& request, OpenedRelease& release, SearchAnswer& answer) {
    const EnterpriseQuery query = understand(release, text::truncate(answer.query, longest_query));
    if (query.empty()) {
        answer.whole = true;
        return;
    }
    const auto found = find_enterprises(release, query, "", place_after(request), rows_per_page + 1);
    if (!found) {
        answer.failed = true;
        return;
    }
    answer.whole = found->size() <= rows_per_page && given(request, "cursor").empty();
    for (const EnterprisePlace& place : *found) {
        if (answer.rows.size() == rows_per_page) break;
        if (auto one = release.site.enterprise_of(place.object)) answer.rows.push_back(row_of(*std::move(one), query));
    }
    if (found->size() > rows_per_page)
        answer.next = make_cursor(same_query(request), key_of_place((*found)[rows_per_page - 1]));
}

}  // namespace

bool asks_to_search(const Request& request) {
    return request.path == "/search/";
}

Reply search_page(const Request& request, OpenedRelease& release) {
    std::optional<std::string> page = release.folder.bytes("search/index.html", largest_page);
    if (!page) return problem_of("not-found", "这次发布没有查企业的页面。");
    Reply reply;
    reply.content_type = "text/html; charset=utf-8";
    SearchAnswer answer;
    answer.query = given(request, "q");
    if (!text::blank(answer.query) && page->find(place_of_found) != page->npos) {
        answer.meaning = search::understand(answer.query);
        try {
            look(request, release, answer);
        } catch (const records::TookTooLong&) {
            answer.failed = true;
        } catch (const records::Broken& broken) {
            std::cerr << std::string("gongshi-server: ") + broken.what() + "\n";
            answer.failed = true;
        }
        if (answer.failed) reply.status = 503;
        // The later place first: what is put in could hold a text like the other.
        page->replace(page->find(place_of_found), place_of_found.size(), found_html(answer));
        if (const auto at = page->find(place_of_query); at != page->npos)
            page->replace(at, place_of_query.size(), " value=\"" + escaped(answer.query) + "\"");
    }
    reply.body = *std::move(page);
    if (reply.status == 200) reply.etag = entity_tag(reply.body);
    return unless_held(request, std::move(reply));
}

}  // namespace server
