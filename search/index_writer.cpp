#include "search/index_writer.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "search/bytes.h"
#include "search/file.h"
#include "search/findable_store.h"
#include "search/heads.h"
#include "search/leaf_maker.h"
#include "search/record_store.h"
#include "search/root.h"
#include "search/unit_walk.h"

namespace search {
namespace {

constexpr std::uint32_t texts_at_once = 1'000'000;  // of one thread
constexpr std::uint32_t records_at_once = 2'000;    // whose texts one thread makes
constexpr std::uint32_t symbols_apart = 64;         // about so many first symbols share their leaves
constexpr std::uint32_t heads_weight = 24'000;
constexpr std::uint32_t heads_apart = 8;

struct Stretch {
    std::uint16_t first = 0, last = 0;  // symbols first … last-1
};

bool leaves_end_before(char32_t character) {
    return mixed_bits(std::to_string(static_cast<std::uint32_t>(character))) % symbols_apart == 0;
}

// Stretches of about texts_at_once texts, which begin where leaves end anyway.
std::vector<Stretch> stretches_of(const FindableStore& texts) {
    const std::vector<std::uint32_t>& counts = texts.counts();
    std::vector<Stretch> stretches;
    std::uint64_t gathered = 0;
    for (std::uint16_t symbol = 1; symbol + 1u < counts.size(); ++symbol) {
        const bool may_begin = leaves_end_before(texts.character(symbol));
        if (stretches.empty() || (may_begin && gathered + counts[symbol] > texts_at_once)) {
            stretches.push_back({symbol, symbol});
            gathered = 0;
        }
        stretches.back().last = static_cast<std::uint16_t>(symbol + 1);
        gathered += counts[symbol];
    }
    return stretches;
}

// What one thread uses for one stretch after another: taken once, because fresh memory for each would leave holes.
struct Workplace {
    std::vector<Entry> entries;
    WalkNotes notes;
};

void write_stretch(const FindableStore& texts, const RecordStore& records, const IndexOptions& options, Files& files,
                   const Stretch& stretch, Workplace& workplace, Part& part) {
    std::vector<Entry>& entries = workplace.entries;
    texts.sorted_entries(stretch.first, stretch.last, entries);
    part.facts.texts = entries.size();
    LeafMaker leaves(texts, records, options, files, part);
    UnitWalk walk(
        texts, records, {options.most_exact, options.most_weight, 50}, workplace.notes,
        [&leaves](const Unit& unit) { leaves.add(unit); },
        [&part](Head&& head) { part.heads.push_back(std::move(head)); });
    for (std::span<const Entry> rest = entries; !rest.empty();) {
        const std::uint16_t symbol = texts.symbol(rest.front(), 0);
        const auto end = std::partition_point(rest.begin(), rest.end(),
                                              [&](const Entry& entry) { return texts.symbol(entry, 0) <= symbol; });
        const auto length = static_cast<std::size_t>(end - rest.begin());
        if (leaves_end_before(texts.character(symbol))) leaves.end();
        walk.walk(rest.first(length));
        rest = rest.subspan(length);
    }
    leaves.end();
}

// Runs all parts on some threads; the first that throws ends the others after their part.
void in_parallel(std::size_t parts, unsigned threads,
                 const std::function<void(std::size_t part, unsigned thread)>& run) {
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failed;
    std::mutex mutex;
    const auto work = [&](unsigned thread) {
        for (std::size_t part = next++; part < parts; part = next++) try {
                run(part, thread);
            } catch (...) {
                const std::lock_guard lock(mutex);
                if (!failed) failed = std::current_exception();
                next = parts;
            }
    };
    std::vector<std::thread> others;
    for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(work, thread);
    work(0);
    for (std::thread& other : others) other.join();
    if (failed) std::rethrow_exception(failed);
}

void write_stretches(const FindableStore& texts, const RecordStore& records, const IndexOptions& options, Files& files,
                     const std::vector<Stretch>& stretches, std::vector<Part>& parts) {
    std::size_t most = 0;
    for (const Stretch& stretch : stretches) most = std::max(most, texts.count(stretch.first, stretch.last));
    const unsigned threads = std::max(1u, options.threads);
    std::vector<Workplace> workplaces;
    for (unsigned thread = 0; thread < threads; ++thread) {
        workplaces.push_back({{}, WalkNotes(records.size())});
        workplaces.back().entries.reserve(most);
    }
    in_parallel(stretches.size(), threads, [&](std::size_t part, unsigned thread) {
        write_stretch(texts, records, options, files, stretches[part], workplaces[thread], parts[part]);
    });
}

// The texts of all records, made in parallel and put together in the order of the records.
void add_texts(const RecordStore& records, const IndexOptions& options, FindableStore& texts) {
    texts.reserve(records.size(), records.bytes());
    const unsigned threads = std::max(1u, options.threads);
    std::vector<Findables> made(threads * 4);
    for (std::uint32_t begin = 0; begin < records.size();) {
        in_parallel(made.size(), threads, [&](std::size_t part, unsigned) {
            Findables& findables = made[part] = Findables();
            const std::uint64_t first = std::uint64_t{begin} + part * records_at_once;
            const std::uint64_t end = std::min<std::uint64_t>(records.size(), first + records_at_once);
            for (std::uint64_t number = first; number < end; ++number)
                add_findables(findables, static_cast<std::uint32_t>(number),
                              records.record(static_cast<std::uint32_t>(number)), options.pinyin);
        });
        for (const Findables& findables : made) texts.append(findables);
        begin +=
            static_cast<std::uint32_t>(std::min<std::uint64_t>(records.size() - begin, made.size() * records_at_once));
    }
}

// One file of heads of neighbouring words; their record numbers become rows of the file.
void write_head_file(const RecordStore& records, std::span<Head> heads, Files& files, Root& root, IndexFacts& facts) {
    std::vector<std::uint32_t> numbers;
    for (const Head& head : heads) numbers.insert(numbers.end(), head.best.begin(), head.best.end());
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    for (Head& head : heads)
        for (std::uint32_t& row : head.best)
            row = static_cast<std::uint32_t>(std::lower_bound(numbers.begin(), numbers.end(), row) - numbers.begin());
    std::vector<Record> rows;
    std::vector<const Record*> pointers;
    for (const std::uint32_t number : numbers) rows.push_back(records.record(number));
    for (const Record& row : rows) pointers.push_back(&row);
    const std::string file = written_heads(pointers, heads);
    root.head_files.push_back(files.put(file));
    root.heads_in_file.push_back(static_cast<std::uint32_t>(heads.size()));
    ++facts.head_files;
    facts.head_bytes += file.size();
    facts.largest_heads = std::max<std::uint64_t>(facts.largest_heads, file.size());
}

void write_all_heads(const RecordStore& records, std::vector<Head>& heads, Files& files, Root& root,
                     IndexFacts& facts) {
    for (std::size_t begin = 0, end = 0; begin < heads.size(); begin = end) {
        std::uint64_t weight = 0;
        for (; end < heads.size(); ++end) {
            std::uint64_t more = 40;
            for (const std::uint32_t number : heads[end].best) more += records.weight(number);
            const bool ends_here = mixed_bits(heads[end].word) % heads_apart == 0 && weight > heads_weight / 2;
            if (end > begin && (ends_here || weight + more > heads_weight)) break;
            weight += more;
        }
        for (std::size_t at = begin; at < end; ++at) root.heads.push_back({heads[at].word, rarity_of(heads[at].total)});
        write_head_file(records, std::span(heads).subspan(begin, end - begin), files, root, facts);
    }
}

void add_to(IndexFacts& all, const IndexFacts& part) {
    all.texts += part.texts;
    all.rows += part.rows;
    all.leaf_bytes += part.leaf_bytes;
    all.largest_leaf = std::max(all.largest_leaf, part.largest_leaf);
}

}  // namespace

IndexFacts write_index(const RecordSource& source, const FileSink& sink, const IndexOptions& options) {
    RecordStore records;
    source([&records](const Record& record) { records.add(record); });
    records.settle();
    FindableStore texts;
    IndexFacts facts;
    add_texts(records, options, texts);
    texts.settle();
    facts.pinyin = texts.pinyin_texts();
    Files files(sink);
    const std::vector<Stretch> stretches = stretches_of(texts);
    std::vector<Part> parts(stretches.size());
    write_stretches(texts, records, options, files, stretches, parts);
    Root root;
    root.most_exact = options.most_exact;
    root.records = records.count_by_kind();
    std::vector<Head> heads;
    for (Part& part : parts) {
        add_to(facts, part.facts);
        std::move(part.leaves.begin(), part.leaves.end(), std::back_inserter(root.leaves));
        std::move(part.heads.begin(), part.heads.end(), std::back_inserter(heads));
    }
    write_all_heads(records, heads, files, root, facts);
    const std::string file = written_root(root);
    sink(root_name, file);
    facts.records = records.size();
    facts.leaves = root.leaves.size();
    facts.heads = root.heads.size();
    facts.root_bytes = file.size();
    return facts;
}

}  // namespace search
