// From the random value and the secret numbers to the keys of a draw (docs/draw-protocol.md, section 4).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "draw/hash.h"

namespace draw {

/// The three keys that everything drawn follows from.
struct Keys {
    Digest object{};  ///< K_obj: tickets
    Digest match{};   ///< K_match: who inspects
    Digest order{};   ///< K_order: in which order slots are filled
};

/// T("ssj1/nonces", nonce_1, nonce_2, …), in the announcement's order.
Digest nonces_key(std::span<const Digest> nonces);
/// E("ssj1/seed", D, type, ref, value)
std::string seed_message(const Digest& draw, std::string_view type, std::string_view ref, const Digest& value);
/// PRK: HKDF-Extract.
Digest seed_of(std::span<const Digest> nonces, std::string_view seed_message);
/// HKDF-Expand of one block for each key.
Keys expand_keys(const Digest& seed);

/// All of it. `draw`: D; `type` and `ref`: the announcement's; `value`: the randomness of the round.
Keys keys_of(const Digest& draw, std::span<const Digest> nonces, std::string_view type, std::string_view ref,
             const Digest& value);

}  // namespace draw
