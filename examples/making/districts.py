"""The five fictional districts. Area codes begin with 99, which is no province; every name says 示例 or is 甲乙丙丁戊."""

from dataclasses import dataclass, field

_DEPARTMENTS = {
    "M": "市场监督管理局", "P": "公安局", "E": "应急管理局", "B": "住房和城乡建设局", "T": "交通运输局",
    "A": "农业农村局", "C": "文化广电和旅游局", "H": "卫生健康局", "L": "人力资源和社会保障局", "N": "生态环境分局",
    "J": "教育局", "K": "商务局", "S": "消防救援大队", "X": "税务局", "G": "城市管理局",
}


@dataclass
class District:
    key: str        # folder
    area: str
    city: str
    short: str      # 长平区
    letters: str    # its departments
    office: str     # 牵头机构, after the district's name
    sign: str       # 机关代字 in document numbers
    platform: str
    subjects: int   # how many objects its library has
    scheme: str     # the policy document whose rules it follows, as a title
    scheme_number: str
    trades: dict = field(default_factory=dict)  # trade → share

    @property
    def name(self):
        return f"示例省{self.city}{self.short}"

    @property
    def issuer(self):
        return f"{self.name}{self.office}"

    def department(self, letter):
        return self.short + _DEPARTMENTS[letter]

    def departments(self):
        return [self.department(letter) for letter in self.letters]


_LEADING = "“双随机、一公开”监管工作领导小组办公室"
_MEETING = "“双随机、一公开”监管工作联席会议办公室"

_CITY = {"catering": 34, "foodshop": 14, "drug": 14, "factory": 10, "hotel": 7, "leisure": 6, "beauty": 6, "training": 4,
         "property": 4, "freight": 4, "farm": 4, "labour": 4, "chemical": 2, "carsale": 2, "advert": 2}
_BUILDING = {"project": 30, "builder": 28, "property": 18, "renovation": 14, "material": 10}

DISTRICTS = [
    District("changping", "990101", "甲市", "长平区", "MPEBTACHLN", _LEADING, "长平双随机办", "示例省双随机监管工作平台", 720,
             "2026年长平区“双随机、一公开”监管工作实施方案（演示）", "长平双随机办〔2026〕3号", _CITY),
    District("mengan", "990202", "乙市", "孟安区", "MPETACHJKX", _MEETING, "孟安双随机办", "示例省“双随机、一公开”监管工作平台", 660,
             "孟安区部门联合“双随机、一公开”监管工作方案（演示）", "孟安双随机办〔2023〕5号", _CITY),
    District("huhai", "990303", "丙市", "湖海区", "MPSCHJNKL", _MEETING, "湖海双随机办", "示例省“双随机、一公开”综合监管平台", 600,
             "湖海区2026年“双随机、一公开”监管工作方案（演示）", "湖海双随机办〔2026〕4号", _CITY),
    District("longqiao", "990404", "丁市", "龙桥区", "BMGE", _LEADING, "龙桥建", "示例省双随机监管工作平台", 320,
             "龙桥区住房和城乡建设局“双随机、一公开”工作实施方案（演示）", "龙桥建〔2026〕12号", _BUILDING),
    District("zhongcheng", "990505", "戊市", "中城区", "MPSECHLJTN", _MEETING, "中城双随机办", "戊市市场主体信息库及联动监管平台", 720,
             "中城区2026年市场监管领域“双随机、一公开”抽查工作计划（演示）", "中城双随机办〔2026〕1号", _CITY),
]
