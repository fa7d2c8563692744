#include "generator/output/xlsx_writer.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>

#include "generator/output/errors.h"

namespace output {
namespace {

constexpr lxw_row_t most_rows = 1'048'576;
constexpr std::size_t most_units = 32'767;  // UTF-16 units a cell may hold
constexpr std::size_t most_name_units = 31;
constexpr std::uint8_t a4 = 9;  // ECMA-376 18.3.1.63, paperSize
constexpr std::string_view cut_note = "…（超过表格单元格上限，全文见同名 CSV）";

struct Letter {
    std::string_view bytes;  // empty: not UTF-8, one byte is passed over
    std::size_t units = 1;   // UTF-16 units
};

// The character at the front of `text`, or an empty one where the bytes are not well-formed UTF-8 (RFC 3629).
Letter front(std::string_view text) {
    const auto at = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned char lead = at(0);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length == 0 || text.size() < length) return {};
    for (std::size_t index = 1; index < length; ++index)
        if ((at(index) & 0xC0) != 0x80) return {};
    if ((lead == 0xE0 && at(1) < 0xA0) || (lead == 0xED && at(1) > 0x9F) || (lead == 0xF0 && at(1) < 0x90) ||
        (lead == 0xF4 && at(1) > 0x8F))
        return {};
    return {text.substr(0, length), length == 4 ? 2u : 1u};
}

// Well-formed UTF-8 without what XML 1.0 cannot hold, of at most `units` UTF-16 units; cut texts end with `note`.
std::string fitting(std::string_view text, std::size_t units, std::string_view note) {
    std::string result;
    std::size_t used = 0, kept = 0;  // kept: length of the result that leaves room for the note
    const std::size_t room = units - std::min(units, note.size());
    while (!text.empty()) {
        Letter letter = front(text);
        const std::size_t passed = std::max<std::size_t>(letter.bytes.size(), 1);
        const bool control = passed == 1 && static_cast<unsigned char>(text[0]) < 0x20 && text[0] != '\t' &&
                             text[0] != '\n' && text[0] != '\r';
        if (letter.bytes.empty() || control || letter.bytes == "\uFFFE" || letter.bytes == "\uFFFF")
            letter.bytes = "\uFFFD";
        if (used + letter.units > units) return result.substr(0, kept) + std::string(note);
        result += letter.bytes;
        used += letter.units;
        if (used <= room) kept = result.size();
        text.remove_prefix(passed);
    }
    return result;
}

std::string sheet_name(std::string_view wanted, int part) {
    std::string name;
    for (const char letter : wanted)
        if (std::string_view("[]:*?/\\'").find(letter) == std::string_view::npos) name += letter;
    const std::string tail = part > 1 ? "(" + std::to_string(part) + ")" : "";
    name = fitting(name, most_name_units - tail.size(), "") + tail;
    return name.empty() ? "Sheet" : name;
}

}  // namespace

struct XlsxWriter::Book {
    std::filesystem::path file;
    lxw_workbook* book = nullptr;
    lxw_format *bold = nullptr, *paper = nullptr, *paper_head = nullptr;  // the last two: for_paper
    lxw_worksheet* page = nullptr;
    XlsxSheet sheet;
    int part = 1;
    lxw_row_t row = 0;
    lxw_col_t column = 0;

    Book() = default;
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;
    ~Book() {
        if (book != nullptr) lxw_workbook_free(book);  // given up: nothing is written
    }

    void check(lxw_error error, const char* doing) const {
        if (error == LXW_NO_ERROR) return;
        throw Failed(std::string("无法") + doing + "：" + file.string() + "（" + lxw_strerror(error) +
                     "）。请检查磁盘空间和写入权限。");
    }

    void begin_page() {
        page = workbook_add_worksheet(book, sheet_name(sheet.name, part).c_str());
        if (page == nullptr) throw Failed("无法新建工作表“" + sheet.name + "”（名称重复？）：" + file.string());
        row = column = 0;
        worksheet_freeze_panes(page, 1, 0);
        if (sheet.for_paper) {
            worksheet_set_paper(page, a4);
            worksheet_fit_to_pages(page, 1, 0);
            worksheet_repeat_rows(page, 0, 0);
        }
        worksheet_ignore_errors(page, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");  // codes are text on purpose
        for (const XlsxColumn& head : sheet.columns) {
            if (head.width > 0) worksheet_set_column(page, column, column, head.width, nullptr);
            check(worksheet_write_string(page, 0, column++, fitting(head.title, most_units, cut_note).c_str(),
                                         sheet.for_paper ? paper_head : bold),
                  "写入表头");
        }
        row = 1;
        column = 0;
    }

    lxw_format* cell_format() const { return sheet.for_paper ? paper : nullptr; }

    // What for_paper asks for; formats cost bytes in every workbook, so they are made when the first sheet wants them.
    void need_paper() {
        if (!sheet.for_paper || paper != nullptr) return;
        for (lxw_format** format : {&paper, &paper_head}) {
            *format = workbook_add_format(book);
            format_set_text_wrap(*format);
            format_set_align(*format, LXW_ALIGN_VERTICAL_TOP);
            format_set_border(*format, LXW_BORDER_THIN);
        }
        format_set_bold(paper_head);
    }

    // The next cell's place; a table too long for one sheet goes on in another.
    lxw_col_t next_cell() {
        if (row == most_rows) {
            ++part;
            begin_page();
        }
        return column++;
    }
};

XlsxWriter::XlsxWriter(const std::filesystem::path& file, const XlsxSheet& sheet, std::chrono::sys_days created)
    : book_(std::make_unique<Book>()) {
    book_->file = file;
    std::string folder = file.parent_path().empty() ? "." : file.parent_path().string();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    book_->book = workbook_new_opt(file.c_str(), &options);
    if (book_->book == nullptr) throw Failed("无法新建表格文件：" + file.string());
    lxw_doc_properties properties{};
    properties.created = std::chrono::system_clock::to_time_t(created);
    if (properties.created == 0) properties.created = 1;  // 0 would mean the clock
    workbook_set_properties(book_->book, &properties);
    book_->bold = workbook_add_format(book_->book);
    format_set_bold(book_->bold);
    this->sheet(sheet);
}

XlsxWriter::~XlsxWriter() = default;

void XlsxWriter::sheet(const XlsxSheet& next) {
    book_->sheet = next;
    book_->part = 1;
    book_->need_paper();
    book_->begin_page();
}

void XlsxWriter::text(std::string_view cell) {
    if (cell.empty()) return empty();
    const lxw_col_t column = book_->next_cell();
    const std::string fit = fitting(cell, most_units, cut_note);
    book_->check(worksheet_write_string(book_->page, book_->row, column, fit.c_str(), book_->cell_format()),
                 "写入单元格");
}

void XlsxWriter::number(double cell) {
    if (!std::isfinite(cell)) return empty();
    const lxw_col_t column = book_->next_cell();
    book_->check(worksheet_write_number(book_->page, book_->row, column, cell, book_->cell_format()), "写入单元格");
}

void XlsxWriter::empty() {
    const lxw_col_t column = book_->next_cell();
    if (book_->cell_format() != nullptr)
        book_->check(worksheet_write_blank(book_->page, book_->row, column, book_->cell_format()), "写入单元格");
}

void XlsxWriter::end_row() {
    ++book_->row;
    book_->column = 0;
}

void XlsxWriter::finish() {
    const lxw_error error = workbook_close(book_->book);  // frees it, whatever comes
    book_->book = nullptr;
    book_->check(error, "写完表格文件");
}

}  // namespace output
