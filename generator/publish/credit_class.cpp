#include "generator/publish/credit_class.h"

#include <array>

namespace publish {

namespace {

using Words = std::initializer_list<std::u32string_view>;

constexpr Words classifying{U"分级", U"分类", U"等级", U"類別", U"等級", U"类别", U"级别",
                            U"类型", U"评级", U"评价", U"结果", U"类",   U"级"};
constexpr Words linking{U"评定", U"评", U"判定", U"判",   U"认定", U"确定", U"划定", U"划分", U"定",
                        U"列入", U"列", U"监管", U"管理", U"状况", U"指标", U"被",   U"为",   U"是",
                        U"属于", U"属", U"的",   U"到",   U"在",   U"企业", U"主体"};
constexpr Words grades{U"较高", U"较低", U"中高", U"中低", U"一般", U"低", U"中", U"高"};
constexpr Words standing_words{U"守信", U"警示", U"失信", U"严重失信"};
constexpr Words subjects{U"企业", U"主体", U"单位", U"经营者", U"经营户", U"市场主体", U"经营主体", U"商户", U"户"};
constexpr std::size_t most_words_between = 8;

class ClassFinder {
  public:
    explicit ClassFinder(const std::vector<Sign>& signs) {
        for (const Sign& sign : signs)
            if (sign.kind == Sign::Kind::letter) letters_.push_back(sign);
    }

    void look(std::vector<PrivateFinding>& into) {
        for (std::size_t i = 0; i < letters_.size(); ++i) {
            std::size_t end = i;
            bool credit = false;
            if (!named_class(i, end, credit) && !class_before_subject(i, end, credit)) continue;
            into.push_back({"信用风险类别", "信用风险**", "", letters_[i].first, letters_[end - 1].last, !credit});
            i = end;
        }
    }

  private:
    std::size_t word(std::size_t at, Words words) const {
        for (const std::u32string_view word : words)
            if (said(at, word)) return word.size();
        return 0;
    }
    bool said(std::size_t at, std::u32string_view word) const {
        if (at + word.size() > letters_.size()) return false;
        for (std::size_t i = 0; i < word.size(); ++i)
            if (letters_[at + i].c != word[i]) return false;
        return true;
    }
    /// A single letter a to e that belongs to no longer word.
    bool grade_letter(std::size_t at) const {
        if (at >= letters_.size() || letters_[at].c < U'a' || letters_[at].c > U'e') return false;
        const auto alone = [&](std::size_t other, std::uint32_t edge, bool before) {
            const Sign& sign = letters_[other];
            const bool touches = before ? sign.last == edge : sign.first == edge;
            return !touches || !(sign.latin() || sign.plain_digit());
        };
        return (at == 0 || alone(at - 1, letters_[at].first, true)) &&
               (at + 1 >= letters_.size() || alone(at + 1, letters_[at].last, false));
    }

    /// 信用风险等级：D, 信用风险高, 风险等级为较高, 信用评级 B.
    bool named_class(std::size_t at, std::size_t& end, bool& credit) const {
        const bool both = said(at, U"信用风险") || said(at, U"信用風險");
        if (!both && !said(at, U"信用") && !said(at, U"风险")) return false;
        if (at >= 2 && (said(at - 2, U"纳税") || said(at - 2, U"税务"))) return false;
        if (!both && at >= 2 && said(at - 2, U"信用")) return false;  // judged with the 信用 before it
        credit = both;
        std::size_t next = at + (both ? 4 : 2);
        bool classified = false;
        for (std::size_t count = 0; count < most_words_between; ++count) {
            if (class_at(next, end, classified)) return both || classified;
            if (const std::size_t length = word(next, classifying); length > 0)
                classified = true, next += length;
            else if (const std::size_t link = word(next, linking); link > 0)
                next += link;
            else
                return false;
        }
        return false;
    }
    /// 分类管理中发现: what follows a grade is the end, a separator, or a word that goes with it.
    bool grade_ends(std::size_t at) const {
        if (at >= letters_.size() || letters_[at].first != letters_[at - 1].last) return true;
        return word(at, {U"风险", U"类", U"级", U"等", U"档", U"的", U"企业", U"主体", U"户"}) > 0;
    }
    bool class_at(std::size_t at, std::size_t& end, bool classified) const {
        if (grade_letter(at)) return end = at + 1, true;
        if (const std::size_t length = word(at, grades); length > 0 && grade_ends(at + length))
            return end = at + length, true;
        if (const std::size_t length = classified ? word(at, standing_words) : 0; length > 0)
            return end = at + length, true;
        return false;
    }

    /// D类企业, B级风险, 高风险企业, 高信用风险.
    bool class_before_subject(std::size_t at, std::size_t& end, bool& credit) const {
        std::size_t next = at;
        const bool letter = grade_letter(at);
        if (letter) {
            if (const std::size_t length = word(at + 1, {U"类", U"级", U"類", U"級", U"等"}); length > 0)
                next = at + 1 + length;
            else
                return false;
            if (const std::size_t length = word(next, {U"信用风险", U"信用", U"风险"}); length > 0) {
                credit = said(next, U"信用"), end = next + length;
                return true;
            }
        } else {
            const std::size_t length = word(at, grades);
            if (length == 0) return false;
            if (said(at + length, U"信用风险")) return credit = true, end = at + length + 4, true;
            if (!said(at + length, U"风险")) return false;
            next = at + length + 2;
            if (const std::size_t kind = word(next, {U"等级", U"级别", U"类", U"级", U"等"}); kind > 0) next += kind;
        }
        const std::size_t subject = word(next, subjects);
        end = next + subject;
        return subject > 0;
    }

    std::vector<Sign> letters_;
};

}  // namespace

void find_credit_class(const Signs& signs, std::vector<PrivateFinding>& into) {
    if (signs.graded) ClassFinder(signs.all).look(into);
}

}  // namespace publish
