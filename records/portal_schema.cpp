#include "records/portal_schema.h"

namespace records {

// Rules the schema itself keeps:
//  * A fact belongs to a batch. A batch without `publication` is a draft; stamping it publishes all its facts at once.
//  * A published fact is never updated, deleted or replaced. A new row for the same key must point at the row it
//    corrects (`replaces`) and say why (`correction_reason`). A draft may be overlaid by a later draft of the same
//    key; the newest row of a key is the current one. Undoing a batch brings the older draft back.
//  * Ids are minted here (AUTOINCREMENT: never given twice, also not after an undo).
const char* const portal_schema = R"sql(
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
CREATE INDEX object_by_batch ON object(batch);
CREATE TABLE object_code(               -- 对象的代码：旧注册号与统一社会信用代码同属一个对象
  code TEXT PRIMARY KEY,
  scheme TEXT NOT NULL CHECK(scheme IN ('unified','registration15','other')),
  raw TEXT NOT NULL,
  flags TEXT NOT NULL,
  object INTEGER NOT NULL REFERENCES object,
  batch INTEGER NOT NULL REFERENCES batch
) STRICT, WITHOUT ROWID;
CREATE INDEX object_code_by_object ON object_code(object);
CREATE INDEX object_code_by_batch ON object_code(batch);
CREATE TABLE draw(                      -- 抽取
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task INTEGER NOT NULL REFERENCES task,
  number TEXT NOT NULL,                 -- 抽取批次 as written
  batch INTEGER NOT NULL REFERENCES batch
) STRICT;

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
  cells TEXT NOT NULL,                  -- JSON object: field name → value (records/item.h)
  source INTEGER REFERENCES source_row,
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
  cells TEXT NOT NULL,                  -- JSON object: field name → value (records/task.h)
  source INTEGER REFERENCES source_row,
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES task_in_edition, correction_reason TEXT
) STRICT;
CREATE INDEX task_in_edition_by_edition ON task_in_edition(edition);
CREATE INDEX task_in_edition_by_task ON task_in_edition(task);
CREATE TABLE object_record(             -- 对象的登记信息
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key INTEGER NOT NULL,                 -- = object
  object INTEGER NOT NULL REFERENCES object,
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
  source INTEGER REFERENCES source_row,
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES object_record, correction_reason TEXT
) STRICT;
CREATE INDEX object_record_by_name ON object_record(folded);
CREATE TABLE draw_record(               -- 抽取的记录
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key INTEGER NOT NULL,                 -- = draw
  draw INTEGER NOT NULL REFERENCES draw,
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
  source INTEGER REFERENCES source_row,
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES draw_object, correction_reason TEXT
) STRICT;
CREATE INDEX draw_object_by_draw ON draw_object(draw);
CREATE INDEX draw_object_by_object ON draw_object(object);
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
  source INTEGER REFERENCES source_row,
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES result, correction_reason TEXT
) STRICT;
CREATE INDEX result_by_task ON result(task);
CREATE INDEX result_by_object ON result(object);
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
  source INTEGER REFERENCES source_row,
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
  source INTEGER REFERENCES source_row,
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES penalty, correction_reason TEXT
) STRICT;
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
