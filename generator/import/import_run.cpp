#include "generator/import/import_run.h"

#include "records/fields.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/number.h"

namespace importing {

namespace {

std::string term_of(std::string_view field) {
    const records::Field* known = records::find_field("context", field);
    return known == nullptr ? std::string(field) : std::string(known->term);
}

}  // namespace

std::string Context::text(std::string_view field) const {
    const auto found = values_.find(std::string(field));
    return found == values_.end() ? std::string() : found->second;
}

ImportRun::ImportRun(records::Portal& portal_, records::PrivateStore& private_store_,
                     const settings::Settings& settings_, const ImportRequest& request_, Context context_,
                     ImportReport& report_, Problems& problems_)
    : portal(portal_),
      private_store(private_store_),
      settings(settings_),
      request(request_),
      context(std::move(context_)),
      report(report_),
      problems(problems_) {}

void ImportRun::context_error(std::string_view field, std::string reason, std::string suggestion) {
    Problem problem;
    problem.column_name = term_of(field);
    problem.value = context.text(field);
    problem.reason = std::move(reason);
    problem.suggestion = std::move(suggestion);
    if (told_.insert(problem.column_name + "|" + problem.reason).second) problems.error(std::move(problem));
}

void ImportRun::file_note(std::string reason, std::string suggestion) {
    Problem problem;
    problem.reason = std::move(reason);
    problem.suggestion = std::move(suggestion);
    problems.note(std::move(problem));
}

std::string ImportRun::require(std::string_view field) {
    std::string value = context.text(field);
    if (value.empty())
        context_error(field, "缺少“" + term_of(field) + "”",
                      "写在工作簿的“说明”表里，或写在同名的 .toml 文件里，或加 --set " + std::string(field) + "=…");
    return value;
}

std::string ImportRun::context_date(std::string_view field) {
    const std::string value = context.text(field);
    if (value.empty()) return {};
    if (const auto date = text::parse_date(value)) return text::iso(*date);
    context_error(field, "不是一个真实的日期", "写成 2026-03-19 或 2026年3月19日");
    return {};
}

std::optional<std::int64_t> ImportRun::context_integer(std::string_view field) {
    std::string value = context.text(field);
    if (value.empty()) return std::nullopt;
    for (const std::string_view unit : {"度", "年", "户", "家", "人", "名"})  // 2026年度, 120户
        if (value.ends_with(unit)) value.resize(value.size() - unit.size());
    if (const auto number = text::parse_count(value)) return number;
    context_error(field, "不是一个数", "只写数字，如 120");
    return std::nullopt;
}

bool ImportRun::context_yes_no(std::string_view field, bool when_missing) {
    const std::string value = text::fold(context.text(field));
    if (value.empty()) return when_missing;
    if (value == "是" || value == "true" || value == "yes" || value == "1" || value == "公示" || value == "部门联合")
        return true;
    if (value == "否" || value == "false" || value == "no" || value == "0" || value == "2" || value == "不公示" ||
        value == "本部门")
        return false;
    context_error(field, "应填“是”或“否”");
    return when_missing;
}

bool ImportRun::require_office() {
    const std::string named = require("office");
    if (named.empty()) return false;
    const settings::OfficeSettings* office = settings.office(named);
    if (office == nullptr) {
        std::string known;
        for (const settings::OfficeSettings& one : settings.offices)
            known += (known.empty() ? "" : "、") + one.area + " " + one.name;
        context_error("office", "site.toml 里没有这个区县",
                      known.empty() ? "请先在 site.toml 里加一节 [[office]]" : "已有：" + known);
        return false;
    }
    area = office->area;
    portal.put_office({office->area, office->name, office->parent, office->level, office->issuer});
    find_department(*office);
    keep_contact();
    return true;
}

void ImportRun::find_department(const settings::OfficeSettings& office) {
    for (const std::string& name : office.departments) portal.department(area, name);
    const std::string name = context.text("department");
    if (name.empty()) return;
    const bool known = portal.find_department(area, name).has_value();
    department = portal.department(area, name);
    if (known || office.departments.empty()) return;
    std::string departments;
    for (const std::string& one : office.departments) departments += (departments.empty() ? "" : "、") + one;
    file_note("“" + name + "”是新的部门", "site.toml 里的成员单位有：" + departments);
}

void ImportRun::keep_contact() {
    const records::Contact contact{area, context.text("department"), context.text("contact"), context.text("phone"),
                                   context.text("email")};
    if (!contact.name.empty() || !contact.phone.empty() || !contact.email.empty()) private_store.put_contact(contact);
}

bool ImportRun::require_joint_or_department() {
    if (!context.text("department").empty() || !context.text("joint").empty()) return true;
    context_error("department", "缺少“部门”，也没有写“是否部门联合”",
                  "部门的写 --set department=部门全称，部门联合的写 --set joint=是（也可写在“说明”表或 .toml 文件里）");
    return false;
}

void ImportRun::begin_sheet(std::string_view name, std::string_view header_json) {
    sheet_ = portal.add_sheet(batch, name, header_json);
}

records::Id ImportRun::keep(const RowValues& row) {
    return portal.add_source_row(sheet_, row.number(), row.raw_json());
}

Settled ImportRun::settle(const std::optional<records::Portal::Current>& current, bool same,
                          const std::function<void(std::string)>& refuse) {
    if (!current) {
        ++report.added;
        return Settled::add;
    }
    // A correction published earlier may show what must not be shown: hiding it is a correction without a new value.
    if (same && !(request.hide_former && current->corrected)) {
        ++report.unchanged;
        return Settled::unchanged;
    }
    if (!current->published) {
        ++report.replaced_drafts;
        return Settled::overlay;
    }
    if (request.correct) {
        ++report.corrected;
        return Settled::correct;
    }
    refuse("这一行已经公布，与公布的内容不同");
    return Settled::refused;
}

std::optional<records::Correction> ImportRun::correction(Settled settled,
                                                         const std::optional<records::Portal::Current>& current) const {
    if (settled != Settled::correct || !current) return std::nullopt;
    return records::Correction{current->row, request.reason};
}

}  // namespace importing
