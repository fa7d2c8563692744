#include "generator/publish/private_text.h"

#include <algorithm>
#include <cctype>
#include <regex>

#include "generator/publish/private_numbers.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace publish {

namespace {

/// The first two code points, by which a secret is looked up.
std::string_view start_of(std::string_view text) {
    std::size_t at = 0;
    for (int i = 0; i < 2; ++i)
        if (!next_code_point(text, at)) return {};
    return text.substr(0, at);
}

std::string mask_text(std::string_view secret) {
    std::size_t at = 0;
    if (!next_code_point(secret, at)) return "*";
    return std::string(secret.substr(0, at)) + "**";
}

/// An address with its disguises undone: (at) and 艾特 for @, 点 and 。 for the dot.
std::string undisguised_mail(std::string_view folded) {
    std::string text(folded);
    const std::pair<std::string_view, std::string_view> words[] = {{"(at)", "@"}, {"[at]", "@"}, {"#at#", "@"},
                                                                    {"艾特", "@"}, {"＠", "@"},   {"﹫", "@"},
                                                                    {"(dot)", "."}, {"点", "."},  {"。", "."}};
    for (const auto& [word, sign] : words)
        for (std::size_t at; (at = text.find(word)) != text.npos;) text.replace(at, word.size(), sign);
    return text;
}

bool mail_letter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.' || c == '+' || c == '*';
}

void find_mails(std::string_view folded, std::vector<PrivateFinding>& into) {
    const std::string text = undisguised_mail(folded);
    for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
        std::size_t first = at, last = at + 1;
        while (first > 0 && mail_letter(text[first - 1])) --first;
        while (last < text.size() && mail_letter(text[last])) ++last;
        const std::string_view host = std::string_view(text).substr(at + 1, last - at - 1);
        const std::size_t dot = host.find('.');
        if (first == at || dot == host.npos || dot == 0 || dot + 2 >= host.size()) continue;
        into.push_back({"电子邮箱", text.substr(first, 1) + "**@" + std::string(host),
                        std::string(folded), text.substr(first, last - first), false});
    }
}

void find_credit_class(const std::string& folded, std::vector<PrivateFinding>& into) {
    static const std::regex named_class(
        "(信用|风险)(分级|分类|评价)*(分级|分类|等级|类别|级别|类型|结果|评级)+(结果)?(为|是|:|,|-|→|属)*"
        "(a|b|c|d|e|低|一般|较高|中高|中|高|守信|警示|失信|严重失信)");
    static const std::regex risk_word("(低|较高|中高|高|一般)风险(企业|主体|单位|户|类|等级|级)");
    static const std::regex letter_class("(^|[^a-z0-9])[abcde](类|级)(企业|主体|风险|信用|户)");
    std::smatch match;
    for (const std::regex* pattern : {&named_class, &risk_word, &letter_class})
        if (std::regex_search(folded, match, *pattern)) {
            into.push_back({"信用风险类别", mask_text(match.str()), folded, "", false});
            return;
        }
}

}  // namespace

void KnownPersons::add(std::string_view secret, const char* what, bool name) {
    std::string folded = text::fold(secret);
    const std::string_view start = start_of(folded);
    if (start.empty()) return;
    by_start_[std::string(start)].push_back({folded, what, name});
}
void KnownPersons::add_name(std::string_view name) { add(name, "检查人员姓名", true); }
void KnownPersons::add_certificate(std::string_view number) { add(number, "执法证号", false); }
void KnownPersons::add_contact(std::string_view phone_or_mail) { add(phone_or_mail, "联络员电话或邮箱", false); }

void KnownPersons::find(std::string_view folded, ColumnSort sort, std::vector<PrivateFinding>& into) const {
    if (by_start_.empty()) return;
    std::size_t at = 0;
    while (at < folded.size()) {
        const std::string_view rest = folded.substr(at);
        if (const auto found = by_start_.find(std::string(start_of(rest))); found != by_start_.end())
            for (const Secret& secret : found->second) {
                if (!rest.starts_with(secret.folded)) continue;
                const bool whole = folded.size() == secret.folded.size();
                if (secret.name && sort == ColumnSort::enterprise_name && !whole) continue;
                into.push_back({secret.what, mask_text(secret.folded), std::string(folded), contact_key(secret.folded), false});
            }
        if (!next_code_point(folded, at)) break;
    }
}

std::vector<PrivateFinding> find_private(std::string_view text, ColumnSort sort, bool one_enterprise,
                                         const KnownPersons& persons) {
    std::vector<PrivateFinding> findings;
    if (sort == ColumnSort::machine || text.size() < 4) return findings;
    find_numbers(text, sort, findings);
    const std::string folded = text::fold(text);
    find_mails(folded, findings);
    persons.find(folded, sort, findings);
    if (one_enterprise && sort != ColumnSort::code && sort != ColumnSort::enterprise_name)
        find_credit_class(folded, findings);
    std::vector<PrivateFinding> once;
    for (PrivateFinding& finding : findings)
        if (std::find(once.begin(), once.end(), finding) == once.end()) once.push_back(std::move(finding));
    return once;
}

std::string contact_key(std::string_view contact) {
    const std::string folded = text::fold(contact);
    if (folded.find('@') != folded.npos) return folded;
    std::string digits;
    for (const char c : folded)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

}  // namespace publish
