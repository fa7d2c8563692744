// The checks `announcement`, `timing`, `beacon` and `commitments`: what the small files say of each other.
#include <set>

#include "draw/beacon.h"
#include "draw/checks.h"
#include "draw/commitments.h"
#include "draw/moment.h"

namespace draw {

namespace {

constexpr std::int64_t hour = 3600, day = 86'400, most_open_days = 400, beacon_wait = 7 * day, record_wait = day;
constexpr std::int64_t beijing = 8 * hour;

/// The first file of another version; empty when there is none.
std::string_view other_version(const Papers& papers) {
    const auto other = [](const auto& paper) { return paper && paper->v != "ssj1"; };
    if (papers.announcement.v != "ssj1") return "announcement.json";
    if (other(papers.record)) return "record.json";
    if (other(papers.reveal)) return "reveal.json";
    if (other(papers.drawn)) return "drawn.json";
    if (papers.events && papers.events->v() != "ssj1") return "events.json";
    return other(papers.end) ? "end.json" : "";
}

/// The first file that names another draw; empty when there is none.
std::string_view of_another_draw(const Papers& papers) {
    const auto another = [&](const auto& paper) { return paper && paper->draw != papers.identity; };
    if (another(papers.record)) return "record.json";
    if (another(papers.reveal)) return "reveal.json";
    if (another(papers.drawn)) return "drawn.json";
    if (papers.events && papers.events->draw() != papers.identity) return "events.json";
    return another(papers.end) ? "end.json" : "";
}

bool holders_allowed(const std::vector<Announcement::Holder>& holders) {
    std::set<std::string_view> names;
    for (const Announcement::Holder& holder : holders) names.insert(holder.who);
    return names.size() == holders.size() && names.contains("office") && names.contains("supervisor");
}

bool deadline_allowed(const Announcement& announcement) {
    const std::int64_t deadline = *parse_date(announcement.deadline);
    const std::int64_t announced = *parse_date(std::string_view(announcement.announced).substr(0, 10));
    return (deadline + 1) * day - beijing > static_cast<std::int64_t>(announcement.beacon.time) &&
           deadline - announced <= most_open_days;
}

bool end_allowed(const End& end, std::int64_t beacon) {
    const std::int64_t at = *parse_time(end.at);
    if (end.kind == "cancel") return end.order.empty() && at <= beacon - hour;
    if (end.kind != "abort" || end.order.empty() || at <= beacon - hour) return false;
    return end.order != "BEACON" || at >= beacon + beacon_wait;
}

bool value_is_of_signature(const Record& record) {
    return randomness_of(record.signature) == record.value && record.randomness == hex(record.value);
}

/// What the user's own copy of the round says, or that nothing was compared.
Finding compare_with_told(const Record& record, const std::optional<BeaconRound>& told) {
    if (!told) return unchecked("没有核对签名：这个数可能是任何人编的；请提供同一轮的随机数，或在浏览器里核验");
    if (told->round != record.round) return unchecked("你提供的是另一轮的随机数，不能用来核对");
    if (told->randomness != record.randomness || told->signature != record.signature)
        return failed("你提供的同一轮随机数与登记的不同");
    return held("与你提供的第 " + std::to_string(record.round) + " 轮随机数一致");
}

}  // namespace

Finding check_announcement(const Papers& papers) {
    const Announcement& announcement = papers.announcement;
    if (const auto file = other_version(papers); !file.empty()) return failed(std::string(file) + " 的版本不是 ssj1");
    if (announcement.basis != "facts" && announcement.basis != "classes")
        return failed("分层依据不是 facts 或 classes");
    if (!holders_allowed(announcement.nonces)) return failed("秘密数持有人应当至少有 office 和 supervisor，各不相同");
    if (announcement.beacon.type != "drand") return failed("随机源类型不是 drand");
    if (!deadline_allowed(announcement)) return failed("公开期限应当在随机源时刻之后、承诺日起 400 天之内");
    if ((announcement.seq == 0) != (announcement.prev == Digest{})) return failed("序号为 0 与没有前一次必须同时成立");
    if (const auto file = of_another_draw(papers); !file.empty()) return failed(std::string(file) + " 不属于这次抽取");
    if (papers.end && !end_allowed(*papers.end, static_cast<std::int64_t>(announcement.beacon.time)))
        return failed("end.json 的种类、命令号或时间不合规定");
    return held("承诺的格式、期限和各文件所属的抽取都对");
}

Finding check_timing(const Papers& papers, const std::optional<std::string>& seen) {
    const Announcement& announcement = papers.announcement;
    const auto round = parse_ref(announcement.beacon.ref);
    const auto time = static_cast<std::int64_t>(announcement.beacon.time);
    if (!round || time_of(*round) != time || time < *parse_time(announcement.announced) + hour)
        return failed("随机源轮次与时刻不合规定：应当是 drand quicknet，时刻等于该轮，且在承诺时间一小时之后");
    if (!seen) return unchecked("承诺的日期只是机关自己说的；若你在随机源时刻之前记下过这个编号，请提供当时的时间");
    if (*parse_time(*seen) >= time) return unchecked("你自己的记录（" + *seen + "）不早于随机源时刻，不能证明承诺在先");
    return held("你自己的记录：" + *seen + " 已见到这个编号，早于随机源时刻");
}

Finding check_beacon(const Papers& papers, const std::optional<BeaconRound>& told) {
    if (!papers.record) return unchecked(missing_sentence("record.json"));
    const Record& record = *papers.record;
    const Announcement::Beacon& beacon = papers.announcement.beacon;
    if (record.type != beacon.type || record.ref != beacon.ref) return failed("record.json 的随机源与承诺的不同");
    const auto round = parse_ref(record.ref);
    if (!round || static_cast<std::uint64_t>(*round) != record.round) return failed("随机源轮次与承诺的不同");
    if (!value_is_of_signature(record)) return failed("随机数不是这个签名的 SHA-256");
    const auto time = static_cast<std::int64_t>(beacon.time);
    const std::int64_t at = *parse_time(record.at);
    if (at < time || at > time + record_wait) return failed("登记时间不在随机源时刻之后 24 小时之内");
    return compare_with_told(record, told);
}

Finding check_commitments(const Papers& papers) {
    if (!papers.reveal) return unchecked(missing_sentence("reveal.json"));
    const auto& holders = papers.announcement.nonces;
    const auto& nonces = papers.reveal->nonces;
    bool same = holders.size() == nonces.size();
    for (std::size_t i = 0; same && i < nonces.size(); ++i) same = holders[i].who == nonces[i].who;
    if (!same) return failed("公开的秘密数与承诺的持有人不一致");
    for (std::size_t i = 0; i < nonces.size(); ++i)
        if (nonce_commitment(nonces[i].who, nonces[i].nonce) != holders[i].commit)
            return failed(nonces[i].who + " 的秘密数与承诺不符");
    return held(std::to_string(nonces.size()) + " 个秘密数都与承诺相符");
}

}  // namespace draw
