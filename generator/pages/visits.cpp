#include "generator/pages/visits.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "generator/pages/chart.h"
#include "generator/pages/kinds.h"
#include "generator/pages/row_pages.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

constexpr std::int64_t often = 2;  // without a cap those visited so often are listed

struct Often {  // an object that is listed
    records::Id object = 0;
    std::int64_t visits = 0;
    const records::PublicDeclaredFigure* cap = nullptr;  // that it reaches; none declared: nullptr
};
/// One office's year.
struct Year {
    std::vector<records::PublicDeclaredFigure> caps;
    std::map<std::int64_t, std::int64_t> objects;  // how many were visited so often
    std::int64_t own = 0;                          // of those, in the office's own area
    std::int64_t visits = 0, joint = 0, saved = 0, without_page = 0;
    std::vector<Often> often;
    std::string newest;  // day of a visit
};
using Years = std::map<records::VisitYear, Year>;

struct Counted {  // one object's visits by one office in one year
    std::int64_t visits = 0;
    std::map<records::Id, std::int64_t> departments;
};

void add_often(Year& year, records::Id object, const Counted& counted) {
    if (year.caps.empty() && counted.visits >= often) year.often.push_back({object, counted.visits, nullptr});
    for (const records::PublicDeclaredFigure& cap : year.caps) {
        const auto own = counted.departments.find(cap.department);
        const std::int64_t visits = cap.department == 0                ? counted.visits
                                    : own == counted.departments.end() ? 0
                                                                       : own->second;
        if (visits > 0 && visits >= cap.value) year.often.push_back({object, visits, &cap});
    }
}

void add(Years& years, const records::VisitedObject& object) {
    std::map<records::VisitYear, Counted> counted;
    for (const records::Visit& visit : object.visits) {
        const records::VisitYear key{visit.office, visit.year};
        Year& year = years[key];
        ++year.visits;
        year.newest = std::max(year.newest, visit.day);
        year.joint += visit.joint() ? 1 : 0;
        year.saved += static_cast<std::int64_t>(visit.departments.size()) - 1;
        ++counted[key].visits;
        for (const auto& department : visit.departments)
            if (department.id != 0) ++counted[key].departments[department.id];
    }
    for (const auto& [key, of_year] : counted) {
        Year& year = years[key];
        if (object.object == 0) {
            ++year.without_page;
            continue;
        }
        ++year.objects[of_year.visits];
        year.own += object.area == key.area ? 1 : 0;
        add_often(year, object.object, of_year);
    }
}

Years count(records::PublicSite& records) {
    Years years;
    for (const records::VisitYear& year : records::visit_years(records))
        years[year].caps = records::annual_caps(records, year.area, year.year);
    records::each_visited_object(records, [&](const records::VisitedObject& object) { add(years, object); });
    for (auto& [key, year] : years)
        std::stable_sort(year.often.begin(), year.often.end(),
                         [](const Often& a, const Often& b) { return a.visits > b.visits; });
    return years;
}

class VisitPages {
  public:
    VisitPages(const Site& site, records::PublicSite& records, const records::VisitYear& key, const Year& year)
        : site_(site), records_(records), key_(key), year_(year), office_(site.office_name(key.area)) {
        for (const records::Department& department : records.departments(key.area))
            departments_[department.id] = department.name;
        for (const auto& coverage : records.coverage())
            if (coverage.area == key.area) registered_ += coverage.objects;
    }

    void write() {
        RowPages<Often> pages([&](int number, const auto& rows, bool more) { write_page(number, rows, more); });
        std::set<records::Id> objects, over;
        for (const Often& one : year_.often) {
            objects.insert(one.object);
            if (one.cap != nullptr && one.visits > one.cap->value) over.insert(one.object);
        }
        often_objects_ = objects.size(), over_objects_ = over.size();
        const std::size_t shown = year_.caps.empty() ? rows_per_page : year_.often.size();
        for (std::size_t i = 0; i < std::min(shown, year_.often.size()); ++i) pages.add(year_.often[i]);
        pages.finish();
    }

  private:
    std::string title() const { return fmt::format("{}{}年同一企业检查次数", office_, key_.year); }
    std::string folder() const { return visits_address(key_.area, key_.year); }

    std::string lead() const {
        std::int64_t objects = 0;
        for (const auto& [times, count] : year_.objects) objects += count;
        return fmt::format(
            "{}年，{}检查了 {} 户检查对象，共 {} 户次。同一户在一次抽取、一项任务里，几个部门一起检查算一次。",
            key_.year, office_, objects + year_.without_page, year_.visits);
    }

    void fill_caps(Page& page) const {
        if (year_.caps.empty()) return page.body().show("NO_CAP");
        for (const records::PublicDeclaredFigure& cap : year_.caps) {
            const auto department = departments_.find(cap.department);
            page.dated(cap.as_of);
            page.body().add("CAP").set(
                "CAP_WORDS", fmt::format("{}：{}。", department == departments_.end() ? office_ : department->second,
                                         cap_words(cap)));
        }
    }

    std::vector<Bar> bars() const {
        std::vector<Bar> bars{{"0 次", std::max<std::int64_t>(registered_ - year_.own, 0),
                               fmt::format("search/{}/", enterprise_list_key(key_.area))}};
        for (const auto& [times, count] : year_.objects) bars.push_back({fmt::format("{} 次", times), count, {}});
        return bars;
    }

    void fill_first(Page& page) const {
        fill_caps(page);
        fill_chart(page, page.body(), "CHART", "检查对象按检查次数", "检查次数", "户数", bars());
        page.body().set("JOINT_WORDS",
                        year_.joint == 0
                            ? std::string("没有几个部门一起检查的户次。")
                            : fmt::format("几个部门一起检查的有 {} 户次；如果各部门分别上门，要多去 {} 次。",
                                          year_.joint, year_.saved));
        if (year_.without_page > 0)
            page.body().fill("WITHOUT_PAGE",
                             fmt::format("另有 {} 户检查对象在本站没有单独的页面，不在图里。", year_.without_page));
        page.body().set("OFTEN_WORDS", year_.caps.empty() ? "检查两次以上的" : "达到和超过上限的");
        if (year_.often.empty())
            page.body().fill("NO_OFTEN",
                             year_.caps.empty() ? "没有检查两次以上的检查对象。" : "没有达到或者超过上限的检查对象。");
        else if (year_.caps.empty() && year_.often.size() > rows_per_page)
            page.body().fill("LEFT_OUT",
                             fmt::format("共 {} 户，这里只列出次数最多的 {} 户。", often_objects_, rows_per_page));
    }

    void fill_rows(Page& page, const std::vector<Often>& rows) {
        if (rows.empty()) return;
        Table table(
            page, page.body(), "TABLE",
            year_.caps.empty()
                ? fmt::format("检查两次以上的（{}户，次数多的在前）", often_objects_)
                : fmt::format("达到和超过上限的（{}户，其中超过的{}户；各部门有自己的上限时分别列出，次数多的在前）",
                              often_objects_, over_objects_),
            {"检查对象", "检查次数", "上限", "情况"});
        table.column_style(1, "number");
        for (const Often& one : rows) {
            const auto enterprise = records_.enterprise_of(one.object);
            if (!enterprise) continue;
            table.row();
            table.link(enterprise_address(enterprise->code, one.object), enterprise->name);
            table.also_code(enterprise->code.starts_with('o') ? "" : enterprise->code);
            table.number(one.visits);
            if (one.cap == nullptr) continue;
            table.text(fmt::format("{} 次", one.cap->value));
            if (const auto own = departments_.find(one.cap->department); own != departments_.end())
                table.also(own->second);
            table.state(cap_state(one.visits, one.cap->value));
        }
    }

    void write_page(int number, const std::vector<Often>& rows, bool more) {
        Page page(site_, numbered_address(folder(), number),
                  number == 1 ? title() : fmt::format("{}第{}页", title(), number),
                  number == 1 ? "visits.tpl" : "list.tpl");
        page.section("rules");
        page.crumb("规则与进度", "rules/");
        page.describe(fmt::format("{}{}年同一企业被检查的次数，和公布的年度上限对照。", office_, key_.year));
        if (number > 1) page.crumb(title(), folder());
        page.dated(year_.newest);
        page.body().set("LEAD", number > 1 ? std::string("达到和超过上限的检查对象（续）。") : lead());
        if (number == 1) fill_first(page);
        fill_rows(page, rows);
        fill_pager(page, number > 1 ? numbered_address(folder(), number - 1) : "",
                   more ? numbered_address(folder(), number + 1) : "", "", "检查次数分页");
        page.put();
    }

    const Site& site_;
    records::PublicSite& records_;
    const records::VisitYear& key_;
    const Year& year_;
    std::string office_;
    std::map<records::Id, std::string> departments_;
    std::int64_t registered_ = 0;  // objects of the area
    std::size_t often_objects_ = 0, over_objects_ = 0;
};

}  // namespace

std::string visits_address(std::string_view area, int year) {
    return fmt::format("rules/{}/{}/visits/", area, year);
}

State cap_state(std::int64_t visits, std::int64_t cap) {
    if (visits > cap) return {"超过上限", "bad"};
    if (visits == cap) return {"已达上限", "warn"};
    return {"未达上限", "good"};
}

std::string cap_words(const records::PublicDeclaredFigure& cap) {
    return fmt::format("年度上限 {} 次，依据 {}", cap.value, cap.source.empty() ? "没有写明" : cap.source);
}

void write_visits(const Site& site, records::PublicSite& records) {
    const Years years = count(records);
    for (const auto& [key, year] : years) VisitPages(site, records, key, year).write();
}

}  // namespace pages
