#include "generator/duties/vocabulary.h"

#include <algorithm>
#include <deque>
#include <map>
#include <stdexcept>
#include <string>

#include "generator/duties/vocabulary_tables.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace duties {

namespace {

struct Words {
    std::vector<NounTable> tables;
    std::deque<std::string> made;  // spellings put together here; the tables view them
    std::map<std::string, Noun> noun_of;
    std::vector<std::map<std::string, std::size_t>> column_of;  // by noun
};

std::string_view keep(Words& words, std::string_view first, std::string_view second) {
    return words.made.emplace_back(std::string(first) + "." + std::string(second));
}

/// Puts the columns of the task behind a table's own, as 任务.是否联合检查.
NounTable with_task(Words& words, NounTable table, const NounTable& task) {
    for (Column column : task.columns) {
        column.key = keep(words, "task", column.key);
        column.term = keep(words, task.term, column.term);
        for (std::string_view& spelling : column.also) spelling = keep(words, task.term, spelling);
        table.columns.push_back(column);
    }
    return table;
}

void index(Words& words) {
    for (const NounTable& table : words.tables) {
        words.noun_of.emplace(text::fold(table.term), table.noun);
        words.noun_of.emplace(table.key, table.noun);
        for (const std::string_view spelling : table.also) words.noun_of.emplace(text::fold(spelling), table.noun);
        auto& columns = words.column_of.emplace_back();
        for (std::size_t at = 0; at < table.columns.size(); ++at) {
            columns.emplace(text::fold(table.columns[at].term), at);
            columns.emplace(table.columns[at].key, at);
        }
        for (std::size_t at = 0; at < table.columns.size(); ++at)  // another column's own term comes first
            for (const std::string_view spelling : table.columns[at].also) columns.emplace(text::fold(spelling), at);
    }
}

Words make_words() {
    Words words;
    const NounTable task = task_words();
    words.tables = {task,
                    item_words(),
                    item_list_words(),
                    plan_edition_words(),
                    object_words(),
                    with_task(words, inspection_words(), task),
                    with_task(words, draw_words(), task),
                    with_task(words, drawn_object_words(), task),
                    with_task(words, result_words(), task),
                    with_task(words, follow_up_words(), task),
                    inspector_words(),
                    report_words(),
                    declared_words()};
    index(words);
    return words;
}

const Words& words() {
    static const Words all = make_words();
    return all;
}

std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
            corner = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}

}  // namespace

const std::vector<NounTable>& vocabulary() {
    return words().tables;
}

const NounTable& table_of(Noun noun) {
    return words().tables[static_cast<std::size_t>(noun)];
}

std::optional<Noun> find_noun(std::string_view word) {
    const auto found = words().noun_of.find(text::fold(word));
    return found == words().noun_of.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> find_column(Noun noun, std::string_view word) {
    const auto& columns = words().column_of[static_cast<std::size_t>(noun)];
    const auto found = columns.find(text::fold(word));
    return found == columns.end() ? std::nullopt : std::optional(found->second);
}

std::size_t column_index(Noun noun, std::string_view key) {
    const auto& columns = table_of(noun).columns;
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& one) { return one.key == key; });
    if (found == columns.end())
        throw std::logic_error("no column " + std::string(key) + " of " + std::string(table_of(noun).key));
    return static_cast<std::size_t>(found - columns.begin());
}

std::vector<std::string_view> nearest(std::string_view word, std::span<const std::string_view> known) {
    constexpr std::size_t longest = 60, most = 3;  // characters compared, words answered
    const auto comparable = [](std::string_view text) {
        return text::decode(text::fold(text::truncate(text, longest)));
    };
    const std::u32string wanted = comparable(word);
    std::vector<std::pair<std::size_t, std::string_view>> near;
    for (const std::string_view one : known) {
        const std::u32string candidate = comparable(one);
        const std::size_t distance = edit_distance(wanted, candidate);
        const bool inside = wanted.find(candidate) != wanted.npos || candidate.find(wanted) != candidate.npos;
        const bool alike = 2 * distance <= std::max(wanted.size(), candidate.size());
        if (!wanted.empty() && (alike || inside)) near.emplace_back(distance, one);
    }
    std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string_view> answer;
    for (std::size_t i = 0; i < std::min(near.size(), most); ++i) answer.push_back(near[i].second);
    return answer;
}

}  // namespace duties
