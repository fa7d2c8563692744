#include "generator/import/disclosure.h"

#include <array>
#include <utility>

#include "text/fold.h"

namespace importing {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 15> words{{{"主动公开", "主动公开"},
                                                                               {"公开", "主动公开"},
                                                                               {"主动", "主动公开"},
                                                                               {"公示", "主动公开"},
                                                                               {"是", "主动公开"},
                                                                               {"依申请公开", "依申请公开"},
                                                                               {"依申请", "依申请公开"},
                                                                               {"申请公开", "依申请公开"},
                                                                               {"不予公开", "不予公开"},
                                                                               {"不公开", "不予公开"},
                                                                               {"不公示", "不予公开"},
                                                                               {"不予公示", "不予公开"},
                                                                               {"不主动公开", "不予公开"},
                                                                               {"不予", "不予公开"},
                                                                               {"否", "不予公开"}}};
constexpr const char* unknown_word = "不认识的公开方式";
constexpr const char* known_words = "应是 主动公开、依申请公开 或 不予公开";

}  // namespace

std::optional<std::string_view> disclosure_word(std::string_view text) {
    const std::string folded = text::fold(text);
    for (const auto& [spelling, word] : words)
        if (folded == text::fold(spelling)) return word;
    return std::nullopt;
}

std::string disclosure_of(const RowValues& row) {
    const std::string text = row.text("disclosure");
    if (text.empty()) return {};
    if (const auto word = disclosure_word(text)) return std::string(*word);
    row.error("disclosure", unknown_word, known_words);
    return text;
}

std::string disclosure_of(ImportRun& run) {
    const std::string text = run.context.text("disclosure");
    if (text.empty()) return {};
    if (const auto word = disclosure_word(text)) return std::string(*word);
    run.context_error("disclosure", unknown_word, known_words);
    return text;
}

void check_withheld_reason(const RowValues& row, std::string_view disclosure, std::string_view reason,
                           std::string_view basis) {
    if (disclosure.empty() || disclosure == "主动公开") return;
    if (reason.empty()) row.error("withheld_reason", "不主动公开却没有写理由", "写明理由；网站只公布件数、理由和依据");
    if (basis.empty())
        row.error("withheld_basis", "不主动公开却没有写依据",
                  "写明所依据的条款，例如《政府信息公开条例》第十五条；网站只公布件数、理由和依据");
}

}  // namespace importing
