#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "generator/draw_step_options.h"
#include "generator/draw_verbs.h"
#include "generator/draws/run.h"
#include "generator/output/builder_lock.h"

namespace generator {

namespace {

void print(const Invocation& invocation, records::Id draw, const draws::RunOutcome& outcome) {
    fmt::print("✓ 第 {} 号抽取已完成：抽中 {} 户，名单已锁定，公开之前保密\n", draw, outcome.drawn);
    if (outcome.unfilled > 0)
        fmt::print("! 没有配齐的名额 {} 个：用 gongshi draw assign 直接委派或请邻区匹配，逐件登记\n", outcome.unfilled);
    if (outcome.few_candidates > 0) fmt::print("! 候选检查人员不足四人的名额 {} 个\n", outcome.few_candidates);
    fmt::print(
        "  要打印的在 "
        "{}：slips.html（一企一表，上门时交给企业）、tasks.html（任务单，交给检查人员）；里面有姓名，不要外传\n"
        "! 随机数的 BLS 签名没有在这里核对：发布之后，从网站这次抽取的页面下载 record.json 和 "
        "announcement.json（两个都要），放进“核验”页，或放在一个文件夹里运行 node verify.mjs 文件夹，确认它真是 drand "
        "quicknet 的这一轮\n"
        "下一步：gongshi -C {} publish --by 姓名，公布 record.json（SHA-256 {}），须在随机源时刻后 24 小时之内\n",
        outcome.sheets.string(), invocation.portal.root.string(), outcome.record_digest);
}

/// Said even when quiet: the list would come out, but prove nothing. A demo portal's rounds are long past anyway.
void warn_unpublished(const draws::OpenDraw& draw, bool demo) {
    if (demo || draw.state != draws::State::announced || draw.announcement_published) return;
    fmt::print(stderr, "gongshi: !!! {}\n", draws::unpublished_in_time(draw));
}

int run(const Invocation& invocation, DrawStepOptions step, draws::RunRequest request) {
    const output::BuilderLock lock(invocation.portal.root, "draw run");
    records::Portal portal = records::Portal::open(invocation.portal.portal_db(), false);
    records::PrivateStore persons = records::PrivateStore::open(invocation.portal.private_db(), false);
    request.draw = begin_step(portal, step);
    request.at = step.at;
    request.by = step.by;
    warn_unpublished(draws::open_draw(portal, invocation.portal, request.draw), invocation.portal.settings().demo);
    const draws::RunOutcome outcome = draws::run(portal, persons, invocation.portal, request);
    if (invocation.json)
        fmt::print("{}\n", nlohmann::json{{"ok", true},
                                          {"id", request.draw},
                                          {"record_sha256", outcome.record_digest},
                                          {"drawn", outcome.drawn},
                                          {"unfilled", outcome.unfilled},
                                          {"few_candidates", outcome.few_candidates},
                                          {"sheets", outcome.sheets.string()}}
                               .dump(1));
    else if (!invocation.quiet)
        print(invocation, request.draw, outcome);
    return done;
}

}  // namespace

void add_draw_run(CLI::App& group, Action& action) {
    CLI::App* verb = group.add_subcommand("run", "抽取：随机源公布之后，算出名单并锁定，打印凭条和任务单");
    auto step = std::make_shared<DrawStepOptions>();
    auto request = std::make_shared<draws::RunRequest>();
    add_step_options(*verb, *step);
    verb->add_option("--beacon", request->beacon, "drand 这一轮的 JSON 文件（round、randomness、signature）")
        ->required();
    verb->add_option("--nonce", request->nonces, "秘密数文件，每个持有人一份")->required();
    verb->callback([&action, step, request] {
        action = [step, request](const Invocation& invocation) { return run(invocation, *step, *request); };
    });
}

}  // namespace generator
