// objects.tsv: blocks of 2^14 rows are read and hashed each by one thread, and put together in order.
#include <algorithm>
#include <array>
#include <deque>
#include <future>
#include <map>
#include <thread>

#include "draw/ids.h"
#include "draw/merkle.h"
#include "draw/needs.h"
#include "draw/pool.h"
#include "draw/salter.h"
#include "draw/table_blocks.h"
#include "draw/table_cells.h"

namespace draw {

namespace {

constexpr std::string_view file = "objects.tsv";
constexpr std::uint64_t block_rows = 1U << 14;
constexpr std::size_t longest_object_line = 2048;  // a well-formed row has at most 1,108 bytes
constexpr int least_slots = 2;
constexpr std::array<std::string_view, 4> exclusions = {"DEREGISTERED", "DRAWN-N-TIMES", "SUSPENDED-BUSINESS",
                                                        "VISITED-THIS-YEAR"};

/// What is the same for all blocks.
struct Keyed {
    std::optional<Salter> salter;
    std::optional<Mac> tickets;
    bool rows = false;  // whether somebody wants them
};

struct Stratum {
    std::string_view code;
    std::uint64_t first_line = 0, eligible = 0;
};

/// One block, read. Views are of the block's bytes, which move with it.
struct ReadBlock {
    TableBlock block;
    std::uint64_t count = 0;
    std::vector<ObjectRow> rows;
    std::vector<Stratum> strata;  // by number in this block
    MerkleRoot root;
    std::array<std::uint64_t, exclusions.size()> excluded{};
    std::uint64_t excluded_otherwise = 0, short_of_slots = 0;
    std::string_view first_id, last_id;
};

[[noreturn]] void refuse(std::uint64_t line, const char* reason) {
    throw Unreadable(std::string(file), line, reason);
}

std::uint8_t stratum_number(ReadBlock& read, std::string_view code, std::uint64_t line) {
    const auto found =
        std::find_if(read.strata.begin(), read.strata.end(), [&](const Stratum& one) { return one.code == code; });
    if (found != read.strata.end()) return static_cast<std::uint8_t>(found - read.strata.begin());
    if (!is_code(code)) refuse(line, "分层代码应当是 1 至 24 位字母、数字或连字符");
    if (read.strata.size() == most_strata) refuse(line, "超过 64 层");
    read.strata.push_back({code, line, 0});
    return static_cast<std::uint8_t>(read.strata.size() - 1);
}

ObjectRow read_row(ReadBlock& read, std::string_view line, std::uint64_t number) {
    std::array<std::string_view, 4> cells;
    if (!split_cells(line, cells)) refuse(number, "应当有 4 栏，用制表符分开");
    const auto [id, stratum, excl, needs] = cells;
    if (!is_object_id(id))
        refuse(number, "第 1 栏应当是统一社会信用代码或 15 位注册号，校验位要对，不能同时是公民身份号码");
    if (id <= read.last_id) refuse(number, "没有按代码升序排列，或者有重复");
    if (read.count == 0) read.first_id = id;
    read.last_id = id;
    if (!excl.empty() && !is_code(excl)) refuse(number, "排除理由应当是代码或空");
    const int slots = count_slots(needs);
    if (slots < 0 || (slots == 0 && excl.empty()))
        refuse(number, "第 4 栏应当是 部门:专长:人数，用逗号分开，一共不超过 20 人，可以抽取的对象不能空");
    return {id, stratum, excl, needs, stratum_number(read, stratum, number), static_cast<std::uint8_t>(slots), {}};
}

void count_row(ReadBlock& read, const ObjectRow& row) {
    if (row.excl.empty()) {
        ++read.strata[row.stratum_number].eligible;
        if (row.slots < least_slots) ++read.short_of_slots;
        return;
    }
    const auto reason = std::find(exclusions.begin(), exclusions.end(), row.excl);
    if (reason == exclusions.end())
        ++read.excluded_otherwise;
    else
        ++read.excluded[static_cast<std::size_t>(reason - exclusions.begin())];
}

void append_leaf(std::string& leaf, const ObjectRow& row, const Salt& salt) {
    append_part(leaf, "ssj1/obj");
    for (const std::string_view part : {row.id, row.stratum, row.excl, row.needs}) append_part(leaf, part);
    append_part(leaf, bytes_of(salt));
}

ReadBlock read_block(TableBlock&& block, const Keyed& keyed) {
    ReadBlock read;
    read.block = std::move(block);
    if (keyed.rows) read.rows.reserve(block_rows);
    std::string leaf;
    for (std::string_view left = read.block.text(); !left.empty();) {
        const std::size_t end = left.find('\n');
        ObjectRow row = read_row(read, left.substr(0, end), read.block.first_line + read.count);
        left.remove_prefix(end + 1);
        ++read.count;
        count_row(read, row);
        if (keyed.salter) {
            leaf.clear();
            append_leaf(leaf, row, keyed.salter->of("obj", row.id));
            read.root.add(leaf_hash(leaf));
        }
        if (keyed.tickets) row.ticket = keyed.tickets->of(row.id);
        if (keyed.rows) read.rows.push_back(row);
    }
    return read;
}

/// Puts the blocks together in the order of the table.
class Whole {
  public:
    explicit Whole(const std::function<void(const ObjectRow&)>& each) : each_(each) {}

    void add(ReadBlock&& read) {
        if (read.count == 0) return;
        if (read.first_id <= last_id_) refuse(read.block.first_line, "没有按代码升序排列，或者有重复");
        last_id_ = read.last_id;
        pool_.rows += read.count;
        if (pool_.rows > most_objects) refuse(most_objects + 2, "超过一千万户");
        root_.append(read.root);
        std::array<std::uint8_t, most_strata> numbers{};
        for (std::size_t i = 0; i < read.strata.size(); ++i) numbers[i] = number_of(read.strata[i]);
        for (std::size_t i = 0; i < exclusions.size(); ++i) excluded_[i] += read.excluded[i];
        pool_.excluded_otherwise += read.excluded_otherwise;
        pool_.short_of_slots += read.short_of_slots;
        for (ObjectRow& row : read.rows) {
            row.stratum_number = numbers[row.stratum_number];
            each_(row);
        }
    }

    ObjectPool finish(bool with_root) {
        if (with_root) pool_.root = root_.root();
        std::map<std::string, std::uint64_t> ascending;
        for (std::size_t i = 0; i < pool_.strata_seen.size(); ++i)
            if (eligible_[i] > 0) ascending[pool_.strata_seen[i]] = eligible_[i];
        pool_.eligible.assign(ascending.begin(), ascending.end());
        for (std::size_t i = 0; i < exclusions.size(); ++i)
            if (excluded_[i] > 0) pool_.excluded.emplace_back(exclusions[i], excluded_[i]);
        return std::move(pool_);
    }

  private:
    std::uint8_t number_of(const Stratum& stratum) {
        auto& seen = pool_.strata_seen;
        const auto found = std::find(seen.begin(), seen.end(), stratum.code);
        const auto number = static_cast<std::size_t>(found - seen.begin());
        if (found == seen.end()) {
            if (seen.size() == most_strata) refuse(stratum.first_line, "超过 64 层");
            seen.emplace_back(stratum.code);
        }
        eligible_[number] += stratum.eligible;
        return static_cast<std::uint8_t>(number);
    }

    const std::function<void(const ObjectRow&)>& each_;
    ObjectPool pool_;
    MerkleRoot root_;
    std::string last_id_;
    std::array<std::uint64_t, most_strata> eligible_{};
    std::array<std::uint64_t, exclusions.size()> excluded_{};
};

}  // namespace

ObjectPool read_objects(const ByteSource& source, const ObjectWork& work) {
    Keyed keyed;
    if (work.salt_key) keyed.salter.emplace(*work.salt_key);
    if (work.ticket_key) keyed.tickets.emplace(*work.ticket_key);
    keyed.rows = static_cast<bool>(work.each);
    const unsigned threads = work.threads > 0 ? work.threads : std::max(1U, std::thread::hardware_concurrency());
    const auto how = threads > 1 ? std::launch::async : std::launch::deferred;
    TableBlocks blocks(source, std::string(file), objects_header, longest_object_line);
    Whole whole(work.each);
    std::deque<std::future<ReadBlock>> under_way;
    const auto take_first = [&] {
        whole.add(under_way.front().get());
        under_way.pop_front();
    };
    std::optional<Unreadable> refused;  // after all lines before have been judged
    for (bool more = true; more;) {
        try {
            TableBlock block = blocks.next(block_rows);
            more = !block.bytes.empty();
            under_way.push_back(std::async(
                how, [&keyed, block = std::move(block)]() mutable { return read_block(std::move(block), keyed); }));
        } catch (const Unreadable& error) {
            refused = error;
            more = false;
        }
        while (under_way.size() > (more ? threads : 0)) take_first();
    }
    if (refused) throw *refused;
    return whole.finish(work.salt_key.has_value());
}

PoolRoot objects_root(const ByteSource& source, const Digest& salt_key) {
    ObjectWork work;
    work.salt_key = salt_key;
    const ObjectPool pool = read_objects(source, work);
    return {pool.root, pool.rows};
}

bool is_exclusion(std::string_view code) {
    return std::find(exclusions.begin(), exclusions.end(), code) != exclusions.end();
}

void append_object(std::string& table, std::string_view id, std::string_view stratum, std::string_view excl,
                   std::string_view needs) {
    for (const std::string_view cell : {id, stratum, excl}) table.append(cell).append(1, '\t');
    table.append(needs).append(1, '\n');
}

std::string object_leaf(std::string_view id, std::string_view stratum, std::string_view excl, std::string_view needs,
                        const Salt& salt) {
    std::string leaf;
    append_leaf(leaf, {id, stratum, excl, needs, 0, 0, {}}, salt);
    return leaf;
}

}  // namespace draw
