#include "search/root.h"

#include <algorithm>
#include <bit>

#include "search/bytes.h"
#include "search/file.h"
#include "search/name_keys.h"

namespace search {
namespace {

constexpr std::uint32_t version = 1, most_files = 200'000, most_heads = 200'000;

std::vector<std::string> read_digests(ByteReader& reader, std::uint32_t count) {
    std::vector<std::string> digests;
    for (; count > 0; --count) digests.emplace_back(reader.take(name_bytes));
    return digests;
}

}  // namespace

std::uint8_t rarity_of(std::uint32_t total) {
    if (total == 0) return 0;
    const int doublings = std::bit_width(total) - 1;
    const std::uint32_t quarter = doublings >= 2 ? (total >> (doublings - 2)) & 3 : 0;
    return static_cast<std::uint8_t>(4 * doublings + static_cast<int>(quarter));
}

std::string written_root(const Root& root) {
    std::string content, files, head_files, rarities;
    put_number(content, version);
    put_number(content, root.most_exact);
    for (const std::uint32_t count : root.records) put_number(content, count);
    FrontCoder stretches, words;
    for (const Root::Child& leaf : root.leaves) {
        stretches.add(leaf.first);
        files += leaf.digest;
    }
    for (const Root::HeadPlace& head : root.heads) {
        words.add(head.word);
        rarities.push_back(static_cast<char>(head.rarity));
    }
    put_number(content, static_cast<std::uint32_t>(root.leaves.size()));
    put_number(content, static_cast<std::uint32_t>(root.heads.size()));
    put_number(content, static_cast<std::uint32_t>(root.head_files.size()));
    for (const std::uint32_t count : root.heads_in_file) put_number(content, count);
    for (const std::string& digest : root.head_files) head_files += digest;
    return packed_file(FileKind::root, content + stretches.finish() + words.finish() + rarities + files + head_files);
}

Root read_root(std::string_view file) {
    const std::string content = unpacked_file(FileKind::root, file);
    ByteReader reader(content);
    if (reader.number(0xFFFFFFFF) != version) throw Malformed("检索索引的版本不同");
    Root root;
    root.most_exact = reader.number(0xFFFFFFFF);
    for (std::uint32_t& count : root.records) count = reader.number(0xFFFFFFFF);
    const std::uint32_t leaves = reader.number(most_files), heads = reader.number(most_heads);
    const std::uint32_t head_files = reader.number(most_files);
    if (std::uint64_t{leaves} + heads + head_files > reader.left()) throw Malformed("索引根文件过短");
    std::uint32_t placed = 0;
    for (std::uint32_t file_number = 0; file_number < head_files; ++file_number) {
        root.heads_in_file.push_back(reader.number(heads - placed));
        placed += root.heads_in_file.back();
    }
    if (placed != heads) throw Malformed("索引根文件中热词的个数不符");
    for (std::string& first : read_front_coded(reader, leaves, 4 * longest_findable))
        root.leaves.push_back({std::move(first), ""});
    for (std::string& word : read_front_coded(reader, heads, 4 * longest_findable))
        root.heads.push_back({std::move(word), 0});
    for (Root::HeadPlace& head : root.heads) head.rarity = reader.byte();
    std::vector<std::string> digests = read_digests(reader, leaves);
    for (std::size_t leaf = 0; leaf < leaves; ++leaf) root.leaves[leaf].digest = std::move(digests[leaf]);
    root.head_files = read_digests(reader, head_files);
    reader.end();
    return root;
}

std::optional<std::size_t> head_of(const Root& root, std::string_view word) {
    const auto found =
        std::lower_bound(root.heads.begin(), root.heads.end(), word,
                         [](const Root::HeadPlace& head, std::string_view text) { return head.word < text; });
    if (found == root.heads.end() || !found->word.starts_with(word)) return std::nullopt;
    return static_cast<std::size_t>(found - root.heads.begin());
}

std::optional<std::size_t> leaf_of(const Root& root, std::string_view word) {
    const auto after =
        std::upper_bound(root.leaves.begin(), root.leaves.end(), word,
                         [](std::string_view text, const Root::Child& leaf) { return text < leaf.first; });
    if (after == root.leaves.begin()) return std::nullopt;
    return static_cast<std::size_t>(after - root.leaves.begin()) - 1;
}

std::pair<std::size_t, std::size_t> head_place(const Root& root, std::size_t head) {
    std::size_t file = 0;
    while (head >= root.heads_in_file[file]) head -= root.heads_in_file[file++];
    return {file, head};
}

}  // namespace search
