#include <catch2/catch.hpp>

#include <functional>

#include "generator/pages/draw_place.h"
#include "tests/pages_site.h"

using namespace tests;
using records::PublicCommittedDraw;

namespace {

const std::string digest(64, 'd');

PublicCommittedDraw committed(const std::string& state) {
    PublicCommittedDraw draw;
    draw.draw = 6, draw.digest = digest, draw.office_code = "999901-SCJG", draw.prev = std::string(64, '0');
    draw.series = "2024-FOOD", draw.basis = "facts", draw.title = "餐饮抽查";
    draw.announced_at = "2024-03-04T09:00:00+08:00", draw.beacon_round = 123, draw.beacon_time = 1709604000;
    draw.deadline = "2024-10-31", draw.drawn = 1, draw.objects_size = 3, draw.inspectors_size = 4, draw.state = state;
    if (state != "announced") draw.recorded_at = "2024-03-05T10:02:03+08:00";
    if (state == "revealed") draw.revealed_at = "2024-06-01T10:00:00+08:00", draw.unfilled = 0;
    return draw;
}

/// The site of the example with its draw committed to.
RenderedSite site_of(const Scratch& scratch, const PublicCommittedDraw& draw,
                     const std::function<void(Example&)>& change = {}) {
    Example example;
    if (change) change(example);
    example.draw.revealed = draw.state == "revealed";
    if (!example.draw.revealed) example.draw.draw.reveal_on = draw.deadline;
    {
        records::PublicWriter writer(scratch / "public.db");
        example.write(writer);
        writer.committed_draw(draw);
        writer.draw_file({6, "announcement.json", 900, std::string(64, 'a')});
        if (draw.basis == "facts") {
            writer.draw_stratum({6, "A", "小餐饮", 2, 1, 50'000});
            writer.draw_exclusion({6, "VISITED-THIS-YEAR", 1});
        }
        if (draw.basis == "facts" && draw.opened()) {
            writer.draw_pool_row({6, "91999901MA0000002X", "A", "VISITED-THIS-YEAR", "00aa", {}, 1});
            writer.draw_pool_row({6, "91999901MA0000003X", "A", "", "0102030405060708", 1, {}});
            writer.draw_pool_row({6, "99999901MA0000001X", "A", "", "f102030405060708", 2, {}});
        }
        writer.finish();
    }
    return RenderedSite(scratch / "public.db", scratch / "t", 2);
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a committed draw says what came out first and its fingerprints last", "[pages][draw]") {
    const Scratch scratch;
    const std::string page = site_of(scratch, committed("revealed")).at("draws/6/index.html");
    std::size_t before = 0;
    for (const std::string_view part :
         {"名单已公开，可核验", "这说明什么", "这不能说明什么", "名单承诺", "我在抽查池中吗", "各层应抽和实抽",
          "id=\"list\"", "在本机重新计算", "id=\"files\"", "指纹和随机源"}) {
        INFO(part);
        const std::size_t at = page.find(part, before);
        REQUIRE(at != std::string::npos);
        before = at;
    }
    CHECK(has(page, "href=\"../../verify/?draw=6\""));
    CHECK(has(page, "2024年3月5日 10:02:03"));
}

TEST_CASE("an announced draw tells its number and its time on the page, on paper, on the home page and in the feed",
          "[pages][draw]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, committed("announced"));
    const std::string& page = site.at("draws/6/index.html");
    CHECK(has(page, "请记下抽取编号"));
    CHECK(has(page, "抽取编号：" + digest + "，公布于 2024年3月4日 09:00:00"));
    CHECK(has(page, "<div class=\"print-only\"><svg class=\"qr\""));
    CHECK(has(site.at("feed.xml"), "抽取编号 D = " + digest));
    CHECK(has(site.at("index.html"), "09:00:00，编号 " + digest.substr(0, 16)));
    CHECK(has(page, "现在还不能回答"));
    CHECK(site.files.count("draws/6/pool/index.html") == 0);
}

TEST_CASE("of a draw by classes the pages have neither strata nor a pool, and say what cannot be checked",
          "[pages][draw]") {
    const Scratch scratch;
    PublicCommittedDraw draw = committed("revealed");
    draw.basis = "classes";
    const RenderedSite site = site_of(scratch, draw);
    const std::string& page = site.at("draws/6/index.html");
    CHECK(has(page, "名单已公开，部分可核验"));
    CHECK(has(page, "公众不能核对"));
    CHECK(has(page, "仍会有人去猜它的分类"));
    CHECK_FALSE(has(page, "pool-code"));
    for (const auto& [path, bytes] : site.files) CHECK_FALSE(path.starts_with("draws/6/pool/"));
}

TEST_CASE("every object of an opened pool stands on a page of the pool and in its data twin", "[pages][draw]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, committed("revealed"));
    const std::string &page = site.at("draws/6/pool/1.html"), &twin = site.at("draws/6/pool/1.json");
    for (const char* code : {"91999901MA0000002X", "91999901MA0000003X", "99999901MA0000001X"}) {
        CHECK(has(page, code));
        CHECK(has(twin, code));
    }
    CHECK(has(page, "不参加：本年度已经检查过"));
    CHECK(has(page, "抽中，第1名"));
    CHECK(
        has(site.at("draws/6/pool/index.html"), "<code>91999901MA0000002X</code> 至 <code>99999901MA0000001X</code>"));
    CHECK(has(site.at("draws/6/pool/index.json"), "\"last\":\"0102030405060708\""));
}

TEST_CASE("one that was replaced and its substitute are told the same by the pool, its data and the list",
          "[pages][draw]") {
    const Scratch scratch;
    PublicCommittedDraw draw = committed("revealed");
    draw.replaced = 1;
    const RenderedSite site = site_of(scratch, draw, [](Example& example) {
        example.draw.withheld = 0;
        example.product.code = "91999901MA0000003X";  // drawn, and not on the list
        example.second.code = "o105", example.second.row.object = 0;
    });
    const std::string &page = site.at("draws/6/pool/1.html"), &twin = site.at("draws/6/pool/1.json");
    CHECK(has(page, "抽中（第1名）后被替补换下，不再检查"));
    CHECK(has(page, "替补进入名单，候补第1位"));
    CHECK(has(twin, "1,\"replaced\"]"));
    CHECK(has(twin, "2,\"substitute\"]"));
    const std::string& replaced = site.at(records::address::enterprise("91999901MA0000003X"));
    CHECK(has(replaced, "抽中后被替补换下：1 次"));
    CHECK_FALSE(has(replaced, "未抽中的抽取"));
    CHECK_FALSE(has(replaced, "至今没有被抽中过"));
    CHECK_FALSE(has(site.at(records::address::enterprise("99999901MA0000001X")), "未抽中的抽取"));
}

TEST_CASE("of an aborted draw the pool says that nobody was inspected by it, and enterprises do not count it",
          "[pages][draw]") {
    const Scratch scratch;
    PublicCommittedDraw draw = committed("aborted");
    draw.ended_at = "2024-04-01T09:00:00+08:00", draw.end_kind = "abort", draw.end_order = "甲令〔2024〕1号";
    const RenderedSite site = site_of(scratch, draw);
    CHECK(has(site.at("draws/6/pool/1.html"), "已中止，没有按它检查（若按抽取结果：抽中，第1名）"));
    CHECK(has(site.at("draws/6/pool/index.json"), "\"state\":\"aborted\""));
    for (const auto& [path, bytes] : site.files) {
        INFO(path);
        if (path.starts_with("enterprises/")) CHECK_FALSE(has(bytes, "未抽中的抽取"));
    }
}

TEST_CASE("who was drawn and is not listed is called replaced only when nothing else can be the reason",
          "[pages][draw]") {
    using pages::DrawPlace;
    CHECK(pages::place_of(2, 3, true, {true, true}) == DrawPlace::drawn);
    CHECK(pages::place_of(2, 3, false, {true, true}) == DrawPlace::replaced);
    CHECK(pages::place_of(2, 3, false, {true, false}) == DrawPlace::unlisted);
    CHECK(pages::place_of(2, 3, false, {false, true}) == DrawPlace::drawn);
    CHECK(pages::place_of(4, 3, true, {true, true}) == DrawPlace::substitute);
    CHECK(pages::place_of(4, 3, false, {true, true}) == DrawPlace::not_drawn);
    CHECK(pages::place_of({}, 3, false, {true, true}) == DrawPlace::no_part);
}

TEST_CASE("a slot that nobody fills is said on the list, and so is a visit without any inspector", "[pages][draw]") {
    const Scratch scratch;
    const std::string page = site_of(scratch, committed("revealed"), [](Example& example) {
                                 example.first.row.inspectors = {"P7Q2", ""}, example.second.row.inspectors = {"", ""};
                             }).at("draws/6/index.html");
    CHECK(has(page, "P7Q2、空缺"));
    CHECK(has(page, "尚未配齐检查人员"));
    CHECK(has(page, "<a href=\"#pool\">我在抽查池中吗？</a>"));
}

TEST_CASE("a draw that is not revealed promises no recomputation, and its date is that of its commitment",
          "[pages][draw]") {
    for (const std::string state : {"announced", "drawn"}) {
        const Scratch scratch;
        const std::string page = site_of(scratch, committed(state), [](Example& example) {
                                     example.draw.draw.published_on = "2024-03-04";
                                 }).at("draws/6/index.html");
        CHECK_FALSE(has(page, "一次点击"));
        CHECK(has(page, "抽取要等名单公开以后才能重新计算"));
        CHECK(has(page, "承诺公布日期"));
    }
}

TEST_CASE("an overdue draw is said on its page, in the list of draws and on the home page", "[pages][draw]") {
    const Scratch scratch;
    PublicCommittedDraw draw = committed("drawn");
    draw.overdue = true;
    const RenderedSite site = site_of(scratch, draw);
    CHECK(has(site.at("draws/6/index.html"), "<strong class=\"state bad\">逾期未公开</strong>"));
    CHECK(has(site.at("draws/index.html"), "逾期未公开的抽取 1 项"));
    CHECK(has(site.at("index.html"), "逾期未公开的抽取 1 项"));
    CHECK(has(site.at("offices/999901/index.html"), "逾期未公开"));
}

TEST_CASE("an office's account leads from every figure to its draws", "[pages][draw]") {
    const Scratch scratch;
    const RenderedSite site = site_of(scratch, committed("revealed"));
    const std::string& page = site.at("draws/offices/999901-SCJG/2024/index.html");
    CHECK(has(page, "<dt>公布承诺</dt><dd><strong>1</strong> <a href=\"../../../../draws/6/\">序号0</a>"));
    CHECK(has(page, "<dt>已中止</dt><dd><strong>0</strong></dd>"));
    CHECK(has(page, "占排除的 1 户的 100%"));
    CHECK(has(site.at("offices/999901/index.html"), "href=\"../../draws/offices/999901-SCJG/2024/\""));
}

TEST_CASE("a task's timeline has the commitment, the draw and the publication of the list", "[pages][draw]") {
    const Scratch scratch;
    const std::string page = site_of(scratch, committed("revealed")).at("tasks/5/index.html");
    CHECK(has(page, "<strong>名单承诺</strong> 2024年3月4日 09:00:00"));
    CHECK(has(page, "<strong>抽取</strong> 2024年3月5日 10:02:03"));
    CHECK(has(page, "<strong>名单公开</strong> 2024年6月1日 10:00:00"));
}

TEST_CASE("every link of a committed draw's pages leads to a file of the site or of the package", "[pages][draw]") {
    const Scratch scratch;
    for (const std::string& link : site_of(scratch, committed("revealed")).broken_links()) {
        INFO(link);
        CHECK((link.ends_with("announcement.json") || link.ends_with("999901-SCJG.json")));
    }
}
