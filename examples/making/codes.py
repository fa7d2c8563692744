"""Codes that are valid in form and cannot be anyone's.

Area codes begin with 99: GB/T 2260 has no province 99, so no authority of that area exists that could have issued one,
and no citizen number begins with 99 either. The organisation part of a unified code begins with the letters YX, so the
whole can never be read as a citizen number, whose first 17 characters are digits.
"""

_UNIFIED = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015: without I O S V Z
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)  # GB 11714-1997


def organisation_check(eight):
    total = sum(w * int(c, 36) for w, c in zip(_ORGANISATION_WEIGHTS, eight))
    return "0123456789X0"[11 - total % 11]


def unified_check(seventeen):
    total = sum(_UNIFIED.index(c) * pow(3, i, 31) for i, c in enumerate(seventeen))
    return _UNIFIED[(31 - total % 31) % 31]


def unified_code(kind, area, serial):
    """统一社会信用代码: `kind` is 91 企业, 92 个体工商户, 93 农民专业合作社, 52 民办非企业单位."""
    digits, rest = "", serial
    for _ in range(6):
        digits = _UNIFIED[rest % 31] + digits
        rest //= 31
    eight = "YX" + digits
    first = kind + area + eight + organisation_check(eight)
    return first + unified_check(first)


def registration_number(area, serial):
    """15-digit 注册号 (ISO/IEC 7064 MOD 11,10), as enterprises had before 2015."""
    first = f"{area}{serial:08d}"
    product = 10
    for c in first:
        product = ((product + int(c)) % 10 or 10) * 2 % 11
    return first + str((11 - product) % 10)


def task_number(area, date, serial):
    """抽查任务编号 of the national form: area 6, date 8, kind digit 1, serial 3."""
    return f"{area}{date:%Y%m%d}1{serial:03d}"


def plan_number(area, year, serial):
    """抽查计划编号 of the national form: area 6, year 4, kind digit 1, serial 3."""
    return f"{area}{year}1{serial:03d}"
