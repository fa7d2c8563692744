// An office on disk that draws with the real program: a plan of 2023 with three tasks, sixty objects, nine inspectors,
// and the two real rounds of drand quicknet, which are long past.
#pragma once

#include <sys/stat.h>
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "generator/import/import.h"
#include "records/portal.h"
#include "records/private_store.h"
#include "tests/import_case.h"
#include "tests/portal_folder.h"

namespace tests {

struct Answer {
    int code = 0;
    std::string out, err;
};

inline const std::string round_123 =
    R"({"round":123,"randomness":"fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc","signature":)"
    R"("b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"})";
inline const std::string round_657413 =
    R"({"round":657413,"randomness":"fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587","signature":)"
    R"("b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b"})";

class DrawingOffice {
  public:
    DrawingOffice() {
        write("site.toml", site_toml);
        std::filesystem::create_directories(path() / "releases");
        std::filesystem::create_directories(path() / "public");
        records::Portal::open(path() / "portal.db", true);
        records::PrivateStore::open(path() / "private.db", true);
        import("plans", "plan.csv", plan, plan_of_2023());
        import("objects", "objects.csv", objects(), {{ "office", "999901" }});
        import("inspectors", "inspectors.csv", inspectors(), {{ "office", "999901" }});
        write("round-123.json", round_123);
        write("round-657413.json", round_657413);
    }
    const std::filesystem::path& path() const { return folder_.path(); }
    std::filesystem::path draw(int id) const { return path() / "draws" / std::to_string(id); }
    settings::PortalFolder portal() const { return {path()}; }
    std::string read(const std::filesystem::path& file) const { return read_file(path() / file); }
    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(path() / name, std::ios::binary) << bytes;
    }

    /// gongshi -C here `words`.
    Answer gongshi(const std::string& words, const std::string& before = "") const {
        const std::string out = (path() / "stdout").string(), err = (path() / "stderr").string();
        const std::string command = "cd '" + path().string() + "' && " + before + " '" GONGSHI_PROGRAM "' -C . " +
                                    words + " >'" + out + "' 2>'" + err + "'";
        const int status = std::system(command.c_str());
        const Answer answer{WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(out), read_file(err)};
        said_ += words + "\n" + answer.out + answer.err;
        return answer;
    }
    /// The same, which must succeed; its JSON.
    nlohmann::json done(const std::string& words) const {
        const Answer answer = gongshi("--json " + words);
        INFO(words << "\n" << answer.out << answer.err);
        REQUIRE(answer.code == 0);
        return nlohmann::json::parse(answer.out);
    }
    /// Must be refused with exit code `code`; what it says.
    std::string refused(const std::string& words, int code = 1) const {
        const Answer answer = gongshi(words);
        INFO(words << "\n" << answer.out << answer.err);
        CHECK(answer.code == code);
        return answer.err;
    }
    /// Everything that any command printed so far.
    const std::string& said() const { return said_; }

    /// --commit options of two new nonces in NAME.office and NAME.supervisor.
    std::string commits(const std::string& name) const {
        std::string options;
        for (const std::string who : {"office", "supervisor"})
            options += " --commit " + who + "=" +
                       done("draw nonce " + name + "." + who + " --who " + who)["commit"].get<std::string>();
        return options;
    }
    std::string nonces(const std::string& name) const {
        return " --nonce " + name + ".supervisor --nonce " + name + ".office";
    }
    /// Announces with two new nonces; the number of the draw.
    int announce(const std::string& name, const std::string& options) const {
        return done("draw announce " + options + commits(name))["id"].get<int>();
    }
    /// A draw of round 657413 over restaurants and shops, announced.
    int announced(const std::string& name = "a") const { return announce(name, facts + " --round 657413" + noon); }
    /// The same, drawn.
    int drawn(const std::string& name = "a") const {
        const int id = announced(name);
        run(id, name);
        return id;
    }
    void run(int id, const std::string& name) const {
        done("draw run " + std::to_string(id) + " --beacon round-657413.json" + nonces(name) + evening);
    }
    /// The ids of drawn.json.
    std::vector<std::string> list(int id) const {
        std::vector<std::string> ids;
        const nlohmann::json drawn = nlohmann::json::parse(read_file(draw(id) / "drawn.json"));
        for (const auto& row : drawn["drawn"]) ids.push_back(row["id"]);
        return ids;
    }
    nlohmann::json status(int id, const std::string& at = "2023-09-16T09:00:00+08:00") const {
        const nlohmann::json all = done("draw status --at " + at);
        for (const auto& one : all["draws"])
            if (one["id"] == id) return one;
        return {};
    }

    inline static const std::string facts =
        "T-FOOD --stratum-by field --scope field=餐饮服务 --scope field=食品销售 --cap 50";
    inline static const std::string noon = " --at 2023-09-14T12:00:00+08:00";
    inline static const std::string evening = " --at 2023-09-15T19:10:00+08:00";

    void import(const std::string& kind, const std::string& file, const std::string& bytes,
                const Context& context) const {
        write(file, bytes);
        records::Portal master = records::Portal::open(path() / "portal.db", false);
        records::PrivateStore store = records::PrivateStore::open(path() / "private.db", false);
        importing::ImportRequest request;
        request.file = path() / file;
        request.kind = kind;
        request.context = context;
        request.imported_by = "甲";
        request.as_of = "2023-09-01";
        const auto report = importing::import_file(master, store, portal().settings(), request);
        INFO(kind << ": " << told(report));
        REQUIRE_FALSE(report.failed());
    }

  private:
    inline static const std::string site_toml = R"([site]
name = "甲市公示"
[[office]]
area = "999901"
name = "甲市乙区"
departments = ["乙区市场监督管理局", "乙区卫生健康局"]
[draw.departments]
SCJG = "乙区市场监督管理局"
WJ = "乙区卫生健康局"
[draw.skills]
food = "食品安全"
[draw.strata]
catering = "餐饮服务"
retail = "食品销售"
)";
    inline static const std::string plan =
        "任务编号,任务名称,抽查事项,抽查比例,信用风险分类要求,抽查时间,发起部门,配合部门,是否联合\n"
        "T-FOOD,食品检查,食品经营检查,10%,按类别确定,2023年9月至12月,乙区市场监督管理局,乙区卫生健康局,是\n"
        "T-CLASS,信用检查,信用信息检查,5%,A:10%;B:20%;C:50%;D:100%,2023年9月至12月,乙区市场监督管理局,,否\n"
        "T-OTHER,其他检查,其他事项检查,待定,,2023年9月至12月,乙区卫生健康局,,否\n";
    static Context plan_of_2023() {
        Context context = plan_context();
        context["year"] = "2023";
        context["written_on"] = "2023-02-10";
        context["published_on"] = "2023-02-13";
        return context;
    }
    static std::string objects() {
        std::string sheet = "名称,统一社会信用代码,监管领域,登记状态,信用风险等级,行政区划代码\n";
        for (int i = 1; i <= 60; ++i) {
            char line[256];
            std::snprintf(line, sizeof line, "示例%d号商行,%s,%s,%s,%s,999901\n", i, fictional_code(i).c_str(),
                          i <= 40 ? "餐饮服务" : "食品销售",
                          i == 7   ? "注销"
                          : i == 8 ? "歇业"
                                   : "存续",
                          i % 10 == 0  ? "C"
                          : i % 3 == 0 ? "B"
                                       : "A");
            sheet += line;
        }
        return sheet;
    }
    static std::string inspectors() {
        std::string sheet = "姓名,执法证号,部门,执法领域,状态\n";
        for (int i = 1; i <= 9; ++i)
            sheet += "样甲" + std::string(i % 2 == 1 ? "丙" : "丁") + std::to_string(i) + ",执0" + std::to_string(i) +
                     "," + (i <= 6 ? "乙区市场监督管理局" : "乙区卫生健康局") + "," +
                     (i % 2 == 1 ? "食品安全" : "药品") + ",在岗\n";
        return sheet;
    }

    PortalFolder folder_;
    mutable std::string said_;
};

inline int mode_of(const std::filesystem::path& file) {
    struct stat facts {};
    return ::lstat(file.c_str(), &facts) == 0 ? static_cast<int>(facts.st_mode & 07777) : -1;
}

}  // namespace tests
