#include "generator/publish/private_mail.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace publish {

namespace {

using Kind = Sign::Kind;

constexpr std::array<std::string_view, 20> mail_hosts{
    "qq.",    "163.",     "126.",     "139.",  "189.",    "188.",  "263.",    "sina.", "sohu.",   "foxmail.",
    "gmail.", "outlook.", "hotmail.", "yeah.", "aliyun.", "live.", "icloud.", "21cn.", "tom.com", "wo."};
constexpr std::size_t longest_part = 64, most_blanks = 6;

bool is_blank(const Sign& sign) {
    return sign.kind == Kind::joiner && sign.c == U' ';
}
bool is_label(const Sign& sign) {
    return sign.latin() || sign.plain_digit() || sign.c == U'-' || sign.c == U'_';
}

struct Part {
    std::string text;
    std::size_t first = 0, last = 0;  // signs; `last` is past it
};

class MailFinder {
  public:
    MailFinder(std::string_view text, const std::vector<Sign>& signs, std::vector<PrivateFinding>& into)
        : text_(text), signs_(signs), into_(into) {}

    void look() {
        for (std::size_t i = 1; i < signs_.size(); ++i) {
            const std::size_t end = at_mark(i);
            if (end > i) judge(i, end, false);
            const Kind kind = signs_[i].kind;
            const bool stands_for_at = kind == Kind::mask || kind == Kind::stop || circled_a(i);
            if (end == i && stands_for_at) judge(i, i + 1, true);
        }
    }

  private:
    bool letters(std::size_t at, std::u32string_view word) const {
        if (at + word.size() > signs_.size()) return false;
        for (std::size_t i = 0; i < word.size(); ++i)
            if (signs_[at + i].c != word[i]) return false;
        return true;
    }
    bool circled_a(std::size_t at) const {
        const char32_t raw = text::decode_at(text_, signs_[at].first).code_point;
        return raw == U'ⓐ' || raw == U'Ⓐ' || raw == U'⒜';
    }
    /// The end of what stands for @ at a place; the place itself when nothing does.
    std::size_t at_mark(std::size_t at) const {
        if (signs_[at].c == U'@') return at + 1;
        if (letters(at, U"艾特") || letters(at, U"圈a")) return at + 2;
        if (!letters(at, U"at") || at == 0 || at + 2 >= signs_.size()) return at;
        const Sign &before = signs_[at - 1], &after = signs_[at + 2];
        return before.kind == Kind::letter || after.kind == Kind::letter ? at : at + 2;
    }
    /// The end of what stands for a dot; the place itself when nothing does.
    std::size_t dot(std::size_t at) const {
        if (at >= signs_.size()) return at;
        const char32_t c = signs_[at].c;
        if (c == U'.' || c == U'。' || c == U'｡' || c == U'·' || c == U'点' || c == U'點') return at + 1;
        const bool wrapped = signs_[at].kind == Kind::joiner || signs_[at].kind == Kind::mask;
        if (wrapped && letters(at + 1, U"dot") && at + 4 < signs_.size() && signs_[at + 4].kind != Kind::letter)
            return at + 5;
        const bool inside = wrapped && at + 2 < signs_.size() && signs_[at + 2].kind == Kind::joiner;
        if (inside && (signs_[at + 1].c == U'.' || signs_[at + 1].c == U'点')) return at + 3;
        return at;
    }
    std::size_t past_blanks(std::size_t at) const {
        for (std::size_t most = at + most_blanks; at < most && at < signs_.size() && is_blank(signs_[at]);) ++at;
        return at;
    }

    /// Labels and dots from a place on; `loose` passes over single blanks within labels (1 6 3 . c o m).
    Part host(std::size_t at, bool loose) const {
        for (std::size_t most = at + 4; at < most && at < signs_.size() && !is_label(signs_[at]);) ++at;
        Part host{"", at, at};
        while (at < signs_.size() && host.text.size() < longest_part) {
            if (is_label(signs_[at])) {
                host.text += static_cast<char>(signs_[at].c);
                host.last = ++at;
                continue;
            }
            const std::size_t before_dot = past_blanks(at), after_dot = dot(before_dot);
            if (after_dot > before_dot && !host.text.empty() && host.text.back() != '.') {
                const std::size_t next = past_blanks(after_dot);
                if (next >= signs_.size() || !is_label(signs_[next])) break;
                host.text += '.';
                at = next;
            } else if (loose && is_blank(signs_[at])) {
                ++at;
            } else {
                break;
            }
        }
        return host;
    }
    static bool is_host(std::string_view host) {
        const std::size_t dot = host.rfind('.');
        if (dot == host.npos || dot == 0 || host.size() - dot < 3) return false;
        const std::string_view top = host.substr(dot + 1);
        return std::all_of(top.begin(), top.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    }
    /// The name before a place: letters, digits and the signs addresses have, hidden characters too.
    Part name(std::size_t end) const {
        std::size_t at = end;
        for (std::size_t least = end - std::min<std::size_t>(end, 4); at > least && !in_name(signs_[at - 1]);) --at;
        Part name{"", at, at};
        while (name.first > 0 && in_name(signs_[name.first - 1]) && name.last - name.first < longest_part) --name.first;
        for (std::size_t i = name.first; i < name.last; ++i)
            name.text += signs_[i].kind == Kind::mask ? '*' : static_cast<char>(signs_[i].c);
        return name;
    }
    static bool in_name(const Sign& sign) {
        return is_label(sign) || sign.c == U'.' || sign.c == U'+' || sign.c == U'*' || sign.c == U'＊';
    }

    void judge(std::size_t at, std::size_t after, bool known_host_only) {
        const Part before = name(at);
        Part behind = host(after, false);
        if (!is_host(behind.text)) behind = host(after, true);
        if (!is_host(behind.text) || before.text.empty()) return;
        const bool known = std::any_of(mail_hosts.begin(), mail_hosts.end(),
                                       [&](std::string_view start) { return behind.text.starts_with(start); });
        if (known_host_only && (!known || before.text.size() < 3 || before.last + 1 < at || behind.first > after))
            return;
        const auto hidden = static_cast<std::size_t>(std::count(before.text.begin(), before.text.end(), '*'));
        if (hidden == before.text.size() || (hidden > 0 && before.text.size() - hidden < 4)) return;
        into_.push_back({hidden > 0 ? "电子邮箱（遮盖不足）" : "电子邮箱",
                         before.text.substr(0, 1) + "***@" + behind.text, before.text + "@" + behind.text,
                         signs_[before.first].first, signs_[behind.last - 1].last, known_host_only});
    }

    std::string_view text_;
    const std::vector<Sign>& signs_;
    std::vector<PrivateFinding>& into_;
};

}  // namespace

void find_mails(std::string_view text, const Signs& signs, std::vector<PrivateFinding>& into) {
    if (signs.mail) MailFinder(text, signs.all, into).look();
}

}  // namespace publish
