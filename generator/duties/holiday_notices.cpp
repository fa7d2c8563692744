#include "generator/duties/holiday_notices.h"

#include <algorithm>
#include <map>
#include <utility>

#include "generator/duties/working_days.h"
#include "text/date.h"

namespace duties {

namespace {

constexpr bool off = false, work = true;

using ByDay = std::map<std::pair<std::string, std::string>, records::CalendarDay>;  // day, area

std::vector<records::CalendarDay> days_of(const ByDay& days) {
    std::vector<records::CalendarDay> list;
    for (const auto& [key, day] : days) list.push_back(day);
    return list;
}

ByDay by_day(const std::vector<records::CalendarDay>& days) {
    ByDay table;
    for (const records::CalendarDay& day : days) table.insert_or_assign({day.day, day.area}, day);
    return table;
}

}  // namespace

const std::vector<HolidayNotice>& holiday_notices() {
    static const std::vector<HolidayNotice> notices = {
        {2018,
         "国办发明电〔2017〕12号",
         "http://www.gov.cn/zhengce/zhengceku/2017-11/30/content_5243579.htm",
         {{"元旦", off, "2018-01-01", 1},
          {"春节", work, "2018-02-11", 1},
          {"春节", off, "2018-02-15", 7},
          {"春节", work, "2018-02-24", 1},
          {"清明节", off, "2018-04-05", 3},
          {"清明节", work, "2018-04-08", 1},
          {"劳动节", work, "2018-04-28", 1},
          {"劳动节", off, "2018-04-29", 3},
          {"端午节", off, "2018-06-18", 1},
          {"中秋节", off, "2018-09-24", 1},
          {"国庆节", work, "2018-09-29", 2},
          {"国庆节", off, "2018-10-01", 7}}},
        {2019,
         "国办发明电〔2018〕15号",
         "http://www.gov.cn/zhengce/zhengceku/2018-12/06/content_5346276.htm",
         {{"元旦", work, "2018-12-29", 1},
          {"元旦", off, "2018-12-30", 3},
          {"春节", work, "2019-02-02", 2},
          {"春节", off, "2019-02-04", 7},
          {"清明节", off, "2019-04-05", 1},
          {"劳动节", off, "2019-05-01", 1},
          {"端午节", off, "2019-06-07", 1},
          {"中秋节", off, "2019-09-13", 1},
          {"国庆节", work, "2019-09-29", 1},
          {"国庆节", off, "2019-10-01", 7},
          {"国庆节", work, "2019-10-12", 1}}},
        {2019,
         "国办发明电〔2019〕3号",
         "http://www.gov.cn/zhengce/zhengceku/2019-03/22/content_5375877.htm",
         {{"劳动节", work, "2019-04-28", 1}, {"劳动节", off, "2019-05-01", 4}, {"劳动节", work, "2019-05-05", 1}}},
        {2020,
         "国办发明电〔2019〕16号",
         "http://www.gov.cn/zhengce/zhengceku/2019-11/21/content_5454164.htm",
         {{"元旦", off, "2020-01-01", 1},
          {"春节", work, "2020-01-19", 1},
          {"春节", off, "2020-01-24", 7},
          {"春节", work, "2020-02-01", 1},
          {"清明节", off, "2020-04-04", 3},
          {"劳动节", work, "2020-04-26", 1},
          {"劳动节", off, "2020-05-01", 5},
          {"劳动节", work, "2020-05-09", 1},
          {"端午节", off, "2020-06-25", 3},
          {"端午节", work, "2020-06-28", 1},
          {"国庆节、中秋节", work, "2020-09-27", 1},
          {"国庆节、中秋节", off, "2020-10-01", 8},
          {"国庆节、中秋节", work, "2020-10-10", 1}}},
        {2020,
         "国办发明电〔2020〕1号",
         "http://www.gov.cn/zhengce/zhengceku/2020-01/27/content_5472352.htm",
         {{"春节", off, "2020-01-31", 3}, {"春节", work, "2020-02-03", 1}}},
        {2021,
         "国办发明电〔2020〕27号",
         "http://www.gov.cn/zhengce/zhengceku/2020-11/25/content_5564127.htm",
         {{"元旦", off, "2021-01-01", 3},
          {"春节", work, "2021-02-07", 1},
          {"春节", off, "2021-02-11", 7},
          {"春节", work, "2021-02-20", 1},
          {"清明节", off, "2021-04-03", 3},
          {"劳动节", work, "2021-04-25", 1},
          {"劳动节", off, "2021-05-01", 5},
          {"劳动节", work, "2021-05-08", 1},
          {"端午节", off, "2021-06-12", 3},
          {"中秋节", work, "2021-09-18", 1},
          {"中秋节", off, "2021-09-19", 3},
          {"国庆节", work, "2021-09-26", 1},
          {"国庆节", off, "2021-10-01", 7},
          {"国庆节", work, "2021-10-09", 1}}},
        {2022,
         "国办发明电〔2021〕11号",
         "http://www.gov.cn/zhengce/zhengceku/2021-10/25/content_5644835.htm",
         {{"元旦", off, "2022-01-01", 3},
          {"春节", work, "2022-01-29", 2},
          {"春节", off, "2022-01-31", 7},
          {"清明节", work, "2022-04-02", 1},
          {"清明节", off, "2022-04-03", 3},
          {"劳动节", work, "2022-04-24", 1},
          {"劳动节", off, "2022-04-30", 5},
          {"劳动节", work, "2022-05-07", 1},
          {"端午节", off, "2022-06-03", 3},
          {"中秋节", off, "2022-09-10", 3},
          {"国庆节", off, "2022-10-01", 7},
          {"国庆节", work, "2022-10-08", 2}}},
        {2023,
         "国办发明电〔2022〕16号",
         "http://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm",
         {{"元旦", off, "2022-12-31", 3},
          {"春节", off, "2023-01-21", 7},
          {"春节", work, "2023-01-28", 2},
          {"清明节", off, "2023-04-05", 1},
          {"劳动节", work, "2023-04-23", 1},
          {"劳动节", off, "2023-04-29", 5},
          {"劳动节", work, "2023-05-06", 1},
          {"端午节", off, "2023-06-22", 3},
          {"端午节", work, "2023-06-25", 1},
          {"中秋节、国庆节", off, "2023-09-29", 8},
          {"中秋节、国庆节", work, "2023-10-07", 2}}},
        {2024,
         "国办发明电〔2023〕7号",
         "https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm",
         {{"元旦", off, "2024-01-01", 1},
          {"春节", work, "2024-02-04", 1},
          {"春节", off, "2024-02-10", 8},
          {"春节", work, "2024-02-18", 1},
          {"清明节", off, "2024-04-04", 3},
          {"清明节", work, "2024-04-07", 1},
          {"劳动节", work, "2024-04-28", 1},
          {"劳动节", off, "2024-05-01", 5},
          {"劳动节", work, "2024-05-11", 1},
          {"端午节", off, "2024-06-10", 1},
          {"中秋节", work, "2024-09-14", 1},
          {"中秋节", off, "2024-09-15", 3},
          {"国庆节", work, "2024-09-29", 1},
          {"国庆节", off, "2024-10-01", 7},
          {"国庆节", work, "2024-10-12", 1}}},
        {2025,
         "国办发明电〔2024〕12号",
         "https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm",
         {{"元旦", off, "2025-01-01", 1},
          {"春节", work, "2025-01-26", 1},
          {"春节", off, "2025-01-28", 8},
          {"春节", work, "2025-02-08", 1},
          {"清明节", off, "2025-04-04", 3},
          {"劳动节", work, "2025-04-27", 1},
          {"劳动节", off, "2025-05-01", 5},
          {"端午节", off, "2025-05-31", 3},
          {"国庆节、中秋节", work, "2025-09-28", 1},
          {"国庆节、中秋节", off, "2025-10-01", 8},
          {"国庆节、中秋节", work, "2025-10-11", 1}}},
        {2026,
         "国办发明电〔2025〕7号",
         "https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm",
         {{"元旦", off, "2026-01-01", 3},
          {"元旦", work, "2026-01-04", 1},
          {"春节", work, "2026-02-14", 1},
          {"春节", off, "2026-02-15", 9},
          {"春节", work, "2026-02-28", 1},
          {"清明节", off, "2026-04-04", 3},
          {"劳动节", off, "2026-05-01", 5},
          {"劳动节", work, "2026-05-09", 1},
          {"端午节", off, "2026-06-19", 3},
          {"国庆节", work, "2026-09-20", 1},
          {"中秋节", off, "2026-09-25", 3},
          {"国庆节", off, "2026-10-01", 7},
          {"国庆节", work, "2026-10-10", 1}}},
    };
    return notices;
}

const std::vector<records::CalendarDay>& noticed_days() {
    static const std::vector<records::CalendarDay> days = [] {
        ByDay table;
        for (const HolidayNotice& notice : holiday_notices())
            for (const ArrangedDays& arranged : notice.arranged)
                for (int i = 0; i < arranged.days; ++i) {
                    const std::string day = text::iso(text::plus_days(*text::parse_iso(arranged.first), i));
                    table.insert_or_assign({day, ""}, records::CalendarDay{day, "", arranged.works ? "work" : "off",
                                                                           std::string(arranged.name),
                                                                           std::string(notice.address), notice.year});
                }
        return days_of(table);
    }();
    return days;
}

std::vector<records::CalendarDay> merged_calendar(const std::vector<records::CalendarDay>& sheets) {
    ByDay table = by_day(noticed_days());
    for (const records::CalendarDay& day : sheets) table.insert_or_assign({day.day, day.area}, day);
    return days_of(table);
}

std::vector<CalendarConflict> calendar_conflicts(const std::vector<records::CalendarDay>& sheets) {
    const ByDay noticed = by_day(noticed_days());
    const WorkingDays calendar(noticed_days(), "");
    std::vector<CalendarConflict> conflicts;
    for (const auto& [key, sheet] : by_day(sheets)) {
        const auto date = text::parse_iso(sheet.day);
        if (!sheet.area.empty() || !date || !calendar.loaded(*date)) continue;
        if (calendar.working(*date) == (sheet.kind == "work")) continue;
        const auto notice = noticed.find(key);
        conflicts.push_back({sheet, notice == noticed.end() ? std::nullopt : std::optional(notice->second)});
    }
    return conflicts;
}

}  // namespace duties
