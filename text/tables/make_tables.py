#!/usr/bin/env python3
"""Makes the committed tables of text/ again: make_tables.py [simplified] [pinyin] [places DIVISIONS]

simplified  traditional -> simplified characters, from ICU (needs `uconv` of Debian's icu-devtools)
pinyin      the reading of each character, from ICU likewise; other readings stand in text/pinyin_words.cpp, by hand
places      provinces, prefectures and counties, from a folder with provinces.csv, cities.csv, areas.csv and
            HK-MO-TW.json (code,name,...: the Ministry of Civil Affairs' list)

The programs need none of this at run time. Same inputs, same bytes.
"""
import csv
import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

TEXT = Path(__file__).resolve().parent.parent
PEOPLES = (
    "阿昌 白 保安 布朗 布依 朝鲜 达斡尔 傣 德昂 东乡 侗 独龙 俄罗斯 鄂伦春 鄂温克 高山 仡佬 哈尼 哈萨克 赫哲 回 基诺 京 景颇 柯尔克孜 "
    "拉祜 黎 傈僳 珞巴 满 毛南 门巴 蒙古 苗 仫佬 纳西 怒 普米 羌 撒拉 畲 水 塔吉克 塔塔尔 土 土家 佤 维吾尔 乌孜别克 锡伯 瑶 彝 裕固 "
    "藏 壮 各"
).split()
AUTONOMOUS = re.compile(
    r"^(.{2,}?)((?:(?:%s)族?)+自治[州县区旗])$" % "|".join(sorted(PEOPLES, key=len, reverse=True)))
LONG_SUFFIXES = ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "新区", "特区")
ADDED = {"河北省": ["雄安/新区"]}  # not in the list of divisions, but in many names


def write(name, text):
    (TEXT / name).write_text(text, encoding="utf-8")


# --- traditional to simplified ------------------------------------------------------------------------------------


def transliterated(characters, rule):
    """What ICU makes of each character by itself; a line each, so that none has neighbours."""
    done = subprocess.run(["uconv", "-f", "utf-8", "-t", "utf-8", "-x", rule],
                          input="\n".join(characters).encode(), stdout=subprocess.PIPE, check=True)
    results = done.stdout.decode().split("\n")
    assert len(results) == len(characters)
    return results


def ideographs():
    ranges = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x2A6DF), (0x2A700, 0x2EBE0), (0x30000, 0x3134A)]
    return [chr(c) for first, last in ranges for c in range(first, last + 1)]


def simplified():
    """Only one character to one; followed to the end, so that using the table twice changes nothing."""
    characters = ideographs()
    to = {a: b for a, b in zip(characters, transliterated(characters, "Traditional-Simplified"))
          if a != b and len(b) == 1}
    for a in to:
        for _ in range(3):
            to[a] = to.get(to[a], to[a])
    keys = sorted(a for a in to if to[a] not in to)  # two that ICU exchanges for one another stay as they are
    wide = 36

    def table(characters):
        text = "".join(characters)
        return "\n".join('    U"%s"' % text[at:at + wide] for at in range(0, len(text), wide))

    write("simplified_table.cpp", f"""\
// The table of text/simplified.h and nothing else: ICU's Traditional-Simplified transliteration of each ideograph by
// itself where it gives one other ideograph. Made by text/tables/make_tables.py; not to be changed by hand.
#include "text/simplified.h"

namespace text {{
namespace {{

// clang-format off
constexpr std::u32string_view traditional =
{table(keys)};

constexpr std::u32string_view simple =
{table(to[a] for a in keys)};
// clang-format on

static_assert(traditional.size() == simple.size());

}}  // namespace

std::u32string_view traditional_characters() {{
    return traditional;
}}

std::u32string_view simplified_characters() {{
    return simple;
}}

}}  // namespace text
""")
    print(f"simplified: {len(keys)} characters")


# --- pinyin ------------------------------------------------------------------------------------------------------


def without_tones(reading):
    letters = unicodedata.normalize("NFD", reading)
    kept = "".join(c for c in letters if not unicodedata.combining(c) or c == "\u0308").replace("u\u0308", "v")
    return kept if re.fullmatch("[a-z]+", kept) else None


def pinyin():
    """The readings of the unified ideographs' first block and of some beyond; traditional ones never reach it."""
    characters = [chr(c) for c in range(0x4E00, 0x9FFF + 1)] + list("〇䶮䴙䴘㑇")
    characters = [c for c, simple in zip(characters, transliterated(characters, "Traditional-Simplified")) if c == simple]
    by_reading = {}
    for character, reading in zip(characters, transliterated(characters, "Han-Latin")):
        if plain := without_tones(reading):
            by_reading.setdefault(plain, []).append(character)
    lines = []
    for reading in sorted(by_reading):
        text = "".join(by_reading[reading])
        pieces = [text[at:at + 36] for at in range(0, len(text), 36)]
        lines += ['        "%s %s' % (reading, pieces[0])] + ['        "%s' % piece for piece in pieces[1:]]
        lines[-1] += "\\n"
    write("pinyin_table.cpp", f"""\
// The table of text/pinyin_tables.h of ICU's readings and nothing else: Han-Latin of each simplified ideograph by
// itself, without tones. Made by text/tables/make_tables.py; not to be changed by hand, see text/pinyin_words.cpp.
#include "text/pinyin_tables.h"

namespace text {{

std::string_view pinyin_table() {{
    // clang-format off
    return
{(chr(34) + chr(10)).join(lines)}";
    // clang-format on
}}

}}  // namespace text
""")
    print(f"pinyin: {sum(len(c) for c in by_reading.values())} characters, {len(by_reading)} readings")


# --- places -------------------------------------------------------------------------------------------------------


def rows(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def entry(name):
    """How a name stands in the table: a suffix of several characters behind a stroke, one of one character as it is."""
    autonomous = AUTONOMOUS.match(name)
    if autonomous:
        return autonomous.group(1) + "/" + autonomous.group(2)
    for suffix in LONG_SUFFIXES + (("林区",) if name == "神农架林区" else ()):
        if name.endswith(suffix) and len(name) - len(suffix) >= 2:
            return name[:-len(suffix)] + "/" + suffix
    return name if name[-1] in "省市区县旗盟" else None


def is_zone(code, name):
    """Zones of an economic kind that the list numbers like counties; their names are no place's."""
    return code[4] == "7" or re.search("群岛|岛礁|委员会|管委会", name)


def places(folder):
    areas, cities = rows(folder / "areas.csv"), rows(folder / "cities.csv")
    lines = []
    for province in rows(folder / "provinces.csv"):
        lines.append("*" + entry(province["name"]))
        inside = [city for city in cities if city["provinceCode"] == province["code"]]
        for city in inside:
            direct = re.match("市辖区$|县$|省直辖|自治区直辖", city["name"])
            counties = [entry(a["name"]) for a in areas
                        if a["cityCode"] == city["code"] and not is_zone(a["code"], a["name"])]
            lines.append(" ".join(["-" if direct else entry(city["name"])] + [c for c in counties if c]))
        lines += ["- " + " ".join(ADDED[province["name"]])] if province["name"] in ADDED else []
    for province, cities in json.loads((folder / "HK-MO-TW.json").read_text(encoding="utf-8")).items():
        lines.append("*" + entry(province))
        lines += [c for c in cities if c[-1] in "市县"]
    write("places_table.cpp", f"""\
// The table of text/places.h and nothing else. Made by text/tables/make_tables.py from the list of administrative
// divisions (行政区划代码); not to be changed by hand.
#include "text/places.h"

namespace text {{

std::string_view places_table() {{
    // clang-format off
    return
{chr(10).join('        "%s%sn"' % (line, chr(92)) for line in lines)};
    // clang-format on
}}

}}  // namespace text
""")
    print(f"places: {sum(len(line.split()) for line in lines)} names")


def main(arguments):
    if not arguments:
        sys.exit(__doc__)
    while arguments:
        what = arguments.pop(0)
        if what == "simplified":
            simplified()
        elif what == "pinyin":
            pinyin()
        elif what == "places" and arguments:
            places(Path(arguments.pop(0)))
        else:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
