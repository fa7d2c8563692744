// 还没有完成的期限事项: everything public that is still to be done by a day some rule or announcement gives, for the
// pages of deadlines and the calendars. Reads public.db only; whether a plan or a list was due is judged here from the
// published rules, because public.db keeps no row for what was never published. Reports are rows of findings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "generator/pages/site.h"
#include "records/public_site.h"

namespace pages {

struct OpenDuty {
    std::string_view kind;  // 检查结果公示 后续处置 认领确认 名单公开 抽查任务 计划公布 清单公布 报送
    std::string office;      // area
    std::string address;     // of the page that shows it
    std::string name;        // of the task, of the object followed up, of the plan, of the report
    std::string detail;      // which draw of the task; the task of a follow-up; whose report
    std::string identity;    // the same event of a calendar keeps it: "draw-6-2024-04-01"
    std::string known_on;    // YYYY-MM-DD: since when it has been known
    records::Due due;        // open or overdue, its day a real date
    std::int64_t count = 1;  // objects whose results are due that day
};

/// Overdue ones first, then by due date, office and address. Drawn objects that await their results until one day are
/// one duty of their draw; their task is not named beside it for the same day. A report about a task that is not for
/// disclosure is left out.
std::vector<OpenDuty> open_duties(const Site& site, records::PublicSite& records);

}  // namespace pages
