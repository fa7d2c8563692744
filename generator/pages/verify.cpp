// 核验: a reader has a draw checked in the browser, or learns how to check it offline. The page carries the checker
// that was bundled of site/draw, and the two programs to download; where they were not made, it says so.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "generator/output/digest.h"
#include "generator/pages/kinds.h"
#include "generator/pages/page.h"
#include "generator/pages/wording.h"

namespace pages {
namespace {

/// Empty when there is no such file.
std::string read_if_there(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    if (stream) text << stream.rdbuf();
    return std::move(text).str();
}

struct Program {
    std::string_view name, file, needs, missing;
};
constexpr Program programs[]{{"verify.py", "site/verify.py", "需要 Python 3.9 以上，不需要别的软件", "NO_PYTHON"},
                             {"verify.mjs", "site/built/verify.mjs", "需要 Node.js 18 以上", "NO_NODE"}};

void put_program(const Site& site, Page& page, const Program& program) {
    const std::string bytes = read_if_there(site.options.share / program.file);
    if (bytes.empty()) return page.body().show(program.missing);
    site.put(fmt::format("{}{}", records::address::verify(), program.name), bytes);
    View view = page.body().add("PROGRAM");
    view.set("PROGRAM_NAME", program.name);
    view.set("PROGRAM_NEEDS", program.needs);
    view.set("PROGRAM_SIZE", fmt::format("{} kB", (bytes.size() + 999) / 1000));
    view.set("PROGRAM_DIGEST", output::hex(output::sha256(bytes)));
}

/// The checker and the script of this page; without the former there is neither.
void put_checker(const Site& site, Page& page) {
    const std::string checker = read_if_there(site.options.share / "site" / "built" / "checker.js");
    const std::string script = read_if_there(site.options.share / "site" / "verify.js");
    if (checker.empty() || script.empty()) return page.body().show("NO_CHECKER");
    const std::string checker_path = digest_named("checker", checker, "js");
    const std::string script_path = digest_named("verify", script, "js");
    site.put(checker_path, checker);
    site.put(script_path, script);
    page.body().fill("CHECKER", page.href(checker_path));
    page.body().set("VERIFY_SCRIPT", page.href(script_path));
}

/// The draws of this site that can be checked, for the page's script: what they are called and which files they have.
std::string draws_json(records::PublicSite& records) {
    nlohmann::json draws = nlohmann::json::array();
    for (const records::PublicCommittedDraw& draw : records.committed_draws()) {
        nlohmann::json files = nlohmann::json::array();
        for (const records::PublicDrawFile& file : records.draw_files(draw.draw))
            files.push_back({{"name", file.name},
                             {"size", file.size},
                             {"address", records::address::draw_file(draw.draw, file.name)}});
        draws.push_back({{"id", draw.draw},
                         {"title", fmt::format("{}（{}）", draw.title, date_words(draw.announced_at.substr(0, 10)))},
                         {"address", records::address::draw(draw.draw)},
                         {"state", draw.state},
                         {"digest", draw.digest},
                         {"series", records::address::draw_series(draw.office_code)},
                         {"files", std::move(files)}});
    }
    return draws.dump();
}

}  // namespace

void write_verify(const Site& site, records::PublicSite& records) {
    Page page(site, records::address::verify(), "核验", "verify.tpl");
    page.section("verify");
    page.describe("把一次抽取重新算一遍：在浏览器里，或者用离线程序。");
    put_checker(site, page);
    for (const Program& program : programs) put_program(site, page, program);
    site.put(records::address::verify() + "draws.json", draws_json(records));
    page.put();
}

}  // namespace pages
