// The salts of a draw (随机盐): they keep a published root from being tried out with guessed rows.
#pragma once

#include <string_view>

#include "draw/encoding.h"

namespace draw {

/// Makes the salts of one draw from its K_salt. Safe to use from several threads.
class Salter {
  public:
    explicit Salter(const Digest& salt_key) : mac_(salt_key) {}
    /// mac(K_salt, E("ssj1/salt", kind, id))[0:16]; `kind` is obj, insp or res.
    Salt of(std::string_view kind, std::string_view id) const;

  private:
    Mac mac_;
};

}  // namespace draw
