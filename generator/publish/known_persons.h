// The persons of private.db, prepared for finding them in every text: inspectors' and contacts' names, certificate
// numbers, telephone numbers. Part of private_text.h; knows no database.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generator/publish/private_signs.h"

namespace publish {

enum class ColumnSort;
struct PrivateFinding;

class KnownPersons {
  public:
    void add_name(std::string_view name);
    void add_certificate(std::string_view number);
    void add_contact(std::string_view phone_or_mail);

    /// Names also with blanks, hyphens, brackets or dots between their characters and in traditional characters;
    /// numbers also in other digits, with separators, and with their last one to three signs hidden. A two-character
    /// name inside a longer word (高峰 in 高峰期) is held. In `enterprise_name` a name only counts when it stands by
    /// itself or after a person's role: a registered name may contain a person's.
    void find(const Signs& signs, ColumnSort sort, std::vector<PrivateFinding>& into) const;

  private:
    struct Secret {
        std::u32string signs;  // letters folded; digits of every sort as 0 to 9 in numbers, as written in names
        const char* what;
        bool name = false;
        std::string key;  // a telephone number's digits, compared with public_contacts
    };
    void add(std::string_view secret, const char* what, bool name, std::string key);
    void add_traditional(std::string_view name);
    char32_t simplified(char32_t c) const;
    /// The sign past a secret that begins at `at`; `at` itself when it does not. `hidden`: its end is masked.
    std::size_t match(const std::vector<Sign>& signs, std::size_t at, const Secret& secret, bool& hidden) const;
    bool bounded(const std::vector<Sign>& signs, std::size_t first, std::size_t last, const Secret& secret) const;
    void judge(const std::vector<Sign>& signs, std::size_t first, std::size_t last, const Secret& secret, bool hidden,
               ColumnSort sort, std::vector<PrivateFinding>& into) const;

    std::unordered_map<char32_t, std::vector<Secret>> by_first_;
    std::vector<bool> begins_ = std::vector<bool>(1 << 16, false);  // by the low 16 bits of the first sign: quick no
    std::unordered_map<char32_t, char32_t> simplified_;             // of characters of the names
};

}  // namespace publish
