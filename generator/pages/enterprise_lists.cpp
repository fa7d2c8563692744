// 查企业: how to look someone up, and lists of all objects by district, in code order, in pages of 100.
#include <fmt/format.h>

#include <map>
#include <memory>
#include <vector>

#include "generator/pages/row_pages.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

struct District {  // 所在区县: an area code, or "other" for objects that say none
    std::string key, name;
    std::int64_t count = 0;
    std::unique_ptr<RowPages<records::PublicEnterprise>> list;
    // The first page is written last: it leads to the others by the codes they begin with.
    std::vector<records::PublicEnterprise> first_page;
    std::vector<std::string> begins;  // of each page
};

constexpr std::size_t jumps_shown = 40;

std::string folder_of(const std::string& key) {
    return fmt::format("search/{}/", key);
}

/// Links to pages spread evenly over a long list, so that any code is a few steps away.
void fill_jumps(Page& page, const District& district) {
    const std::size_t step = (district.begins.size() + jumps_shown - 1) / jumps_shown;
    for (std::size_t i = step; i < district.begins.size(); i += step) {
        View link = page.body().add("MORE");
        link.set("MORE_HREF", page.href(numbered_address(folder_of(district.key), static_cast<int>(i) + 1)));
        link.set("MORE_WORDS", fmt::format("{} 起", district.begins[i]));
    }
}

void write_list_page(const Site& site, const District& district, int number,
                     const std::vector<records::PublicEnterprise>& rows, bool more) {
    const std::string folder = folder_of(district.key);
    const std::string title = fmt::format("{}的检查对象", district.name);
    Page page(site, numbered_address(folder, number), number == 1 ? title : fmt::format("{}第{}页", title, number),
              "list.tpl");
    page.section("search");
    page.crumb("查企业", "search/");
    if (number > 1) page.crumb(title, folder);
    page.body().set("LEAD", fmt::format("按代码排列，从 {} 到 {}。", rows.front().code, rows.back().code));
    Table table(page, page.body(), "TABLE", title, {"代码", "名称", "被抽中", "检查", "未完结"});
    for (std::size_t i = 2; i < 5; ++i) table.column_style(i, "number");
    for (const records::PublicEnterprise& enterprise : rows) {
        table.row();
        table.code(enterprise.code);
        table.link(records::address::enterprise(enterprise.code), enterprise.name);
        table.number(enterprise.drawn);
        table.number(enterprise.inspected);
        table.number(enterprise.open_follow_ups);
    }
    fill_pager(page, number > 1 ? numbered_address(folder, number - 1) : "",
               more ? numbered_address(folder, number + 1) : "", "", "名单分页");
    if (number == 1) fill_jumps(page, district);
    page.put();
}

}  // namespace

std::string enterprise_list_key(std::string_view area) {
    const bool code = area.size() == 6 && area.find_first_not_of("0123456789") == std::string_view::npos;
    return std::string(code ? area : "other");
}

void write_enterprise_lists(const Site& site, records::PublicSite& records) {
    std::map<std::string, District> districts;
    records.each_enterprise([&](const records::PublicEnterprise& enterprise) {
        const std::string key = enterprise_list_key(enterprise.area);
        District& district = districts[key];
        if (!district.list) {
            district.key = key;
            district.name = key == "other" ? "未注明区县" : site.office_name(key);
            if (district.name == key && !enterprise.area_name.empty()) district.name = enterprise.area_name;
            district.list = std::make_unique<RowPages<records::PublicEnterprise>>(
                [&site, &district](int number, const auto& rows, bool more) {
                    district.begins.push_back(rows.front().code);
                    if (number == 1)
                        district.first_page = rows;
                    else
                        write_list_page(site, district, number, rows, more);
                });
        }
        ++district.count;
        district.list->add(enterprise);
    });
    Page page(site, "search/", "查企业", "search.tpl");
    page.section("search");
    page.describe("按区县和代码查检查对象。");
    for (auto& [key, district] : districts) {
        district.list->finish();
        write_list_page(site, district, 1, district.first_page, district.begins.size() > 1);
        View view = page.body().add("DISTRICT");
        view.set("DISTRICT_HREF", page.href(folder_of(key)));
        view.set("DISTRICT_NAME", district.name);
        view.set("DISTRICT_COUNT", district.count);
    }
    if (districts.empty()) page.body().show("NO_DISTRICTS");
    page.put();
}

std::string numbered_address(std::string_view folder, int number) {
    return number == 1 ? std::string(folder) : fmt::format("{}page-{}.html", folder, number);
}

}  // namespace pages
