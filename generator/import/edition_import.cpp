#include "generator/import/edition_import.h"

#include "generator/import/disclosure.h"
#include "records/errors.h"
#include "records/fields.h"
#include "text/document_number.h"
#include "text/fold.h"
#include "text/number.h"
#include "text/utf8.h"

namespace importing {

namespace {

void check_document_number(ImportRun& run, const std::string& number) {
    if (number.empty() || text::parse_document_number(number)) return;
    run.file_note("文号“" + number + "”不是通常的写法，照原样保存", "通常写作 某办〔2026〕3号");
}

/// 上一版本 must be said and must be the one before.
void check_predecessor(ImportRun& run, int number) {
    const std::string before = run.context.text("predecessor");
    if (number == 0) {
        if (!before.empty()) run.context_error("predecessor", "原计划没有上一版本", "是调整的，在“版本”里写第几次调整");
        return;
    }
    if (run.require("predecessor").empty()) return;
    if (edition_number(before) != number - 1)
        run.context_error("predecessor", "上一版本与版本对不上",
                          "第" + std::to_string(number) + "次调整的上一版应是" + edition_term(number - 1));
}

void tell_missing(ImportRun& run, const records::DocumentHead& head) {
    if (head.document_number.empty()) run.file_note("没有写“文号”", "有文号的加 --set document_number=…");
    if (head.written_on.empty() && run.context.text("written_on").empty())
        run.file_note("没有写“成文日期”", "文件上有日期的加 --set written_on=…");
}

}  // namespace

std::string edition_term(int number) {
    return number == 0 ? "原计划" : "第" + std::to_string(number) + "次调整";
}

std::optional<int> edition_number(std::string_view text) {
    std::string folded = text::fold(text);
    for (const std::string_view original : {"原计划", "原清单", "原版", "原始", "首版", "初始"})
        if (folded == text::fold(original)) return 0;
    for (const std::string_view word : {"调整后", "第", "次", "调整", "版"})
        for (std::size_t at; (at = folded.find(word)) != folded.npos;) folded.erase(at, word.size());
    const auto number = text::parse_count(folded);
    return number && *number >= 0 && *number < 1000 ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

records::Edition read_edition(ImportRun& run, const std::string& name) {
    records::Edition edition;
    const std::string number = run.require("edition");
    const auto read = edition_number(number);
    if (!number.empty() && !read) run.context_error("edition", "看不出是哪一版", "写“原计划”或“第1次调整”");
    edition.number = read.value_or(0);
    records::DocumentHead& head = edition.head;
    head.title = run.context.text("title");
    if (head.title.empty()) head.title = name;
    head.index_number = run.context.text("index_number");
    head.document_number = run.context.text("document_number");
    head.issuer = run.context.text("issuer");
    if (const auto* office = run.settings.office(run.area); head.issuer.empty() && office != nullptr)
        head.issuer = office->issuer;
    head.written_on = run.context_date("written_on");
    if (!run.require("published_on").empty()) head.published_on = run.context_date("published_on");
    head.valid_until = run.context_date("valid_until");
    head.abolished_on = run.context_date("abolished_on");
    run.require("disclosure");
    head.disclosure = disclosure_of(run);
    head.platform = run.context.text("platform");
    head.basis = run.context.text("basis");
    head.note = run.context.text("note");
    edition.reason = edition.number > 0 ? run.require("reason") : run.context.text("reason");
    check_document_number(run, head.document_number);
    if (!head.written_on.empty() && !head.published_on.empty() && head.published_on < head.written_on)
        run.context_error("published_on", "发布日期早于成文日期", "请核对两个日期");
    if (!number.empty() && read) check_predecessor(run, edition.number);
    tell_missing(run, head);
    return edition;
}

std::string changed_cells(std::string_view kind, const records::Cells& published, const records::Cells& now) {
    constexpr std::size_t longest = 40;
    std::string changes;
    const auto compare = [&](const std::string& name) {
        const std::string_view before = published.text(name), after = now.text(name);
        if (before == after) return;
        const records::Field* field = records::find_field(kind, name);
        const std::string term = field != nullptr ? std::string(field->term) : name.substr(name.find(':') + 1);
        changes += (changes.empty() ? "" : "；") + term + "：公布的是“" + std::string(text::truncate(before, longest)) +
                   "”，表里是“" + std::string(text::truncate(after, longest)) + "”";
    };
    for (const auto& [name, value] : published.values) compare(name);
    for (const auto& [name, value] : now.values)
        if (published.find(name) == nullptr) compare(name);
    return changes.empty() ? "各列的次序不同" : changes;
}

std::string changed_head(const records::DocumentHead& published, const records::DocumentHead& now) {
    std::string changes;
    const auto compare = [&](const char* term, const std::string& before, const std::string& after) {
        if (before != after) changes += (changes.empty() ? "" : "、") + std::string(term);
    };
    compare("标题", published.title, now.title);
    compare("索引号", published.index_number, now.index_number);
    compare("文号", published.document_number, now.document_number);
    compare("发布机构", published.issuer, now.issuer);
    compare("成文日期", published.written_on, now.written_on);
    compare("发布日期", published.published_on, now.published_on);
    compare("有效期至", published.valid_until, now.valid_until);
    compare("作废日期", published.abolished_on, now.abolished_on);
    compare("公开方式", published.disclosure, now.disclosure);
    compare("使用平台", published.platform, now.platform);
    compare("制定依据", published.basis, now.basis);
    compare("备注", published.note, now.note);
    return changes.empty() ? "调整原因" : changes;
}

bool take_back_draft(ImportRun& run, const std::optional<records::Portal::Current>& edition) {
    if (!edition || edition->published || edition->batch == run.batch || edition->batch == run.same_file) return false;
    try {
        run.portal.undo_batch(edition->batch);
    } catch (const records::Refused&) {
        return false;
    }
    run.file_note("替换了草稿批次 " + std::to_string(edition->batch) + " 里的同一版");
    return true;
}

}  // namespace importing
