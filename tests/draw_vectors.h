// The two draw packages of tests/data/draw with every intermediate value, and fictional pools of any size (area 999901,
// which is nobody's).
#pragma once

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "draw/commitments.h"
#include "draw/matching.h"
#include "draw/package.h"
#include "draw/pool.h"
#include "draw/seed.h"
#include "draw/selection.h"
#include "text/codes.h"

namespace tests {

inline std::string draw_file(const std::string& name) {
    std::ifstream file(std::string(GONGSHI_TEST_DATA) + "/draw/" + name, std::ios::binary);
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// `text` comes in pieces of at most `piece` bytes. It must outlive the source.
inline draw::ByteSource source_of(std::string_view text, std::size_t piece = 1U << 20) {
    return [text, piece](char* to, std::size_t most) mutable {
        const std::size_t count = text.copy(to, std::min(most, piece));
        text.remove_prefix(count);
        return count;
    };
}

/// One package of the vectors, read.
struct DrawVector {
    explicit DrawVector(const std::string& folder)
        : announcement_bytes(draw_file(folder + "/announcement.json")),
          objects(draw_file(folder + "/objects.tsv")),
          inspectors(draw_file(folder + "/inspectors.tsv")),
          announcement(draw::read_announcement(announcement_bytes)),
          quota(draw::read_quota(draw_file(folder + "/quota.json"))),
          record(draw::read_record(draw_file(folder + "/record.json"))),
          reveal(draw::read_reveal(draw_file(folder + "/reveal.json"))),
          drawn(draw::read_drawn(draw_file(folder + "/drawn.json"))),
          values(nlohmann::json::parse(draw_file(folder + "/intermediate.json"))) {}

    std::vector<draw::Digest> nonces() const {
        std::vector<draw::Digest> all;
        for (const auto& one : reveal.nonces) all.push_back(one.nonce);
        return all;
    }
    draw::Keys keys() const {
        return draw::keys_of(draw::announcement_digest(announcement_bytes), nonces(), announcement.beacon.type,
                             announcement.beacon.ref, record.value);
    }
    std::vector<std::pair<std::string, std::uint64_t>> strata() const {
        std::vector<std::pair<std::string, std::uint64_t>> all;
        for (const auto& stratum : quota.strata) all.emplace_back(stratum.code, stratum.n);
        return all;
    }
    draw::Selection selection(std::uint64_t next = 0) const {
        draw::Selection selection(strata(), next);
        draw::ObjectWork work;
        work.ticket_key = keys().object;
        work.each = [&](const draw::ObjectRow& row) { selection.add(row); };
        draw::read_objects(source_of(objects), work);
        selection.finish();
        return selection;
    }

    std::string announcement_bytes, objects, inspectors;
    draw::Announcement announcement;
    draw::Quota quota;
    draw::Record record;
    draw::Reveal reveal;
    draw::DrawnList drawn;
    nlohmann::json values;  ///< intermediate.json
};

/// The code of the fictional enterprise number `i`; ascending with i, and no two alike.
inline std::string fictional_code(std::uint64_t i) {
    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    std::string code = "91999901MA0000000";
    for (std::size_t place = code.size(); i > 0; i /= alphabet.size()) code[--place] = alphabet[i % alphabet.size()];
    return code + *text::unified_check_character(code);
}

/// A key whose bytes all have this value.
inline draw::Digest key_of(unsigned char byte) {
    draw::Digest key;
    key.fill(byte);
    return key;
}

}  // namespace tests
