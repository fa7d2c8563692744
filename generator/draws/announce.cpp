#include "generator/draws/announce.h"

#include <fmt/format.h>

#include <algorithm>

#include "draw/beacon.h"
#include "draw/commitments.h"
#include "draw/encoding.h"
#include "draw/moment.h"
#include "generator/draws/errors.h"
#include "generator/draws/holders.h"
#include "generator/draws/needs.h"
#include "generator/draws/office_series.h"
#include "generator/draws/pool_tables.h"
#include "generator/draws/public_words.h"
#include "generator/draws/self_check.h"
#include "generator/draws/step_files.h"
#include "generator/duties/holiday_notices.h"
#include "text/date.h"
#include "text/fold.h"

namespace draws {

namespace {

constexpr std::size_t key_bytes = 32, salt_bytes = 16;
constexpr int usual_days = 60, most_days = 400;  // of the deadline

std::int64_t moment_of(const std::string& at) {
    if (const auto time = draw::parse_time(at)) return *time;
    throw settings::Unusable("--at 的“" + at + "”不是时间，应写成 2026-11-18T09:00:00+08:00 这样");
}

std::vector<Ratio> ratios_of(const AnnounceRequest& request, const TaskFacts& task) {
    if (request.ratios.empty()) {
        std::vector<Ratio> ratios = request.pool.classes ? task.class_ratios : std::vector<Ratio>();
        ratios.insert(ratios.end(), task.ratios.begin(), task.ratios.end());
        return ratios;
    }
    std::vector<Ratio> ratios;
    for (const std::string& text : request.ratios) {
        const std::size_t equals = text.find('=');
        const std::string code = equals == std::string::npos ? "" : text.substr(0, equals);
        const std::vector<Ratio> read = ratios_in(equals == std::string::npos ? text : text.substr(equals + 1));
        if (read.size() != 1 || text.find('-', code.size()) != std::string::npos)
            throw settings::Unusable("--ratio 的“" + text + "”应写成 5% 或 分层代码=5%");
        ratios.push_back({code, read.front().ppm, text});
    }
    return ratios;
}

std::string deadline_of(const AnnounceRequest& request, const TaskFacts& task, std::int64_t beacon) {
    const auto announced = text::parse_iso(request.at.substr(0, 10));
    const auto drawn = text::parse_iso(draw::time_text(beacon).substr(0, 10));
    std::string deadline = request.deadline;
    if (!deadline.empty() && !text::parse_iso(deadline))
        throw settings::Unusable("--deadline 的“" + deadline + "”不是日期，应写成 2026-12-31 这样");
    if (deadline.empty()) {
        const auto last = text::parse_iso(task.last_day);
        const bool fits = last && *last > *drawn && text::days_between(*announced, *last) <= most_days;
        deadline = text::iso(fits ? *last : text::plus_days(*drawn, usual_days));
    }
    const auto day = text::parse_iso(deadline);
    if (*day < *drawn || text::days_between(*announced, *day) > most_days)
        throw Refused("公开期限 " + deadline + " 不行：应在抽取那天（" + text::iso(*drawn) +
                      "）之后、承诺日起 400 天之内；请用 --deadline 写明");
    return deadline;
}

void check_strata(const draw::Quota& quota, const PoolRequest& pool) {
    constexpr std::size_t most_strata = 64;
    if (quota.strata.size() > most_strata)
        throw Refused(
            fmt::format("分成了 {} 层，最多 {} 层；请换一栏分层（--stratum-by），或在 site.toml 里把几个词归到一个代码",
                        quota.strata.size(), most_strata));
    if (pool.classes)
        for (const draw::Quota::Stratum& stratum : quota.strata)
            if (stratum.code.size() != 1) throw Refused("按类别分层时各层只能是 A B C D");
}

/// Everything that a clerk should look at before publishing.
std::vector<std::string> notes_of(const Prepared& prepared, const Candidates& candidates, const BeaconChoice& beacon,
                                  const std::vector<PoolInspector>& inspectors, bool ratios_given) {
    std::vector<std::string> notes;
    if (beacon.provisional)
        notes.push_back("那一年的节假日安排还没有导入，抽取那天按周末推算；请核对后用 --beacon-at 写明");
    notes.push_back(fmt::format("候选检查人员不足四人的名额：{} 个（可以抽取的对象共有 {} 个名额）", candidates.few,
                                candidates.slots));
    if (candidates.none > 0)
        notes.push_back(fmt::format("一个候选都没有的名额：{} 个，抽取后只能直接委派或请邻区匹配", candidates.none));
    const std::uint64_t eligible = std::max<std::uint64_t>(
        1, static_cast<std::uint64_t>(std::count_if(prepared.pool.objects.begin(), prepared.pool.objects.end(),
                                                    [](const auto& one) { return one.excl.empty(); })));
    const std::uint64_t slots = candidates.slots / eligible * prepared.sums.drawn;
    std::uint64_t capacity = 0;
    for (const PoolInspector& one : inspectors) capacity += static_cast<std::uint64_t>(one.cap);
    if (capacity < slots)
        notes.push_back(
            fmt::format("要派 {} 人次，{} 名检查人员每人最多 {} 户只有 {} 人次：请加大 --cap，否则会有名额配不齐",
                        slots, inspectors.size(), inspectors.empty() ? 0 : inspectors.front().cap, capacity));
    if (std::any_of(inspectors.begin(), inspectors.end(), [](const auto& one) { return !one.recuse.empty(); }))
        notes.push_back("有回避关系：检查人员表（inspectors.tsv）以后只给审计看，不公开");
    if (ratios_given) notes.push_back("比例是命令里写的，没有用计划里的；请核对不低于法定比例");
    return notes;
}

}  // namespace

Prepared prepare(records::Portal& portal, records::PrivateStore& persons, const settings::Settings& settings,
                 const AnnounceRequest& request, const Randomness& random) {
    const std::int64_t announced = moment_of(request.at);
    const std::string day = request.at.substr(0, 10);
    Prepared prepared;
    prepared.task = task_facts(portal, request.task, day);
    const TaskFacts& task = prepared.task;
    if (!request.department.empty() && !settings.draw.departments.contains(request.department))
        throw settings::Unusable("--department 的“" + request.department +
                                 "”不在 site.toml 的 [draw.departments] 里；一个部门只用一个代码，序号才连续");
    draw::Announcement& announcement = prepared.announcement;
    announcement.nonces = read_holders(request.commits);
    require_fresh(portal, announcement.nonces);
    const std::vector<Need> needs =
        request.needs.empty() ? needs_of(task, settings.draw) : read_needs(request.needs, settings.draw);
    announcement.office =
        task.office + "-" + (request.department.empty() ? leading_code(task, settings.draw) : request.department);
    announcement.series = task.number.empty() ? fmt::format("T{}", task.task) : task.number;
    const PlaceInSeries place = next_place(portal, announcement.office, announcement.series);
    announcement.seq = place.seq;
    announcement.prev = place.prev;

    const duties::WorkingDays calendar(duties::merged_calendar(portal.calendar()), task.office);
    const BeaconChoice beacon = choose_beacon(announced, request.beacon, calendar);
    announcement.announced = request.at;
    announcement.basis = request.pool.classes ? "classes" : "facts";
    announcement.beacon = {beacon.ref, static_cast<std::uint64_t>(beacon.time), "drand"};
    announcement.deadline = deadline_of(request, task, beacon.time);
    announcement.title = request.title.empty() ? task.name + "双随机抽查" : request.title;
    require_publishable(announcement.title, "标题（--title）", settings, persons);

    PoolRequest pool = request.pool;
    pool.office = task.office;
    pool.day = day;
    prepared.pool = freeze_objects(portal, settings, pool);
    prepared.sums = count_strata(prepared.pool, ratios_of(request, task), request.total);
    const std::vector<PoolInspector> inspectors =
        freeze_inspectors(portal, persons, settings.draw, {task.office, needs, request.cap, request.recuse}, random);
    prepared.inspectors = inspectors.size();
    if (inspectors.empty())
        throw Refused("参加的部门在人员名录里没有在岗的检查人员；请先导入 inspectors，或用 --needs 换部门");
    const Candidates candidates = count_candidates(prepared.pool.objects, needs, inspectors);
    prepared.slots = candidates.slots;
    prepared.few_candidates = candidates.few;

    draw::Quota quota;
    quota.excluded = prepared.sums.excluded;
    quota.strata = prepared.sums.strata;
    quota.salt = draw::array_of<draw::Salt>(random.bytes(salt_bytes)).value();
    check_strata(quota, pool);
    const draw::Digest salt_key = draw::array_of<draw::Digest>(random.bytes(key_bytes)).value();
    Files& files = prepared.files;
    files["quota.json"] = draw::quota_json(quota);
    files["objects.tsv"] = objects_table(prepared.pool.objects, needs_text(needs));
    files["inspectors.tsv"] = inspectors_table(inspectors);
    files["salt-key"] = draw::hex(salt_key) + "\n";
    files["persons.json"] = persons_json(known_persons(inspectors));
    announcement.objects = objects_commitment(files["objects.tsv"], salt_key);
    announcement.inspectors = inspectors_commitment(files["inspectors.tsv"], salt_key);
    announcement.source = prepared.pool.source;
    announcement.drawn = prepared.sums.drawn;
    announcement.quota = draw::quota_commitment(files["quota.json"]);
    files["announcement.json"] = draw::announcement_json(announcement);
    prepared.digest = draw::announcement_digest(files["announcement.json"]);
    prepared.notes = notes_of(prepared, candidates, beacon, inspectors, !request.ratios.empty());
    draw::Told told;
    told.seen = request.at;
    require_sound(files, told,
                  {"beacon", "commitments", "object pool", "inspector pool", "drawn", "matching", "result root",
                   "replacements", "series"});
    return prepared;
}

namespace {

records::CommittedDraw committed(const Prepared& prepared) {
    const draw::Announcement& announcement = prepared.announcement;
    records::CommittedDraw draw;
    draw.digest = draw::hex(prepared.digest);
    draw.office_code = announcement.office;
    draw.seq = static_cast<std::int64_t>(announcement.seq);
    draw.prev = draw::hex(announcement.prev);
    draw.series = announcement.series;
    draw.basis = announcement.basis;
    draw.title = announcement.title;
    draw.announced_at = announcement.announced;
    draw.beacon_round = *draw::parse_ref(announcement.beacon.ref);
    draw.beacon_time = static_cast<std::int64_t>(announcement.beacon.time);
    draw.deadline = announcement.deadline;
    draw.drawn = static_cast<std::int64_t>(announcement.drawn);
    draw.objects_size = static_cast<std::int64_t>(announcement.objects.size);
    draw.inspectors_size = static_cast<std::int64_t>(announcement.inspectors.size);
    draw.few_candidates = static_cast<std::int64_t>(prepared.few_candidates);
    draw.announcement = prepared.files.at("announcement.json");
    return draw;
}

/// The ordinary record, as of an imported list: what everybody may see at once, and nothing that depends on a class.
records::DrawFacts ordinary(const Prepared& prepared) {
    const draw::Announcement& announcement = prepared.announcement;
    records::DrawFacts facts;
    facts.task = prepared.task.task;
    facts.number = fmt::format("{} 第 {} 号", announcement.office, announcement.seq);
    facts.title = announcement.title;
    facts.agency = prepared.task.leader;
    facts.drawn_at = draw::time_text(static_cast<std::int64_t>(announcement.beacon.time)).substr(0, 16) + "+08:00";
    facts.method = "可核验抽取（ssj1）：先承诺，再用公共随机源抽取";
    facts.scope = announcement.source;
    facts.population = static_cast<std::int64_t>(announcement.objects.size);
    facts.target = static_cast<std::int64_t>(announcement.drawn);
    if (announcement.basis == "facts")
        for (const draw::Quota::Stratum& stratum : prepared.sums.strata)
            facts.ratio += fmt::format("{}{} {}/{} 户", facts.ratio.empty() ? "" : "，",
                                       prepared.pool.strata.at(stratum.code), stratum.n, stratum.eligible);
    facts.inspectors_drawn = static_cast<std::int64_t>(announcement.inspectors.size);
    facts.matching = "随机匹配";
    facts.list_public = true;
    facts.reveal_on = announcement.deadline;
    facts.published_on = announcement.announced.substr(0, 10);
    facts.disclosure = "主动公开";
    return facts;
}

}  // namespace

records::Id announce(records::Portal& portal, const settings::PortalFolder& folder, const Prepared& prepared,
                     const AnnounceRequest& request) {
    const NewDrawFolder made(folder, prepared.files);
    Files open{{"announcement.json", prepared.files.at("announcement.json")}};
    if (prepared.announcement.basis == "facts") open["quota.json"] = prepared.files.at("quota.json");
    records::Id draw = 0;
    portal.transaction([&] {
        const records::Id batch = step_batch(portal, prepared.digest, "announce", request.by, request.at);
        draw = portal.announce_draw(batch, committed(prepared), ordinary(prepared));
        enter_files(portal, batch, draw, open, "announced");
        made.become(draw);
    });
    return draw;
}

}  // namespace draws
