"""The item lists 随机抽查事项清单: one of the leading department and one for joint inspections per district."""

from datetime import date

from .catalogue import ITEMS
from .files import Column, delimited, toml, workbook
from .plans import plans_of
from .tasks import TASKS

# lists that have a second edition: (district, joint) → (reason, items that come with it)
_SECOND = {
    ("changping", False): ("根据《特种设备安全监督检查办法》的实施情况，补充登记事项检查。", ("address",)),
    ("changping", True): ("新增汽车维修经营检查，参与部门据实调整。", ("repair",)),
    ("mengan", True): ("按照上级统一清单，新增预付卡检查。", ("card",)),
    ("huhai", False): ("根据职能调整，补充计量监督检查。", ("measure",)),
    ("longqiao", False): ("新增建筑垃圾处置检查。", ("muck",)),
    ("zhongcheng", True): ("新增排污单位环境监督检查。", ("waste",)),
}
_LEAD = {"longqiao": "B"}
_DATES = {False: (date(2025, 12, 19), date(2026, 6, 12)), True: (date(2026, 3, 27), date(2026, 7, 10))}


def _items(district, joint):
    """Every item of the plan, and some that the plan does not draw this year."""
    keys = []
    lead = _LEAD.get(district.key, "M")
    for plan in plans_of(district):
        if not plan.endswith("2026"):
            continue
        for task in TASKS[plan]:
            for item in task.items:
                wanted = task.joint if joint else item.department == lead
                if wanted and item.key not in keys:
                    keys.append(item.key)
    more = [key for key, item in ITEMS.items() if not joint and item.department == lead and key not in keys]
    return keys + more[:3]


def _row(district, serial, item, joint):
    department = district.department(item.department) if item.department in district.letters else district.departments()[0]
    ordinary = item.kind == "一般"
    return {"serial": serial, "category": item.category, "item": item.name, "kind": item.kind + "检查事项", "scope": item.scope,
            "content": item.content, "basis": item.basis, "method": item.method, "agency": department,
            "ratio": "不低于5%" if ordinary else "不低于20%", "cap": "20%" if ordinary else "",
            "frequency": "1次/年" if ordinary else "至少1次", "annual": "1次/年" if ordinary else "2次/年",
            "level": "区级", "joint": "是" if joint else "否"}


_COLUMNS = [Column("序号", "serial"), Column("抽查类别", "category", group="抽查项目"), Column("抽查事项", "item", group="抽查项目", width=28),
            Column("检查对象", "scope", width=20), Column("事项类别", "kind"), Column("检查方式", "method"), Column("抽查内容", "content", width=36),
            Column("抽查比例", "ratio"), Column("抽查比例上限", "cap"), Column("抽查频次", "frequency"), Column("年度检查频次上限", "annual"),
            Column("检查主体", "agency", width=24), Column("实施层级", "level"), Column("检查依据", "basis", width=36)]
_PLAIN = [Column("编号", "serial"), Column("抽查事项名称", "item"), Column("抽查依据", "basis"), Column("抽查主体", "agency"),
          Column("抽查对象", "scope"), Column("事项类型", "kind"), Column("抽查比例", "ratio"), Column("抽查比例上限", "cap"), Column("抽查频次", "frequency"),
          Column("年度频次上限", "annual"), Column("抽查方式", "method"), Column("抽查内容及要求", "content")]


def write(folder, district):
    for joint in (False, True):
        lead = _LEAD.get(district.key, "M")
        what = "部门联合随机抽查事项清单" if joint else "随机抽查事项清单"
        owner = district.short if joint else district.department(lead)
        second = _SECOND.get((district.key, joint))
        keys = _items(district, joint)
        editions = [[key for key in keys if not second or key not in second[1]]]
        if second:
            editions.append(editions[0] + list(second[1]))
        for number, of_edition in enumerate(editions):
            _write_edition(folder, district, joint, owner + what, number, of_edition, second)


def _write_edition(folder, district, joint, name, number, keys, second):
    day = _DATES[joint][number]
    context = [
        ("office", "行政区划", district.area), ("department", "部门", "" if joint else district.department(_LEAD.get(district.key, "M"))),
        ("joint", "是否部门联合", "是" if joint else "否"), ("list_name", "清单名称", name),
        ("edition", "版本", "第1次调整" if number else "原清单"), ("predecessor", "上一版本", "原清单" if number else ""),
        ("reason", "调整原因", second[0] if number else ""), ("title", "标题", name + "（2026年版，演示数据）"),
        ("index_number", "索引号", f"{district.area}00/{day.year}-{20 + 2 * number + joint:05d}"),
        ("document_number", "文号", f"{district.sign}〔{day.year}〕{6 + number}号" if joint else ""),
        ("issuer", "发布机构", district.issuer if joint else district.department(_LEAD.get(district.key, "M"))),
        ("written_on", "成文日期", day.isoformat()), ("published_on", "发布日期", day.isoformat()), ("disclosure", "公开方式", "主动公开"),
    ]
    context = [entry for entry in context if entry[2]]
    rows = [_row(district, serial, ITEMS[key], joint) for serial, key in enumerate(keys, 1)]
    titles = [f"{name}{'（第1次调整）' if number else ''}（演示数据）"]
    stem = f"{district.key}/items-{'joint' if joint else 'department'}-{number}"
    if district.key in ("mengan", "longqiao"):
        folder.table(f"{stem}.csv", delimited(titles, _PLAIN, rows, "gb18030" if district.key == "mengan" else "utf-8-sig"))
        folder.write(f"{stem}.toml", toml([(field, value) for field, _, value in context], "演示数据：表里没有写的，写在这里"))
    else:
        sheet = ("事项清单", titles, _COLUMNS, rows, ("category", "agency"))
        folder.table(f"{stem}.xlsx", workbook([sheet], [(term, value) for _, term, value in context]))
