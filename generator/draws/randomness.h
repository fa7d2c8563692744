// Where nonces, salts and fresh ids come from: the operating system. A demo portal, whose every page says 演示数据, may
// have them made from a public label instead, so that the demo comes out the same every time; anyone can compute those.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "generator/settings/settings.h"

namespace draws {

class Randomness {
  public:
    /// getrandom(2). Throws Refused when the machine has none.
    static Randomness of_the_system();
    /// SHA-256 of the label and a counter: no secret at all, the same every time.
    static Randomness of_a_demo(std::string label);

    std::string bytes(std::size_t count) const { return source_(count); }
    /// `count` characters of an alphabet of 32 (without I, O, 0, 1), each five random bits.
    std::string id(std::size_t count) const;

  private:
    explicit Randomness(std::function<std::string(std::size_t)> source) : source_(std::move(source)) {}
    std::function<std::string(std::size_t)> source_;
};

/// The system's, or the demo's when there is a label; a label is refused (settings::Unusable) in a portal whose
/// site.toml does not say demo = true.
Randomness randomness_for(const settings::PortalFolder& portal, const std::string& demo_label);

}  // namespace draws
