#include "generator/import/tables.h"

#include <algorithm>
#include <optional>

#include "generator/import/context_reader.h"
#include "generator/import/fill_down.h"
#include "records/fields.h"
#include "text/fold.h"

namespace importing {

namespace {

struct PassedOver {
    std::string sheet, why;
};

void file_error(Problems& problems, std::string reason, std::string suggestion) {
    Problem problem;
    problem.reason = std::move(reason);
    problem.suggestion = std::move(suggestion);
    problems.error(std::move(problem));
}

std::optional<std::string> kind_named(const std::string& text) {
    for (const std::string_view kind : records::sheet_kinds)
        if (text::fold(text) == text::fold(kind) || text::fold(text) == text::fold(records::kind_term(kind)))
            return std::string(kind);
    return std::nullopt;
}

/// Sheets without a header: an error when nothing else is in the file, otherwise told.
void tell_passed_over(const std::vector<PassedOver>& sheets, bool others, Problems& problems) {
    for (const auto& [sheet, why] : sheets) {
        Problem problem;
        problem.sheet = sheet;
        problem.reason = why;
        if (others) {
            problem.reason += "，这张表没有导入";
            problems.note(std::move(problem));
        } else {
            if (why.find("--as") == std::string::npos)  // else it says what to do
                problem.suggestion = "表头要与模板相近；用 gongshi template 种类 取模板，或用 --as 种类 指明是什么表";
            problems.error(std::move(problem));
        }
    }
    if (sheets.empty() && !others) file_error(problems, "文件里没有表格", "请检查是不是选错了文件");
}

/// A misspelt --fill-down would silently fill nothing.
void check_fill_down(const Tables& tables, const ImportRequest& request, Problems& problems) {
    if (tables.headers.empty()) return;
    for (const std::string& named : request.fill_down) {
        const auto has = [&](const auto& one) { return FillDown::names_column(named, one.second.columns); };
        if (std::any_of(tables.headers.begin(), tables.headers.end(), has)) continue;
        std::string known;
        for (const Heading& heading : tables.headers.front().second.columns.headings)
            if (!heading.text.empty()) known += (known.empty() ? "" : "、") + heading.text;
        file_error(problems, "--fill-down：没有“" + named + "”这一列", "表里的列有：" + known);
    }
}

/// Columns never published that are kept: in private.db, or beside the object or what is withheld. Others are read by
/// nobody.
bool is_kept(std::string_view kind, std::string_view field) {
    if (field == "withheld_decided_by" || field == "withheld_review_on") return true;
    if (kind == "objects") return true;
    if (kind == "inspectors") return field == "name" || field == "certificate" || field == "phone" || field == "email";
    return field == "inspectors";
}

/// Personal columns that have no place anywhere are not stored, and the clerk is told so.
void tell_not_kept(const SheetColumns& columns, Problems& problems) {
    for (std::size_t i = 0; i < columns.headings.size(); ++i) {
        const Heading& heading = columns.headings[i];
        const bool personal = heading.field != nullptr
                                  ? heading.field->person && !is_kept(columns.kind, heading.field->name)
                                  : columns.kind == "inspectors" && !heading.text.empty();
        if (!personal) continue;
        Problem problem;
        problem.sheet = columns.sheet;
        problem.column = static_cast<std::uint32_t>(i + 1);
        problem.column_name = heading.text;
        problem.reason = "这一列是个人信息，不保存";
        problems.note(std::move(problem));
    }
}

std::string described(const SheetColumns& columns) {
    return "表“" + columns.sheet + "”是" + std::string(records::kind_term(columns.kind));
}

}  // namespace

Tables find_tables(const Workbook& workbook, const ImportRequest& request,
                   const std::map<std::string, std::string>& context, Problems& problems) {
    Tables tables;
    std::optional<std::string> kind = request.kind;
    if (const auto named = context.find("kind"); !kind && named != context.end() && !named->second.empty()) {
        kind = kind_named(named->second);
        if (!kind) {
            file_error(problems, "不认识的表格类型“" + named->second + "”",
                       "写 抽查计划、抽查检查结果 等，或删去这一项，由程序从表头认出");
            return tables;
        }
    }
    std::vector<PassedOver> passed_over;
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
        if (is_context_sheet(workbook.sheets[i].name) && workbook.sheets.size() > 1) continue;
        SheetHeader header = find_sheet_header(workbook, i, kind);
        if (!header.problem.empty()) {
            passed_over.push_back({workbook.sheets[i].name, header.problem});
        } else if (!tables.kind.empty() && header.columns.kind != tables.kind) {
            file_error(problems,
                       "一个文件里有两种表：" + described(tables.headers.front().second.columns) + "，" +
                           described(header.columns),
                       "请分成两个文件，或用 --as 指明只要哪一种");
            return tables;
        } else {
            tables.kind = header.columns.kind;
            tell_not_kept(header.columns, problems);
            tables.headers.emplace_back(i, std::move(header));
        }
    }
    tell_passed_over(passed_over, !tables.headers.empty(), problems);
    check_fill_down(tables, request, problems);
    return tables;
}

}  // namespace importing
