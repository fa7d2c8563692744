// 这说明什么 and 这不能说明什么: never more than what has been published so far shows.
#include <array>
#include <string_view>

#include "generator/pages/committed_draw.h"

namespace pages {
namespace {

void say(Page& page, std::string_view section, std::string_view sentence) {
    page.body().add(section).set("SENTENCE", sentence);
}

void fill_shows(Page& page, const records::PublicCommittedDraw& draw) {
    const auto shows = [&](std::string_view sentence) { say(page, "SHOWS", sentence); };
    shows("对象库、检查人员库、抽取数量和各方的秘密数，在随机数产生之前已经锁定，改动任何一处都能发现。");
    if (draw.state == "cancelled") return shows("它占用了序号并写明取消，没有悄悄消失。");
    if (draw.recorded_at.empty()) {
        if (draw.state == "announced") shows("抽中谁取决于将来才产生的公共随机数，现在谁也不知道，抽取机关也不知道。");
        return;
    }
    shows("随机数来自公共随机源（drand quicknet），不是抽取机关定的，机关也挑不了。");
    if (draw.state == "drawn") return shows("名单已经登记，不能再换；从公开的内容算不出名单，不会走漏风声。");
    if (draw.basis == "facts")
        return shows("用公开的算法重新计算，抽中的是不是这些对象、派的是不是这些人，人人可以核对。");
    shows("公开的名单就是抽取当时登记的那一份。");
}

void fill_shows_not(Page& page, const records::PublicCommittedDraw& draw) {
    const auto not_shown = [&](std::string_view sentence) { say(page, "SHOWS_NOT", sentence); };
    not_shown("对象库是否齐全：锁定之前就没有列入的，这里看不出来。");
    if (draw.basis == "classes") {
        not_shown(
            "怎样抽出来的：这次按信用风险分类分层，分类是内部参考，依规定不公开，所以公众不能核对对象库、各层数量和抽取"
            "计算，"
            "只有审计和监督机关能全部核对。");
        not_shown("这也不能保证分类永远猜不出：同样的抽取年年公开，抽中得多的对象，仍会有人去猜它的分类。");
    }
    if (draw.state == "announced" || draw.state == "drawn")
        not_shown("名单还没有公开：现在能核对的只有承诺和登记，计算要等公开以后。");
    not_shown("承诺的日期：除非你在随机数产生之前自己记下了抽取编号，否则它只是机关自己说的。");
    not_shown("检查人员的代号对应谁：要看他出示的证件。检查是否认真、处理是否恰当，也不在核验之内。");
}

}  // namespace

void fill_meaning(Page& page, const records::PublicCommittedDraw& committed) {
    page.body().show("MEANING");
    fill_shows(page, committed);
    fill_shows_not(page, committed);
}

}  // namespace pages
