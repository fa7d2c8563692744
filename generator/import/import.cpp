#include "generator/import/import.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "generator/import/annotated_copy.h"
#include "generator/import/context_reader.h"
#include "generator/import/import_run.h"
#include "generator/import/sheet_header.h"
#include "generator/import/spreadsheet_file.h"
#include "generator/output/digest.h"
#include "text/fold.h"

namespace importing {

namespace {

constexpr std::uint32_t rows_per_progress = 2000;
constexpr std::size_t most_blank_rows_named = 8;

/// Ends the transaction without a change: there were problems, it is a dry run, or nothing is new.
struct Abandon {};

KindImporter importer_of(const std::string& kind, ImportRun& run) {
    if (kind == "items") return import_items(run);
    if (kind == "plans") return import_plans(run);
    if (kind == "objects") return import_objects(run);
    if (kind == "inspectors") return import_inspectors(run);
    if (kind == "draws") return import_draws(run);
    if (kind == "results") return import_results(run);
    if (kind == "follow-ups") return import_follow_ups(run);
    if (kind == "penalties") return import_penalties(run);
    if (kind == "calendar") return import_calendar(run);
    return import_rules(run);
}

/// 合计 and 注 below a table are no rows of it.
bool is_footnote(const Row& row) {
    const Cell* first = nullptr;
    int filled = 0;
    for (const Cell& cell : row.cells)
        if (!cell.blank()) {
            if (first == nullptr) first = &cell;
            ++filled;
        }
    if (first == nullptr) return true;
    const std::string text = text::fold(first->text);
    return (filled <= 2 && (text.starts_with("注:") || text.starts_with("备注:") || text.starts_with("说明:"))) ||
           text == "合计" || text == "总计" || text == "小计";
}

/// --fill-down: a blank cell of the named columns takes the value above it.
class FillDown {
  public:
    FillDown(const ImportRequest& request, const SheetColumns& columns) {
        for (const std::string& named : request.fill_down)
            for (std::size_t i = 0; i < columns.headings.size(); ++i) {
                const Heading& heading = columns.headings[i];
                if (text::fold(heading.text) == text::fold(named) ||
                    (heading.field != nullptr && heading.field->name == named))
                    filled_[static_cast<std::uint32_t>(i + 1)] = {};
            }
    }
    void apply(Row& row) {
        for (auto& [column, above] : filled_) {
            if (row.cells.size() < column) row.cells.resize(column);
            Cell& cell = row.cells[column - 1];
            if (!cell.blank())
                above = cell;
            else if (!above.blank()) {
                cell = above;
                cell.filled_down = true;
            }
        }
    }

  private:
    std::map<std::uint32_t, Cell> filled_;
};

/// Blank cells of a CSV or TSV stay blank, and the clerk is told where, a line a column.
class Blanks {
  public:
    void look(const SheetColumns& columns, const Row& row) {
        for (const auto& [field, column] : columns.column_of) {
            const Cell* cell = row.find(column);
            if (cell != nullptr && !cell->blank()) {
                filled_.insert(column);
            } else if (filled_.contains(column)) {
                auto& [count, rows] = blank_[column];
                ++count;
                if (rows.size() < most_blank_rows_named) rows.push_back(row.number);
            }
        }
    }
    void tell(const SheetColumns& columns, Problems& problems) const {
        for (const auto& [column, found] : blank_) {
            Problem problem;
            problem.sheet = columns.sheet;
            problem.column = column;
            problem.column_name = columns.headings[column - 1].text;
            problem.reason = "有 " + std::to_string(found.first) + " 个空白格（第 ";
            for (std::size_t i = 0; i < found.second.size(); ++i)
                problem.reason += (i > 0 ? "、" : "") + std::to_string(found.second[i]);
            problem.reason += found.first > static_cast<std::int64_t>(found.second.size()) ? " … 行），仍作空白" : " 行），仍作空白";
            problem.suggestion = "若空白表示同上一行，加 --fill-down " + problem.column_name;
            problems.note(std::move(problem));
        }
    }

  private:
    std::set<std::uint32_t> filled_;
    std::map<std::uint32_t, std::pair<std::int64_t, std::vector<std::uint32_t>>> blank_;
};

class FileImport {
  public:
    FileImport(records::Portal& portal, records::PrivateStore& private_store, const settings::Settings& settings,
               const ImportRequest& request, const std::function<void(std::int64_t)>& progress)
        : portal_(portal),
          private_store_(private_store),
          settings_(settings),
          request_(request),
          progress_(progress),
          workbook_(open_workbook(request.file)) {}

    ImportReport run() {
        const std::map<std::string, std::string> context = read_context(workbook_, request_, problems_);
        find_headers(context);
        if (!problems_.any_error() && !same_as_before(context)) import_all(context);
        problems_.move_into(report_);
        if (report_.failed()) {
            report_.batch.reset();
            report_.added = report_.unchanged = report_.replaced_drafts = report_.corrected = report_.dropped = 0;
            copy_with_problems();
        }
        return std::move(report_);
    }

  private:
    void find_headers(const std::map<std::string, std::string>& context) {
        std::optional<std::string> kind = request_.kind;
        if (const auto named = context.find("kind"); !kind && named != context.end()) kind = kind_named(named->second);
        for (std::size_t i = 0; i < workbook_.sheets.size(); ++i) {
            if (is_context_sheet(workbook_.sheets[i].name) && workbook_.sheets.size() > 1) continue;
            SheetHeader header = find_sheet_header(workbook_, i, kind);
            if (!header.problem.empty()) {
                passed_over_.push_back({workbook_.sheets[i].name, header.problem});
                continue;
            }
            if (!report_.kind.empty() && header.columns.kind != report_.kind) {
                file_error("一个文件里有两种表：" + std::string(records::kind_term(report_.kind)) + "和" +
                               std::string(records::kind_term(header.columns.kind)),
                           "请分成两个文件，或用 --as 指明只要哪一种");
                return;
            }
            report_.kind = header.columns.kind;
            report_.unknown_columns.insert(report_.unknown_columns.end(), header.unknown.begin(), header.unknown.end());
            headers_.emplace_back(i, std::move(header));
        }
        tell_passed_over();
    }

    static std::optional<std::string> kind_named(const std::string& text) {
        for (const std::string_view kind : records::sheet_kinds)
            if (text::fold(text) == text::fold(kind) || text::fold(text) == text::fold(records::kind_term(kind)))
                return std::string(kind);
        return std::nullopt;
    }

    /// Sheets without a header: an error when nothing else is in the file, otherwise told.
    void tell_passed_over() {
        for (const auto& [sheet, why] : passed_over_) {
            Problem problem;
            problem.sheet = sheet;
            problem.reason = why;
            if (headers_.empty()) {
                problem.suggestion = "表头要与模板相近；用 gongshi template 种类 取模板，或用 --as 种类 指明是什么表";
                problems_.error(std::move(problem));
            } else {
                problem.reason += "，这张表没有导入";
                problems_.note(std::move(problem));
            }
        }
        if (headers_.empty() && passed_over_.empty()) file_error("文件里没有表格", "请检查是不是选错了文件");
    }

    void file_error(std::string reason, std::string suggestion) {
        Problem problem;
        problem.reason = std::move(reason);
        problem.suggestion = std::move(suggestion);
        problems_.error(std::move(problem));
    }

    std::string context_json(const std::map<std::string, std::string>& context) const {
        nlohmann::json json = context;
        if (!request_.fill_down.empty()) json["fill_down"] = request_.fill_down;
        for (const auto& [task, row] : request_.same) json["same"][std::to_string(task)] = row;
        if (request_.correct) json["correct"] = request_.reason;
        return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }

    bool same_as_before(const std::map<std::string, std::string>& context) {
        const auto digest = output::digest_file(request_.file);
        sha256_ = digest ? output::hex(digest->sha256) : std::string();
        const auto before = portal_.batch_with(report_.kind, sha256_, context_json(context));
        if (before) report_.same_as = before->id;
        return before.has_value();
    }

    void import_all(const std::map<std::string, std::string>& context) {
        ImportRun run(portal_, private_store_, settings_, request_, Context(context), report_, problems_);
        try {
            portal_.transaction([&] {
                private_store_.transaction([&] {
                    run.batch = portal_.begin_batch({0, report_.kind, request_.file.filename().string(), sha256_,
                                                     request_.imported_by, request_.as_of, context_json(context),
                                                     std::nullopt});
                    import_sheets(run);
                    const bool changed = report_.added + report_.replaced_drafts + report_.corrected > 0;
                    if (problems_.any_error() || request_.dry_run || !changed) throw Abandon{};
                    report_.batch = run.batch;
                });
            });
        } catch (const Abandon&) {
            report_.batch.reset();
        }
    }

    void import_sheets(ImportRun& run) {
        KindImporter importer = importer_of(report_.kind, run);
        for (auto& [index, header] : headers_) {
            run.begin_sheet(header.columns.sheet, header.header_json);
            if (importer.sheet) importer.sheet(header.columns);
            import_rows(index, header, importer);
        }
        if (importer.finish) importer.finish();
    }

    void import_rows(std::size_t index, const SheetHeader& header, KindImporter& importer) {
        FillDown fill_down(request_, header.columns);
        Blanks blanks;
        const bool delimited = workbook_.format == Workbook::Format::delimited;
        read_rows(workbook_, index, [&](Row&& row) {
            if (row.number <= header.last_row) return true;
            if (is_footnote(row)) {
                tell_footnote(header, row);
                return true;
            }
            fill_down.apply(row);
            if (delimited) blanks.look(header.columns, row);
            importer.row(RowValues(header.columns, row, problems_));
            if (++report_.rows % rows_per_progress == 0 && progress_) progress_(rows_per_progress);
            return true;
        });
        if (delimited) blanks.tell(header.columns, problems_);
    }

    void tell_footnote(const SheetHeader& header, const Row& row) {
        Problem problem;
        problem.sheet = header.columns.sheet;
        problem.row = row.number;
        problem.reason = "是表下的合计或注，不作为一行数据";
        for (const Cell& cell : row.cells)
            if (problem.value.empty() && !cell.blank()) problem.value = cell.text.substr(0, 60);
        problems_.note(std::move(problem));
    }

    void copy_with_problems() {
        std::vector<CellProblem> marks;
        for (const Problem& problem : report_.problems) {
            const bool error = problem.severity == Problem::Severity::error;
            marks.push_back({problem.sheet, problem.row, problem.column,
                             (error ? "" : "提醒：") + problem.reason +
                                 (problem.suggestion.empty() ? "" : "。" + problem.suggestion)});
        }
        try {
            const std::filesystem::path copy = annotated_name(request_.file);
            write_annotated_copy(workbook_, marks, copy);
            report_.annotated_copy = copy;
        } catch (const std::exception& error) {  // the list of problems is still told
            Problem problem;
            problem.reason = std::string("没能写出标注副本：") + error.what();
            problem.severity = Problem::Severity::note;
            report_.problems.push_back(std::move(problem));
        }
    }

    records::Portal& portal_;
    records::PrivateStore& private_store_;
    const settings::Settings& settings_;
    const ImportRequest& request_;
    const std::function<void(std::int64_t)>& progress_;
    Workbook workbook_;
    Problems problems_;
    ImportReport report_;
    std::vector<std::pair<std::size_t, SheetHeader>> headers_;
    std::vector<std::pair<std::string, std::string>> passed_over_;
    std::string sha256_;
};

}  // namespace

ImportReport import_file(records::Portal& portal, records::PrivateStore& private_store,
                         const settings::Settings& settings, const ImportRequest& request,
                         const std::function<void(std::int64_t more_rows)>& progress) {
    return FileImport(portal, private_store, settings, request, progress).run();
}

}  // namespace importing
