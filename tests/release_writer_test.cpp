#include "generator/output/release_writer.h"

#include <catch2/catch.hpp>
#include <thread>
#include <vector>

#include "generator/output/errors.h"
#include "generator/output/verify_release.h"
#include "tests/portal_folder.h"

using namespace output;
namespace fs = std::filesystem;

namespace {

unsigned mode_of(const fs::path& path) {
    struct stat facts {};
    REQUIRE(::stat(path.c_str(), &facts) == 0);
    return facts.st_mode & 07777;
}

// A site of 400 pages whose text depends on `version` for every tenth page, put by some threads.
FinishedRelease many_pages(const BuilderLock& lock, int threads, int version) {
    ReleaseWriter writer(lock);
    std::vector<std::thread> pool;
    for (int thread = 0; thread < threads; ++thread)
        pool.emplace_back([&, thread] {
            for (int page = thread; page < 400; page += threads) {
                const std::string number = std::to_string(page);
                writer.put("tasks/" + number + "/index.html", number + (page % 10 == 0 ? std::to_string(version) : ""));
            }
        });
    for (std::thread& thread : pool) thread.join();
    return writer.finish(tests::some_facts);
}

std::vector<fs::path> below(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder)) found.push_back(entry.path().filename());
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

TEST_CASE("a release is a whole folder named by the digest of its manifest, files 0444, folders 0755", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    const mode_t before = ::umask(077);
    ReleaseWriter writer(lock);
    writer.put("index.html", "hello");
    writer.put("plans/3/1/index.html", "");
    const FinishedRelease release = writer.finish(tests::some_facts);
    ::umask(before);

    CHECK(release.folder == portal.release(release.digest));
    CHECK(release.files == 2);
    CHECK(release.bytes == 5);
    CHECK(release.linked == 0);
    CHECK_FALSE(release.reused);
    CHECK(digest_file(release.folder / "manifest.txt")->sha256 == digest_from_hex(release.digest));
    CHECK(tests::read_file(release.folder / "index.html") == "hello");
    CHECK(verify_release(release.folder).whole());
    for (const auto& entry : fs::recursive_directory_iterator(release.folder)) {
        INFO(entry.path());
        CHECK(mode_of(entry.path()) == (entry.is_directory() ? 0755 : 0444));
    }
    CHECK(mode_of(release.folder) == 0755);
    CHECK_FALSE(current_release(portal.path()));
}

TEST_CASE("the same pages make the same release with one thread and with four", "[output]") {
    std::vector<std::string> names, manifests;
    for (const int threads : {1, 4, 4}) {
        const tests::PortalFolder portal;
        const BuilderLock lock(portal.path(), "publish");
        const FinishedRelease release = many_pages(lock, threads, 1);
        CHECK(release.files == 400);
        names.push_back(release.digest);
        manifests.push_back(tests::read_file(release.folder / "manifest.txt"));
    }
    CHECK(names[0] == names[1]);
    CHECK(names[0] == names[2]);
    CHECK(manifests[0] == manifests[1]);
}

TEST_CASE("an unchanged file is a hard link into the current release, and linking changes no digest", "[output]") {
    const tests::PortalFolder portal, fresh;
    const BuilderLock lock(portal.path(), "publish"), fresh_lock(fresh.path(), "publish");
    const FinishedRelease first = many_pages(lock, 4, 1);
    switch_to(lock, first.digest);
    const FinishedRelease second = many_pages(lock, 4, 2);
    CHECK(second.linked == 360);
    CHECK(tests::same_file(first.folder / "tasks/11/index.html", second.folder / "tasks/11/index.html"));
    CHECK_FALSE(tests::same_file(first.folder / "tasks/10/index.html", second.folder / "tasks/10/index.html"));
    CHECK(verify_release(second.folder).whole());
    CHECK(many_pages(fresh_lock, 1, 2).digest == second.digest);
}

TEST_CASE("a file of the current release that was changed on disk is written anew, not linked", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    const std::string first = tests::publish(lock, "one");
    const auto old = portal.release(first) / "about/index.html";
    SECTION("to other bytes of the same size") {
        tests::tamper(old, "<p>UNCHANGED</p>");
    }
    SECTION("to other bytes of another size") {
        tests::tamper(old, "<script>");
    }
    SECTION("to be writable") {
        ::chmod(old.c_str(), 0644);
    }
    SECTION("into a link to the same bytes") {
        fs::rename(old, portal.path() / "elsewhere");
        fs::create_symlink(portal.path() / "elsewhere", old);
    }
    SECTION("into a folder") {
        fs::remove(old);
        fs::create_directory(old);
    }
    SECTION("into nothing") {
        fs::remove(old);
    }
    const FinishedRelease second = tests::write_release(lock, "two");
    CHECK(second.linked == 0);
    CHECK(tests::read_file(second.folder / "about/index.html") == "<p>unchanged</p>");
    CHECK(verify_release(second.folder).whole());
}

TEST_CASE("where linking is impossible the file is copied", "[output]") {
    if (::access("/dev/shm", W_OK) != 0) {
        WARN("no second disk here");
        return;
    }
    const tests::PortalFolder portal(fs::temp_directory_path()), elsewhere("/dev/shm");
    struct stat here {
    }, there{};
    ::stat(portal.path().c_str(), &here);
    ::stat(elsewhere.path().c_str(), &there);
    if (here.st_dev == there.st_dev) {
        WARN("no second disk here");
        return;
    }
    const BuilderLock lock(portal.path(), "publish");
    const std::string first = tests::publish(lock, "one");
    fs::copy(portal.release(first), elsewhere.path() / first, fs::copy_options::recursive);
    for (const auto& entry : fs::recursive_directory_iterator(elsewhere.path() / first))
        if (entry.is_regular_file()) ::chmod(entry.path().c_str(), 0444);
    fs::remove_all(portal.release(first));
    fs::create_directory_symlink(elsewhere.path() / first, portal.release(first));
    const FinishedRelease second = tests::write_release(lock, "two");
    CHECK(second.linked == 0);
    CHECK(tests::read_file(second.folder / "about/index.html") == "<p>unchanged</p>");
    CHECK(verify_release(second.folder).whole());
}

TEST_CASE("a page cannot be put outside its release, nor where another is", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    ReleaseWriter writer(lock);
    writer.put("a/b.html", "first");
    for (const char* path :
         {"../escape", "/tmp/escape", "a/../../escape", "", "a/b.html", "a", "a/b.html/c", "manifest.txt"}) {
        INFO(path);
        CHECK_THROWS_AS(writer.put(path, "second"), BadPath);
    }
    CHECK(below(portal.path()) == std::vector<fs::path>{".lock", "releases"});
    CHECK_THROWS_WITH(writer.finish(tests::some_facts), Catch::Contains("本次发布作废"));
    CHECK(below(portal.path() / "releases").size() == 2);  // the half release and its temporary folder
}

TEST_CASE("an address is taken also when the second file could be linked", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    tests::publish(lock, "one");
    ReleaseWriter writer(lock);
    writer.put("index.html", "one");
    CHECK_THROWS_AS(writer.put("index.html", "one"), BadPath);
}

TEST_CASE("a release that says nothing new is not made twice", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    const std::string first = tests::publish(lock, "one");
    const FinishedRelease again = tests::write_release(lock, "one");
    CHECK(again.digest == first);
    CHECK(again.reused);
    CHECK(below(portal.path() / "releases") == std::vector<fs::path>{first, "log.jsonl"});
}

TEST_CASE("a damaged release of the same name is replaced by the whole one while readers look at it", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    const std::string first = tests::publish(lock, "one");
    SECTION("changed") {
        tests::tamper(portal.release(first) / "index.html", "two");
    }
    SECTION("its manifest lost") {
        fs::remove(portal.release(first) / "manifest.txt");
    }
    SECTION("a file added") {
        std::ofstream(portal.release(first) / "extra") << "x";
    }
    const FinishedRelease again = tests::write_release(lock, "one");
    CHECK(again.digest == first);
    CHECK_FALSE(again.reused);
    CHECK(tests::read_file(portal.current() / "index.html") == "one");
    CHECK(verify_release(again.folder).whole());
    CHECK(below(portal.path() / "releases") == std::vector<fs::path>{first, "log.jsonl"});
}

TEST_CASE("what a dead builder left is removed by the next", "[output]") {
    const tests::PortalFolder portal;
    fs::create_directories(portal.path() / "releases/.building-1/plans");
    std::ofstream(portal.path() / "releases/.building-1/plans/x") << "half";
    fs::create_directories(portal.path() / "releases/.building-1-temporary");
    fs::create_directories(portal.path() / "releases/.removing-abc");
    const BuilderLock lock(portal.path(), "publish");
    { const ReleaseWriter abandoned(lock); }
    CHECK(below(portal.path() / "releases").empty());
}

TEST_CASE("a large file is put from disk piece by piece, and linked when unchanged", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    const std::string bytes = std::string(1'000'000, 'x') + "end";
    FinishedRelease releases[2];
    for (FinishedRelease& release : releases) {
        ReleaseWriter writer(lock);
        const fs::path source = writer.temporary() / "public.db";
        std::ofstream(source, std::ios::binary) << bytes;
        writer.put_file("data/public.db", source);
        writer.put("index.html", &release == releases ? "1" : "2");
        release = writer.finish(tests::some_facts);
        switch_to(lock, release.digest);
    }
    CHECK(releases[1].linked == 1);
    CHECK(tests::read_file(releases[1].folder / "data/public.db") == bytes);
    CHECK(tests::same_file(releases[0].folder / "data/public.db", releases[1].folder / "data/public.db"));
    CHECK(verify_release(releases[1].folder).whole());
}

TEST_CASE("each phase of a publish is told once, in order", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    tests::publish(lock, "one");
    std::string told;
    const PhaseObserver observer = [&](Phase phase) { told += std::string(phase_name(phase)) + ' '; };
    ReleaseWriter writer(lock, observer);
    writer.put("index.html", "two");
    writer.put("about/index.html", "<p>unchanged</p>");
    switch_to(lock, writer.finish(tests::some_facts).digest, std::nullopt, observer);
    CHECK(told == "pages links manifest named before_switch after_switch ");
}
