// How fast the pages of enterprises are made, HTML only, on a memory file system: this program, merely writing the same
// files, and Hugo with the same pages from its own templates (bench/hugo). Prints a section of docs/benchmarks.md.
// usage: pages_bench [PAGES=100000] [FOLDER=/dev/shm] [THREADS=2]
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <vector>

#include "bench/fictional_site.h"
#include "generator/pages/batches.h"
#include "generator/pages/kinds.h"

namespace {

namespace fs = std::filesystem;

struct Cost {
    double wall = 0, cpu = 0;  // seconds; cpu: user and system, of all threads
};

double cpu_of(int who) {
    rusage usage{};
    ::getrusage(who, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

Cost cost_of(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    const double cpu = cpu_of(RUSAGE_SELF) + cpu_of(RUSAGE_CHILDREN);
    work();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
            cpu_of(RUSAGE_SELF) + cpu_of(RUSAGE_CHILDREN) - cpu};
}

std::string read(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return std::move(text).str();
}

void write(const fs::path& file, std::string_view bytes) {
    const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    const bool good = handle >= 0 && ::write(handle, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
    if (handle >= 0) ::close(handle);
    if (!good) throw std::runtime_error("cannot write " + file.string());
}

/// The folders enterprises/00 … ff: neither program is measured making them.
void make_folders(const fs::path& site) {
    for (int byte = 0; byte < 256; ++byte) fs::create_directories(site / fmt::format("enterprises/{:02x}", byte));
}

/// The enterprises' pages alone, as render_site makes them.
void render(const fs::path& public_db, const fs::path& site_folder, unsigned threads) {
    records::PublicSite records(public_db);
    pages::RenderOptions options;
    options.threads = threads;
    options.json = false;
    const pages::PageSink sink{
        [&](std::string_view path, std::string_view bytes) { write(site_folder / path, bytes); }, {}, {}};
    const pages::Site site(records.site(), records.offices(), options, sink);
    pages::Crew crew(public_db, threads);
    pages::Batches<records::PublicEnterprise> batches(site, crew, 32, pages::write_enterprise);
    records.each_enterprise([&](const records::PublicEnterprise& enterprise) { batches.add(enterprise); });
    batches.flush();
    crew.finish();
}

struct Files {
    std::vector<std::pair<fs::path, std::string>> all;
    std::size_t bytes = 0;
};

Files files_of(const fs::path& site) {
    Files files;
    for (const auto& entry : fs::recursive_directory_iterator(site))
        if (entry.is_regular_file() && entry.path().extension() == ".html") {
            files.all.emplace_back(entry.path().lexically_relative(site), read(entry.path()));
            files.bytes += files.all.back().second.size();
        }
    return files;
}

void merely_write(const Files& files, const fs::path& site, unsigned threads) {
    std::vector<std::thread> writers;
    for (unsigned own = 0; own < threads; ++own)
        writers.emplace_back([&, own] {
            for (std::size_t i = own; i < files.all.size(); i += threads)
                write(site / files.all[i].first, files.all[i].second);
        });
    for (std::thread& writer : writers) writer.join();
}

/// What Hugo reads: one content file an enterprise, its values as front matter.
void write_hugo_source(const fs::path& folder, std::int64_t enterprises) {
    fs::create_directories(folder);
    fs::copy(fs::path(GONGSHI_SHARE) / "bench" / "hugo", folder, fs::copy_options::recursive);
    for (int byte = 0; byte < 256; ++byte)
        fs::create_directories(folder / fmt::format("content/enterprises/{:02x}", byte));
    std::int64_t id = 0;
    for (std::int64_t number = 0; number < enterprises; ++number) {
        const records::PublicEnterprise enterprise = bench::enterprise_of(number);
        nlohmann::ordered_json page{{"title", enterprise.name},          {"code", enterprise.code},
                                    {"kindword", enterprise.kind},       {"entity", enterprise.entity_type},
                                    {"status", enterprise.status},       {"trade", enterprise.trade},
                                    {"authority", enterprise.authority}, {"registered", enterprise.registered_on},
                                    {"area", enterprise.area_name},      {"inspected", enterprise.inspected}};
        std::vector<records::PublicResult> results;
        for (int i = 0; i < bench::results_of(number); ++i) results.push_back(bench::result_of(number, ++id));
        std::sort(results.begin(), results.end(), [](const auto& a, const auto& b) {
            return std::tie(b.facts.published_on, b.facts.id) < std::tie(a.facts.published_on, a.facts.id);
        });
        auto& rows = page["results"] = nlohmann::ordered_json::array();
        for (const records::PublicResult& result : results)
            rows.push_back({{"href", "../../" + records::address::result(result.facts.id)},
                            {"date", result.facts.published_on},
                            {"task", result.facts.task},
                            {"taskname", result.task_name},
                            {"agency", result.facts.agency},
                            {"item", result.facts.item},
                            {"outcome", result.facts.outcome},
                            {"problem", result.problem_found},
                            {"follow", result.follow_up_state}});
        fs::path file = folder / "content" / records::address::enterprise(enterprise.code);
        write(file.replace_extension(".md"), page.dump(1) + "\n");
    }
}

void run_hugo(const fs::path& source, const fs::path& site) {
    const pid_t child = ::fork();
    if (child == 0) {
        const int nowhere = ::open("/dev/null", O_WRONLY);
        ::dup2(nowhere, 1);
        ::execlp("hugo", "hugo", "--source", source.c_str(), "--destination", site.c_str(), nullptr);
        ::_exit(127);
    }
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child || status != 0)
        throw std::runtime_error("hugo did not run: ./setup.sh bench installs it");
}

/// What a reader sees: the text outside tags, blanks and line breaks as one.
std::string visible_text(std::string_view html) {
    std::string text;
    for (std::size_t at = html.find("<body"); at < html.size(); ++at) {
        if (html[at] == '<') {
            at = html.find('>', at);
            continue;
        }
        const bool blank = html[at] == ' ' || html[at] == '\n';
        if (!blank) text += html[at];
    }
    return text;
}

/// Throws unless Hugo made the same pages: each file there, the same visible text, the bytes within 5 %.
double compare(const Files& ours, const fs::path& hugo) {
    std::size_t bytes = 0;
    for (const auto& [path, html] : ours.all) {
        const std::string theirs = read(hugo / path);
        bytes += theirs.size();
        if (visible_text(theirs) != visible_text(html)) {
            write("/tmp/perf-a.html", html), write("/tmp/perf-b.html", theirs);
            throw std::runtime_error("other text: " + path.string());
        }
    }
    return static_cast<double>(bytes) / static_cast<double>(ours.bytes);
}

void line(const char* what, const Cost& cost, std::int64_t pages, const std::string& more) {
    std::printf("| %s | %.2f s | %.2f s | %.0f | %s |\n", what, cost.wall, cost.cpu,
                static_cast<double>(pages) / cost.wall, more.c_str());
}

std::string memory(int who) {
    rusage usage{};
    ::getrusage(who, &usage);
    return fmt::format("{} MB", usage.ru_maxrss / 1024);
}

}  // namespace

int main(int argc, char** argv) try {
    const std::int64_t pages = argc > 1 ? std::atoll(argv[1]) : 100'000;
    const fs::path folder = fs::path(argc > 2 ? argv[2] : "/dev/shm") / "gongshi-pages-bench";
    const unsigned threads = argc > 3 ? static_cast<unsigned>(std::atoi(argv[3])) : 2;
    const bool alone = argc > 4;  // only our own pages: for a profiler
    if (!alone) fs::remove_all(folder);
    fs::remove_all(folder / "ours");
    make_folders(folder / "ours");
    std::int64_t results = 0;
    if (!fs::exists(folder / "public.db")) results = bench::write_public_db(folder / "public.db", pages);
    const Cost ours = cost_of([&] { render(folder / "public.db", folder / "ours", threads); });
    const std::string ours_memory = memory(RUSAGE_SELF);
    if (alone) return line("gongshi", ours, pages, ours_memory), 0;

    Files files = files_of(folder / "ours");
    make_folders(folder / "merely");
    const Cost merely = cost_of([&] { merely_write(files, folder / "merely", threads); });
    fs::remove_all(folder / "merely");
    fs::remove_all(folder / "ours");
    fs::remove(folder / "public.db");

    write_hugo_source(folder / "hugo", pages);
    make_folders(folder / "theirs");
    const Cost hugo = cost_of([&] { run_hugo(folder / "hugo", folder / "theirs"); });
    const double ratio = compare(files, folder / "theirs");
    std::printf("%lld pages with %lld results, %.0f bytes a page (Hugo's: %.1f %% of that), %u threads\n\n",
                static_cast<long long>(files.all.size()), static_cast<long long>(results),
                static_cast<double>(files.bytes) / static_cast<double>(files.all.size()), ratio * 100, threads);
    std::printf("| | wall clock | processor | pages a second | peak memory |\n| --- | --- | --- | --- | --- |\n");
    line("gongshi", ours, pages, ours_memory);
    line("merely writing the same files", merely, pages, "");
    line("Hugo 0.111.3", hugo, pages, memory(RUSAGE_CHILDREN));
    std::printf("\n%.1f times Hugo's pages a second.\n", hugo.wall / ours.wall);
    fs::remove_all(folder);
    return ratio > 0.95 && ratio < 1.05 ? 0 : 1;
} catch (const std::exception& error) {
    std::cerr << "pages_bench: " << error.what() << "\n";
    return 1;
}
