#include "generator/publish/private_text.h"

#include <algorithm>
#include <map>

#include "generator/publish/credit_class.h"
#include "generator/publish/private_mail.h"
#include "generator/publish/private_numbers.h"
#include "text/fold.h"

namespace publish {

namespace {

constexpr std::size_t shortest_text = 4, fewest_digits = 4;  // bytes of a name of two letters; digits of l38OOl38OOO

/// A contact's mobile number is found as one already.
std::vector<PrivateFinding> without_repeats(std::vector<PrivateFinding> findings) {
    std::vector<PrivateFinding> kept;
    std::map<std::uint32_t, std::uint32_t> taken;  // first → last
    for (PrivateFinding& finding : findings) {
        const auto after = taken.upper_bound(finding.first);
        if (after != taken.begin() && std::prev(after)->second >= finding.last) continue;
        std::uint32_t& last = taken[finding.first];
        last = std::max(last, finding.last);
        kept.push_back(std::move(finding));
    }
    return kept;
}

}  // namespace

std::vector<PrivateFinding> find_private(std::string_view text, ColumnSort sort, bool one_enterprise,
                                         const KnownPersons& persons) {
    std::vector<PrivateFinding> findings;
    if (text.size() < shortest_text) return findings;
    const Signs signs = read_signs(text);
    if (signs.digits >= fewest_digits) find_numbers(signs, sort, findings);
    find_mails(text, signs, findings);
    persons.find(signs, sort, findings);
    if (one_enterprise && sort != ColumnSort::code && sort != ColumnSort::enterprise_name)
        find_credit_class(signs, findings);
    return without_repeats(std::move(findings));
}

std::string contact_key(std::string_view contact) {
    const std::string folded = text::fold(contact);
    if (folded.find('@') != folded.npos) return folded;
    std::string digits;
    for (const char c : folded)
        if (c >= '0' && c <= '9') digits += c;
    for (const std::string_view prefix : {"0086", "86"})
        if (digits.size() == prefix.size() + 11 && digits.starts_with(prefix) && digits[prefix.size()] == '1')
            return digits.substr(prefix.size());
    return digits;
}

}  // namespace publish
