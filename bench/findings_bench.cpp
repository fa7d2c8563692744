// What judging the rules adds to a publication: the projection of a made-up portal of one district into public.db, with
// no rules, and with twenty rules over every noun that has many rows.
// usage: findings_bench RESULTS [FOLDER]
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "generator/publish/publish.h"

namespace {

namespace fs = std::filesystem;
using records::Id;
using records::Portal;

const char* const area = "990101";
constexpr int tasks = 200;

void fill(Portal& portal, long results) {
    const Id batch = portal.begin_batch({0, "results", "made", "made", "甲", "2026-11-01", "{}", std::nullopt});
    portal.put_office({area, "示例区", "990100", "县", "办公室"});
    const Id department = portal.department(area, "示例局");
    const Id plan = portal.mint_plan(batch, {0, area, department, 2026, "计划", "", false});
    records::Edition edition;
    edition.of = plan;
    edition.head.published_on = "2026-03-01";
    const Id edition_id = portal.add_plan_edition(batch, edition);
    std::vector<std::pair<Id, Id>> drawn;  // task, draw
    for (int at = 0; at < tasks; ++at) {
        const Id task = portal.mint_task(batch, plan);
        records::EditionRow row;
        row.edition = edition_id, row.task = task, row.position = at;
        row.cells.values = {{"task_name", {"任务" + std::to_string(at), {}, {}}},
                            {"joint", {at % 3 ? "是" : "否", {}, {}}}};
        portal.add_task_in_edition(batch, 0, row);
        records::DrawFacts draw;
        draw.draw = portal.mint_draw(batch, task, "1");
        draw.task = task, draw.number = "1", draw.drawn_at = "2026-05-06 09:00", draw.matching = "随机匹配";
        portal.add_draw_record(batch, draw);
        drawn.emplace_back(task, draw.draw);
    }
    for (long at = 0; at < results; ++at) {
        const auto& [task, draw] = drawn[static_cast<std::size_t>(at % tasks)];
        records::ObjectFacts object;
        object.object = portal.mint_object(batch, "企业");
        object.kind = "企业", object.area = area, object.name = "示例企业" + std::to_string(at) + "号有限公司";
        portal.add_object_record(batch, 0, object);
        records::DrawnObject row;
        row.draw = draw, row.object = object.object, row.position = static_cast<int>(at / tasks);
        portal.add_drawn_object(batch, 0, row);
        records::ResultFacts result;
        result.task = task, result.object = object.object, result.draw = draw, result.department = department;
        result.item = "登记事项检查", result.outcome = "未发现问题", result.codes = {"no_problem"},
        result.methods = {"1"};
        result.inspected_on = result.finished_on = result.produced_on = "2026-06-01";
        result.published_on = at % 50 == 0 ? "2026-08-03" : "2026-06-10";
        result.audit_state = "已公示", result.record_form = at % 40 == 0 ? "无" : "有";
        portal.add_result(batch, 0, result);
    }
}

void add_rules(Portal& portal) {
    const Id batch = portal.begin_batch({0, "rules", "rules", "rules", "甲", "2026-11-01", "{}", std::nullopt});
    const char* const shares[][3] = {{"结果[公示日期=有]", "结果", "≥100%"},
                                     {"结果[检查记录表=有]", "结果", "≥100%"},
                                     {"结果[发现问题=是]", "结果", ""},
                                     {"抽中对象[有结果=是]", "抽中对象", "≥100%"},
                                     {"抽中对象[任务.是否联合检查=是]", "抽中对象", "≥80%"},
                                     {"对象[本年抽中=是]", "对象", "≥5%"},
                                     {"对象[本年检查次数≤1]", "对象[本年检查次数≥1]", "≥100%"},
                                     {"检查[结果已公示=是]", "检查", "≥100%"},
                                     {"任务[是否联合检查=是]", "任务", "≥15%"}};
    int number = 0;
    records::RuleFacts rule;
    rule.office = area, rule.document = "办法", rule.requirement = "要求", rule.machine_judged = true;
    for (int round = 0; round < 2; ++round)
        for (const auto& [numerator, denominator, threshold] : shares) {
            rule.code = std::to_string(++number), rule.kind = "比例";
            rule.numerator = numerator, rule.denominator = denominator, rule.threshold = threshold;
            portal.put_rule(batch, rule);
        }
    rule.numerator = rule.denominator = rule.threshold = "";
    for (const char* subject : {"结果公示", "结果录入"}) {
        rule.code = std::to_string(++number), rule.kind = "期限", rule.subject = subject;
        rule.start_event = "检查结果产生", rule.length = 20, rule.unit = "工作日";
        portal.put_rule(batch, rule);
    }
}

double processor_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

void measure(Portal& portal, const fs::path& folder, const char* what) {
    const fs::path file = folder / "public.db";
    fs::remove(file);
    const auto begun = std::chrono::steady_clock::now();
    const double before = processor_seconds();
    portal.transaction([&] {
        records::PublicWriter writer(file);
        publish::project(portal, settings::Settings{}, settings::PortalFolder{folder}, "2026-11-18",
                         Portal::Which::with_drafts, writer);
    });
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    std::printf("projection %s: %.1f s, processor %.1f s, peak %.0f MB, public.db %.0f MB\n", what, taken.count(),
                processor_seconds() - before, static_cast<double>(used.ru_maxrss) / 1e3,
                static_cast<double>(fs::file_size(file)) / 1e6);
}

}  // namespace

int main(int argc, char** argv) {
    const long results = argc > 1 ? std::atol(argv[1]) : 100'000;
    const fs::path folder = fs::path(argc > 2 ? argv[2] : ".") / "bench-findings";
    fs::remove_all(folder);
    fs::create_directories(folder);
    {
        Portal portal = Portal::open(folder / "portal.db", true);
        portal.transaction([&] { fill(portal, results); });
        measure(portal, folder, "without rules");
        portal.transaction([&] { add_rules(portal); });
        measure(portal, folder, "with 20 rules");
    }
    fs::remove_all(folder);
}
