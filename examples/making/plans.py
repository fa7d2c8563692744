"""The plan sheets: every district writes its plan in columns of its own, as real offices do."""

from datetime import date

from . import codes
from .editions import EDITIONS, tasks_in
from .files import Column, delimited, toml, workbook
from .tasks import TASKS

_NAMES = {
    "changping/2026": "长平区2026年度“双随机、一公开”抽查工作计划", "changping/2024": "长平区2024年度“双随机、一公开”抽查工作计划",
    "mengan/2026": "孟安区2026年度部门联合“双随机、一公开”抽查计划", "huhai/2026": "湖海区2026年度“双随机、一公开”抽查工作计划",
    "longqiao/2026": "龙桥区住房和城乡建设局2026年度随机抽查计划", "longqiao/2023": "龙桥区住房和城乡建设局2023年度随机抽查计划",
    "zhongcheng/2026": "中城区2026年市场监管领域“双随机、一公开”抽查工作计划",
}
_ORDINAL = ("原计划", "第1次调整", "第2次调整", "第3次调整")


def plans_of(district):
    return [plan for plan in TASKS if plan.startswith(district.key + "/")]


def plan_name(plan):
    return _NAMES[plan]


def plan_number(district, plan):
    """Two districts use the national form, the others a form of their own or none."""
    year = int(plan[-4:])
    if district.key in ("changping", "zhongcheng"):
        return codes.plan_number(district.area, year, 1)
    return f"湖随〔{year}〕计01" if district.key == "huhai" else ""


def task_number(district, plan, task):
    """抽查任务编号: national, of its own form, or none at all."""
    year, serial = int(plan[-4:]), int(task.key)
    if district.key in ("changping", "zhongcheng"):
        return codes.task_number(district.area, EDITIONS[plan][0].written.replace(year=year), serial)
    return {"huhai": f"湖随任〔{year}〕{serial:02d}号", "longqiao": f"LQ-{year}-{serial:03d}"}.get(district.key, "")


def row_of(district, plan, serial, task, cells, change):
    department = district.department
    return {
        **cells, "serial": serial, "plan_number": plan_number(district, plan), "plan_name": plan_name(plan),
        "number": task_number(district, plan, task), "name": task.name,
        "items": "、".join(item.name for item in task.items), "item_lines": "\n".join(item.name for item in task.items),
        "category": task.items[0].category, "kind": task.items[0].kind + "检查事项", "scope": task.items[0].scope,
        "content": task.items[0].content, "partner_content": "、".join(item.name for item in task.items[1:]) or "—",
        "method": task.items[0].method, "basis": task.items[0].basis, "leader": department(task.leader),
        "partners": "、".join(department(letter) for letter in task.partners),
        "partner_lines": "、\n".join(department(letter) for letter in task.partners),
        "joint": "是" if task.joint else "否", "comprehensive": "是" if "综合查一次" in task.name else "否",
        "change": change[0], "change_reason": change[1], "platform": district.platform,
        "note": "" if task.joint or district.key != "changping" else "特殊情况：专业性强，由本部门单独抽查",
    }


def _columns(district):
    layouts = {
        "changping": [("序号", "serial"), ("抽查计划编号", "plan_number"), ("抽查任务编号", "number"), ("抽查任务\n名称", "name"),
                      ("抽查类型", "type"), ("抽查事项", "item_lines"), ("抽查对象范围", "scope"), ("抽查比例\n及频次", "ratio"),
                      ("预估抽查对象数", "count"), ("信用风险分类\n监管要求", "credit"), ("抽查检查\n起止时间", "period"), ("发起部门", "leader"),
                      ("配合部门", "partner_lines"), ("是否部门联合抽查", "joint"), ("调整情况", "change"), ("调整原因", "change_reason"),
                      ("备注", "note")],
        "mengan": [("序号", "serial"), ("抽查类别", "category"), ("抽查任务名称", "name"), ("抽查事项", "items"), ("检查对象", "scope"),
                   ("事项类别", "kind"), ("检查比例", "ratio"), ("检查频次", "frequency"), ("信用风险分类要求", "credit"),
                   ("初步检查时间", "period"), ("牵头部门", "leader"), ("参与部门", "partners"), ("执行股室", "section"),
                   ("检查方式", "method"), ("是否联合检查", "joint")],
        "huhai": [("序 号", "serial"), ("任务\u00a0编号", "number"), ("牵头 部门", "leader"), ("《联合事项清单》事项名称", "items"),
                  ("联合抽查任务名称", "name"), ("抽查 对象", "scope"), ("抽查 比例", "ratio"), ("拟抽查\n对象数\n（户）", "count"),
                  ("拟实施\u3000时间", "period"), ("参与部门", "partners"), ("参与部门的检查内容（检查事项）", "partner_content"),
                  ("检查 方式", "method"), ("信用风险等级（低、一般、较高、高）", "credit"), ("是否“综合查一次”", "comprehensive"),
                  ("事项类别", "kind"), ("是否联合", "joint")],
        "longqiao": [("序号", "serial"), ("任务编号", "number"), ("检查主体", "leader"), ("年度计划名称", "name"), ("检查内容", "content"),
                     ("抽查事项", "items"), ("计划开展时间", "period"), ("股室", "section"), ("抽查比例", "ratio"), ("抽查频次", "frequency"),
                     ("抽查数量", "count"), ("配合部门", "partners"), ("信用风险分类要求", "credit"), ("是否联合", "joint")],
        "zhongcheng": [("序号", "serial"), ("抽查任务编号", "number"), ("抽查任务名称", "name"), ("抽查类别", "category", "抽查项目"),
                       ("抽查事项", "item_lines", "抽查项目"), ("检查对象", "scope"), ("抽查比例", "ratio"), ("抽查频次", "frequency"),
                       ("预估抽查对象数", "count"), ("信用风险分类监管要求", "credit"), ("抽查时间段", "period"), ("发起部门", "leader"),
                       ("配合部门", "partners"), ("是否部门联合", "joint"), ("检查方式", "method"), ("事项类别", "kind")],
    }
    return [Column(header, key, group=group[0] if group else None, width=20 if key in ("name", "item_lines", "items") else 13)
            for header, key, *group in layouts[district.key]]


def document_number(district, plan, edition):
    sign = district.sign if not plan.startswith("longqiao") else "龙桥建"
    return f"{sign}〔{edition.written.year}〕{edition.serial}号"


def _context(district, plan, edition):
    year = int(plan[-4:])
    context = [
        ("office", "行政区划", district.area), ("year", "年度", str(year)), ("joint", "是否部门联合", "否"),
        ("plan_name", "计划名称", plan_name(plan)), ("plan_number", "计划编号", plan_number(district, plan)),
        ("edition", "版本", _ORDINAL[edition.number]),
        ("predecessor", "上一版本", _ORDINAL[edition.number - 1] if edition.number else ""),
        ("reason", "调整原因", edition.reason),
        ("title", "标题", plan_name(plan) + (f"（{_ORDINAL[edition.number]}）" if edition.number else "") + "（演示数据）"),
        ("index_number", "索引号", f"{district.area}00/{edition.written.year}-{edition.serial:05d}"),
        ("document_number", "文号", document_number(district, plan, edition)), ("issuer", "发布机构", district.issuer),
        ("written_on", "成文日期", edition.written), ("published_on", "发布日期", edition.published),
        ("abolished_on", "作废日期", edition.abolished), ("disclosure", "公开方式", edition.disclosure),
        ("platform", "使用平台", district.platform), ("basis", "制定依据", f"《国务院关于在市场监管领域全面推行部门联合“双随机、一公开”监管的意见》（国发〔2019〕5号）；{district.scheme_number}"),
    ]
    if plan.startswith("longqiao"):
        context = [("issuer", "发布机构", district.department("B")) if name == "issuer" else (name, term, value)
                   for name, term, value in context]
    return [entry for entry in context if entry[2] not in ("", None)]


def _iso(value):
    return value.isoformat() if isinstance(value, date) else value


def write(folder, district):
    for plan in plans_of(district):
        for edition in EDITIONS[plan]:
            _write_edition(folder, district, plan, edition)


def _write_edition(folder, district, plan, edition):
    rows = [row_of(district, plan, serial, task, cells, change)
            for serial, (task, cells, change) in enumerate(tasks_in(plan, edition.number, TASKS[plan]), 1)]
    context = _context(district, plan, edition)
    columns = _columns(district)
    titles = [f"{plan_name(plan)}（{_ORDINAL[edition.number]}）（演示数据）", f"编制单位：{district.issuer}　单位：户、家"]
    name = f"{district.key}/plan-{plan[-4:]}-{edition.number}"
    if district.key in ("mengan", "longqiao"):
        encoding = "gb18030" if district.key == "mengan" else "utf-8-sig"
        folder.table(f"{name}.csv", delimited(titles, columns, rows, encoding))
        folder.write(f"{name}.toml", toml([(field, _iso(value)) for field, _, value in context], "演示数据：表里没有写的，写在这里"))
        return
    merged = {"changping": ("plan_number", "scope"), "zhongcheng": ("category",), "huhai": ("leader",)}[district.key]
    sheet = ("抽查计划", titles, columns, rows, merged)
    folder.table(f"{name}.xlsx", workbook([sheet], [(term, _iso(value)) for _, term, value in context]))
