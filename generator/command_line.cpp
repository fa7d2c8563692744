#include "generator/command_line.h"

#include <fmt/core.h>
#include <pwd.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <nlohmann/json.hpp>

#include "generator/draw_verbs.h"
#include "generator/import/workbook.h"
#include "records/errors.h"
#include "text/date.h"

namespace generator {

namespace {

constexpr const char* examples = R"(
例子：
  gongshi -C 门户 init                                   新建一个门户文件夹
  gongshi -C 门户 template plans 计划.xlsx               要填的表（表头、下拉、示例行）
  gongshi -C 门户 import 计划.xlsx                       导入为草稿；有问题则一行不入，逐格说明
  gongshi -C 门户 check                                  发布前检查
  gongshi -C 门户 publish --by 张三 --second 李四        发布
  gongshi -C 门户 serve                                  在本机看预览 http://127.0.0.1:8080/
退出码：0 完成 · 1 未成或发现错误 · 2 用法、设置或文件不可用 · 3 不完整)";

int report_failure(const Invocation& invocation, int code, const std::string& message) {
    if (invocation.json)
        fmt::print("{}\n", nlohmann::json{{"ok", false}, {"exit", code}, {"error", message}}.dump(
                               -1, ' ', false, nlohmann::json::error_handler_t::replace));
    else
        fmt::print(stderr, "gongshi: {}\n", message);
    return code;
}

void add_verbs(CLI::App& app, Action& action) {
    add_init(app, action);
    add_template(app, action);
    add_import(app, action);
    add_attach(app, action);
    add_withdraw(app, action);
    add_statement(app, action);
    add_objection(app, action);
    add_undo(app, action);
    add_check(app, action);
    add_build(app, action);
    add_publish(app, action);
    add_rollback(app, action);
    add_serve(app, action);
    add_gc(app, action);
    add_backup(app, action);
    add_restore(app, action);
    add_verify_site(app, action);
    add_draw(app, action);
    add_completion(app, action);
}

/// What is wrong with the command's words, in Chinese first; the library's own words name the option.
std::string usage_error(const CLI::ParseError& error) {
    std::string what = "命令的写法不对";
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) what = "缺少必填的命令或参数";
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) what = "有不认识的命令或参数";
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) what = "参数的值不在允许的范围";
    if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) what = "参数的值不是要求的形式";
    return what + "（" + error.what() + "）；用法见 gongshi --help";
}

int run_action(const Invocation& invocation, const Action& action) {
    try {
        return action(invocation);
    } catch (const settings::Unusable& error) {
        return report_failure(invocation, unusable, error.what());
    } catch (const importing::UnreadableFile& error) {
        return report_failure(invocation, unusable, error.what());
    } catch (const records::Broken& error) {
        return report_failure(invocation, unusable, error.what());
    } catch (const std::exception& error) {
        return report_failure(invocation, found_wrong, error.what());
    }
}

}  // namespace

int run(int argc, char** argv) {
    CLI::App app{"gongshi：双随机、一公开 公示门户的生成器", "gongshi"};
    Invocation invocation;
    invocation.program = argc > 0 ? argv[0] : "";
    std::string root = ".";
    Action action;
    app.add_option("-C", root, "门户所在文件夹（默认当前文件夹）")->type_name("文件夹");
    app.add_flag("-q,--quiet", invocation.quiet, "不显示进度和提示");
    app.add_flag("--json", invocation.json, "以 JSON 给出结果（键为英文）");
    app.set_version_flag("--version", std::string("gongshi ") + GONGSHI_VERSION, "版本");
    app.set_help_flag("-h,--help", "说明");
    app.footer(examples);
    app.require_subcommand(1);
    app.fallthrough();
    add_verbs(app, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& shown) {
        return app.exit(shown) == 0 ? done : unusable;
    } catch (const CLI::ParseError& error) {
        if (is_draw_checker(app)) invocation.json = false;
        return report_failure(invocation, unusable, usage_error(error));
    }
    invocation.portal.root = root;
    return run_action(invocation, action);
}

std::string today() {
    using namespace std::chrono;
    const auto beijing = system_clock::now() + hours(8);  // China keeps UTC+8 all year
    return text::iso(year_month_day(floor<days>(beijing)));
}

std::string checked_date(const std::string& iso) {
    if (!text::parse_iso(iso)) throw settings::Unusable("“" + iso + "”不是日期，应写成 2026-03-19 这样");
    return iso;
}

std::string account_name() {
    const passwd* account = getpwuid(getuid());
    return account == nullptr ? std::to_string(getuid()) : account->pw_name;
}

}  // namespace generator
