#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <optional>
#include <stdexcept>

#include "draw/moment.h"
#include "generator/draw_package_files.h"
#include "generator/draw_verbs.h"
#include "generator/output/progress.h"

namespace generator {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t mebibyte = 1U << 20, worth_progress = 64;

int exit_code(const draw::Report& report) {
    switch (report.verdict()) {
        case draw::Verdict::ok:
            return done;
        case draw::Verdict::fail:
            return found_wrong;
        case draw::Verdict::incomplete:
            break;
    }
    return incomplete;
}

int show(const Invocation& invocation, const draw::Report& report) {
    const int code = exit_code(report);
    if (invocation.json)
        fmt::print("{}", draw::report_json(report));
    else if (!invocation.quiet || code != done)
        fmt::print("{}", draw::report_text(report));
    if (std::fflush(stdout) != 0) throw std::runtime_error("结论写不出来：标准输出不能写");
    return code;
}

/// A check gives its verdict on standard output; without one that stays empty, also with --json.
template <typename Judge>
int judged(const Invocation& invocation, Judge judge) {
    try {
        return show(invocation, judge());
    } catch (const std::exception& error) {
        fmt::print(stderr, "gongshi: {}\n", error.what());
        return unusable;
    }
}

struct VerifyOptions {
    std::string folder;
    std::optional<std::string> beacon, series, seen;  // an empty one is given too, and wrong
};

std::string name_of(const fs::path& file) {
    return file.filename().string();
}

draw::Told told_by(const VerifyOptions& options) {
    draw::Told told;
    if (options.seen && !draw::is_time(*options.seen))
        throw settings::Unusable("--seen “" + *options.seen + "”不是时间，应写成 2026-11-01T09:00:00+08:00 这样");
    told.seen = options.seen;
    if (options.beacon)
        told.beacon = draw::read_beacon_round(read_draw_file(*options.beacon), name_of(*options.beacon));
    if (options.series) told.series = draw::read_series(read_draw_file(*options.series), name_of(*options.series));
    return told;
}

draw::Report verify(const Invocation& invocation, const VerifyOptions& options) {
    const draw::Told told = told_by(options);
    const DrawPackageFiles package{fs::path(options.folder)};
    const std::uint64_t total = package.table_bytes() / mebibyte;
    output::Progress progress(output::progress_style(invocation.quiet || invocation.json || total < worth_progress));
    std::uint64_t shown = 0;
    progress.stage("核对两张表（MiB）", total);
    const draw::Report report = draw::verify(package.files(), told, [&](std::uint64_t bytes) {
        progress.step(bytes / mebibyte - shown);
        shown = bytes / mebibyte;
    });
    progress.done();
    return report;
}

struct SlipOptions {
    std::string slip;
    std::optional<std::string> record;
};

/// `json`: then standard error stays empty too.
draw::Report verify_slip(const SlipOptions& options, bool json) {
    const fs::path file = options.slip;
    const draw::Slip slip = draw::read_slip(read_draw_file(file), name_of(file));
    const fs::path beside = file.parent_path() / "record.json";
    if (!options.record && fs::symlink_status(beside).type() == fs::file_type::not_found) {
        if (!json)
            fmt::print(stderr, "gongshi: 凭条旁边没有 {}；record.json 在别处就用 --record 写明，例如 --record {}\n",
                       beside.string(), (file.parent_path() / ".." / "record.json").string());
        return draw::verify_slip(slip, std::nullopt);
    }
    const std::string record = read_draw_file(options.record ? fs::path(*options.record) : beside);
    return draw::verify_slip(slip, record);
}

}  // namespace

void add_draw_verify(CLI::App& group, Action& action) {
    CLI::App* verb = group.add_subcommand("verify", "核验一个抽取包（文件夹）；不需要门户，不联网");
    auto options = std::make_shared<VerifyOptions>();
    verb->add_option("DIR", options->folder, "抽取包所在的文件夹")->required();
    verb->add_option("--beacon", options->beacon, "drand 的同一轮（round、randomness、signature），自己取得的");
    verb->add_option("--series", options->series, "机关的抽取清单（draws/series/ 下的 JSON）");
    verb->add_option("--seen", options->seen, "你在何时见过这个抽取编号，如 2026-11-01T09:00:00+08:00");
    verb->callback([&action, options] {
        action = [options](const Invocation& invocation) {
            return judged(invocation, [&] { return verify(invocation, *options); });
        };
    });
}

void add_draw_slip(CLI::App& group, Action& action) {
    CLI::App* slip = group.add_subcommand("slip", "检查通知书上的凭条");
    slip->require_subcommand(1);
    slip->fallthrough();
    CLI::App* verb = slip->add_subcommand("verify", "核验一张凭条是否在登记的结果里");
    auto options = std::make_shared<SlipOptions>();
    verb->add_option("FILE", options->slip, "凭条文件 slip.json")->required();
    verb->add_option("--record", options->record, "凭条所说的 record.json（默认在凭条旁边）");
    verb->callback([&action, options] {
        action = [options](const Invocation& invocation) {
            return judged(invocation, [&] { return verify_slip(*options, invocation.json); });
        };
    });
}

bool is_draw_checker(const CLI::App& app) {
    const auto chosen = [](const CLI::App& above, const std::string& name) {
        const auto verbs = above.get_subcommands();
        return !verbs.empty() && verbs.front()->get_name() == name ? verbs.front() : nullptr;
    };
    const CLI::App* group = chosen(app, "draw");
    return group != nullptr && (chosen(*group, "verify") != nullptr || chosen(*group, "slip") != nullptr);
}

}  // namespace generator
