"""The calendar sheet: every day the State Council's notices of 2023 to 2026 move."""

from .days import arranged_days
from .files import Column, workbook


def write(folder):
    rows = [{"day": day, "name": name, "kind": kind, "notice": address, "year": year}
            for day, name, kind, address, year in arranged_days()]
    columns = [Column("日期", "day", dates="serial"), Column("节假日名称", "name", width=18), Column("放假/上班", "kind"),
               Column("通知年度", "year"), Column("通知地址", "notice", width=70)]
    titles = ["2023—2026年节假日安排（演示数据所用；日期与国务院办公厅通知一致）", "平常的周末不列出；本表没有的年份，期限按暂定处理"]
    folder.table("calendar.xlsx", workbook([("节假日", titles, columns, rows)]))
