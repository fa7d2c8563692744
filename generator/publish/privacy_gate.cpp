#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "generator/publish/column_sorts.h"
#include "generator/publish/marked_up_text.h"
#include "generator/publish/passed_texts.h"
#include "generator/publish/publish.h"
#include "generator/publish/stored_persons.h"
#include "text/utf8.h"

namespace publish {

namespace {

using nlohmann::json;

constexpr const char* hide_former =
    "更正前的内容不能公开：用 gongshi undo 撤销这一批草稿，改用 gongshi import --correct --hide-former --reason \"……\" "
    "重新导入（更正已经公布过的，直接这样再导入一次）；只公开更正的日期和理由";
constexpr std::size_t most_findings = 1000, most_passed_texts = 100'000;

/// An inspector's public pseudonym (化名) as private.db makes them: p and 16 hexadecimal digits.
bool is_pseudonym(std::string_view text) {
    return text.size() == 17 && text[0] == 'p' && text.substr(1).find_first_not_of("0123456789abcdef") == text.npos;
}

/// A digest or ticket, or the address that begins with the SHA-256 of an attachment 附件: this program made them.
bool is_digest(std::string_view name, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef", folder = "attachments/";
    if (name == "ticket") return text.size() == 16 && text.find_first_not_of(digits) == text.npos;
    if (name == "sha256" || name == "digest" || name == "prev")
        return text.size() == 64 && text.find_first_not_of(digits) == text.npos;
    return name == "file" && text.size() < 48 && text.starts_with(folder) && text.size() > 20 && text[20] == '/' &&
           text.substr(folder.size(), 8).find_first_not_of(digits) == text.npos &&
           text.substr(21).find_first_not_of("0123456789.pdfocx") == text.npos;
}

/// Keys within a cell of a plan in the bodies: what its text was read as.
bool is_part_of_a_cell(std::string_view key) {
    for (const std::string_view part : {"text", "raw", "quantity", "period", "parts", "remarks", "scope", "unreadable"})
        if (key == part) return true;
    return false;
}

struct Cell {
    std::string_view table, column;
    std::int64_t row = 0;
};

class Gate {
  public:
    Gate(records::PrivateStore& private_store, const settings::Settings& settings)
        : persons_(stored_persons(private_store)), passed_(settings) {}

    void cell(const Cell& cell, std::string_view text) {
        if (full() || text.empty()) return;
        if (cell.row != row_ || cell.table != table_) {
            row_ = cell.row, table_ = cell.table;
            own_names_.clear();
        }
        if (holds_json(cell.table, cell.column)) {
            const json value = json::parse(text, nullptr, false);
            if (!value.is_discarded()) return walk(value, cell, "", about_one_enterprise(cell.table));
        }
        look(text, cell, "", sort_of(cell.table, cell.column), about_one_enterprise(cell.table));
    }

    void file(const std::filesystem::path& path, const std::string& shown_name) {
        if (full()) return;
        std::ifstream stream(path, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        const bool written_by_hand = path.extension() == ".md" || path.extension() == ".tpl";
        if (text.size() > longest_text) return unreadable(shown_name, "超过 1 MiB 的文件，无法审查");
        if (text::is_utf8(text, text::Nul::allowed))
            look_at_file(text, shown_name);
        else if (written_by_hand)
            unreadable(shown_name, "不是 UTF-8 编码的文件，无法审查");
    }

    /// The findings; of a copied text only when its original has none.
    std::vector<GateFinding> take() {
        std::vector<GateFinding> told;
        for (Found& found : found_)
            if (found.finding.table == "correction") found.finding.advice = hide_former;
        for (Found& found : found_)
            if (!found.copy || !originals_.contains(found.text)) told.push_back(std::move(found.finding));
        return told;
    }

  private:
    struct Found {
        GateFinding finding;
        std::string text;
        bool copy = false;
    };

    bool full() const { return found_.size() >= most_findings; }

    void walk(const json& value, const Cell& cell, std::string_view key, bool one_enterprise) {
        if (value.is_string()) {
            const auto& text = value.get_ref<const std::string&>();
            const bool own_object = one_enterprise && cell.table == "body" && key == "name";
            look(text, cell, key,
                 own_object ? ColumnSort::enterprise_name : sort_of(cell.table, key.empty() ? cell.column : key),
                 one_enterprise);
        } else if (value.is_object()) {
            for (const auto& [name, inner] : value.items()) {
                look(name, cell, key, ColumnSort::text, false);  // an unknown column's own heading
                const bool inside = !key.empty() && (cell.column == "cells" || is_part_of_a_cell(name));
                walk(inner, cell, inside ? key : std::string_view(name), one_enterprise);
            }
        } else if (value.is_array()) {
            for (const json& inner : value)
                walk(inner, cell, key, one_enterprise || (cell.table == "body" && key == "objects"));
        }  // numbers are this program's own: counts, ids, what a quantity's text was read as
    }

    void look(std::string_view text, const Cell& cell, std::string_view key, ColumnSort sort, bool one_enterprise) {
        if (text.size() > longest_text)
            return unreadable(place_of(cell.table, cell.column, key, cell.row), "文字过长，无法审查");
        const std::string_view name = key.empty() ? cell.column : key;
        if (name == "inspectors" && is_pseudonym(text)) return;
        if (is_digest(name, text)) return;
        const std::vector<PrivateFinding> findings = find_private(text, sort, one_enterprise, persons_);
        if (sort == ColumnSort::enterprise_name && findings.empty()) own_names_.emplace_back(text);
        for (const PrivateFinding& finding : findings) {
            if (passed_.contains(text, finding) ||
                (sort != ColumnSort::enterprise_name && within_own_name(text, finding, cell)))
                continue;
            const bool copy = copied(cell.table, cell.column);
            std::string whole(text), place = place_of(cell.table, cell.column, key, cell.row);
            if (!told_.insert(finding.what + finding.masked + (copy ? whole : place)).second) continue;
            if (!copy) originals_.insert(whole);
            found_.push_back(
                {{std::move(place), "", finding.what, finding.masked, finding.held, std::string(cell.table), cell.row},
                 std::move(whole),
                 copy});
            if (full()) return;
        }
    }

    /// A person's name that is part of the name of the enterprise the row is about, wherever the row says it.
    bool within_own_name(std::string_view text, const PrivateFinding& finding, const Cell& cell) {
        if (!finding.what.starts_with("检查人员姓名")) return false;
        if (cell.table == "body") return texts_with_own_name_.contains(std::string(text));
        const std::size_t length = finding.last - finding.first;
        for (const std::string& name : own_names_)
            for (std::size_t at = text.find(name); at != text.npos && at <= finding.first; at = text.find(name, at + 1))
                if (name.size() > length && finding.last <= at + name.size()) {
                    if (texts_with_own_name_.size() < most_passed_texts) texts_with_own_name_.emplace(text);
                    return true;
                }
        return false;
    }

    void look_at_file(const std::string& text, const std::string& shown_name) {
        std::vector<std::pair<std::size_t, std::size_t>> told;
        const MarkedUpText marked_up = without_markup(text);
        const auto tell = [&](std::string_view looked_at, auto place) {
            for (const PrivateFinding& finding : find_private(looked_at, ColumnSort::text, false, persons_)) {
                const std::size_t first = place(finding.first), last = place(finding.last - 1) + 1;
                const bool known = std::any_of(told.begin(), told.end(), [&](const auto& range) {
                    return range.first < last && first < range.second;
                });
                if (known || full()) continue;
                told.emplace_back(first, last);
                if (passed_.contains(looked_at, finding)) continue;
                found_.push_back({{shown_name + " 第" + std::to_string(line_at(text, first)) + "行", "", finding.what,
                                   finding.masked, finding.held, "", 0},
                                  "",
                                  false});
            }
        };
        tell(text, [](std::size_t byte) { return byte; });
        tell(marked_up.seen, [&](std::size_t byte) { return static_cast<std::size_t>(marked_up.from[byte]); });
    }

    void unreadable(const std::string& place, const char* why) {
        found_.push_back({{place, "", why, "", true, "", 0}, "", false});
    }

    KnownPersons persons_;
    PassedTexts passed_;
    std::vector<Found> found_;
    std::unordered_set<std::string> originals_, told_, texts_with_own_name_;
    std::string table_;
    std::int64_t row_ = -1;
    std::vector<std::string> own_names_;  // of the row: its enterprise, former names
};

}  // namespace

std::vector<GateFinding> privacy_gate(records::PublicWriter& writer, const std::vector<std::filesystem::path>& content,
                                      records::PrivateStore& private_store, const settings::Settings& settings) {
    Gate gate(private_store, settings);
    writer.each_cell([&](std::string_view table, std::string_view column, std::int64_t row, std::string_view text) {
        gate.cell({table, column, row}, text);
    });
    for (const std::filesystem::path& folder : content) {
        if (!std::filesystem::is_directory(folder)) continue;
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.is_regular_file()) files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const std::filesystem::path& file : files)
            gate.file(file, (folder.filename() / file.lexically_relative(folder)).generic_string());
    }
    return gate.take();
}

}  // namespace publish
