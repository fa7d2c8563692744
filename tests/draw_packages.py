"""Makes draw packages for the differential test: the fourth program, written from docs/draw-protocol.md alone.

`packages(seed)` is the whole deterministic series: sound ones made here, broken ones of the draw_*_breakages.py. Every
package says what a checker without BLS must answer. It must not know any of the three checkers.
"""
import json
import random

from draw_breakages import all_fields, odd_values
from draw_event_breakages import event_rules, limits, series_rules, slip_rules, unusual_events
from draw_expectation import package, slip_package
from draw_file_breakages import byte_breakages, folder_breakages, option_breakages, table_breakages
from draw_model import REAL_ROUNDS, canonical, moment
from draw_office import Draw
from draw_rule_breakages import (announcement_rules, beacon_rules, draw_rules, exclusion_rules, opening_rules, quota_rules,
                                 timing_rules)

BREAKAGES = (all_fields, odd_values, byte_breakages, table_breakages, folder_breakages, option_breakages, announcement_rules,
             timing_rules, quota_rules, beacon_rules, opening_rules, exclusion_rules, draw_rules, event_rules,
             unusual_events, series_rules, slip_rules, limits)
STATES = ('revealed', 'revealed', 'revealed', 'drawn', 'announced', 'cancelled', 'BEACON', 'ORDER')


def sound_package(rng, number):
    """One sound package: the number decides its state and audience, the random source all else."""
    state, audience = STATES[number % len(STATES)], ('auditor', 'public')[number // len(STATES) % 2]
    draw = Draw(rng)
    seen = rng.choice((None, moment(draw.time - 1), moment(draw.time), moment(draw.time - 3600),
                       '9999-12-31T23:59:59+08:00'))
    other = json.dumps({'randomness': '', 'round': draw.round + 1, 'signature': 'ab'}).encode()
    beacon = rng.choice((None, None, draw.beacon_file(), draw.beacon_file(), other))
    series = canonical(draw.office_list(state, rng.randint(0, 3))) if rng.random() < 0.6 else None
    made = package(f'sound-{number:03}-{state}-{audience}', draw, state, audience, seen, beacon, series)
    if rng.random() < 0.2:
        made.files |= {'说明.txt': b'\xff\0', 'slip.json': b'{', 'notes': lambda path: path.mkdir()}
    return made


def complete_package(rng, number):
    """A sound package with which everything can be checked: exit 0."""
    round = rng.choice(list(REAL_ROUNDS))
    draw = Draw(rng, round=round)
    return package(f'complete-{number:03}', draw, seen=moment(draw.time - 3600), beacon=draw.beacon_file(),
                   series=canonical(draw.office_list()))


def packages(seed, sound=340, complete=80, slips=60):
    """The whole series of packages of a seed number."""
    for count, make in ((sound, sound_package), (complete, complete_package), (slips, slip_package)):
        for number in range(count):
            yield make(random.Random(f'{seed} {make.__name__} {number}'), number)
    for make in BREAKAGES:
        yield from make(seed)
