#include "generator/pages/initial_lists.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/district_lists.h"
#include "generator/pages/parts.h"
#include "records/errors.h"
#include "text/pinyin.h"
#include "text/search_key.h"

namespace pages {
namespace {

constexpr int letters_kept = 10, bits_a_letter = 6;
constexpr std::uint64_t others = 27;  // after z
constexpr std::size_t jump_characters = 6;

/// a → 1 … z → 26; what begins with no letter comes last.
std::uint64_t number_of(char letter) {
    if (letter >= 'a' && letter <= 'z') return static_cast<std::uint64_t>(letter - 'a') + 1;
    return letter >= '0' && letter <= '9' ? static_cast<std::uint64_t>(letter - '0') + others : 0;
}

/// The likeliest initials of what a name begins with behind its places.
std::string initials_of(std::string_view key) {
    std::string of_name;
    for (const text::PinyinKey& pinyin : text::pinyin_keys(key)) {
        if (pinyin.kind != text::PinyinKey::Kind::initials) continue;
        if (pinyin.start == text::PinyinKey::Start::trade_name) return pinyin.text;
        if (of_name.empty()) of_name = pinyin.text;
    }
    return of_name;
}

std::uint64_t order_of(std::string_view initials) {
    if (initials.empty() || number_of(initials.front()) == 0) initials = "0";
    std::uint64_t order = 0;
    for (int i = 0; i < letters_kept; ++i)
        order = order << bits_a_letter |
                (static_cast<std::size_t>(i) < initials.size() ? number_of(initials[static_cast<std::size_t>(i)]) : 0);
    return order;
}

std::uint64_t first_of(std::uint64_t order) {
    return std::min(order >> (bits_a_letter * (letters_kept - 1)), others);
}

struct Initial {
    std::string folder, name, title;
};
Initial initial_of(std::uint64_t first) {
    if (first == others) return {"search/initial/other/", "其他", "首字母不在 A 到 Z 之间的检查对象"};
    const char letter = static_cast<char>(first - 1);
    const std::string name(1, static_cast<char>('A' + letter));
    return {fmt::format("search/initial/{}/", static_cast<char>('a' + letter)), name,
            fmt::format("首字母 {} 的检查对象", name)};
}

/// What a page begins with, in a few characters: the name behind its places.
std::string beginning(const std::string& name) {
    const std::string key = text::search_key(name);
    std::string_view rest = std::string_view(key).substr(text::trade_name_start(key));
    std::size_t end = 0;
    for (std::size_t characters = 0; end < rest.size(); ++end) {
        const bool starts = (static_cast<unsigned char>(rest[end]) & 0xC0U) != 0x80U;
        if (starts && ++characters > jump_characters) break;
    }
    return key.empty() ? name : std::string(rest.substr(0, end));
}

}  // namespace

InitialLists::InitialLists(const Site& site)
    : site_(site), file_(site.temporary() / "initial-lists"), waiting_(file_, std::ios::binary | std::ios::trunc) {}

InitialLists::~InitialLists() {
    std::error_code gone;
    std::filesystem::remove(file_, gone);
}

void InitialLists::add(const records::PublicEnterprise& enterprise) {
    const std::string row = fmt::format("{} {} {} {} {} {}", enterprise.code, enterprise.drawn, enterprise.inspected,
                                        enterprise.open_follow_ups, enterprise.name.size(), enterprise.name);
    waiting_ << row << '\n';
    places_.push_back({order_of(initials_of(text::search_key(enterprise.name))), size_});
    size_ += row.size() + 1;
}

records::PublicEnterprise InitialLists::row_at(std::uint64_t offset) {
    records::PublicEnterprise row;
    std::size_t size = 0;
    rows_.seekg(static_cast<std::streamoff>(offset));
    rows_ >> row.code >> row.drawn >> row.inspected >> row.open_follow_ups >> size;
    rows_.get();
    row.name.resize(rows_ ? size : 0);
    rows_.read(row.name.data(), static_cast<std::streamsize>(row.name.size()));
    if (!rows_) throw records::Broken(fmt::format("临时文件 {} 读不出来，请检查磁盘空间。", file_.string()));
    return row;
}

namespace {

void write_initial_page(const Site& site, const Initial& initial, int number, const std::vector<std::string>& begins,
                        const std::vector<records::PublicEnterprise>& rows) {
    const auto& [folder, name, title] = initial;
    Page page(site, numbered_address(folder, number), number == 1 ? title : fmt::format("{}第{}页", title, number),
              "list.tpl");
    page.section("search");
    page.crumb("查企业", "search/");
    if (number > 1) page.crumb(title, folder);
    page.body().set("LEAD", fmt::format("按拼音首字母排列，从“{}”到“{}”。名称以地名开头的，按地名后面的字。",
                                        rows.front().name, rows.back().name));
    fill_enterprises_table(page, title, rows);
    const bool more = number < static_cast<int>(begins.size());
    fill_pager(page, number > 1 ? numbered_address(folder, number - 1) : "",
               more ? numbered_address(folder, number + 1) : "", "", "名单分页");
    if (number == 1) fill_jumps(page, folder, begins);
    page.put();
}

}  // namespace

ListLink InitialLists::write_list(const Place* begin, const Place* end) {
    const Initial initial = initial_of(first_of(begin->order));
    std::vector<std::string> begins;
    for (const Place* at = begin; at < end; at += std::min<std::ptrdiff_t>(rows_per_page, end - at))
        begins.push_back(beginning(row_at(at->offset).name));
    const Place* at = begin;
    for (int number = 1; at < end; ++number) {
        std::vector<records::PublicEnterprise> rows;
        for (; at < end && rows.size() < rows_per_page; ++at) rows.push_back(row_at(at->offset));
        write_initial_page(site_, initial, number, begins, rows);
    }
    return {initial.folder, initial.name, end - begin};
}

std::vector<ListLink> InitialLists::finish() {
    waiting_.close();
    if (!waiting_) throw records::Broken(fmt::format("临时文件 {} 写不下，请检查磁盘空间。", file_.string()));
    rows_.open(file_, std::ios::binary);
    std::sort(places_.begin(), places_.end(),
              [](const Place& a, const Place& b) { return std::tie(a.order, a.offset) < std::tie(b.order, b.offset); });
    std::vector<ListLink> links;
    for (std::size_t begin = 0, end = 0; begin < places_.size(); begin = end) {
        while (end < places_.size() && first_of(places_[end].order) == first_of(places_[begin].order)) ++end;
        links.push_back(write_list(places_.data() + begin, places_.data() + end));
    }
    return links;
}

}  // namespace pages
