"""The editions of the plans: 原计划 → 第1次调整 → 第2次调整, what each changed and why."""

from dataclasses import dataclass, field
from datetime import date


@dataclass
class Edition:
    number: int
    written: date
    published: date
    reason: str = ""
    added: tuple = ()       # task keys that first stand in this edition
    dropped: tuple = ()     # task keys that no longer stand in it
    changed: dict = field(default_factory=dict)   # task key → (cells changed, reason)
    disclosure: str = "主动公开"
    abolished: date = None  # 作废
    serial: int = 3         # of its document number


EDITIONS = {
    "changping/2026": [
        Edition(0, date(2026, 2, 10), date(2026, 2, 13), serial=3),
        Edition(1, date(2026, 5, 20), date(2026, 5, 22), "上级部署美容美发行业专项整治，新增一项联合抽查任务；根据隐患排查情况提高特种设备抽查比例。",
                added=("12",), changed={"02": ({"ratio": "5%;2次/年", "count": "100家"}, "隐患排查发现问题较多，提高抽查比例")}, serial=9),
        Edition(2, date(2026, 9, 8), date(2026, 9, 10), "生态环境部门统一开展专项执法，取消重复的排污单位抽查；新增汽车销售维修行业联合抽查。",
                added=("13",), dropped=("09",),
                changed={"04": ({"period": "2026年9月-11月"}, "与物业服务质量评价同步开展，调整时间")}, serial=15),
    ],
    "changping/2024": [Edition(0, date(2024, 2, 20), date(2024, 2, 26), serial=2)],
    "mengan/2026": [
        Edition(0, date(2026, 3, 10), date(2026, 3, 18), serial=2),
        Edition(1, date(2026, 6, 15), date(2026, 6, 18), "根据群众投诉情况新增商品明码标价检查，降低低风险企业的公示信息抽查比例。",
                added=("11",), changed={"03": ({"ratio": "不低于0.3%"}, "低风险企业占比上升，降低抽查比例")}, serial=6),
        Edition(2, date(2026, 8, 20), date(2026, 8, 24), "新增预付卡发卡企业联合抽查；危险化学品检查比例表述更正。",
                added=("12",), changed={"10": ({"ratio": "≥50%"}, "原表“=50%”表述有误，更正为不低于50%")}, serial=8),
        Edition(3, date(2026, 10, 14), date(2026, 10, 16), "汽车销售维修企业已由上级统一抽查，取消本级任务，避免重复检查。",
                dropped=("09",), serial=11),
    ],
    "huhai/2026": [
        Edition(0, date(2026, 3, 19), date(2026, 3, 26), serial=5),
        Edition(1, date(2026, 6, 5), date(2026, 6, 8), "新增预付卡发卡企业检查，旅馆业检查比例确定为20%。", added=("11",),
                changed={"04": ({"ratio": "20%", "count": "6"}, "抽查基数已核实，确定比例")}, disclosure="依申请公开", serial=12),
        Edition(2, date(2026, 8, 17), date(2026, 8, 20), "化妆品经营者检查并入公共场所卫生联合抽查，取消单独任务；药品零售企业检查数量据实调整。",
                dropped=("08",), changed={"07": ({"ratio": "50-60家", "count": "50"}, "部分企业已注销，据实调整数量")}, serial=17),
    ],
    "longqiao/2026": [
        Edition(0, date(2026, 2, 10), date(2026, 2, 12), serial=13),
        Edition(1, date(2026, 5, 12), date(2026, 5, 14), "根据区政府扬尘治理部署，施工安全抽查比例由10%提高到15%。",
                changed={"01": ({"ratio": "15%"}, "扬尘治理部署，提高比例")}, serial=27),
        Edition(2, date(2026, 9, 2), date(2026, 9, 4), "新增建筑垃圾处置联合检查；装饰装修企业检查因力量不足取消。", added=("08",), dropped=("05",),
                changed={"02": ({"frequency": ">=1", "count": "12户"}, "重点工程增多，增加抽查数量")}, serial=41),
    ],
    "longqiao/2023": [Edition(0, date(2023, 2, 13), date(2023, 2, 17), serial=11)],
    "zhongcheng/2026": [
        Edition(0, date(2026, 4, 16), date(2026, 4, 20), serial=2),
        Edition(1, date(2026, 6, 22), date(2026, 6, 24), "新增排污单位环境监督联合抽查。（该次调整未履行会签程序，已于2026年7月15日作废。）",
                added=("10",), changed={"05": ({"ratio": "不少于8%", "count": "5户"}, "货运企业数量增加")},
                abolished=date(2026, 7, 15), serial=5),
        Edition(2, date(2026, 7, 13), date(2026, 7, 15), "重新履行会签程序后发布：新增排污单位环境监督联合抽查，广告经营者检查改为网络监测。",
                changed={"09": ({"ratio": "10%", "count": "2户"}, "改为网络监测，扩大抽查面"),
                         "05": ({"ratio": "不少于5%", "count": "3户"}, "恢复原计划比例")}, serial=7),
    ],
}


def tasks_in(plan, number, tasks):
    """The tasks of an edition with their cells then, and per task (change, reason)."""
    editions = EDITIONS[plan]
    first = {key: 0 for key in (task.key for task in tasks)}
    last = {}
    for edition in editions:
        for key in edition.added:
            first[key] = edition.number
        for key in edition.dropped:
            last[key] = edition.number
    for task in tasks:
        if first[task.key] > number or last.get(task.key, 99) <= number:
            continue
        cells, change = dict(task.cells), ("不变", "")
        for edition in editions[: number + 1]:
            if task.key in edition.changed:
                cells.update(edition.changed[task.key][0])
                if edition.number == number:
                    change = ("变更", edition.changed[task.key][1])
        if number > 0 and first[task.key] == number:
            change = ("新增", editions[number].reason)
        yield task, cells, change
