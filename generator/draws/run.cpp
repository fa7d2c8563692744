#include "generator/draws/run.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "draw/beacon.h"
#include "draw/encoding.h"
#include "draw/moment.h"
#include "generator/draws/errors.h"
#include "generator/draws/holders.h"
#include "generator/draws/live_draw.h"
#include "generator/draws/self_check.h"
#include "generator/draws/sheet_values.h"
#include "generator/draws/step_files.h"
#include "generator/output/digest.h"

namespace draws {

namespace {

constexpr std::size_t largest_beacon_file = 65'536;

void require_announced(const OpenDraw& draw, std::int64_t now) {
    const auto beacon = static_cast<std::int64_t>(draw.announcement.beacon.time);
    if (draw.state != State::announced)
        throw Refused(fmt::format("第 {} 号抽取{}，不能再抽取一次。{}", draw.facts.draw, words_of(draw.state),
                                  next_step(draw, now)));
    if (now < beacon)
        throw Refused(fmt::format("还没有到随机源的时刻 {}，任何人都不知道随机数；{}", draw::time_text(beacon),
                                  next_step(draw, now)));
    if (now > beacon + record_within) throw Refused(next_step(draw, now));
}

draw::BeaconRound read_round(const std::filesystem::path& file, std::uint64_t announced) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw settings::Unusable("打不开随机数文件 " + file.string());
    std::string bytes(largest_beacon_file + 1, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    const draw::BeaconRound round = [&] {
        try {
            return draw::read_beacon_round(bytes, file.string());
        } catch (const draw::Unreadable& error) {
            throw settings::Unusable(error.what());
        }
    }();
    if (round.round != announced)
        throw Refused(fmt::format("{} 是第 {} 轮的随机数，承诺的是第 {} 轮：只能用承诺的那一轮", file.string(),
                                  round.round, announced));
    const auto randomness = draw::randomness_of(round.signature);
    if (!randomness || draw::hex(*randomness) != round.randomness)
        throw Refused(file.string() + " 里的随机数不是它的签名的 SHA-256，文件不对；请重新下载这一轮");
    return round;
}

draw::Record record_of(const OpenDraw& draw, const std::string& at, const draw::BeaconRound& round) {
    draw::Record record;
    record.at = at;
    record.randomness = round.randomness;
    record.round = round.round;
    record.signature = round.signature;
    record.ref = draw.announcement.beacon.ref;
    record.type = draw.announcement.beacon.type;
    record.value = *draw::unhex_as<draw::Digest>(round.randomness);
    record.draw = draw.digest;
    return record;
}

}  // namespace

RunOutcome run(records::Portal& portal, records::PrivateStore& persons, const settings::PortalFolder& folder,
               const RunRequest& request) {
    const OpenDraw draw = open_draw(portal, folder, request.draw);
    require_announced(draw, moment_after(draw, request.at));
    const draw::BeaconRound round =
        read_round(request.beacon, static_cast<std::uint64_t>(*draw::parse_ref(draw.announcement.beacon.ref)));
    const std::vector<draw::Reveal::Nonce> nonces = opened_nonces(draw.announcement, request.nonces);

    Files package = draw.package();
    draw::Reveal reveal{draw.digest, nonces, salt_key_of(draw), "ssj1"};
    draw::Record record = record_of(draw, request.at, round);
    const FixedList list = LiveDraw(package, record, reveal).fixed_list();
    record.root = list.tree.root();
    record.size = list.drawn.drawn.size();
    package["record.json"] = draw::record_json(record);
    package["drawn.json"] = draw::drawn_json(list.drawn);
    package["events.json"] = draw::events_json({draw.digest, {}, {}, "ssj1"});
    package["reveal.json"] = draw::reveal_json(reveal);
    draw::Told told;
    told.seen = draw.announcement.announced;
    told.beacon = round;
    require_sound(package, told, {"series"});

    const std::string record_digest = output::hex(output::sha256(package["record.json"]));
    Files secrets{{"drawn.json", package["drawn.json"]},
                  {"nonces.json", nonces_json(nonces)},
                  {"beacon.json", fmt::format("{{\"randomness\":\"{}\",\"round\":{},\"signature\":\"{}\"}}",
                                              round.randomness, round.round, round.signature)}};
    for (auto& [name, bytes] : printed(portal, persons, folder, draw, list, record, package["record.json"]))
        secrets[name] = std::move(bytes);
    draw.folder.keep(secrets);
    const Files known{{"record.json", package["record.json"]}, {"events.json", package["events.json"]}};
    draw.folder.stage(known);
    portal.transaction([&] {
        const records::Id batch = step_batch(portal, draw.digest, "run", request.by, request.at);
        portal.add_draw_step(batch, {request.draw, "drawn", request.at, "", static_cast<std::int64_t>(list.unfilled)});
        enter_files(portal, batch, request.draw, known, "drawn");
    });
    draw.folder.settle(known);
    return {record_digest, list.drawn.drawn.size(), list.unfilled, list.few_candidates, draw.folder.path() / "print"};
}

}  // namespace draws
