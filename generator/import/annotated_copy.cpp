#include "generator/import/annotated_copy.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "generator/import/sheet_limits.h"
#include "generator/import/spreadsheet_file.h"
#include "generator/import/xlsx_output.h"

namespace importing {
namespace {

constexpr std::size_t most_links = 10'000;     // in the list; spreadsheet programs hold 65,530
constexpr std::size_t most_comments = 10'000;  // on one sheet; the others are coloured and in the list
constexpr std::size_t most_kept_merges = 2'000;
constexpr std::uintmax_t most_bytes_with_merges = 20U << 20;  // sheets with merged areas are held in memory
const char* const list_name = "问题清单";

struct Place {
    std::uint32_t row;
    std::uint32_t column;
    friend auto operator<=>(const Place&, const Place&) = default;
};
using MessagesByPlace = std::map<Place, std::string>;

struct Looks {
    explicit Looks(XlsxOutput& output)
        : text(output.add_format()),
          bad(output.add_format()),
          title(output.add_format()),
          wrapped(output.add_format()) {
        format_set_num_format(text, "@");
        format_set_num_format(bad, "@");
        format_set_bg_color(bad, 0xFFC7CE);
        format_set_font_color(bad, 0x9C0006);
        format_set_bold(title);
        format_set_bg_color(title, 0xE7E6E6);
        format_set_text_wrap(wrapped);
        format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
    }
    lxw_format* text;
    lxw_format* bad;
    lxw_format* title;
    lxw_format* wrapped;
};

std::size_t sheet_of(const Workbook& source, const CellProblem& problem) {
    if (problem.sheet.empty()) return 0;
    const auto found = std::find_if(source.sheets.begin(), source.sheets.end(),
                                    [&](const SheetInfo& sheet) { return sheet.name == problem.sheet; });
    return static_cast<std::size_t>(found - source.sheets.begin());
}

bool overlap(const MergedArea& left, const MergedArea& right) {
    return left.first_row <= right.last_row && right.first_row <= left.last_row &&
           left.first_column <= right.last_column && right.first_column <= left.last_column;
}

// The areas the copy can keep: all, or none when they are too many, overlap, or the file is large.
std::vector<MergedArea> kept_merges(const Workbook& source, std::size_t sheet) {
    if (source.format == Workbook::Format::delimited) return {};
    if (std::filesystem::file_size(source.path) > most_bytes_with_merges) return {};
    std::vector<MergedArea> areas = read_merges(source, sheet);
    if (areas.size() > most_kept_merges) return {};
    for (std::size_t one = 0; one < areas.size(); ++one)
        for (std::size_t other = 0; other < one; ++other)
            if (overlap(areas[one], areas[other])) return {};
    return areas;
}

// One sheet of the copy, written from top to bottom.
class SheetCopy {
  public:
    SheetCopy(lxw_worksheet* sheet, const Looks& looks, std::vector<MergedArea> merges)
        : sheet_(sheet), looks_(looks), merges_(std::move(merges)) {
        for (const MergedArea& area : merges_)
            worksheet_merge_range(sheet_, area.first_row - 1, column_of(area.first_column), area.last_row - 1,
                                  column_of(area.last_column), "", looks_.text);
    }

    // Inside a merged area only its first cell shows.
    void add_problem(const CellProblem& problem) {
        if (problem.row == 0 || problem.row > limits::most_rows || problem.column > limits::most_columns) return;
        Place place{problem.row, std::max(problem.column, 1U)};
        for (const MergedArea& area : merges_)
            if (overlap(area, {place.row, place.column, place.row, place.column}))
                place = {area.first_row, area.first_column};
        std::string& message = messages_[place];
        if (message.find(problem.message) == std::string::npos)
            message += (message.empty() ? "" : "\n") + problem.message;
    }

    void write(const Row& row) {
        write_blank_problems_before({row.number, 1});
        for (const Cell& cell : row.cells) {
            if (cell.blank() || (cell.filled_down && !merges_.empty())) continue;
            const Place place{cell.row, cell.column};
            const auto problem = messages_.find(place);
            put(place, cell.text, problem == messages_.end() ? looks_.text : looks_.bad);
            if (problem == messages_.end()) continue;
            comment(place, problem->second);
            messages_.erase(problem);
        }
        write_blank_problems_before({row.number + 1, 1});
    }

    void finish() { write_blank_problems_before({limits::most_rows + 1, 1}); }

  private:
    static lxw_col_t column_of(std::uint32_t column) { return static_cast<lxw_col_t>(column - 1); }

    void put(const Place& place, const std::string& text, lxw_format* look) {
        worksheet_write_string(sheet_, place.row - 1, column_of(place.column), writable(text).c_str(), look);
    }
    void comment(const Place& place, const std::string& message) {
        if (++comments_ > most_comments) return;
        worksheet_write_comment(sheet_, place.row - 1, column_of(place.column), writable(message).c_str());
    }
    // Problems of cells with nothing in them.
    void write_blank_problems_before(const Place& end) {
        while (!messages_.empty() && messages_.begin()->first < end) {
            const auto& [place, message] = *messages_.begin();
            worksheet_write_blank(sheet_, place.row - 1, column_of(place.column), looks_.bad);
            comment(place, message);
            messages_.erase(messages_.begin());
        }
    }

    lxw_worksheet* sheet_;
    const Looks& looks_;
    std::vector<MergedArea> merges_;
    MessagesByPlace messages_;  // not yet written
    std::size_t comments_ = 0;
};

std::string place_name(const CellProblem& problem) {
    if (problem.row == 0) return "整个工作表";
    if (problem.column == 0) return "第 " + std::to_string(problem.row) + " 行";
    return column_letters(problem.column) + std::to_string(problem.row);
}

// `names` are those of the copy's sheets, by the source's order.
void write_list(lxw_worksheet* list, const Looks& looks, const Workbook& source,
                const std::vector<CellProblem>& problems, const std::map<std::size_t, std::string>& names) {
    constexpr std::array<std::pair<const char*, double>, 4> columns = {
        {{"序号", 8}, {"工作表", 24}, {"位置", 14}, {"问题", 100}}};
    for (lxw_col_t column = 0; column < columns.size(); ++column) {
        worksheet_set_column(list, column, column, columns[column].second, nullptr);
        worksheet_write_string(list, 0, column, columns[column].first, looks.title);
    }
    worksheet_freeze_panes(list, 1, 0);
    lxw_row_t row = 0;
    for (const CellProblem& problem : problems) {
        if (++row >= limits::most_rows) return;
        const std::size_t sheet = sheet_of(source, problem);
        worksheet_write_number(list, row, 0, row, looks.wrapped);
        worksheet_write_string(
            list, row, 1, writable(sheet < source.sheets.size() ? source.sheets[sheet].name : problem.sheet).c_str(),
            looks.wrapped);
        const std::string place = place_name(problem);
        if (names.contains(sheet) && problem.row > 0 && row <= most_links) {
            std::string quoted;
            for (const char letter : names.at(sheet)) quoted.append(letter == '\'' ? 2 : 1, letter);
            const std::string target = "internal:'" + quoted + "'!" + column_letters(std::max(problem.column, 1U)) +
                                       std::to_string(problem.row);
            worksheet_write_url_opt(list, row, 2, target.c_str(), nullptr, place.c_str(), nullptr);
        } else {
            worksheet_write_string(list, row, 2, place.c_str(), looks.wrapped);
        }
        worksheet_write_string(list, row, 3, writable(problem.message).c_str(), looks.wrapped);
    }
}

}  // namespace

std::filesystem::path annotated_name(const std::filesystem::path& source) {
    std::filesystem::path name = source;
    return name.replace_filename(source.stem().string() + ".问题.xlsx");
}

void write_annotated_copy(const Workbook& source, const std::vector<CellProblem>& problems,
                          const std::filesystem::path& copy) {
    std::vector<std::vector<MergedArea>> merges;
    bool any_merges = false;
    for (std::size_t sheet = 0; sheet < source.sheets.size(); ++sheet) {
        merges.push_back(kept_merges(source, sheet));
        any_merges = any_merges || !merges.back().empty();
    }
    XlsxOutput output(copy, any_merges ? XlsxOutput::Memory::whole : XlsxOutput::Memory::row_by_row);
    const Looks looks(output);
    lxw_worksheet* const list = output.add_sheet(list_name);
    std::map<std::size_t, SheetCopy> sheets;
    std::map<std::size_t, std::string> names;
    for (std::size_t sheet = 0; sheet < source.sheets.size(); ++sheet) {
        if (source.sheets[sheet].name == list_name) continue;  // the list of an earlier copy
        lxw_worksheet* const written = output.add_sheet(source.sheets[sheet].name);
        if (source.sheets[sheet].hidden) worksheet_hide(written);
        names.emplace(sheet, written->name);
        sheets.try_emplace(sheet, written, looks, std::move(merges[sheet]));
    }
    write_list(list, looks, source, problems, names);
    for (const CellProblem& problem : problems)
        if (const auto sheet = sheets.find(sheet_of(source, problem)); sheet != sheets.end())
            sheet->second.add_problem(problem);
    for (auto& [index, sheet] : sheets) {
        read_rows(source, index, [&to = sheet](Row&& row) {
            to.write(row);
            return true;
        });
        sheet.finish();
    }
    output.finish();
}

}  // namespace importing
