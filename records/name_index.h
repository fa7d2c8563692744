// search/names.db 名称索引: finds enterprises by any part of a name, present or former, for the look-up server. Written
// at publish from public.db, opened by the server beside it. What matches is said in docs/search-index.md; this index
// answers the same as trying every name, which a test holds it to. Knows nothing of codes, pages and HTTP.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/facts.h"

namespace records {

class PublicSite;

/// Writes the index of all enterprises into a new file (mode 0444): the same public.db gives the same bytes. Throws
/// Broken.
void write_name_index(PublicSite& site, const std::filesystem::path& file);

/// What one asks for: the words of a query as keys (text/search_key.h), all must match the
/// same name.
class NameWords {
  public:
    /// Divides at white space; words of which nothing is left to look for are dropped.
    explicit NameWords(std::string_view written);
    bool empty() const { return words_.empty(); }
    std::size_t size() const { return words_.size(); }
    /// Each word's key without place suffixes, as code points.
    const std::vector<std::u32string>& keys() const { return words_; }

  private:
    std::vector<std::u32string> words_;
};

/// How well a name is met, best first; of an object the best of its names counts.
enum class NameMatch { exact = 0, beginning = 1, inside = 2, none = 3 };

/// Judges one name by itself, without the index: exact when the one word is the whole name, beginning when the name
/// begins with the first word, inside when each word stands anywhere in it.
NameMatch match_name(const NameWords& words, std::string_view name);

class NameIndex {
  public:
    /// Opens read-only and immutable; one per thread. Throws Broken, also for an index of another version.
    explicit NameIndex(const std::filesystem::path& file);
    NameIndex(NameIndex&&) noexcept;
    ~NameIndex();

    /// Where an object stands in the order of a list: by match, then by permanent number.
    struct Place {
        NameMatch match = NameMatch::exact;
        Id object = 0;
        friend auto operator<=>(const Place&, const Place&) = default;
    };
    /// At most `at_most` objects after a place (nothing: from the beginning), in order. No words: all objects, as if
    /// each matched exactly. `area`: only objects of this area, six digits of which 00 at the end (or 0000) stand for
    /// everything below; empty: anywhere.
    std::vector<Place> find(const NameWords& words, std::string_view area, const std::optional<Place>& after,
                            int at_most);
    /// How the names of one object match, and whether it is in the area; none when it has no such name or is elsewhere.
    NameMatch match(Id object, const NameWords& words, std::string_view area);
    /// How many objects there are in an area; "" anywhere.
    std::int64_t count(std::string_view area);
    /// From now on all queries together may take this long, then one throws TookTooLong.
    void allow(std::chrono::milliseconds time);

  private:
    struct Connection;
    std::unique_ptr<Connection> connection_;
};

}  // namespace records
