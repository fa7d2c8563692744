#include "records/private_store.h"

#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <set>

#include "records/errors.h"
#include "records/portal.h"

using records::PrivateInspector;
using records::PrivateStore;
using Texts = std::vector<std::string>;

TEST_CASE("the same person imported again keeps the pseudonym", "[records]") {
    PrivateStore store = PrivateStore::in_memory();
    const std::string first = store.pseudonym_for("110101", {"", "张三", "京01", "010-1", ""});
    CHECK(store.pseudonym_for("110101", {"", "张三", "京01", "", "a@b.cn"}) == first);
    CHECK(store.find_pseudonym("110101", "张三", "京01") == first);
    CHECK(store.inspector(first)->phone == "010-1");
    CHECK(store.inspector(first)->email == "a@b.cn");
    CHECK(store.pseudonym_for("110102", {"", "张三", "京01", "", ""}) != first);
    CHECK(store.pseudonym_for("110101", {"", "张三", "京02", "", ""}) != first);
    CHECK(store.inspectors_named("110101", "张三").size() == 2);
    CHECK_FALSE(store.find_pseudonym("110101", "李四", "京01"));
}

TEST_CASE("a pseudonym is random and tells nothing of the person", "[records]") {
    std::set<std::string> seen;
    for (int i = 0; i < 50; ++i) {
        PrivateStore store = PrivateStore::in_memory();
        const std::string pseudonym = store.pseudonym_for("110101", {"", "张三", "京01", "", ""});
        CHECK(pseudonym.size() == 17);
        CHECK(pseudonym.find_first_not_of("p0123456789abcdef") == std::string::npos);
        CHECK(seen.insert(pseudonym).second);
    }
}

TEST_CASE("the gate gets every name, certificate, telephone and e-mail once", "[records]") {
    PrivateStore store = PrivateStore::in_memory();
    store.pseudonym_for("110101", {"", "张三", "京01", "010-1", ""});
    store.pseudonym_for("110102", {"", "张三", "京02", "", "z@b.cn"});
    CHECK(store.put_contact({"110101", "某局", "李四", "010-1", "l@b.cn"}));
    CHECK_FALSE(store.put_contact({"110101", "某局", "李四", "010-1", "l@b.cn"}));
    CHECK(store.put_contact({"110101", "某局", "李四", "010-2", "l@b.cn"}));
    CHECK(store.contacts().size() == 1);
    CHECK(store.all_names() == Texts{"张三", "李四"});
    CHECK(store.all_certificates() == Texts{"京01", "京02"});
    CHECK(store.all_phones() == Texts{"010-1", "010-2"});
    CHECK(store.all_emails() == Texts{"l@b.cn", "z@b.cn"});
}

TEST_CASE("the private file is readable by its owner alone, also when somebody opened it up", "[records]") {
    std::string pattern = (std::filesystem::temp_directory_path() / "gongshi-private-XXXXXX").string();
    const std::filesystem::path folder = ::mkdtemp(pattern.data());
    const auto file = folder / "private.db";
    const auto mode = [&] {
        struct stat status {};
        REQUIRE(::stat(file.c_str(), &status) == 0);
        return status.st_mode & 0777;
    };
    CHECK_THROWS_AS(PrivateStore::open(file, false), records::Broken);
    {
        PrivateStore store = PrivateStore::open(file, true);
        CHECK_THROWS(store.transaction([&] {
            store.pseudonym_for("110101", {"", "张三", "京01", "", ""});
            throw std::runtime_error("x");
        }));
        CHECK(store.all_names().empty());
        store.copy_to(folder / "copy.db");
    }
    CHECK(mode() == 0600);
    REQUIRE(::chmod(file.c_str(), 0644) == 0);
    { const PrivateStore store = PrivateStore::open(file, false); }
    CHECK(mode() == 0600);
    CHECK_THROWS_AS(records::Portal::open(file, true), records::Broken);
    CHECK(PrivateStore::open(folder / "copy.db", false).all_names().empty());
    std::filesystem::remove_all(folder);
}
