#include "generator/pages/rule_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

#include "generator/pages/board.h"
#include "generator/pages/kinds.h"
#include "generator/pages/markdown.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

constexpr std::string_view comparison_name = "comparison.tsv";

/// A text and what stands at its head between two lines of ---: 短名：…, 文件：…、…
struct Source {
    std::string short_name, markdown;
    std::vector<std::string> documents;
};

std::string read_text(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    if (!(text << stream.rdbuf())) throw BadTemplate(fmt::format("{} 无法读取，请检查权限。", file.string()));
    return std::move(text).str();
}

std::vector<std::string> split(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t end = text.find(separator);
        if (const std::string_view part = text.substr(0, end); !part.empty()) parts.emplace_back(part);
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + separator.size());
    }
}

Source source_of(const std::filesystem::path& file) {
    constexpr std::string_view rule = "---\n", short_name = "短名：", documents = "文件：";
    Source source;
    source.markdown = read_text(file);
    const std::size_t end = source.markdown.find("\n---\n");  // the second
    if (!source.markdown.starts_with(rule) || end == std::string::npos)
        throw BadTemplate(fmt::format("{} 的开头应当是两行 ---，中间写“短名：”和“文件：”。", file.string()));
    for (const std::string& line : split(std::string_view(source.markdown).substr(0, end), "\n")) {
        if (line.starts_with(short_name)) source.short_name = line.substr(short_name.size());
        if (line.starts_with(documents)) source.documents = split(line.substr(documents.size()), "、");
    }
    source.markdown.erase(0, end + rule.size() + 1);
    return source;
}

bool plain(std::string_view name) {
    return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

/// A number before the name only orders the list.
std::string address_of(std::string_view name) {
    const std::size_t digits = name.find_first_not_of("0123456789");
    if (digits != std::string_view::npos && digits > 0 && name[digits] == '-') name.remove_prefix(digits + 1);
    return fmt::format("rules/about/{}/", name);
}

std::vector<std::filesystem::path> folders(const Site& site) {
    std::vector<std::filesystem::path> folders{site.options.share / "content" / "rules"};
    if (!site.options.content.empty()) folders.push_back(site.options.content / "rules");
    return folders;
}

std::map<std::string, std::filesystem::path> text_files(const Site& site) {
    std::map<std::string, std::filesystem::path> files;
    std::error_code missing;
    for (const std::filesystem::path& folder : folders(site)) {
        if (!std::filesystem::is_directory(folder, missing)) continue;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            if (entry.path().extension() != ".md" || !entry.is_regular_file()) continue;
            const std::string name = entry.path().stem().string();
            if (!plain(name))
                throw BadTemplate(fmt::format("{} 的文件名只能用小写英文字母、数字和 -。", entry.path().string()));
            files[name] = entry.path();
        }
    }
    return files;
}

/// Offices whose rules come from one of the documents.
std::vector<records::Office> followers(const Site& site, records::PublicSite& records, const Source& source) {
    std::vector<records::Office> offices;
    for (const records::Office& office : site.offices) {
        const auto rules = records.rules(office.area);
        const auto follows = [&](const std::string& document) {
            return std::any_of(rules.begin(), rules.end(), [&](const records::RuleFacts& rule) {
                return rule.document_number == document || rule.document == document;
            });
        };
        if (std::any_of(source.documents.begin(), source.documents.end(), follows)) offices.push_back(office);
    }
    return offices;
}

void write_text(const Site& site, records::PublicSite& records, const std::string& name,
                const std::filesystem::path& file) {
    const Source source = source_of(file);
    const Article text = article(source.markdown, "../../../");
    Page page(site, address_of(name), text.title.empty() ? name : text.title, "rule_text.tpl");
    page.section("rules");
    page.crumb("规则与进度", "rules/");
    page.crumb("文件说明", "rules/about/");
    page.describe(fmt::format("{}：逐条说明，哪些机器能判断，哪些不能。", text.title));
    page.body().html("ARTICLE", text.html);
    std::optional<View> section;
    for (const records::Office& office : followers(site, records, source)) {
        if (!section) section = page.body().add("FOLLOWERS");
        const auto year = current_year(site, records, office.area);
        View view = section->add("FOLLOWER");
        view.set("FOLLOWER_NAME", office.name);
        view.set("FOLLOWER_HREF", page.href(year ? board_address(office.area, *year) : "rules/#o" + office.area));
    }
    page.put();
}

/// The differences side by side: tab-separated, the first line the heads.
void fill_comparison(Page& page, const Site& site) {
    std::filesystem::path file;
    for (const std::filesystem::path& folder : folders(site))
        if (std::filesystem::is_regular_file(folder / comparison_name)) file = folder / comparison_name;
    if (file.empty()) return;
    std::vector<std::string> heads;
    std::optional<Table> table;
    for (const std::string& line : split(read_text(file), "\n")) {
        const std::vector<std::string> cells = split(line, "\t");
        if (!table) {
            heads = cells;
            table.emplace(page, page.body().add("COMPARISON"), "TABLE", "几份文件的差别", heads);
            table->column_style(0, "medium");
            continue;
        }
        if (cells.size() != heads.size())
            throw BadTemplate(fmt::format("{} 的“{}”一行有 {} 格，表头有 {} 格；空格请写 —。", file.string(),
                                          cells.empty() ? "" : cells.front(), cells.size(), heads.size()));
        table->row();
        for (const std::string& cell : cells) table->text(cell);
    }
}

}  // namespace

const RuleText* RuleTexts::find(std::string_view number, std::string_view title) const {
    for (const RuleText& text : texts)
        for (const std::string& document : text.documents)
            if ((!number.empty() && document == number) || (!title.empty() && document == title)) return &text;
    return nullptr;
}

RuleTexts rule_texts(const Site& site) {
    RuleTexts known;
    for (const auto& [name, file] : text_files(site)) {
        const Source source = source_of(file);
        const std::string title = article(source.markdown, "../").title;
        known.texts.push_back({address_of(name), title.empty() ? name : title, source.short_name, source.documents});
    }
    return known;
}

void write_rule_texts(const Site& site, records::PublicSite& records) {
    const auto files = text_files(site);
    if (files.empty()) return;
    Page page(site, "rules/about/", "文件说明", "rule_texts.tpl");
    page.section("rules");
    page.crumb("规则与进度", "rules/");
    page.describe("规则从哪些文件来：每份文件要求什么，几份文件有什么不同，哪些要求机器能判断。");
    for (const RuleText& text : rule_texts(site).texts) {
        View view = page.body().add("TEXT_LINK");
        view.set("TEXT_HREF", page.href(text.address));
        view.set("TEXT_TITLE", text.title);
    }
    fill_comparison(page, site);
    page.put();
    for (const auto& [name, file] : files) write_text(site, records, name, file);
}

}  // namespace pages
