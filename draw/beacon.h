// The public random source (随机源): drand quicknet, pinned. It asks no network and no clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "draw/hash.h"

namespace draw {

/// drand quicknet as everybody may look it up.
namespace quicknet {
inline constexpr std::string_view chain_hash = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
inline constexpr std::string_view public_key =
    "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b"
    "0"
    "e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a";
inline constexpr std::string_view scheme = "bls-unchained-g1-rfc9380";
inline constexpr std::int64_t genesis = 1'692'803'367;  ///< Unix seconds of round 1
inline constexpr std::int64_t period = 3;               ///< seconds
}  // namespace quicknet

/// Unix seconds at which a round comes out; `round` >= 1.
std::int64_t time_of(std::int64_t round);
/// The first round that comes out at `time` (Unix seconds) or later, at least 1.
std::int64_t first_round_at(std::int64_t time);
/// `<chain hash>/<round>`
std::string beacon_ref(std::int64_t round);
/// The randomness of a round: SHA-256 of its signature, 96 lower-case hex; nothing for another text. Whether the
/// signature is drand's takes BLS, which is done elsewhere.
std::optional<Digest> randomness_of(std::string_view signature);
/// The round of a well-formed ref of this chain (round `[1-9][0-9]{0,15}`); else nothing.
std::optional<std::int64_t> parse_ref(std::string_view ref);

}  // namespace draw
