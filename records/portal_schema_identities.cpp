#include "records/portal_schema.h"

namespace records {

// Permanent ids, minted once: AUTOINCREMENT never gives one twice, also not after an undo.
const char* const portal_identity_tables = R"sql(
-- 永久编号：identities, minted once ---------------------------------------------------------------------------------
CREATE TABLE item_list(                 -- 随机抽查事项清单
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  office TEXT NOT NULL REFERENCES office,
  department INTEGER REFERENCES department,   -- NULL: the office's joint list
  name TEXT NOT NULL,
  joint INTEGER NOT NULL CHECK(joint IN (0,1)),
  batch INTEGER NOT NULL REFERENCES batch
) STRICT;
CREATE TABLE plan(                      -- 年度抽查工作计划
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  office TEXT NOT NULL REFERENCES office,
  department INTEGER REFERENCES department,   -- NULL: the office's joint plan
  year INTEGER NOT NULL,
  name TEXT NOT NULL,
  number TEXT NOT NULL,                 -- 抽查计划编号 as written
  joint INTEGER NOT NULL CHECK(joint IN (0,1)),
  batch INTEGER NOT NULL REFERENCES batch
) STRICT;
CREATE TABLE task(                      -- 抽查任务
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan INTEGER REFERENCES plan,         -- NULL: 临时任务
  batch INTEGER NOT NULL REFERENCES batch
) STRICT;
CREATE TABLE object(                    -- 检查对象
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,                   -- 企业 个体工商户 农民专业合作社 其他主体 产品 项目 行为
  batch INTEGER NOT NULL REFERENCES batch
) STRICT;
CREATE TABLE object_code(               -- 对象的代码：旧注册号与统一社会信用代码同属一个对象
  code TEXT PRIMARY KEY,
  scheme TEXT NOT NULL CHECK(scheme IN ('unified','registration15','other')),
  raw TEXT NOT NULL,
  flags TEXT NOT NULL,
  object INTEGER NOT NULL REFERENCES object,
  batch INTEGER NOT NULL REFERENCES batch
) STRICT, WITHOUT ROWID;
CREATE INDEX object_code_by_object ON object_code(object);
CREATE TABLE draw(                      -- 抽取
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task INTEGER NOT NULL REFERENCES task,
  number TEXT NOT NULL,                 -- 抽取批次 as written
  batch INTEGER NOT NULL REFERENCES batch
) STRICT;
)sql";

}  // namespace records
