// The facts an office publishes, as values: what import writes into portal.db and publish reads back. Dates are ISO
// texts (YYYY-MM-DD), empty when unknown. Field names and Chinese terms are those of fields.h. Knows no SQL.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "records/cells.h"

namespace records {

using Id = std::int64_t;

struct Office {          // 区县
    std::string area;    // 六位行政区划代码, its permanent address
    std::string name;    // e.g. 甲市乙区
    std::string parent;  // 上级行政区划代码
    std::string level;   // 省 市 县
    std::string issuer;  // 牵头机构全称
    bool operator==(const Office&) const = default;
};

struct Department {  // 部门
    Id id = 0;
    std::string office;  // area
    std::string name;
};

struct DocumentHead {             // 公开信息头
    std::string title;            // 标题
    std::string index_number;     // 索引号
    std::string document_number;  // 文号
    std::string issuer;           // 发布机构
    std::string written_on;       // 成文日期
    std::string published_on;     // 发布日期
    std::string valid_until;      // 有效期至
    std::string disclosure;       // 公开方式: 主动公开 依申请公开 不予公开
    std::string abolished_on;     // 作废日期
    std::string platform;         // 使用平台
    std::string basis;            // 制定依据
    std::string note;             // 备注
    bool operator==(const DocumentHead&) const = default;
};

struct ItemList {  // 随机抽查事项清单
    Id id = 0;
    std::string office;
    std::optional<Id> department;  // none: the office's joint list
    std::string name;
    bool joint = false;
};
struct Plan {  // 年度抽查工作计划
    Id id = 0;
    std::string office;
    std::optional<Id> department;  // none: the office's joint plan
    int year = 0;
    std::string name;
    std::string number;  // 抽查计划编号 as written, may be empty
    bool joint = false;
};

/// How a fact stands to the one it replaced: import leaves it empty, `import --correct --reason` fills it.
struct Correction {  // 更正
    Id replaces = 0;
    std::string reason;
    bool operator==(const Correction&) const = default;
};

struct Edition {  // 版本：原计划（原清单）或一次调整
    Id id = 0;
    Id of = 0;       // the plan or the item list
    int number = 0;  // 0 original, n the n-th adjustment
    DocumentHead head;
    std::string reason;  // 调整原因
    std::optional<Correction> correction;
};
struct EditionRow {  // 一个版本中的一行：任务或事项
    Id id = 0;
    Id edition = 0;
    Id task = 0;  // 0 in item lists
    int position = 0;
    Cells cells;
    std::optional<Correction> correction;
};

struct ObjectCode {
    std::string code, scheme, raw, flags;
};
struct ObjectFacts {   // 检查对象
    Id object = 0;     // permanent id
    std::string kind;  // 企业 个体工商户 农民专业合作社 其他主体 产品 项目 行为
    std::string name;
    std::vector<std::string> former_names;
    std::string area, area_name, trade, entity_type, field, registered_on, status, authority, capital, owner, tags;
    std::string credit_class;   // 信用风险类别: never published
    std::string private_cells;  // JSON object: never published
    std::string disclosure;
    std::optional<Correction> correction;
};

struct DrawFacts {  // 抽取
    Id id = 0;      // row
    Id draw = 0;    // permanent id
    Id task = 0;
    std::string number, title, agency, drawn_at, method, scope;
    std::optional<std::int64_t> population, target;
    std::string ratio, draw_type;
    std::optional<std::int64_t> inspectors_drawn;
    std::string matching, confirmed_on, trained_on, notified_on, witnesses;
    bool list_public = true;
    std::string reveal_on, document_number, published_on, disclosure, note;
    std::optional<Correction> correction;
};
struct DrawnObject {  // 抽查名单的一行
    Id id = 0;
    Id draw = 0, object = 0;
    int position = 0;
    std::vector<std::string> inspectors;  // pseudonyms
    std::string authority, note, disclosure;
    std::optional<Correction> correction;
};

struct ResultFacts {  // 抽查检查结果
    Id id = 0;
    Id task = 0, object = 0;
    std::optional<Id> draw, department;
    std::string item;
    std::vector<std::string> codes;  // result_codes.h
    std::string outcome, problem, agency;
    std::vector<std::string> methods;
    std::string inspected_on, finished_on, produced_on, entered_on, audited_on, published_on;
    std::string audit_state, signature, cooperation, record_form, disposal, conclusion_source;
    std::string disclosure, withheld_reason, withheld_basis, expires_on, note;
    std::string withheld_decided_by, withheld_review_on;  // 决定单位, 复审日期: never published
    std::optional<Correction> correction;
};
struct FollowUpFacts {  // 后续处置的一次进展
    Id id = 0;
    Id result = 0;
    int step = 1;
    std::string state;  // 未完结 已完结
    std::string measure, transfer, transferred_to, arose_on, handled_on, finished_on, published_on, outcome, revisit,
        agency, disclosure, withheld_reason, withheld_basis, note;
    std::string withheld_decided_by, withheld_review_on;
    std::optional<Correction> correction;
};
struct PenaltyFacts {  // 行政处罚信息摘要（市场监督管理行政处罚信息公示规定）
    Id id = 0;
    Id object = 0;
    std::optional<Id> result;
    std::string decision_number, violation, content, category, amount, agency, decided_on, published_on, expires_on;
    bool warning_only = false;  // 仅警告不公示
    std::string revoked_on, revoked_reason, disclosure, withheld_reason, withheld_basis, note;
    std::string withheld_decided_by, withheld_review_on;
    std::optional<Correction> correction;
};

struct AttachmentFacts {  // 附件: a file beside a record; its bytes lie in the portal's folder under their digest
    Id id = 0;
    std::optional<Id> plan_edition, item_list_edition, task, draw, result;  // exactly one: where it belongs
    std::string title;
    std::string type;  // pdf docx doc ofd
    std::string sha256;
    std::int64_t size = 0;  // bytes
    std::string attached_on;
    std::string reviewed_by, reviewed_on;  // 审查人: empty until a person has read it; never published without
    std::optional<Correction> correction;
};

struct InspectorFacts {  // 执法检查人员：only what may stand beside the pseudonym
    std::string pseudonym, office, department, qualification, fields, skills, status;
    bool expert = false;
    bool operator==(const InspectorFacts&) const = default;
};
struct PrivateInspector {  // in private.db only
    std::string pseudonym, name, certificate, phone, email;
};
struct CalendarDay {
    std::string day, area, kind /* off, work */, name, notice;
    int year = 0;
    bool operator==(const CalendarDay&) const = default;
};
struct RuleFacts {  // 规则; how its texts are written: docs/rules.md
    std::string office, code, document, document_number, clause, requirement, kind, subject, start_event;
    std::optional<int> length;
    std::string unit, fixed_date, numerator, denominator, threshold, exception;
    std::string excepted;                // 例外条件: which rows of the denominator are exceptions
    std::string effective_on, ended_on;  // 施行日期, 失效日期; empty: without bound
    bool machine_judged = false;
    bool operator==(const RuleFacts&) const = default;
};

}  // namespace records
