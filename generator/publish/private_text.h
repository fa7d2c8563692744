// Finds what must not be published in one text: citizen numbers, mobile numbers, e-mail addresses, known persons'
// names and certificate numbers, credit-risk classes — also when disguised by width, spaces, brackets, other kinds of
// digits, invisible characters or a masked tail. Pure: knows texts and what sort of column they stand in, no database.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace publish {

/// What a column holds decides what its digits can be.
enum class ColumnSort {
    text,             // words: everything is looked for
    code,             // 统一社会信用代码 or 注册号: a valid code is none of a person's numbers
    number,           // 任务编号、计划编号、文号、索引号: 6 digits area, a date or year, a serial
    enterprise_name,  // a registered name may contain a person's name, but not be one
    machine,          // ids, digests, addresses of this program: not looked at
};

struct PrivateFinding {
    std::string what;    // 公民身份号码 …
    std::string masked;  // enough to find it, not enough to know it
    std::string around;  // the words it stands in, folded: what reviewed_phrases are compared with
    std::string key;     // digits or mail address, what public_contacts are compared with; empty for others
    bool held = false;   // could be something lawful: a person decides
    bool operator==(const PrivateFinding&) const = default;
};

/// Persons' names, certificate numbers, phones and mails from private.db, prepared for looking them up in every text.
class KnownPersons {
  public:
    void add_name(std::string_view name);
    void add_certificate(std::string_view number);
    void add_contact(std::string_view phone_or_mail);
    /// Looks at `folded` (text::fold of the cell).
    void find(std::string_view folded, ColumnSort sort, std::vector<PrivateFinding>& into) const;

  private:
    struct Secret {
        std::string folded;
        std::string what;
        bool name = false;
    };
    std::unordered_map<std::string, std::vector<Secret>> by_start_;  // first two code points → secrets
    void add(std::string_view secret, const char* what, bool name);
};

/// All findings of one text. `one_enterprise`: the row is about a single enterprise, so a credit-risk class in it is
/// never lawful (国市监信发〔2022〕6号: an internal reference only); in plan rows it is.
std::vector<PrivateFinding> find_private(std::string_view text, ColumnSort sort, bool one_enterprise,
                                         const KnownPersons& persons);

/// The digits of a phone number or the folded form of a mail address: to compare with site.toml's public_contacts.
std::string contact_key(std::string_view contact);

}  // namespace publish
