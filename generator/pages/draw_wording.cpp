#include "generator/pages/draw_wording.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "draw/moment.h"

namespace pages {
namespace {

using Words = std::pair<std::string_view, std::string_view>;

constexpr std::array<Words, 4> exclusions{{{"VISITED-THIS-YEAR", "本年度已经检查过"},
                                           {"DRAWN-N-TIMES", "抽中次数已到规定的上限"},
                                           {"SUSPENDED-BUSINESS", "已登记歇业"},
                                           {"DEREGISTERED", "已经注销"}}};
constexpr std::array<Words, 9> files{{{"announcement.json", "抽取承诺：抽取前锁定了什么"},
                                      {"quota.json", "各层应抽数和排除数"},
                                      {"record.json", "结果登记：随机数和名单的指纹"},
                                      {"drawn.json", "抽中名单和检查人员代号"},
                                      {"reveal.json", "各方公开的秘密数"},
                                      {"objects.tsv", "对象库：全部检查对象"},
                                      {"inspectors.tsv", "检查人员库（只有代号）"},
                                      {"events.json", "替补和改派的逐件登记"},
                                      {"end.json", "取消或中止的登记"}}};

template <std::size_t count>
std::string_view find(const std::array<Words, count>& words, std::string_view key) {
    for (const auto& [known, word] : words)
        if (known == key) return word;
    return key;
}

std::string thousandths(std::int64_t value, int digits) {  // value / 10^digits without trailing zeros
    std::int64_t unit = 1;
    for (int i = 0; i < digits; ++i) unit *= 10;
    std::string text = fmt::format("{}.{:0{}}", value / unit, value % unit, digits);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string ended_words(const records::PublicCommittedDraw& draw) {
    if (draw.state == "cancelled")
        return fmt::format("这次抽取在{}取消，没有抽取。取消也占一个序号，不能当作没有发生。",
                           moment_words(draw.ended_at));
    return fmt::format(
        "这次抽取在{}中止（{}），应当公开的内容已经全部公开，供比对。", moment_words(draw.ended_at),
        draw.end_order == "BEACON" ? std::string("随机数七天没有产生") : fmt::format("依据 {}", draw.end_order));
}

}  // namespace

State committed_state(const records::PublicCommittedDraw& draw) {
    if (draw.overdue) return {"逾期未公开", "bad"};
    if (draw.state == "announced") return {"已承诺，待抽取", "open"};
    if (draw.state == "drawn") return {"已抽取，名单待公开", "open"};
    if (draw.state == "revealed")
        return {draw.basis == "facts" ? "名单已公开，可核验" : "名单已公开，部分可核验", "good"};
    return draw.state == "cancelled" ? State{"已取消", "open"} : State{"已中止", "warn"};
}

std::string committed_words(const records::PublicCommittedDraw& draw) {
    if (draw.overdue)
        return fmt::format("名单应当在{}前公开，到期没有公开。{}", date_words(draw.deadline),
                           draw.state == "announced" ? "也没有登记抽取结果。" : "抽取结果已经登记，不能再换。");
    if (draw.state == "announced")
        return fmt::format("从哪些对象里抽、抽多少户（{} 户中抽 {} 户）都已锁定。随机数在{}产生，名单最迟{}公开。",
                           draw.objects_size, draw.drawn, beacon_words(draw), date_words(draw.deadline));
    if (draw.state == "drawn")
        return fmt::format("{}户的名单已经登记，不能再换；检查结束之前保密，最迟{}公开。提前公开会使检查失去意义。",
                           draw.drawn, date_words(draw.deadline));
    if (draw.state == "revealed")
        return draw.basis == "facts"
                   ? fmt::format("从 {} 户的对象库里抽中 {} 户。任何人都可以重新计算一遍。", draw.objects_size,
                                 draw.drawn)
                   : fmt::format(
                         "从 {} 户的对象库里抽中 {} 户。名单是不是登记时锁定的那份，任何人都可以核对；"
                         "怎样抽出来的，只有审计和监督机关能全部核对。",
                         draw.objects_size, draw.drawn);
    return ended_words(draw);
}

bool pool_is_public(const records::PublicCommittedDraw& draw) {
    return draw.basis == "facts" && draw.opened();
}

std::string moment_words(std::string_view moment) {
    constexpr std::size_t date = 10, with_seconds = 19;
    if (moment.size() < with_seconds) return date_words(moment);
    return fmt::format("{} {}", date_words(moment.substr(0, date)), moment.substr(date + 1, with_seconds - date - 1));
}

std::string beacon_words(const records::PublicCommittedDraw& draw) {
    return moment_words(draw::time_text(draw.beacon_time));
}

std::string_view exclusion_words(std::string_view code) {
    return find(exclusions, code);
}

std::string percent_of(std::int64_t millionths) {
    return thousandths(millionths, 4) + "%";
}

std::string share_words(std::int64_t part, std::int64_t whole) {
    return whole <= 0 ? std::string() : thousandths(part * 10'000 / whole, 2) + "%";
}

std::string_view file_words(std::string_view name) {
    return find(files, name);
}

std::string size_words(std::int64_t bytes) {
    constexpr std::int64_t kilo = 1000, mega = 1'000'000;
    if (bytes < kilo) return fmt::format("{} 字节", bytes);
    return bytes < mega ? fmt::format("{:.1f} kB", static_cast<double>(bytes) / kilo)
                        : fmt::format("{:.1f} MB", static_cast<double>(bytes) / mega);
}

DrawStates::DrawStates(records::PublicSite& records, const std::vector<records::PublicDraw>& draws) {
    for (const records::PublicDraw& draw : draws)
        if (auto committed = records.committed_draw(draw.draw.draw))
            committed_.emplace(draw.draw.draw, *std::move(committed));
}

const records::PublicCommittedDraw* DrawStates::find(records::Id draw) const {
    const auto found = committed_.find(draw);
    return found == committed_.end() ? nullptr : &found->second;
}

State DrawStates::of(const records::PublicDraw& draw) const {
    const auto* committed = find(draw.draw.draw);
    return committed == nullptr || !draw.standing.withdrawn_on.empty() ? list_state(draw) : committed_state(*committed);
}

std::string DrawStates::drawn(const records::PublicDraw& draw) const {
    const auto* committed = find(draw.draw.draw);
    return committed != nullptr && committed->state == "cancelled" ? std::string() : drawn_words(draw);
}

}  // namespace pages
