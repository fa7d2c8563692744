// Finds what must not be published in one text: citizen numbers, mobile numbers, e-mail addresses, known persons'
// names and certificate numbers, credit-risk classes — also when disguised by width, spaces, brackets, other kinds of
// digits, invisible characters or a masked tail. Pure: knows texts and what sort of column they stand in, no database.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "generator/publish/known_persons.h"

namespace publish {

/// What a column holds decides what its digits can be.
enum class ColumnSort {
    text,    // words: everything is looked for
    code,    // 统一社会信用代码 or 注册号: a valid 15-digit 注册号 is no citizen number
    number,  // 任务编号、计划编号、文号、索引号: 18 digits in a task number's form are no citizen number
    enterprise_name,  // a registered name may contain a person's name, but not be one
};

struct PrivateFinding {
    std::string what;  // 公民身份号码 手机号码 电子邮箱 检查人员姓名 执法证号 联络员电话 信用风险类别
    std::string masked;  // enough to find it, not enough to know it
    std::string key;     // a telephone number's digits or a mail address: what public_contacts are compared with
    std::uint32_t first = 0, last = 0;  // where it stands in the text, bytes
    bool held = false;                  // could be something lawful: a person decides
    bool operator==(const PrivateFinding&) const = default;
};

/// All findings of one text of at most 1 MiB, in no particular order. `one_enterprise`: the row is about a single
/// enterprise, so a credit-risk class in it is never lawful; in plan rows it is.
std::vector<PrivateFinding> find_private(std::string_view text, ColumnSort sort, bool one_enterprise,
                                         const KnownPersons& persons);

/// The digits of a phone number (without 86 before a mobile number) or the folded form of a mail address: to compare
/// with site.toml's public_contacts.
std::string contact_key(std::string_view contact);

}  // namespace publish
