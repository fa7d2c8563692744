#include <fmt/core.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "draw/encoding.h"
#include "draw/moment.h"
#include "generator/draw_verbs.h"
#include "generator/draws/announce.h"
#include "generator/draws/exclusions.h"
#include "generator/draws/object_columns.h"
#include "generator/output/builder_lock.h"

namespace generator {

namespace {

struct AnnounceOptions {
    draws::AnnounceRequest request;
    std::string basis = "facts", demo_secrets;
    std::vector<std::string> scope;
    std::uint64_t total = 0;
    std::int64_t round = 0;
    bool dry_run = false;
};

/// "field=餐饮服务"
std::pair<std::string, std::string> scope_of(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
        throw settings::Unusable("--scope 的“" + text + "”应写成 栏目=值，例如 field=餐饮服务");
    return {text.substr(0, equals), text.substr(equals + 1)};
}

nlohmann::json json_of(const draws::Prepared& prepared, records::Id draw) {
    nlohmann::json strata = nlohmann::json::array();
    for (const ::draw::Quota::Stratum& stratum : prepared.sums.strata)
        strata.push_back(
            {{"code", stratum.code}, {"eligible", stratum.eligible}, {"n", stratum.n}, {"ppm", stratum.ppm}});
    nlohmann::json excluded = nlohmann::json::object();
    for (const auto& [reason, count] : prepared.sums.excluded) excluded[reason] = count;
    return {{"ok", true},
            {"id", draw},
            {"draw", ::draw::hex(prepared.digest)},
            {"announcement", nlohmann::json::parse(prepared.files.at("announcement.json"))},
            {"strata", strata},
            {"excluded", excluded},
            {"inspectors", prepared.inspectors},
            {"slots", prepared.slots},
            {"few_candidates", prepared.few_candidates},
            {"notes", prepared.notes}};
}

void print(const draws::Prepared& prepared) {
    const ::draw::Announcement& announcement = prepared.announcement;
    fmt::print("任务：{}（{}）　系列 {}，{} 第 {} 号\n", prepared.task.name, prepared.task.plan, announcement.series,
               announcement.office, announcement.seq);
    fmt::print("对象库 {} 户（{}）\n", prepared.pool.objects.size(), announcement.source);
    for (const auto& [reason, count] : prepared.sums.excluded)
        fmt::print("  排除 {}（{}）：{} 户\n", draws::words_of_exclusion(reason), reason, count);
    for (const std::string& line : prepared.sums.lines) fmt::print("  {}\n", line);
    fmt::print("  共抽 {} 户\n检查人员 {} 人\n", prepared.sums.drawn, prepared.inspectors);
    for (const std::string& note : prepared.notes) fmt::print("! {}\n", note);
    fmt::print("随机源：drand quicknet 第 {} 轮，{}\n公开期限：{}\n",
               announcement.beacon.ref.substr(announcement.beacon.ref.find('/') + 1),
               ::draw::time_text(static_cast<std::int64_t>(announcement.beacon.time)), announcement.deadline);
}

void print_what_next(const Invocation& invocation, const draws::Prepared& prepared, records::Id draw) {
    const std::string root = invocation.portal.root.string();
    fmt::print("✓ 已承诺：第 {} 号抽取\n  抽取编号 D = {}\n  承诺时间 {}\n", draw, ::draw::hex(prepared.digest),
               prepared.announcement.announced);
    fmt::print(
        "现在就做：\n"
        "  1. 托管：把 {} "
        "的一份，和本单位的秘密数一起，装进密封信封交给监督方；监督方的秘密数也要有一份密封交给本单位。没有托管就不要公"
        "布\n"
        "  2. 立刻公布：gongshi -C {} publish --by 姓名。网站上有了编号和时间，谁都可以记下来，以后证明承诺在先\n"
        "到 {} 之后、24 小时之内：\n"
        "  3. 下载这一轮的随机数（https://api.drand.sh/{}/public/{}）存为 beacon.json，收齐各持有人的秘密数文件，然后\n"
        "     gongshi -C {} draw run {} --beacon beacon.json --nonce 文件 --nonce 文件\n",
        (invocation.portal.draws() / std::to_string(draw) / "salt-key").string(), root,
        ::draw::time_text(static_cast<std::int64_t>(prepared.announcement.beacon.time)),
        prepared.announcement.beacon.ref.substr(0, prepared.announcement.beacon.ref.find('/')),
        prepared.announcement.beacon.ref.substr(prepared.announcement.beacon.ref.find('/') + 1), root, draw);
}

int announce(const Invocation& invocation, AnnounceOptions options) {
    draws::AnnounceRequest& request = options.request;
    request.at = moment_or_now(request.at);
    if (request.by.empty()) request.by = account_name();
    request.pool.classes = options.basis == "classes";
    for (const std::string& text : options.scope) request.pool.scope.push_back(scope_of(text));
    if (options.total > 0) request.total = options.total;
    if (options.round > 0) request.beacon.round = options.round;
    const output::BuilderLock lock(invocation.portal.root, "draw announce");
    records::Portal portal = records::Portal::open(invocation.portal.portal_db(), false);
    records::PrivateStore persons = records::PrivateStore::open(invocation.portal.private_db(), false);
    const draws::Prepared prepared = draws::prepare(portal, persons, invocation.portal.settings(), request,
                                                    draws::randomness_for(invocation.portal, options.demo_secrets));
    const records::Id draw = options.dry_run ? 0 : draws::announce(portal, invocation.portal, prepared, request);
    if (invocation.json) {
        fmt::print("{}\n", json_of(prepared, draw).dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
    } else if (!invocation.quiet) {
        print(prepared);
        if (options.dry_run)
            fmt::print("✓ 只是试算，什么也没有写；去掉 --dry-run 正式承诺\n");
        else
            print_what_next(invocation, prepared, draw);
    }
    return done;
}

void add_pool_options(CLI::App* verb, AnnounceOptions& options) {
    draws::PoolRequest& pool = options.request.pool;
    verb->add_option("--scope", options.scope,
                     fmt::format("对象范围，栏目=值，可写几次（同一栏目为或，不同栏目为且）；栏目：{}",
                                 fmt::join(draws::scope_columns(), " ")));
    verb->add_option("--objects", pool.objects,
                     "对象清单（CSV、XLSX）：统一社会信用代码，可带“分层”一列；不写则用对象库");
    verb->add_option("--basis", options.basis, "分层依据：facts 公开的事实，classes 信用风险类别（不公开）")
        ->check(CLI::IsMember({"facts", "classes"}));
    verb->add_option("--stratum-by", pool.stratum_by, "facts：按哪一栏分层；不写则不分层");
    verb->add_flag("--exclude-visited", pool.exclude_visited, "排除本年度已经检查过的（VISITED-THIS-YEAR）");
    verb->add_option("--exclude-drawn", pool.exclude_drawn, "排除本年度已抽中这么多次的（DRAWN-N-TIMES）")
        ->check(CLI::Range(1, 100));
}

void add_draw_options(CLI::App* verb, AnnounceOptions& options) {
    draws::AnnounceRequest& request = options.request;
    verb->add_option(
            "--needs", request.needs,
            "每户要几名检查人员：部门:专长:人数，如 SCJG:food:1,SCJG:*:1；不写则发起部门 2 名、配合部门各 1 名")
        ->type_name("TEXT");
    verb->add_option("--ratio", request.ratios, "抽查比例，5% 或 分层代码=5%；不写则用计划里的");
    verb->add_option("--total", options.total, "共抽多少户，按最大余数分到各层")->check(CLI::PositiveNumber);
    request.cap = 20;
    verb->add_option("--cap", request.cap, "每名检查人员最多查几户（默认 20）")->check(CLI::Range(1, 999999));
    verb->add_option("--recuse", request.recuse, "回避清单（CSV、XLSX）：执法证号、统一社会信用代码");
    verb->add_option("--commit", request.commits, "持有人的承诺，office=… 和 supervisor=…（gongshi draw nonce 打印）")
        ->required();
    verb->add_option("--round", options.round, "随机源的轮次（drand quicknet）")->check(CLI::PositiveNumber);
    verb->add_option("--beacon-at", request.beacon.time, "随机源的时间；与 --round 都不写则为下一个工作日 10:00");
    verb->add_option("--deadline", request.deadline, "最迟哪天公开名单；不写则为任务的最后一天，或抽取后 60 天");
    verb->add_option("--title", request.title, "标题；不写则用任务名称");
    verb->add_option("--department", request.department, "由哪个部门（代码）承诺；不写则为发起部门");
}

}  // namespace

void add_draw_announce(CLI::App& group, Action& action) {
    CLI::App* verb = group.add_subcommand("announce", "承诺一次抽取：冻结对象库和检查人员库，定下户数、随机源和期限");
    auto options = std::make_shared<AnnounceOptions>();
    verb->add_option("TASK", options->request.task, "任务：编号、名称或网址里的编号")->required();
    add_pool_options(verb, *options);
    add_draw_options(verb, *options);
    verb->add_option("--by", options->request.by, "办理人");
    verb->add_option("--at", options->request.at, about_at);
    verb->add_flag("--dry-run", options->dry_run, "只试算，什么也不写");
    verb->add_option("--demo-secrets", options->demo_secrets, about_demo_secrets);
    verb->callback([&action, options] {
        action = [options](const Invocation& invocation) { return announce(invocation, *options); };
    });
}

}  // namespace generator
