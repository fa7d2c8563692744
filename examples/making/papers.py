"""Documents that are attached to a record: one page of PDF, written by hand, so that its bytes are ours alone.

The font is the reader's own Chinese one (STSong-Light with UniGB-UCS2-H, which every PDF reader knows); no font, no
date, no author and no identifier is written into the file.
"""

from .editions import EDITIONS
from .files import written
from .plans import document_number, plan_name

_WIDTH, _HEIGHT = 595, 842  # A4, points
_LINE = 31  # characters of 14 points between the margins
PLAN = "changping/2026"


def pdf(title, lines):
    """Bytes of a PDF with a centred title and lines of text below it."""
    text = ["BT"]
    size, top = 20, _HEIGHT - 140
    text.append(f"/F1 {size} Tf 1 0 0 1 {(_WIDTH - size * len(title)) // 2} {top} Tm <{_hex(title)}> Tj")
    for number, line in enumerate(lines):
        text.append(f"/F1 14 Tf 1 0 0 1 80 {top - 60 - 28 * number} Tm <{_hex(line)}> Tj")
    text.append("ET")
    content = "\n".join(text).encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 7 0 R "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
        b"/Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
    ]
    return _file(objects)


def _hex(text):
    return text.encode("utf-16-be").hex().upper()


def _file(objects):
    data, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        data += b"%010d 00000 n \n" % place
    data += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(data)


def write(folder, district):
    """The notice of the first adjustment, as the office would have issued it."""
    if not PLAN.startswith(district.key + "/"):
        return
    edition = EDITIONS[PLAN][1]
    lines = [f"{document_number(district, PLAN, edition)}（演示数据）", "", "区级有关部门：",
             f"　　现将《{plan_name(PLAN)}》作第{edition.number}次调整，请按调整后的计划执行。", f"　　调整原因：{edition.reason}",
             "", district.issuer, written(edition.written), "", "本文件由演示程序生成，单位、文号和内容均为虚构。"]
    lines = [line[at:at + _LINE] for line in lines for at in range(0, max(1, len(line)), _LINE)]
    folder.write(f"{PLAN.split('/')[0]}/plan-2026-1-notice.pdf", pdf("关于调整年度抽查工作计划的通知", lines))
