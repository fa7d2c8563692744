"""What rules are judged with besides the data: declared figures 申报数, exceptions 规则例外, reports 报送记录.

Some are left out on purpose: without a declared figure, or where no report was ever registered, a rule cannot be judged.
"""

from datetime import date

from .files import Column, delimited, toml

_BOOK = "区统计局《2025年市场主体年度报表》（演示）"
_STAFF = "区司法局2026年行政执法人员名册（演示）"
_CAP = "《2026年度涉企行政检查计划》（演示），国办发〔2024〕54号"

# office-wide figures: name, value, as of, source, note
_FIGURES = {
    "changping": [("上年底企业数", 1986, date(2025, 12, 31), _BOOK, "只含企业，不含个体工商户")],
    "mengan": [("上年底企业数", 1742, date(2025, 12, 31), _BOOK, "")],
    "huhai": [("具有执法资格人数", 40, date(2026, 6, 30), _STAFF, "含在编和聘用的持证人员")],
    "longqiao": [],
    "zhongcheng": [("具有执法资格人数", 42, date(2026, 6, 30), _STAFF, "")],
}
# how often one enterprise may be inspected a year: the office's cap, and departments that have one of their own
_CAPS = {
    "changping": (2, {"M": 2, "E": 3, "H": 1}), "mengan": (2, {"M": 2, "X": 1}), "huhai": (1, {"M": 1, "S": 2, "L": 1}),
    "longqiao": (2, {"B": 2}), "zhongcheng": (2, {"M": 2, "H": 1}),
}

# rule, task, draw, reason, basis, decided on
_EXCEPTIONS = {
    "changping": [
        ("000-6a", "危险化学品经营企业安全检查", "", "专业性强，仅应急管理部门有检查权限，不宜联合", "实施方案二（二）“特殊情况除外”", date(2026, 2, 6)),
    ],
    "mengan": [
        ("001-10", "药品零售企业联合抽查", "第一批", "药品检查需药学专业人员，可随机的人员不足，经批准直接委派", "孟安双随机办〔2026〕4号", date(2026, 5, 8)),
        ("001-8", "危险化学品经营单位联合抽查", "", "检查对象全部为重点监管单位，不适用信用风险分类", "工作方案二（九）", date(2026, 3, 6)),
    ],
    "huhai": [
        ("002-7b", "化妆品经营者检查", "", "任务已并入公共场所卫生联合抽查，由该任务完成", "湖海双随机办〔2026〕17号", date(2026, 8, 17)),
    ],
}

# name, period, department letter, handed in on, document
_REPORTS = {
    "changping": [("月报", f"2026-{month:02d}", "", date(2026, month, day), "")
                  for month, day in ((1, 19), (2, 13), (3, 20), (4, 20), (5, 19), (6, 24), (7, 20), (8, 19), (10, 20), (11, 17))]
                 + [("总结", f"2026年第{number}次", "", day, f"长平双随机办〔2026〕报{number}号")
                    for number, day in ((1, date(2026, 3, 30)), (2, date(2026, 6, 18)), (3, date(2026, 9, 29)))],
    "mengan": [("计划报送", "2026", "", date(2026, 3, 20), "孟安双随机办〔2026〕3号"),
               ("季报", "2026年第1次", "", date(2026, 4, 9), ""), ("季报", "2026年第2次", "", date(2026, 7, 14), ""),
               ("季报", "2026年第3次", "", date(2026, 10, 9), "")],
}

_FIGURE_COLUMNS = [Column("申报数名称", "name"), Column("年度", "year"), Column("部门", "department"), Column("数值", "value"),
                   Column("截至日期", "as_of", dates="iso"), Column("来源", "source"), Column("备注", "note")]
_EXCEPTION_COLUMNS = [Column("规则编号", "rule"), Column("抽查任务名称", "task"), Column("抽取批次", "draw"), Column("理由", "reason"),
                      Column("例外依据", "basis"), Column("决定日期", "decided", dates="iso")]
_REPORT_COLUMNS = [Column("报送名称", "name"), Column("期间", "period"), Column("部门", "department"),
                   Column("报送日期", "submitted", dates="iso"), Column("文号", "document")]


def _figures(district):
    for name, value, as_of, source, note in _FIGURES[district.key]:
        yield dict(name=name, year=2026, department="", value=value, as_of=as_of, source=source, note=note)
    whole, own = _CAPS[district.key]
    yield dict(name="年度检查频次上限", year=2026, department="", value=whole, as_of=date(2026, 1, 31), source=_CAP, note="次/年，同一企业")
    for letter, value in own.items():
        yield dict(name="年度检查频次上限", year=2026, department=district.department(letter), value=value, as_of=date(2026, 1, 31),
                   source=_CAP, note="次/年，同一企业")


def _write(folder, district, name, title, columns, rows):
    if not rows:
        return
    folder.table(f"{district.key}/{name}.csv", delimited([f"{district.name}{title}（演示数据）"], columns, rows))
    folder.write(f"{district.key}/{name}.toml", toml([("office", district.area)], "演示数据：这张表是哪个区县的"))


def write(folder, district):
    exceptions = [dict(zip(("rule", "task", "draw", "reason", "basis", "decided"), one)) for one in _EXCEPTIONS.get(district.key, [])]
    reports = [dict(zip(("name", "period", "department", "submitted", "document"), one)) for one in _REPORTS.get(district.key, [])]
    _write(folder, district, "declared-figures", "2026年度申报数", _FIGURE_COLUMNS, list(_figures(district)))
    _write(folder, district, "rule-exceptions", "规则例外登记表", _EXCEPTION_COLUMNS, exceptions)
    _write(folder, district, "reports", "报送记录", _REPORT_COLUMNS, reports)
