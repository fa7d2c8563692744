// The id of an object (统一社会信用代码 or 15-digit 注册号) in 18 bytes, for pools of millions.
#pragma once

#include <array>
#include <compare>
#include <cstring>
#include <string_view>

namespace draw {

/// 15 or 18 characters; compared as their bytes are.
class ObjectId {
  public:
    ObjectId() = default;
    /// `id` must be at most 18 bytes without NUL (is_object_id).
    explicit ObjectId(std::string_view id) { id.copy(bytes_.data(), bytes_.size()); }
    std::string_view text() const {
        return {bytes_.data(), bytes_[15] == '\0' ? std::strlen(bytes_.data()) : bytes_.size()};
    }
    friend auto operator<=>(const ObjectId&, const ObjectId&) = default;

  private:
    std::array<char, 18> bytes_{};
};

}  // namespace draw
