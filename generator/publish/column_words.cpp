#include "generator/publish/column_words.h"

#include <algorithm>

#include "generator/pages/wording.h"
#include "records/result_codes.h"

namespace publish {

namespace {

/// Fills a list column by column, so that each function below reads as the list it is.
class Columns {
  public:
    Columns& text(const char* field, const std::string& words) { return add(field, words); }
    Columns& day(const char* field, const std::string& iso) { return add(field, pages::date_words(iso)); }
    Columns& texts(const char* field, const std::vector<std::string>& words) {
        return add(field, pages::joined(words));
    }
    Columns& number(const char* field, const std::optional<std::int64_t>& value) {
        return add(field, value ? std::to_string(*value) : std::string());
    }
    Columns& yes_no(const char* field, bool value) { return add(field, value ? "是" : "否"); }
    AllColumns take() { return std::move(all_); }

  private:
    Columns& add(const char* field, std::string words) {
        all_.push_back({field, std::move(words)});
        return *this;
    }
    AllColumns all_;
};

/// 检查结果 as its page says it: the words of the code table, and the office's own where they say something else.
std::string outcome_words(const records::ResultFacts& result) {
    std::vector<std::string> terms;
    for (const std::string& code : result.codes)
        if (const records::ResultCode* known = records::result_code(code)) terms.emplace_back(known->term);
    const std::string words = pages::joined(terms, "；");
    if (words.empty() || words == result.outcome) return result.outcome;
    return result.outcome.empty() ? words : words + "（" + result.outcome + "）";
}

const std::string& words_of(const AllColumns& columns, const std::string& field) {
    static const std::string none;
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const ColumnWords& column) { return column.field == field; });
    return found == columns.end() ? none : found->words;
}

}  // namespace

AllColumns column_words(const records::ResultFacts& result, const std::map<records::Id, std::string>& departments) {
    const auto department = result.department ? departments.find(*result.department) : departments.end();
    return Columns()
        .text("outcome", outcome_words(result))
        .text("problem", result.problem)
        .text("agency", result.agency)
        .text("department_name", department == departments.end() ? std::string() : department->second)
        .text("methods", pages::methods_words(result.methods))
        .day("inspected_on", result.inspected_on)
        .day("finished_on", result.finished_on)
        .day("produced_on", result.produced_on)
        .day("entered_on", result.entered_on)
        .day("audited_on", result.audited_on)
        .day("published_on", result.published_on)
        .text("signature", result.signature)
        .text("cooperation", result.cooperation)
        .text("record_form", result.record_form)
        .text("disposal", result.disposal)
        .text("conclusion_source", result.conclusion_source)
        .day("expires_on", result.expires_on)
        .text("note", result.note)
        .take();
}

AllColumns column_words(const records::FollowUpFacts& follow_up) {
    return Columns()
        .text("state", follow_up.state)
        .text("measure", follow_up.measure)
        .text("transfer", follow_up.transfer)
        .text("transferred_to", follow_up.transferred_to)
        .day("arose_on", follow_up.arose_on)
        .day("handled_on", follow_up.handled_on)
        .day("finished_on", follow_up.finished_on)
        .day("published_on", follow_up.published_on)
        .text("outcome", follow_up.outcome)
        .text("revisit", follow_up.revisit)
        .text("agency", follow_up.agency)
        .text("note", follow_up.note)
        .take();
}

AllColumns column_words(const records::PenaltyFacts& penalty) {
    return Columns()
        .text("decision_number", penalty.decision_number)
        .text("violation", penalty.violation)
        .text("content", penalty.content)
        .text("category", penalty.category)
        .text("amount", penalty.amount)
        .text("agency", penalty.agency)
        .day("decided_on", penalty.decided_on)
        .day("published_on", penalty.published_on)
        .day("expires_on", penalty.expires_on)
        .text("note", penalty.note)
        .take();
}

AllColumns column_words(const records::DrawFacts& draw) {
    return Columns()
        .text("title", draw.title)
        .text("agency", draw.agency)
        .day("drawn_at", draw.drawn_at)
        .text("method", draw.method)
        .text("scope", draw.scope)
        .number("population", draw.population)
        .number("target", draw.target)
        .text("ratio", draw.ratio)
        .text("draw_type", draw.draw_type)
        .number("inspectors_drawn", draw.inspectors_drawn)
        .text("matching", draw.matching)
        .day("confirmed_on", draw.confirmed_on)
        .day("trained_on", draw.trained_on)
        .day("notified_on", draw.notified_on)
        .text("witnesses", draw.witnesses)
        .yes_no("list_public", draw.list_public)
        .day("reveal_on", draw.reveal_on)
        .text("document_number", draw.document_number)
        .day("published_on", draw.published_on)
        .text("note", draw.note)
        .take();
}

AllColumns column_words(const records::DrawnObject& row) {
    return Columns().text("authority", row.authority).texts("inspectors", row.inspectors).text("note", row.note).take();
}

AllColumns column_words(const records::ObjectFacts& object) {
    return Columns().text("name", object.name).take();
}

AllColumns column_words(const records::Edition& edition) {
    const records::DocumentHead& head = edition.head;
    return Columns()
        .text("title", head.title)
        .text("index_number", head.index_number)
        .text("document_number", head.document_number)
        .text("issuer", head.issuer)
        .day("written_on", head.written_on)
        .day("published_on", head.published_on)
        .day("valid_until", head.valid_until)
        .day("abolished_on", head.abolished_on)
        .text("platform", head.platform)
        .text("basis", head.basis)
        .text("note", head.note)
        .text("reason", edition.reason)
        .take();
}

AllColumns column_words(const records::Cells& cells) {
    AllColumns all;
    for (const auto& [field, value] : cells.values) all.push_back({field, value.text});
    return all;
}

AllColumns column_words(const records::RuleFacts& rule) {
    return Columns()
        .text("document", rule.document)
        .text("document_number", rule.document_number)
        .text("clause", rule.clause)
        .text("requirement", rule.requirement)
        .text("kind", rule.kind)
        .text("subject", rule.subject)
        .text("start_event", rule.start_event)
        .number("length", rule.length)
        .text("unit", rule.unit)
        .text("fixed_date", rule.fixed_date)
        .text("numerator", rule.numerator)
        .text("denominator", rule.denominator)
        .text("threshold", rule.threshold)
        .text("exception", rule.exception)
        .text("excepted", rule.excepted)
        .day("effective_on", rule.effective_on)
        .day("ended_on", rule.ended_on)
        .yes_no("machine_judged", rule.machine_judged)
        .take();
}

AllColumns column_words(const records::DeclaredFigure& figure) {
    return Columns()
        .number("value", figure.value)
        .day("as_of", figure.as_of)
        .text("source", figure.source)
        .text("note", figure.note)
        .take();
}

AllColumns column_words(const records::RuleException& exception) {
    return Columns()
        .text("reason", exception.reason)
        .text("basis", exception.basis)
        .day("decided_on", exception.decided_on)
        .take();
}

std::vector<ChangedColumn> changed_columns(const AllColumns& before, const AllColumns& after) {
    std::vector<ChangedColumn> changed;
    const auto add = [&](const std::string& field) {
        const std::string &old = words_of(before, field), &now = words_of(after, field);
        if (old != now) changed.push_back({field, old, now});
    };
    for (const ColumnWords& column : after) add(column.field);
    for (const ColumnWords& column : before)
        if (std::none_of(after.begin(), after.end(),
                         [&](const ColumnWords& other) { return other.field == column.field; }))
            add(column.field);
    return changed;
}

}  // namespace publish
