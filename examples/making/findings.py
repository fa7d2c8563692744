"""What became of the plans of one district: draws, results, follow-ups and penalties."""

from . import draws, follow_ups, ledger, penalties, results


def write(folder, district, subjects, chance):
    drawn = draws.write(folder, district, subjects, chance)
    found = results.write(folder, district, drawn, chance)
    cases = follow_ups.write(folder, district, found, chance)
    penalties.write(folder, district, found, cases)
    ledger.write(folder, district, found, cases)
