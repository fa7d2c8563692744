#include "records/portal.h"

#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "records/errors.h"
#include "records/portal_schema.h"
#include "records/sql_connection.h"
#include "tests/portal_world.h"

using records::Broken;
using namespace tests;
using records::Id;
using records::Portal;
using records::Refused;

namespace {

struct Folder {
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "gongshi-portal-XXXXXX").string();
        path = ::mkdtemp(pattern.data());
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
};

}  // namespace

TEST_CASE("a master of version 1 is brought to the present with everything in it", "[records]") {
    const Folder folder;
    const auto file = folder.path / "portal.db";
    {
        records::SqlConnection old(file, records::SqlConnection::Access::create);
        old.run(records::portal_steps()[0]);
        old.run(
            "PRAGMA application_id=1735617907; PRAGMA user_version=1; INSERT INTO office VALUES"
            "('110101', '甲市乙区', NULL, '县', 'x')");
    }
    Portal portal = Portal::open(file, false);
    CHECK(portal.offices().size() == 1);
    CHECK(portal.attachments(Portal::Which::with_drafts).empty());
    CHECK(portal.drafts_to_publish() == 0);
}

TEST_CASE("the master is a file its owner alone can read", "[records]") {
    const Folder folder;
    const auto file = folder.path / "portal.db";
    { const Portal portal = Portal::open(file, true); }
    struct stat status {};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    Portal again = Portal::open(file, false);
    CHECK(again.batches().empty());
    again.copy_to(folder.path / "copy.db");
    REQUIRE(::stat((folder.path / "copy.db").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    CHECK_THROWS_AS(again.copy_to(folder.path / "copy.db"), Broken);
    CHECK(Portal::open(folder.path / "copy.db", false).batches().empty());
}

TEST_CASE("a file that is no master is left alone and the message names it", "[records]") {
    const Folder folder;
    const auto file = folder.path / "portal.db";
    const auto message = [&] { return message_of([&] { Portal::open(file, false); }); };
    CHECK(has(message(), file.string()));
    std::ofstream(file).flush();
    CHECK(has(message(), "空文件"));
    std::ofstream(file) << std::string(5000, 'x');
    CHECK(has(message(), "损坏"));
    std::filesystem::remove(file);
    records::SqlConnection(file, records::SqlConnection::Access::create).run("CREATE TABLE other(a)");
    CHECK(has(message(), "别的程序"));
    CHECK_THROWS_AS(Portal::open(file, true), Broken);
    std::filesystem::remove(file);
    { const Portal portal = Portal::open(file, true); }
    records::SqlConnection(file, records::SqlConnection::Access::read_write).run("PRAGMA user_version=99");
    CHECK(has(message(), "升级"));
}

TEST_CASE("a damaged master is restored from a backup, a damaged published file is made again", "[records]") {
    const Folder folder;
    const auto remedy = [&](const char* name) {
        const auto file = folder.path / name;
        std::ofstream(file) << std::string(5000, 'x');
        return message_of([&] { records::SqlConnection(file, records::SqlConnection::Access::immutable); });
    };
    CHECK(has(remedy("portal.db"), "gongshi restore"));
    CHECK(has(remedy("public.db"), "gongshi publish --rebuild"));
    CHECK(has(remedy("names.db"), "gongshi publish --rebuild"));
}

TEST_CASE("a process killed within a transaction leaves the old state", "[records]") {
    const Folder folder;
    const auto file = folder.path / "portal.db";
    {
        Portal portal = Portal::open(file, true);
        batch(portal);
    }
    const pid_t child = ::fork();
    if (child == 0) {
        Portal portal = Portal::open(file, false);
        portal.transaction([&] {
            const Id sheet = portal.add_sheet(batch(portal, "b.xlsx"), "表", "[]");
            for (int i = 0; i < 2000; ++i) portal.add_source_row(sheet, i, std::string(500, 'x'));
            ::kill(::getpid(), SIGKILL);
        });
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    CHECK(Portal::open(file, false).batches().size() == 1);
    records::SqlConnection sql(file, records::SqlConnection::Access::read_write);
    records::Query check(sql, "PRAGMA integrity_check");
    REQUIRE(check.next());
    CHECK(check.text(0) == "ok");
}

TEST_CASE("an exception undoes the whole transaction", "[records]") {
    Portal portal = Portal::in_memory();
    CHECK_THROWS_AS(portal.transaction([&] {
        batch(portal);
        portal.transaction([&] { batch(portal); });
        throw std::runtime_error("x");
    }),
                    std::runtime_error);
    CHECK(portal.batches().empty());
    portal.transaction([&] { batch(portal); });
    CHECK(portal.batches().size() == 1);
}

TEST_CASE("a file imported before is found by digest, kind and context", "[records]") {
    Portal portal = Portal::in_memory();
    const Id one = batch(portal);
    CHECK(portal.batch_with("results", "digest of a.xlsx", "{}")->id == one);
    CHECK_FALSE(portal.batch_with("results", "digest of a.xlsx", "{\"year\":1}"));
    CHECK_FALSE(portal.batch_with("plans", "digest of a.xlsx", "{}"));
    publish(portal);
    CHECK(portal.batch(one)->publication == 1);
    CHECK(portal.publications().at(0).second_person == "赵");
    portal.set_release(1, "abc");
    CHECK(portal.publications().at(0).release == "abc");
    CHECK_THROWS_AS(portal.set_release(1, "def"), Refused);
    CHECK_THROWS_AS(portal.set_release(7, "def"), Refused);
}
