#include "generator/draws/holders.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "draw/commitments.h"
#include "draw/encoding.h"
#include "draw/ids.h"
#include "generator/draws/errors.h"
#include "generator/draws/nonce_file.h"
#include "generator/settings/settings.h"

namespace draws {

std::vector<draw::Announcement::Holder> read_holders(const std::vector<std::string>& commits) {
    std::vector<draw::Announcement::Holder> all;
    std::set<std::string> names;
    for (const std::string& text : commits) {
        const std::size_t equals = text.find('=');
        const std::string who = text.substr(0, equals),
                          hex = equals == std::string::npos ? "" : text.substr(equals + 1);
        const auto commit = draw::unhex_as<draw::Digest>(hex);
        if (!draw::is_code(who) || !commit)
            throw settings::Unusable("--commit 的“" + text +
                                     "”应写成 office=64位十六进制（gongshi draw nonce 打印的承诺）");
        if (!names.insert(who).second) throw settings::Unusable("--commit 里 " + who + " 出现了两次，只留一个");
        all.push_back({*commit, who});
    }
    if (!names.contains("office") || !names.contains("supervisor"))
        throw settings::Unusable(
            "秘密数至少要有两个持有人：本单位（office）和监督方（supervisor：执法监督、审计或纪检）。各在自己的电脑上运"
            "行 gongshi draw "
            "nonce，再用 --commit office=… --commit supervisor=… 写明打印出的承诺");
    return all;
}

void require_fresh(records::Portal& portal, const std::vector<draw::Announcement::Holder>& holders) {
    for (const records::CommittedDraw& earlier : portal.committed_draws())
        for (const draw::Announcement::Holder& used : draw::read_announcement(earlier.announcement).nonces)
            for (const draw::Announcement::Holder& one : holders)
                if (one.commit == used.commit)
                    throw Refused(
                        fmt::format("--commit 里 {} 的承诺在第 {} 号抽取里已经用过。每次抽取都要用新的秘密数，请"
                                    "持有人重新运行 gongshi draw nonce",
                                    one.who, earlier.draw));
}

std::vector<draw::Reveal::Nonce> opened_nonces(const draw::Announcement& announcement,
                                               const std::vector<std::filesystem::path>& files) {
    std::map<std::string, Nonce> given;
    for (const std::filesystem::path& file : files) {
        Nonce nonce = read_nonce(file);
        const std::string who = nonce.who;
        if (!given.emplace(who, std::move(nonce)).second) throw Refused(who + " 的秘密数给了两份，只留一份");
    }
    std::vector<draw::Reveal::Nonce> nonces;
    for (const draw::Announcement::Holder& holder : announcement.nonces) {
        const auto found = given.find(holder.who);
        if (found == given.end())
            throw Refused("缺少 " + holder.who +
                          " 的秘密数文件（--nonce 文件，每个持有人一份）；原件找不到的，拆开托管的信封");
        const draw::Digest secret = draw::array_of<draw::Digest>(found->second.bytes).value();
        if (draw::nonce_commitment(holder.who, secret) != holder.commit)
            throw Refused(holder.who + " 的秘密数与承诺不符，不是这次抽取用的那一个；请核对文件，或拆开托管的信封");
        nonces.push_back({secret, holder.who});
        given.erase(found);
    }
    if (!given.empty()) throw Refused(given.begin()->first + " 不是这次抽取的持有人，请去掉这个 --nonce");
    return nonces;
}

std::string nonces_json(const std::vector<draw::Reveal::Nonce>& nonces) {
    nlohmann::json all = nlohmann::json::array();
    for (const draw::Reveal::Nonce& one : nonces) all.push_back({{"nonce", draw::hex(one.nonce)}, {"who", one.who}});
    return nlohmann::json{{"nonces", all}, {"v", "ssj1"}}.dump() + "\n";
}

std::vector<draw::Reveal::Nonce> read_nonces(const std::string& text) {
    std::vector<draw::Reveal::Nonce> nonces;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_object() && json.contains("nonces"))
        for (const auto& one : json["nonces"])
            if (const auto nonce = draw::unhex_as<draw::Digest>(one.value("nonce", "")))
                nonces.push_back({*nonce, one.value("who", "")});
    if (nonces.empty()) throw Refused("这次抽取的 nonces.json 已损坏；请从备份（gongshi backup）里取回");
    return nonces;
}

}  // namespace draws
