// The tables of a draw: objects.tsv (对象库), read in one pass of blocks that several threads share, and inspectors.tsv
// (检查人员库). What is read is well-formed (docs/draw-protocol.md, section 2) or Unreadable; whether it holds is
// judged elsewhere. It opens no file, and what comes out does not depend on the number of threads.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "draw/byte_source.h"
#include "draw/encoding.h"
#include "draw/object_id.h"
#include "draw/unreadable.h"

namespace draw {

inline constexpr std::uint64_t most_objects = 10'000'000;
inline constexpr std::uint64_t most_inspectors = 100'000;
inline constexpr std::size_t most_strata = 64;              ///< different ones in objects.tsv
inline constexpr std::uint64_t largest_table = 2ULL << 30;  ///< bytes
inline constexpr std::size_t longest_line = 1U << 20;       ///< bytes without the LF

/// One row of objects.tsv. The views are valid during the call that gives them.
struct ObjectRow {
    std::string_view id, stratum;
    std::string_view excl;  ///< empty: eligible (可以抽取)
    std::string_view needs;
    std::uint8_t stratum_number = 0;  ///< of ObjectPool::strata_seen: 0, 1, … by first row
    std::uint8_t slots = 0;           ///< 名额
    Digest ticket{};                  ///< only with a ticket key
};

/// What is to be done with every row besides reading it.
struct ObjectWork {
    std::optional<Digest> salt_key;    ///< K_salt: makes the root
    std::optional<Digest> ticket_key;  ///< K_obj: makes the tickets
    /// Gets every row, excluded ones too, in the order of the table and in the calling thread.
    std::function<void(const ObjectRow&)> each;
    unsigned threads = 0;  ///< 0: as many as the machine has processors
};

/// What objects.tsv says as a whole.
struct ObjectPool {
    std::uint64_t rows = 0;
    Digest root{};                                                ///< only with a salt key
    std::vector<std::string> strata_seen;                         ///< by number, those of excluded objects too
    std::vector<std::pair<std::string, std::uint64_t>> eligible;  ///< ascending by stratum; none with 0
    std::vector<std::pair<std::string, std::uint64_t>>
        excluded;                          ///< the four reasons of section 3, ascending; none with 0
    std::uint64_t excluded_otherwise = 0;  ///< rows whose reason is none of the four
    std::uint64_t short_of_slots = 0;      ///< eligible with less than two slots
};

/// Reads the whole table. Throws Unreadable with the line (the header is line 1).
ObjectPool read_objects(const ByteSource& source, const ObjectWork& work = {});

/// Root and rows of a table.
struct PoolRoot {
    Digest root{};
    std::uint64_t size = 0;
};
PoolRoot objects_root(const ByteSource& source, const Digest& salt_key);
PoolRoot inspectors_root(const ByteSource& source, const Digest& salt_key);

/// Whether an exclusion code is one of the four public facts of section 3.
bool is_exclusion(std::string_view code);

/// One row of inspectors.tsv.
struct Inspector {
    std::string id;
    std::string person;  ///< 64 hex
    std::string department;
    std::string skills;            ///< the cell: codes joined by commas, ascending; may be empty
    std::uint32_t cap = 0;         ///< visits at most, 1 to 999,999
    std::vector<ObjectId> recuse;  ///< 回避: ascending
};

struct InspectorWork {
    std::optional<Digest> salt_key;                 ///< K_salt: makes the root
    std::function<bool(std::string_view id)> keep;  ///< which recused objects to keep; all when empty
};

struct InspectorPool {
    std::uint64_t rows() const { return inspectors.size(); }
    Digest root{};                      ///< only with a salt key
    std::vector<Inspector> inspectors;  ///< ascending by id
    bool any_recused = false;           ///< some `recuse` is not empty: the table is for auditors only
};

/// Reads the whole table. Throws Unreadable with the line.
InspectorPool read_inspectors(const ByteSource& source, const InspectorWork& work = {});

// Writing, for those who freeze a pool.
inline constexpr std::string_view objects_header = "id\tstratum\texcl\tneeds\n";
inline constexpr std::string_view inspectors_header = "id\tperson\tdept\tskills\tcap\trecuse\n";
void append_object(std::string& table, std::string_view id, std::string_view stratum, std::string_view excl,
                   std::string_view needs);
void append_inspector(std::string& table, const Inspector& inspector);

/// The leaf of a row: E("ssj1/obj", id, stratum, excl, needs, salt).
std::string object_leaf(std::string_view id, std::string_view stratum, std::string_view excl, std::string_view needs,
                        const Salt& salt);

}  // namespace draw
