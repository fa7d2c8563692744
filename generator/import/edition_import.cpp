#include "generator/import/edition_import.h"

#include "records/errors.h"
#include "text/document_number.h"
#include "text/fold.h"
#include "text/number.h"

namespace importing {

namespace {

/// 公开方式 decides whether the edition is seen at all, so an unknown word stops the import.
std::string disclosure(ImportRun& run) {
    const std::string text = run.context.text("disclosure");
    for (const std::string_view word : {"主动公开", "依申请公开", "不予公开"})
        if (text::fold(text) == text::fold(word)) return std::string(word);
    if (!text.empty()) run.context_error("disclosure", "不认识的公开方式", "应是 主动公开、依申请公开 或 不予公开");
    return text;
}

void check_document_number(ImportRun& run, const std::string& number) {
    if (number.empty() || text::parse_document_number(number)) return;
    run.file_note("文号“" + number + "”不是通常的写法，照原样保存", "通常写作 某办〔2026〕3号");
}

}  // namespace

std::optional<int> edition_number(std::string_view text) {
    std::string folded = text::fold(text);
    for (const std::string_view original : {"原计划", "原清单", "原版", "原始", "首版", "初始"})
        if (folded == text::fold(original)) return 0;
    for (const std::string_view word : {"调整后", "第", "次", "调整", "版"})
        for (std::size_t at; (at = folded.find(word)) != folded.npos;) folded.erase(at, word.size());
    const auto number = text::parse_count(folded);
    return number && *number >= 0 && *number < 1000 ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

records::Edition read_edition(ImportRun& run) {
    records::Edition edition;
    const std::string number = run.require("edition");
    const auto read = edition_number(number);
    if (!number.empty() && !read) run.context_error("edition", "看不出是哪一版", "写“原计划”或“第1次调整”");
    edition.number = read.value_or(0);
    records::DocumentHead& head = edition.head;
    head.title = run.require("title");
    head.index_number = run.context.text("index_number");
    head.document_number = run.context.text("document_number");
    head.issuer = run.require("issuer");
    head.written_on = run.context_date("written_on");
    if (!run.require("published_on").empty()) head.published_on = run.context_date("published_on");
    head.valid_until = run.context_date("valid_until");
    head.abolished_on = run.context_date("abolished_on");
    run.require("disclosure");
    head.disclosure = disclosure(run);
    head.platform = run.context.text("platform");
    head.basis = run.context.text("basis");
    head.note = run.context.text("note");
    edition.reason = edition.number > 0 ? run.require("reason") : run.context.text("reason");
    check_document_number(run, head.document_number);
    if (!head.written_on.empty() && !head.published_on.empty() && head.published_on < head.written_on)
        run.context_error("published_on", "发布日期早于成文日期", "请核对两个日期");
    if (const std::string before = run.context.text("predecessor"); !before.empty() && edition.number > 0) {
        const auto number_before = edition_number(before);
        if (number_before != edition.number - 1)
            run.context_error("predecessor", "上一版本与版本对不上",
                              "第" + std::to_string(edition.number) + "次调整的上一版应是" +
                                  (edition.number == 1 ? "原计划" : "第" + std::to_string(edition.number - 1) + "次调整"));
    }
    return edition;
}

bool take_back_draft(ImportRun& run, const std::optional<records::Portal::Current>& edition) {
    if (!edition || edition->published || edition->batch == run.batch) return false;
    try {
        run.portal.undo_batch(edition->batch);
    } catch (const records::Refused&) {
        return false;
    }
    run.file_note("替换了草稿批次 " + std::to_string(edition->batch) + " 里的同一版");
    return true;
}

}  // namespace importing
