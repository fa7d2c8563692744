"""The 900 results 抽查检查结果: every result code, every state they can be in."""

from dataclasses import dataclass
from datetime import date, timedelta

from .days import AS_OF, working_days_after
from .draws import results_planned
from .files import Column, delimited, toml, workbook
from .plans import plan_name, plan_number, task_number

assert results_planned() == 900, results_planned()

NONE, PENDING, CORRECTED = "未发现问题", "发现问题待后续处理", "发现问题已责令改正"
_OFTEN = [(NONE, 770), (CORRECTED, 90), (PENDING, 75), ("未按规定公示应当公示的信息", 20),
          ("通过登记的住所（经营场所）无法联系", 15), ("未发现开展本次抽查涉及的经营活动", 20), ("发现问题", 10)]
_BY_STATUS = {"注销": "注销", "吊销": "被吊销", "迁出": "迁出"}

# Each of these stands in every district's results, two rows apart: the rare codes, several results at once, the
# manner of the inspected, and the states a result passes through before it is public.
_SPECIAL = [
    {"outcome": "公示信息隐瞒真实情况、弄虚作假", "cooperation": "隐瞒真实情况", "problem": "提供的进货票据与实际不符"},
    {"outcome": "不配合检查情节严重", "cooperation": "拒绝接受抽查", "signature": "拒绝签字", "problem": "拒绝检查人员进入经营场所"},
    {"outcome": "公示信息隐瞒真实情况、弄虚作假", "cooperation": "弄虚作假", "problem": "更换封存样品"},
    {"outcome": NONE, "signature": "拒绝签字", "note": "对方拒绝在检查记录表上签字，已注明并全程录像"},
    {"outcome": "已关闭停业或正在组织清算"}, {"outcome": "被撤销"}, {"outcome": "暂停营业"}, {"outcome": "被吊销许可"},
    {"outcome": "违反食品药品管理相关规定", "problem": "经营标签不符合规定的预包装食品"}, {"outcome": "违反质量技术监督相关规定", "problem": "计量器具未检定"},
    {"outcome": "违反其他部门相关规定", "problem": "占用疏散通道"}, {"outcome": "违反其他工商行政管理规定行为", "problem": "未悬挂营业执照"},
    {"outcome": "违反公安部门相关规定", "problem": "未如实登记住宿信息"}, {"outcome": "该主体未建财务账"}, {"outcome": "其他", "note": "因道路施工无法到达，改期检查"},
    {"outcome": "未按规定公示应当公示的信息、通过登记的住所（经营场所）无法联系"},
    {"outcome": "未按规定公示应当公示的信息，发现问题已责令改正", "problem": "年度报告逾期公示，已补报"},
    {"outcome": "正常"}, {"outcome": "查无下落"},  # older wording of the same codes
    {"outcome": NONE, "audit": "待审核"}, {"outcome": CORRECTED, "audit": "审核退回", "problem": "记录表日期填写有误"},
    {"outcome": PENDING, "audit": "不通过"}, {"outcome": "待录入", "audit": "未录入"},
    {"outcome": CORRECTED, "disclosure": "不予公开", "reason": "涉及企业商业秘密，经征求意见企业不同意公开", "basis": "《政府信息公开条例》第十五条",
     "decided_by": "本机关法制机构", "review": date(2026, 10, 30)},
    {"outcome": PENDING, "disclosure": "不予公开", "reason": "正在办理的行政执法案卷信息", "basis": "《政府信息公开条例》第十六条",
     "decided_by": "本机关法制机构", "review": date(2027, 3, 31)},
    {"outcome": NONE, "disclosure": "依申请公开", "reason": "检查对象为涉密单位的配套企业", "basis": "《政府信息公开条例》第十四条",
     "decided_by": "本机关保密委员会", "review": date(2027, 6, 30)},
    {"outcome": NONE, "form": "无", "note": "检查记录表缺失，任务不计为完成"},
    {"outcome": NONE, "source": "采用区卫生监督所2026年同类检查结论", "methods": "行政部门检查结果或专业意见"},
    {"outcome": CORRECTED, "expires": "短", "problem": "公示栏内容不全"},
]


@dataclass
class Result:
    draw: object
    subject: object
    item: object
    outcome: str
    problem: str = ""
    methods: str = ""
    inspected: date = None
    finished: date = None
    produced: date = None
    entered: date = None
    audited: date = None
    published: date = None
    audit: str = "已公示"
    signature: str = "签字"
    cooperation: str = "配合"
    form: str = "有"
    source: str = ""
    disclosure: str = "主动公开"
    reason: str = ""
    basis: str = ""
    decided_by: str = ""
    review: date = None
    expires: date = None
    note: str = ""


def write(folder, district, drawn, chance):
    """One file a district and year; the results, for what followed from them."""
    everything = []
    for draw in drawn:
        if not draw.results:
            continue
        of_draw = list(_results(district, draw, chance))
        assert len(of_draw) == draw.results, (district.key, draw.task, len(of_draw))
        _put_special(of_draw, draw, chance)
        everything += of_draw
    for year in sorted({draw.when.year for draw in drawn}):
        rows = [one for one in everything if one.draw.when.year == year]
        if rows:
            _write_year(folder, district, year, rows)
    return everything


def _results(district, draw, chance):
    """The inspected objects with their first item, then some of them with a second or third."""
    items = draw.of().items
    inspected = draw.objects[: draw.inspected]
    places = [(one, items[0]) for one in inspected]
    extra = [(one, item) for item in items[1:] for one in inspected]
    assert draw.results - len(places) <= len(extra), (district.key, draw.task, draw.number, len(draw.objects))
    places += chance.sample(extra, draw.results - len(places)) if draw.results > len(places) else []
    for one, item in places[: draw.results]:
        yield _result(draw, one, item, chance)


def _result(draw, subject, item, chance):
    outcome = _BY_STATUS.get(subject.status) or chance.choices([o for o, _ in _OFTEN], [w for _, w in _OFTEN])[0]
    result = Result(draw, subject, item, outcome, methods=item.method)
    if outcome in (CORRECTED, PENDING, "发现问题"):
        result.problem = chance.choice(item.problems)
    last = (AS_OF - draw.when.date()).days - 8
    result.inspected = working_days_after(draw.when.date(), 6 + chance.randrange(min(55, max(last * 5 // 7 - 6, 1))))
    result.finished = working_days_after(result.inspected, chance.choice((0, 0, 0, 1, 2)))
    result.produced = working_days_after(result.finished, chance.choice((0, 0, 1, 3)))
    late = chance.randrange(100) < 8
    result.entered = working_days_after(result.produced, chance.randrange(1, 4))
    result.audited = working_days_after(result.entered, chance.randrange(1, 3))
    result.published = working_days_after(result.audited, 20 + chance.randrange(6) if late else 1)
    if result.published > AS_OF:  # still on its way
        result.published = None
        result.audit = "待审核" if result.audited <= AS_OF else "未录入"
        result.audited = result.audited if result.audited <= AS_OF else None
        result.entered = result.entered if result.entered <= AS_OF else None
    return result


def _put_special(results, draw, chance):
    """The special rows, into places whose subject is alive and whose result is already published."""
    if draw.when.year < 2026:
        for at, result in enumerate(results):
            if at % 15 == 3:  # old findings whose publication has ended
                result.outcome, result.problem, result.expires = CORRECTED, result.item.problems[0], result.published + timedelta(days=365)
        return
    if draw.style == "none":
        return
    places = [one for one in results if one.subject.status == "存续" and one.published]
    start = 0 if draw.results > 64 else len(_SPECIAL) // 2
    for special, result in zip(_SPECIAL[start:], places[4::2]):
        _apply(special, result)
    for result in places[5::23]:  # entered but not put up in time
        result.published = None
        result.audit = ""
        result.note = "尚未推送公示系统"


def _apply(special, result):
    result.outcome = special["outcome"]
    result.problem = special.get("problem", result.item.problems[0] if result.outcome in (CORRECTED, PENDING) else "")
    for name in ("signature", "cooperation", "form", "source", "methods", "disclosure", "reason", "basis", "decided_by", "review", "note"):
        if name in special:
            setattr(result, name, special[name])
    if "audit" in special:
        result.audit, result.published = special["audit"], None
        if special["audit"] == "未录入":
            result.entered = result.audited = None
    if special.get("expires"):
        result.expires = result.published + timedelta(days=30)


_LAYOUTS = {
    "changping": [("抽查计划编号", "plan_number"), ("抽查计划名称", "plan_name"), ("抽查任务编号", "task_number"), ("抽查任务名称", "task_name"),
                  ("抽查类型", "type"), ("检查机关", "agency"), ("抽查市场主体名称", "name"), ("统一社会信用代码/注册号", "code"), ("检查事项", "item"),
                  ("检查部门", "department"), ("检查日期", "inspected"), ("检查完成日期", "finished"), ("结果产生日期", "produced"),
                  ("检查结果", "outcome"), ("发现的问题", "problem"), ("核查方式", "methods"), ("录入日期", "entered"), ("审核日期", "audited"),
                  ("公示日期", "published"), ("审核状态", "audit"), ("签字情况", "signature"), ("配合情况", "cooperation"), ("检查记录表", "form"),
                  ("结论来源", "source"), ("公开方式", "disclosure"), ("不公开理由", "reason"), ("不公开依据", "basis"), ("决定单位", "decided_by"), ("复审日期", "review"), ("公示期满日期", "expires"),
                  ("备注", "note")],
    "mengan": [("抽查任务名称", "task_name"), ("抽查批次", "draw"), ("检查机关", "agency"), ("企业名称", "name"), ("信用代码/注册号", "code"),
               ("抽查事项", "item"), ("检查部门", "department"), ("检查时间", "inspected"), ("检查完毕日期", "finished"), ("检查结果产生日期", "produced"),
               ("抽查结果", "outcome"), ("存在问题", "problem"), ("检查方式", "methods"), ("录入时间", "entered"), ("审核时间", "audited"),
               ("公示时间", "published"), ("录入状态", "audit"), ("是否签字", "signature"), ("是否配合", "cooperation"), ("记录表", "form"),
               ("结论依据", "source"), ("公开属性", "disclosure"), ("不予公开理由", "reason"), ("不予公开依据", "basis"), ("决定单位", "decided_by"), ("复审日期", "review"), ("公示截止日期", "expires"),
               ("备注", "note")],
    "huhai": [("任务\u00a0编号", "task_number"), ("任务 名称", "task_name"), ("检查\n单位", "agency"), ("被检查单位\n名称", "name"),
              ("统一社会信用代码", "code"), ("检查 事项", "item"), ("检查\n部门", "department"), ("检查 日期", "inspected"), ("完成 日期", "finished"),
              ("结果形成\n日期", "produced"), ("检查\n结论", "outcome"), ("存在的\n问题", "problem"), ("检查 方式", "methods"), ("录入日期", "entered"),
              ("审核日期", "audited"), ("公示\n日期", "published"), ("审核状态", "audit"), ("签字\n情况", "signature"), ("配合\n情况", "cooperation"),
              ("现场检查\n记录表", "form"), ("结论 来源", "source"), ("公开\n方式", "disclosure"), ("不公开 理由", "reason"), ("不公开 依据", "basis"), ("决定单位", "decided_by"), ("复审日期", "review"),
              ("公示期满\n日期", "expires"), ("备注", "note")],
    "zhongcheng": [("抽查任务编号", "task_number"), ("抽查任务名称", "task_name"), ("检查机关", "agency", "检查"), ("检查部门", "department", "检查"),
                   ("被检查对象名称", "name"), ("社会信用代码", "code"), ("检查事项", "item"), ("检查日期", "inspected"), ("检查完成日期", "finished"),
                   ("结果产生日期", "produced"), ("检查结果", "outcome"), ("发现问题", "problem"), ("检查方式", "methods"), ("录入日期", "entered"),
                   ("审核日期", "audited"), ("公示日期", "published"), ("审核状态", "audit"), ("签字情况", "signature"), ("配合情况", "cooperation"),
                   ("现场检查记录表", "form"), ("结论来源", "source"), ("公开方式", "disclosure"), ("不公开理由", "reason"), ("不公开依据", "basis"), ("决定单位", "decided_by"), ("复审日期", "review"),
                   ("公示期满日期", "expires"), ("备注", "note")],
}
_LAYOUTS["longqiao"] = [("任务编号", "task_number"), ("任务名称", "task_name"), ("受检单位", "name"), ("主体代码", "code")] + [
    pair for pair in _LAYOUTS["changping"][8:]] + [("检查机关", "agency")]
_DATES = {"changping": "serial", "mengan": "slash", "huhai": "text", "longqiao": "dot", "zhongcheng": "iso"}


def _row(district, serial, one):
    task = one.draw.of()
    return {**vars(one), "serial": serial, "plan_number": plan_number(district, one.draw.plan), "plan_name": plan_name(one.draw.plan),
            "task_number": task_number(district, one.draw.plan, task), "task_name": task.name, "type": task.cells["type"],
            "draw": one.draw.number, "agency": district.department(task.leader), "name": one.subject.name, "code": one.subject.code,
            "item": one.item.name, "department": district.department(one.item.department)}


def _write_year(folder, district, year, results):
    rows = [_row(district, serial, one) for serial, one in enumerate(results, 1)]
    columns = [Column("序号", "serial")]
    for header, key, *group in _LAYOUTS[district.key]:
        columns.append(Column(header, key, group=group[0] if group else None, width=28 if key in ("name", "task_name") else 13,
                              dates=_DATES[district.key]))
    title = f"{district.name}{year}年度双随机抽查结果公告（演示数据）"
    stem = f"{district.key}/results-{year}"
    if district.key in ("mengan", "longqiao"):
        folder.table(f"{stem}.csv", delimited([title], columns, rows, "gb18030" if district.key == "mengan" else "utf-8-sig"))
        folder.write(f"{stem}.toml", toml([("office", district.area), ("year", str(year))], "演示数据：这张表是哪个区县的"))
    else:
        sheet = ("抽查结果", [title], columns, rows, ("task_name", "plan_name", "plan_number", "task_number"))
        folder.table(f"{stem}.xlsx", workbook([sheet], [("行政区划", district.area), ("年度", str(year))]))
