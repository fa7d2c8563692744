#include "generator/output/manifest.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "generator/output/errors.h"
#include "tests/portal_folder.h"

using namespace output;

namespace {

ManifestEntries entries_of(const std::vector<std::string>& paths) {
    ManifestEntries entries;
    for (const std::string& path : paths) entries.add({sha256(path), path.size(), path});
    return entries;
}

void write_manifest(const std::filesystem::path& folder, const std::string& text) {
    std::ofstream(folder / manifest_name, std::ios::binary) << text;
}

const std::string head = "# gongshi release 1\n# as_of 2025-06-30\n# program 0.1.0\n# data 00\n";

}  // namespace

TEST_CASE("a manifest is sorted by address bytewise under the caller's facts", "[output]") {
    const tests::PortalFolder folder;
    const std::string name = entries_of({"b", "a/b", "a-b", "a.b"}).write(folder.path(), {"2025-06-30", "0.1.0", "00"});
    std::string expected = head;
    for (const std::string path : {"a-b", "a.b", "a/b", "b"})
        expected += hex(sha256(path)) + ' ' + std::to_string(path.size()) + ' ' + path + '\n';
    const std::string text = tests::read_file(folder.path() / manifest_name);
    CHECK(text == expected);
    CHECK(name == hex(sha256(text)));
    const auto json = nlohmann::json::parse(tests::read_file(folder.path() / manifest_json_name));
    CHECK(json["release"] == name);
    CHECK(json["as_of"] == "2025-06-30");
    CHECK(json["program"] == "0.1.0");
    CHECK(json["data"] == "00");
    CHECK(json["files"] == 4);
    CHECK(json["bytes"] == 10);
}

TEST_CASE("a release's name depends on every fact and file, not on the order files came in", "[output]") {
    const auto name = [](const std::vector<std::string>& paths, const ReleaseFacts& facts) {
        const tests::PortalFolder folder;
        return entries_of(paths).write(folder.path(), facts);
    };
    const std::string one = name({"a", "b"}, tests::some_facts);
    CHECK(name({"b", "a"}, tests::some_facts) == one);
    CHECK(name({"a", "c"}, tests::some_facts) != one);
    ReleaseFacts later = tests::some_facts;
    later.as_of = "2025-07-01";
    CHECK(name({"a", "b"}, later) != one);
}

TEST_CASE("what a manifest says can be read back, over many blocks", "[output]") {
    const tests::PortalFolder folder;
    std::vector<std::string> paths;
    for (int number = 100'000; number > 0; --number) paths.push_back("enterprises/" + std::to_string(number) + ".html");
    entries_of(paths).write(folder.path(), tests::some_facts);
    std::sort(paths.begin(), paths.end());
    ManifestReader reader(folder.path());
    CHECK(reader.facts().as_of == tests::some_facts.as_of);
    CHECK(reader.facts().program == tests::some_facts.program);
    CHECK(reader.facts().data_digest == tests::some_facts.data_digest);
    std::size_t read = 0, wrong = 0;
    for (; const auto entry = reader.next(); ++read)
        if (entry->path != paths.at(read) || entry->sha256 != sha256(entry->path) || entry->size != entry->path.size())
            ++wrong;
    CHECK(read == paths.size());
    CHECK(wrong == 0);
}

TEST_CASE("an address added twice is refused when the manifest is written", "[output]") {
    const tests::PortalFolder folder;
    CHECK_THROWS_WITH(entries_of({"a", "b", "a"}).write(folder.path(), tests::some_facts), Catch::Contains("：a"));
}

TEST_CASE("facts of a release are one line each", "[output]") {
    const tests::PortalFolder folder;
    ReleaseFacts facts = tests::some_facts;
    facts.program = "0.1\n" + std::string(64, '0') + " 1 x";
    CHECK_THROWS_AS(ManifestEntries().write(folder.path(), facts), Failed);
}

TEST_CASE("a manifest that is torn, foreign or hostile is refused", "[output]") {
    const std::string good = hex(sha256("x")) + " 1 index.html\n";
    const auto read = [](const std::string& text) {
        const tests::PortalFolder folder;
        write_manifest(folder.path(), text);
        ManifestReader reader(folder.path());
        int count = 0;
        while (reader.next()) ++count;
        return count;
    };
    CHECK(read(head + good) == 1);
    CHECK(read(head) == 0);
    CHECK_THROWS_AS(read(""), Failed);
    CHECK_THROWS_AS(read(good), Failed);
    CHECK_THROWS_AS(read("# gongshi release 2\n" + good), Failed);
    CHECK_THROWS_AS(read(head + good.substr(0, good.size() - 1)), Failed);
    CHECK_THROWS_AS(read(head + good.substr(0, 40)), Failed);
    CHECK_THROWS_AS(read(head + hex(sha256("x")) + " 1 ../../etc/passwd\n"), Failed);
    CHECK_THROWS_AS(read(head + hex(sha256("x")) + " -1 a\n"), Failed);
    CHECK_THROWS_AS(read(head + hex(sha256("x")) + " 99999999999999999999 a\n"), Failed);
    CHECK_THROWS_AS(read(head + hex(sha256("x")) + "  a\n"), Failed);
    CHECK_THROWS_AS(read(head + good + "\n"), Failed);
    CHECK_THROWS_AS(read(head + std::string(5000, 'a') + "\n"), Failed);
    const tests::PortalFolder empty;
    CHECK_THROWS_WITH(ManifestReader(empty.path()), Catch::Contains("找不到发布清单"));
}

TEST_CASE("two million files stay under 200 MB of manifest entries", "[output]") {
    ManifestEntries entries;  // 42 bytes and the address each; while sorting 8 more
    for (int number = 0; number < 200'000; ++number)
        entries.add({Sha256{}, 1, "enterprises/ab/91110000000000000X.html"});
    CHECK(entries.files() == 200'000);
    CHECK(10 * (entries.memory() + 8 * entries.files()) < 200'000'000);
}
