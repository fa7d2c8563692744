// The object library 检查对象名录库. Rows stream: a million of them need no more memory than one.
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "generator/import/disclosure.h"
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
           one.registered_on == other.registered_on && one.status == other.status && one.authority == other.authority &&
           one.capital == other.capital && one.owner == other.owner && one.tags == other.tags &&
           one.credit_class == other.credit_class && one.private_cells == other.private_cells &&
           one.disclosure == other.disclosure;
}

class ObjectImport {
  public:
    explicit ObjectImport(ImportRun& run) : run_(run) {}

    void row(const RowValues& row) {
        const std::string name = row.required("name");
        std::string kind = row.choice("kind");
        const bool coded = has_codes_of_its_own(kind);
        const std::vector<text::CodeReading> codes = coded ? read_codes(row) : std::vector<text::CodeReading>();
        if (name.empty() || row.has_errors()) return;
        if (coded && codes.empty())
            return row.error("code", "没有代码",
                             "企业、个体工商户等须有统一社会信用代码；产品、项目、行为请在“对象类别”一栏写明");
        if (kind.empty()) kind = kind_of_code(codes.front().code);
        const std::string owner = owner_code(row, coded);
        const auto object = coded ? by_code(row, codes) : by_name_and_owner(name, kind, owner);
        if (!object) return;
        const auto current = *object == 0 ? std::nullopt : run_.portal.current_object_record(*object);
        const auto known = current ? run_.portal.object_facts(*object) : std::nullopt;
        ObjectFacts facts = known.value_or(ObjectFacts());
        facts.correction.reset();
        read_facts(row, facts);
        facts.owner = owner;
        if (!known) facts.kind = kind;
        if (known && !row.text("kind").empty() && known->kind != kind)
            row.note("kind", "库里记作“" + known->kind + "”，类别不改", "类别随对象建立时确定");
        facts.object = *object != 0 ? *object : run_.portal.mint_object(run_.batch, facts.kind);
        const bool new_code = add_codes(facts.object, codes);
        if (known) keep_former_names(*known, *current, name, facts);
        facts.name = name;
        if (!store(row, facts, known, current) && new_code) {  // nothing new but a further code
            --run_.report.unchanged;
            ++run_.report.added;
        }
    }

  private:
    static bool has_codes_of_its_own(const std::string& kind) {
        return kind != "产品" && kind != "项目" && kind != "行为";
    }

    static std::string kind_of_code(const std::string& code) {
        return code.starts_with("92") ? "个体工商户" : code.starts_with("93") ? "农民专业合作社" : "企业";
    }

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

    /// 产品, 项目 and 行为 have no code of their own: the one in their row is their owner's.
    static std::string owner_code(const RowValues& row, bool coded) {
        for (const std::string_view field : {"owner", "code"}) {
            if (field == "code" && coded) break;
            const std::string text = row.text(field);
            if (text.empty()) continue;
            if (const text::CodeReading reading = text::read_code(text); reading.accepted()) return reading.code;
            row.note(field, "所属主体的代码不合规则，照原样保存", "请对照营业执照核对");
            return text;
        }
        return {};
    }

    /// Columns the sheet does not have keep what is known; blank cells of those it has empty them.
    void read_facts(const RowValues& row, ObjectFacts& facts) const {
        const auto take = [&](const char* field, std::string& into) {
            if (row.has_column(field)) into = row.text(field);
        };
        if (row.has_column("former_names")) facts.former_names = row.list("former_names");
        take("area", facts.area);
        if (facts.area.empty())  // the sheet as a whole says where its objects are
            if (const settings::OfficeSettings* office = run_.settings.office(run_.context.text("office")))
                facts.area = office->area;
        if (const std::string place = row.text("province") + row.text("city"); !place.empty()) facts.area_name = place;
        if (!row.text("area_name").empty() || !row.has_column("province")) take("area_name", facts.area_name);
        take("trade", facts.trade);
        take("entity_type", facts.entity_type);
        take("field", facts.field);
        if (row.has_column("registered_on")) facts.registered_on = registered_on(row);
        take("status", facts.status);
        take("authority", facts.authority);
        take("capital", facts.capital);
        take("tags", facts.tags);
        take("credit_class", facts.credit_class);
        facts.private_cells = private_cells(row, facts.private_cells);
        if (row.has_column("disclosure")) facts.disclosure = disclosure_of(row);
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
    static std::string private_cells(const RowValues& row, const std::string& known) {
        nlohmann::json cells = known.empty() ? nlohmann::json::object() : nlohmann::json::parse(known, nullptr, false);
        if (!cells.is_object()) cells = nlohmann::json::object();
        for (const std::string_view field :
             {"address", "legal_person", "contact", "phone", "email", "citizen_number"}) {
            if (row.has_column(field)) cells.erase(std::string(field));
            if (std::string text = row.text(field); !text.empty()) cells[std::string(field)] = text;
        }
        row.each_unknown([&](const std::string& header, const std::string& text) { cells["column:" + header] = text; });
        if (cells.empty()) return "{}";
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

    std::optional<Id> by_name_and_owner(const std::string& name, const std::string& kind,
                                        const std::string& owner) const {
        for (const Id id : run_.portal.objects_with_name(text::fold(name))) {
            const auto known = run_.portal.object_facts(id);
            if (known && known->kind == kind && known->owner == owner) return id;
        }
        return 0;
    }

    bool add_codes(Id object, const std::vector<text::CodeReading>& codes) {
        bool added = false;
        for (const text::CodeReading& code : codes) {
            if (run_.portal.object_with_code(code.code)) continue;
            run_.portal.add_object_code(run_.batch, object, stored_code(code));
            added = true;
        }
        return added;
    }

    /// False when the object is known just so.
    bool store(const RowValues& row, ObjectFacts& facts, const std::optional<ObjectFacts>& known,
               const std::optional<records::Portal::Current>& current) {
        const bool same = known && same_facts(*known, facts);
        if (known && !same && current->batch == run_.batch)
            row.note("code", "同一对象在本文件里出现两次，后一行为准", "前一行的名称是“" + known->name + "”");
        // The library is kept up to date (动态管理): a published entry changes with its reason, without --correct.
        if (known && !same && current->published && !run_.request.correct) {
            ++run_.report.corrected;
            facts.correction = records::Correction{current->row, "名录库动态更新"};
        } else {
            const Settled settled = run_.settle(current, same, [](const std::string&) {});
            if (settled == Settled::unchanged) return false;
            facts.correction = run_.correction(settled, current);
        }
        run_.portal.add_object_record(run_.batch, run_.keep(row), facts);
        return true;
    }

    /// A name that was on the site stays findable, whatever the sheet says of former names.
    static void keep_former_names(const ObjectFacts& known, const records::Portal::Current& current,
                                  const std::string& name, ObjectFacts& facts) {
        if (!current.published) return;
        const auto keep = [&](const std::string& former) {
            if (former != name &&
                std::find(facts.former_names.begin(), facts.former_names.end(), former) == facts.former_names.end())
                facts.former_names.push_back(former);
        };
        for (const std::string& former : known.former_names) keep(former);
        if (current.row == current.published_row) keep(known.name);  // a draft's name never was on the site
    }

    ImportRun& run_;
};

}  // namespace

KindImporter import_objects(ImportRun& run) {
    auto import = std::make_shared<ObjectImport>(run);
    return {{}, [import](const RowValues& row) { import->row(row); }, {}};
}

}  // namespace importing
