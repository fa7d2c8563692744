"""Follow-ups 后续处置 in every state: finished in time, in steps, late, open, overdue, handed over, withheld."""

from datetime import date

from .days import AS_OF, working_days_after
from .files import Column, delimited, toml, workbook
from .plans import task_number

_MEASURES = ("责令改正，日常监管部门跟踪", "责令限期整改", "停止检查，反馈至日常监管部门")
_MONTH_BACK = date(2026, 10, 26)  # what arose after it still has time


def _finished_at_once(begun):
    done = working_days_after(begun, 8)
    return [dict(state="已完结", measure=_MEASURES[0], handled=working_days_after(begun, 3), finished=done, outcome="已改正，复查合格")]


def _in_two_steps(begun):
    return [dict(state="未完结", measure=_MEASURES[1], handled=working_days_after(begun, 4)),
            dict(state="已完结", measure=_MEASURES[1], handled=working_days_after(begun, 4), finished=working_days_after(begun, 15),
                 outcome="限期内完成整改")]


def _late_in_three_steps(begun):
    return [dict(state="未完结", measure=_MEASURES[1], handled=working_days_after(begun, 6)),
            dict(state="未完结", measure="延长整改期限，约谈负责人", handled=working_days_after(begun, 18)),
            dict(state="已完结", measure="复查", handled=working_days_after(begun, 27), finished=working_days_after(begun, 28),
                 outcome="整改完成，超过规定时限", revisit="回访时未再发现同类问题")]


def _open(begun):
    return [dict(state="未完结", measure=_MEASURES[1], handled=working_days_after(begun, 2))]


def _not_yet_handled(begun):
    return [dict(state="未完结", measure="")]


def _handed(how, to, end):
    def steps(begun):
        first = dict(state="未完结", measure="移交处理", transfer=how, to=to, handled=working_days_after(begun, 3))
        if not end:
            return [first]
        return [first, dict(state="已完结", measure="移交处理", transfer=how, to=to, handled=working_days_after(begun, 3),
                            finished=working_days_after(begun, 17), outcome=end)]
    return steps


def _filed(begun):
    return [dict(state="未完结", measure="发现案件线索，固定证据后移送办案机构", transfer="立案", to="本局办案机构", handled=working_days_after(begun, 2)),
            dict(state="已完结", measure="立案调查", transfer="立案", to="本局办案机构", handled=working_days_after(begun, 2),
                 finished=working_days_after(begun, 19), outcome="已作出行政处罚决定")]


def _withheld(begun):
    return [dict(state="未完结", measure="立案调查", transfer="立案", handled=working_days_after(begun, 5), disclosure="不予公开",
                 reason="正在办理的行政执法案卷信息", basis="《政府信息公开条例》第十六条")]


_COURSES = [
    _finished_at_once, _in_two_steps, _filed, _handed("转办", "属地市场监管所", "属地单位已处理完毕"), _late_in_three_steps,
    _handed("移送", "有处置权限的上级部门", ""), _handed("抄告", "行业主管部门", "行业主管部门已纳入日常监管"), _open,
    _handed("移送司法机关", "公安机关", ""), _filed, _not_yet_handled, _in_two_steps, _withheld, _finished_at_once,
]


def write(folder, district, found, chance):
    """Writes the sheet; the results that were filed as cases, for the penalties."""
    matters = [one for one in found if one.published and one.disclosure == "主动公开"
               and ("待后续处理" in one.outcome or "违反" in one.outcome or one.outcome == "发现问题")]
    matters += [one for one in found if one.published and one.outcome == "发现问题已责令改正" and one.disclosure == "主动公开"][::6]
    rows, cases = [], []
    for number, one in enumerate(matters):
        begun = working_days_after(one.produced, number % 3)
        course = _open if begun >= _MONTH_BACK else _COURSES[number % len(_COURSES)]
        steps = course(begun)
        if any(step.get("finished") and step["finished"] > AS_OF for step in steps):
            steps = steps[:1] if steps[0]["state"] == "未完结" else _open(begun)
        for step, entry in enumerate(steps, 1):
            day = entry.get("finished") or entry.get("handled") or begun
            rows.append(_row(district, len(rows) + 1, one, step, begun, entry, min(working_days_after(day, 1), AS_OF)))
        if course is _filed and steps[-1]["state"] == "已完结":
            cases.append((one, steps[-1]["finished"]))
    if rows:
        _write_sheet(folder, district, rows)
    return cases


def _row(district, serial, one, step, begun, entry, published):
    return {"serial": serial, "task_number": task_number(district, one.draw.plan, one.draw.of()), "task_name": one.draw.of().name,
            "name": one.subject.name, "code": one.subject.code, "item": one.item.name, "step": step, "state": entry["state"],
            "measure": entry.get("measure"), "transfer": entry.get("transfer", "无"), "to": entry.get("to"), "begun": begun,
            "handled": entry.get("handled"), "finished": entry.get("finished"), "outcome": entry.get("outcome"),
            "revisit": entry.get("revisit"), "agency": district.department(one.item.department), "published": published,
            "disclosure": entry.get("disclosure", "主动公开"), "reason": entry.get("reason"), "basis": entry.get("basis")}


_HEADERS = [("序号", "serial"), ("抽查任务编号", "task_number"), ("抽查任务名称", "task_name"), ("被检查单位", "name"), ("统一社会信用代码/注册号", "code"),
            ("检查事项", "item"), ("第几次进展", "step"), ("后续处置状态", "state"), ("后续处置措施", "measure"), ("线索移交", "transfer"),
            ("接收单位", "to"), ("后续处置信息\n产生日期", "begun"), ("处置日期", "handled"), ("完结日期", "finished"), ("完结结果", "outcome"),
            ("回访情况", "revisit"), ("处置机关", "agency"), ("公示日期", "published"), ("公开方式", "disclosure"), ("不公开理由", "reason"),
            ("不公开依据", "basis")]
_DATES = {"changping": "text", "mengan": "iso", "huhai": "serial", "longqiao": "slash", "zhongcheng": "text"}


def _write_sheet(folder, district, rows):
    columns = [Column(header if district.key not in ("mengan", "longqiao") else header.replace("\n", ""), key, dates=_DATES[district.key],
                      width=26 if key in ("name", "measure", "outcome") else 13)
               for header, key in _HEADERS if district.key != "mengan" or key != "task_number"]
    titles = [f"{district.name}双随机抽查后续处置情况表（演示数据）"]
    if district.key in ("mengan", "longqiao"):
        folder.table(f"{district.key}/follow-ups.csv", delimited(titles, columns, rows, "gb18030" if district.key == "mengan" else "utf-8-sig"))
        folder.write(f"{district.key}/follow-ups.toml", toml([("office", district.area)], "演示数据：这张表是哪个区县的"))
    else:
        folder.table(f"{district.key}/follow-ups.xlsx", workbook([("后续处置", titles, columns, rows)], [("行政区划", district.area)]))
