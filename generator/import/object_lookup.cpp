#include "generator/import/object_lookup.h"

#include "text/fold.h"

namespace importing {

namespace {

using records::Id;

std::optional<Id> by_name(ImportRun& run, const RowValues& row, const std::string& name) {
    const std::vector<Id> found = run.portal.objects_with_name(text::fold(name));
    if (found.size() == 1) return found.front();
    row.error("name", found.empty() ? "对象库里没有这个名称，这一行又没有代码" : "对象库里有几个同名的对象",
              "请填写统一社会信用代码");
    return std::nullopt;
}

Id record_from_list(ImportRun& run, const RowValues& row, const std::string& name, const text::CodeReading& code) {
    std::string kind = row.choice("kind");
    if (kind.empty())
        kind = code.code.starts_with("92") ? "个体工商户" : code.code.starts_with("93") ? "农民专业合作社" : "企业";
    const Id object = run.portal.mint_object(run.batch, kind);
    run.portal.add_object_code(run.batch, object, stored_code(code));
    records::ObjectFacts facts;
    facts.object = object;
    facts.kind = kind;
    facts.name = name;
    facts.authority = row.text("authority");
    facts.private_cells = "{}";
    run.portal.add_object_record(run.batch, 0, facts);
    ++run.recorded_objects;
    return object;
}

}  // namespace

records::ObjectCode stored_code(const text::CodeReading& reading) {
    std::string flags;
    const auto add = [&](bool set, const char* flag) {
        if (set) flags += (flags.empty() ? "" : ",") + std::string(flag);
    };
    add(reading.lower_case, "lower_case");
    add(reading.full_width, "full_width");
    add(reading.old_registration_number, "old_registration_number");
    add(reading.inner_check_wrong, "inner_check_wrong");
    add(reading.also_citizen_number, "also_citizen_number");
    const bool unified = reading.scheme == text::CodeReading::Scheme::unified;
    return {reading.code, unified ? "unified" : "registration15", reading.raw, flags};
}

std::optional<Id> find_object(ImportRun& run, const RowValues& row, UnknownObject when_unknown) {
    const std::string name = row.required("name");
    if (row.text("code").empty()) return name.empty() ? std::nullopt : by_name(run, row, name);
    const auto code = row.code("code");
    if (!code || name.empty()) return std::nullopt;
    const auto known = run.portal.object_with_code(code->code);
    if (!known) {
        if (when_unknown == UnknownObject::record) return record_from_list(run, row, name, *code);
        row.error("code", "对象库里没有这个代码", "请先导入 objects，或核对代码");
        return std::nullopt;
    }
    const auto facts = run.portal.object_facts(*known);
    if (facts && text::fold(facts->name) != text::fold(name)) {
        bool former = false;
        for (const std::string& one : facts->former_names) former = former || text::fold(one) == text::fold(name);
        if (!former)
            row.note("name", "与对象库里的名称“" + facts->name + "”不同，按代码认定为同一对象",
                     "若是更名，请在 objects 里写明曾用名");
    }
    return known;
}

}  // namespace importing
