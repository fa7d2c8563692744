// Any bytes, taken as a query that somebody writes into the search box, and as a name that is looked for.
#include <cstdint>
#include <cstdlib>

#include "search/understanding.h"
#include "text/pinyin.h"
#include "text/search_key.h"
#include "text/utf8.h"

namespace {

void demand(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const search::Understanding understood = search::understand(bytes);
    demand(understood.words.size() <= search::most_words);
    for (const search::Word& word : understood.words) demand(!word.key.empty() && !word.sorts.empty());

    const std::string key = text::search_key(bytes), shorter = text::without_place_suffixes(key);
    demand(text::is_utf8(key, text::Nul::allowed) && text::search_key(key) == key);
    demand(text::without_place_suffixes(shorter) == shorter);
    demand(shorter.starts_with(text::without_place_suffixes(text::truncate(key, text::count_code_points(key) / 2))));
    demand(text::trade_name_start(key) <= key.size());
    for (const text::PinyinKey& one : text::pinyin_keys(key)) demand(!one.text.empty() && one.text.size() <= 72);
    return 0;
}
