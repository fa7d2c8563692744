#include "generator/draws/words.h"

#include <array>

#include "text/fold.h"

namespace draws {

std::vector<std::string> words_of(std::string_view cell) {
    constexpr std::array<std::string_view, 8> separators{"、", "，", ",", "；", ";", "/", "\n", "\r"};
    std::vector<std::string> words{""};
    while (!cell.empty()) {
        bool separates = false;
        for (const std::string_view separator : separators)
            if (cell.starts_with(separator)) {
                cell.remove_prefix(separator.size());
                words.emplace_back();
                separates = true;
                break;
            }
        if (separates) continue;
        words.back() += cell.front();
        cell.remove_prefix(1);
    }
    for (std::string& word : words) word = text::trimmed(word);
    std::erase(words, "");
    return words;
}

}  // namespace draws
