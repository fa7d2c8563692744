#include "records/portal_schema.h"

namespace records {

// Version 4: what rules are judged with, and what the open ledger needs.
const char* const portal_duty_tables = R"sql(
ALTER TABLE rule ADD COLUMN excepted TEXT NOT NULL DEFAULT '';       -- 例外条件
ALTER TABLE rule ADD COLUMN effective_on TEXT NOT NULL DEFAULT '';   -- 施行日期
ALTER TABLE rule ADD COLUMN ended_on TEXT NOT NULL DEFAULT '';       -- 失效日期
CREATE TABLE declared_figure(           -- 申报数
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  office TEXT NOT NULL REFERENCES office,
  name TEXT NOT NULL,
  year INTEGER NOT NULL,
  department TEXT NOT NULL,             -- '': the whole office
  value INTEGER NOT NULL CHECK(value >= 0),
  as_of TEXT NOT NULL,                  -- 截至日期
  source TEXT NOT NULL CHECK(source <> ''),
  note TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch,
  UNIQUE(office, name, year, department)
) STRICT;
CREATE TABLE rule_exception(            -- 规则例外
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  office TEXT NOT NULL REFERENCES office,
  rule TEXT NOT NULL,                   -- code
  kind TEXT NOT NULL CHECK(kind IN ('task','draw','object')),
  record INTEGER NOT NULL,              -- permanent id
  reason TEXT NOT NULL CHECK(reason <> ''),
  basis TEXT NOT NULL, decided_on TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch,
  UNIQUE(office, rule, kind, record)
) STRICT;
CREATE TABLE handed_in_report(          -- 报送记录
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  office TEXT NOT NULL REFERENCES office,
  name TEXT NOT NULL,                   -- 月报 季报 年报 总结 …
  period TEXT NOT NULL,                 -- 2026-10, 2026-Q3, 2026
  task INTEGER NOT NULL,                -- 0: of a period
  department TEXT NOT NULL,             -- '': the office's own
  submitted_on TEXT NOT NULL,
  document TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch,
  UNIQUE(office, name, period, task, department)
) STRICT;
ALTER TABLE result ADD COLUMN withheld_decided_by TEXT NOT NULL DEFAULT '';      -- 决定单位
ALTER TABLE result ADD COLUMN withheld_review_on TEXT NOT NULL DEFAULT '';       -- 复审日期
ALTER TABLE follow_up ADD COLUMN withheld_decided_by TEXT NOT NULL DEFAULT '';
ALTER TABLE follow_up ADD COLUMN withheld_review_on TEXT NOT NULL DEFAULT '';
ALTER TABLE penalty ADD COLUMN withheld_decided_by TEXT NOT NULL DEFAULT '';
ALTER TABLE penalty ADD COLUMN withheld_review_on TEXT NOT NULL DEFAULT '';
ALTER TABLE objection ADD COLUMN receipt TEXT NOT NULL DEFAULT '';   -- 受理编号
ALTER TABLE objection ADD COLUMN event TEXT NOT NULL DEFAULT 'received';         -- received answered
ALTER TABLE objection ADD COLUMN ground TEXT NOT NULL DEFAULT '';    -- 异议事由
CREATE INDEX objection_by_receipt ON objection(receipt);
)sql";

}  // namespace records
