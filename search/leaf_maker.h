// Units of neighbouring texts become leaf files, and files get their names. Knows nothing of threads or of where texts
// come from; which units end a leaf is decided by content alone.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/findable_store.h"
#include "search/index_writer.h"
#include "search/leaf.h"
#include "search/record_store.h"
#include "search/root.h"
#include "search/unit_walk.h"

namespace search {

/// FNV-1a: decides where files end.
std::uint32_t mixed_bits(std::string_view text);

/// Files as they come, from any thread, each name once.
class Files {
  public:
    explicit Files(const FileSink& sink) : sink_(sink) {}
    /// Gives the digest that names the file.
    std::string put(const std::string& file);

  private:
    const FileSink& sink_;
    std::mutex mutex_;
    std::map<std::string, std::size_t> sizes_;
};

/// What became of one stretch of all texts.
struct Part {
    std::vector<Root::Child> leaves;
    std::vector<Head> heads;  ///< rows are record numbers
    IndexFacts facts;
};

/// Gathers units until they are a leaf; the texts and records must outlive it.
class LeafMaker {
  public:
    LeafMaker(const FindableStore& texts, const RecordStore& records, const IndexOptions& options, Files& files,
              Part& part)
        : texts_(texts), records_(records), options_(options), files_(files), part_(part) {}
    void add(const Unit& unit);
    /// Writes what is gathered, if anything is.
    void end();

  private:
    void write(std::span<const Unit> units);
    std::string prefix(const Unit& unit) const { return texts_.text(unit.entries.front(), unit.depth); }
    std::vector<LeafPinyin> pinyin(std::span<const Unit> units, const std::vector<std::uint32_t>& numbers) const;

    const FindableStore& texts_;
    const RecordStore& records_;
    const IndexOptions& options_;
    Files& files_;
    Part& part_;
    std::vector<Unit> units_;
    std::uint64_t weight_ = 0;
};

}  // namespace search
