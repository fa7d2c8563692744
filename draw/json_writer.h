// Writes canonical JSON (RFC 8785). Keys come in the order in which the caller, who knows them sorted, gives them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "draw/encoding.h"

namespace draw {

/// The text grows at its end; commas are set where they belong.
class JsonWriter {
  public:
    void open_object() { open('{'); }
    void close_object() { close('}'); }
    void open_list() { open('['); }
    void close_list() { close(']'); }
    void member(std::string_view key);

    void integer(std::uint64_t value);
    /// `text` must be UTF-8.
    void text(std::string_view text);
    void digest(const Digest& digest) { text(hex(digest)); }

    // A member and its value.
    void integer(std::string_view key, std::uint64_t value);
    void text(std::string_view key, std::string_view value);
    void digest(std::string_view key, const Digest& digest);
    void salt(std::string_view key, const Salt& salt);

    std::string take() { return std::move(json_); }

  private:
    void open(char bracket);
    void close(char bracket);
    void separate();
    void quote(std::string_view text);
    std::string json_;
};

}  // namespace draw
