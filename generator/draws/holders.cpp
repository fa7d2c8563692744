#include "generator/draws/holders.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "draw/commitments.h"
#include "draw/encoding.h"
#include "generator/draws/errors.h"
#include "generator/draws/nonce_file.h"

namespace draws {

namespace {

draw::Digest digest_of(const std::string& bytes) {
    draw::Digest digest{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), digest.size()), digest.begin());
    return digest;
}

}  // namespace

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
        if (draw::nonce_commitment(holder.who, digest_of(found->second.bytes)) != holder.commit)
            throw Refused(holder.who + " 的秘密数与承诺不符，不是这次抽取用的那一个；请核对文件，或拆开托管的信封");
        nonces.push_back({digest_of(found->second.bytes), holder.who});
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
