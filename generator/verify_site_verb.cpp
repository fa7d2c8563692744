#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "generator/command_line.h"
#include "generator/output/digest.h"
#include "generator/output/errors.h"
#include "generator/output/verify_archive.h"

namespace generator {

namespace {

namespace fs = std::filesystem;

void print_list(std::string_view what, const std::vector<std::string>& names) {
    constexpr std::size_t most_shown = 20;
    if (names.empty()) return;
    fmt::print("✕ {} {} 个：\n", what, names.size());
    for (std::size_t i = 0; i < std::min(names.size(), most_shown); ++i)
        fmt::print("    {}\n", output::printable(names[i]));
    if (names.size() > most_shown) fmt::print("    …… 其余 {} 个，用 --json 全部列出\n", names.size() - most_shown);
}

void print(const output::Verification& found, const std::string& archive) {
    print_list("清单里有、实际没有的文件", found.missing);
    print_list("内容与清单不符的文件", found.changed);
    print_list("清单里没有、实际多出的文件", found.extra);
    print_list("名称或类型不安全的条目（绝对路径、上级目录、链接、加密）", found.unsafe);
    if (found.whole()) fmt::print("✓ 完整：{} 个文件，与清单逐一相符\n", found.files);
    fmt::print("  数据截至 {} · 程序 gongshi {}\n  清单 manifest.txt 的 SHA-256：{}\n",
               output::printable(found.facts.as_of), output::printable(found.facts.program), found.release);
    if (archive.empty()) {
        fmt::print(
            "  清单随文件一起来：要确认它出自公示单位，请与网站根目录 manifest.json 的 release "
            "一栏核对；从整站包解压的，请核对整站包本身。\n");
        return;
    }
    fmt::print("  整站包的 SHA-256：{}\n", archive);
    fmt::print("  清单随整站包一起来：要确认它出自公示单位，请与网站 manifest.txt 中 data/site.zip 一行核对。\n");
}

int verify_site(const Invocation& invocation, const fs::path& what) try {
    const bool folder = fs::is_directory(what);
    if (!folder && !fs::is_regular_file(what))
        throw settings::Unusable(what.string() + " 不是文件夹，也不是文件；请指明站点文件夹或整站包 site.zip");
    const output::Verification found = folder ? output::verify_release(what) : output::verify_archive(what);
    const std::string archive = folder ? "" : output::hex(output::digest_file(fs::canonical(what))->sha256);
    if (invocation.json)
        fmt::print("{}\n", nlohmann::json{{"ok", found.whole()},
                                          {"files", found.files},
                                          {"as_of", found.facts.as_of},
                                          {"program", found.facts.program},
                                          {"manifest_sha256", found.release},
                                          {"archive_sha256", folder ? nlohmann::json() : nlohmann::json(archive)},
                                          {"missing", found.missing},
                                          {"changed", found.changed},
                                          {"extra", found.extra},
                                          {"unsafe", found.unsafe}}
                               .dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
    else if (!invocation.quiet || !found.whole())
        print(found, archive);
    return found.whole() ? done : found_wrong;
} catch (const output::Failed& error) {
    throw settings::Unusable(error.what());
}

}  // namespace

void add_verify_site(CLI::App& app, Action& action) {
    CLI::App* verb = app.add_subcommand("verify-site",
                                        "核对一份站点（文件夹或整站包 site.zip）与它的清单是否逐字节相符；不需要门户");
    auto what = std::make_shared<std::string>();
    verb->add_option("SITE", *what, "站点文件夹、解压后的整站包，或整站包文件")->required();
    verb->callback(
        [&action, what] { action = [what](const Invocation& invocation) { return verify_site(invocation, *what); }; });
}

}  // namespace generator
