// The thirty plan tables that offices really published, imported as they stand. None of them names its office or its
// edition, so the test gives the context; merged cells are lost in them, so it gives --fill-down where they were.
#include <catch2/catch.hpp>

#include <fstream>
#include <iostream>
#include <sstream>

#include "tests/import_case.h"
#include "tests/shared_data.h"

using namespace tests;

namespace {

std::vector<std::string> split(const std::string& line, char separator) {
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, separator);) cells.push_back(cell);
    if (line.ends_with(separator)) cells.emplace_back();
    return cells;
}

/// A row of the collection as a clerk's TSV has it: "\n" was written for a line break within a cell.
std::string clerks_row(const std::string& line) {
    std::string row;
    for (const std::string& cell : split(line, '\t')) {
        std::string text;
        for (std::size_t at = 0; at < cell.size(); ++at) {
            const bool line_break = cell.compare(at, 2, "\\n") == 0;
            text += line_break ? std::string("\n") : cell[at] == '"' ? std::string("\"\"") : std::string(1, cell[at]);
            at += line_break ? 1 : 0;
        }
        row += (row.empty() ? "\"" : "\t\"") + text + "\"";
    }
    return row + "\n";
}

struct Page {
    std::string id, kind;
    long rows = 0;
};

std::vector<Page> pages(const std::filesystem::path& folder) {
    std::vector<Page> all;
    std::ifstream index(folder / "plan_pages.tsv");
    std::string line;
    std::getline(index, line);
    while (std::getline(index, line)) {
        const std::vector<std::string> cells = split(line, '\t');
        all.push_back({cells[0], cells[3].starts_with("plan") ? "plans" : "items", std::stol(cells[7])});
    }
    return all;
}

std::filesystem::path clerks_file(const ImportCase& portal, const std::filesystem::path& folder, const Page& page) {
    std::ifstream table(folder / "pages" / (page.id + ".tsv"));
    std::string text, line;
    while (std::getline(table, line)) text += clerks_row(line);
    return portal.write(page.id + ".tsv", text);
}

}  // namespace

TEST_CASE("at least 110 of the 128 rows of the real tables are taken, each refusal named", "[import][real]") {
    const auto data = shared_data();
    if (!data) return;
    const auto folder = *data / "double_random";
    ImportCase portal;
    long rows = 0, taken = 0, recognised = 0;
    for (const Page& page : pages(folder)) {
        rows += page.rows;
        importing::ImportRequest request = portal.request(clerks_file(portal, folder, page), plan_context());
        request.context["plan_name"] = request.context["list_name"] = page.id;
        if (page.id == "p04") request.fill_down = {"序号", "抽查领域", "抽查事项", "发起部门", "配合部门"};
        if (page.id == "p05") request.fill_down = {"序号", "抽查领域", "抽查事项", "发起部门", "配合部门"};
        importing::ImportReport report = portal.run(request);
        const bool known = report.kind == page.kind;
        recognised += known ? 1 : 0;
        if (!known) {
            std::cout << page.id << "：不写 --as 时认作“" << report.kind << "”：" << errors(report) << "\n";
            if (report.batch) portal.portal.undo_batch(*report.batch);
            request.kind = page.kind;
            report = portal.run(request);
        }
        CHECK((report.failed() || report.rows == page.rows));
        for (const std::string& column : request.fill_down)
            CHECK(holds(portal.select("SELECT context FROM batch ORDER BY id DESC LIMIT 1"), column));
        CHECK(report.unknown_columns.empty());
        for (const std::string& column : report.unknown_columns)
            std::cout << page.id << "：不认识的列 " << column << "\n";
        if (report.failed())
            std::cout << page.id << "：" << page.rows << " 行未导入：" << errors(report);
        else
            taken += report.added;
    }
    std::cout << "real tables: " << taken << " of " << rows << " rows taken, " << recognised
              << " of 30 kinds recognised from their headers\n";
    CHECK(rows == 128);
    CHECK(taken >= 110);
    CHECK(portal.select("SELECT count(*) FROM task_in_edition").substr(0, 1) != "0");
}
