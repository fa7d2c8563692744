"""A package for the differential test and what must come out of it: section 9 of docs/draw-protocol.md for a sound draw.

It must not know any of the three checkers.
"""
import json
from dataclasses import dataclass, field

from draw_model import canonical, moment
from draw_office import Draw

CHECKS = ('announcement', 'timing', 'quotas', 'beacon', 'commitments', 'object pool', 'inspector pool', 'exclusions',
          'drawn',
          'matching', 'result root', 'replacements', 'series')
NEEDS = {
    'quotas': ['quota.json'], 'beacon': ['record.json'], 'commitments': ['reveal.json'],
    'object pool': ['reveal.json', 'objects.tsv'], 'inspector pool': ['reveal.json', 'inspectors.tsv'],
    'exclusions': ['objects.tsv', 'quota.json'],
    'drawn': ['objects.tsv', 'quota.json', 'record.json', 'reveal.json', 'drawn.json'],
    'matching': ['objects.tsv', 'quota.json', 'record.json', 'reveal.json', 'drawn.json', 'inspectors.tsv'],
    'result root': ['drawn.json', 'record.json'], 'replacements': ['events.json'],
}


@dataclass
class Package:
    """A folder (or a slip) to be checked, what else the user tells, and what must come out."""
    name: str
    files: dict                       # name → bytes, or a function that makes something else at a path
    exit: int                         # of a checker without BLS
    seen: str | None = None
    beacon: object = None             # bytes of the file given with --beacon
    series: object = None             # bytes of the file given with --series
    slip: bool = False
    sound: bool = False
    fails: dict = field(default_factory=dict)    # name of a check that must fail → its sentence, or None
    checks: list | None = None        # the whole expected list of (name, status, detail)
    signed: bool = False              # whether record.json has the signature of its real round
    digest: str | None = None         # the expected `draw`


def expected_checks(draw, files, seen=None, beacon=None, series=None):
    """What section 9 says about the files of a sound draw, to a checker without BLS: [(name, status, detail)]."""
    answers = {}
    for name, needs in NEEDS.items():
        absent = [f for f in needs if f not in files]
        if absent:
            answers[name] = ('not checked', f'缺少 {"、".join(absent)}，没有核对')
    sums = {
        'announcement': '承诺的格式、期限和各文件所属的抽取都对',
        'quotas': f'共 {len(draw.strata)} 层，应抽 {sum(s["n"] for s in draw.strata)} 户',
        'commitments': f'{len(draw.nonces)} 个秘密数都与承诺相符',
        'object pool': f'对象库 {len(draw.objects)} 户没有改动（不说明是否齐全）',
        'inspector pool': f'检查人员库 {len(draw.inspectors)} 人没有改动',
        'exclusions': f'排除 {sum(1 for r in draw.objects if r[2])} 户，合格 {sum(1 for r in draw.objects if not r[2])} 户，与公布的数一致',
        'drawn': f'重新计算得到同样的 {len(draw.computed.drawn)} 户',
        'matching': f'重新计算得到同样的检查人员；未配齐名额 {draw.computed.empty} 个，候选不足四人的名额 {draw.computed.scarce} 个',
        'result root': f'公开的名单就是登记时锁定的那份，共 {len(draw.leaves)} 户',
    }
    for name, detail in sums.items():
        answers.setdefault(name, ('ok', detail))
    answers['timing'] = timing_answer(draw, seen)
    for name, answer in (('beacon', lambda: beacon_answer(draw, beacon)),
                         ('replacements', lambda: replacement_answer(draw, files))):
        if name not in answers:
            answers[name] = answer()
    answers['series'] = ('not checked', '没有提供机关的抽取清单') if series is None else \
        ('ok', f'机关清单 {len(json.loads(series))} 次抽取前后相接，这次是第 {draw.seq} 号')
    return [(name, *answers[name]) for name in CHECKS]


def timing_answer(draw, seen):
    if seen is None:
        return 'not checked', '承诺的日期只是机关自己说的；若你在随机源时刻之前记下过这个编号，请提供当时的时间'
    if seen >= moment(draw.time):
        return 'not checked', f'你自己的记录（{seen}）不早于随机源时刻，不能证明承诺在先'
    return 'ok', f'你自己的记录：{seen} 已见到这个编号，早于随机源时刻'


def beacon_answer(draw, beacon):
    if beacon is None:
        return 'not checked', '没有核对签名：这个数可能是任何人编的；请提供同一轮的随机数，或在浏览器里核验'
    if json.loads(beacon)['round'] != draw.round:
        return 'not checked', '你提供的是另一轮的随机数，不能用来核对'
    return 'ok', f'与你提供的第 {draw.round} 轮随机数一致'


def replacement_answer(draw, files):
    log = json.loads(files['events.json'])
    kinds = [event['kind'] for event in log['events']]
    if not kinds:
        return 'ok', '没有替补和改派'
    if not log['openings']:
        return 'not checked', f'已登记替补或改派 {len(kinds)} 件，名单公开后才能核对'
    needed = NEEDS['drawn'] + (['inspectors.tsv'] if 'assign' in kinds else [])
    absent = [f for f in needed if f not in files]
    if absent:
        return 'not checked', f'只核对了摘要；缺少 {"、".join(absent)}，没有核对次序'
    reassigned = sum(fields[-1:] in (['RECUSAL'], ['ILLNESS']) for _, *fields in draw.fields)
    slots = sum(len(p) for p in draw.computed.picks.values())
    flagged = 'assign' in kinds and (reassigned + draw.computed.empty) * 20 > max(20, slots)
    return 'ok', (f'替补 {kinds.count("replace")} 件，改派 {kinds.count("assign")} 件，都合规定'
                  + ('；改派和未配齐名额超过 5%，需要说明' if flagged else ''))


def package(name, draw, state='revealed', audience='auditor', seen=None, beacon=None, series=None, **more):
    """A sound package with its whole expected answer."""
    files = draw.files(state, audience)
    checks = expected_checks(draw, files, seen, beacon, series)
    made = Package(name, files, exit_of(checks), seen, beacon, series, sound=True, checks=checks,
                   signed=draw.signed, digest=draw.digest.hex())
    for key, value in more.items():
        setattr(made, key, value)
    return made


def exit_of(checks):
    statuses = [status for _, status, _ in checks]
    return 1 if 'fail' in statuses else 3 if 'not checked' in statuses else 0


def slip_package(rng, number):
    draw = Draw(rng)
    value, record = draw.slip(rng.randrange(len(draw.leaves)))
    files = {'slip.json': canonical(value), 'record.json': record}
    checks = [('slip', 'ok', f'{value["id"]} 的这次检查和检查人员，登记时已经锁定（登记时间 {draw.record["at"]} 是机关自己说的）')]
    if number % 5 == 4:
        del files['record.json']
        checks = [('slip', 'not checked', '缺少 record.json，没有核对')]
    return Package(f'slip-{number:03}', files, exit_of(checks), slip=True, sound=True, checks=checks,
                   digest=draw.digest.hex())
