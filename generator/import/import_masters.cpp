// Master data that is kept up to date rather than recorded: inspectors, the holiday calendar.
#include <memory>

#include "generator/import/import_run.h"
#include "generator/import/once.h"
#include "text/fold.h"

namespace importing {

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : "、") + word;
    return text;
}

/// Whether private.db already has this person with this telephone and mail (left blank they say nothing).
bool knows(ImportRun& run, const records::PrivateInspector& person) {
    const auto pseudonym = run.private_store.find_pseudonym(run.area, person.name, person.certificate);
    const auto known = pseudonym ? run.private_store.inspector(*pseudonym) : std::nullopt;
    return known && (person.phone.empty() || person.phone == known->phone) &&
           (person.email.empty() || person.email == known->email);
}

void import_inspector(ImportRun& run, const RowValues& row, Once& once) {
    if (run.area.empty()) return;
    const std::string name = row.required("name");
    const std::string certificate = row.text("certificate");
    if (name.empty()) return;
    if (certificate.empty() && once.seen(row, "name", text::fold(name) + "|", "同名又没有执法证号的人")) return;
    if (!certificate.empty() && once.seen(row, "certificate", text::fold(certificate), "这个执法证号")) return;
    records::InspectorFacts facts;
    facts.department = row.text("department");
    if (facts.department.empty()) facts.department = run.context.text("department");
    if (facts.department.empty()) row.error("department", "没有写明部门");
    if (row.has_errors()) return;
    facts.office = run.area;
    facts.qualification = row.text("qualification");
    facts.fields = joined(row.list("fields"));
    facts.skills = joined(row.list("skills"));
    facts.expert = row.yes_no("expert", false);
    facts.status = row.choice("status").empty() ? "在岗" : row.choice("status");
    const bool same_contact = knows(run, {"", name, certificate, row.text("phone"), row.text("email")});
    facts.pseudonym =
        run.private_store.pseudonym_for(run.area, {"", name, certificate, row.text("phone"), row.text("email")});
    run.keep(row);
    const bool changed = run.portal.put_inspector(run.batch, facts);
    run.count_master(changed || !same_contact);
}

/// 适用行政区划代码: a code, or the name of an office we know; empty: the whole country. A code of any area is taken, a
/// holiday may be a prefecture's that has no office here.
std::string area_of(ImportRun& run, const RowValues& row) {
    const std::string text = row.text("area");
    const bool digits = text.find_first_not_of("0123456789") == text.npos;
    if (text.empty() || (digits && text.size() == 6)) return text;
    for (const records::Office& office : run.portal.offices())
        if (text::fold(office.name) == text::fold(text)) return office.area;
    row.error("area", "“" + text + "”不是六位行政区划代码，也不是已登记区县的名称", "全国通用的留空");
    return {};
}

void import_day(ImportRun& run, const RowValues& row, Once& once) {
    records::CalendarDay day;
    row.required("day");
    day.day = row.date("day");
    day.name = row.required("name");
    const std::string kind = text::fold(row.required("kind"));
    if (kind == "放假" || kind == "休息" || kind == "休" || kind == "off")
        day.kind = "off";
    else if (kind == "上班" || kind == "调休" || kind == "补班" || kind == "班" || kind == "work")
        day.kind = "work";
    else if (!kind.empty())
        row.error("kind", "应是“放假”或“上班”");
    day.notice = row.text("notice");
    day.area = area_of(run, row);
    const auto year = row.integer("year");
    day.year = year ? static_cast<int>(*year) : static_cast<int>(run.context_integer("year").value_or(0));
    if (day.year == 0 && !day.day.empty()) day.year = std::stoi(day.day.substr(0, 4));
    if (row.has_errors() || once.seen(row, "day", day.day + "|" + day.area, "这一天")) return;
    run.keep(row);
    run.count_master(run.portal.put_calendar_day(run.batch, day));
}

}  // namespace

KindImporter import_inspectors(ImportRun& run) {
    auto once = std::make_shared<Once>();
    return {[&run](SheetColumns&) { run.require_office(); },
            [&run, once](const RowValues& row) { import_inspector(run, row, *once); },
            {}};
}

KindImporter import_calendar(ImportRun& run) {
    auto once = std::make_shared<Once>();
    return {{}, [&run, once](const RowValues& row) { import_day(run, row, *once); }, {}};
}

}  // namespace importing
