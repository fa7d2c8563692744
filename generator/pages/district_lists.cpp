#include "generator/pages/district_lists.h"

#include <fmt/format.h>

#include "generator/pages/table.h"

namespace pages {
namespace {

constexpr std::size_t jumps_shown = 40;

std::string folder_of(const std::string& key) {
    return fmt::format("search/{}/", key);
}

}  // namespace

void fill_jumps(Page& page, std::string_view folder, const std::vector<std::string>& begins) {
    const std::size_t step = (begins.size() + jumps_shown - 1) / jumps_shown;
    for (std::size_t i = step; i < begins.size(); i += step) {
        View link = page.body().add("MORE");
        link.set("MORE_HREF", page.href(numbered_address(folder, static_cast<int>(i) + 1)));
        link.set("MORE_WORDS", fmt::format("{} 起", begins[i]));
    }
}

void fill_enterprises_table(Page& page, const std::string& caption,
                            const std::vector<records::PublicEnterprise>& rows) {
    Table table(page, page.body(), "TABLE", caption, {"代码", "名称", "被抽中", "检查", "未完结"});
    for (std::size_t i = 2; i < 5; ++i) table.column_style(i, "number");
    for (const records::PublicEnterprise& enterprise : rows) {
        table.row();
        table.code(enterprise.code);
        table.link(records::address::enterprise(enterprise.code), enterprise.name);
        table.number(enterprise.drawn);
        table.number(enterprise.inspected);
        table.number(enterprise.open_follow_ups);
    }
}

void DistrictLists::write_page(const District& district, int number, const std::vector<records::PublicEnterprise>& rows,
                               bool more) const {
    const std::string folder = folder_of(district.key);
    const std::string title = fmt::format("{}的检查对象", district.name);
    Page page(site_, numbered_address(folder, number), number == 1 ? title : fmt::format("{}第{}页", title, number),
              "list.tpl");
    page.section("search");
    page.crumb("查企业", "search/");
    if (number > 1) page.crumb(title, folder);
    page.body().set("LEAD", fmt::format("按代码排列，从 {} 到 {}。", rows.front().code, rows.back().code));
    fill_enterprises_table(page, title, rows);
    fill_pager(page, number > 1 ? numbered_address(folder, number - 1) : "",
               more ? numbered_address(folder, number + 1) : "", "", "名单分页");
    if (number == 1) fill_jumps(page, folder, district.begins);
    page.put();
}

void DistrictLists::begin(District& district, const std::string& key, const records::PublicEnterprise& enterprise) {
    district.key = key;
    district.name = key == "other" ? "未注明区县" : site_.office_name(key);
    if (district.name == key && !enterprise.area_name.empty()) district.name = enterprise.area_name;
    district.list = std::make_unique<RowPages<records::PublicEnterprise>>(
        [this, &district](int number, const auto& rows, bool more) {
            district.begins.push_back(rows.front().code);
            if (number == 1)
                district.first_page = rows;
            else
                write_page(district, number, rows, more);
        });
}

void DistrictLists::add(const records::PublicEnterprise& enterprise) {
    const std::string key = enterprise_list_key(enterprise.area);
    District& district = districts_[key];
    if (!district.list) begin(district, key, enterprise);
    ++district.count;
    district.list->add(enterprise);
}

std::vector<ListLink> DistrictLists::finish() {
    std::vector<ListLink> links;
    for (auto& [key, district] : districts_) {
        district.list->finish();
        write_page(district, 1, district.first_page, district.begins.size() > 1);
        links.push_back({folder_of(key), district.name, district.count});
    }
    return links;
}

std::string enterprise_list_key(std::string_view area) {
    const bool code = area.size() == 6 && area.find_first_not_of("0123456789") == std::string_view::npos;
    return std::string(code ? area : "other");
}

}  // namespace pages
