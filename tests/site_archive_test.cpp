#include "generator/output/site_archive.h"

#include <zip.h>
#include <catch2/catch.hpp>

#include "generator/output/errors.h"
#include "generator/output/verify_archive.h"
#include "tests/portal_folder.h"
#include "tests/raw_package.h"

using namespace output;
namespace fs = std::filesystem;
using Paths = std::vector<std::string>;

namespace {

FinishedRelease release_with_archive(const BuilderLock& lock, const std::string& home,
                                     const ReleaseFacts& facts = tests::some_facts) {
    ReleaseWriter writer(lock);
    writer.put("plans/1/index.html", "<a href=\"../../\">首页</a>");
    writer.put("index.html", home);
    writer.put("plans/1/index.json", "{}\n");
    writer.put("data/index.html", "<a href=\"site.zip\">整站</a>");
    const auto current = current_release(lock.portal());
    put_site_archive(writer, facts, current ? std::optional(lock.releases() / *current) : std::nullopt);
    return writer.finish(facts);
}

/// The entries of an archive in their order.
tests::Parts parts_of(const fs::path& file) {
    tests::Parts parts;
    zip_t* zip = zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
    REQUIRE(zip != nullptr);
    for (zip_int64_t at = 0; at < zip_get_num_entries(zip, 0); ++at) {
        zip_stat_t about{};
        REQUIRE(zip_stat_index(zip, static_cast<zip_uint64_t>(at), 0, &about) == 0);
        std::string text(about.size, '\0');
        zip_file_t* entry = zip_fopen_index(zip, static_cast<zip_uint64_t>(at), 0);
        REQUIRE(zip_fread(entry, text.data(), text.size()) == static_cast<zip_int64_t>(text.size()));
        zip_fclose(entry);
        parts.emplace_back(about.name, text);
    }
    zip_discard(zip);
    return parts;
}

std::string& part(tests::Parts& parts, const std::string& name) {
    for (auto& [own, text] : parts)
        if (own == name) return text;
    throw std::runtime_error(name);
}

}  // namespace

TEST_CASE("the archive holds every other file of the release in the manifest's order, and its own manifest",
          "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    const FinishedRelease release = release_with_archive(lock, "<a href=\"plans/1/#t5\">计划</a>");
    const fs::path archive = release.folder / "data" / "site.zip";
    tests::Parts parts = parts_of(archive);
    Paths names;
    for (const auto& [name, text] : parts) names.push_back(name);
    CHECK(names == Paths{"manifest.txt", "manifest.json", "data/index.html", "index.html", "plans/1/index.html",
                         "plans/1/index.json"});
    CHECK(part(parts, "index.html") == "<a href=\"plans/1/index.html#t5\">计划</a>");
    CHECK(part(parts, "plans/1/index.html") == "<a href=\"../../index.html\">首页</a>");
    CHECK(part(parts, "data/index.html") == "<a>整站</a>");
    CHECK(part(parts, "plans/1/index.json") == "{}\n");
    const Verification found = verify_archive(archive);
    CHECK(found.whole());
    CHECK(found.files == 4);
    CHECK(found.facts.as_of == tests::some_facts.as_of);
    CHECK(found.release == hex(sha256(part(parts, "manifest.txt"))));
    CHECK(verify_release(release.folder).whole());
    CHECK(tests::read_file(release.folder / "manifest.txt").find(hex(digest_file(archive)->sha256)) !=
          std::string::npos);
}

TEST_CASE("an unzipped archive is a folder that can be verified", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    const FinishedRelease release = release_with_archive(lock, "home");
    const fs::path copy = portal.path() / "copy";
    for (const auto& [name, text] : parts_of(release.folder / "data/site.zip")) {
        fs::create_directories((copy / name).parent_path());
        std::ofstream(copy / name, std::ios::binary) << text;
    }
    CHECK(verify_release(copy).whole());
    std::ofstream(copy / "index.html") << "HOME";
    CHECK(verify_release(copy).changed == Paths{"index.html"});
}

TEST_CASE("the same files make the same archive, whatever the time zone", "[output]") {
    Paths digests;
    for (const char* zone : {"UTC", "Asia/Shanghai"}) {
        const char* before = ::getenv("TZ");
        const std::string kept = before == nullptr ? "" : before;
        ::setenv("TZ", zone, 1);
        ::tzset();
        const tests::PortalFolder portal;
        const BuilderLock lock(portal.path(), "publish");
        digests.push_back(release_with_archive(lock, "home").digest);
        before == nullptr ? ::unsetenv("TZ") : ::setenv("TZ", kept.c_str(), 1);
        ::tzset();
    }
    CHECK(digests[0] == digests[1]);
}

TEST_CASE("where nothing changed the archive is taken over, where something did it is made anew", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    const FinishedRelease first = release_with_archive(lock, "home");
    switch_to(lock, first.digest);
    CHECK(release_with_archive(lock, "home").reused);

    const FinishedRelease changed = release_with_archive(lock, "new home");
    CHECK_FALSE(tests::same_file(first.folder / "data/site.zip", changed.folder / "data/site.zip"));
    tests::Parts parts = parts_of(changed.folder / "data/site.zip");
    CHECK(part(parts, "index.html") == "new home");
    ReleaseFacts later = tests::some_facts;
    later.as_of = "2025-07-01";
    const FinishedRelease dated = release_with_archive(lock, "home", later);
    CHECK(verify_archive(dated.folder / "data/site.zip").facts.as_of == "2025-07-01");

    tests::tamper(first.folder / "data/site.zip", "damaged");  // not taken over
    CHECK(release_with_archive(lock, "home").digest == first.digest);
    CHECK(verify_archive(first.folder / "data/site.zip").whole());
}

TEST_CASE("an archive whose files are changed, missing or added is told apart from a whole one", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    const tests::Parts whole = parts_of(release_with_archive(lock, "home").folder / "data/site.zip");
    const auto verify = [&](const tests::Parts& parts) {
        return verify_archive(tests::write_package(portal.path() / "made.zip", parts));
    };
    CHECK(verify(whole).whole());
    tests::Parts parts = whole;
    part(parts, "index.html") = "HOME";
    CHECK(verify(parts).changed == Paths{"index.html"});
    part(parts, "index.html") = "home and a tail";
    CHECK(verify(parts).changed == Paths{"index.html"});
    part(parts, "index.html") = "hom";
    CHECK(verify(parts).changed == Paths{"index.html"});
    parts = whole;
    std::erase_if(parts, [](const auto& one) { return one.first == "plans/1/index.json"; });
    CHECK(verify(parts).missing == Paths{"plans/1/index.json"});
    parts = whole;
    parts.emplace_back("plans/2/index.html", "x");
    CHECK(verify(parts).extra == Paths{"plans/2/index.html"});
    parts = whole;
    part(parts, "manifest.json") = "{}";
    CHECK(verify(parts).changed == Paths{"manifest.json"});
    std::erase_if(parts, [](const auto& one) { return one.first == "manifest.json"; });
    CHECK(verify(parts).missing == Paths{"manifest.json"});
}

TEST_CASE("names that leave the folder, links and encrypted entries are told and not read", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    const tests::Parts whole = parts_of(release_with_archive(lock, "home").folder / "data/site.zip");
    const fs::path made = portal.path() / "made.zip";
    for (const std::string name : {"../index.html", "/index.html", "a//b", "plans/..", "C:\\x", "目录/x", "folder/"}) {
        INFO(name);
        tests::Parts parts = whole;
        parts.emplace_back(name, "");
        CHECK(verify_archive(tests::write_package(made, parts)).unsafe == Paths{name});
    }
    tests::write_package(made, whole);
    zip_t* zip = zip_open(made.c_str(), 0, nullptr);
    const auto home = static_cast<zip_uint64_t>(zip_name_locate(zip, "index.html", 0));
    SECTION("a link") {
        zip_file_set_external_attributes(zip, home, 0, ZIP_OPSYS_UNIX,
                                         static_cast<zip_uint32_t>(S_IFLNK | 0777) << 16U);
    }
    SECTION("encrypted") {
        zip_file_set_encryption(zip, home, ZIP_EM_AES_128, "secret");
    }
    REQUIRE(zip_close(zip) == 0);
    const Verification found = verify_archive(made);
    CHECK(found.unsafe == Paths{"index.html"});
    CHECK(found.missing == Paths{"index.html"});
}

TEST_CASE("an archive with two entries of one name is refused, whichever of the two is the right one", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    tests::Parts parts = parts_of(release_with_archive(lock, "home").folder / "data/site.zip");
    parts.emplace_back("twice.html", "evil");  // as long as the other name: renamed in the bytes below
    const fs::path made = tests::write_package(portal.path() / "made.zip", parts);
    std::string bytes = tests::read_file(made);
    for (std::size_t at = bytes.find("twice.html"); at != std::string::npos; at = bytes.find("twice.html"))
        bytes.replace(at, 10, "index.html");
    CHECK_THROWS_WITH(verify_archive(std::string_view(bytes), "made.zip"), Catch::Contains("两个同名的文件"));
    tests::tamper(made, bytes);
    CHECK_THROWS_WITH(verify_archive(made), Catch::Contains("两个同名的文件"));
}

TEST_CASE("an entry is unpacked no further than its manifest says", "[output]") {
    const tests::PortalFolder portal;
    const std::string page = "x";
    const std::string manifest =
        "# gongshi release 1\n" + hex(sha256(page)) + " 1 index.html\n" + hex(sha256(page)) + " 1 other.html\n";
    const fs::path made =
        tests::write_package(portal.path() / "made.zip", {{"manifest.txt", manifest},
                                                          {"manifest.json", "{}"},
                                                          {"index.html", std::string(300'000'000, '\0')},
                                                          {"other.html", page}});
    CHECK(verify_archive(made).changed == Paths{"index.html", "manifest.json"});
    CHECK(verify_archive(made).files == 2);
}

TEST_CASE("what is no archive or has no readable manifest cannot be verified", "[output]") {
    const tests::PortalFolder portal;
    const fs::path made = portal.path() / "made.zip";
    CHECK_THROWS_AS(verify_archive(made), Failed);
    std::ofstream(made) << "PK\x03\x04 not really";
    CHECK_THROWS_WITH(verify_archive(made), Catch::Contains("没有下载完整"));
    tests::write_package(made, {{"index.html", "x"}});
    CHECK_THROWS_WITH(verify_archive(made), Catch::Contains("没有清单 manifest.txt"));
    tests::write_package(made, {{"manifest.txt", "something else\n"}});
    CHECK_THROWS_WITH(verify_archive(made), Catch::Contains("首行"));
    const std::string digest = hex(sha256(""));
    tests::write_package(made, {{"manifest.txt", "# gongshi release 1\n" + digest + " 0 b\n" + digest + " 0 a\n"}});
    CHECK_THROWS_WITH(verify_archive(made), Catch::Contains("没有按地址排序"));
    tests::write_package(made, {{"manifest.txt", "# gongshi release 1\n" + digest + " 99999999999999 b\n"}});
    CHECK_THROWS_WITH(verify_archive(made), Catch::Contains("超过 64 GB"));
}

TEST_CASE("an archive of more files than are written at a time is whole and in order", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    ReleaseWriter writer(lock);
    constexpr int files = 20'100;
    for (int number = 0; number < files; ++number)
        writer.put("tasks/" + std::to_string(number) + (number % 2 == 0 ? ".html" : ".json"), std::to_string(number));
    put_site_archive(writer, tests::some_facts, std::nullopt);
    const fs::path archive = writer.finish(tests::some_facts).folder / "data/site.zip";
    const Verification found = verify_archive(archive);
    CHECK(found.whole());
    CHECK(found.files == files);
    const tests::Parts parts = parts_of(archive);
    CHECK(std::is_sorted(parts.begin() + 2, parts.end(),
                         [](const auto& left, const auto& right) { return left.first < right.first; }));
}
