#include "search/index_reader.h"

#include <algorithm>
#include <optional>

#include "search/bytes.h"
#include "search/file.h"
#include "search/heads.h"
#include "search/leaf.h"
#include "search/root.h"
#include "text/pinyin.h"

namespace search {
namespace {

std::string checked(const FileReader& read, const std::string& digest) {
    std::string file = read(file_name(digest));
    if (short_digest(file) != digest) throw Malformed("索引文件与其名称中的摘要不符");
    return file;
}

Found found_in_leaf(const Leaf& leaf, std::span<const std::string> words) {
    Found found;
    for (std::size_t row = 0; row < leaf.rows.size(); ++row)
        if (const auto match = match_of_all(leaf.rows[row], words, leaf.pinyin[row]))
            found.answers.push_back({*match, leaf.rows[row]});
    std::sort(found.answers.begin(), found.answers.end(), answers_before);
    found.total = static_cast<std::uint32_t>(found.answers.size());
    return found;
}

// A head's rows match its word, by pinyin where nothing else is seen.
Found found_in_head(const HeadFile& file, const Head& head, std::span<const std::string> words, std::size_t rarest) {
    Found found{head.total, words.size() == 1, {}};
    std::vector<Answer> others;
    for (const std::uint32_t row : head.best) {
        const Record& record = file.rows[row];
        const std::string own[] = {words[rarest]};
        const auto match = match_of_all(record, words, own);
        (match ? found.answers : others).push_back({match.value_or(Match::pinyin), record});
    }
    // A word that may be pinyin can only be judged where its own pinyin stands.
    bool judged = true;
    for (std::size_t word = 0; word < words.size(); ++word)
        judged = judged && (word == rarest || !text::may_be_pinyin(words[word]));
    if (head.best.size() == head.total) {
        std::sort(found.answers.begin(), found.answers.end(), answers_before);
        found.exact = judged;
        if (judged) found.total = static_cast<std::uint32_t>(found.answers.size());
    } else {
        found.answers.insert(found.answers.end(), others.begin(), others.end());
    }
    return found;
}

}  // namespace

Found find(const FileReader& read, std::span<const std::string> words) {
    const Root root = read_root(read(root_name));
    std::optional<std::size_t> rarest, rarest_head;
    for (std::size_t word = 0; word < words.size(); ++word) {
        const auto head = head_of(root, words[word]);
        if (!head) {
            const auto leaf = leaf_of(root, words[word]);
            return leaf ? found_in_leaf(read_leaf(checked(read, root.leaves[*leaf].digest)), words) : Found{};
        }
        if (!rarest_head || root.heads[*head].rarity < root.heads[*rarest_head].rarity) {
            rarest = word;
            rarest_head = head;
        }
    }
    const auto [file, place] = head_place(root, *rarest_head);
    const HeadFile heads = read_heads(checked(read, root.head_files[file]));
    if (place >= heads.heads.size()) throw Malformed("索引文件缺少根文件所说的词");
    return found_in_head(heads, heads.heads[place], words, *rarest);
}

}  // namespace search
