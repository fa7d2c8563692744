#include "generator/pages/site_pages.h"

#include "generator/pages/batches.h"
#include "generator/pages/boards.h"
#include "generator/pages/committed_draw.h"
#include "generator/pages/data_pages.h"
#include "generator/pages/draw_wording.h"
#include "generator/pages/due_calendar.h"
#include "generator/pages/feed.h"
#include "generator/pages/forms.h"
#include "generator/pages/kinds.h"
#include "generator/pages/ledger.h"
#include "generator/pages/search_records.h"
#include "generator/pages/visits.h"
#include "records/name_index.h"

namespace pages {
namespace {

constexpr std::size_t enterprises_a_batch = 32;
constexpr std::size_t results_a_batch = 32;

/// The look-up server's index of names, which takes longest of all.
void write_names(const Site& site, records::PublicSite& records) {
    const std::filesystem::path file = site.temporary() / "names.db";
    records::write_name_index(records, file);
    site.put_file(records::address::name_index(), file);
    std::filesystem::remove(file);
}

/// First, because a large table takes longest.
void add_tables(const Site& site, Crew& crew, TableFiles& files) {
    for (const records::PublicTable& table : records::public_tables())
        crew.add([&](records::PublicSite& records) { write_table_files(site, records, table, files); });
}

void add_lists(const Site& site, Crew& crew) {
    for (const auto write : {write_home,         write_offices,       write_departments,
                             write_plans,        write_item_lists,    write_tasks,
                             write_draws,        write_draw_accounts, write_results,
                             write_result_kinds, write_follow_ups,    write_overdue,
                             write_deadlines,    write_penalties,     write_rules,
                             write_statistics,   write_dictionary,    write_notices,
                             write_feeds,        write_due_calendars, write_enterprise_lists,
                             write_verify,       write_interface,     write_forms,
                             write_visits,       write_changes,       write_withheld,
                             write_rule_texts})
        crew.add([&site, write](records::PublicSite& records) { write(site, records); });
    crew.add([&site](records::PublicSite&) { write_guides(site); });
    for (const records::Office& office : site.offices)
        crew.add([&site, &office](records::PublicSite& records) { write_office(site, records, office); });
}

/// Boards are always made anew: a finding may change with any row.
void add_boards(const Site& site, records::PublicSite& records, Crew& crew) {
    for (const records::Office& office : site.offices)
        for (const int year : records.finding_years(office.area))
            crew.add([&site, &office, year](records::PublicSite& own) { write_boards(site, own, office, year); });
}

void add_documents(const Site& site, records::PublicSite& records, Crew& crew) {
    for (const records::PublicPlan& plan : records.plans())
        crew.add([&site, plan](records::PublicSite& own) { write_plan(site, own, plan); });
    for (const records::PublicItemList& list : records.item_lists())
        crew.add([&site, list](records::PublicSite& own) { write_item_list(site, own, list); });
    for (const records::PublicDraw& draw : records.draws())
        crew.add([&site, draw](records::PublicSite& own) { write_draw(site, own, draw); });
    for (const records::PublicSite::ResultYear& list : records.result_years())
        crew.add([&site, list](records::PublicSite& own) { write_result_year(site, own, list); });
}

void add_chosen(const Site& site, records::PublicSite& records, Crew& crew, const ChosenPages& chosen) {
    Batches<records::PublicResult> results(site, crew, results_a_batch, write_result);
    for (const records::Id id : chosen.results)
        if (const auto result = records.result(id)) results.add(*result);
    results.flush();
    Batches<records::PublicEnterprise> enterprises(site, crew, enterprises_a_batch, write_enterprise);
    for (const std::string& code : chosen.enterprises)
        if (const auto enterprise = records.enterprise(code); enterprise && enterprise->code == code)
            enterprises.add(*enterprise);
    enterprises.flush();
}

void add_records(const Site& site, records::PublicSite& records, Crew& crew) {
    Batches<records::PublicTask> tasks(site, crew, 4, write_task);
    records.each_task([&](const records::PublicTask& task) { tasks.add(task); });
    tasks.flush();
    if (site.options.only) return add_chosen(site, records, crew, *site.options.only);
    Batches<records::PublicResult> results(site, crew, results_a_batch, write_result);
    records.each_result([&](const records::PublicResult& result) { results.add(result); });
    results.flush();
    Batches<records::PublicEnterprise> enterprises(site, crew, enterprises_a_batch, write_enterprise);
    records.each_enterprise([&](const records::PublicEnterprise& enterprise) { enterprises.add(enterprise); });
    enterprises.flush();
}

/// About how many files there will be, for the progress line.
std::int64_t expected_files(records::PublicSite& records) {
    const records::PublicSite::Totals totals = records.totals("", 0);
    return 2 * (totals.enterprises + totals.results + totals.tasks) + 4 * (totals.plans + totals.draws) +
           totals.results / rows_per_page + totals.enterprises / rows_per_page + 60;
}

}  // namespace

SiteArchive archive_of(const std::filesystem::path& public_db) {
    records::PublicSite records(public_db);
    const records::PublicSite::Totals totals = records.totals("", 0);
    const std::int64_t all = totals.enterprises + totals.results + totals.tasks;
    return all <= most_archived_records ? SiteArchive::offered : SiteArchive::too_large;
}

void render_site(const std::filesystem::path& public_db, const RenderOptions& options, const PageSink& sink) {
    records::PublicSite records(public_db);
    Site site(records.site(), records.offices(), options, sink);
    site.count_with(records.calendar());
    for (const records::PublicCommittedDraw& draw : records.committed_draws())
        if (pool_is_public(draw) && draw.state == "revealed") site.opened_pools.push_back(draw.draw);
    read_objections(site, records);
    site.database_bytes = std::filesystem::file_size(public_db);
    site.expect(expected_files(records));
    site.put_assets();
    TableFiles tables;  // outlives the crew, whose threads write into it also while an exception passes
    put_pool_script(site);
    Crew crew(public_db, options.threads);
    crew.add([&site](records::PublicSite& own) { write_names(site, own); });
    add_tables(site, crew, tables);
    add_lists(site, crew);
    add_boards(site, records, crew);
    add_documents(site, records, crew);
    add_records(site, records, crew);
    crew.finish();
    write_search_index(site, records);
    write_data(site, records, tables);  // these tell what the others have put
    write_data_package(site, tables);
    write_catalogue(site, records, tables);
    write_sitemap(site, records);
}

}  // namespace pages
