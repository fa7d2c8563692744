#include "generator/pages/search.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "generator/pages/page.h"
#include "generator/pages/scope.h"
#include "search/tables.h"

namespace pages {
namespace {

/// The script that was bundled of site/search.js; where it was not made the page has the lists alone.
std::string bundled_script(const Site& site) {
    std::ifstream stream(site.options.share / "site" / "built" / "search.js", std::ios::binary);
    std::ostringstream text;
    if (stream) text << stream.rdbuf();
    return std::move(text).str();
}

void put_script(const Site& site, Page& page) {
    const std::string script = bundled_script(site);
    if (script.empty()) return page.body().show("NO_SCRIPT");
    const std::string path = digest_named("search", script, "js");
    site.put(path, script);
    page.body().fill("SCRIPT_HREF", page.href(path));
    const std::string tables = search::tables_json(), tables_path = digest_named("tables", tables, "json");
    site.put(tables_path, tables);
    page.body().fill("TABLES_HREF", page.href(tables_path));
}

void fill_lists(Page& page, std::string_view section, const std::vector<ListLink>& lists) {
    for (const ListLink& list : lists) {
        View view = page.body().add(section);
        view.set("LIST_HREF", page.href(list.address));
        view.set("LIST_NAME", list.name);
        view.set("LIST_COUNT", list.count);
    }
}

}  // namespace

void write_search(const Site& site, records::PublicSite& records, const std::vector<ListLink>& districts,
                  const std::vector<ListLink>& initials) {
    Page page(site, "search/", "查企业", "search.tpl");
    page.section("search");
    page.describe("按名称、代码、文号或拼音查检查对象、计划、任务和抽取，或按区县、拼音首字母翻看。");
    page.box(true);
    put_script(site, page);
    std::int64_t objects = 0;
    for (const ListLink& district : districts) objects += district.count;
    fill_scope(page, site, records, objects, true);
    fill_lists(page, "DISTRICT", districts);
    fill_lists(page, "INITIAL", initials);
    if (!initials.empty()) page.body().show("INITIALS");
    if (districts.empty()) page.body().show("NO_DISTRICTS");
    page.put();
}

}  // namespace pages
