#include "generator/publish/known_persons.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "generator/publish/private_text.h"
#include "text/utf8.h"

namespace publish {

namespace {

using Kind = Sign::Kind;

constexpr std::size_t shortest_certain_number = 6, most_hidden = 3, shortest_hidden_number = 8, role_signs = 6;

/// Words before a name or a short number that leave no doubt.
constexpr std::initializer_list<std::u32string_view> roles{
    U"检查人员", U"执法人员", U"检查员", U"执法员", U"监督员", U"监管员", U"经办人", U"承办人", U"联系人", U"联络员",
    U"负责人",   U"检查人",   U"组长",   U"组员",   U"科长",   U"股长",   U"所长",   U"队长",   U"审核人", U"录入人"};
constexpr std::initializer_list<std::u32string_view> numbering{U"证", U"证号", U"证件", U"编号", U"证件号", U"证编号"};

char32_t number_sign(const Sign& sign) {
    return sign.digit >= 0 ? U'0' + static_cast<char32_t>(sign.digit) : sign.c;
}

bool ends_with_one_of(std::u32string_view before, std::initializer_list<std::u32string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::u32string_view word) { return before.ends_with(word); });
}

/// The letters before a place, at most a few.
std::u32string letters_before(const std::vector<Sign>& signs, std::size_t at) {
    std::u32string before;
    while (at > 0 && before.size() < role_signs) {
        --at;
        if (signs[at].kind == Kind::letter) before.insert(before.begin(), signs[at].c);
    }
    return before;
}

/// Whether a letter stands right beside a place, with nothing in between.
bool letter_before(const std::vector<Sign>& signs, std::size_t at) {
    return at > 0 && signs[at - 1].kind == Kind::letter && signs[at - 1].last == signs[at].first;
}
bool letter_after(const std::vector<Sign>& signs, std::size_t last) {
    return last < signs.size() && signs[last].kind == Kind::letter && signs[last].first == signs[last - 1].last;
}

}  // namespace

void KnownPersons::add(std::string_view secret, const char* what, bool name, std::string key) {
    std::u32string letters;
    for (const Sign& sign : read_signs(secret).all)
        if (sign.kind == Kind::letter) letters += name ? sign.c : number_sign(sign);
    if (letters.size() < 2) return;
    begins_[letters[0] & 0xFFFF] = true;
    std::vector<Secret>& same_start = by_first_[letters[0]];
    const bool known = std::any_of(same_start.begin(), same_start.end(),
                                   [&](const Secret& other) { return other.signs == letters && other.name == name; });
    if (!known) same_start.push_back({letters, what, name, std::move(key)});
}

void KnownPersons::add_name(std::string_view name) {
    add(name, "检查人员姓名", true, "");
    add_traditional(name);
}
void KnownPersons::add_certificate(std::string_view number) {
    add(number, "执法证号", false, "");
}
void KnownPersons::add_contact(std::string_view phone_or_mail) {
    if (phone_or_mail.find('@') != phone_or_mail.npos) return;  // every address is found as such
    add(phone_or_mail, "联络员电话", false, contact_key(phone_or_mail));
}

void KnownPersons::add_traditional(std::string_view name) {
    static const std::unique_ptr<icu::Transliterator> to_traditional = [] {
        UErrorCode error = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createInstance("Simplified-Traditional", UTRANS_FORWARD, error));
    }();
    if (!to_traditional) return;
    for (const char32_t c : text::decode(name)) {
        icu::UnicodeString one(static_cast<UChar32>(c));
        to_traditional->transliterate(one);
        const auto traditional = static_cast<char32_t>(one.char32At(0));
        if (one.countChar32() != 1 || traditional == c) continue;
        simplified_[traditional] = c;
        begins_[traditional & 0xFFFF] = true;
    }
}

char32_t KnownPersons::simplified(char32_t c) const {
    const auto found = simplified_.find(c);
    return found == simplified_.end() ? c : found->second;
}

std::size_t KnownPersons::match(const std::vector<Sign>& signs, std::size_t at, const Secret& secret,
                                bool& hidden) const {
    std::size_t matched = 0, next = at, last = at;
    hidden = false;
    while (matched < secret.signs.size() && next < signs.size()) {
        const Sign& sign = signs[next];
        if (sign.kind == Kind::joiner || (sign.kind == Kind::list && !secret.name)) {
            if (++next - last > 8) return at;
            continue;
        }
        const std::size_t left = secret.signs.size() - matched;
        if (!secret.name && sign.kind == Kind::mask && secret.signs.size() >= shortest_hidden_number &&
            left <= most_hidden) {
            hidden = true;
            return next + 1;
        }
        const char32_t wanted = secret.signs[matched];
        const bool same = secret.name ? sign.c == wanted || simplified(sign.c) == wanted : number_sign(sign) == wanted;
        if (sign.kind != Kind::letter || !same) return at;
        ++matched;
        last = ++next;
    }
    return matched == secret.signs.size() ? last : at;
}

/// A number must not be the middle of a longer one, nor a name in Latin letters part of a longer word.
bool KnownPersons::bounded(const std::vector<Sign>& signs, std::size_t first, std::size_t last,
                           const Secret& secret) const {
    const auto continues = [](const Sign& inner, const Sign& outer) {
        if (inner.plain_digit()) return outer.plain_digit();
        return inner.latin() && outer.latin();
    };
    if (letter_before(signs, first) && continues(signs[first], signs[first - 1])) return false;
    if (letter_after(signs, last) && continues(signs[last - 1], signs[last])) return false;
    if (secret.name || secret.signs.size() >= shortest_certain_number) return true;
    return ends_with_one_of(letters_before(signs, first), numbering);
}

void KnownPersons::judge(const std::vector<Sign>& signs, std::size_t first, std::size_t last, const Secret& secret,
                         bool hidden, ColumnSort sort, std::vector<PrivateFinding>& into) const {
    if (!bounded(signs, first, last, secret)) return;
    bool held = false;
    if (secret.name) {
        const bool before = letter_before(signs, first), after = letter_after(signs, last);
        const bool role = ends_with_one_of(letters_before(signs, first), roles);
        if (sort == ColumnSort::enterprise_name && (before || after) && !role) return;
        held = !role && (sort == ColumnSort::enterprise_name || ((before || after) && secret.signs.size() == 2));
    }
    std::string masked;
    for (const char32_t c : std::u32string_view(secret.signs).substr(0, secret.name ? 1 : 2)) text::append(masked, c);
    masked += secret.name ? "**" : std::string(secret.signs.size() - 2, '*');
    into.push_back({std::string(secret.what) + (hidden ? "（遮盖不足）" : ""), masked, secret.key, signs[first].first,
                    signs[last - 1].last, held});
}

void KnownPersons::find(const Signs& signs, ColumnSort sort, std::vector<PrivateFinding>& into) const {
    if (by_first_.empty()) return;
    for (std::size_t at = 0; at < signs.all.size(); ++at) {
        const Sign& sign = signs.all[at];
        if (sign.kind != Kind::letter) continue;
        const char32_t digit = number_sign(sign);
        if (!begins_[sign.c & 0xFFFF] && !begins_[digit & 0xFFFF]) continue;
        for (const char32_t first : {simplified(sign.c), digit}) {
            const auto found = by_first_.find(first);
            if (found == by_first_.end()) continue;
            for (const Secret& secret : found->second) {
                bool hidden = false;
                const std::size_t last = match(signs.all, at, secret, hidden);
                if (last > at) judge(signs.all, at, last, secret, hidden, sort, into);
            }
            if (digit == simplified(sign.c)) break;
        }
    }
}

}  // namespace publish
