#include "records/public_schema.h"

namespace records {

// Rules of the file:
//  * Texts are '' when unknown, integers NULL when unknown or when they refer to nothing; dates are YYYY-MM-DD.
//  * `office` is always the area code. Names beside an id (task_name, object_name …) are as published on that page.
//  * due_*: 期限 (on, clause, provisional 暂定, state met overdue open unknown).
//  * corrected: JSON array of sentences (更正); withdrawn_on, withdrawn_reason (撤回), expired_on (公示期满): a row
//  with
//    one of these is a tombstone and has lost its other texts.
//  * cells: JSON object, the columns of the row as the sheet had them (records/cells.h).
const char* const public_schema = R"sql(
CREATE TABLE site(                      -- 站点: one row
  id INTEGER PRIMARY KEY CHECK(id = 1),
  name TEXT NOT NULL, base_url TEXT NOT NULL,
  publisher TEXT NOT NULL,              -- 发布机构
  address TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL,
  as_of TEXT NOT NULL,                  -- 数据截至
  program_version TEXT NOT NULL,
  site_id_code TEXT NOT NULL,           -- 网站标识码
  icp TEXT NOT NULL, license TEXT NOT NULL,
  operated_by TEXT NOT NULL,            -- 承办单位
  police_record TEXT NOT NULL,          -- 公安备案号
  error_report TEXT NOT NULL,           -- 找错的网址
  keywords TEXT NOT NULL,
  demo INTEGER NOT NULL CHECK(demo IN (0,1)),        -- 演示数据
  preview INTEGER NOT NULL CHECK(preview IN (0,1)),  -- 预览: shows drafts
  publication INTEGER NOT NULL          -- 发布序号
) STRICT;
CREATE TABLE office(                    -- 区县
  area TEXT PRIMARY KEY CHECK(area GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
  name TEXT NOT NULL,
  parent TEXT NOT NULL,                 -- 上级行政区划代码
  level TEXT NOT NULL,                  -- 省 市 县
  issuer TEXT NOT NULL                  -- 牵头机构
) STRICT;
CREATE TABLE department(                -- 部门
  id INTEGER PRIMARY KEY,
  office TEXT NOT NULL REFERENCES office,
  name TEXT NOT NULL
) STRICT;
CREATE TABLE calendar_day(              -- 节假日与调休
  day TEXT NOT NULL,
  area TEXT NOT NULL,                   -- '': the whole country
  kind TEXT NOT NULL CHECK(kind IN ('off','work')),
  name TEXT NOT NULL,
  notice TEXT NOT NULL,                 -- 通知
  year INTEGER NOT NULL,
  PRIMARY KEY(day, area)
) STRICT;
CREATE TABLE rule(                      -- 规则（制度文件的一条要求）
  office TEXT NOT NULL REFERENCES office,
  code TEXT NOT NULL,
  document TEXT NOT NULL, document_number TEXT NOT NULL, clause TEXT NOT NULL,
  requirement TEXT NOT NULL,            -- 要求
  kind TEXT NOT NULL,                   -- deadline ratio duty state step
  subject TEXT NOT NULL,
  start_event TEXT NOT NULL,            -- 起算事件
  length INTEGER, unit TEXT NOT NULL,   -- 期限
  fixed_date TEXT NOT NULL,             -- 固定日期
  numerator TEXT NOT NULL, denominator TEXT NOT NULL, threshold TEXT NOT NULL,
  exception TEXT NOT NULL,              -- 例外
  excepted TEXT NOT NULL,               -- 例外条件
  effective_on TEXT NOT NULL,           -- 施行日期
  ended_on TEXT NOT NULL,               -- 失效日期
  machine_judged INTEGER NOT NULL CHECK(machine_judged IN (0,1)),
  PRIMARY KEY(office, code)
) STRICT;

CREATE TABLE item_list(                 -- 随机抽查事项清单
  id INTEGER PRIMARY KEY,
  office TEXT NOT NULL REFERENCES office,
  department INTEGER REFERENCES department,   -- NULL: 部门联合
  department_name TEXT NOT NULL,
  name TEXT NOT NULL,
  joint INTEGER NOT NULL CHECK(joint IN (0,1))
) STRICT;
CREATE TABLE item_list_edition(         -- 清单版本
  id INTEGER PRIMARY KEY,
  item_list INTEGER NOT NULL REFERENCES item_list,
  number INTEGER NOT NULL CHECK(number >= 0),
  title TEXT NOT NULL, index_number TEXT NOT NULL, document_number TEXT NOT NULL, issuer TEXT NOT NULL,
  written_on TEXT NOT NULL, published_on TEXT NOT NULL, valid_until TEXT NOT NULL, disclosure TEXT NOT NULL,
  abolished_on TEXT NOT NULL, platform TEXT NOT NULL, basis TEXT NOT NULL, note TEXT NOT NULL,
  reason TEXT NOT NULL,                 -- 调整原因
  replaces INTEGER, correction_reason TEXT,
  corrected TEXT NOT NULL, withdrawn_on TEXT NOT NULL, withdrawn_reason TEXT NOT NULL, expired_on TEXT NOT NULL,
  UNIQUE(item_list, number)
) STRICT;
CREATE TABLE item(                      -- 抽查事项
  id INTEGER PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES item_list_edition,
  position INTEGER NOT NULL,            -- 序号
  cells TEXT NOT NULL,
  replaces INTEGER, correction_reason TEXT
) STRICT;
CREATE TABLE plan(                      -- 年度抽查工作计划
  id INTEGER PRIMARY KEY,
  office TEXT NOT NULL REFERENCES office,
  department INTEGER REFERENCES department,   -- NULL: 部门联合
  department_name TEXT NOT NULL,
  year INTEGER NOT NULL,
  name TEXT NOT NULL,
  number TEXT NOT NULL,                 -- 抽查计划编号
  joint INTEGER NOT NULL CHECK(joint IN (0,1))
) STRICT;
CREATE TABLE plan_edition(              -- 计划版本
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan,
  number INTEGER NOT NULL CHECK(number >= 0),   -- 0 原计划, n 第n次调整
  title TEXT NOT NULL, index_number TEXT NOT NULL, document_number TEXT NOT NULL, issuer TEXT NOT NULL,
  written_on TEXT NOT NULL, published_on TEXT NOT NULL, valid_until TEXT NOT NULL, disclosure TEXT NOT NULL,
  abolished_on TEXT NOT NULL,           -- 作废日期
  platform TEXT NOT NULL, basis TEXT NOT NULL, note TEXT NOT NULL,
  reason TEXT NOT NULL,                 -- 调整原因
  replaces INTEGER, correction_reason TEXT,
  corrected TEXT NOT NULL, withdrawn_on TEXT NOT NULL, withdrawn_reason TEXT NOT NULL, expired_on TEXT NOT NULL,
  UNIQUE(plan, number)
) STRICT;
CREATE TABLE task(                      -- 抽查任务, as its newest public edition has it
  id INTEGER PRIMARY KEY,
  plan INTEGER REFERENCES plan,         -- NULL: 临时任务
  edition INTEGER NOT NULL,             -- number of that edition
  office TEXT NOT NULL REFERENCES office,
  name TEXT NOT NULL,
  year INTEGER NOT NULL,
  cells TEXT NOT NULL,
  drawn INTEGER NOT NULL, results INTEGER NOT NULL, open_follow_ups INTEGER NOT NULL,
  state TEXT NOT NULL,                  -- 未开始 进行中 已完成 逾期
  due_on TEXT NOT NULL, due_clause TEXT NOT NULL,
  due_provisional INTEGER NOT NULL CHECK(due_provisional IN (0,1)), due_state TEXT NOT NULL
) STRICT;
CREATE TABLE task_in_edition(           -- 任务在某一版本中的各栏
  id INTEGER PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES plan_edition,
  task INTEGER NOT NULL REFERENCES task,
  position INTEGER NOT NULL,            -- 序号
  cells TEXT NOT NULL,
  replaces INTEGER, correction_reason TEXT
) STRICT;

CREATE TABLE draw(                      -- 抽取
  draw INTEGER PRIMARY KEY,             -- permanent number
  record INTEGER NOT NULL,              -- number of the record it is published by
  task INTEGER NOT NULL REFERENCES task,
  office TEXT NOT NULL REFERENCES office,
  task_name TEXT NOT NULL,
  year INTEGER NOT NULL,
  number TEXT NOT NULL,                 -- 抽取批次
  title TEXT NOT NULL,
  agency TEXT NOT NULL,                 -- 抽取机关
  drawn_at TEXT NOT NULL,               -- 抽取时间
  method TEXT NOT NULL,                 -- 抽取方式
  scope TEXT NOT NULL,                  -- 抽查对象范围
  population INTEGER,                   -- 抽取库总户数
  target INTEGER,                       -- 抽取目标户数
  ratio TEXT NOT NULL,                  -- 抽取比例
  draw_type TEXT NOT NULL,              -- 定向 不定向
  inspectors_drawn INTEGER,             -- 抽取检查人员数
  matching TEXT NOT NULL,               -- 随机匹配 直接委派 邻区匹配
  confirmed_on TEXT NOT NULL,           -- 认领比对确认日期
  trained_on TEXT NOT NULL, notified_on TEXT NOT NULL,  -- 培训 告知
  witnesses TEXT NOT NULL,              -- 见证单位
  list_public INTEGER NOT NULL CHECK(list_public IN (0,1)),   -- 名单是否公示
  reveal_on TEXT NOT NULL,              -- 名单公开日期
  document_number TEXT NOT NULL, published_on TEXT NOT NULL, disclosure TEXT NOT NULL, note TEXT NOT NULL,
  listed INTEGER NOT NULL,              -- 名单公开户数
  withheld INTEGER NOT NULL,            -- 不予公开户数
  revealed INTEGER NOT NULL CHECK(revealed IN (0,1)),         -- 名单已公开
  due_on TEXT NOT NULL, due_clause TEXT NOT NULL,             -- 认领确认期限
  due_provisional INTEGER NOT NULL CHECK(due_provisional IN (0,1)), due_state TEXT NOT NULL,
  replaces INTEGER, correction_reason TEXT,
  corrected TEXT NOT NULL, withdrawn_on TEXT NOT NULL, withdrawn_reason TEXT NOT NULL, expired_on TEXT NOT NULL
) STRICT;
CREATE TABLE drawn_object(              -- 抽查名单
  id INTEGER PRIMARY KEY,
  draw INTEGER NOT NULL REFERENCES draw,
  position INTEGER NOT NULL,            -- 序号
  object INTEGER REFERENCES enterprise, -- NULL: has no page
  code TEXT NOT NULL, name TEXT NOT NULL,
  authority TEXT NOT NULL,              -- 登记机关
  inspectors TEXT NOT NULL,             -- JSON array: 化名
  note TEXT NOT NULL, disclosure TEXT NOT NULL,
  state TEXT NOT NULL,                  -- 已公开结果 未到期 逾期未公开 没有期限规定 不予公开
  result INTEGER REFERENCES result,
  result_due_on TEXT NOT NULL, result_due_clause TEXT NOT NULL,
  result_due_provisional INTEGER NOT NULL CHECK(result_due_provisional IN (0,1)), result_due_state TEXT NOT NULL,
  replaces INTEGER, correction_reason TEXT
) STRICT;
CREATE TABLE committed_draw(            -- 可核验抽取: what was announced, and how far it is
  draw INTEGER PRIMARY KEY REFERENCES draw,
  digest TEXT NOT NULL,                 -- 承诺编号（D）, 64 hex
  office_code TEXT NOT NULL,            -- 机关代码
  seq INTEGER NOT NULL,                 -- 机关序号
  prev TEXT NOT NULL,                   -- D of the one before
  series TEXT NOT NULL,                 -- 系列
  basis TEXT NOT NULL CHECK(basis IN ('facts','classes')),
  title TEXT NOT NULL,
  announced_at TEXT NOT NULL,           -- 承诺时间
  beacon_round INTEGER NOT NULL,        -- 随机源轮次
  beacon_time INTEGER NOT NULL,         -- Unix seconds
  deadline TEXT NOT NULL,               -- 公开期限
  drawn INTEGER NOT NULL,               -- 应抽户数
  objects_size INTEGER NOT NULL, inspectors_size INTEGER NOT NULL,
  few_candidates INTEGER CHECK(few_candidates IS NULL OR basis = 'facts'),   -- 候选不足四人的名额
  state TEXT NOT NULL CHECK(state IN ('announced','drawn','revealed','cancelled','aborted')),
  overdue INTEGER NOT NULL CHECK(overdue IN (0,1)),   -- 逾期未公开
  recorded_at TEXT NOT NULL, revealed_at TEXT NOT NULL, ended_at TEXT NOT NULL,
  end_kind TEXT NOT NULL, end_order TEXT NOT NULL,    -- cancel abort; 命令号
  replaced INTEGER NOT NULL, reassigned INTEGER NOT NULL,
  unfilled INTEGER CHECK(unfilled IS NULL OR state IN ('revealed','aborted')),   -- 未配齐名额
  earlier INTEGER REFERENCES committed_draw, later INTEGER REFERENCES committed_draw,
  UNIQUE(office_code, seq)
) STRICT;
CREATE TABLE draw_stratum(              -- 分层: only where strata are public facts
  draw INTEGER NOT NULL REFERENCES committed_draw,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  eligible INTEGER NOT NULL,            -- 合格户数
  n INTEGER NOT NULL,                   -- 应抽户数
  ppm INTEGER NOT NULL,                 -- 法定最低比例, millionths
  PRIMARY KEY(draw, code)
) STRICT;
CREATE TABLE draw_exclusion(            -- 排除理由: likewise
  draw INTEGER NOT NULL REFERENCES committed_draw,
  code TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY(draw, code)
) STRICT;
CREATE TABLE draw_pool(                 -- 对象库: likewise, and only once the draw was opened
  draw INTEGER NOT NULL REFERENCES committed_draw,
  id TEXT NOT NULL,                     -- the object's code
  stratum TEXT NOT NULL,
  excl TEXT NOT NULL,                   -- 排除理由, '': eligible
  ticket TEXT NOT NULL,                 -- 抽签号: 16 hex
  rank INTEGER,                         -- 层内名次
  rank_if_not_excluded INTEGER,
  PRIMARY KEY(draw, id)
) STRICT;
CREATE TABLE draw_file(                 -- 抽取的公开文件: draws/<draw>/<name>
  draw INTEGER NOT NULL REFERENCES committed_draw,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY(draw, name)
) STRICT;
CREATE TABLE result(                    -- 抽查检查结果
  id INTEGER PRIMARY KEY,
  task INTEGER NOT NULL REFERENCES task,
  task_name TEXT NOT NULL,
  plan INTEGER REFERENCES plan,
  plan_name TEXT NOT NULL,
  draw INTEGER REFERENCES draw,
  object INTEGER REFERENCES enterprise, -- NULL: has no page
  object_code TEXT NOT NULL, object_name TEXT NOT NULL,
  office TEXT NOT NULL REFERENCES office,
  department INTEGER REFERENCES department,
  department_name TEXT NOT NULL,
  year INTEGER NOT NULL,
  item TEXT NOT NULL,                   -- 检查事项
  codes TEXT NOT NULL,                  -- JSON array: 结果代码
  outcome TEXT NOT NULL,                -- 检查结果
  problem TEXT NOT NULL,                -- 发现的问题
  problem_found INTEGER NOT NULL CHECK(problem_found IN (0,1)),
  agency TEXT NOT NULL,                 -- 检查机关
  methods TEXT NOT NULL,                -- JSON array: 检查方式
  inspected_on TEXT NOT NULL,           -- 检查日期
  finished_on TEXT NOT NULL,            -- 检查完成日期
  produced_on TEXT NOT NULL,            -- 检查结果产生日期
  entered_on TEXT NOT NULL,             -- 录入日期
  audited_on TEXT NOT NULL,             -- 审核日期
  published_on TEXT NOT NULL,           -- 公示日期
  audit_state TEXT NOT NULL,            -- 审核状态
  signature TEXT NOT NULL,              -- 签字 拒绝签字
  cooperation TEXT NOT NULL,            -- 配合情况
  record_form TEXT NOT NULL,            -- 检查记录表
  disposal TEXT NOT NULL,               -- 后续处置措施
  conclusion_source TEXT NOT NULL,      -- 结论来源
  disclosure TEXT NOT NULL, withheld_reason TEXT NOT NULL, withheld_basis TEXT NOT NULL,
  expires_on TEXT NOT NULL,             -- 公示期至
  note TEXT NOT NULL,
  follow_up_state TEXT NOT NULL,        -- '' 未完结 已完结
  published_due_on TEXT NOT NULL, published_due_clause TEXT NOT NULL,
  published_due_provisional INTEGER NOT NULL CHECK(published_due_provisional IN (0,1)),
  published_due_state TEXT NOT NULL,
  replaces INTEGER, correction_reason TEXT,
  corrected TEXT NOT NULL, withdrawn_on TEXT NOT NULL, withdrawn_reason TEXT NOT NULL, expired_on TEXT NOT NULL
) STRICT;
CREATE TABLE follow_up(                 -- 后续处置的一次进展
  id INTEGER PRIMARY KEY,
  result INTEGER NOT NULL REFERENCES result,
  step INTEGER NOT NULL,                -- 第几次进展
  latest INTEGER NOT NULL CHECK(latest IN (0,1)),
  state TEXT NOT NULL,                  -- 未完结 已完结
  office TEXT NOT NULL REFERENCES office,
  task INTEGER REFERENCES task,
  task_name TEXT NOT NULL,
  object_code TEXT NOT NULL, object_name TEXT NOT NULL,
  measure TEXT NOT NULL,                -- 处置措施
  transfer TEXT NOT NULL,               -- 转办 移送 抄告 移送司法机关 立案
  transferred_to TEXT NOT NULL,
  arose_on TEXT NOT NULL,               -- 后续处置信息产生日期
  handled_on TEXT NOT NULL, finished_on TEXT NOT NULL, published_on TEXT NOT NULL,
  outcome TEXT NOT NULL,                -- 完结结果
  revisit TEXT NOT NULL,                -- 回访
  agency TEXT NOT NULL,
  disclosure TEXT NOT NULL, withheld_reason TEXT NOT NULL, withheld_basis TEXT NOT NULL, note TEXT NOT NULL,
  due_on TEXT NOT NULL, due_clause TEXT NOT NULL,
  due_provisional INTEGER NOT NULL CHECK(due_provisional IN (0,1)), due_state TEXT NOT NULL,
  replaces INTEGER, correction_reason TEXT,
  corrected TEXT NOT NULL, withdrawn_on TEXT NOT NULL, withdrawn_reason TEXT NOT NULL, expired_on TEXT NOT NULL
) STRICT;
CREATE TABLE penalty(                   -- 行政处罚信息摘要
  id INTEGER PRIMARY KEY,
  result INTEGER REFERENCES result,
  object INTEGER REFERENCES enterprise,
  object_code TEXT NOT NULL, object_name TEXT NOT NULL,
  office TEXT REFERENCES office,        -- NULL: unknown
  decision_number TEXT NOT NULL,        -- 处罚决定书文号
  violation TEXT NOT NULL,              -- 违法行为类型
  content TEXT NOT NULL,                -- 处罚内容
  category TEXT NOT NULL,               -- 处罚种类
  amount TEXT NOT NULL,                 -- 金额
  agency TEXT NOT NULL, decided_on TEXT NOT NULL, published_on TEXT NOT NULL,
  expires_on TEXT NOT NULL,             -- 公示期至
  warning_only INTEGER NOT NULL CHECK(warning_only IN (0,1)),
  revoked_on TEXT NOT NULL, revoked_reason TEXT NOT NULL,
  disclosure TEXT NOT NULL, withheld_reason TEXT NOT NULL, withheld_basis TEXT NOT NULL, note TEXT NOT NULL,
  replaces INTEGER, correction_reason TEXT,
  corrected TEXT NOT NULL, withdrawn_on TEXT NOT NULL, withdrawn_reason TEXT NOT NULL, expired_on TEXT NOT NULL
) STRICT;
CREATE TABLE enterprise(                -- 检查对象
  object INTEGER PRIMARY KEY,           -- permanent number
  code TEXT NOT NULL CHECK(length(code) BETWEEN 1 AND 32 AND code NOT GLOB '*[^0-9A-Za-z]*'),
  kind TEXT NOT NULL,                   -- 企业 个体工商户 农民专业合作社 其他主体 产品 项目 行为
  name TEXT NOT NULL,
  area TEXT NOT NULL, area_name TEXT NOT NULL,
  trade TEXT NOT NULL,                  -- 行业
  entity_type TEXT NOT NULL,            -- 类型
  registered_on TEXT NOT NULL,          -- 成立日期
  status TEXT NOT NULL,                 -- 登记状态
  authority TEXT NOT NULL,              -- 登记机关
  former_names TEXT NOT NULL,           -- JSON array: 曾用名
  other_codes TEXT NOT NULL,            -- JSON array: 其他代码
  drawn INTEGER NOT NULL, inspected INTEGER NOT NULL, open_follow_ups INTEGER NOT NULL
) STRICT;
CREATE TABLE enterprise_code(           -- 其他代码 → 检查对象
  code TEXT NOT NULL,
  object INTEGER NOT NULL REFERENCES enterprise
) STRICT;
CREATE TABLE attachment(                -- 附件: a person has read it before it was published
  id INTEGER PRIMARY KEY,
  plan_edition INTEGER REFERENCES plan_edition,             -- exactly one of these five: where it belongs
  item_list_edition INTEGER REFERENCES item_list_edition,
  task INTEGER REFERENCES task,
  draw INTEGER REFERENCES draw,
  result INTEGER REFERENCES result,
  title TEXT NOT NULL,                  -- 标题
  type TEXT NOT NULL,                   -- pdf docx doc ofd
  sha256 TEXT NOT NULL,                 -- 指纹, of the file attachments/<its first 8 digits>/<id>.<type>
  size INTEGER NOT NULL,                -- bytes
  attached_on TEXT NOT NULL,            -- 添加日期
  reviewed_on TEXT NOT NULL,            -- 审查日期
  CHECK((plan_edition IS NOT NULL) + (item_list_edition IS NOT NULL) + (task IS NOT NULL) + (draw IS NOT NULL) +
        (result IS NOT NULL) = 1)
) STRICT;
CREATE TABLE withheld(                  -- 不予公开计数
  office TEXT REFERENCES office,        -- NULL: the whole site
  kind TEXT NOT NULL, ground TEXT NOT NULL,
  count INTEGER NOT NULL
) STRICT;
CREATE TABLE declared_figure(           -- 申报数
  id INTEGER PRIMARY KEY,
  office TEXT NOT NULL REFERENCES office,
  name TEXT NOT NULL,
  year INTEGER NOT NULL,
  department INTEGER REFERENCES department,   -- NULL: the whole office
  value INTEGER NOT NULL,
  as_of TEXT NOT NULL,                  -- 截至日期
  source TEXT NOT NULL,                 -- 来源
  note TEXT NOT NULL
) STRICT;
CREATE TABLE finding(                   -- 规则的进度: one rule of one office, or of one of its departments, in one year
  id INTEGER PRIMARY KEY,
  office TEXT NOT NULL REFERENCES office,
  rule TEXT NOT NULL,                   -- code
  department INTEGER REFERENCES department,   -- NULL: the whole office
  year INTEGER NOT NULL,
  state TEXT NOT NULL CHECK(state IN ('met','not_met','not_due','unjudged')),   -- 达到 未达到 未到期 不能判断
  reason TEXT NOT NULL,                 -- why it cannot be judged
  numerator INTEGER, denominator INTEGER,     -- NULL: nothing to count
  declared INTEGER REFERENCES declared_figure,   -- the denominator is this declared figure
  excepted INTEGER NOT NULL,            -- 例外
  open INTEGER NOT NULL,                -- 未到期
  provisional INTEGER NOT NULL CHECK(provisional IN (0,1)),   -- 暂定
  final_on TEXT NOT NULL,               -- 判断日: until then a figure may still change its state; '': at any time
  rows_left_out INTEGER NOT NULL,       -- counted rows that are too many to be listed
  FOREIGN KEY(office, rule) REFERENCES rule(office, code)
) STRICT;
CREATE TABLE finding_month(             -- 规则的进度, by month
  finding INTEGER NOT NULL REFERENCES finding,
  month TEXT NOT NULL,                  -- YYYY-MM
  numerator INTEGER NOT NULL, denominator INTEGER NOT NULL,
  PRIMARY KEY(finding, month)
) STRICT;
CREATE TABLE finding_row(               -- 所计的各行: of findings of a whole office
  id INTEGER PRIMARY KEY,
  finding INTEGER NOT NULL REFERENCES finding,
  kind TEXT NOT NULL,                   -- task item item_list_edition plan_edition draw drawn_object object visit result follow_up inspector report withheld
  record INTEGER NOT NULL,              -- permanent id of what has the page; 0: none
  code TEXT NOT NULL,                   -- of the object, ''
  name TEXT NOT NULL,                   -- '': not for disclosure
  department INTEGER REFERENCES department,
  day TEXT NOT NULL,                    -- by which its month is known
  outcome TEXT NOT NULL CHECK(outcome IN ('counted','missing','excepted','open')),   -- 达到 缺 例外 未到期
  reason TEXT NOT NULL,                 -- of an exception
  due_on TEXT NOT NULL, done_on TEXT NOT NULL   -- of deadlines
) STRICT;
CREATE TABLE publication(               -- 一次发布
  id INTEGER PRIMARY KEY,
  as_of TEXT NOT NULL
) STRICT;
CREATE TABLE change(                    -- 公开日志: what was published, changed or ended
  id INTEGER PRIMARY KEY,
  publication INTEGER REFERENCES publication,   -- NULL: it came with a day, as the end of a 公示期
  changed_on TEXT NOT NULL,
  action TEXT NOT NULL CHECK(action IN ('published','corrected','withdrawn','voided','expired','stated','objected','answered')),
  kind TEXT NOT NULL,                   -- plan_edition item_list_edition draw drawn_object result follow_up penalty object …
  office TEXT REFERENCES office,        -- NULL: of no office
  record INTEGER NOT NULL,              -- permanent id; 0: several
  title TEXT NOT NULL,
  count INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE TABLE correction(                -- 更正: one value of a record, before and after
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  record INTEGER NOT NULL,
  part INTEGER NOT NULL,                -- the row of an edition or of a list it stands in; 0: the record's own
  corrected_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  field TEXT NOT NULL,                  -- the column's name; '': what was changed is not for disclosure
  before TEXT NOT NULL, after TEXT NOT NULL
) STRICT;
CREATE TABLE statement(                 -- 企业陈述，未经核实
  id INTEGER PRIMARY KEY,
  object INTEGER NOT NULL REFERENCES enterprise,
  result INTEGER REFERENCES result,
  received_on TEXT NOT NULL,
  body TEXT NOT NULL,
  corrected TEXT NOT NULL, withdrawn_on TEXT NOT NULL, withdrawn_reason TEXT NOT NULL, expired_on TEXT NOT NULL
) STRICT;
CREATE TABLE objection(                 -- 异议
  id INTEGER PRIMARY KEY,
  receipt TEXT NOT NULL UNIQUE,         -- 受理编号
  kind TEXT NOT NULL, record INTEGER NOT NULL,
  object INTEGER REFERENCES enterprise,
  office TEXT REFERENCES office,
  received_on TEXT NOT NULL,
  marked_on TEXT NOT NULL,              -- 标注日期
  due_on TEXT NOT NULL, due_clause TEXT NOT NULL,     -- of the mark
  due_provisional INTEGER NOT NULL CHECK(due_provisional IN (0,1)), due_state TEXT NOT NULL,
  ground TEXT NOT NULL,                 -- 异议事由
  answered_on TEXT NOT NULL,
  outcome TEXT NOT NULL                 -- 处理结果
) STRICT;
CREATE TABLE body(                      -- JSON of the records that are put together from many rows
  kind TEXT NOT NULL, key TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY(kind, key)
) STRICT;
)sql";

const char* const public_indexes = R"sql(
CREATE INDEX item_by_edition ON item(edition, position);
CREATE INDEX task_by_plan ON task(plan);
CREATE INDEX task_in_edition_by_edition ON task_in_edition(edition, position);
CREATE INDEX task_in_edition_by_task ON task_in_edition(task);
CREATE INDEX draw_by_task ON draw(task);
CREATE INDEX drawn_object_by_draw ON drawn_object(draw, position);
CREATE INDEX drawn_object_by_object ON drawn_object(object) WHERE object IS NOT NULL;
CREATE INDEX drawn_object_overdue ON drawn_object(result_due_on) WHERE state = '逾期未公开';
CREATE INDEX draw_pool_by_rank ON draw_pool(draw, stratum, rank);
CREATE INDEX result_by_list ON result(office, year);
CREATE INDEX result_by_date ON result(published_on);
CREATE INDEX result_by_office ON result(office, published_on);
CREATE INDEX result_by_task ON result(task);
CREATE INDEX result_by_task_date ON result(task, published_on);
CREATE INDEX result_by_department ON result(department, published_on) WHERE department IS NOT NULL;
CREATE INDEX result_by_plan ON result(plan, published_on) WHERE plan IS NOT NULL;
CREATE INDEX result_withdrawn ON result(withdrawn_on) WHERE withdrawn_on <> '';
CREATE INDEX result_by_object ON result(object) WHERE object IS NOT NULL;
CREATE INDEX follow_up_by_result ON follow_up(result, step);
CREATE INDEX follow_up_open ON follow_up(office, due_on) WHERE latest = 1 AND state = '未完结';
CREATE INDEX penalty_by_object ON penalty(object) WHERE object IS NOT NULL;
CREATE INDEX penalty_by_result ON penalty(result) WHERE result IS NOT NULL;
CREATE UNIQUE INDEX enterprise_by_code ON enterprise(code);
CREATE INDEX enterprise_by_area ON enterprise(area);
CREATE INDEX attachment_by_plan_edition ON attachment(plan_edition) WHERE plan_edition IS NOT NULL;
CREATE INDEX attachment_by_item_list_edition ON attachment(item_list_edition) WHERE item_list_edition IS NOT NULL;
CREATE INDEX attachment_by_task ON attachment(task) WHERE task IS NOT NULL;
CREATE INDEX attachment_by_draw ON attachment(draw) WHERE draw IS NOT NULL;
CREATE INDEX attachment_by_result ON attachment(result) WHERE result IS NOT NULL;
CREATE INDEX finding_by_office ON finding(office, year, rule);
CREATE INDEX finding_row_by_finding ON finding_row(finding);
CREATE INDEX change_by_day ON change(changed_on);
CREATE INDEX correction_by_record ON correction(kind, record);
CREATE INDEX statement_by_object ON statement(object);
CREATE INDEX statement_by_result ON statement(result) WHERE result IS NOT NULL;
CREATE INDEX objection_by_record ON objection(kind, record);
CREATE INDEX objection_by_object ON objection(object) WHERE object IS NOT NULL;
CREATE INDEX enterprise_code_by_code ON enterprise_code(code);
)sql";

}  // namespace records
