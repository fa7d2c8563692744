// 使用指南: what people wrote in content/*.md, the portal's own files in place of shipped ones of the same name. The
// file name is the address; a number before it ("10-what.md") only orders the list.
#include <fmt/format.h>

#include <fstream>
#include <map>
#include <sstream>

#include "generator/pages/kinds.h"
#include "generator/pages/markdown.h"
#include "generator/pages/page.h"

namespace pages {
namespace {

struct Guide {
    std::string name, address;
    std::filesystem::path file;
};

bool plain(std::string_view name) {
    return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

void find_guides(const std::filesystem::path& folder, std::map<std::string, std::filesystem::path>& files) {
    std::error_code missing;
    if (folder.empty() || !std::filesystem::is_directory(folder, missing)) return;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".md" || !entry.is_regular_file()) continue;
        const std::string name = entry.path().stem().string();
        if (!plain(name))
            throw BadTemplate(
                fmt::format("指南 {} 的文件名只能用小写英文字母、数字和 -，例如 10-what.md。", entry.path().string()));
        files[name] = entry.path();
    }
}

std::string address_of(std::string_view name) {
    const std::size_t digits = name.find_first_not_of("0123456789");
    if (digits != std::string_view::npos && digits > 0 && name[digits] == '-') name.remove_prefix(digits + 1);
    return fmt::format("guides/{}.html", name);
}

std::string read_text(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    if (!(text << stream.rdbuf())) throw BadTemplate(fmt::format("指南 {} 无法读取，请检查权限。", file.string()));
    return std::move(text).str();
}

std::map<std::string, std::filesystem::path> guide_files(const Site& site) {
    std::map<std::string, std::filesystem::path> files;
    find_guides(site.options.share / "content", files);
    find_guides(site.options.content, files);
    return files;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> guide_titles(const Site& site) {
    std::vector<std::pair<std::string, std::string>> titles;
    for (const auto& [name, file] : guide_files(site)) {
        const std::string title = article(read_text(file), "../").title;
        titles.emplace_back(address_of(name), title.empty() ? name : title);
    }
    return titles;
}

void write_guides(const Site& site) {
    const auto files = guide_files(site);
    Page index(site, "guides/", "使用指南", "guides.tpl");
    index.describe("什么是双随机、一公开，怎样看计划、抽取和结果，信息有误怎么办。");
    for (const auto& [name, file] : files) {
        const std::string address = address_of(name);
        const Article text = article(read_text(file), "../");
        const std::string title = text.title.empty() ? name : text.title;
        Page page(site, address, title, "guide.tpl");
        page.crumb("使用指南", "guides/");
        page.describe(title);
        page.body().html("ARTICLE", text.html);
        page.put();
        View view = index.body().add("GUIDE");
        view.set("GUIDE_HREF", index.href(address));
        view.set("GUIDE_TITLE", title);
    }
    index.put();
}

}  // namespace pages
