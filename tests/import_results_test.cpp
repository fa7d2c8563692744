// Draws, results, follow-ups, penalties, and the master data: each row finds its task and its object, or says why not.
#include <catch2/catch.hpp>

#include "tests/import_case.h"

using namespace tests;

namespace {

const Context office{{"office", "999901"}};

/// A portal with a plan of two tasks, another plan with a task of the same name, and two objects.
struct Prepared : ImportCase {
    Prepared() {
        const std::string header = "抽查任务编号,抽查任务名称,抽查事项,抽查时间\n";
        import(write("plan.csv",
                     header + "999901202602101001,登记事项检查,登记,3月\n999901202602101002,年报检查,年报,6月\n"),
               plan_context());
        Context other = plan_context();
        other["plan_name"] = "公安计划";
        import(write("plan2.csv", header + "999901202602101009,年报检查,年报,6月\n"), other);
        import(write("objects.csv", "企业名称,统一社会信用代码,成立日期\n甲公司," + fictional_code(1) +
                                        ",2019-01-01\n乙公司," + fictional_code(2) + ",2019-01-01\n同名店," +
                                        fictional_code(3) + ",2019-01-01\n同名店," + fictional_code(4) +
                                        ",2019-01-01\n"));
    }
    importing::ImportReport results(const std::string& rows, const std::string& more_columns = "") {
        return import(
            write("r" + std::to_string(++files) + ".csv",
                  "抽查任务名称,企业名称,统一社会信用代码,检查事项,检查结果,检查完成日期" + more_columns + "\n" + rows),
            office);
    }
    importing::ImportReport draws(const std::string& rows) {
        return import(write("d" + std::to_string(++files) + ".csv",
                            "抽查任务名称,抽取批次,抽取时间,企业名称,统一社会信用代码,检查人员\n" + rows),
                      office);
    }
    importing::ImportReport follow_ups(const std::string& rows, const std::string& more_columns = "") {
        return import(write("f" + std::to_string(++files) + ".csv",
                            "抽查任务名称,企业名称,统一社会信用代码,处置状态,处置措施,后续处置信息产生日期,完结日期" +
                                more_columns + "\n" + rows),
                      office);
    }
    importing::ImportReport penalties(const std::string& rows, const std::string& more_columns = "") {
        return import(write("p" + std::to_string(++files) + ".csv",
                            "行政处罚决定书文号,当事人名称,统一社会信用代码,违法行为类型,行政处罚内容,"
                            "作出处罚决定机关名称,处罚决定日期" +
                                more_columns + "\n" + rows),
                      office);
    }
    int files = 0;
};

const std::string one = "登记事项检查,甲公司," + fictional_code(1) + ",登记,";

std::string penalty(const std::string& number, const std::string& more = "") {
    return number + ",甲公司," + fictional_code(1) + ",虚假宣传,罚款一万元,乙区市场监督管理局,2026-07-01" + more + "\n";
}

}  // namespace

TEST_CASE("a result finds its task by name or number and its object by code or name", "[import]") {
    Prepared portal;
    const auto report =
        portal.results(one + "未发现问题,2026-05-01\n登记事项检查,乙公司,,登记,未发现问题,2026-05-02\n");
    CHECK(errors(report).empty());
    CHECK(report.kind == "results");
    CHECK(portal.select("SELECT task, object, item, codes, finished_on FROM result") ==
          "1|1|登记|[\"no_problem\"]|2026-05-01\n1|2|登记|[\"no_problem\"]|2026-05-02\n");
    const auto numbered = portal.import(
        portal.write("n.csv",
                     "抽查任务编号,企业名称,统一社会信用代码,检查结果\n９９９９０１２０２６０２１０１００９,甲公司," +
                         fictional_code(1) + ",未发现问题\n"),
        office);
    CHECK(errors(numbered).empty());
    CHECK(portal.select("SELECT task FROM result ORDER BY id DESC LIMIT 1") == "3\n");
}

TEST_CASE("a task that several plans have is not guessed: the row says which are meant", "[import]") {
    Prepared portal;
    const std::string row = "年报检查,甲公司," + fictional_code(1) + ",年报,未发现问题,2026-07-01";
    const auto ambiguous = portal.results(row + "\n");
    CHECK(holds(errors(ambiguous),
                "2:1 抽查任务名称「年报检查」有几个任务都对得上：2（乙区计划：年报检查），3（公安计划：年报检查）"));
    CHECK(errors(portal.results(row + ",公安计划\n", ",抽查计划名称")).empty());
    CHECK(portal.select("SELECT task FROM result") == "3\n");
    CHECK(errors(portal.results(row + ",2\n", ",任务页面编号")).empty());
    CHECK(portal.select("SELECT task FROM result ORDER BY id") == "3\n2\n");
    CHECK(holds(errors(portal.results(row + ",77\n", ",任务页面编号")), "没有永久编号为 77 的任务"));
}

TEST_CASE("an unknown task is refused, a number that disagrees with a name is told", "[import]") {
    Prepared portal;
    CHECK(holds(errors(portal.results("广告检查,甲公司," + fictional_code(1) + ",登记,未发现问题,2026-05-01\n")),
                "抽查任务名称「广告检查」计划里没有这个任务：广告检查 → 请先导入计划，或核对任务编号、名称"));
    CHECK(holds(errors(portal.results(",甲公司," + fictional_code(1) + ",登记,未发现问题,2026-05-01\n")),
                "没有写明是哪个抽查任务"));
    const auto differing = portal.results(one + "未发现问题,2026-05-01,999901202602101009\n", ",抽查任务编号");
    CHECK(holds(told(differing), "编号对上的任务名称是“年报检查”，按编号认定"));
    const auto unknown = portal.results(one + "未发现问题,2026-05-01,7\n", ",抽查任务编号");
    CHECK(holds(told(unknown), "计划里没有这个编号，按名称认定为“登记事项检查”"));
}

TEST_CASE("the context's task holds for rows that name none", "[import]") {
    Prepared portal;
    Context context = office;
    context["task_number"] = "999901202602101002";
    CHECK(errors(portal.import(portal.write("r.csv", "企业名称,统一社会信用代码,检查结果\n甲公司," + fictional_code(1) +
                                                         ",未发现问题\n"),
                               context))
              .empty());
    CHECK(portal.select("SELECT task FROM result") == "2\n");
}

TEST_CASE("an object without a code must have a name that is only one object's", "[import]") {
    Prepared portal;
    CHECK(
        holds(errors(portal.results("登记事项检查,同名店,,登记,未发现问题,2026-05-01\n")), "对象库里有几个同名的对象"));
    CHECK(holds(errors(portal.results("登记事项检查,无名店,,登记,未发现问题,2026-05-01\n")),
                "对象库里没有这个名称，这一行又没有代码"));
}

TEST_CASE("an object the library does not have is recorded from the list, once told", "[import]") {
    Prepared portal;
    const auto report =
        portal.results("登记事项检查,新公司," + fictional_code(9) + ",登记,未发现问题,2026-05-01\n登记事项检查,新店," +
                       fictional_code(10, "92") + ",登记,未发现问题,2026-05-01\n");
    CHECK(errors(report).empty());
    CHECK(holds(told(report), "有 2 个对象不在名录库里，已按本表的名称和代码建档"));
    CHECK(portal.select("SELECT o.kind, r.name FROM object o JOIN object_record r ON r.key=o.id WHERE o.id>4") ==
          "企业|新公司\n个体工商户|新店\n");
}

TEST_CASE("several results in one cell become their codes; other words are kept as written and told", "[import]") {
    Prepared portal;
    const auto report = portal.results(
        one + "\"未按规定公示其他应当公示的信息、公示信息隐瞒真实情况、弄虚作假\",2026-05-01\n登记事项检查,乙公司," +
        fictional_code(2) + ",登记,基本合格,2026-05-01\n");
    CHECK(errors(report).empty());
    const std::string codes = portal.select("SELECT codes FROM result");
    CHECK(std::count(codes.begin(), codes.end(), '"') == 4);  // two codes, then none
    CHECK(holds(codes, "[]\n"));
    CHECK(holds(told(report), "“基本合格”不是规定的结果用语，按原文保存"));
    CHECK(holds(portal.select("SELECT outcome FROM result"), "基本合格\n"));
}

TEST_CASE("what is not published needs its reason and basis, in results, follow-ups and penalties", "[import]") {
    Prepared portal;
    const std::string columns = ",公开方式,不公开理由,不公开依据,决定单位,复审日期";
    CHECK(
        holds(errors(portal.results(one + "未发现问题,2026-05-01,不予公开,,,,\n", columns)), "不主动公开却没有写理由"));
    CHECK(holds(errors(portal.results(one + "未发现问题,2026-05-01,不予公开,涉及国家秘密,,,\n", columns)),
                "不主动公开却没有写依据"));
    CHECK(errors(portal.results(one + "发现问题待后续处理,2026-05-01,不予公开,涉及国家秘密,保密法,甲局,2027年5月1日\n",
                                columns))
              .empty());
    CHECK(portal.select("SELECT disclosure, withheld_reason, withheld_basis, withheld_decided_by, withheld_review_on "
                        "FROM result") == "不予公开|涉及国家秘密|保密法|甲局|2027-05-01\n");
    CHECK(holds(
        errors(portal.follow_ups(
            "登记事项检查,甲公司," + fictional_code(1) + ",未完结,责令改正,2026-05-02,,依申请公开,,,,\n", columns)),
        "不主动公开却没有写理由"));
    CHECK(holds(errors(portal.penalties(penalty("甲罚〔2026〕1号", ",不予公开,,,,"), columns)),
                "不主动公开却没有写理由"));
    CHECK(holds(errors(portal.results(one + "未发现问题,2026-05-01,也许,,,,\n", columns)),
                "公开方式「也许」不认识的公开方式"));
    CHECK(errors(portal.results("登记事项检查,乙公司," + fictional_code(2) + ",登记,未发现问题,2026-05-01,是,\n",
                                ",是否公开,不公开理由"))
              .empty());
    CHECK(portal.select("SELECT disclosure FROM result WHERE object=2") == "主动公开\n");
}

TEST_CASE("a draft result is replaced, a published one changes only by correction", "[import]") {
    Prepared portal;
    portal.results(one + "未发现问题,2026-05-01\n");
    const auto draft = portal.results(one + "发现问题待后续处理,2026-05-01\n");
    CHECK(draft.replaced_drafts == 1);
    portal.publish();
    const std::string before = portal.contents();
    const auto refused = portal.results(one + "未发现问题,2026-05-01\n");
    CHECK(holds(errors(refused), "检查结果「未发现问题」这一行已经公布，与公布的内容不同"));
    CHECK(portal.contents() == before);
    const auto corrected =
        portal.correct(portal.path() / ("r" + std::to_string(portal.files) + ".csv"), office, "录入错误");
    CHECK(errors(corrected).empty());
    CHECK(corrected.corrected == 1);
    CHECK(portal.select("SELECT outcome, correction_reason FROM result ORDER BY id DESC LIMIT 1") ==
          "未发现问题|录入错误\n");
    CHECK(portal.select("SELECT count(*) FROM result") == "3\n");
}

TEST_CASE("one task, object and item twice in a file is an error that names both rows", "[import]") {
    Prepared portal;
    CHECK(holds(errors(portal.results(one + "未发现问题,2026-05-01\n" + one + "发现问题待后续处理,2026-05-01\n")),
                "3:2 企业名称「甲公司」同一任务、同一对象、同一事项的结果在本文件里出现两次，另一行是第 2 行"));
}

TEST_CASE("a published result that only gains a link to a later draw or department is no change", "[import]") {
    Prepared portal;
    CHECK(errors(portal.results(one + "未发现问题,2026-05-01,丁局\n", ",检查机关")).empty());
    portal.publish();
    CHECK(errors(portal.draws("登记事项检查,第一批,2026-04-01 10:00,甲公司," + fictional_code(1) + ",\n")).empty());
    Context context = plan_context();
    context["department"] = "丁局";
    portal.import(portal.write("plan3.csv", "抽查任务名称,抽查事项,抽查时间\n丁检查,丁,3月\n"), context);
    const auto again = portal.results(one + "未发现问题,2026-05-01,丁局\n\n", ",检查机关");
    CHECK(errors(again).empty());
    CHECK(again.unchanged == 1);
}

TEST_CASE("dates out of order are told, dates that are none are errors", "[import]") {
    Prepared portal;
    const auto report = portal.results(one + "未发现问题,2026-05-01,2026-04-01,2026-05-02\n", ",公示日期,检查日期");
    CHECK(holds(told(report), "检查完成日期早于检查日期"));
    CHECK(holds(told(report), "公示日期早于检查完成日期"));
    CHECK(holds(errors(portal.results(one + "未发现问题,2026年13月1日\n")),
                "检查完成日期「2026年13月1日」不是一个真实的日期"));
}

// Draws --------------------------------------------------------------------------------------------------------------

TEST_CASE("a file may hold several draws, told apart by task and batch", "[import]") {
    Prepared portal;
    const auto report = portal.draws("登记事项检查,第一批,2026-03-01 10:00,甲公司," + fictional_code(1) +
                                     ",\n登记事项检查,第一批,,乙公司," + fictional_code(2) +
                                     ",\n登记事项检查,第二批,2026-04-01,甲公司," + fictional_code(1) + ",\n");
    CHECK(errors(report).empty());
    CHECK(report.added == 3);
    CHECK(portal.select("SELECT d.number, r.drawn_at FROM draw d JOIN draw_record r ON r.key=d.id") ==
          "第一批|2026-03-01T10:00+08:00\n第二批|2026-04-01\n");
    CHECK(portal.select("SELECT draw, object, position FROM draw_object") == "1|1|1\n1|2|2\n2|1|1\n");
}

TEST_CASE("rows of one draw that contradict each other are named", "[import]") {
    Prepared portal;
    CHECK(holds(errors(portal.draws("登记事项检查,第一批,2026-03-01,甲公司," + fictional_code(1) +
                                    ",\n登记事项检查,第一批,2026-03-02,乙公司," + fictional_code(2) + ",\n")),
                "3:2 抽取批次「第一批」与第 2 行是同一次抽取，抽取时间、方式等却不一样"));
    CHECK(holds(errors(portal.draws("登记事项检查,第一批,2026-03-01,甲公司," + fictional_code(1) +
                                    ",\n登记事项检查,第一批,,甲公司," + fictional_code(1) + ",\n")),
                "同一对象在同一次抽取的名单里出现两次，另一行是第 2 行"));
    CHECK(holds(errors(portal.draws("登记事项检查,第一批,,甲公司," + fictional_code(1) + ",\n")), "没有写明抽取时间"));
}

TEST_CASE("a published draw list may grow; its rows and its facts change only by correction", "[import]") {
    Prepared portal;
    const std::string first = "登记事项检查,第一批,2026-03-01,甲公司," + fictional_code(1) + ",\n";
    const std::string second = "登记事项检查,第一批,2026-03-01,乙公司," + fictional_code(2) + ",\n";
    portal.draws(first);
    portal.publish();
    const auto more = portal.draws(first + second);
    CHECK(errors(more).empty());
    CHECK(more.added == 1);
    CHECK(more.unchanged == 1);
    CHECK(portal.select("SELECT count(*) FROM draw_record") == "1\n");
    std::string later = first;
    later.replace(later.find("03-01"), 5, "03-09");
    CHECK(holds(errors(portal.draws(later)), "这次抽取的抽取时间、方式等：这一行已经公布，与公布的内容不同"));
    const auto fewer = portal.draws(second);
    CHECK(errors(fewer).empty());
    CHECK(holds(told(fewer), "名单里原有的 1 个对象不在新表里，仍然保留"));
}

TEST_CASE("inspectors named in a list become pseudonyms, and no byte of portal.db has their names", "[import]") {
    Prepared portal;
    CHECK(errors(portal.import(
                     portal.write(
                         "i.csv",
                         "姓名,执法证号,所属部门,联系电话,业务专长\n样甲某,示执0001,乙区公安局,13900000000,消防\n"),
                     office))
              .empty());
    const auto report =
        portal.draws("登记事项检查,第一批,2026-03-01,甲公司," + fictional_code(1) + ",样甲某、样乙某\n");
    CHECK(errors(report).empty());
    const std::string known = portal.select("SELECT pseudonym FROM inspector");
    const std::string drawn = portal.select("SELECT inspectors FROM draw_object");
    CHECK(holds(drawn, known.substr(0, known.size() - 1)));
    CHECK(std::count(drawn.begin(), drawn.end(), '"') == 4);
    CHECK(errors(portal.results(one + "未发现问题,2026-05-01,样丙某\n", ",检查人员")).empty());
    for (const char* const secret : {"样甲某", "样乙某", "样丙某", "示执0001", "13900000000"})
        CHECK_FALSE(portal.portal_holds(secret));
    const std::string names = portal.select_private("SELECT name FROM inspector");
    for (const char* const name : {"样甲某", "样乙某", "样丙某"}) CHECK(holds(names, name));
    CHECK(holds(portal.select("SELECT cells FROM source_row ORDER BY id DESC LIMIT 1"), "\"＊\""));
}

TEST_CASE("namesakes in a draw list are told, not guessed", "[import]") {
    Prepared portal;
    portal.import(
        portal.write("i.csv", "姓名,执法证号,所属部门\n样甲某,示执0001,乙区公安局\n样甲某,示执0002,乙区公安局\n"),
        office);
    const auto report = portal.draws("登记事项检查,第一批,2026-03-01,甲公司," + fictional_code(1) + ",样甲某\n");
    CHECK(errors(report).empty());
    CHECK(holds(told(report), "人员名录里有几个同名的人，分不清是哪一个"));
    CHECK(
        portal.select(
            "SELECT count(*) FROM draw_object d, json_each(d.inspectors) j JOIN inspector i ON i.pseudonym=j.value") ==
        "0\n");
}

// Follow-ups ---------------------------------------------------------------------------------------------------------

TEST_CASE("each progress of a follow-up is a further row", "[import]") {
    Prepared portal;
    const std::string who = "登记事项检查,甲公司," + fictional_code(1) + ",";
    CHECK(
        holds(errors(portal.follow_ups(who + "未完结,责令改正,2026-05-02,\n")), "没有这个对象在这个任务里的检查结果"));
    portal.results(one + "发现问题待后续处理,2026-05-01\n");
    CHECK(errors(portal.follow_ups(who + "未完结,责令改正,2026-05-02,\n")).empty());
    portal.publish();
    const auto finished =
        portal.follow_ups(who + "未完结,责令改正,2026-05-02,\n" + who + "已完结,已改正,2026-05-02,2026-05-20\n");
    CHECK(errors(finished).empty());
    CHECK(finished.unchanged == 1);
    CHECK(finished.added == 1);
    CHECK(portal.select("SELECT result, step, state, measure FROM follow_up") ==
          "1|1|未完结|责令改正\n1|2|已完结|已改正\n");
    const std::string before = portal.contents();
    CHECK(portal.follow_ups(who + "未完结,责令改正,2026-05-02,\n\n" + who + "已完结,已改正,2026-05-02,2026-05-20\n")
              .unchanged == 2);
    CHECK(portal.contents() == before);
}

TEST_CASE("several steps of one follow-up in one file stay several", "[import]") {
    Prepared portal;
    portal.results(one + "发现问题待后续处理,2026-05-01\n");
    const std::string who = "登记事项检查,甲公司," + fictional_code(1) + ",";
    CHECK(errors(portal.follow_ups(who + "未完结,责令改正,2026-05-02,\n" + who + "未完结,复查,2026-05-02,\n" + who +
                                   "已完结,结案,2026-05-02,2026-06-01\n"))
              .empty());
    CHECK(portal.select("SELECT step, measure FROM follow_up") == "1|责令改正\n2|复查\n3|结案\n");
}

TEST_CASE("a draft step of the same state is replaced by the next file; a named step is corrected", "[import]") {
    Prepared portal;
    portal.results(one + "发现问题待后续处理,2026-05-01\n");
    const std::string who = "登记事项检查,甲公司," + fictional_code(1) + ",";
    portal.follow_ups(who + "未完结,责令改正,2026-05-02,\n");
    CHECK(portal.follow_ups(who + "未完结,责令限期改正,2026-05-02,\n").replaced_drafts == 1);
    portal.publish();
    CHECK(holds(errors(portal.follow_ups(who + "未完结,停业整顿,2026-05-02,,1\n", ",第几次进展")), "这一行已经公布"));
    CHECK(errors(portal.correct(portal.path() / ("f" + std::to_string(portal.files) + ".csv"), office, "措施写错"))
              .empty());
    CHECK(portal.select("SELECT step, measure FROM follow_up ORDER BY id DESC LIMIT 1") == "1|停业整顿\n");
    CHECK(holds(errors(portal.follow_ups(who + "进行中,责令改正,2026-05-02,\n")), "处置状态应是“未完结”或“已完结”"));
}

// Penalties ----------------------------------------------------------------------------------------------------------

TEST_CASE("a penalty is linked to its result by the task it names, and stands alone otherwise", "[import]") {
    Prepared portal;
    portal.results(one + "发现问题待后续处理,2026-05-01\n");
    CHECK(errors(portal.penalties(penalty("甲罚〔2026〕1号"))).empty());
    CHECK(errors(portal.penalties(penalty("甲罚〔2026〕2号", ",登记事项检查"), ",抽查任务名称")).empty());
    CHECK(errors(portal.penalties(penalty("甲罚〔2026〕3号", ",1"), ",对应结果编号")).empty());
    CHECK(portal.select("SELECT decision_number, coalesce(result, '') FROM penalty") ==
          "甲罚〔2026〕1号|\n甲罚〔2026〕2号|1\n甲罚〔2026〕3号|1\n");
    CHECK(holds(errors(portal.penalties(penalty("甲罚〔2026〕4号", ",8"), ",对应结果编号")), "没有这个编号的检查结果"));
    CHECK(
        holds(errors(portal.penalties(penalty("甲罚〔2026〕5号", ",年报检查,公安计划"), ",抽查任务名称,抽查计划名称")),
              "没有这个对象在这个任务里的检查结果"));
}

TEST_CASE("a penalty's personal columns are not stored, and the clerk is told", "[import]") {
    Prepared portal;
    const auto report =
        portal.penalties(penalty("甲罚〔2026〕1号", ",某负责人,990101199001010001"), ",法定代表人,身份证号");
    CHECK(errors(report).empty());
    CHECK(holds(told(report), "0:8 法定代表人「」这一列是个人信息，不保存"));
    CHECK(holds(told(report), "0:9 身份证号「」这一列是个人信息，不保存"));
    CHECK_FALSE(portal.portal_holds("某负责人"));
    CHECK_FALSE(portal.portal_holds("990101199001010001"));
}

TEST_CASE("a published penalty is revoked with its reason, and nothing else changes under that cover", "[import]") {
    Prepared portal;
    portal.penalties(penalty("甲罚〔2026〕1号", ",,"), ",撤销日期,撤销原因");
    portal.publish();
    CHECK(holds(errors(portal.penalties(penalty("甲罚〔2026〕1号", ",2026-09-01,"), ",撤销日期,撤销原因")),
                "撤销的处罚没有写撤销原因"));
    std::string other = penalty("甲罚〔2026〕1号", ",2026-09-01,复议撤销");
    other.replace(other.find("一万"), std::string("一万").size(), "二万");
    CHECK(holds(errors(portal.penalties(other, ",撤销日期,撤销原因")), "这一行已经公布，与公布的内容不同"));
    const auto revoked = portal.penalties(penalty("甲罚[2026]1号", ",2026-09-01,复议撤销"), ",撤销日期,撤销原因");
    CHECK(errors(revoked).empty());
    CHECK(revoked.corrected == 1);
    CHECK(portal.select("SELECT revoked_on, correction_reason FROM penalty WHERE replaces=1") ==
          "2026-09-01|复议撤销\n");
}

TEST_CASE("one decision number twice in a file is an error, and so is a penalty without what it must say", "[import]") {
    Prepared portal;
    CHECK(holds(errors(portal.penalties(penalty("甲罚〔2026〕1号") + penalty("甲罚[2026]1号"))),
                "3:1 行政处罚决定书文号「甲罚[2026]1号」同一文号在本文件里出现两次，另一行是第 2 行"));
    const auto bare = portal.penalties(",甲公司," + fictional_code(1) + ",,,,\n");
    CHECK(lines(errors(bare)) == 5);
}

// Master data --------------------------------------------------------------------------------------------------------

TEST_CASE("inspectors keep their pseudonyms; what of them is personal is in private.db or nowhere", "[import]") {
    ImportCase portal;
    const std::string header = "姓名,执法证号,所属部门,科室,身份证号,业务专长,家庭住址\n";
    const auto report = portal.import(
        portal.write("i.csv", header + "样甲某,示执0001,乙区公安局,某科,990101199001010001,消防,某路一号\n"), office);
    CHECK(errors(report).empty());
    CHECK(report.kind == "inspectors");
    for (const char* const column : {"科室", "身份证号", "家庭住址"})
        CHECK(holds(told(report), std::string(column) + "「」这一列是个人信息，不保存"));
    const std::string pseudonym = portal.select("SELECT pseudonym FROM inspector");
    const auto again =
        portal.import(portal.write("i2.csv", header + "样甲某,示执0001,乙区公安局,某科,,消防、审计,\n"), office);
    CHECK(again.added == 1);
    CHECK(portal.select("SELECT pseudonym FROM inspector") == pseudonym);
    CHECK(portal.select("SELECT skills FROM inspector") == "消防、审计\n");
    for (const char* const secret : {"样甲某", "示执0001", "某科", "990101199001010001", "某路一号"})
        CHECK_FALSE(portal.portal_holds(secret));
    portal.portal.undo_batch(*again.batch);
    CHECK(portal.select("SELECT skills FROM inspector") == "消防\n");
}

TEST_CASE("two people of one name need certificates; a changed telephone alone is a change", "[import]") {
    ImportCase portal;
    CHECK(holds(errors(portal.import(
                    portal.write("i.csv", "姓名,执法证号,所属部门\n样甲某,,乙区公安局\n样甲某,,乙区公安局\n"), office)),
                "同名又没有执法证号的人在本文件里出现两次，另一行是第 2 行"));
    portal.import(portal.write("i.csv", "姓名,执法证号,所属部门,联系电话\n样甲某,示1,乙区公安局,1\n"), office);
    const auto changed =
        portal.import(portal.write("i2.csv", "姓名,执法证号,所属部门,联系电话\n样甲某,示1,乙区公安局,2\n"), office);
    CHECK(changed.batch);
    CHECK(portal.select_private("SELECT phone FROM inspector") == "2\n");
}

TEST_CASE("calendar days and rules are master data: overwritten, restored by undo, once a file", "[import]") {
    ImportCase portal;
    const std::string days = "日期,名称,放假或上班\n2026-10-01,国庆节,放假\n2026-10-10,国庆节,上班\n";
    CHECK(portal.import(portal.write("c.csv", days)).added == 2);
    CHECK(portal.select("SELECT day, kind, year FROM calendar_day") == "2026-10-01|off|2026\n2026-10-10|work|2026\n");
    const auto changed = portal.import(portal.write("c2.csv", "日期,名称,放假或上班\n2026-10-10,国庆节,放假\n"));
    CHECK(portal.select("SELECT kind FROM calendar_day WHERE day='2026-10-10'") == "off\n");
    portal.portal.undo_batch(*changed.batch);
    CHECK(portal.select("SELECT kind FROM calendar_day WHERE day='2026-10-10'") == "work\n");
    CHECK(holds(errors(portal.import(portal.write("c3.csv", days + "2026年10月1日,国庆节,上班\n"))),
                "这一天在本文件里出现两次，另一行是第 2 行"));
    CHECK(holds(errors(portal.import(portal.write("c4.csv", "日期,名称,放假或上班\n2026-10-01,国庆节,调\n"))),
                "应是“放假”或“上班”"));
    const std::string local = "日期,名称,放假或上班,适用行政区划代码\n2026-03-20,民族节日,放假,";
    CHECK(portal.import(portal.write("c5.csv", local + "999900\n")).added == 1);
    CHECK(portal.select("SELECT area FROM calendar_day WHERE day='2026-03-20'") == "999900\n");
    CHECK(holds(errors(portal.import(portal.write("c6.csv", local + "某自治县\n"))),
                "“某自治县”不是六位行政区划代码，也不是已登记区县的名称"));

    const std::string rule = "规则编号,文件名称,条款,要求,规则类型,起算事件,期限长度,期限单位,固定日期\n";
    CHECK(portal
              .import(portal.write("r.csv", rule + "01,某规范,第一条,公示结果,期限,检查结果产生,20,工作日,\n"
                                                   "02,某规范,第二条,公布计划,期限,,,固定日期,3月30日\n"),
                      office)
              .added == 2);
    CHECK(portal.select("SELECT code, coalesce(length, ''), unit, fixed_date FROM rule") ==
          "01|20|工作日|\n02||固定日期|03-30\n");
    CHECK(holds(errors(portal.import(
                    portal.write("r2.csv", rule + "01,某规范,一,甲,期限,,,,\n01,某规范,一,乙,期限,,,,\n"), office)),
                "这个规则编号在本文件里出现两次"));
}
