#include "generator/import/import.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "generator/import/annotated_copy.h"
#include "generator/import/blank_cells.h"
#include "generator/import/context_reader.h"
#include "generator/import/fill_down.h"
#include "generator/import/import_run.h"
#include "generator/import/not_data.h"
#include "generator/import/spreadsheet_file.h"
#include "generator/import/tables.h"
#include "generator/output/digest.h"
#include "records/errors.h"
#include "records/fields.h"
#include "text/utf8.h"

namespace importing {

namespace {

constexpr std::uint32_t rows_per_progress = 2000;

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
    if (kind == "declared-figures") return import_declared_figures(run);
    if (kind == "rule-exceptions") return import_rule_exceptions(run);
    if (kind == "reports") return import_reports(run);
    return import_rules(run);
}

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
        tables_ = find_tables(workbook_, request_, context, problems_);
        report_.kind = tables_.kind;
        for (const auto& [index, header] : tables_.headers)
            report_.unknown_columns.insert(report_.unknown_columns.end(), header.unknown.begin(), header.unknown.end());
        if (!problems_.any_error() && !same_as_before(context)) import_all(context);
        problems_.move_into(report_);
        sort_problems();
        if (report_.failed()) {
            report_.batch.reset();
            report_.added = report_.unchanged = report_.replaced_drafts = report_.corrected = report_.dropped = 0;
            if (!request_.dry_run) copy_with_problems();
        }
        return std::move(report_);
    }

  private:
    void file_error(std::string reason, std::string suggestion) {
        Problem problem;
        problem.reason = std::move(reason);
        problem.suggestion = std::move(suggestion);
        problems_.error(std::move(problem));
    }

    /// What is recorded of the context; persons (联系人) are in private.db only.
    std::string context_json(const std::map<std::string, std::string>& context) const {
        nlohmann::json json = nlohmann::json::object();
        for (const auto& [name, value] : context) {
            const records::Field* field = records::find_field("context", name);
            if (field != nullptr && !field->person) json[name] = value;
        }
        if (!request_.fill_down.empty()) json["fill_down"] = request_.fill_down;
        for (const auto& [task, row] : request_.same) json["same"][std::to_string(task)] = row;
        if (request_.correct) json["correct"] = request_.reason;
        if (request_.hide_former) json["hide_former"] = true;
        return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }

    /// The same bytes with the same context change nothing, unless something else of this kind came in between or the
    /// contact is a new one.
    bool same_as_before(const std::map<std::string, std::string>& context) {
        const auto digest = output::digest_file(request_.file);
        sha256_ = digest ? output::hex(digest->sha256) : std::string();
        if (const auto before = portal_.batch_with(report_.kind, sha256_, context_json(context)))
            same_file_ = before->id;
        for (const records::BatchFacts& batch : portal_.batches())
            if (same_file_ && batch.id > *same_file_ && batch.kind == report_.kind) return false;
        if (!same_file_ || !contact_known(context)) return false;
        report_.same_as = same_file_;
        return true;
    }

    bool contact_known(const std::map<std::string, std::string>& context) {
        const Context said(context);
        if (said.text("contact").empty() && said.text("phone").empty() && said.text("email").empty()) return true;
        for (const records::Contact& one : private_store_.contacts())
            if (one.name == said.text("contact") && one.phone == said.text("phone") &&
                one.email == said.text("email") && one.department == said.text("department"))
                return true;
        return false;
    }

    void import_all(const std::map<std::string, std::string>& context) {
        ImportRun run(portal_, private_store_, settings_, request_, Context(context), report_, problems_);
        run.same_file = same_file_;
        try {
            portal_.transaction([&] {
                private_store_.transaction([&] {
                    run.batch = portal_.begin_batch({0, report_.kind, request_.file.filename().string(), sha256_,
                                                     request_.imported_by, request_.as_of, context_json(context),
                                                     std::nullopt});
                    import_sheets(run);
                    if (problems_.any_error() || request_.dry_run || !changed()) throw Abandon{};
                    report_.batch = run.batch;
                });
            });
        } catch (const Abandon&) {
            report_.batch.reset();
        } catch (const records::Refused& refused) {  // a guard of the schema; everything is rolled back
            Problem problem;
            problem.sheet = sheet_;
            problem.row = row_;
            problem.reason = refused.what();
            problems_.error(std::move(problem));
        }
        if (changed() || problems_.any_error() || request_.dry_run) return;
        report_.same_as = same_file_;
        run.keep_contact();
    }

    bool changed() const { return report_.added + report_.replaced_drafts + report_.corrected > 0; }

    void import_sheets(ImportRun& run) {
        KindImporter importer = importer_of(report_.kind, run);
        for (auto& [index, header] : tables_.headers) {
            sheet_ = header.columns.sheet;
            row_ = 0;
            run.begin_sheet(header.columns.sheet, header.header_json);
            if (importer.sheet) importer.sheet(header.columns);
            import_rows(index, header, importer);
        }
        row_ = 0;
        if (report_.rows == 0) file_error("表头下面一行数据也没有", "请检查是不是选错了文件，或数据在别的工作表里");
        if (importer.finish) importer.finish();
        if (run.recorded_objects > 0)
            run.file_note(
                "有 " + std::to_string(run.recorded_objects) + " 个对象不在名录库里，已按本表的名称和代码建档",
                "补导入 objects 可补全登记信息");
    }

    void import_rows(std::size_t index, const SheetHeader& header, KindImporter& importer) {
        FillDown fill_down(request_.fill_down, header.columns);
        BlankCells blanks;
        const bool delimited = workbook_.format == Workbook::Format::delimited;
        read_rows(workbook_, index, [&](Row&& row) {
            if (row.number <= header.last_row) return true;
            row_ = row.number;
            if (const auto why = why_no_data(header.columns, row)) {
                tell_no_data(header.columns, row, *why);
                return true;
            }
            fill_down.apply(row);
            if (delimited) blanks.look(header.columns, row);
            import_row(header.columns, row, importer);
            if (++report_.rows % rows_per_progress == 0 && progress_) progress_(rows_per_progress);
            return true;
        });
        if (delimited) blanks.tell(header.columns, problems_);
    }

    void import_row(const SheetColumns& columns, const Row& row, KindImporter& importer) {
        const RowValues values(columns, row, problems_);
        values.check_cells();
        tell_nameless_columns(columns, row);
        if (is_template_example(columns, row)) values.error("", "是模板里的示例行", "请删去这一行");
        importer.row(values);
    }

    /// Cells right of the headings or under a blank one are kept and told like unknown columns.
    void tell_nameless_columns(const SheetColumns& columns, const Row& row) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i].blank() || row.cells[i].filled_down) continue;
            if (i < columns.headings.size() && !columns.headings[i].text.empty()) continue;
            std::string name = nameless_column(i + 1) + "（没有表头）";
            std::vector<std::string>& unknown = report_.unknown_columns;
            if (std::find(unknown.begin(), unknown.end(), name) == unknown.end()) unknown.push_back(std::move(name));
        }
    }

    void tell_no_data(const SheetColumns& columns, const Row& row, const std::string& why) {
        Problem problem;
        problem.sheet = columns.sheet;
        problem.row = row.number;
        problem.reason = why;
        for (const Cell& cell : row.cells)
            if (problem.value.empty() && !cell.blank()) problem.value = std::string(text::truncate(cell.text, 40));
        problems_.note(std::move(problem));
    }

    /// By the file's order of sheets, then by row and column; what is about the file or a whole sheet comes first.
    void sort_problems() {
        std::map<std::string, std::size_t> place;
        for (std::size_t i = 0; i < workbook_.sheets.size(); ++i) place.emplace(workbook_.sheets[i].name, i + 1);
        const auto order = [&](const Problem& one) {
            const auto sheet = place.find(one.sheet);
            return std::tuple(sheet == place.end() ? 0 : sheet->second, one.row, one.column);
        };
        std::stable_sort(report_.problems.begin(), report_.problems.end(),
                         [&](const Problem& one, const Problem& other) { return order(one) < order(other); });
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
            // The sheet may name persons: its copy is for whoever imported it alone.
            std::filesystem::permissions(copy,
                                         std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
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
    Tables tables_;
    std::string sha256_;
    std::optional<records::Id> same_file_;
    std::string sheet_;  // where the import is, for what the schema refuses
    std::uint32_t row_ = 0;
};

}  // namespace

ImportReport import_file(records::Portal& portal, records::PrivateStore& private_store,
                         const settings::Settings& settings, const ImportRequest& request,
                         const std::function<void(std::int64_t more_rows)>& progress) {
    return FileImport(portal, private_store, settings, request, progress).run();
}

}  // namespace importing
