// One function a kind of page: it reads what it needs from public.db, makes the page's values and puts the page with
// its JSON twin and its downloads. Each is defined in the file of its kind. Callable from any thread with its own
// PublicSite.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/pages/site.h"
#include "records/public_site.h"

namespace pages {

inline constexpr int rows_per_page = records::address::results_per_page;

// The home page, the offices and their departments (home.cpp, offices.cpp).
void write_home(const Site& site, records::PublicSite& records);
void write_offices(const Site& site, records::PublicSite& records);
void write_departments(const Site& site, records::PublicSite& records);  // departments.cpp
void write_office(const Site& site, records::PublicSite& records, const records::Office& office);

// 年度抽查工作计划 and 随机抽查事项清单 with their editions, differences and downloads (plans.cpp, editions.cpp).
void write_plans(const Site& site, records::PublicSite& records);
void write_plan(const Site& site, records::PublicSite& records, const records::PublicPlan& plan);
void write_item_lists(const Site& site, records::PublicSite& records);
void write_item_list(const Site& site, records::PublicSite& records, const records::PublicItemList& list);

// 抽查任务 (tasks.cpp).
void write_tasks(const Site& site, records::PublicSite& records);
void write_task(const Site& site, records::PublicSite& records, const records::PublicTask& task);

// 抽取 with its list (draws.cpp).
void write_draws(const Site& site, records::PublicSite& records);
/// The office's yearly account of its committed draws 抽取台账 (draw_accounts.cpp).
void write_draw_accounts(const Site& site, records::PublicSite& records);
void write_draw(const Site& site, records::PublicSite& records, const records::PublicDraw& draw);

// 抽查检查结果: lists by office and year, and each result (results.cpp, result.cpp).
void write_results(const Site& site, records::PublicSite& records);
void write_result_year(const Site& site, records::PublicSite& records, const records::PublicSite::ResultYear& list);
void write_result_kinds(const Site& site, records::PublicSite& records);  // by outcome and month (result_kinds.cpp)
void write_result(const Site& site, records::PublicSite& records, const records::PublicResult& result);

// 后续处置, 逾期清单, 行政处罚 (follow_ups.cpp, overdue.cpp, penalties.cpp).
void write_follow_ups(const Site& site, records::PublicSite& records);
void write_overdue(const Site& site, records::PublicSite& records);
void write_deadlines(const Site& site, records::PublicSite& records);  // 期限 (deadline_lists.cpp)
void write_penalties(const Site& site, records::PublicSite& records);

// The open ledger: 公开日志 by month and office with its feed, and what is not public (change_log.cpp, withheld.cpp).
void write_changes(const Site& site, records::PublicSite& records);
void write_withheld(const Site& site, records::PublicSite& records);

// 检查对象: each with its history, and lists by district (enterprise.cpp, enterprise_lists.cpp).
void write_enterprise(const Site& site, records::PublicSite& records, const records::PublicEnterprise& enterprise);
void write_enterprise_lists(const Site& site, records::PublicSite& records);

// 规则与进度, 文件说明, 统计, guides, 纠错与咨询, 网站地图, 404 (rules.cpp, rule_texts.cpp, statistics.cpp, data.cpp,
// dictionary.cpp, guides.cpp, notices.cpp).
void write_rules(const Site& site, records::PublicSite& records);
void write_rule_texts(const Site& site, records::PublicSite& records);
void write_statistics(const Site& site, records::PublicSite& records);
void write_guides(const Site& site);
std::vector<std::pair<std::string, std::string>> guide_titles(const Site& site);  // address and title of each
void write_notices(const Site& site, records::PublicSite& records);

// Atom feed, sitemap, robots.txt (feed.cpp, sitemap.cpp).
void write_sitemap(const Site& site, records::PublicSite& records);

// 接口: how programs ask the look-up server, and what each kind of problem means (interface_pages.cpp).
void write_interface(const Site& site, records::PublicSite& records);

// 核验 with its programs (verify.cpp).
void write_verify(const Site& site, records::PublicSite& records);

/// The address of an enterprise's page, empty when the object has none.
std::string enterprise_address(std::string_view code, records::Id object);

/// 逾期清单 of one office: "overdue/999901/".
std::string overdue_address(std::string_view area);
/// The folder of an area's list of objects under search/: its code, or "other" for what is no area code.
std::string enterprise_list_key(std::string_view area);

}  // namespace pages
