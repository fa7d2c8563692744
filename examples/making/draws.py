"""The twelve recorded draw lists 抽查名单, about 900 objects."""

from dataclasses import dataclass, field
from datetime import date, datetime

from .days import working_day_before, working_days_after
from .files import Column, delimited, toml, workbook, written
from .libraries import inspectors_of
from .plans import plan_name, task_number
from .tasks import TASKS


@dataclass
class Draw:
    plan: str
    task: str
    number: str
    when: datetime
    count: int
    ratio: object           # "100%" of a given list, or the names of the strata drawn from (none: one pool)
    scope: str
    results: int            # how many rows of results it has
    inspected: int          # of how many objects
    matching: str = "随机匹配"
    list_public: bool = True
    reveal: date = None
    style: str = "xlsx"
    objects: list = field(default_factory=list)

    def of(self):
        return next(task for task in TASKS[self.plan] if task.key == self.task)


_DRAWS = {
    "changping": [
        Draw("changping/2024", "01", "1", datetime(2024, 5, 13, 9, 30), 60, (), "全区食品销售者", 60, 60),
        Draw("changping/2026", "01", "1", datetime(2026, 3, 16, 9, 30), 120, ("大型餐饮", "中小型餐饮", "小吃店"), "全区餐饮服务经营者", 112, 100),
        Draw("changping/2026", "02", "1", datetime(2026, 9, 15, 10, 5), 80, (), "全区特种设备使用单位（工业企业、住宿、物业）", 50, 48),
    ],
    "mengan": [
        Draw("mengan/2026", "01", "1", datetime(2026, 3, 25, 15, 0), 110, ("城区", "乡镇"), "全区餐饮服务经营者", 88, 84, style="gb"),
        Draw("mengan/2026", "02", "第一批", datetime(2026, 5, 11, 9, 0), 40, (), "全区药品零售企业", 38, 38, "直接委派", style="gb"),
        Draw("mengan/2026", "02", "第二批", datetime(2026, 10, 12, 9, 0), 40, (), "全区药品零售企业（第一批未抽中的）", 26, 22, "随机匹配", style="gb"),
    ],
    "huhai": [
        Draw("huhai/2026", "01", "1", datetime(2026, 5, 18, 14, 30), 90, "100%", "“综合查一次”企业清单", 66, 60, list_public=False),
        Draw("huhai/2026", "02", "1", datetime(2026, 7, 6, 9, 0), 90, (), "餐饮服务单位（“综合查一次”清单以外）", 67, 62),
    ],
    "longqiao": [
        Draw("longqiao/2023", "01", "1", datetime(2023, 4, 10, 9, 0), 60, (), "在建项目", 60, 60, style="tsv"),
        Draw("longqiao/2026", "01", "1", datetime(2026, 6, 9, 9, 30), 50, (), "在建项目", 40, 40, "邻区匹配", style="utf8"),
    ],
    "zhongcheng": [
        Draw("zhongcheng/2026", "01", "1", datetime(2026, 5, 12, 10, 0), 120, (), "全区餐饮服务经营者", 80, 76),
        Draw("zhongcheng/2026", "03", "1", datetime(2026, 11, 10, 9, 0), 60, "100%", "旅馆业经营者、美容美发和文化娱乐场所中的住宿部分", 0, 0, reveal=date(2026, 12, 1)),
    ],
}

# Tasks whose list was not recorded here: when they were drawn and how many results they have.
_UNLISTED = {
    "changping": [("changping/2026", "03", (4, 13), 7), ("changping/2026", "04", (9, 3), 6), ("changping/2026", "05", (5, 19), 6),
                  ("changping/2026", "06", (4, 8), 4), ("changping/2026", "07", (3, 4), 7), ("changping/2026", "08", (6, 23), 7),
                  ("changping/2026", "11", (3, 31), 7), ("changping/2026", "12", (7, 14), 7), ("changping/2024", "02", (6, 18), 7),
                  ("changping/2024", "03", (8, 6), 6)],
    "mengan": [("mengan/2026", "03", (6, 30), 7), ("mengan/2026", "04", (7, 7), 6), ("mengan/2026", "05", (4, 20), 7),
               ("mengan/2026", "08", (5, 27), 5), ("mengan/2026", "11", (8, 4), 7)],
    "huhai": [("huhai/2026", "03", (7, 20), 7), ("huhai/2026", "04", (4, 22), 6), ("huhai/2026", "05", (6, 3), 7),
              ("huhai/2026", "06", (7, 13), 6), ("huhai/2026", "07", (4, 14), 7), ("huhai/2026", "09", (6, 24), 7),
              ("huhai/2026", "10", (3, 30), 7)],
    "longqiao": [("longqiao/2026", "02", (4, 21), 6), ("longqiao/2026", "03", (5, 20), 7), ("longqiao/2026", "04", (6, 16), 5),
                 ("longqiao/2026", "06", (7, 28), 7), ("longqiao/2023", "02", (5, 16), 7), ("longqiao/2023", "03", (6, 13), 3)],
    "zhongcheng": [("zhongcheng/2026", "02", (6, 30), 7), ("zhongcheng/2026", "04", (7, 7), 7), ("zhongcheng/2026", "06", (9, 8), 7),
                   ("zhongcheng/2026", "07", (8, 11), 7), ("zhongcheng/2026", "08", (7, 21), 7)],
}


def _pool(district, draw, subjects):
    trades = draw.of().trades if draw.of().key != "03" or district.key != "zhongcheng" else ("hotel", "leisure")
    pool = [one for one in subjects if one.trade in trades and one.kind not in ("产品", "行为")]
    if draw.number == "第二批" or "以外" in draw.scope:
        pool = [one for one in pool if one.drawn == 0]
    return pool


def results_planned():
    """How many results all districts have together."""
    return sum(draw.results for draws in _DRAWS.values() for draw in draws) + sum(
        one[3] for tasks in _UNLISTED.values() for one in tasks)


def write(folder, district, subjects, chance):
    """Writes the lists in the order of their moments; the draws with their objects."""
    for number, draw in enumerate(_DRAWS[district.key], 1):
        pool = _pool(district, draw, subjects)
        closed = [one for one in pool if one.status != "存续"][:4]  # the libraries lag behind the register
        living = [one for one in pool if one.status == "存续"]
        draw.objects = closed + chance.sample(living, min(draw.count - len(closed), len(living)))
        chance.shuffle(draw.objects)
        for one in draw.objects:
            one.drawn += 1
        _write_draw(folder, district, draw, number, len(draw.objects) if draw.ratio == "100%" else len(pool))
    return _DRAWS[district.key] + [_unlisted(one, subjects, chance) for one in _UNLISTED[district.key]]


def _unlisted(of, subjects, chance):
    plan, task, (month, day), results = of
    draw = Draw(plan, task, "", datetime(int(plan[-4:]), month, day), results, "", "", results, results, style="none")
    living = [one for one in subjects if one.trade in draw.of().trades and one.kind not in ("产品", "行为") and one.status == "存续"]
    draw.objects = chance.sample(living, min(results, len(living)))
    draw.results = draw.inspected = len(draw.objects)
    return draw


def _facts(district, draw, population, people):
    """What is the same for the whole list: (context field, Chinese term, text)."""
    task = draw.of()
    drawn = draw.when.date()
    announced = working_days_after(drawn, 2)
    return [
        ("office", "行政区划", district.area), ("plan_name", "计划名称", plan_name(draw.plan)),
        ("task_number", "任务编号", task_number(district, draw.plan, task)), ("task_name", "任务名称", task.name),
        ("draw_number", "抽取批次", draw.number), ("draw_type", "抽查类型", task.cells["type"]),
        ("title", "标题", f"{district.department(task.leader)}{drawn.year}年度{task.name}抽查名单公告（演示数据）"),
        ("agency", "检查机关", district.department(task.leader)),
        ("drawn_at", "抽取时间", f"{written(drawn)} {draw.when:%H:%M}" if draw.style != "tsv" else f"{draw.when:%Y-%m-%d %H:%M}"),
        ("method", "抽取方式", "平台系统随机抽取，现场公开"), ("scope", "抽取范围", draw.scope), ("population", "抽取库总户数", str(population)),
        ("target", "抽取目标户数", str(len(draw.objects))), ("ratio", "抽取比例", _ratio(draw, population)),
        ("inspectors_drawn", "抽取检查人员数", str(people)), ("matching", "匹配方式", draw.matching),
        ("trained_on", "培训日期", working_day_before(drawn)),
        ("confirmed_on", "认领比对确认日期", working_days_after(drawn, 6 if draw.matching == "邻区匹配" else 4)),
        ("notified_on", "告知日期", working_days_after(drawn, 5)), ("witnesses", "见证单位", "区司法局、区政务服务中心（演示）"),
        ("list_public", "名单是否公示", "是" if draw.list_public else "否"), ("reveal_on", "名单公开日期", draw.reveal),
        ("document_number", "文号", f"{district.sign}〔{drawn.year}〕抽{drawn.month}号"), ("published_on", "发布日期", announced),
        ("disclosure", "公开方式", "主动公开"),
    ]


def _ratio(draw, population):
    """抽取比例 as it came out, by stratum where there are any."""
    if isinstance(draw.ratio, str):
        return draw.ratio
    count = len(draw.objects)
    if not draw.ratio:
        return f"{100 * count / population:.1f}%"
    parts, left, left_of = [], count, population
    for name in draw.ratio[:-1]:  # the bigger ones more often
        of = population // (5 * len(draw.ratio))
        drawn = min(of, count * 2 // 5, left)
        parts.append((name, drawn, of))
        left, left_of = left - drawn, left_of - of
    parts.append((draw.ratio[-1], left, left_of))
    return "分层抽取：" + "，".join(f"{name}{100 * drawn / of:.1f}%（{drawn}/{of}户）" for name, drawn, of in parts)


def _write_draw(folder, district, draw, number, population):
    people = sum(letter in draw.of().leader + draw.of().partners for _, _, _, letter in inspectors_of(district))
    rows = []
    for serial, one in enumerate(draw.objects, 1):
        rows.append({"serial": serial, "name": one.name, "code": one.code, "authority": district.department("M"), "kind": one.kind,
                     "note": "当年已注销，仍按名录抽出" if one.status == "注销" else ""})
    columns = [Column("序号", "serial"), Column("市场主体名称", "name", width=32), Column("统一社会信用代码/注册号", "code", width=24),
               Column("登记机关", "authority", width=24), Column("对象类别", "kind")]
    columns.append(Column("备注", "note"))
    facts = [fact for fact in _facts(district, draw, population, people) if fact[2]]
    facts = [(field, term, value.isoformat() if isinstance(value, date) else value) for field, term, value in facts]
    title = f"{district.department(draw.of().leader)}{draw.when.year}年度第{number:03d}号抽查名单（演示数据）"
    stem = f"{district.key}/draw-{draw.when:%Y%m%d}"
    if draw.style == "xlsx":
        folder.table(f"{stem}.xlsx", workbook([("抽查名单", [title], columns, rows, ("authority",))],
                                              [(term, value) for _, term, value in facts]))
        return
    if draw.style == "tsv":
        folder.table(f"{stem}.tsv", delimited([title], columns, rows, "utf-8", "\t"))
    else:
        folder.table(f"{stem}.csv", delimited([title], columns, rows, "gb18030" if draw.style == "gb" else "utf-8-sig"))
    folder.write(f"{stem}.toml", toml([(field, value) for field, _, value in facts], "演示数据：这次抽取的情况"))
