#include "generator/pages/committed_draw.h"

#include <fmt/format.h>

#include "generator/pages/draw_list.h"
#include "generator/pages/draw_wording.h"

namespace pages {
namespace {

using Committed = records::PublicCommittedDraw;

void fill_verdict(Page& page, const records::PublicDraw& draw, const Committed& committed) {
    const State state = committed_state(committed);
    page.body().fill("VERDICT", committed_words(committed));
    page.body().set("STATE", state.word);
    page.body().set("STATE_STYLE", state.style);
    if (draw.withheld > 0 && draw.revealed)
        page.body().fill("WITHHELD", fmt::format("其中 {} 户依法不予公开，名单中不列出。", draw.withheld));
}

/// What departed from the plain course: replacements, reassignments, empty slots, few to choose from.
void fill_changed(Page& page, const Committed& committed) {
    std::string words;
    const auto say = [&](std::int64_t count, std::string_view what) {
        if (count > 0) words += fmt::format("{}{}", words.empty() ? "" : "，", fmt::format(fmt::runtime(what), count));
    };
    say(committed.replaced, "抽取以后替补 {} 户");
    say(committed.reassigned, "改派检查人员 {} 次");
    say(committed.unfilled.value_or(0), "没有配齐检查人员的名额 {} 个");
    say(committed.few_candidates.value_or(0), "候选人员不足四人的名额 {} 个（这些名额的随机性有限）");
    if (words.empty()) return;
    if (committed.replaced + committed.reassigned > 0)
        words += committed.opened() ? "。每一件的对象、理由和次序见 events.json，都可以核对"
                                    : "。每一件发生时都已登记，名单公开后可以核对";
    page.body().fill("CHANGED", words + "。");
}

/// The other draws of the same task that this one follows or is followed by.
void fill_others(Page& page, records::PublicSite& records, const Committed& committed) {
    const auto other = [&](records::Id id, std::string_view before) {
        const auto draw = id == 0 ? std::nullopt : records.draw(id);
        if (!draw) return;
        View view = page.body().add("OTHER");
        view.set("OTHER_BEFORE", before);
        view.set("OTHER_HREF", page.href(records::address::draw(id)));
        view.set("OTHER_TITLE", title_of(*draw));
    };
    other(committed.earlier, "同一任务的前一次抽取：");
    other(committed.later, "同一任务的后一次抽取：");
}

void fill_number(Page& page, const Committed& committed) {
    View paper = page.body().add("PAPER");
    paper.set("DIGEST", committed.digest);
    paper.set("ANNOUNCED", moment_words(committed.announced_at));
    if (committed.state != "announced") return;
    View number = page.body().add("NUMBER");
    number.set(
        "NUMBER_WORDS",
        fmt::format(
            "这个编号由锁定的全部内容算出，改动一个字就会变。它公布于{}。请在{}之前自己记下、打印或订阅本站更新，"
            "你的记录将来能证明承诺在先，不必相信任何人说的日期。",
            moment_words(committed.announced_at), beacon_words(committed)));
    fill_grouped(number, committed.digest);
}

std::string list_words(const records::PublicDraw& draw, const Committed& committed) {
    if (draw.revealed && draw.listed + draw.withheld > 0) return {};
    if (committed.state == "cancelled") return "抽取已取消，没有名单。";
    if (committed.state == "aborted") return "抽取已中止，没有按它检查的名单。";
    if (committed.overdue) return fmt::format("逾期未公开：名单应当在{}前公开。", date_words(committed.deadline));
    if (committed.state == "announced")
        return fmt::format("还没有抽取。名单要等检查结束才公开，最迟{}。", date_words(committed.deadline));
    if (committed.state == "drawn") return fmt::format("名单已经锁定，最迟{}公开。", date_words(committed.deadline));
    return "名单应当已经公开，但本站还没有收到名单。";
}

/// What can be checked before the list is public.
std::string_view checkable_words(const Committed& committed) {
    if (committed.state == "cancelled")
        return "抽取已取消，没有可以重新计算的。能核对的是：承诺和取消的文件前后一致，序号没有缺漏。";
    if (committed.state == "announced")
        return "现在能核对的是：承诺的文件格式正确、编号算得对、序号前后相接。抽取要等名单公开以后才能重新计算。";
    return "现在能核对的是：承诺的文件和登记的文件前后一致，随机数是真的。抽取要等名单公开以后才能重新计算。";
}

void fill_recompute(Page& page, const Committed& committed) {
    const std::string address = fmt::format("{}?draw={}", page.href(records::address::verify()), committed.draw);
    page.body().fill("VERIFY_HREF", address);
    page.body().set("VERIFY_WORDS", committed.opened() ? "重新计算这次抽取" : "核对现在已经公开的部分");
    View recompute = page.body().add("RECOMPUTE");
    recompute.set("VERIFY_HREF", address);
    recompute.set("RECOMPUTE_TITLE", committed.opened() ? "在本机重新计算" : "在本机核对");
    recompute.set("RECOMPUTE_WORDS", committed.opened() ? "在浏览器里重新计算" : "在浏览器里核对");
    if (!committed.opened()) recompute.set("RECOMPUTE_BEFORE", checkable_words(committed));
    recompute.set("RECOMPUTE_AFTER",
                  committed.opened() ? "：一次点击，计算在你自己的设备上进行。" : "，核对在你自己的设备上进行。");
    recompute.set("PROGRAMS_HREF", page.href("verify/#offline"));
}

}  // namespace

void fill_committed_draw(Page& page, records::PublicSite& records, const records::PublicDraw& draw,
                         const Committed& committed) {
    for (const std::string* moment :
         {&committed.announced_at, &committed.recorded_at, &committed.revealed_at, &committed.ended_at})
        page.dated(*moment);
    fill_verdict(page, draw, committed);
    fill_changed(page, committed);
    fill_others(page, records, committed);
    fill_recompute(page, committed);
    fill_number(page, committed);
    fill_meaning(page, committed);
    fill_draw_timeline(page, records, draw, committed);
    fill_pool_box(page, committed);
    fill_strata(page, records, committed);
    fill_redraw(page, records, committed);
    page.body().fill("LIST_WORDS", list_words(draw, committed));
    fill_draw_files(page, records, committed);
}

}  // namespace pages
