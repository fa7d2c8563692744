#include "records/portal_schema.h"

namespace records {

// Batches, where their cells came from, and versioned master data (a batch may overwrite it; master_change remembers).
const char* const portal_master_tables = R"sql(
CREATE TABLE publication(               -- 一次发布
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  published_by TEXT NOT NULL,           -- 发布人
  second_person TEXT,                   -- 复核人
  as_of TEXT NOT NULL,                  -- 截至日期
  release TEXT                          -- digest of the release's manifest, once built
) STRICT;

CREATE TABLE batch(                     -- 一次导入
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  file TEXT NOT NULL,                   -- 文件名
  sha256 TEXT NOT NULL,                 -- of the file's bytes
  imported_by TEXT NOT NULL,
  imported_on TEXT NOT NULL,            -- the as-of date given
  context TEXT NOT NULL,                -- JSON: what the 说明 sheet, FILE.toml and flags said
  publication INTEGER REFERENCES publication
) STRICT;
CREATE INDEX batch_by_digest ON batch(sha256);

CREATE TABLE source_sheet(              -- 原表
  id INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL REFERENCES batch,
  name TEXT NOT NULL,
  header TEXT NOT NULL                  -- JSON array: the header cells as they stood, also of unknown columns
) STRICT;
CREATE TABLE source_row(                -- 原始单元格
  id INTEGER PRIMARY KEY,
  sheet INTEGER NOT NULL REFERENCES source_sheet,
  row INTEGER NOT NULL,                 -- as the clerk sees it, from 1
  cells TEXT NOT NULL                   -- JSON array of raw texts
) STRICT;
CREATE INDEX source_row_by_sheet ON source_row(sheet);

-- 名录：versioned master data -------------------------------------------------------------------------------------
CREATE TABLE office(                    -- 区县（发布单位所在行政区划）
  area TEXT PRIMARY KEY CHECK(area GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
  name TEXT NOT NULL,                   -- e.g. 甲市乙区
  parent TEXT,                          -- 上级行政区划代码
  level TEXT NOT NULL,                  -- 省 市 县
  issuer TEXT NOT NULL                  -- 牵头机构全称
) STRICT, WITHOUT ROWID;
CREATE TABLE department(                -- 部门
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  office TEXT NOT NULL REFERENCES office,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  UNIQUE(office, folded)
) STRICT;
CREATE TABLE calendar_day(              -- 节假日与调休
  day TEXT NOT NULL,
  area TEXT NOT NULL,                   -- '' = whole country, else a local rule's area
  kind TEXT NOT NULL CHECK(kind IN ('off','work')),
  name TEXT NOT NULL,
  notice TEXT NOT NULL,                 -- address or number of the notice
  year INTEGER NOT NULL,                -- the notice's year
  batch INTEGER NOT NULL REFERENCES batch,
  PRIMARY KEY(day, area)
) STRICT, WITHOUT ROWID;
CREATE TABLE rule(                      -- 规则（制度文件的一条要求）
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  office TEXT NOT NULL REFERENCES office,
  code TEXT NOT NULL,                   -- e.g. 000-14
  document TEXT NOT NULL,               -- 文件名称
  document_number TEXT NOT NULL,        -- 文号
  clause TEXT NOT NULL,                 -- 条款位置
  requirement TEXT NOT NULL,            -- 要求（摘要，本项目的话）
  kind TEXT NOT NULL,                   -- deadline ratio duty state step
  subject TEXT NOT NULL,                -- the counted noun or the thing with the deadline
  start_event TEXT NOT NULL,            -- 起算事件
  length INTEGER,                       -- 期限
  unit TEXT NOT NULL,                   -- working_day day month date
  fixed_date TEXT NOT NULL,             -- 固定日期 (MM-DD or YYYY-MM-DD)
  numerator TEXT NOT NULL,
  denominator TEXT NOT NULL,
  threshold TEXT NOT NULL,
  exception TEXT NOT NULL,
  machine_judged INTEGER NOT NULL CHECK(machine_judged IN (0,1)),
  batch INTEGER NOT NULL REFERENCES batch,
  UNIQUE(office, code)
) STRICT;
CREATE TABLE inspector(                 -- 执法检查人员（化名；姓名与证号只在 private.db）
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  pseudonym TEXT NOT NULL UNIQUE,       -- random, tells nothing
  office TEXT NOT NULL REFERENCES office,
  department TEXT NOT NULL,
  qualification TEXT NOT NULL,          -- 执法资质
  fields TEXT NOT NULL,                 -- 执法领域
  skills TEXT NOT NULL,                 -- 业务专长
  expert INTEGER NOT NULL CHECK(expert IN (0,1)),  -- 专家库
  status TEXT NOT NULL,                 -- 在岗 停用
  batch INTEGER NOT NULL REFERENCES batch
) STRICT;
CREATE TABLE master_change(             -- 名录变更：what a batch overwrote, so that undo brings it back
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  batch INTEGER NOT NULL REFERENCES batch,
  kind TEXT NOT NULL,                   -- calendar_day rule inspector
  key TEXT NOT NULL,
  before TEXT                           -- JSON of the former row; NULL: there was none
) STRICT;
CREATE INDEX master_change_by_key ON master_change(kind, key);
)sql";

}  // namespace records
