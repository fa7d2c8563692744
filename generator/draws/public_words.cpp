#include "generator/draws/public_words.h"

#include "generator/draws/errors.h"
#include "generator/publish/passed_texts.h"
#include "generator/publish/stored_persons.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace draws {

void require_publishable(const std::string& words, const std::string& what, const settings::Settings& settings,
                         records::PrivateStore& persons) {
    constexpr std::size_t most = 200;
    if (!text::is_utf8(words)) throw Refused(what + "不是 UTF-8 编码，请重新填写");
    if (text::blank(words)) throw Refused(what + "是空白，请写明");
    if (text::count_code_points(words) > most) throw Refused(what + "超过 " + std::to_string(most) + " 个字，请写短些");
    for (const char32_t one : text::decode(words))
        if (text::is_blank(one) && one != U' ' && one != U'\u3000')
            throw Refused(what + "里有换行、控制字符或看不见的字符，请重新填写");
    const publish::PassedTexts passed(settings);
    for (const publish::PrivateFinding& one :
         publish::find_private(words, publish::ColumnSort::text, true, publish::stored_persons(persons)))
        if (!passed.contains(words, one))
            throw Refused(what + (one.held ? "里可能有" : "里有") + one.what + " " + one.masked +
                          "，而它一经登记就要公开、不能更改；请改写后重试");
}

}  // namespace draws
