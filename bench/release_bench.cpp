// How long a whole publish takes and how much memory it needs, from portal.db to a release that readers see: the first
// time, again when nothing has changed, and again when one result has been corrected. The portal is made up, spread
// over 50 districts of the areas 999901 to 999950, which are nobody's, and imported like anybody's sheets. Prints a
// section of docs/benchmarks.md.
// usage: release_bench [ENTERPRISES=1000000] [RESULTS=1000000] [FOLDER=the folder of this program]
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/fictional_site.h"
#include "generator/import/import.h"
#include "records/fields.h"

namespace {

namespace fs = std::filesystem;

constexpr int districts = 50, tasks_a_plan = 20;

std::string district(int number) {
    return fmt::format("9999{:02}", number + 1);
}

/// A sheet of one kind with these columns.
class Sheet {
  public:
    Sheet(const fs::path& file, std::string_view kind, const std::vector<std::string_view>& columns) : out_(file) {
        for (const std::string_view column : columns) out_ << records::find_field(kind, column)->term << '\t';
        out_ << '\n';
    }
    void row(const std::vector<std::string>& cells) {
        for (const std::string& cell : cells) out_ << cell << '\t';
        out_ << '\n';
    }

  private:
    std::ofstream out_;
};

class Office {
  public:
    explicit Office(const fs::path& folder) : folder_(folder) {
        fs::remove_all(folder);
        fs::create_directories(folder / "releases");
        fs::create_directories(folder / "public");
        std::ofstream toml(folder / "site.toml");
        toml << "[site]\nname = \"示例公示\"\nbase_url = \"https://example.invalid/\"\npublisher = \"示例双随机办\"\n"
                "phone = \"0311-8600 0000\"\ndemo = true\n";
        for (int i = 0; i < districts; ++i)
            toml << "[[office]]\narea = \"" << district(i) << "\"\nname = \"示例第" << i + 1
                 << "区\"\ndepartments = [\"市场监督管理局\"]\n";
        toml.close();
        settings_ = settings::PortalFolder{folder}.settings();
        records::Portal::open(folder / "portal.db", true);
        records::PrivateStore::open(folder / "private.db", true);
    }

    void import(std::string_view kind, const fs::path& file, int office, bool correct = false) const {
        records::Portal portal = records::Portal::open(folder_ / "portal.db", false);
        records::PrivateStore private_store = records::PrivateStore::open(folder_ / "private.db", false);
        importing::ImportRequest request;
        request.file = file;
        request.kind = kind;
        request.context = {{"office", district(office)}};
        if (kind == "plans")
            request.context.merge(std::map<std::string, std::string>{{"year", "2025"},
                                                                     {"joint", "是"},
                                                                     {"plan_name", "2025年度抽查工作计划"},
                                                                     {"edition", "原计划"},
                                                                     {"published_on", "2025-02-13"},
                                                                     {"disclosure", "主动公开"}});
        request.imported_by = "基准";
        request.as_of = "2026-01-15";
        request.correct = correct;
        request.reason = correct ? "录入有误" : "";
        const auto report = importing::import_file(portal, private_store, settings_, request);
        for (const importing::Problem& problem : report.problems)
            if (problem.severity == importing::Problem::Severity::error)
                throw std::runtime_error(problem.column_name + " " + problem.value + " " + problem.reason);
        if (report.failed()) throw std::runtime_error("import of " + file.string() + " failed");
    }

    void plans() const {
        for (int office = 0; office < districts; ++office) {
            const fs::path file = folder_ / "plan.tsv";
            {
                Sheet sheet(file, "plans", {"task_number", "task_name", "item"});
                for (int task = 0; task < tasks_a_plan; ++task)
                    sheet.row({task_number(office, task), fmt::format("第{}项登记事项抽查", task + 1), "登记事项检查"});
            }
            import("plans", file, office);
        }
    }
    void enterprises(std::int64_t count) const {
        const fs::path file = folder_ / "objects.tsv";
        {
            Sheet sheet(file, "objects", {"name", "code", "registered_on", "entity_type", "authority"});
            for (std::int64_t i = 0; i < count; ++i) {
                const auto enterprise = bench::enterprise_of(i);
                sheet.row(
                    {enterprise.name, enterprise.code, enterprise.registered_on, "有限责任公司", enterprise.authority});
            }
        }
        import("objects", file, 0);
        fs::remove(file);
    }
    void results(std::int64_t count, std::int64_t enterprises) const {
        for (int office = 0; office < districts; ++office) {
            const fs::path file = folder_ / "results.tsv";
            write_results(file, office, count * office / districts, count * (office + 1) / districts, enterprises, "");
            import("results", file, office);
            fs::remove(file);
        }
    }
    void correct_one(std::int64_t enterprises) const {
        const fs::path file = folder_ / "correction.tsv";
        write_results(file, 0, 0, 1, enterprises, "公示信息有误，已改正");
        import("results", file, 0, true);
    }

  private:
    static std::string task_number(int office, int task) {
        return fmt::format("{}2025021{:02}{:03}", district(office), 1, task + 1);
    }
    /// Result i is about enterprise i (from the beginning again past the last).
    static void write_results(const fs::path& file, int office, std::int64_t first, std::int64_t last,
                              std::int64_t enterprises, const std::string& problem) {
        Sheet sheet(file, "results",
                    {"task_number", "name", "code", "item", "outcome", "problem", "agency", "methods", "inspected_on",
                     "published_on", "audit_state", "disclosure"});
        for (std::int64_t i = first; i < last; ++i) {
            const std::int64_t enterprise = i % enterprises;
            const auto& outcome = bench::outcomes[static_cast<std::size_t>(i % 3)];
            sheet.row({task_number(office, static_cast<int>(i % tasks_a_plan)), bench::name_of(enterprise),
                       bench::code_of(enterprise), fmt::format("登记事项检查{}", i / enterprises + 1),
                       std::string(outcome.words), problem, "市场监督管理局", "实地检查", bench::day_of(i),
                       bench::day_of(i), "已公示", "主动公开"});
        }
    }

    fs::path folder_;
    settings::Settings settings_;
};

struct Run {
    double wall = 0, cpu = 0;
    long peak = 0;  // MB, the kernel's VmHWM of the process
    std::string said;
};

Run publish(const fs::path& program, const fs::path& folder) {
    const auto start = std::chrono::steady_clock::now();
    const fs::path answer = folder / "answer.json";
    std::fflush(stdout);  // or the child would print it again
    const pid_t child = ::fork();
    if (child == 0) {
        if (std::freopen(answer.c_str(), "w", stdout) == nullptr) ::_exit(127);
        ::execl(program.c_str(), program.c_str(), "-C", folder.c_str(), "--json", "publish", "--by", "基准", "--as-of",
                "2026-01-15", nullptr);
        ::_exit(127);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || ::wait4(child, &status, 0, &usage) != child || status != 0)
        throw std::runtime_error("publish failed: " + program.string());
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    std::ifstream stream(answer);
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
            seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss / 1024,
            std::string(std::istreambuf_iterator<char>(stream), {})};
}

std::string figure(const std::string& json, const std::string& key) {
    const std::size_t at = json.find("\"" + key + "\": ");
    if (at == json.npos) return "?";
    const std::size_t begin = at + key.size() + 4;
    return json.substr(begin, json.find_first_of(",\n}", begin) - begin);
}

void line(const char* what, const Run& run) {
    std::printf("| %s | %.1f s | %.1f s | %ld MB | %s | %s |\n", what, run.wall, run.cpu, run.peak,
                figure(run.said, "files").c_str(), figure(run.said, "linked").c_str());
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) try {
    const std::int64_t enterprises = argc > 1 ? std::atoll(argv[1]) : 1'000'000;
    const std::int64_t results = argc > 2 ? std::atoll(argv[2]) : 1'000'000;
    const fs::path program = fs::canonical("/proc/self/exe").parent_path() / "gongshi";
    const fs::path folder = (argc > 3 ? fs::path(argv[3]) : program.parent_path()) / "bench-portal";
    const Office office(folder);
    office.plans();
    office.enterprises(enterprises);
    office.results(results, enterprises);
    std::printf("%lld enterprises, %lld results, %d districts; portal.db %.0f MB\n\n",
                static_cast<long long>(enterprises), static_cast<long long>(results), districts,
                static_cast<double>(fs::file_size(folder / "portal.db")) / 1e6);
    std::printf(
        "| | wall clock | processor | peak memory | files | of these linked |\n"
        "| --- | --- | --- | --- | --- | --- |\n");
    line("first publication", publish(program, folder));
    line("again, nothing changed", publish(program, folder));
    office.correct_one(enterprises);
    line("again, one result corrected", publish(program, folder));
    if (argc <= 4) fs::remove_all(folder);  // a fourth argument keeps the portal: for a profiler
    return 0;
} catch (const std::exception& error) {
    std::cerr << "release_bench: " << error.what() << "\n";
    return 1;
}
