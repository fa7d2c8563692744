#include "records/portal_schema.h"

namespace records {

// Facts of results and what followed them.
const char* const portal_result_tables = R"sql(
CREATE TABLE result(                    -- 抽查检查结果
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL,                    -- task | object | folded item
  task INTEGER NOT NULL REFERENCES task,
  draw INTEGER REFERENCES draw,
  object INTEGER NOT NULL REFERENCES object,
  item TEXT NOT NULL,                   -- 检查事项
  codes TEXT NOT NULL,                  -- JSON array of result codes (records/result_codes.h)
  outcome TEXT NOT NULL,                -- 检查结果 as written
  problem TEXT NOT NULL,                -- 发现的问题
  agency TEXT NOT NULL,                 -- 检查机关
  department INTEGER REFERENCES department,
  methods TEXT NOT NULL,                -- JSON array of method codes
  inspected_on TEXT NOT NULL,           -- 检查日期
  finished_on TEXT NOT NULL,            -- 检查完成日期
  produced_on TEXT NOT NULL,            -- 检查结果产生日期
  entered_on TEXT NOT NULL,             -- 录入日期
  audited_on TEXT NOT NULL,             -- 审核日期
  published_on TEXT NOT NULL,           -- 公示日期
  audit_state TEXT NOT NULL,            -- 未录入 待审核 审核退回 不通过 已公示
  signature TEXT NOT NULL,              -- 签字 拒绝签字
  cooperation TEXT NOT NULL,            -- 配合 拒绝接受抽查 隐瞒真实情况 弄虚作假
  record_form TEXT NOT NULL,            -- 检查记录表: 有 无
  disposal TEXT NOT NULL,               -- 后续处置措施
  conclusion_source TEXT NOT NULL,      -- 采用其他部门结论等
  disclosure TEXT NOT NULL, withheld_reason TEXT NOT NULL, withheld_basis TEXT NOT NULL,
  expires_on TEXT NOT NULL,             -- 公示期满
  note TEXT NOT NULL,
  source INTEGER,
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES result, correction_reason TEXT
) STRICT;
CREATE INDEX result_by_task ON result(task);
CREATE INDEX result_by_object ON result(object);
CREATE INDEX result_by_draw ON result(draw) WHERE draw IS NOT NULL;
CREATE TABLE follow_up(                 -- 后续处置（每一进展一行）
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL,                    -- result | step
  result INTEGER NOT NULL REFERENCES result,
  step INTEGER NOT NULL,                -- 第几次进展
  state TEXT NOT NULL CHECK(state IN ('未完结','已完结')),
  measure TEXT NOT NULL,                -- 处置措施
  transfer TEXT NOT NULL,               -- 转办 移送 抄告 移送司法机关 立案
  transferred_to TEXT NOT NULL,
  arose_on TEXT NOT NULL,               -- 后续处置信息产生日期
  handled_on TEXT NOT NULL, finished_on TEXT NOT NULL, published_on TEXT NOT NULL,
  outcome TEXT NOT NULL,                -- 完结结果
  revisit TEXT NOT NULL,                -- 回访
  agency TEXT NOT NULL,
  disclosure TEXT NOT NULL, withheld_reason TEXT NOT NULL, withheld_basis TEXT NOT NULL, note TEXT NOT NULL,
  source INTEGER,
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES follow_up, correction_reason TEXT
) STRICT;
CREATE INDEX follow_up_by_result ON follow_up(result);
CREATE TABLE penalty(                   -- 行政处罚信息（摘要）
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL,                    -- decision number folded
  object INTEGER NOT NULL REFERENCES object,
  result INTEGER REFERENCES result,
  decision_number TEXT NOT NULL,        -- 处罚决定书文号
  violation TEXT NOT NULL, content TEXT NOT NULL, category TEXT NOT NULL, amount TEXT NOT NULL,
  agency TEXT NOT NULL, decided_on TEXT NOT NULL, published_on TEXT NOT NULL, expires_on TEXT NOT NULL,
  warning_only INTEGER NOT NULL CHECK(warning_only IN (0,1)),   -- 仅警告: not published (Order 45)
  revoked_on TEXT NOT NULL, revoked_reason TEXT NOT NULL,
  disclosure TEXT NOT NULL, withheld_reason TEXT NOT NULL, withheld_basis TEXT NOT NULL, note TEXT NOT NULL,
  source INTEGER,
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES penalty, correction_reason TEXT
) STRICT;
CREATE INDEX penalty_by_object ON penalty(object);
CREATE INDEX penalty_by_result ON penalty(result) WHERE result IS NOT NULL;
CREATE TABLE withdrawal(                -- 撤回：a published fact taken off the site, with its public reason
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL,                    -- kind:id
  kind TEXT NOT NULL, fact INTEGER NOT NULL,
  decided_on TEXT NOT NULL, reason TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES withdrawal, correction_reason TEXT
) STRICT;
CREATE TABLE statement(                 -- 企业陈述
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL,
  object INTEGER NOT NULL REFERENCES object, result INTEGER REFERENCES result,
  received_on TEXT NOT NULL, body TEXT NOT NULL, disclosure TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES statement, correction_reason TEXT
) STRICT;
CREATE INDEX statement_by_object ON statement(object);
CREATE INDEX statement_by_result ON statement(result) WHERE result IS NOT NULL;
CREATE TABLE objection(                 -- 异议
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL,
  kind TEXT NOT NULL, fact INTEGER NOT NULL,
  received_on TEXT NOT NULL, answered_on TEXT NOT NULL, outcome TEXT NOT NULL, disclosure TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES objection, correction_reason TEXT
) STRICT;
)sql";

}  // namespace records
