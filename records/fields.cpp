#include "records/fields.h"

#include <algorithm>

#include "records/field_tables.h"

namespace records {

namespace {

struct Kind {
    std::string_view name;
    std::string_view term;
    std::vector<Field> fields;
};

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> all{{"items", "抽查事项清单", item_fields()},
                                       {"plans", "抽查计划", plan_fields()},
                                       {"objects", "检查对象名录", object_fields()},
                                       {"inspectors", "执法检查人员名录", inspector_fields()},
                                       {"draws", "抽查名单", draw_fields()},
                                       {"results", "抽查检查结果", result_fields()},
                                       {"follow-ups", "后续处置", follow_up_fields()},
                                       {"penalties", "行政处罚信息", penalty_fields()},
                                       {"calendar", "节假日与调休", calendar_fields()},
                                       {"rules", "规则", rule_fields()},
                                       {"declared-figures", "申报数", declared_figure_fields()},
                                       {"rule-exceptions", "规则例外", rule_exception_fields()},
                                       {"reports", "报送记录", report_fields()},
                                       {"context", "说明", context_fields()}};
    return all;
}

const Kind* find_kind(std::string_view name) {
    const auto found =
        std::find_if(kinds().begin(), kinds().end(), [&](const Kind& kind) { return kind.name == name; });
    return found == kinds().end() ? nullptr : &*found;
}

}  // namespace

const std::vector<Field>& fields_of(std::string_view kind) {
    static const std::vector<Field> nothing;
    const Kind* found = find_kind(kind);
    return found == nullptr ? nothing : found->fields;
}

const Field* find_field(std::string_view kind, std::string_view name) {
    const std::vector<Field>& fields = fields_of(kind);
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

std::string_view kind_term(std::string_view kind) {
    const Kind* found = find_kind(kind);
    return found == nullptr ? std::string_view() : found->term;
}

std::string_view name_of(FieldType type) {
    switch (type) {
        case FieldType::text:
            return "text";
        case FieldType::code:
            return "code";
        case FieldType::date:
            return "date";
        case FieldType::moment:
            return "moment";
        case FieldType::quantity:
            return "quantity";
        case FieldType::period:
            return "period";
        case FieldType::choice:
            return "choice";
        case FieldType::yes_no:
            return "yes_no";
        case FieldType::integer:
            return "integer";
        case FieldType::list:
            return "list";
    }
    return "text";
}

}  // namespace records
