#include "records/portal_schema.h"

namespace records {

// Facts of lists, plans, objects and draws. The columns stand in the order of fact_columns.h. `source` is the
// source_row the fact came from; it is no foreign key, since both belong to one batch and go with it.
const char* const portal_plan_tables = R"sql(
-- 事实：facts, append-only once published ----------------------------------------------------------------------------
CREATE TABLE item_list_edition(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL,
  item_list INTEGER NOT NULL REFERENCES item_list,
  number INTEGER NOT NULL CHECK(number >= 0),
  title TEXT NOT NULL, index_number TEXT NOT NULL, document_number TEXT NOT NULL, issuer TEXT NOT NULL,
  written_on TEXT NOT NULL, published_on TEXT NOT NULL, valid_until TEXT NOT NULL, disclosure TEXT NOT NULL,
  abolished_on TEXT NOT NULL, platform TEXT NOT NULL, basis TEXT NOT NULL, note TEXT NOT NULL,
  reason TEXT NOT NULL,                 -- 调整原因
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES item_list_edition, correction_reason TEXT
) STRICT;
CREATE TABLE item(                      -- 抽查事项
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL,
  edition INTEGER NOT NULL REFERENCES item_list_edition,
  position INTEGER NOT NULL,
  cells TEXT NOT NULL,                  -- JSON object: field name → value (records/cells.h)
  source INTEGER,
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES item, correction_reason TEXT
) STRICT;
CREATE INDEX item_by_edition ON item(edition);
CREATE TABLE plan_edition(              -- 计划版本：原计划或一次调整
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL,
  plan INTEGER NOT NULL REFERENCES plan,
  number INTEGER NOT NULL CHECK(number >= 0),   -- 0 原计划, n 第n次调整
  title TEXT NOT NULL, index_number TEXT NOT NULL, document_number TEXT NOT NULL, issuer TEXT NOT NULL,
  written_on TEXT NOT NULL, published_on TEXT NOT NULL, valid_until TEXT NOT NULL, disclosure TEXT NOT NULL,
  abolished_on TEXT NOT NULL,           -- 作废日期: 作废方案
  platform TEXT NOT NULL, basis TEXT NOT NULL, note TEXT NOT NULL,
  reason TEXT NOT NULL,                 -- 调整原因
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES plan_edition, correction_reason TEXT
) STRICT;
CREATE TABLE task_in_edition(           -- 任务在某一版本中的各栏
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL,
  edition INTEGER NOT NULL REFERENCES plan_edition,
  task INTEGER NOT NULL REFERENCES task,
  position INTEGER NOT NULL,
  cells TEXT NOT NULL,                  -- JSON object: field name → value (records/cells.h)
  source INTEGER,
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES task_in_edition, correction_reason TEXT
) STRICT;
CREATE INDEX task_in_edition_by_edition ON task_in_edition(edition);
CREATE INDEX task_in_edition_by_task ON task_in_edition(task);
CREATE TABLE object_record(             -- 对象的登记信息
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key INTEGER NOT NULL REFERENCES object,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  former_names TEXT NOT NULL,           -- JSON array 曾用名
  area TEXT NOT NULL, area_name TEXT NOT NULL, trade TEXT NOT NULL, entity_type TEXT NOT NULL, field TEXT NOT NULL,
  registered_on TEXT NOT NULL, status TEXT NOT NULL, authority TEXT NOT NULL, capital TEXT NOT NULL,
  owner TEXT NOT NULL,                  -- 产品、项目、行为所属主体的代码
  tags TEXT NOT NULL,                   -- 标签
  credit_class TEXT NOT NULL,           -- 信用风险类别: never published
  private_cells TEXT NOT NULL,          -- JSON: 住所 联系人 电话 …: never published
  disclosure TEXT NOT NULL,
  source INTEGER,
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES object_record, correction_reason TEXT
) STRICT;
CREATE INDEX object_record_by_name ON object_record(folded);
CREATE TABLE draw_record(               -- 抽取的记录
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key INTEGER NOT NULL REFERENCES draw,
  title TEXT NOT NULL, agency TEXT NOT NULL, drawn_at TEXT NOT NULL, method TEXT NOT NULL, scope TEXT NOT NULL,
  population INTEGER, target INTEGER, ratio TEXT NOT NULL,
  draw_type TEXT NOT NULL,              -- 定向 不定向
  inspectors_drawn INTEGER, matching TEXT NOT NULL,     -- 随机匹配 直接委派 邻区匹配
  confirmed_on TEXT NOT NULL,           -- 认领比对确认日期
  trained_on TEXT NOT NULL, notified_on TEXT NOT NULL,  -- 培训 告知
  witnesses TEXT NOT NULL,              -- 见证单位
  list_public INTEGER NOT NULL CHECK(list_public IN (0,1)),   -- 名单是否公示
  reveal_on TEXT NOT NULL,              -- 名单公开日期 (empty: at once)
  document_number TEXT NOT NULL, published_on TEXT NOT NULL, disclosure TEXT NOT NULL, note TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES draw_record, correction_reason TEXT
) STRICT;
CREATE TABLE draw_object(               -- 抽查名单
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL,
  draw INTEGER NOT NULL REFERENCES draw,
  object INTEGER NOT NULL REFERENCES object,
  position INTEGER NOT NULL,
  inspectors TEXT NOT NULL,             -- JSON array of pseudonyms
  authority TEXT NOT NULL,              -- 登记机关
  note TEXT NOT NULL,
  disclosure TEXT NOT NULL,
  source INTEGER,
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES draw_object, correction_reason TEXT
) STRICT;
CREATE INDEX draw_object_by_draw ON draw_object(draw);
CREATE INDEX draw_object_by_object ON draw_object(object);
)sql";

}  // namespace records
