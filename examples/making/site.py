"""site.toml of the demo portal."""

from .districts import DISTRICTS
from .verifiable_draws import DISTRICT as DRAWING, codes_of_the_draws

_HEAD = """# 演示门户的设置。区县、部门、企业、人员、结果全部为虚构，区划代码以 99 开头，不存在这样的地方。

[site]
name = "示例省双随机、一公开演示门户"
base_url = "https://gongshi.example.invalid/"
publisher = "示例省双随机监管演示办公室"
address = "示例省示例市示例路1号"
phone = "0000-00000000"
email = "demo@example.invalid"
license = "演示数据，可自由使用；不对应任何真实的地方、单位和个人"
demo = true

[publish]
two_persons = true
keep_releases = 5
public_contacts = ["0000-00000000", "demo@example.invalid"]
"""


def write(folder):
    lines = [_HEAD]
    for district in (*DISTRICTS, DRAWING):
        departments = "\n".join(f'    "{name}",' for name in district.departments())
        lines.append(f"""
[[office]]
area = "{district.area}"
name = "{district.name}"
parent = "{district.area[:4]}00"
level = "县"
issuer = "{district.issuer}"
departments = [
{departments}
]
""")
    lines.append(codes_of_the_draws())
    folder.write("site.toml", "".join(lines).encode())
