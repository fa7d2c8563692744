"""Scenes of the open ledger in one district: which records demo_ledger.sh corrects, withdraws and lets be objected to.

The sheet of corrections is imported between two publications; ledger.tsv names the others by code or decision number,
because their numbers are minted by the portal.
"""

from dataclasses import replace

from .files import Column, delimited, toml
from .results import CORRECTED, NONE, PENDING, _LAYOUTS, _row

DISTRICT = "changping"
_STATEMENT = """本店已经按照要求改正，整改照片和进货台账于检查后第三天送交检查机关。

检查当天负责人外出，店员对台账存放的位置不熟悉，不是没有台账。（演示数据）
"""


def write(folder, district, found, cases):
    if district.key != DISTRICT:
        return
    count = {}
    for one in found:
        count[one.subject.code] = count.get(one.subject.code, 0) + 1
    plain = [one for one in found if one.draw.when.year == 2026 and one.published and one.audit == "已公示" and not one.expires
             and one.disclosure == "主动公开" and one.subject.status == "存续" and one.subject.code and count[one.subject.code] == 1
             and not any(one is case for case, _ in cases)]
    corrected = [one for one in plain if one.outcome == CORRECTED and not one.note]
    pending = [one for one in plain if one.outcome == PENDING]
    clean = [one for one in plain if one.outcome == NONE and not one.note]
    scenes = [("corrected", corrected[0].subject.code), ("stated", corrected[1].subject.code), ("objected", corrected[2].subject.code),
              ("answered", pending[0].subject.code), ("withdrawn", clean[0].subject.code),
              ("penalty", _number_of_penalty(district, cases))]
    lines = "".join(f"{scene}\t{what}\n" for scene, what in scenes)
    folder.write(f"{district.key}/ledger.tsv", lines.encode())
    folder.write(f"{district.key}/statement.txt", _STATEMENT.encode())
    _write_correction(folder, district, corrected[0])


def _number_of_penalty(district, cases):
    """As penalties.py numbers them: the first decision of 2026."""
    serial = next(serial for serial, (_, decided) in enumerate(cases, 1) if decided.year == 2026)
    return f"{district.short[:2]}示罚〔2026〕{serial:03d}号"


def _write_correction(folder, district, one):
    """The whole row again, as it should have been."""
    right = replace(one, problem="货架上2种预包装食品超过保质期1天，当场下架", note="原公示的问题描述与检查记录表不一致")
    columns = [Column(header, key, dates="iso") for header, key in _LAYOUTS[district.key]]
    name = f"{district.key}/results-2026-correction"
    titles = [f"{district.name}2026年度双随机抽查结果更正（演示数据）"]
    folder.write(f"{name}.csv", delimited(titles, columns, [_row(district, 1, right)]))
    folder.write(f"{name}.toml", toml([("office", district.area), ("year", "2026")], "演示数据：这张表是哪个区县的"))
