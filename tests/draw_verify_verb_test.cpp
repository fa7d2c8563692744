// gongshi draw verify and gongshi draw slip verify as programs: exit status, and what stands on standard output.
#include <sys/stat.h>
#include <sys/wait.h>

#include <nlohmann/json.hpp>

#include "tests/draw_package_case.h"

namespace {

namespace fs = std::filesystem;

struct Outcome {
    int code = -1;
    std::string out;
};

Outcome run(const std::string& words) {
    FILE* pipe = popen(("'" GONGSHI_PROGRAM "' " + words + " 2>/dev/null").c_str(), "r");
    REQUIRE(pipe != nullptr);
    Outcome outcome;
    char piece[4096];
    for (std::size_t size; (size = std::fread(piece, 1, sizeof piece, pipe)) > 0;) outcome.out.append(piece, size);
    outcome.code = WEXITSTATUS(pclose(pipe));
    return outcome;
}

/// A folder of its own with the vector of facts and its slip.
class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "gongshi-draw-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
        for (const auto& [file, bytes] : tests::vector_package("facts").bytes) write(file, bytes);
        write("slip.json", nlohmann::json::parse(tests::draw_vector("facts/intermediate.json"))["slip"].dump());
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    void write(const std::string& file, const std::string& bytes) const {
        std::ofstream(path_ / file, std::ios::binary) << bytes;
    }
    fs::path operator/(const std::string& file) const { return path_ / file; }
    std::string quoted(const std::string& file = "") const { return "'" + (path_ / file).string() + "'"; }

  private:
    fs::path path_;
};

}  // namespace

TEST_CASE("draw verify ends with 3 while something is not checked, 1 when a check failed", "[draw][verb]") {
    const Folder folder;
    const Outcome whole = run("draw verify --json " + folder.quoted());
    CHECK(whole.code == 3);
    CHECK(whole.out == draw::report_json(tests::vector_package("facts").verify()));
    const Outcome people = run("draw verify " + folder.quoted());
    CHECK(people.code == 3);
    CHECK(people.out.starts_with("抽取编号 8e512d0f76168f01"));
    std::string quota = tests::draw_vector("facts/quota.json");
    folder.write("quota.json", quota.replace(quota.find(":19"), 3, ":18"));
    CHECK(run("draw verify --json " + folder.quoted()).code == 1);
}

TEST_CASE("without a verdict standard output stays empty and the status is 2", "[draw][verb]") {
    const Folder folder;
    const std::string words = GENERATE("", "DIR/absent", "DIR --seen 2026", "DIR --seen ''", "DIR --beacon DIR/absent",
                                       "DIR --beacon ''", "DIR --beacon DIR/quota.json", "DIR --series DIR/quota.json",
                                       "DIR --unknown", "DIR DIR", "DIR/quota.json");
    std::string filled = words;
    for (std::size_t at; (at = filled.find("DIR")) != filled.npos;) filled.replace(at, 3, folder.quoted());
    CAPTURE(words);
    const Outcome outcome = run("draw verify --json " + filled);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
}

TEST_CASE("a name of a package that is no regular file is unreadable, other names are ignored", "[draw][verb]") {
    const Folder folder;
    folder.write("objects.tsv.bak", "nonsense");
    folder.write("intermediate.json", "nonsense");
    CHECK(run("draw verify " + folder.quoted()).code == 3);
    SECTION("a folder") {
        fs::create_directory(folder / "events.json");
    }
    SECTION("a pipe") {
        REQUIRE(mkfifo((folder / "events.json").c_str(), 0600) == 0);
    }
    SECTION("a link to nothing") {
        fs::create_symlink("nowhere", folder / "end.json");
    }
    SECTION("a table that is a pipe") {
        fs::remove(folder / "inspectors.tsv");
        REQUIRE(mkfifo((folder / "inspectors.tsv").c_str(), 0600) == 0);
    }
    SECTION("no announcement") {
        fs::remove(folder / "announcement.json");
    }
    const Outcome outcome = run("draw verify --json " + folder.quoted());
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
}

TEST_CASE("a slip is checked against the record beside it or the one named", "[draw][verb]") {
    const Folder folder;
    CHECK(run("draw slip verify " + folder.quoted("slip.json")).code == 0);
    fs::rename(folder / "record.json", folder / "the-record.json");
    CHECK(run("draw slip verify --json " + folder.quoted("slip.json")).code == 3);
    const std::string named = " --record " + folder.quoted("the-record.json");
    CHECK(run("draw slip verify --json " + folder.quoted("slip.json") + named).code == 0);
    CHECK(run("draw slip verify " + folder.quoted("slip.json") + " --record " + folder.quoted("quota.json")).code == 2);
    CHECK(run("draw slip verify --json " + folder.quoted("absent")).out.empty());
}
