// TOML texts (site.toml, FILE.toml) → tables, by toml++. The one place that includes it, since not every text is safe
// to give to it: some malformed ones ("[s;") run into its assertions, and what is not ASCII outside quotes can reach
// code marked unreachable. So a failed assertion is an error here, and the library sees ASCII only: other characters
// are written as _uXXXXXX_ before and put back afterwards (which lets clerks write 行政区划 = "…" without quotes). Only
// for .cpp files.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace settings {

/// What a failed assertion of the library becomes: an exception that read_toml() turns into Unusable.
[[noreturn]] void fail_toml_assertion();

}  // namespace settings

#pragma push_macro("NDEBUG")
#undef NDEBUG
#define TOML_ASSERT(condition) (static_cast<bool>(condition) ? void() : ::settings::fail_toml_assertion())
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")

namespace settings {

struct TomlText {
    std::string file_name;
    std::string ascii;  // as the library saw it
    toml::table table;

    /// "site.toml 第3行第8列：", counted as the clerk's editor does.
    std::string place(const toml::source_position& position) const;
    std::string place(const toml::node& node) const { return place(node.source().begin); }
};

/// Reads a text (UTF-8, at most `most_bytes`). Throws Unusable naming file, line and column.
TomlText read_toml(std::string_view text, std::string_view file_name, std::size_t most_bytes);

}  // namespace settings
