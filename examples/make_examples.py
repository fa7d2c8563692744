#!/usr/bin/env python3
"""Makes the fictional spreadsheets of the demo portal: examples/make_examples.py [FOLDER]

Writes into FOLDER (examples/demo beside this file when none is named), byte for byte the same every time: one fixed
seed, no clock, no set or hash order, fixed dates inside the workbooks and their ZIP entries. Needs Python 3.11 and
Debian's python3-openpyxl. What is made, and why its codes cannot be anyone's, is told in examples/README.md.
"""

import random
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from making import calendar_sheet, duties, findings, item_lists, libraries, papers, plans, rules, site, verifiable_draws  # noqa: E402
from making.districts import DISTRICTS  # noqa: E402
from making.files import Folder  # noqa: E402

SEED = 20261118


def main():
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent / "demo"
    folder = Folder(root)
    site.write(folder)
    calendar_sheet.write(folder)
    for district in DISTRICTS:
        chance = random.Random(f"{SEED}/{district.area}")
        rules.write(folder, district)
        item_lists.write(folder, district)
        plans.write(folder, district)
        papers.write(folder, district)
        subjects = libraries.write(folder, district, chance)
        findings.write(folder, district, subjects, chance)
        duties.write(folder, district)
    verifiable_draws.write(folder, random.Random(f"{SEED}/{verifiable_draws.DISTRICT.area}"))
    folder.finish()


if __name__ == "__main__":
    main()
