#include "draw/beacon.h"

#include "draw/encoding.h"

namespace draw {

namespace {

constexpr std::size_t most_digits = 16;  // of a round

}  // namespace

std::int64_t time_of(std::int64_t round) {
    return quicknet::genesis + (round - 1) * quicknet::period;
}

std::int64_t first_round_at(std::int64_t time) {
    if (time <= quicknet::genesis) return 1;
    return (time - quicknet::genesis + quicknet::period - 1) / quicknet::period + 1;
}

std::string beacon_ref(std::int64_t round) {
    return std::string(quicknet::chain_hash) + "/" + std::to_string(round);
}

std::optional<Digest> randomness_of(std::string_view signature) {
    constexpr std::size_t signature_size = 48;  // a point of G1
    const auto bytes = unhex(signature);
    return bytes && bytes->size() == signature_size ? std::optional(sha256(*bytes)) : std::nullopt;
}

std::optional<std::int64_t> parse_ref(std::string_view ref) {
    if (!ref.starts_with(quicknet::chain_hash)) return std::nullopt;
    ref.remove_prefix(quicknet::chain_hash.size());
    if (!ref.starts_with('/')) return std::nullopt;
    ref.remove_prefix(1);
    if (ref.empty() || ref.size() > most_digits || ref.front() == '0') return std::nullopt;
    std::int64_t round = 0;
    for (const char digit : ref) {
        if (digit < '0' || digit > '9') return std::nullopt;
        round = round * 10 + (digit - '0');
    }
    return round;
}

}  // namespace draw
