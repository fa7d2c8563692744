// The object library 检查对象名录库. Rows stream: a million of them need no more memory than one.
#include <memory>
#include <nlohmann/json.hpp>

#include "generator/import/edition_import.h"
#include "generator/import/import_run.h"
#include "generator/import/object_lookup.h"
#include "text/date.h"
#include "text/fold.h"

namespace importing {

namespace {

using records::Id;
using records::ObjectFacts;

bool same_facts(const ObjectFacts& one, const ObjectFacts& other) {
    return one.kind == other.kind && one.name == other.name && one.former_names == other.former_names &&
           one.area == other.area && one.area_name == other.area_name && one.trade == other.trade &&
           one.entity_type == other.entity_type && one.field == other.field &&
           one.registered_on == other.registered_on && one.status == other.status &&
           one.authority == other.authority && one.capital == other.capital && one.owner == other.owner &&
           one.tags == other.tags && one.credit_class == other.credit_class &&
           one.private_cells == other.private_cells && one.disclosure == other.disclosure;
}

class ObjectImport {
  public:
    explicit ObjectImport(ImportRun& run) : run_(run) {}

    void row(const RowValues& row) {
        const std::string name = row.required("name");
        const std::vector<text::CodeReading> codes = read_codes(row);
        if (name.empty() || (codes.empty() && has_code_text(row))) return;
        ObjectFacts facts = read_facts(row, name, codes);
        if (codes.empty() && kind_needs_code(facts.kind))
            return row.error("code", "没有代码", "企业、个体工商户等须有统一社会信用代码；产品、项目、行为请在“对象类别”一栏写明");
        const auto object = codes.empty() ? by_name_and_owner(facts) : by_code(row, codes);
        if (!object) return;
        facts.object = *object != 0 ? *object : run_.portal.mint_object(run_.batch, facts.kind);
        add_codes(facts.object, codes);
        store(row, facts);
    }

  private:
    static bool has_code_text(const RowValues& row) {
        return !row.text("code").empty() || !row.text("registration_number").empty();
    }
    static bool kind_needs_code(const std::string& kind) { return kind != "产品" && kind != "项目" && kind != "行为"; }

    std::vector<text::CodeReading> read_codes(const RowValues& row) const {
        std::vector<text::CodeReading> codes;
        for (const std::string_view field : {"code", "registration_number"})
            if (auto code = row.code(field)) {
                if (code->old_registration_number && field == "code")
                    row.note(field, "是 15 位旧注册号，照收", "有统一社会信用代码的请补上");
                if (code->inner_check_wrong) row.note(field, "组织机构代码部分的校验位不合，照收", "请核对");
                codes.push_back(*std::move(code));
            }
        return codes;
    }

    ObjectFacts read_facts(const RowValues& row, const std::string& name,
                           const std::vector<text::CodeReading>& codes) const {
        ObjectFacts facts;
        facts.name = name;
        facts.kind = row.choice("kind");
        if (facts.kind.empty() && !codes.empty())
            facts.kind = codes.front().code.starts_with("92")   ? "个体工商户"
                         : codes.front().code.starts_with("93") ? "农民专业合作社"
                                                                : "企业";
        facts.former_names = row.list("former_names");
        facts.area = row.text("area");
        facts.area_name = row.text("area_name");
        if (facts.area_name.empty()) facts.area_name = row.text("province") + row.text("city");
        facts.trade = row.text("trade");
        facts.entity_type = row.text("entity_type");
        facts.field = row.text("field");
        facts.registered_on = registered_on(row);
        facts.status = row.text("status");
        facts.authority = row.text("authority");
        facts.capital = row.text("capital");
        facts.owner = row.text("owner");
        facts.tags = row.text("tags");
        facts.credit_class = row.text("credit_class");
        facts.private_cells = private_cells(row);
        facts.disclosure = row.choice("disclosure");
        return facts;
    }

    /// Old registers hold words such as N/A here; that is no reason to refuse an enterprise.
    static std::string registered_on(const RowValues& row) {
        const std::string text = row.text("registered_on");
        if (text.empty()) return {};
        if (const auto day = text::parse_date(text)) return text::iso(*day);
        row.note("registered_on", "不是一个真实的日期，不采用");
        return {};
    }

    /// 住所、联系人、电话 and every column that is not recognised: kept, never published.
    static std::string private_cells(const RowValues& row) {
        nlohmann::json cells = nlohmann::json::object();
        for (const std::string_view field : {"address", "legal_person", "contact", "phone", "email", "citizen_number"})
            if (std::string text = row.text(field); !text.empty()) cells[std::string(field)] = text;
        row.each_unknown([&](const std::string& header, const std::string& text) { cells["column:" + header] = text; });
        return cells.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }

    /// The object the codes belong to; 0 when none of them is known; nothing (an error) when they are two objects'.
    std::optional<Id> by_code(const RowValues& row, const std::vector<text::CodeReading>& codes) const {
        Id object = 0;
        for (const text::CodeReading& code : codes) {
            const auto known = run_.portal.object_with_code(code.code);
            if (!known) continue;
            if (object != 0 && *known != object) {
                row.error("registration_number", "两个代码在库里分属两个对象", "请核对；本程序不会自行合并");
                return std::nullopt;
            }
            object = *known;
        }
        return object;
    }

    std::optional<Id> by_name_and_owner(const ObjectFacts& facts) const {
        for (const Id id : run_.portal.objects_with_name(text::fold(facts.name))) {
            const auto known = run_.portal.object_facts(id);
            if (known && known->kind == facts.kind && known->owner == facts.owner) return id;
        }
        return 0;
    }

    void add_codes(Id object, const std::vector<text::CodeReading>& codes) {
        for (const text::CodeReading& code : codes)
            if (!run_.portal.object_with_code(code.code)) run_.portal.add_object_code(run_.batch, object, stored_code(code));
    }

    void store(const RowValues& row, ObjectFacts& facts) {
        const auto current = run_.portal.current_object_record(facts.object);
        const auto known = current ? run_.portal.object_facts(facts.object) : std::nullopt;
        const bool same = known && same_facts(*known, facts);
        if (known && !same && current->batch == run_.batch)
            row.note("code", "同一代码在本文件里出现两次，后一行为准", "前一行的名称是“" + known->name + "”");
        // The library is kept up to date (动态管理): a published entry changes with its reason, without --correct.
        if (known && !same && current->published && !run_.request.correct) {
            ++run_.report.corrected;
            keep_former_name(*known, facts);
            facts.correction = records::Correction{current->row, "名录库动态更新"};
        } else {
            const Settled settled = run_.settle(current, same, [](const std::string&) {});
            if (settled == Settled::unchanged) return;
            facts.correction = run_.correction(settled, current);
        }
        run_.portal.add_object_record(run_.batch, run_.keep(row), facts);
    }

    /// A name that was on the site stays findable.
    static void keep_former_name(const ObjectFacts& known, ObjectFacts& facts) {
        if (known.name == facts.name) return;
        for (const std::string& name : facts.former_names)
            if (name == known.name) return;
        facts.former_names.push_back(known.name);
    }

    ImportRun& run_;
};

}  // namespace

KindImporter import_objects(ImportRun& run) {
    auto import = std::make_shared<ObjectImport>(run);
    return {{}, [import](const RowValues& row) { import->row(row); }, {}};
}

}  // namespace importing
