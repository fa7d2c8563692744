"""Working days: the State Council's notices of 2023 to 2026 as (name, 放假 or 上班, first day, days)."""

from datetime import date, timedelta

NOTICES = {  # year → (address of the notice, what it arranges)
    2023: ("http://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm", (
        ("元旦", "放假", "2022-12-31", 3), ("春节", "放假", "2023-01-21", 7), ("春节", "上班", "2023-01-28", 2),
        ("清明节", "放假", "2023-04-05", 1), ("劳动节", "上班", "2023-04-23", 1), ("劳动节", "放假", "2023-04-29", 5),
        ("劳动节", "上班", "2023-05-06", 1), ("端午节", "放假", "2023-06-22", 3), ("端午节", "上班", "2023-06-25", 1),
        ("中秋节、国庆节", "放假", "2023-09-29", 8), ("中秋节、国庆节", "上班", "2023-10-07", 2))),
    2024: ("https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm", (
        ("元旦", "放假", "2024-01-01", 1), ("春节", "上班", "2024-02-04", 1), ("春节", "放假", "2024-02-10", 8),
        ("春节", "上班", "2024-02-18", 1), ("清明节", "放假", "2024-04-04", 3), ("清明节", "上班", "2024-04-07", 1),
        ("劳动节", "上班", "2024-04-28", 1), ("劳动节", "放假", "2024-05-01", 5), ("劳动节", "上班", "2024-05-11", 1),
        ("端午节", "放假", "2024-06-10", 1), ("中秋节", "上班", "2024-09-14", 1), ("中秋节", "放假", "2024-09-15", 3),
        ("国庆节", "上班", "2024-09-29", 1), ("国庆节", "放假", "2024-10-01", 7), ("国庆节", "上班", "2024-10-12", 1))),
    2025: ("https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm", (
        ("元旦", "放假", "2025-01-01", 1), ("春节", "上班", "2025-01-26", 1), ("春节", "放假", "2025-01-28", 8),
        ("春节", "上班", "2025-02-08", 1), ("清明节", "放假", "2025-04-04", 3), ("劳动节", "上班", "2025-04-27", 1),
        ("劳动节", "放假", "2025-05-01", 5), ("端午节", "放假", "2025-05-31", 3),
        ("国庆节、中秋节", "上班", "2025-09-28", 1), ("国庆节、中秋节", "放假", "2025-10-01", 8),
        ("国庆节、中秋节", "上班", "2025-10-11", 1))),
    2026: ("https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm", (
        ("元旦", "放假", "2026-01-01", 3), ("元旦", "上班", "2026-01-04", 1), ("春节", "上班", "2026-02-14", 1),
        ("春节", "放假", "2026-02-15", 9), ("春节", "上班", "2026-02-28", 1), ("清明节", "放假", "2026-04-04", 3),
        ("劳动节", "放假", "2026-05-01", 5), ("劳动节", "上班", "2026-05-09", 1), ("端午节", "放假", "2026-06-19", 3),
        ("国庆节", "上班", "2026-09-20", 1), ("中秋节", "放假", "2026-09-25", 3), ("国庆节", "放假", "2026-10-01", 7),
        ("国庆节", "上班", "2026-10-10", 1))),
}

AS_OF = date(2026, 11, 18)


def arranged_days():
    """Every day of the notices: (day, name, kind, address, year)."""
    for year, (address, arranged) in NOTICES.items():
        for name, kind, first, length in arranged:
            for number in range(length):
                yield date.fromisoformat(first) + timedelta(number), name, kind, address, year


_KIND = {day: kind for day, _, kind, _, _ in arranged_days()}


def is_working_day(day):
    return _KIND.get(day, "上班" if day.weekday() < 5 else "放假") == "上班"


def working_days_after(day, count):
    """The day `count` working days after `day`, which is not counted; 0: the next working day from `day` on."""
    while count > 0 or not is_working_day(day):
        day += timedelta(1)
        if is_working_day(day):
            count -= 1
            if count <= 0:
                return day
    return day


def working_day_before(day):
    """The last working day before `day`."""
    day -= timedelta(1)
    while not is_working_day(day):
        day -= timedelta(1)
    return day
