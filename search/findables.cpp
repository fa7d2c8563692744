#include "search/findables.h"

#include <algorithm>

#include "search/leaf_readings.h"
#include "text/utf8.h"

namespace search {
namespace {

void add_pinyin(Findables& to, std::uint32_t number, const Record& record) {
    std::vector<std::string> own;
    each_pinyin(record, [&own](const FindableText& text) { own.push_back(text.text); });
    const Spelled spelled = spelled_of(record, own);
    to.otherwise.push_back(spelled.otherwise ? 1 : 0);
    for (const std::string& letters : own) {
        const bool follows = std::find(spelled.keys.begin(), spelled.keys.end(), letters) != spelled.keys.end();
        to.pinyin.push_back({number, static_cast<std::uint32_t>(to.letters.size())});
        to.letters += letters;
        to.letters.push_back(follows ? Findables::end_of_spelled : Findables::end_of_letters);
    }
}

}  // namespace

void add_findables(Findables& to, std::uint32_t number, const Record& record, bool with_pinyin) {
    std::u32string before, characters;
    std::size_t before_at = 0;
    each_findable(record, [&](const FindableText& text) {
        characters = text::decode(text.text);
        const bool follows = before.size() == characters.size() + 1 &&
                             std::equal(characters.begin(), characters.end(), before.begin() + 1);
        if (follows) {
            ++before_at;
        } else {
            before_at = to.characters.size();
            to.chains.push_back({number, static_cast<std::uint32_t>(before_at)});
            to.characters += characters;
            to.characters.push_back(0);
            to.marks.resize(to.characters.size());
        }
        to.marks[before_at] = static_cast<std::uint8_t>(
            static_cast<std::uint8_t>(text.match) | (text.can_be_whole ? Findables::whole_mark : 0) |
            (text.least > 1 ? Findables::unified_mark : 0) | Findables::some_mark);
        before.swap(characters);
    });
    if (with_pinyin)
        add_pinyin(to, number, record);
    else
        to.otherwise.push_back(0);
}

}  // namespace search
