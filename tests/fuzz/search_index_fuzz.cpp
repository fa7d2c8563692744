// Any bytes as a file of the search index: refused with Malformed, or read into values that can be looked through.
// The first byte chooses the kind; the rest is the content, packed here so that the digests never stand in the way, and
// once as the file itself.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "search/bytes.h"
#include "search/file.h"
#include "search/heads.h"
#include "search/leaf.h"
#include "search/root.h"

namespace {

template <class Read>
void try_reading(Read read) {
    try {
        read();
    } catch (const search::Malformed&) {
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0 || size > 100'000) return 0;
    const std::string_view content(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto both = [&](search::FileKind kind, auto read) {
        try_reading([&] { read(search::packed_file(kind, content)); });
        try_reading([&] { read(content); });
    };
    if (data[0] % 3 == 0)
        both(search::FileKind::root, [](std::string_view file) {
            const search::Root root = search::read_root(file);
            for (const std::string_view word : {"", "公", "zz"}) {
                if (const auto head = search::head_of(root, word)) search::head_place(root, *head);
                search::leaf_of(root, word);
            }
        });
    else if (data[0] % 3 == 1)
        both(search::FileKind::leaf, [](std::string_view file) { search::read_leaf(file); });
    else
        both(search::FileKind::heads, [](std::string_view file) { search::read_heads(file); });
    return 0;
}
