// The server's name index: how long it takes to write for so many enterprises, and how long one page of a search takes,
// both in processor time of the one thread that does it, so that what else the machine does hardly matters.
//   name_index_bench NAMES.tsv FOLDER [COUNT]: names are the first column, unified codes the second, after a head line
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <random>

#include "records/name_index.h"
#include "records/public_site.h"
#include "text/utf8.h"

namespace {

double seconds() {
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + 1e-9 * static_cast<double>(used.tv_nsec);
}

std::vector<std::string> write_enterprises(const char* names, const std::filesystem::path& file, std::int64_t count) {
    std::vector<std::string> all;
    records::PublicWriter writer(file);
    records::SiteFacts facts;
    facts.name = "示例公示", facts.as_of = "2026-01-01";
    writer.site(facts);
    std::ifstream lines(names);
    std::string line;
    std::getline(lines, line);
    while (static_cast<std::int64_t>(all.size()) < count && std::getline(lines, line)) {
        const std::size_t tab = line.find('\t');
        records::PublicEnterprise enterprise;
        enterprise.object = static_cast<records::Id>(all.size()) + 1;
        enterprise.code = "o" + std::to_string(enterprise.object);
        enterprise.kind = "企业", enterprise.name = line.substr(0, tab);
        enterprise.area = line.size() > tab + 9 ? line.substr(tab + 3, 6) : "";
        writer.enterprise(enterprise);
        all.push_back(enterprise.name);
    }
    writer.finish();
    return all;
}

void tell(const char* what, std::vector<double>& times) {
    std::sort(times.begin(), times.end());
    const auto at = [&](double part) { return 1000 * times[static_cast<std::size_t>(part * (times.size() - 1))]; };
    std::printf("%s: median %.2f ms, p99 %.2f ms, most %.2f ms\n", what, at(0.5), at(0.99), at(1));
}

std::string part_of(const std::string& name, std::mt19937& random) {
    const std::u32string characters = text::decode(name);
    const std::size_t at = random() % characters.size(), length = 1 + random() % 6;
    return text::encode(characters.substr(at, length));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return std::fprintf(stderr, "usage: name_index_bench NAMES.tsv FOLDER [COUNT]\n"), 2;
    const std::filesystem::path folder = argv[2];
    const std::vector<std::string> all =
        write_enterprises(argv[1], folder / "public.db", argc > 3 ? std::stoll(argv[3]) : 1'000'000);
    records::PublicSite site(folder / "public.db");
    const auto begun = seconds();
    records::write_name_index(site, folder / "names.db");
    std::printf("%zu enterprises: index written in %.1f s, %.1f MB\n", all.size(), seconds() - begun,
                static_cast<double>(std::filesystem::file_size(folder / "names.db")) / 1e6);
    records::NameIndex index(folder / "names.db");
    std::mt19937 random(1);
    std::vector<double> first, second, two_words;
    for (int i = 0; i < 20'000; ++i) {
        const records::NameWords words(part_of(all[random() % all.size()], random));
        auto from = seconds();
        const auto page = index.find(words, "", {}, 51);
        first.push_back(seconds() - from);
        if (page.size() < 51) continue;
        from = seconds();
        index.find(words, "", page.back(), 51);
        second.push_back(seconds() - from);
    }
    for (int i = 0; i < 5'000; ++i) {
        const std::string& name = all[random() % all.size()];
        const records::NameWords words(part_of(name, random) + " " + part_of(name, random));
        const auto from = seconds();
        index.find(words, "", {}, 51);
        two_words.push_back(seconds() - from);
    }
    tell("parts of names, first page", first);
    tell("parts of names, next page", second);
    tell("two words, first page", two_words);
}
