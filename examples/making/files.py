"""The output folder: workbooks, CSV and TSV files, and the order in which they are imported.

Reproducible: openpyxl's own dates and the ZIP's entries get one fixed moment, entries stand in one order.
"""

import csv
import io
import shutil
import zipfile
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

_MOMENT = datetime(2026, 11, 18, 9, 0, 0)
_ENTRY_DATE = (2026, 11, 18, 9, 0, 0)
_THIN = Border(*[Side(style="thin", color="FF999999")] * 4)
_HEAD = PatternFill("solid", fgColor="FFEFEFEF")


class Folder:
    def __init__(self, root):
        self.root = root
        self.order = []
        if (root / "order.txt").exists():  # made by us before
            shutil.rmtree(root)
        elif root.exists() and any(root.iterdir()):
            raise SystemExit(f"{root}: not empty and not made by this script, left alone")
        root.mkdir(parents=True, exist_ok=True)

    def write(self, name, data):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def table(self, name, data):
        """A file that is imported, after all before it."""
        self.write(name, data)
        self.order.append(name)

    def finish(self):
        self.write("order.txt", ("\n".join(self.order) + "\n").encode())


class Column:
    """One column: its header as a clerk wrote it, and how to get its cell from a row."""

    def __init__(self, header, key, group=None, width=14, dates="text"):
        self.header, self.key, self.group, self.width, self.dates = header, key, group, width, dates

    def cell(self, row):
        value = self.key(row) if callable(self.key) else row.get(self.key)
        if isinstance(value, date) and self.dates != "serial":
            return written(value, self.dates)
        return value


def written(day, style="text"):
    """A day as clerks write it."""
    if style == "iso":
        return day.isoformat()
    if style == "slash":
        return f"{day.year}/{day.month}/{day.day}"
    if style == "dot":
        return f"{day.year}.{day.month}.{day.day}"
    return f"{day.year}年{day.month}月{day.day}日"


def workbook(sheets, context=None):
    """Bytes of an XLSX. `sheets`: list of (name, title lines, columns, rows, keys of columns merged downwards)."""
    book = Workbook()
    book.remove(book.active)
    if context:
        _context_sheet(book, context)
    for sheet in sheets:
        _sheet(book, *sheet)
    book.properties.creator = "演示数据"
    book.properties.created = book.properties.modified = _MOMENT
    plain = io.BytesIO()
    book.save(plain)
    return _zipped_again(plain)


def _context_sheet(book, context):
    sheet = book.create_sheet("说明")
    sheet.append(["项目", "填写"])
    for name, value in context:
        sheet.append([name, value])
    sheet.column_dimensions["A"].width = 16
    sheet.column_dimensions["B"].width = 60
    for row in sheet.iter_rows():
        for cell in row:
            cell.border = _THIN


def _sheet(book, name, titles, columns, rows, merged=()):
    sheet = book.create_sheet(name)
    for at, title in enumerate(titles, 1):
        cell = sheet.cell(at, 1, title)
        cell.font = Font(name="方正小标宋简体" if at == 1 else "仿宋", size=18 if at == 1 else 11, bold=at == 1)
        cell.alignment = Alignment(horizontal="center" if at == 1 else "left", vertical="center")
        sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=len(columns))
    first = _header(sheet, len(titles) + 1, columns)
    for at, row in enumerate(rows, first):
        for number, column in enumerate(columns, 1):
            value = column.cell(row)
            if value is None or value == "":
                continue
            cell = sheet.cell(at, number, value)
            cell.border = _THIN
            if isinstance(value, date):
                cell.number_format = "yyyy-mm-dd"
            elif isinstance(value, str):
                cell.number_format = "@"
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
        if column.key in merged:
            _merge_down(sheet, number, first, first + len(rows) - 1)
    sheet.freeze_panes = sheet.cell(first, 1)


def _header(sheet, at, columns):
    """One header row, or two where columns share a heading; the row of the first data row."""
    two = any(column.group for column in columns)
    number = 0
    while number < len(columns):
        column = columns[number]
        same = number
        while two and column.group and same + 1 < len(columns) and columns[same + 1].group == column.group:
            same += 1
        if not two:
            _head_cell(sheet, at, number + 1, column.header)
        elif not column.group:
            _head_cell(sheet, at, number + 1, column.header)
            sheet.merge_cells(start_row=at, start_column=number + 1, end_row=at + 1, end_column=number + 1)
        else:
            _head_cell(sheet, at, number + 1, column.group)
            if same > number:
                sheet.merge_cells(start_row=at, start_column=number + 1, end_row=at, end_column=same + 1)
            for below in range(number, same + 1):
                _head_cell(sheet, at + 1, below + 1, columns[below].header)
        number = same + 1
    return at + (2 if two else 1)


def _head_cell(sheet, row, column, text):
    cell = sheet.cell(row, column, text)
    cell.font = Font(name="黑体", bold=True)
    cell.fill = _HEAD
    cell.border = _THIN
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _merge_down(sheet, column, first, last):
    """Merges equal neighbours of a column, as offices do."""
    begin = first
    for row in range(first + 1, last + 2):
        value = sheet.cell(row, column).value if row <= last else None
        if row <= last and value == sheet.cell(begin, column).value:
            continue
        if row - begin > 1 and sheet.cell(begin, column).value is not None:
            sheet.merge_cells(start_row=begin, start_column=column, end_row=row - 1, end_column=column)
        begin = row


def _zipped_again(plain):
    out = io.BytesIO()
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name in sorted(source.namelist()):
            entry = zipfile.ZipInfo(name, _ENTRY_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            target.writestr(entry, _fixed(name, source.read(name)))
    return out.getvalue()


def _fixed(name, data):
    """openpyxl stamps the moment of saving whatever it is told."""
    if name != "docProps/core.xml":
        return data
    text = data.decode()
    begin = text.index("<dcterms:modified")
    begin = text.index(">", begin) + 1
    end = text.index("<", begin)
    return (text[:begin] + f"{_MOMENT:%Y-%m-%dT%H:%M:%SZ}" + text[end:]).encode()


def delimited(titles, columns, rows, encoding="utf-8-sig", separator=","):
    """Bytes of a CSV or TSV: title lines, header, rows; CRLF as spreadsheet programs write it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    for title in titles:
        writer.writerow([title])
    writer.writerow([column.header for column in columns])
    for row in rows:
        cells = [column.cell(row) for column in columns]
        writer.writerow(["" if cell is None else cell for cell in cells])
    return text.getvalue().encode(encoding)


def toml(context, comment):
    """FILE.toml beside a CSV: what the sheet does not say itself."""
    lines = [f"# {comment}"]
    for name, value in context:
        text = value if isinstance(value, str) else str(value)
        lines.append(f'{name} = "{text}"')
    return ("\n".join(lines) + "\n").encode()
