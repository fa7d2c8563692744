// 数据: site date, whole sets to download, feeds, coverage, what is withheld and on what ground, licence, how to cite.
#include <fmt/format.h>

#include <set>

#include "generator/output/site_archive.h"
#include "generator/pages/data_pages.h"
#include "generator/pages/field_page.h"
#include "generator/pages/parts.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

/// 3 kB, 12 MB: rounded up, for people.
std::string size_words(std::uint64_t bytes) {
    constexpr std::uint64_t kilo = 1024, mega = kilo * kilo;
    if (bytes < mega) return fmt::format("{} kB", (bytes + kilo - 1) / kilo);
    return fmt::format("{} MB", (bytes + mega - 1) / mega);
}

void fill_tables(Page& page, const TableFiles& files) {
    Table list(page, page.body(), "TABLES", fmt::format("公开的表（{}张）", records::public_tables().size()),
               {"表", "一行是什么", "行数", "CSV", "XLSX"});
    list.column_style(2, "number");
    bool large = false;
    for (const records::PublicTable& table : records::public_tables()) {
        const TableFile& file = files.of(table.name);
        list.row(fmt::format("table-{}", table.name));
        list.link(field_address(table.name, ""), table.term);
        list.text(table.explanation);
        list.number(file.rows);
        list.link(table_address(table.name, "csv"), size_words(file.csv_bytes));
        if (file.workbook)
            list.link(table_address(table.name, "xlsx"), "XLSX");
        else
            list.text("");
        large = large || !file.workbook;
    }
    if (large) page.body().fill("LARGE", fmt::format("{}", workbook_rows_at_most));
}

void fill_parts(Page& page, const Site& site, records::PublicSite& records) {
    for (const records::PublicSite::ResultYear& list : records.result_years()) {
        const std::string address = records::address::results(list.area, list.year) + "results";
        View view = page.body().add("SET");
        view.set("SET_WORDS", fmt::format("{}{}年检查结果", site.office_name(list.area), list.year));
        view.set("SET_ROWS", list.count);
        view.set("SET_CSV", page.href(address + ".csv"));
        view.set("SET_XLSX", page.href(address + ".xlsx"));
    }
}

void fill_coverage(Page& page, const Site& site, records::PublicSite& records) {
    Table table(page, page.body(), "COVERAGE", "各区县", {"区县", "部门", "计划", "任务", "抽取", "结果"});
    for (std::size_t i = 1; i < 6; ++i) table.column_style(i, "number");
    for (const records::Office& office : site.offices) {
        const records::PublicSite::Totals totals = records.totals(office.area, 0);
        table.row();
        table.link(records::address::office(office.area), office.name);
        table.number(static_cast<std::int64_t>(records.departments(office.area).size()));
        table.number(totals.plans);
        table.number(totals.tasks);
        table.number(totals.draws);
        table.number(totals.results);
    }
}

/// Which years each kind covers.
void fill_years(Page& page, const Site& site, records::PublicSite& records) {
    std::set<int> years;
    for (const records::PublicPlan& plan : records.plans()) years.insert(plan.plan.year);
    for (const records::PublicSite::ResultYear& list : records.result_years()) years.insert(list.year);
    if (years.empty()) return;
    Table table(page, page.body(), "YEARS", "各年度（计划年度）", {"年度", "区县", "计划", "任务", "抽取", "结果"});
    for (std::size_t i = 0; i < 6; ++i) table.column_style(i, "number");
    for (const int year : years) {
        const records::PublicSite::Totals totals = records.totals("", year);
        std::int64_t offices = 0;
        for (const records::Office& office : site.offices) {
            const auto own = records.totals(office.area, year);
            offices += own.plans + own.draws + own.results > 0 ? 1 : 0;
        }
        table.row();
        table.number(year);
        table.number(offices);
        table.number(totals.plans);
        table.number(totals.tasks);
        table.number(totals.draws);
        table.number(totals.results);
    }
}

std::string_view kind_words(std::string_view kind) {
    const records::PublicColumn* column = records::find_public_table("withheld")->column("kind");
    for (const records::PublicCode& code : records::codes_of(*column))
        if (code.code == kind) return code.words;
    return kind;
}

void fill_withheld(Page& page, const Site& site, records::PublicSite& records) {
    const auto withheld = records.withheld();
    if (withheld.empty()) return page.body().show("NOTHING_WITHHELD");
    Table table(page, page.body(), "WITHHELD", "不予公开或依申请公开的数量", {"区县", "种类", "理由", "数量"});
    table.column_style(3, "number");
    for (const records::WithheldCount& count : withheld) {
        table.row();
        table.text(count.office.empty() ? "全站" : site.office_name(count.office));
        table.text(kind_words(count.kind));
        table.text(count.ground);
        table.number(count.count);
    }
}

void fill_archive(Page& page, const Site& site) {
    if (site.options.archive == SiteArchive::offered)
        page.body().fill("ARCHIVE", page.href(output::site_archive_name));  // publish puts the file
    if (site.options.archive == SiteArchive::too_large)
        page.body().fill("NO_ARCHIVE", fmt::format("{} 万", most_archived_records / 10'000));
}

/// JSON within a script element: nothing in it can end the element, begin a comment, look like an attribute or hide.
std::string within_script(std::string_view json) {
    std::string text;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const bool quote = json[i] == '\\' && i + 1 < json.size() && json[i + 1] == '"';
        const char c = quote ? '"' : json[i];
        if (quote || c == '<' || c == '>' || c == '&')
            text += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else if (c == '\\' && i + 1 < json.size())
            text.append(json.substr(i, 2));
        else
            text += c;
        if (quote || c == '\\') ++i;
    }
    return visible(text);
}

}  // namespace

void write_data(const Site& site, records::PublicSite& records, const TableFiles& files) {
    Page page(site, "data/", "数据", "data.tpl");
    page.describe("全站公开数据的整份下载、字段说明、覆盖范围、许可和引用方法。");
    page.dated(site.facts.as_of);
    page.twin(records.body("site", ""));
    FactList facts(page, page.body(), "FACTS");
    facts.date("数据截至", site.facts.as_of);
    facts.text("发布次数", site.facts.publication > 0 ? fmt::format("第 {} 次", site.facts.publication) : "");
    facts.text("主办单位", site.facts.publisher);
    facts.text("数据许可", site.facts.license.empty() ? "本站没有写明许可，引用请注明来源" : site.facts.license);
    facts.text("生成程序", fmt::format("gongshi {}", site.facts.program_version));
    page.body().set("DATABASE_HREF", page.href("data/public.db"));  // publish puts the file
    fill_archive(page, site);
    page.body().set("DATABASE_SIZE", size_words(site.database_bytes));
    fill_tables(page, files);
    fill_parts(page, site, records);
    fill_coverage(page, site, records);
    fill_years(page, site, records);
    fill_withheld(page, site, records);
    fill_citation(page, site.facts.publisher, site.facts.name + "：全部公开数据", site.facts.as_of, "data/",
                  CitedAs::data);
    View dataset = page.body().add("DATASET");
    dataset.html("DATASET", within_script(dataset_json(site, records, files, "data/")));
    page.put();
}

}  // namespace pages
