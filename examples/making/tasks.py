"""The sixty tasks of the seven plans. One line a task:

key | name | items (keys of catalogue.py) | leading+cooperating departments (letters of districts.py) | ratio | frequency
| count | base | credit-risk use | period | 定向 or 不定向 | section
"""

from dataclasses import dataclass, field

from .catalogue import ITEMS


@dataclass
class Task:
    key: str
    name: str
    items: list
    leader: str
    partners: str
    cells: dict = field(default_factory=dict)

    @property
    def joint(self):
        return bool(self.partners)

    @property
    def trades(self):
        return self.items[0].trades


_STEPS = "根据企业信用风险分类结果，对低风险、一般风险、较高风险、高风险企业分别递加抽查比例"
_CLASSES = "A:2%;B:5%;C:10%;D:20%"

_TASKS = {
    "changping/2026": f"""
01 | 餐饮服务单位“一业一查”联合抽查 | food,staff,labour | M+HL | 全年抽查比例不低于5%,抽查频次1次/年 | 1次/年 | 120家 | 全区餐饮服务经营者 | {_CLASSES} | 3月-11月 | 不定向 | 餐饮监管科
02 | 特种设备使用单位联合抽查 | device,worksafe | M+E | 3%;2次/年 | 2次/年 | 80家 | | {_STEPS} | 2026年4月1日 -2026年11月30日 | 定向 | 特种设备科
03 | 旅馆业联合抽查 | hotelsafe,sanitary,price | P+HM | 25%,不少于1次/年 | 不少于1次/年 | 20家 | | {_STEPS} | 4月-6月 | 定向 | 治安大队
04 | 物业服务企业联合抽查 | manage,device,price | B+M | 50%,不少于1次/年 | 不少于1次/年 | 16户 | | {_CLASSES} | 2026年7月-10月 | 定向 | 物业科
05 | 道路货物运输企业联合抽查 | freight,labour | T+L | 全年抽查比例不低于1%,抽查1次 | 1次 | 5家 | | {_STEPS} | 5月-9月 | 不定向 | 运输科
06 | 农药种子经营单位联合抽查 | pesticide,seed | A+M | 抽查比例为3%,本年度检查一次 | 每年一次 | 4户 | | {_CLASSES} | 春、秋季,根据上级监管要求确定 | 定向 | 农资科
07 | 歌舞娱乐场所联合抽查 | ktv,guard,sanitary | C+PH | 每季度一次,抽查比例不少于30%。 | 每季度一次 | 12家 | | {_STEPS} | 1月-12月 | 定向 | 文化市场科
08 | 人力资源服务机构联合抽查 | agency,publicity | L+M | 全年抽查比例不低于5%,抽查频次根据监管需要确定 | 根据监管需要确定 | 10个 | | {_STEPS} | 6月-9月 | 不定向 | 人力资源市场科
09 | 排污单位环境监督联合抽查 | waste,worksafe | N+E | 抽查比率5%,每年一次。 | 每年一次 | 6家 | | {_STEPS} | 9月-12月 | 定向 | 执法科
10 | 危险化学品经营企业安全检查 | chemical | E+ | 100%,不少于1次/年 | 不少于1次/年 | 全部 | | 不涉及信用风险分类 | 2026年1月—11月 | 定向 | 危化科
11 | 药品零售企业监督检查 | drug | M+ | 抽查比率30%,每年一次。 | 每年一次 | 15家 | | {_CLASSES} | 3月-12月 | 定向 | 药品科
12 | 美容美发行业联合抽查 | sanitary,cosmetic | H+M | 全年抽查比例不低于5%,抽查频次1次/年 | 1次/年 | 30家 | | {_STEPS} | 6月-11月 | 不定向 | 公共卫生科
13 | 汽车销售维修行业联合抽查 | repair,publicity | T+M | 10%,不少于1次/年 | 不少于1次/年 | 3家 | | {_STEPS} | 9月-11月 | 不定向 | 维修管理科""",
    "changping/2024": """
01 | 食品销售者联合抽查 | sales,price | M+A | 5% | =1 | 60户 | | 按信用风险分类确定比例 | 2024年5月-10月 | 不定向 | 食品流通科
02 | 企业公示信息抽查 | publicity | M+ | 3% | =1 | 25户 | | 按信用风险分类确定比例 | 2024年6月至9月 | 不定向 | 信用监管科
03 | 工贸企业安全生产抽查 | worksafe | E+ | 8% | >=1 | 6户 | | | 2024年8月 | 定向 | 工贸科""",
    "mengan/2026": f"""
01 | 餐饮服务联合抽查 | food,staff,invoice | M+X | 10-20% | 每年一次 | 110家 | | {_STEPS} | 2026年3月 | 不定向 | 餐饮股
02 | 药品零售企业联合抽查 | drug,measure | M+H | 30% | 至少2次 | 80家 | | {_STEPS} | 2026年5月至11月 | 定向 | 药械股
03 | 企业公示和登记信息联合抽查 | publicity,address | M+X | 不低于0.5% | 至少1次 | 8家 | | {_CLASSES} | 2026年6月-9月 | 不定向 | 信用股
04 | 校外培训机构联合抽查 | tutor,canteen,health | J+MH | 50% | 至少1次 | 12家 | | {_STEPS} | 2026年7月 | 定向 | 校外培训监管股
05 | 旅馆住宿业联合抽查 | hotelsafe,sanitary | P+H | 20% | 每年一次 | 8家 | | {_STEPS} | 2026年4月至6月 | 定向 | 治安大队
06 | 农资经营单位联合抽查 | pesticide,seed | A+M | 15% | 每季度一次 | 6户 | | 对守信主体5%、警示10%、失信20%、严重失信40%比例抽取 | 10月-次年3月 | 定向 | 农资股
07 | 道路货物运输企业联合抽查 | freight | T+P | 2%-5% | 1次/年 | 2家 | | {_CLASSES} | 10月底 | 不定向 | 运管股
08 | 娱乐场所联合抽查 | ktv,guard | C+P | ≥10% | 每月一次 | 5家 | | {_STEPS} | 2026年全年 | 定向 | 文化市场股
09 | 汽车销售维修企业联合抽查 | carsale,repair | K+TM | 100% | 每年一次 | 1家 | | {_CLASSES} | 2026年9月 | 定向 | 市场运行股
10 | 危险化学品经营单位联合抽查 | chemical | E+P | =50% | 按实际工作需要确定 | 5家 | | 不涉及信用风险分类 | 2026年11月 | 定向 | 危化股
11 | 商品明码标价检查 | price | M+ | 按实际工作需要确定 | 按实际工作需要确定 | 20户 | | 按信用风险分类确定比例 | 2026年7月-10月 | 不定向 | 价监股
12 | 预付卡发卡企业联合抽查 | card | K+M | 检查比例不少于1% | 根据实际情况,每年不少于1次。 | 3户 | | {_STEPS} | 2026年9月-11月 | 不定向 | 商贸股""",
    "huhai/2026": f"""
01 | “综合查一次”企业清单联合检查 | food,fireplace,labour | M+SL | 100% | 1次/年 | 90 | | 低、一般、较高、高 | 4月至10月 | 定向 | 综合科
02 | 餐饮服务单位常规检查 | food,price | M+ | 20% | 1次/年 | 90 | | 一般、较高、高 | 5月至10月 | 不定向 | 餐饮科
03 | 公众聚集场所消防安全检查 | fireplace | S+ | 10% (20户) | 1次/年 | 20 | | 较高、高 | 7月至10月 | 定向 | 监督科
04 | 旅馆业治安检查 | hotelsafe | P+ | 待定 | 1次/年 | 待定 | | 一般 | 4月至9月 | 定向 | 治安科
05 | 公共场所卫生联合抽查 | sanitary,ktv | H+C | 检查比例不少于1% | 1次/年 | 数量原则上不少于10家 | | 一般、较高 | 5月至10月 | 不定向 | 卫生监督所
06 | 校外培训机构联合抽查 | tutor,health | J+H | 30% | 1次/年 | 9 | | 一般 | 7月至8月 | 定向 | 民办教育科
07 | 药品零售企业检查 | drug | M+ | 60-70家 | 1次/年 | 60 | | 较高、高 | 3月至9月 | 定向 | 药品科
08 | 化妆品经营者检查 | cosmetic | M+ | 5% | 1次/年 | 2 | | 一般 | 6月至9月 | 不定向 | 化妆品科
09 | 用人单位劳动用工检查 | labour | L+ | 3% | 1次/年 | 不少于15家 | | | 6月至10月 | 不定向 | 监察大队
10 | 排污单位监督检查 | waste | N+ | ≥50% | 2次/年 | 20 | | 高 | 2026年1月1日 -2026年10月31日 | 定向 | 执法大队
11 | 预付卡发卡企业检查 | card | K+ | M50% | 1次/年 | 5 | | 一般 | 9月至10月 | 定向 | 商贸科""",
    "longqiao/2026": f"""
01 | 在建项目施工安全监督抽查 | site | B+ | 10% | >=1 | 50户(以实际工作抽查数为准。) | | 对投诉举报多、列入异常名录的加大比例 | 1月—12月 | 不定向 | 安全监督站
02 | 工程质量监督抽查 | quality | B+ | 10% | =1 | 10户 | | | 3月—11月 | 不定向 | 质量监督站
03 | 建筑业企业资质动态核查 | qualify | B+ | 20% | =1 | 17户 | | {_STEPS} | 4月—9月 | 定向 | 建筑业科
04 | 物业服务企业联合检查 | manage | B+M | 10% | =1 | 5户(实际以联合双随机牵头单位抽查数为准。) | | {_STEPS} | 5月—10月 | 不定向 | 物业科
05 | 装饰装修企业检查 | fitout | B+ | 5% | =1 | 2户 | | | 6月—10月 | 不定向 | 建筑业科
06 | 建筑领域工资支付检查 | wage | B+ | 10% | >=1 | 10户 | | | 1月—12月 | 不定向 | 清欠办
07 | 建材产品质量联合抽检 | material | M+B | 1% | =1 | 1户(实际以联合双随机牵头单位抽查数为准。) | | 一般、较高、高 | 2026年9月 | 定向 | 质量科
08 | 建筑垃圾处置联合检查 | muck,site | B+G | 10% | =1 | 7户 | | | 9月—11月 | 不定向 | 渣土办""",
    "longqiao/2023": """
01 | 在建项目施工安全监督抽查 | site | B+ | 10% | =1 | 60户 | | | 1月—12月 | 不定向 | 安全监督站
02 | 建筑业企业资质动态核查 | qualify | B+ | 10% | =1 | 8户 | | | 4月—9月 | 定向 | 建筑业科
03 | 物业服务企业检查 | manage | B+ | 5% | =1 | 3户 | | | 5月—10月 | 不定向 | 物业科""",
    "zhongcheng/2026": f"""
01 | 餐饮服务单位联合抽查 | food,staff,fireplace | M+SH | 15% | 1次/年 | 120户 | | {_STEPS} | 2026年5月至9月 | 不定向 | 餐饮科
02 | 美容美发和住宿场所联合抽查 | sanitary,price | H+M | 20% | 1次/年 | 30户 | | {_STEPS} | 2026年6-10月 | 定向 | 卫生监督所
03 | 旅馆业联合抽查 | hotelsafe,sanitary | P+H | 100% | 1次/年 | 60户 | | {_CLASSES} | 2026年11月至12月 | 定向 | 治安大队
04 | 校外培训机构联合抽查 | tutor,canteen | J+M | 25% | 1次/年 | 9户 | | {_STEPS} | 2026年7月 | 定向 | 职成科
05 | 道路货物运输企业联合抽查 | freight | T+P | 不少于5% | 1次/年 | 3户 | | {_STEPS} | 2026年9月至10月 | 不定向 | 运输科
06 | 危险化学品经营企业联合抽查 | chemical,waste | E+N | ≥50% | 不少于1次/年 | 14户 | | 不涉及信用风险分类 | 2026年9月 | 定向 | 危化科
07 | 用人单位劳动用工检查 | labour | L+ | 1% | 1次/年 | 5户 | | {_CLASSES} | 2026年8月 | 不定向 | 监察科
08 | 娱乐场所联合抽查 | ktv,guard,fireplace | C+PS | 30% | 1-2次 | 10户 | | {_STEPS} | 2026年6月至9月 | 定向 | 市场科
09 | 广告经营者检查 | advert | M+ | 5% | 1次/年 | 1户 | | {_CLASSES} | 2026年10月 | 不定向 | 广告科
10 | 排污单位环境监督联合抽查 | waste,worksafe | N+E | 全年抽查比例不低于5% | 1次/年 | 3户 | | {_STEPS} | 2026年8月至12月 | 定向 | 执法科""",
}


def _read(text):
    tasks = []
    for line in text.strip().splitlines():
        key, name, items, who, *rest = [part.strip() for part in line.split("|")]
        leader, partners = who.split("+")
        cells = dict(zip(("ratio", "frequency", "count", "base", "credit", "period", "type", "section"), rest))
        tasks.append(Task(key, name, [ITEMS[item] for item in items.split(",")], leader, partners, cells))
    return tasks


TASKS = {plan: _read(text) for plan, text in _TASKS.items()}
assert sum(len(tasks) for tasks in TASKS.values()) == 60
