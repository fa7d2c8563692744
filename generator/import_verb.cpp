#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "generator/command_line.h"
#include "generator/import/import.h"
#include "generator/output/progress.h"
#include "generator/phase_report.h"

namespace generator {

namespace {

struct ImportOptions {
    std::vector<std::string> files;
    std::string kind, as_of;
    std::vector<std::string> context, same;
    importing::ImportRequest request;
};

nlohmann::json to_json(const importing::ImportReport& report, const std::string& file) {
    nlohmann::json problems = nlohmann::json::array();
    for (const importing::Problem& problem : report.problems)
        problems.push_back({{"severity", problem.severity == importing::Problem::Severity::error ? "error" : "note"},
                            {"sheet", problem.sheet},
                            {"row", problem.row},
                            {"column", problem.column},
                            {"column_name", problem.column_name},
                            {"value", problem.value},
                            {"reason", problem.reason},
                            {"suggestion", problem.suggestion}});
    nlohmann::json candidates = nlohmann::json::array();
    for (const importing::SameTaskCandidate& candidate : report.candidates)
        candidates.push_back({{"task", candidate.task},
                              {"task_name", candidate.task_name},
                              {"new_row", candidate.new_row},
                              {"new_name", candidate.new_name}});
    nlohmann::json json = {{"file", file},
                           {"kind", report.kind},
                           {"ok", !report.failed()},
                           {"rows", report.rows},
                           {"added", report.added},
                           {"unchanged", report.unchanged},
                           {"replaced_drafts", report.replaced_drafts},
                           {"corrected", report.corrected},
                           {"dropped", report.dropped},
                           {"problems", problems},
                           {"problems_not_listed", report.problems_not_listed},
                           {"unknown_columns", report.unknown_columns},
                           {"candidates", candidates}};
    json["batch"] = report.batch ? nlohmann::json(*report.batch) : nlohmann::json();
    json["same_as"] = report.same_as ? nlohmann::json(*report.same_as) : nlohmann::json();
    if (report.annotated_copy) json["annotated_copy"] = report.annotated_copy->string();
    return json;
}

void print_problem(const std::string& file, const importing::Problem& problem) {
    std::string place = file;
    if (!problem.sheet.empty()) place += " 表“" + problem.sheet + "”";
    if (problem.row > 0) place += fmt::format(" 第{}行", problem.row);
    if (problem.column > 0) place += fmt::format("第{}列", problem.column);
    if (!problem.column_name.empty()) place += "（" + problem.column_name + "）";
    const bool error = problem.severity == importing::Problem::Severity::error;
    fmt::print("{} {}：{}{}{}\n", error ? "✕" : "!", place, problem.reason,
               problem.value.empty() ? "" : "，填的是“" + problem.value + "”",
               problem.suggestion.empty() ? "" : "。" + problem.suggestion);
}

void print(const importing::ImportReport& report, const std::string& file, bool dry_run, bool quiet) {
    for (const importing::Problem& problem : report.problems)
        if (!quiet || problem.severity == importing::Problem::Severity::error) print_problem(file, problem);
    if (report.problems_not_listed > 0) fmt::print("……另有 {} 处问题未列出\n", report.problems_not_listed);
    if (quiet && !report.failed()) return;
    for (const std::string& column : report.unknown_columns)
        fmt::print("! {}：不认识的列“{}”，原样保存，不公开\n", file, column);
    for (const importing::SameTaskCandidate& candidate : report.candidates)
        fmt::print("? 任务 {}（{}）与新表 {}（{}）可能是同一任务；若是，加 --same {}={}\n", candidate.task,
                   candidate.task_name, candidate.new_row, candidate.new_name, candidate.task, candidate.new_row);
    if (report.failed()) {
        fmt::print("✕ {}：有问题，一行也没有导入；已有的数据没有改动\n", file);
        if (report.annotated_copy) fmt::print("  标出问题的副本：{}\n", report.annotated_copy->string());
        return;
    }
    if (report.same_as) {
        fmt::print("✓ {}：与第 {} 批完全相同，没有任何改动\n", file, *report.same_as);
        return;
    }
    const std::string batch = report.batch
                                  ? fmt::format("，草稿批次 {}（撤销：gongshi undo {}）", *report.batch, *report.batch)
                              : dry_run ? "；没有写入任何数据"
                                        : "；没有任何改动";
    fmt::print("✓ {}：{} {} 行，新增 {}，更新草稿 {}，更正 {}，未变 {}{}{}\n", file, dry_run ? "试导入" : "已导入",
               report.rows, report.added, report.replaced_drafts, report.corrected, report.unchanged,
               report.dropped > 0 ? fmt::format("，取消 {}", report.dropped) : "", batch);
}

std::pair<std::string, std::string> split_pair(const std::string& text, const char* option) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        throw settings::Unusable(std::string(option) + " 应写成 甲=乙，给的是“" + text + "”");
    return {text.substr(0, equals), text.substr(equals + 1)};
}

importing::ImportRequest request_of(const ImportOptions& options) {
    importing::ImportRequest request = options.request;
    if (!options.kind.empty()) request.kind = options.kind;
    for (const std::string& pair : options.context) request.context.insert(split_pair(pair, "--set"));
    for (const std::string& pair : options.same) {
        const auto [task, row] = split_pair(pair, "--same");
        if (task.find_first_not_of("0123456789") != std::string::npos || task.size() > 18)
            throw settings::Unusable("--same 等号前应是任务的永久编号（数字），给的是“" + task + "”");
        request.same.emplace_back(std::stoll(task), row);
    }
    if (request.hide_former && !request.correct)
        throw settings::Unusable("--hide-former 只与 --correct --reason 同用：更正前的内容不公开，理由公开");
    if (request.correct && request.reason.empty())
        throw settings::Unusable("更正已公布的内容要说明理由：加 --reason \"……\"，理由会公开");
    request.as_of = options.as_of.empty() ? today() : checked_date(options.as_of);
    if (request.imported_by.empty()) request.imported_by = account_name();
    return request;
}

int import_files(const Invocation& invocation, const ImportOptions& options) {
    const settings::Settings settings = invocation.portal.settings();
    records::Portal portal = records::Portal::open(invocation.portal.portal_db(), false);
    records::PrivateStore private_store = records::PrivateStore::open(invocation.portal.private_db(), false);
    importing::ImportRequest request = request_of(options);
    int code = done;
    nlohmann::json reports = nlohmann::json::array();
    for (const std::string& file : options.files) {
        request.file = file;
        output::Progress progress(output::progress_style(invocation.quiet || invocation.json));
        progress.stage("导入 " + file, 0);
        report_phase("import");
        const importing::ImportReport report =
            importing::import_file(portal, private_store, settings, request,
                                   [&](std::int64_t rows) { progress.step(static_cast<std::uint64_t>(rows)); });
        progress.done();
        if (invocation.json)
            reports.push_back(to_json(report, file));
        else
            print(report, file, request.dry_run, invocation.quiet);
        if (report.failed()) code = found_wrong;
    }
    if (invocation.json) fmt::print("{}\n", reports.dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
    return code;
}

}  // namespace

void add_import(CLI::App& app, Action& action) {
    CLI::App* verb = app.add_subcommand("import", "导入表格为草稿（CSV、TSV、XLSX）；有问题则一行不入");
    auto options = std::make_shared<ImportOptions>();  // outlives this function: CLI11 keeps references
    verb->add_option("FILE", options->files, "表格文件")->required();
    verb->add_option("--as", options->kind, "表的种类，认不出时指明")
        ->check(CLI::IsMember({"items", "plans", "objects", "inspectors", "draws", "results", "follow-ups", "penalties",
                               "calendar", "rules", "declared-figures", "rule-exceptions", "reports"}));
    verb->add_option("--set", options->context,
                     "说明，如 --set office=999901 --set year=2026（也可写在“说明”表或 FILE.toml）");
    verb->add_option("--fill-down", options->request.fill_down, "此列的空白格沿用上一行（会记录在案）");
    verb->add_option("--same", options->same, "确认是同一任务：旧任务编号=新表行，如 --same 12=行5");
    verb->add_flag("--dry-run", options->request.dry_run, "只检查，不写入");
    verb->add_flag("--correct", options->request.correct, "更正已公布的内容（更正前后的内容和理由公开）");
    verb->add_option("--reason", options->request.reason, "更正理由（公开）");
    verb->add_flag("--hide-former", options->request.hide_former,
                   "更正前的内容依法不公开（例如误填了个人信息）：只公开更正日期和理由");
    verb->add_option("--by", options->request.imported_by, "导入人（默认登录账户）");
    verb->add_option("--as-of", options->as_of, "导入日期（默认今天）");
    verb->callback([&action, options] {
        action = [options](const Invocation& invocation) { return import_files(invocation, *options); };
    });
}

}  // namespace generator
