// gongshi-states-site FOLDER: a site with every code and state that pages can show, also those which no spreadsheet
// brings about yet (a withdrawal has no verb) or which would depend on the day (a list that was not handed in).
// Fictional, as tests/public_example.h is; for the browser tests.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <mutex>
#include <sstream>

#include "generator/pages/site_pages.h"
#include "records/result_codes.h"
#include "tests/public_example.h"
#include "text/codes.h"

namespace {

using namespace records;

/// Further rows after those of the example: its ids are below 200.
class States {
  public:
    explicit States(PublicWriter& writer) : writer_(writer) {}

    void write() {
        example_.draw.draw.published_on.clear();  // listed by the day of drawing
        example_.write(writer_);
        writer_.office({"999902", "示例市乙区", "999900", "县", "示例市乙区双随机办"});  // has published nothing
        editions();
        tasks();
        draws();
        committed_draws();
        for (const ResultCode& code : result_codes()) coded(code);
        manners();
        dates();
        tombstones();
        ledger();
        log();
        for (const char* ground : {"国家秘密", "涉及商业秘密", "涉及个人隐私", "内部事务信息", "依申请公开", "其他"})
            writer_.withheld({"999901", "result", ground, 3});
        writer_.withheld({"", "penalty", "仅受到警告处罚", 1});
        writer_.withheld({"999901", "follow_up", "不予公开：正在办理的行政执法案卷信息", 1});
        writer_.finish();
    }

  private:
    PublicEdition edition(Id id, int number, const std::string& title) {
        PublicEdition edition = example_.adjusted;
        edition.edition.id = id, edition.edition.of = 2, edition.edition.number = number;
        edition.edition.head.title = title, edition.edition.reason = title;
        edition.edition.head.published_on = "2024-0" + std::to_string(3 + number) + "-01";
        for (EditionRow& row : edition.rows) row.id = id * 10, row.edition = id;
        return edition;
    }
    void editions() {
        PublicPlan plan = example_.plan;
        plan.plan.id = 2, plan.plan.name = "2024年度各种状态的计划";
        writer_.plan(plan);
        PublicEdition lapsed = edition(201, 0, "已经过了有效期的原计划");
        lapsed.edition.head.valid_until = "2024-06-30", lapsed.edition.head.published_on.clear();
        lapsed.edition.head.written_on = "2024-02-28";
        writer_.plan_edition(lapsed);
        PublicEdition withdrawn = edition(202, 1, "撤回的调整");
        withdrawn.rows.clear();
        withdrawn.standing.withdrawn_on = "2024-05-06", withdrawn.standing.withdrawn_reason = "公开了不应公开的内容";
        writer_.plan_edition(withdrawn);
        writer_.plan_edition(edition(203, 2, "现行的调整"));
        PublicEdition abolished = edition(204, 3, "作废的调整");
        abolished.edition.head.abolished_on = "2024-07-15";
        writer_.plan_edition(abolished);
    }
    void tasks() {
        const std::vector<std::pair<std::string, Due>> states{{"未开始", {"2025-03-01", "规范 第十条", true, "open"}},
                                                              {"进行中", {"2024-12-31", "规范 第十条", false, "open"}},
                                                              {"已完成", {"2024-10-31", "规范 第十条", false, "met"}},
                                                              {"逾期", {"2024-10-31", "规范 第十条", false, "overdue"}},
                                                              {"取消", {}}};
        Id id = 300;
        for (const auto& [state, due] : states) {
            PublicTask task = example_.task;
            task.id = ++id, task.name = state + "的任务", task.state = state, task.due = due;
            task.drawn = task.results = task.open_follow_ups = 0;
            writer_.task(task);
        }
        PublicTask unplanned = example_.task;
        unplanned.id = 310, unplanned.plan = 0, unplanned.name = "临时安排的任务", unplanned.state = "未开始";
        unplanned.due = {};
        writer_.task(unplanned);
    }
    PublicDraw& draw(Id id, const std::string& title) {
        draw_ = example_.draw;
        draw_.draw.id = draw_.draw.draw = id, draw_.draw.title = title, draw_.withheld = 0;
        return draw_;
    }
    void draws() {
        draw(401, "名单待公开的抽取").revealed = false;
        draw_.draw.reveal_on = "2024-12-01";
        writer_.draw(draw_);
        draw(402, "名单不公开的抽取").revealed = false;
        draw_.draw.list_public = false;
        writer_.draw(draw_);
        writer_.draw(draw(403, "名单没有收到的抽取"));
        draw(404, "撤回的抽取").standing.withdrawn_on = "2024-05-07";
        draw_.standing.withdrawn_reason = "抽取程序有误，重新抽取";
        writer_.draw(draw_);
        writer_.draw(draw(405, "名单里什么情况都有的抽取"));
        const std::vector<std::pair<std::string, Due>> states{
            {"未到期", {"2025-01-20", "规范 第十条", true, "open"}},
            {"没有期限规定", {}},
            {"逾期未公开", {"2024-04-01", "规范 第十条", false, "overdue"}},
            {"不予公开", {}}};
        int position = 0;
        for (const auto& [state, due] : states) {
            PublicEnterprise enterprise = example_.enterprise;
            enterprise.object = 500 + position, enterprise.code = "o" + std::to_string(500 + position);
            enterprise.name = "示例状态" + std::to_string(position + 1) + "号", enterprise.other_codes.clear();
            enterprise.inspected = 0;
            writer_.enterprise(enterprise);
            PublicDrawnObject row = example_.second;
            row.row.id = 500 + position, row.row.draw = 405, row.row.object = enterprise.object;
            row.row.position = ++position;
            row.code = enterprise.code, row.name = enterprise.name, row.state = state, row.result_due = due;
            writer_.drawn_object(row);
        }
        PublicEnterprise never = example_.enterprise;
        never.object = 510, never.code = "o510", never.name = "示例从未抽中", never.other_codes.clear();
        never.drawn = never.inspected = 0;
        writer_.enterprise(never);
    }
    /// A committed draw of the series, with its ordinary record.
    PublicCommittedDraw& committed(Id id, const std::string& title, const std::string& state) {
        draw(id, title).revealed = state == "revealed";
        draw_.draw.number.clear(), draw_.draw.published_on = "2023-09-0" + std::to_string(1 + committed_seq_);
        draw_.draw.reveal_on = "2024-12-31", draw_.draw.drawn_at.clear(), draw_.draw.population = 1200;
        writer_.draw(draw_);
        committed_ = {};
        committed_.draw = id, committed_.digest = std::string(62, 'd') + std::to_string(10 + committed_seq_);
        committed_.office_code = "999901-SCJG", committed_.seq = committed_seq_++;
        committed_.prev = committed_.seq == 0 ? std::string(64, '0') : last_digest_;
        last_digest_ = committed_.digest;
        committed_.series = "2024-FOOD-" + std::to_string(id), committed_.basis = "facts", committed_.title = title;
        committed_.announced_at = draw_.draw.published_on + "T09:00:00+08:00", committed_.beacon_round = 657413;
        committed_.beacon_time = 1694775600, committed_.deadline = "2024-12-31", committed_.drawn = 45;
        committed_.objects_size = 1200, committed_.inspectors_size = 9, committed_.few_candidates = 0;
        committed_.state = state;
        if (state == "drawn" || state == "revealed" || state == "aborted")
            committed_.recorded_at = "2023-09-15T19:30:00+08:00";
        if (state == "revealed") committed_.revealed_at = "2023-12-01T10:00:00+08:00";
        if (state == "revealed" || state == "aborted") committed_.unfilled = 0;
        return committed_;
    }
    void write_committed(const std::vector<std::string>& files) {
        writer_.committed_draw(committed_);
        for (const std::string& name : files) writer_.draw_file({committed_.draw, name, 1234, std::string(64, 'f')});
        if (committed_.basis != "facts") return;
        writer_.draw_stratum({committed_.draw, "A", "小餐饮", 800, 30, 30'000});
        writer_.draw_stratum({committed_.draw, "B", "学校食堂", 300, 15, 0});
        writer_.draw_exclusion({committed_.draw, "VISITED-THIS-YEAR", 60});
        writer_.draw_exclusion({committed_.draw, "SUSPENDED-BUSINESS", 40});
    }
    static std::string code(std::size_t number) {
        const std::string first = "91999901MA1" + std::to_string(10'000 + number) + "0";
        return first + text::unified_check_character(first).value();
    }
    /// 1,200 rows with tickets that go all over the range.
    void pool(std::uint64_t factor) {
        std::map<std::string, std::vector<std::pair<std::string, std::size_t>>> tickets;
        std::vector<PublicDrawPoolRow> rows;
        for (std::size_t i = 0; i < 1200; ++i) {
            std::ostringstream ticket;
            ticket << std::hex << std::setw(16) << std::setfill('0') << (i + 7) * factor * 0x9E3779B97F4A7C15u;
            PublicDrawPoolRow row{committed_.draw, code(i), "A", "", ticket.str(), {}, {}};
            if (i == 3) row.id = "99999901MA0000001X";
            if (i >= 860) row.stratum = "B";
            if (i % 12 == 5) row.excl = i % 5 < 3 ? "VISITED-THIS-YEAR" : "SUSPENDED-BUSINESS";
            if (row.excl.empty()) tickets[row.stratum].emplace_back(row.ticket, i);
            rows.push_back(std::move(row));
        }
        for (auto& [stratum, order] : tickets) std::sort(order.begin(), order.end());
        for (const auto& [stratum, order] : tickets)
            for (std::size_t at = 0; at < order.size(); ++at) rows[order[at].second].rank = static_cast<Id>(at + 1);
        for (PublicDrawPoolRow& row : rows) {
            if (row.excl.empty()) continue;
            const auto& order = tickets[row.stratum];
            const auto place = std::lower_bound(order.begin(), order.end(), std::pair(row.ticket, std::size_t{0}));
            row.rank_if_not_excluded = place - order.begin() + 1;
        }
        std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        for (const PublicDrawPoolRow& row : rows) writer_.draw_pool_row(row);
        if (committed_.state != "revealed") return;
        std::vector<std::string> codes;
        for (const PublicDrawPoolRow& row : rows)
            if (row.rank && *row.rank <= (row.stratum == "A" ? 30 : 15)) codes.push_back(row.id);
        if (committed_.replaced > 0) {  // one drawn is replaced by the next of its stratum
            const auto ranked = [&](std::int64_t rank) {
                return std::find_if(rows.begin(), rows.end(),
                                    [&](const auto& row) { return row.stratum == "A" && row.rank == rank; })
                    ->id;
            };
            std::replace(codes.begin(), codes.end(), ranked(30), ranked(31));
        }
        list(codes);
    }
    void list(const std::vector<std::string>& codes) {
        int position = 0;
        for (const std::string& code : codes) {
            PublicDrawnObject object = example_.second;
            object.row.id = committed_.draw * 1000 + position, object.row.draw = committed_.draw, object.row.object = 0;
            object.row.position = ++position, object.row.inspectors = {"P7Q2", "K3M9"};
            object.code = code, object.name = "示例小吃店" + code.substr(11, 5), object.state = "未到期";
            object.result_due = {"2025-01-20", "规范 第十条", true, "open"};
            writer_.drawn_object(object);
        }
    }
    void committed_draws() {
        const std::vector<std::string> announced{"announcement.json", "quota.json"},
            drawn{"announcement.json", "events.json", "quota.json", "record.json"},
            opened{"announcement.json", "drawn.json", "events.json", "inspectors.tsv",
                   "objects.tsv",       "quota.json", "record.json", "reveal.json"};
        committed(411, "已承诺、待抽取的抽取", "announced");
        write_committed(announced);
        committed(412, "已抽取、名单待公开的抽取", "drawn").reassigned = 1;
        write_committed(drawn);
        committed(413, "名单已公开、可核验的抽取", "revealed").replaced = 1;
        committed_.reassigned = 2, committed_.unfilled = 1, committed_.few_candidates = 3;
        write_committed(opened);
        pool(1);
        committed(414, "按信用风险分类分层的抽取", "revealed").basis = "classes";
        committed_.few_candidates.reset();
        write_committed({"announcement.json", "drawn.json", "events.json", "record.json"});
        list({code(5), code(73)});
        committed(415, "中止的抽取", "aborted").later = 416;
        committed_.series = "2024-FOOD", committed_.ended_at = "2023-10-03T15:00:00+08:00";
        committed_.end_kind = "abort", committed_.end_order = "甲双随机办令〔2024〕1号";
        write_committed(opened);
        pool(3);
        committed(416, "中止以后重新进行的抽取", "revealed").earlier = 415;
        committed_.series = "2024-FOOD";
        write_committed(opened);
        pool(5);
        committed(417, "取消的抽取", "cancelled").ended_at = "2023-09-10T09:00:00+08:00";
        committed_.end_kind = "cancel";
        write_committed({"announcement.json", "end.json", "quota.json"});
        committed(418, "逾期未公开的抽取", "drawn").overdue = true;
        committed_.deadline = "2023-12-31";
        write_committed(drawn);
    }
    PublicResult& result(const std::string& code) {
        result_ = example_.clean;
        result_.facts.id = next_result_++, result_.facts.codes = {code};
        const auto known = code_of(code);
        result_.facts.outcome = known ? std::string(known->term) : code;
        result_.problem_found = known && known->problem;
        result_.published_due = {"2024-04-20", "规范 第十条", false, "met"};
        return result_;
    }
    void coded(const ResultCode& code) { writer_.result(result(std::string(code.code))); }
    void manners() {
        result("no_problem").facts.signature = "拒绝签字";
        writer_.result(result_);
        for (const char* manner : {"拒绝接受抽查", "隐瞒真实情况", "弄虚作假"}) {
            result("uncooperative").facts.cooperation = manner;
            writer_.result(result_);
        }
        result("no_problem").facts.record_form = "无";
        writer_.result(result_);
        std::vector<std::string> methods;
        for (const MethodCode& method : method_codes()) methods.emplace_back(method.term);
        result("no_problem").facts.methods = methods;
        writer_.result(result_);
        result("not_disclosed").facts.codes = {"not_disclosed", "corrected"};
        writer_.result(result_);
    }
    void dates() {
        for (const Due& due :
             {Due{"2024-04-20", "规范 第十条", false, "met"}, Due{"2024-03-20", "规范 第十条", false, "late"},
              Due{"2024-03-20", "规范 第十条", false, "overdue"}, Due{"2025-01-20", "规范 第十条", true, "open"},
              Due{"2024-03-20", "规范 第十条", false, "unknown"}}) {
            result("problem_pending").published_due = due;
            result_.follow_up_state = "未完结";
            writer_.result(result_);
            PublicFollowUp step = example_.open;
            step.facts.id = step.facts.result = result_.facts.id, step.facts.step = 1, step.due = due;
            step.facts.state = due.state == "late" ? "已完结" : "未完结";
            if (due.state == "late") step.facts.finished_on = "2024-04-10", step.facts.outcome = "已改正";
            writer_.follow_up(step);
        }
    }
    void tombstones() {
        result("corrected").standing.withdrawn_on = "2024-06-01";
        result_.standing.withdrawn_reason = "处罚决定被依法撤销";
        result_.facts.codes.clear(), result_.facts.outcome.clear();
        writer_.result(result_);
        result("corrected").standing.expired_on = "2024-09-30";
        result_.facts.codes.clear(), result_.facts.outcome.clear();
        writer_.result(result_);
        result("no_problem").standing.corrected = {"检查日期录入有误"};
        writer_.result(result_);
        PublicPenalty penalty = example_.penalty;
        penalty.facts.id = 601, penalty.standing.withdrawn_on = "2024-08-11";
        penalty.standing.withdrawn_reason = "经行政复议撤销";
        writer_.penalty(penalty);
        penalty.facts.id = 602, penalty.standing = {};
        penalty.standing.expired_on = "2024-10-01";
        writer_.penalty(penalty);
    }

    void correction(const char* kind, Id record, const char* field, const char* before, const char* after,
                    const char* reason = "录入有误", const char* day = "2024-10-08") {
        PublicCorrection correction;
        correction.id = ++next_correction_, correction.kind = kind, correction.record = record;
        correction.corrected_on = day, correction.reason = reason;
        correction.field = field, correction.before = before, correction.after = after;
        writer_.correction(correction);
    }
    void part_correction() {
        PublicCorrection correction;
        correction.id = ++next_correction_, correction.kind = "plan_edition", correction.record = 12;
        correction.part = 42, correction.corrected_on = "2024-10-08", correction.reason = "录入有误";
        correction.field = "ratio", correction.before = "3%", correction.after = "5%";
        writer_.correction(correction);
    }
    void objection(const char* kind, Id record, const Due& due, const char* marked_on, const char* answered_on = "",
                   const char* outcome = "") {
        PublicObjection objection;
        objection.id = ++next_objection_, objection.receipt = "YY2024-" + std::to_string(next_objection_);
        objection.kind = kind, objection.record = record, objection.object = 100, objection.office = "999901";
        objection.received_on = "2024-10-08", objection.marked_on = marked_on, objection.due = due;
        objection.ground = "认为检查日期和实际不一致", objection.answered_on = answered_on;
        objection.outcome = outcome;
        writer_.objection(objection);
    }
    void statement(Id result, const char* body, const char* withdrawn_on = "") {
        PublicStatement statement;
        statement.id = ++next_statement_, statement.object = 100, statement.result = result;
        statement.received_on = "2024-10-09", statement.body = body;
        statement.standing.withdrawn_on = withdrawn_on;
        if (*withdrawn_on != 0) statement.standing.withdrawn_reason = "企业申请撤回", statement.body.clear();
        writer_.statement(statement);
    }
    void ledger() {
        for (const char* field : {"problem", "inspected_on"}) correction("result", 81, field, "旧的内容", "新的内容");
        correction("result", 81, "note", "", "补充的说明", "补充说明", "2024-11-01");
        correction("result", 81, "disposal", "删去的内容", "", "补充说明", "2024-11-01");
        correction("result", 81, "", "", "", "公开了不应公开的内容", "2024-11-02");
        correction("follow_up", 91, "measure", "警告", "责令改正");
        correction("penalty", 95, "amount", "5000", "500");
        correction("plan_edition", 11, "document_number", "甲双随机办〔2024〕2号", "甲双随机办〔2024〕3号");
        correction("item_list_edition", 21, "title", "清单", "甲区抽查事项清单");
        correction("draw", 6, "population", "20", "200");
        correction("object", 100, "trade", "餐饮", "零售");
        correction("task", 5, "ratio", "3%", "5%");
        part_correction();
        const Due soon{"2024-10-09", "地方规定 第三条", false, "met"};
        objection("result", 81, soon, "2024-10-08");
        objection("penalty", 95, {"2024-10-09", "地方规定 第三条", false, "late"}, "2024-10-20", "2024-10-28",
                  "不成立：处罚决定没有变更");
        objection("follow_up", 91, {"2024-10-09", "地方规定 第三条", false, "overdue"}, "");
        objection("draw", 6, {"2025-01-09", "地方规定 第三条", true, "open"}, "");
        objection("plan_edition", 12, {}, "2024-10-08", "2024-10-10", "成立，已更正");
        objection("result", 80, soon, "2024-10-08", "2024-10-10", "部分成立：日期已更正");
        statement(81, "已经按要求改正，\n改正材料已于当天送交。<b>请核对</b>");
        statement(0, "本店已经搬到新的地址。");
        statement(81, "", "2024-10-30");
        PublicPenalty published = example_.penalty;
        published.facts.id = 603, published.facts.expires_on = "2027-05-01", published.facts.content = "罚款五百元";
        writer_.penalty(published);
        result("problem_pending").facts.expires_on = "2025-04-02";
        writer_.result(result_);
    }
    void change(const char* day, const char* action, const char* kind, Id record, const char* title,
                std::int64_t count = 1, const char* reason = "", Id publication = 3) {
        PublicChange change;
        change.id = ++next_change_, change.publication = publication, change.changed_on = day, change.action = action;
        change.kind = kind, change.office = "999901", change.record = record, change.title = title;
        change.count = count, change.reason = reason;
        writer_.change(change);
    }
    void log() {
        for (Id id = 1; id <= 3; ++id) writer_.publication({id, "2024-0" + std::to_string(id + 7) + "-01"});
        for (const char* kind : {"plan_edition", "item_list_edition", "task", "object", "draw", "drawn_object",
                                 "result", "follow_up", "penalty", "attachment", "rule", "calendar_day"})
            change("2024-08-01", "published", kind, 0, "", 12, "", 1);
        for (Id i = 0; i < 130; ++i)
            change("2024-09-02", "published", "result", 1001 + i % 20, "示例甲商贸有限公司", 1, "", 2);
        change("2024-10-08", "corrected", "result", 81, "示例甲商贸有限公司", 1, "录入有误");
        change("2024-10-08", "corrected", "follow_up", 91, "", 1, "录入有误");
        change("2024-10-08", "corrected", "plan_edition", 11, "2024年度抽查工作计划", 1, "文号录入有误");
        change("2024-10-08", "objected", "objection", 1, "YY2024-1");
        change("2024-10-10", "answered", "objection", 105, "YY2024-5");
        change("2024-10-09", "stated", "statement", 1, "示例甲商贸有限公司");
        change("2024-10-01", "expired", "penalty", 602, "", 1, "", 0);
        change("2024-08-11", "withdrawn", "penalty", 601, "", 1, "经行政复议撤销");
        change("2024-07-15", "voided", "plan_edition", 204, "作废的调整", 1, "抽查事项已取消");
    }

    PublicWriter& writer_;
    Id next_correction_ = 0, next_objection_ = 0, next_statement_ = 0, next_change_ = 0;
    tests::Example example_;
    PublicDraw draw_;
    PublicCommittedDraw committed_;
    int committed_seq_ = 0;
    std::string last_digest_;
    PublicResult result_;
    Id next_result_ = 1001;
};

void put(const std::filesystem::path& file, std::string_view bytes) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: gongshi-states-site FOLDER\n";
        return 2;
    }
    const std::filesystem::path folder = arguments[1], temporary = folder / "temporary";
    std::filesystem::create_directories(temporary);
    std::filesystem::create_directories(folder / "data");
    {
        records::PublicWriter writer(folder / "data/public.db");
        States(writer).write();
    }
    std::mutex mutex;
    pages::render_site(folder / "data/public.db", {},
                       {[&](std::string_view path, std::string_view bytes) { put(folder / path, bytes); },
                        [&](std::string_view path, const std::filesystem::path& file) {
                            const std::lock_guard lock(mutex);
                            std::filesystem::create_directories((folder / path).parent_path());
                            std::filesystem::copy_file(file, folder / path);
                        },
                        temporary});
    std::filesystem::remove_all(temporary);
    return 0;
}
