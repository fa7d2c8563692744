"""The office that draws verifiably 可核验抽取: one plan of 2023, its objects and inspectors, and who is recused.

Its draws are made by build_demo.sh with gongshi itself. They use the only public random values this project carries, two
rounds of 2023, so the plan is of 2023; that is said wherever the draws are shown. Everything here is written with a
chance of its own, so that the other districts' sheets stay as they are.
"""

import json
from datetime import date, timedelta

from .days import working_days_after
from .districts import District
from .files import Column, delimited, toml
from .libraries import _enterprise, inspectors_of

DISTRICT = District("xinghe", "990606", "己市", "星河区", "MHS", "“双随机、一公开”监管工作领导小组办公室", "星河双随机办",
                    "示例省双随机监管工作平台", 520, "星河区2023年“双随机、一公开”监管工作方案（演示）", "星河双随机办〔2023〕2号",
                    {"catering": 44, "foodshop": 28, "hotel": 10, "beauty": 10, "drug": 8})
PLAN = "星河区2023年度“双随机、一公开”抽查工作计划"

# number, name, leader, partners, ratio, credit-risk use, period, scope
TASKS = [
    ("XH-2023-FOOD", "食品经营者联合抽查", "M", "HS", "10%", "按信用风险分类结果合理确定抽查比例", "2023年9月至12月", "全区餐饮服务和食品销售经营者"),
    ("XH-2023-BEAUTY", "美容美发经营者抽查", "M", "H", "5%", "A:5%;B:10%;C:20%;D:40%", "2023年8月至12月", "全区美容美发经营者"),
    ("XH-2023-HOTEL", "住宿经营者联合抽查", "M", "HS", "10%", "按信用风险分类结果合理确定抽查比例", "2023年8月至12月", "全区住宿服务经营者"),
    ("XH-2023-DRUG", "药品零售经营者抽查", "M", "", "10%", "按信用风险分类结果合理确定抽查比例", "2023年9月至12月", "全区药品零售经营者"),
    ("XH-2023-SPRING", "食品销售者春季检查", "M", "", "5%", "", "2023年3月至4月", "全区食品销售经营者"),
]
_SKILLS = {"M": ("食品安全", "药品监管"), "H": ("卫生监督",), "S": ("消防监督",)}


# Two real rounds of drand quicknet, long past: 2023-08-23T23:15:33+08:00 and 2023-09-15T19:00:03+08:00.
_ROUNDS = {
    123: ("fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc",
          "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"),
    657413: ("fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587",
             "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b"),
}


def codes_of_the_draws():
    """[draw] of site.toml: what the codes in the files of a draw mean."""
    return """
# 可核验抽取用的代码
[draw.departments]
SCJG = ["长平区市场监督管理局", "星河区市场监督管理局"]
WJ = ["长平区卫生健康局", "星河区卫生健康局"]
XFJY = "星河区消防救援大队"

[draw.skills]
food = "食品安全"
drug = "药品监管"

[draw.strata]
catering = "餐饮服务"
retail = "食品销售"
hotel = "住宿服务"
drugstore = "药品零售"
"""


def write(folder, chance):
    subjects = _library(chance)
    _write_plan(folder)
    _write_objects(folder, subjects)
    _write_inspectors(folder)
    _write_spring(folder, subjects)
    _write_recusals(folder, subjects)
    for number, (randomness, signature) in _ROUNDS.items():
        text = json.dumps({"round": number, "randomness": randomness, "signature": signature}, indent=1) + "\n"
        folder.write(f"xinghe/round-{number}.json", text.encode())


def _library(chance):
    subjects, serial = [], 0
    for trade, share in DISTRICT.trades.items():
        for number in range(DISTRICT.subjects * share // 100):
            serial += 1
            one = _enterprise(DISTRICT, trade, number, serial, chance)
            one.registered = min(one.registered, date(2022, 12, 1) + timedelta(days=serial % 60))
            one.status = ("注销", "歇业")[serial % 2] if serial % 29 == 0 else "存续"
            subjects.append(one)
    return subjects


def _context(*more):
    return [("office", DISTRICT.area), *more]


def _table(folder, name, title, columns, rows, context):
    folder.table(f"xinghe/{name}.csv", delimited([title], columns, rows, "utf-8-sig"))
    folder.write(f"xinghe/{name}.toml", toml(context, "演示数据：表里没有写的，写在这里"))


def _write_plan(folder):
    department = DISTRICT.department
    rows = [{"serial": serial, "number": number, "name": name, "item": f"{name}（{scope}）", "leader": department(leader),
             "partners": "、".join(department(letter) for letter in partners), "ratio": ratio, "credit": credit,
             "period": period, "scope": scope, "joint": "是" if partners else "否"}
            for serial, (number, name, leader, partners, ratio, credit, period, scope) in enumerate(TASKS, 1)]
    columns = [Column("序号", "serial"), Column("抽查任务编号", "number"), Column("抽查任务名称", "name"), Column("抽查事项", "item"),
               Column("检查对象", "scope"), Column("抽查比例", "ratio"), Column("信用风险分类要求", "credit"), Column("抽查时间", "period"),
               Column("发起部门", "leader"), Column("配合部门", "partners"), Column("是否部门联合", "joint")]
    _table(folder, "plan-2023-0", f"{PLAN}（演示数据）", columns, rows, _context(
        ("year", "2023"), ("joint", "是"), ("plan_name", PLAN), ("edition", "原计划"), ("title", f"{PLAN}（演示数据）"),
        ("document_number", "星河双随机办〔2023〕3号"), ("issuer", DISTRICT.issuer), ("written_on", "2023-02-14"),
        ("published_on", "2023-02-17"), ("disclosure", "主动公开"), ("platform", DISTRICT.platform)))


def _write_objects(folder, subjects):
    rows = [{"serial": serial, "of": one} for serial, one in enumerate(subjects, 1)]
    columns = [Column("序号", "serial"), Column("对象类别", lambda row: row["of"].kind), Column("名称", lambda row: row["of"].name),
               Column("统一社会信用代码", lambda row: row["of"].code), Column("主体类型", lambda row: row["of"].entity),
               Column("行业代码", lambda row: row["of"].trade_code), Column("成立日期", lambda row: row["of"].registered.isoformat()),
               Column("登记状态", lambda row: row["of"].status), Column("监管领域", lambda row: row["of"].field),
               Column("信用风险等级", lambda row: row["of"].credit), Column("行政区划代码", lambda row: DISTRICT.area),
               Column("所属区县", lambda row: DISTRICT.name)]
    _table(folder, "objects", f"{DISTRICT.name}检查对象名录库（演示数据，截至2023年8月1日）", columns, rows, _context())


def people():
    """Twelve of the market regulator, six of each other department: fictional, surname 样."""
    given = [name for name, *_ in inspectors_of(DISTRICT)] * 2
    made, number = [], 0
    for letter in DISTRICT.letters:
        for _ in range(12 if letter == "M" else 6):
            name = given[number % len(given)]
            made.append((name if number < 15 else name[0] + name[:0:-1], f"示执{DISTRICT.area[2:]}{number + 1:04d}", letter, number))
            number += 1
    return made


def _write_inspectors(folder):
    rows = [{"serial": serial, "name": name, "certificate": certificate, "department": DISTRICT.department(letter),
             "qualification": "行政执法", "fields": _SKILLS[letter][number % len(_SKILLS[letter])], "status": "在岗"}
            for serial, (name, certificate, letter, number) in enumerate(people(), 1)]
    columns = [Column("序号", "serial"), Column("姓名", "name"), Column("执法证号", "certificate"), Column("所属部门", "department"),
               Column("执法资质", "qualification"), Column("执法领域", "fields"), Column("状态", "status")]
    _table(folder, "inspectors", f"{DISTRICT.name}执法检查人员名录库（演示数据，姓名均为虚构，不公开）", columns, rows, _context())


def _write_spring(folder, subjects):
    """A list of the spring and its results: whom the autumn's draw leaves out because they were visited this year."""
    shops = [one for one in subjects if one.trade == "foodshop" and one.status == "存续"][3::11]
    number, name = TASKS[4][0], TASKS[4][1]
    shared = [("plan_name", PLAN), ("task_number", number), ("task_name", name), ("disclosure", "主动公开")]
    rows = [{"serial": serial, "name": one.name, "code": one.code} for serial, one in enumerate(shops, 1)]
    columns = [Column("序号", "serial"), Column("企业名称", "name"), Column("统一社会信用代码", "code")]
    _table(folder, "draw-20230320", "星河区2023年食品销售者春季抽查名单（演示数据）", columns, rows, _context(
        *shared, ("draw_number", "1"), ("drawn_at", "2023-03-20 09:00"), ("agency", DISTRICT.department("M")),
        ("method", "现场摇号（可核验抽取启用之前）"), ("target", str(len(rows))), ("published_on", "2023-03-22")))
    for at, row in enumerate(rows):
        inspected = date(2023, 3, 27) + timedelta(days=at % 5)
        row.update(item=f"{name}（{TASKS[4][7]}）", outcome="未发现问题", inspected=inspected.isoformat(), finished=inspected.isoformat(),
                   published=working_days_after(inspected, 6).isoformat(), audit="已公示")
    columns += [Column("检查事项", "item"), Column("检查结果", "outcome"), Column("检查日期", "inspected"), Column("检查完成日期", "finished"),
                Column("公示日期", "published"), Column("审核状态", "audit")]
    _table(folder, "results-2023", "星河区2023年食品销售者春季检查结果（演示数据）", columns, rows, _context(
        *shared, ("draw_number", "1"), ("agency", DISTRICT.department("M"))))


def _write_recusals(folder, subjects):
    """回避清单: not imported, given to gongshi draw announce."""
    people_of = {certificate for _, certificate, letter, _ in people() if letter == "M"}
    hotels = [one for one in subjects if one.trade == "hotel"][5:9]
    rows = [{"certificate": certificate, "code": one.code} for certificate, one in zip(sorted(people_of), hotels)]
    folder.write("xinghe/recusals.csv",
                 delimited([], [Column("执法证号", "certificate"), Column("统一社会信用代码", "code")], rows, "utf-8-sig"))


