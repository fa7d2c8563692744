// How long it takes to recompute a draw, and how much memory: a fictional package of so many objects (area 999901,
// which is nobody's; five per cent of four strata drawn, two inspectors each of a hundred) is made by a process of its
// own; then a process each reads the pool, draws, and verifies all of it. Prints rows of a table of docs/benchmarks.md.
// usage: draw_bench [OBJECTS=10000000] [FOLDER=the folder of this program]
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <stdexcept>
#include <string>

#include "draw/commitments.h"
#include "draw/matching.h"
#include "draw/result_tree.h"
#include "draw/salter.h"
#include "draw/selection.h"
#include "draw/verify.h"
#include "text/codes.h"

namespace {

namespace fs = std::filesystem;

constexpr int inspectors = 100;
constexpr std::uint32_t cap = 50'000;
constexpr std::uint64_t ratio = 50'000;  // ppm
constexpr std::string_view strata[] = {"catering", "food-making", "retail", "school-canteen"};

std::string bytes_in(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw std::runtime_error("cannot read " + file.string());
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

class TableFile {
  public:
    explicit TableFile(const fs::path& file) : stream_(file, std::ios::binary) {
        if (!stream_) throw std::runtime_error("cannot read " + file.string());
    }
    /// Valid as long as this.
    draw::ByteSource source() {
        return [this](char* to, std::size_t most) {
            stream_.read(to, static_cast<std::streamsize>(most));
            return static_cast<std::size_t>(stream_.gcount());
        };
    }

  private:
    std::ifstream stream_;
};

/// Ascending with `number`.
std::string code_of(std::uint64_t number) {
    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    std::string code = "91999901MA0000000";
    for (std::size_t place = code.size(); number > 0; number /= alphabet.size())
        code[--place] = alphabet[number % alphabet.size()];
    return code + *text::unified_check_character(code);
}

void write_objects(const fs::path& file, std::uint64_t count) {
    std::ofstream stream(file, std::ios::binary);
    std::string piece(draw::objects_header);
    for (std::uint64_t i = 0; i < count; ++i) {
        draw::append_object(piece, code_of(i), strata[i * 7 % 4], i % 50 == 0 ? "VISITED-THIS-YEAR" : "",
                            i % 3 == 0 ? "SCJG:*:2" : "SCJG:food:1,SCJG:*:1");
        if (piece.size() < 1 << 20 && i + 1 < count) continue;
        stream << piece;
        piece.clear();
    }
}

void write_inspectors(const fs::path& file) {
    std::string table(draw::inspectors_header);
    for (int i = 0; i < inspectors; ++i)
        draw::append_inspector(table, {"SC" + std::to_string(100 + i),
                                       std::string(64, 'a'),
                                       "SCJG",
                                       i % 2 == 0 ? "food,general" : "general",
                                       cap,
                                       {}});
    write(file, table);
}

draw::Keys keys_of(const draw::Announcement& announcement, const draw::Digest& identity, const draw::Reveal& reveal,
                   const draw::Record& record) {
    std::vector<draw::Digest> nonces;
    for (const auto& one : reveal.nonces) nonces.push_back(one.nonce);
    return draw::keys_of(identity, nonces, announcement.beacon.type, announcement.beacon.ref, record.value);
}

draw::Selection select(const fs::path& folder, const draw::Quota& quota, const draw::Digest& key) {
    std::vector<std::pair<std::string, std::uint64_t>> numbers;
    for (const auto& stratum : quota.strata) numbers.emplace_back(stratum.code, stratum.n);
    draw::Selection selection(numbers);
    draw::ObjectWork work;
    work.ticket_key = key;
    work.each = [&](const draw::ObjectRow& row) { selection.add(row); };
    draw::read_objects(TableFile(folder / "objects.tsv").source(), work);
    selection.finish();
    return selection;
}

draw::DrawnList match(const fs::path& folder, const draw::Selection& selection, const draw::Keys& keys,
                      const draw::Salter& salter, draw::Record& record) {
    const auto pool = draw::read_inspectors(TableFile(folder / "inspectors.tsv").source());
    std::vector<draw::Visit> visits;
    for (const auto& one : selection.all_drawn()) visits.push_back({one.id, selection.needs(one.needs)});
    const auto picks = draw::Matching(pool.inspectors, keys, selection.all_needs()).match(visits);
    draw::DrawnList list;
    std::vector<draw::ResultLeaf> leaves;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        std::vector<std::string> names;
        for (const auto one : picks.of(i)) names.push_back(one == draw::nobody ? "" : pool.inspectors[one].id);
        const auto salt = salter.of("res", visits[i].id.text());
        leaves.push_back(
            draw::result_leaf_of(visits[i].id.text(), std::vector<std::string_view>(names.begin(), names.end()), salt));
        list.drawn.push_back({std::string(visits[i].id.text()), std::move(names), salt});
    }
    const draw::ResultTree tree(std::move(leaves));
    record.root = tree.root();
    record.size = tree.size();
    return list;
}

/// The facts package of the tests, with pools of other sizes.
void make(const fs::path& folder, std::uint64_t count) {
    const fs::path facts = fs::path(GONGSHI_SHARE) / "tests" / "data" / "draw" / "facts";
    auto announcement = draw::read_announcement(bytes_in(facts / "announcement.json"));
    auto quota = draw::read_quota(bytes_in(facts / "quota.json"));
    auto record = draw::read_record(bytes_in(facts / "record.json"));
    auto reveal = draw::read_reveal(bytes_in(facts / "reveal.json"));
    write_objects(folder / "objects.tsv", count);
    write_inspectors(folder / "inspectors.tsv");
    draw::ObjectWork work;
    work.salt_key = reveal.salt_key;
    const auto objects = draw::read_objects(TableFile(folder / "objects.tsv").source(), work);
    const auto crew = draw::inspectors_root(TableFile(folder / "inspectors.tsv").source(), reveal.salt_key);
    quota.excluded = objects.excluded;
    quota.strata.clear();
    announcement.drawn = 0;
    for (const auto& [code, eligible] : objects.eligible) {
        quota.strata.push_back({code, eligible, (eligible * ratio + 999'999) / 1'000'000, ratio});
        announcement.drawn += quota.strata.back().n;
    }
    announcement.objects = {objects.root, objects.rows};
    announcement.inspectors = {crew.root, crew.size};
    announcement.quota = draw::quota_commitment(draw::quota_json(quota));
    const std::string announced = draw::announcement_json(announcement);
    const auto identity = draw::announcement_digest(announced);
    const auto keys = keys_of(announcement, identity, reveal, record);
    auto drawn = match(folder, select(folder, quota, keys.object), keys, draw::Salter(reveal.salt_key), record);
    drawn.draw = record.draw = reveal.draw = identity;
    write(folder / "announcement.json", announced);
    write(folder / "quota.json", draw::quota_json(quota));
    write(folder / "record.json", draw::record_json(record));
    write(folder / "reveal.json", draw::reveal_json(reveal));
    write(folder / "drawn.json", draw::drawn_json(drawn));
    draw::Events events;
    events.draw = identity;
    write(folder / "events.json", draw::events_json(events));
}

void read_pool(const fs::path& folder) {
    const auto announcement = draw::read_announcement(bytes_in(folder / "announcement.json"));
    const auto reveal = draw::read_reveal(bytes_in(folder / "reveal.json"));
    if (draw::objects_root(TableFile(folder / "objects.tsv").source(), reveal.salt_key).root !=
        announcement.objects.root)
        throw std::runtime_error("the root of the pool is another one");
}

void draw_again(const fs::path& folder) {
    const std::string announced = bytes_in(folder / "announcement.json");
    const auto announcement = draw::read_announcement(announced);
    const auto keys =
        keys_of(announcement, draw::announcement_digest(announced), draw::read_reveal(bytes_in(folder / "reveal.json")),
                draw::read_record(bytes_in(folder / "record.json")));
    const auto selection = select(folder, draw::read_quota(bytes_in(folder / "quota.json")), keys.object);
    if (selection.all_drawn().size() != announcement.drawn) throw std::runtime_error("another number was drawn");
}

void verify(const fs::path& folder) {
    const std::string announcement = bytes_in(folder / "announcement.json"), quota = bytes_in(folder / "quota.json"),
                      record = bytes_in(folder / "record.json"), reveal = bytes_in(folder / "reveal.json"),
                      drawn = bytes_in(folder / "drawn.json"), events = bytes_in(folder / "events.json");
    draw::PackageFiles files;
    files.announcement = announcement;
    files.quota = quota;
    files.record = record;
    files.reveal = reveal;
    files.drawn = drawn;
    files.events = events;
    TableFile objects(folder / "objects.tsv"), inspectors_file(folder / "inspectors.tsv");
    files.objects = objects.source();
    files.inspectors = inspectors_file.source();
    draw::Told told;
    told.seen = "2023-08-22T22:20:00+08:00";
    const auto read = draw::read_record(record);
    told.beacon = draw::BeaconRound{read.round, read.randomness, read.signature};
    for (const auto& check : draw::verify(files, told).checks)
        if (check.status != draw::Status::ok && check.name != "series")
            throw std::runtime_error(check.name + ": " + check.detail);
}

/// Runs `work` in a process of its own and prints what it took.
void measure(const char* what, std::uint64_t count, const std::function<void()>& work) {
    std::fflush(stdout);  // or the child would print it again
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child == 0) {
        try {
            work();
            ::_exit(0);
        } catch (const std::exception& error) {
            std::cerr << "draw_bench: " << what << ": " << error.what() << std::endl;
            ::_exit(1);
        }
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || ::wait4(child, &status, 0, &usage) != child || status != 0)
        throw std::runtime_error(std::string(what) + " failed");
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    std::printf("| %s | %llu | %.1f s | %.1f s | %ld MB |\n", what, static_cast<unsigned long long>(count),
                std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
                seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss / 1024);
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) try {
    const std::uint64_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 10'000'000;
    const fs::path folder =
        (argc > 2 ? fs::path(argv[2]) : fs::canonical("/proc/self/exe").parent_path()) / "bench-draw";
    fs::create_directories(folder);
    std::printf("| | objects | wall clock | processor | peak memory |\n| --- | --- | --- | --- | --- |\n");
    measure("making the package (not part of a check)", count, [&] { make(folder, count); });
    measure("root of the object pool", count, [&] { read_pool(folder); });
    measure("tickets and selection", count, [&] { draw_again(folder); });
    measure("whole verification, thirteen checks", count, [&] { verify(folder); });
    fs::remove_all(folder);
    return 0;
} catch (const std::exception& error) {
    std::cerr << "draw_bench: " << error.what() << "\n";
    return 1;
}
