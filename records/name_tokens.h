// The tokens under which the name index keeps a name, and those that ask for one. Pure. A token is ASCII letters,
// digits and characters beyond ASCII, so that FTS5's tokenizer `ascii` takes it as it is; its first letter says which
// kind it is. Seen only inside records/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace records {

inline constexpr std::int32_t name_index_application_id = 0x67736e69;  // "gsni"
inline constexpr int name_index_version = 1;                           // user_version

/// Names are told apart by their first characters up to this many.
inline constexpr std::size_t longest_beginning = 6;

/// A name in the form that is compared: its key and, for every character where a part may begin, that part without
/// place suffixes. Only parts before `plain_from` differ from the key's own end.
struct NameParts {
    std::u32string key;
    std::vector<std::u32string> parts;  // of starts 0 … plain_from, at least one
    std::size_t plain_from = 0;         // from this start on, a part is the key from there to its end
    const std::u32string& whole() const { return parts.front(); }
};
NameParts name_parts(std::string_view name);

/// "b…": begins with these characters.  "e…": is exactly these.  "c.": has this character.  "g..": has these two side
/// by side.  "a…": is in the area that begins with these digits.
std::string token(char kind, std::u32string_view characters);

/// Adds the tokens of one name, each perhaps more than once.
void add_tokens(const NameParts& name, std::vector<std::string>& to);
/// The tokens that every name with this word has: characters or pairs.
std::vector<std::string> tokens_of_word(std::u32string_view word);

/// "999900" → "9999": how all areas within an area begin.
std::string_view area_beginning(std::string_view area);
/// The tokens of the areas an object is in: its own and those around it.
void add_area_tokens(std::string_view area, std::vector<std::string>& to);

}  // namespace records
