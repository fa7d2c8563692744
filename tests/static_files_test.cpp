#include "server/static_files.h"

#include <stdlib.h>

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <string>

namespace fs = std::filesystem;

namespace {

/// A site in a new temporary folder: site/ with some files, and beside it something that must stay unread.
class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "gongshi-static-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        root_ = name;
        write("site/index.html", "<p>首页");
        write("site/404.html", "<p>没有");
        write("site/style.css", "p{}");
        write("site/plans/1/index.html", "plan");
        write("site/长安.html", "name");
        write("site/.git/config", "hidden");
        write("secret.txt", "secret");
        fs::create_symlink("../secret.txt", root_ / "site/out.txt");
        fs::create_symlink("..", root_ / "site/up");
        fs::create_symlink("style.css", root_ / "site/in.css");
        fs::create_symlink("site", root_ / "current");
    }
    ~Folder() { fs::remove_all(root_); }

    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((root_ / name).parent_path());
        std::ofstream(root_ / name, std::ios::binary) << text;
    }
    const fs::path& root() const { return root_; }
    server::Reply get(const std::string& path, const std::string& held = {}) const {
        server::Request request{"GET", path, {}, held};
        return server::static_file(root_ / "current", request);
    }

  private:
    fs::path root_;
};

}  // namespace

TEST_CASE("the preview serves files, and folders by their index.html", "[server]") {
    const Folder folder;
    CHECK(folder.get("/").body == "<p>首页");
    CHECK(folder.get("/").content_type == "text/html; charset=utf-8");
    CHECK(folder.get("/style.css").content_type == "text/css; charset=utf-8");
    CHECK(folder.get("/plans/1/").body == "plan");
    CHECK(folder.get("/长安.html").body == "name");
    CHECK(folder.get("/in.css").body == "p{}");
}

TEST_CASE("a folder without its slash redirects, relative to where the site stands", "[server]") {
    const Folder folder;
    const auto reply = folder.get("/plans/1");
    CHECK(reply.status == 308);
    CHECK(reply.location == "./1/");
}

TEST_CASE("what is missing answers 404 with the site's own page", "[server]") {
    const Folder folder;
    CHECK(folder.get("/none").status == 404);
    CHECK(folder.get("/none").body == "<p>没有");
    CHECK(folder.get("/none").etag.empty());
    CHECK(folder.get("/plans/").status == 404);
    fs::remove(folder.root() / "site/404.html");
    CHECK(folder.get("/none").status == 404);
}

TEST_CASE("nothing outside the folder is served", "[server]") {
    const Folder folder;
    const std::string path =
        GENERATE(as<std::string>(), "/../secret.txt", "/plans/../../secret.txt", "/out.txt", "/up/secret.txt",
                 "/.git/config", "//etc/passwd", "/\\..\\secret.txt", "/./style.css", "/..", "/up/");
    INFO(path);
    CHECK(folder.get(path).status == 404);
    CHECK(folder.get(path).body == "<p>没有");
}

TEST_CASE("a switched release shows at once, and a missing one is said", "[server]") {
    const Folder folder;
    folder.write("next/index.html", "next");
    fs::create_symlink("next", folder.root() / "new");
    fs::rename(folder.root() / "new", folder.root() / "current");
    CHECK(folder.get("/").body == "next");
    fs::remove(folder.root() / "current");
    CHECK(folder.get("/").status == 503);
}

TEST_CASE("who holds the bytes is told so, by content", "[server]") {
    const Folder folder;
    const auto first = folder.get("/style.css");
    CHECK(first.etag == "\"806db221261eade44c886da5317adb89\"");
    const auto again = folder.get("/style.css", "W/\"other\", " + first.etag);
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(again.etag == first.etag);
    folder.write("site/style.css", "p{color:red}");
    CHECK(folder.get("/style.css", first.etag).status == 200);
}

TEST_CASE("a large file is named, not read into memory", "[server]") {
    const Folder folder;
    folder.write("site/data/public.db", "");
    fs::resize_file(folder.root() / "site/data/public.db", 5 << 20);
    const auto reply = folder.get("/data/public.db");
    CHECK(reply.status == 200);
    CHECK(reply.body.empty());
    CHECK(reply.file_size == 5u << 20);
    CHECK(reply.content_type == "application/vnd.sqlite3");
}
