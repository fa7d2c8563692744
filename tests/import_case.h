// A portal folder with two offices, and what tests of the importer do with it: write a clerk's files, import them,
// publish, undo, and look at every row of both databases.
#pragma once

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "generator/import/import.h"
#include "generator/import/xlsx_output.h"
#include "records/sql_connection.h"
#include "tests/portal_folder.h"
#include "text/codes.h"

namespace tests {

using Context = std::map<std::string, std::string>;
using Rows = std::vector<std::vector<std::string>>;
struct TestSheet {
    std::string name;
    Rows rows;
};

/// Codes of the area 999901, which is nobody's.
inline std::string fictional_code(int serial, const std::string& kind = "91") {
    char middle[16];
    std::snprintf(middle, sizeof middle, "D%07d", serial);
    std::string code = kind + "999901" + middle;
    code += *text::organisation_check_character(middle);
    return code + *text::unified_check_character(code);
}
inline std::string fictional_registration(int serial) {
    char digits[16];
    std::snprintf(digits, sizeof digits, "999901%08d", serial);
    return digits + std::string(1, *text::registration_check_digit(digits));
}

inline settings::Settings two_offices() {
    return settings::parse(
        "[site]\nname = \"甲市公示\"\n"
        "[[office]]\narea = \"999901\"\nname = \"甲市乙区\"\ndepartments = [\"乙区市场监督管理局\", \"乙区公安局\"]\n"
        "[[office]]\narea = \"999902\"\nname = \"甲市丙县\"\n",
        "site.toml");
}

class ImportCase {
  public:
    const std::filesystem::path& path() const { return folder_.path(); }

    std::filesystem::path write(const std::string& name, const std::string& bytes) const {
        std::ofstream(path() / name, std::ios::binary) << bytes;
        return path() / name;
    }
    std::filesystem::path write_workbook(const std::string& name, const std::vector<TestSheet>& sheets) const {
        importing::XlsxOutput output(path() / name, importing::XlsxOutput::Memory::whole);
        for (const TestSheet& sheet : sheets) {
            lxw_worksheet* const written = output.add_sheet(sheet.name);
            for (std::size_t row = 0; row < sheet.rows.size(); ++row)
                for (std::size_t column = 0; column < sheet.rows[row].size(); ++column)
                    worksheet_write_string(written, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                           sheet.rows[row][column].c_str(), nullptr);
        }
        output.finish();
        return path() / name;
    }

    /// A request that can be changed before it is run.
    importing::ImportRequest request(const std::filesystem::path& file, const Context& context = {}) const {
        importing::ImportRequest request;
        request.file = file;
        request.context = context;
        request.imported_by = "甲";
        request.as_of = "2026-11-18";
        return request;
    }
    importing::ImportReport run(const importing::ImportRequest& request) {
        return importing::import_file(portal, private_store, settings, request);
    }
    importing::ImportReport import(const std::filesystem::path& file, const Context& context = {}) {
        return run(request(file, context));
    }
    importing::ImportReport correct(const std::filesystem::path& file, const Context& context,
                                    const std::string& reason) {
        importing::ImportRequest correction = request(file, context);
        correction.correct = true;
        correction.reason = reason;
        return run(correction);
    }
    void publish() { portal.publish_drafts({0, "王", "赵", "2026-11-18", ""}); }

    /// The rows of a query over portal.db: columns joined by |, rows by newlines.
    std::string select(const std::string& sql) const { return rows(path() / "portal.db", sql); }
    std::string select_private(const std::string& sql) const { return rows(path() / "private.db", sql); }

    /// Every value of every row of every table of both databases, the counters of ids too.
    std::string contents() const {
        std::string all;
        for (const char* const file : {"portal.db", "private.db"}) {
            const std::string names =
                rows(path() / file, "SELECT name FROM sqlite_master WHERE type='table' ORDER BY 1");
            for (std::size_t at = 0; at < names.size(); at = names.find('\n', at) + 1) {
                const std::string name = names.substr(at, names.find('\n', at) - at);
                all += name + ":\n" + rows(path() / file, "SELECT * FROM \"" + name + "\"");
            }
        }
        return all;
    }
    /// How often a text stands in the bytes of portal.db, free pages included.
    bool portal_holds(const std::string& secret) const {
        return read_file(path() / "portal.db").find(secret) != std::string::npos;
    }

  private:
    PortalFolder folder_;
    static std::string rows(const std::filesystem::path& file, const std::string& sql) {
        records::SqlConnection connection(file, records::SqlConnection::Access::read_write);
        records::Query query(connection, sql);
        std::string all;
        while (query.next()) {
            for (int column = 0; column < query.columns(); ++column)
                all += (column > 0 ? "|" : "") + query.text(column);
            all += "\n";
        }
        return all;
    }

  public:
    records::Portal portal = records::Portal::open(path() / "portal.db", true);
    records::PrivateStore private_store = records::PrivateStore::open(path() / "private.db", true);
    settings::Settings settings = two_offices();
};

/// What comes with a plan: edition 0 is 原计划.
inline Context plan_context(int edition = 0) {
    Context context{{"office", "999901"},
                    {"year", "2026"},
                    {"joint", "是"},
                    {"plan_name", "乙区计划"},
                    {"edition", "原计划"},
                    {"document_number", "乙双随机办〔2026〕3号"},
                    {"written_on", "2026-02-10"},
                    {"published_on", "2026-02-13"},
                    {"disclosure", "主动公开"}};
    if (edition == 0) return context;
    context["edition"] = "第" + std::to_string(edition) + "次调整";
    context["predecessor"] = edition == 1 ? "原计划" : "第" + std::to_string(edition - 1) + "次调整";
    context["reason"] = "上级部署";
    return context;
}

/// One line a problem: row:column 列名「值」reason → suggestion; notes begin with "!".
inline std::string told(const importing::ImportReport& report, bool notes = true) {
    std::string all;
    for (const importing::Problem& one : report.problems) {
        const bool error = one.severity == importing::Problem::Severity::error;
        if (!error && !notes) continue;
        all += (error ? "" : "!") + (one.sheet.empty() ? "" : one.sheet + " ") + std::to_string(one.row) + ":" +
               std::to_string(one.column) + " " + one.column_name + "「" + one.value + "」" + one.reason +
               (one.suggestion.empty() ? "" : " → " + one.suggestion) + "\n";
    }
    return all;
}
inline std::string errors(const importing::ImportReport& report) {
    return told(report, false);
}

inline bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// How many lines a text has.
inline long lines(const std::string& text) {
    return static_cast<long>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace tests
