"""一单两库 besides the lists: the objects (检查对象名录库) and the inspectors (执法检查人员名录库)."""

from dataclasses import dataclass
from datetime import date, timedelta

from . import codes
from .files import Column, delimited, toml, workbook

_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_PAIRS = [_STEMS[i % 10] + _BRANCHES[i % 12] for i in range(60)]  # 甲子 … 癸亥: plainly no real names

# trade → (GB/T 4754-2017, words of a company's name, of a sole trader's, share of sole traders in percent, label)
_TRADES = {
    "catering": ("6210", ("餐饮管理", "酒楼"), ("小吃店", "面馆", "餐馆", "早点铺"), 65, "餐饮服务"),
    "foodshop": ("5212", ("食品", "超市", "商贸"), ("食品店", "便利店", "副食店"), 55, "食品销售"),
    "drug": ("5251", ("大药房",), ("药店",), 25, "药品零售"),
    "factory": ("3311", ("金属制品", "机械", "塑料制品", "包装"), (), 0, "工业制造"),
    "hotel": ("6121", ("酒店", "宾馆"), ("旅店", "客栈"), 35, "住宿服务"),
    "leisure": ("9011", ("文化娱乐",), ("歌舞厅", "棋牌室"), 40, "文化娱乐"),
    "training": ("8391", ("教育培训", "职业培训学校"), (), 0, "教育培训"),
    "property": ("7020", ("物业服务",), (), 0, "物业管理"),
    "freight": ("5431", ("物流", "运输"), ("货运部",), 25, "道路货运"),
    "farm": ("5167", ("农资",), ("农资店", "种子店"), 40, "农业投入品"),
    "chemical": ("5169", ("化工产品", "气体"), (), 0, "危险化学品"),
    "labour": ("7262", ("人力资源", "劳务"), (), 0, "人力资源服务"),
    "beauty": ("8040", ("美容",), ("美发店", "美容店", "理发店"), 75, "美容美发"),
    "carsale": ("5261", ("汽车销售",), ("汽修部",), 30, "汽车销售维修"),
    "advert": ("7251", ("广告", "传媒"), (), 0, "广告经营"),
    "builder": ("4710", ("建筑工程", "市政工程"), (), 0, "建筑施工"),
    "renovation": ("5011", ("装饰工程",), ("装修部",), 30, "装饰装修"),
    "material": ("5287", ("建材",), ("建材店", "五金店"), 50, "建材销售"),
    "project": ("4710", (), (), 0, "在建工程"),
}


@dataclass
class Subject:
    """检查对象."""
    kind: str
    name: str
    trade: str
    code: str = ""
    registration: str = ""  # 15-digit 注册号, before its unified code
    former: str = ""
    status: str = "存续"
    registered: date = None
    owner: str = ""
    entity: str = ""
    tags: str = ""
    credit: str = ""
    address: str = ""
    drawn: int = 0          # how often it was drawn so far

    @property
    def trade_code(self):
        return _TRADES[self.trade][0]

    @property
    def field(self):
        return _TRADES[self.trade][4]


def _name(district, trade, number, sole):
    company, shops = _TRADES[trade][1], _TRADES[trade][2]
    pair = _PAIRS[number % 60]
    more = "" if number < 60 else _STEMS[number // 60 % 10]
    if sole:
        return f"{district.short}示例{pair}{more}{shops[number % len(shops)]}"
    word = company[number % len(company)]
    ending = "" if word.endswith("学校") else "有限公司"
    return f"{district.city}示例{pair}{more}{word}{ending}"


def _enterprise(district, trade, number, serial, chance):
    sole = bool(_TRADES[trade][2]) and chance.randrange(100) < _TRADES[trade][3]
    coop = trade == "farm" and not sole and number % 2 == 0
    kind, prefix, entity = ("企业", "91", "有限责任公司")
    name = _name(district, trade, number, sole)
    if sole:
        kind, prefix, entity = "个体工商户", "92", "个体工商户"
    elif coop:
        kind, prefix, entity = "农民专业合作社", "93", "农民专业合作社"
        name = f"{district.short}示例{_PAIRS[number % 60]}{'' if number < 60 else _STEMS[number // 60]}果蔬种植专业合作社"
    elif name.endswith("学校"):
        kind, prefix, entity = "其他主体", "52", "民办非企业单位"
    begun = date(2012, 1, 1) + timedelta(days=chance.randrange(5100))
    subject = Subject(kind, name, trade, codes.unified_code(prefix, district.area, serial * 7919 + 31 ** 5),
                      registered=begun, entity=entity, credit=chance.choice("AAAAABBBBBBCCD"),
                      address=f"{district.name}示例路{serial}号")
    subject.tags = chance.choice(("", "", subject.field, subject.field + "、重点行业"))
    subject.status = chance.choices(("存续", "注销", "吊销", "迁出"), (955, 28, 10, 7))[0]
    return subject


def _plain(district, chance):
    """Everything with a code of its own."""
    total, share = district.subjects, sum(district.trades.values())
    subjects, serial = [], 0
    for trade, weight in district.trades.items():
        if trade == "project":
            continue
        for number in range(total * weight // share):
            serial += 1
            subjects.append(_enterprise(district, trade, number, serial, chance))
    return subjects


def _old_numbers(district, subjects):
    """A dozen firms that a list of 2023 knows by their 15-digit number and an earlier name."""
    old = [one for one in subjects if one.kind == "企业" and one.registered.year < 2015][:12]
    for number, one in enumerate(old):
        one.registration = codes.registration_number(district.area, 100 + number)
        if number % 2 == 0:
            one.former = one.name.replace("有限公司", "商行")
    return old


def _renamed(subjects):
    for number, one in enumerate(subjects):
        if number % 61 == 7 and not one.former and one.kind == "企业":
            one.former = one.name.replace("示例", "示例原")


def _products(district, subjects, chance):
    """产品、项目、行为: things without a code of their own, each belonging to a subject."""
    made = []
    if "project" in district.trades:
        owners = [one for one in subjects if one.trade == "builder"]
        count = district.subjects - len(subjects)
        for number in range(count):
            owner = owners[number % len(owners)]
            pair = _PAIRS[number % 60]
            what = ("住宅小区", "学校教学楼", "道路改造", "污水管网", "产业园厂房")[number % 5]
            made.append(Subject("项目", f"{district.short}示例{pair}{'' if number < 60 else _STEMS[number // 60]}{what}项目",
                                "project", owner=owner.code, tags="在建", registered=date(2024, 3, 1) +
                                timedelta(days=chance.randrange(700))))
        return made
    makers = [one for one in subjects if one.trade == "factory"]
    for number in range(6):
        made.append(Subject("产品", f"示例牌{_PAIRS[number]}型{('防盗门', '电线', '塑料购物袋')[number % 3]}", "factory",
                            owner=makers[number].code))
    for number in range(4):
        made.append(Subject("行为", f"{makers[number + 6].name}促销行为", "factory", owner=makers[number + 6].code))
    return made


def _columns(district):
    """Every district keeps its library in columns of its own."""
    full = [Column("序号", "serial"), Column("对象类别", lambda one: one["of"].kind)]
    get = {
        "name": lambda row: row["of"].name, "code": lambda row: row["of"].code,
        "registration": lambda row: row["of"].registration, "former": lambda row: row["of"].former,
        "entity": lambda row: row["of"].entity, "trade": lambda row: row["of"].trade_code,
        "field": lambda row: row["of"].field, "status": lambda row: row["of"].status,
        "registered": lambda row: row["of"].registered, "owner": lambda row: row["of"].owner,
        "tags": lambda row: row["of"].tags, "credit": lambda row: row["of"].credit,
        "address": lambda row: row["of"].address, "area": lambda row: district.area,
        "area_name": lambda row: district.name, "authority": lambda row: district.department("M"),
    }
    layouts = {
        "changping": [("市场主体名称", "name"), ("统一社会信用代码/注册号", "code"), ("原注册号", "registration"), ("曾用名", "former"),
                      ("主体类型", "entity"), ("行业代码", "trade"), ("成立日期", "registered", "serial"), ("登记状态", "status"),
                      ("登记机关", "authority"), ("分类标注", "field"), ("所属主体代码", "owner"), ("信用风险等级", "credit"),
                      ("行政区划代码", "area"), ("所属区县", "area_name")],
        "mengan": [("企业(机构)名称", "name"), ("统一社会信用代码", "code"), ("注册号", "registration"), ("变更前名称", "former"),
                   ("企业(机构)类型", "entity"), ("国民经济行业代码", "trade"), ("注册日期", "registered", "slash"),
                   ("登记状态", "status"), ("登记机关", "authority"), ("监管领域", "field"), ("所属主体代码", "owner"),
                   ("行政区划", "area")],
        "huhai": [("检查对象\n名称", "name"), ("统一社会\u00a0信用代码", "code"), ("注册\u3000号", "registration"), ("曾用名", "former"),
                  ("主体\n类型", "entity"), ("行业 代码", "trade"), ("成立\n日期", "registered", "text"), ("登记\n状态", "status"),
                  ("监管领域", "field"), ("标签", "tags"), ("所属主体代码", "owner"), ("住所（经营场所）", "address"),
                  ("区划代码", "area")],
        "longqiao": [("单位名称", "name"), ("统一社会信用代码", "code"), ("注册号", "registration"), ("曾用名", "former"),
                     ("主体类型", "entity"), ("行业代码", "trade"), ("成立时间", "registered", "dot"), ("状态", "status"),
                     ("所属领域", "field"), ("所属主体统一社会信用代码", "owner"), ("标签", "tags")],
        "zhongcheng": [("名称", "name"), ("社会信用代码", "code"), ("注册号", "registration"), ("曾用名称", "former"),
                       ("类型", "entity"), ("行业", "trade"), ("登记日期", "registered", "iso"), ("经营状态", "status"),
                       ("注册机关", "authority"), ("领域", "field"), ("所属主体代码", "owner"), ("区划代码", "area")],
    }
    for header, key, *style in layouts[district.key]:
        full.append(Column(header, get[key], width=24 if key in ("name", "code") else 12,
                           dates=style[0] if style else "text"))
    return full


def _old_list(folder, district, old):
    columns = [Column("序号", "serial"), Column("企业名称", lambda row: row["of"].former or row["of"].name),
               Column("注册号", lambda row: row["of"].registration), Column("登记机关", lambda row: district.department("M"))]
    rows = [{"serial": number, "of": one} for number, one in enumerate(old, 1)]
    folder.table(f"{district.key}/objects-2023.csv",
                 delimited([f"演示数据：{district.short}2023年检查对象名录（换发统一社会信用代码之前）"], columns, rows, "gb18030"))


def write(folder, district, chance):
    """Writes both libraries; the subjects, for the draws."""
    subjects = _plain(district, chance)
    old = _old_numbers(district, subjects)
    _renamed(subjects)
    subjects += _products(district, subjects, chance)
    if old:
        _old_list(folder, district, old)
    rows = [{"serial": number, "of": one} for number, one in enumerate(subjects, 1)]
    title = f"{district.name}检查对象名录库（演示数据，截至2026年1月31日）"
    columns = _columns(district)
    if district.key == "mengan":
        folder.table(f"{district.key}/objects.csv", delimited([title], columns, rows, "gb18030"))
    elif district.key == "longqiao":
        folder.table(f"{district.key}/objects.tsv", delimited([title], columns, rows, "utf-8", "\t"))
        folder.write(f"{district.key}/objects.toml", toml([("office", district.area)], "演示数据：这张表是哪个区县的"))
    elif district.key == "zhongcheng":
        folder.table(f"{district.key}/objects.csv", delimited([title], columns, rows))
    else:
        folder.table(f"{district.key}/objects.xlsx", workbook([("名录库", [title], columns, rows)]))
    _write_inspectors(folder, district, chance)
    return subjects


_GIVEN = ("知远", "若溪", "景行", "思齐", "令仪", "怀瑾", "安澜", "望舒", "清和", "云起", "嘉树", "牧之", "听雪", "临风", "秉文",
          "子衿", "既明", "德音", "维桢", "采薇", "鹿鸣", "静好", "向晚", "初霁", "星河", "南乔", "北辰", "东篱", "西洲", "长庚")


def inspectors_of(district):
    """Fictional persons, surname 样 (sample): (name, certificate, department, fields)."""
    people, number = [], 0
    for at, letter in enumerate(district.letters):
        for _ in range(7 if letter in "MB" and at == district.letters.index(letter) and at < 2 else 4):
            given = _GIVEN[number % 30] if number < 30 else _GIVEN[number % 30][::-1]
            people.append((f"样{given}", f"示执{district.area[2:]}{number + 1:04d}", district.department(letter), letter))
            number += 1
    return people


_SKILLS = {"M": "食品安全、特种设备", "P": "治安管理", "E": "安全生产", "B": "工程质量安全", "T": "道路运输", "A": "农业投入品",
           "C": "文化市场", "H": "卫生监督", "L": "劳动保障", "N": "环境监测", "J": "教育督导", "K": "商务执法", "S": "消防监督",
           "X": "税务稽查", "G": "城市管理"}


def _write_inspectors(folder, district, chance):
    rows = []
    for serial, (name, certificate, department, letter) in enumerate(inspectors_of(district), 1):
        rows.append({"serial": serial, "name": name, "certificate": certificate, "department": department,
                     "qualification": "行政执法", "fields": _SKILLS[letter], "skills": chance.choice(("现场检查", "财务审计", "检验检测", "法制审核")),
                     "expert": "是" if serial % 19 == 0 else "否", "status": "停用" if serial % 23 == 0 else "在岗"})
    columns = [Column("序号", "serial"), Column("姓名", "name"), Column("执法证号", "certificate"), Column("所属部门", "department", width=26),
               Column("执法资质", "qualification"), Column("执法领域", "fields", width=22), Column("业务专长", "skills"),
               Column("是否专家", "expert"), Column("状态", "status")]
    title = f"{district.name}执法检查人员名录库（演示数据，姓名均为虚构，不公开）"
    context = [("office", district.area)]
    name = f"{district.key}/inspectors"
    if district.key in ("mengan", "longqiao"):
        folder.table(f"{name}.csv", delimited([title], columns, rows, "gb18030" if district.key == "mengan" else "utf-8-sig"))
        folder.write(f"{name}.toml", toml(context, "演示数据：这张表是哪个区县的"))
    else:
        folder.table(f"{name}.xlsx", workbook([("人员库", [title], columns, rows, ("department",))],
                                              [("行政区划", district.area)]))
