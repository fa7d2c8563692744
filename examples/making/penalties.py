"""Penalties 行政处罚: what the filed cases led to, and one of each kind that is not published."""

from datetime import date

from .days import AS_OF, working_days_after
from .files import Column, delimited, toml, workbook
from .plans import task_number


def _row(district, serial, subject, decided, **more):
    row = {"number": f"{district.short[:2]}示罚〔{decided.year}〕{serial:03d}号", "serial": serial, "name": subject.name, "code": subject.code,
           "violation": "违反监督管理规定", "category": "罚款", "content": "罚款人民币5000元", "amount": "5000元",
           "agency": district.department("B" if district.key == "longqiao" else "M"), "decided": decided,
           "published": min(working_days_after(decided, 5), AS_OF), "warning": "否"}
    row.update(more)
    return row


def _of_cases(district, cases):
    for serial, (one, decided) in enumerate(cases, 1):
        amount = 1000 * (2 + serial % 7)
        yield _row(district, serial, one.subject, decided, violation=one.problem or "违反监督管理规定", content=f"罚款人民币{amount}元，责令改正",
                   amount=f"{amount}元", agency=district.department(one.item.department), item=one.item.name,
                   task=task_number(district, one.draw.plan, one.draw.of()), task_name=one.draw.of().name)


def _others(district, serial, subjects):
    """One warning only, one notice of criticism that has ended, one revoked, one of 2023 that has ended, one withheld."""
    yield _row(district, serial + 1, subjects[0], date(2026, 7, 8), category="警告", content="警告", amount="", warning="是")
    yield _row(district, serial + 2, subjects[1], date(2026, 4, 10), category="通报批评", content="通报批评", amount="")
    yield _row(district, serial + 3, subjects[2], date(2026, 5, 19), revoked=date(2026, 8, 11),
               revoked_reason="经行政复议，认定事实不清，决定撤销（演示）")
    yield _row(district, serial + 4, subjects[3], date(2023, 9, 6), content="罚款人民币20000元", amount="20000元")
    yield _row(district, serial + 5, subjects[4], date(2026, 9, 22), category="吊销许可证件", content="吊销食品经营许可证", amount="")
    yield _row(district, serial + 6, subjects[5], date(2026, 6, 3), category="没收违法所得、罚款", content="没收违法所得1260元，罚款人民币3000元",
               amount="4260元", disclosure="不予公开", reason="涉及第三方商业秘密", basis="《政府信息公开条例》第十五条")


_HEADERS = [("序号", "serial"), ("行政处罚决定书文号", "number"), ("当事人名称", "name"), ("统一社会信用代码", "code"), ("违法行为类型", "violation"),
            ("行政处罚内容", "content"), ("处罚种类", "category"), ("罚款金额", "amount"), ("作出处罚决定机关名称", "agency"), ("处罚决定日期", "decided"),
            ("公示日期", "published"), ("是否仅警告", "warning"), ("撤销日期", "revoked"), ("撤销原因", "revoked_reason"), ("抽查任务编号", "task"),
            ("抽查任务名称", "task_name"), ("检查事项", "item"), ("公开方式", "disclosure"), ("不公开理由", "reason"), ("不公开依据", "basis")]


def write(folder, district, found, cases):
    rows = list(_of_cases(district, cases))
    living = [one.subject for one in found if one.subject.status == "存续" and one.subject.code and one.draw.when.year == 2026]
    if district.key in ("changping", "zhongcheng"):
        rows += _others(district, len(rows), living[7::9])
    if not rows:
        return
    columns = [Column(header, key, dates="iso", width=24 if key in ("name", "violation", "content") else 14) for header, key in _HEADERS]
    titles = [f"{district.name}行政处罚信息公示表（演示数据）"]
    context = [("office", "行政区划", district.area)]
    if district.key in ("mengan", "longqiao"):
        folder.table(f"{district.key}/penalties.csv", delimited(titles, columns, rows, "gb18030" if district.key == "mengan" else "utf-8-sig"))
        folder.write(f"{district.key}/penalties.toml", toml([(field, value) for field, _, value in context], "演示数据：这张表是哪个区县的"))
    else:
        folder.table(f"{district.key}/penalties.xlsx", workbook([("行政处罚", titles, columns, rows)], [(term, value) for _, term, value in context]))
