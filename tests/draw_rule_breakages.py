"""Draws that can be read and break one rule of section 9 of docs/draw-protocol.md, each with the sentence that must come out.

Mostly the office itself did wrong: all digests fit, and only the check named finds it.
"""
import copy
import hashlib
import json

from draw_breakages import base_draw, broken, whole
from draw_model import CHAIN, INSPECTOR_HEADER, REAL_ROUNDS, canonical, day, moment, table

HOLDERS = '秘密数持有人应当至少有 office 和 supervisor，各不相同'
DEADLINE = '公开期限应当在随机源时刻之后、承诺日起 400 天之内'
ENDING = 'end.json 的种类、命令号或时间不合规定'
TIMING = '随机源轮次与时刻不合规定：应当是 drand quicknet，时刻等于该轮，且在承诺时间一小时之后'


def put(**values):
    """A change that puts values into an object; `a__b` is b in a."""
    def change(value, draw):
        for key, new in values.items():
            *above, last = key.split('__')
            target = value
            for name in above:
                target = target[name]
            target[last] = new(draw) if callable(new) else new
    return change


def wronged(seed, name, fails, alter=None, state='revealed', choices=None, **more):
    """A package of a draw that was made with something changed."""
    draw = base_draw(seed, alter, **(choices or {}))
    return broken(name, whole(name, draw, state), fails, **more)


def announcement_rules(seed):
    def case(name, sentence, state='revealed', **change):
        return wronged(seed, f'announcement {name}', {'announcement': sentence}, {'announcement': put(**change)}, state)
    yield case('version', 'announcement.json 的版本不是 ssj1', v='ssj2')
    yield case('version and basis', 'announcement.json 的版本不是 ssj1', v='SSJ1', basis='x')
    yield case('basis', '分层依据不是 facts 或 classes', basis='Facts')
    yield case('beacon type', '随机源类型不是 drand', beacon__type='nist')
    yield case('deadline early', DEADLINE, deadline=lambda draw: day(draw.time, -1))
    yield case('deadline late', DEADLINE, deadline=lambda draw: day(draw.time - 86400, 401))
    yield case('deadline far', DEADLINE, 'announced', deadline='9999-12-31')
    yield case('first with a former one', '序号为 0 与没有前一次必须同时成立', seq=0)
    yield case('no former one', '序号为 0 与没有前一次必须同时成立', prev='0' * 64)
    yield case('beacon at the end of time', DEADLINE, 'announced', beacon__time=2 ** 53 - 1)
    for names in (['office'], ['office', 'audit'], ['supervisor', 'audit'], ['office', 'supervisor', 'office'],
                  ['Office', 'supervisor'], []):
        yield wronged(seed, f'holders {names}', {'announcement': HOLDERS},
                      {'holders': lambda holders, draw, names=names: names})
    for file in ('record', 'reveal', 'drawn', 'events'):
        yield wronged(seed, f'{file} version', {'announcement': f'{file}.json 的版本不是 ssj1'}, {file: put(v='ssj')})
        yield wronged(seed, f'{file} draw', {'announcement': f'{file}.json 不属于这次抽取'}, {file: put(draw='f' * 64)})
    for name, state, change in (
            ('cancel with an order', 'cancelled', {'order': 'x'}),
            ('cancel too late', 'cancelled', {'at': lambda draw: moment(draw.time - 3599)}),
            ('abort without an order', 'ORDER', {'order': ''}),
            ('abort too early', 'ORDER', {'at': lambda draw: moment(draw.time - 3600)}),
            ('BEACON too early', 'BEACON', {'at': lambda draw: moment(draw.time + 604799)}),
            ('another kind', 'ORDER', {'kind': 'stop'})):
        yield wronged(seed, name, {'announcement': ENDING}, {'end': put(**change)}, state)


def timing_rules(seed):
    for name, change in {
            'another chain': {'beacon__ref': f'{"8" * 64}/123'}, 'round with a zero': {'beacon__ref': f'{CHAIN}/0123'},
            'no round': {'beacon__ref': CHAIN},
            'round 0': {'beacon__ref': f'{CHAIN}/0', 'beacon__time': 1692803364},
            'long round': {'beacon__ref': f'{CHAIN}/{"1" * 17}'},
            'largest round': {'beacon__ref': f'{CHAIN}/{"9" * 16}', 'beacon__time': 2 ** 53 - 1},
            'capitals': {'beacon__ref': f'{CHAIN.upper()}/123'},
            'space': {'beacon__ref': f'{CHAIN}/123 '}, 'line feed': {'beacon__ref': f'{CHAIN}/123\n'},
            'other digits': {'beacon__ref': f'{CHAIN}/１２３'},
            'empty': {'beacon__ref': ''}, 'NUL': {'beacon__ref': f'{CHAIN}/123\0'},
            'time of another round': {'beacon__time': lambda draw: draw.time + 3},
            'time between rounds': {'beacon__time': lambda draw: draw.time + 1}, 'time 0': {'beacon__time': 0},
            'too short a time': {'announced': lambda draw: moment(draw.time - 3599)},
            'announced afterwards': {'announced': lambda draw: moment(draw.time + 1)}}.items():
        yield wronged(seed, f'timing {name}', {'timing': TIMING}, {'announcement': put(**change)})


def quota_rules(seed):
    def case(name, sentence, change, **more):
        return wronged(seed, f'quotas {name}', {'quotas': sentence}, {'quota': change, **more})

    def stratum(**values):
        return lambda quota, draw: quota['strata'][1].update(values)
    largest = 2 ** 53 - 1
    yield case('strata reversed', '各层没有按代码升序排列，或者有重复', lambda quota, draw: quota['strata'].reverse())
    yield case('stratum twice', '各层没有按代码升序排列，或者有重复', lambda quota, draw: quota['strata'].insert(0, quota['strata'][0]))
    yield case('n zero', '应抽数应当在 1 与合格数之间，各数不为零', stratum(n=0, ppm=0))
    yield case('n above eligible', '应抽数应当在 1 与合格数之间，各数不为零', stratum(n=7))
    yield case('eligible zero', '应抽数应当在 1 与合格数之间，各数不为零', stratum(eligible=0))
    yield case('n huge', '应抽数应当在 1 与合格数之间，各数不为零', stratum(n=largest))
    yield case('excluded zero', '应抽数应当在 1 与合格数之间，各数不为零', lambda quota, draw: quota['excluded'].update(X=0))
    yield case('below the floor', '应抽数低于法定比例', stratum(ppm=333334))
    yield case('floor huge', '应抽数低于法定比例', stratum(ppm=largest))
    yield case('floor missed by one of 2^53', '应抽数低于法定比例', stratum(n=largest - 1, eligible=largest, ppm=1000000))
    yield case('floor met at 2^53', '合格数与排除数之和不等于对象库总数', stratum(n=largest - 1, eligible=largest - 1, ppm=1000000))
    yield case('sum', '合格数与排除数之和不等于对象库总数', stratum(eligible=7, ppm=0))

    def wrapping(quota, draw):
        size = sum(s['eligible'] for s in quota['strata']) + sum(quota['excluded'].values())
        quota['excluded'] |= {f'W{i}': largest for i in range(2048)} | {'X': 2048}
        assert size + 2048 * largest + 2048 == size + 2 ** 64
    yield case('sum that is right modulo 2^64', '合格数与排除数之和不等于对象库总数', wrapping)
    yield case('n below the announced', '各层应抽数之和不等于承诺的抽取数', lambda quota, draw: quota['strata'][0].update(n=1, ppm=0))
    yield wronged(seed, 'quotas drawn', {'quotas': '各层应抽数之和不等于承诺的抽取数'}, {'announcement': put(drawn=7)})
    yield wronged(seed, 'quotas recorded size', {'quotas': '各层应抽数之和不等于登记的结果数', 'result root': '名单户数与登记的或承诺的不同'},
                  {'record': put(result__size=7)})
    yield wronged(seed, 'no strata', {'quotas': None, 'exclusions': '各层的合格户数与 quota.json 不同'}, {'quota': put(strata=[])})


def beacon_rules(seed):
    changes = {
        'type': ('record.json 的随机源与承诺的不同', {'beacon__type': 'x'}),
        'ref': ('record.json 的随机源与承诺的不同', {'beacon__ref': f'{CHAIN}/124'}),
        'round': ('随机源轮次与承诺的不同', {'beacon__evidence__round': 124}),
        'short signature': ('随机数不是这个签名的 SHA-256', {'beacon__evidence__signature': 'ab' * 47}),
        'signature in capitals': ('随机数不是这个签名的 SHA-256', {'beacon__evidence__signature': REAL_ROUNDS[123].upper()}),
        'signature in words': ('随机数不是这个签名的 SHA-256', {'beacon__evidence__signature': '签名\0'}),
        'signature with a line feed': ('随机数不是这个签名的 SHA-256', {'beacon__evidence__signature': REAL_ROUNDS[123] + '\n'}),
        'value': ('随机数不是这个签名的 SHA-256', {'beacon__value': '0' * 64}),
        'randomness': ('随机数不是这个签名的 SHA-256', {'beacon__evidence__randomness': '0' * 64}),
        'too early': ('登记时间不在随机源时刻之后 24 小时之内', {'at': lambda draw: moment(draw.time - 1)}),
        'too late': ('登记时间不在随机源时刻之后 24 小时之内', {'at': lambda draw: moment(draw.time + 86401)}),
        'in the year 1': ('登记时间不在随机源时刻之后 24 小时之内', {'at': '0001-01-01T00:00:00+08:00'})}
    for name, (sentence, change) in changes.items():
        yield wronged(seed, f'beacon {name}', {'beacon': sentence}, {'record': put(**change)},
                      **({'beacon': None} if 'signature' in name else {}))
    yield wronged(seed, 'beacon ref not of drand', {'beacon': '随机源轮次与承诺的不同', 'timing': TIMING},
                  {'announcement': put(beacon__ref='x/1')})
    signature = bytes.fromhex(REAL_ROUNDS[657413])
    value = hashlib.sha256(signature).hexdigest()
    swap = put(beacon__value=value, beacon__evidence__randomness=value, beacon__evidence__signature=signature.hex())
    yield wronged(seed, 'beacon of another round', {'drawn': None, 'beacon': '你提供的同一轮随机数与登记的不同'}, {'record': swap},
                  beacon=json.dumps(
        {'round': 123, 'randomness': hashlib.sha256(bytes.fromhex(REAL_ROUNDS[123])).hexdigest(),
         'signature': REAL_ROUNDS[123]}).encode())
    yield wronged(seed, 'beacon of another round, unseen', {'drawn': None}, {'record': swap}, beacon=None, signed=False)
    for name, signature in (('infinity', b'\xc0' + bytes(47)), ('zeros', bytes(48)), ('ones', b'\xff' * 48),
                            ('not in the subgroup', b'\x80' + bytes(46) + b'\4')):
        value = hashlib.sha256(signature).hexdigest()
        change = put(beacon__value=value, beacon__evidence__randomness=value, beacon__evidence__signature=signature.hex())
        yield wronged(seed, f'signature {name}', {'drawn': None}, {'record': change}, beacon=None, signed=False)


def opening_rules(seed):
    def swapped(reveal, draw):
        reveal['nonces'].reverse()
    yield wronged(seed, 'nonces swapped', {'commitments': '公开的秘密数与承诺的持有人不一致', 'drawn': None}, {'reveal': swapped})
    yield wronged(seed, 'a nonce less', {'commitments': '公开的秘密数与承诺的持有人不一致'},
                  {'reveal': lambda r, draw: r['nonces'].pop() and None})
    yield wronged(seed, 'no nonces', {'commitments': '公开的秘密数与承诺的持有人不一致'}, {'reveal': put(nonces=[])})
    yield wronged(seed, 'other nonces', {'commitments': 'office 的秘密数与承诺不符', 'drawn': None},
                  {'reveal': lambda r, draw: [n.update(nonce='0' * 64) for n in r['nonces']] and None})
    yield wronged(seed, 'the second nonce', {'commitments': 'supervisor 的秘密数与承诺不符'},
                  {'reveal': lambda r, draw: r['nonces'][1].update(nonce='0' * 64)})
    yield wronged(seed, 'salt key', {'object pool': '对象库与承诺的摘要不同', 'inspector pool': '检查人员库与承诺的摘要不同', 'drawn': None},
                  {'reveal': put(salt_key='0' * 64)})
    for kind, sentence in (('objects', '对象库的行数与承诺不同'), ('inspectors', '检查人员库的行数与承诺不同')):
        yield wronged(seed, f'{kind} size', {kind[:-1] + ' pool': sentence}, {'announcement': put(**{f'{kind}__size': 9})})
        yield wronged(seed, f'{kind} size huge', {kind[:-1] + ' pool': sentence},
                      {'announcement': put(**{f'{kind}__size': 10 ** 5})})


def exclusion_rules(seed):
    def row(place, **cells):
        def change(rows, draw):
            chosen = [r for r in rows if bool(r[2]) == (place == 'excluded')][0]
            for column, value in cells.items():
                chosen['id stratum excl needs'.split().index(column)] = value
        return change
    yield wronged(seed, 'reason not of the list', {'exclusions': '对象库里有不允许的排除理由'},
                  {'objects': row('excluded', excl='FRIEND')})
    yield wronged(seed, 'reason in small letters', {'exclusions': '对象库里有不允许的排除理由'},
                  {'objects': row('excluded', excl='deregistered')})
    yield wronged(seed, 'one slot', {'exclusions': '有合格对象的检查人员名额少于两个'}, {'objects': row('eligible', needs='catering:*:1')})
    yield wronged(seed, 'excluded counts', {'exclusions': '各排除理由的户数与 quota.json 不同'},
                  {'quota': lambda q, draw: q['excluded'].update(DEREGISTERED=5)})
    yield wronged(seed, 'eligible counts', {'exclusions': '各层的合格户数与 quota.json 不同'},
                  {'quota': lambda q, draw: q['strata'][0].update(eligible=7)})
    yield wronged(seed, 'stratum without objects', {'exclusions': '各层的合格户数与 quota.json 不同'},
                  {'quota': lambda q, draw: q['strata'].append({'code': 'zzz', 'eligible': 1, 'n': 1, 'ppm': 0})})
    yield wronged(seed, 'stratum left out', {'exclusions': '各层的合格户数与 quota.json 不同', 'quotas': None},
                  {'quota': lambda q, draw: q['strata'].pop() and None})


def draw_rules(seed):
    def later_rank(drawn, draw):
        """The last of a stratum is left out for the next one, everything after is consistent with that."""
        code, ids = next((c, ids) for c, ids in draw.computed.order.items() if len(ids) > draw.computed.n[c])
        out, into = ids[draw.computed.n[code] - 1], ids[draw.computed.n[code]]
        entry = next(row for row in drawn['drawn'] if row['id'] == out)
        entry['id'] = into
        drawn['drawn'].sort(key=lambda row: row['id'])

    def swapped(drawn, draw):
        drawn['drawn'][0]['inspectors'].reverse()

    def unfilled(drawn, draw):
        drawn['drawn'][0]['inspectors'][0] = ''

    def one_more(drawn, draw):
        drawn['drawn'][0]['inspectors'].append('')

    def salted(drawn, draw):
        drawn['drawn'][0]['salt'] = '0' * 32
    quiet = {'events': ()}
    for name, change, check, sentence in (('next rank drawn', later_rank, 'drawn', '重新计算的抽中名单与公开的不同'),
                                          ('salt of a result', salted, 'drawn', '重新计算的抽中名单与公开的不同'),
                                          ('inspectors swapped', swapped, 'matching', '重新计算的检查人员与公开的不同'),
                                          ('slot emptied', unfilled, 'matching', '重新计算的检查人员与公开的不同'),
                                          ('slot more', one_more, 'matching', '重新计算的检查人员与公开的不同')):
        yield wronged(seed, name, {check: sentence}, {'drawn': change}, choices=quiet)
    good = whole('', base_draw(seed))
    drawn = json.loads(good.files['drawn.json'])

    def result(name, sentence, rows):
        return broken(name, good, {'result root': sentence}, files={'drawn.json': canonical({**drawn, 'drawn': rows})})
    rows = drawn['drawn']
    yield result('drawn reversed', 'drawn.json 没有按代码升序排列，或者有重复', rows[::-1])
    yield result('drawn twice', 'drawn.json 没有按代码升序排列，或者有重复', [rows[0], *rows])
    yield result('drawn salt twice', '名单里有重复的随机盐', [{**row, 'salt': rows[0]['salt']} for row in rows])
    yield result('drawn row less', '名单户数与登记的或承诺的不同', rows[1:])
    yield result('drawn nobody', '名单户数与登记的或承诺的不同', [])
    yield result('drawn inspectors', '名单与登记的结果摘要不同', [{**rows[0], 'inspectors': []}, *rows[1:]])
    yield result('drawn with 10,000 inspectors', '名单与登记的结果摘要不同', [{**rows[0], 'inspectors': ['A'] * 10000}, *rows[1:]])
    yield wronged(seed, 'announced number', {'result root': '名单户数与登记的或承诺的不同'}, {'announcement': put(drawn=0)})

    def late_recusal(rows):
        rows = copy.deepcopy(rows)
        rows[0][5] = rows[0][5] and '' or draw.objects[0][0]
        return rows
    draw = base_draw(seed)
    yield broken('late recusal', good, {'inspector pool': '检查人员库与承诺的摘要不同'},
                 files={'inspectors.tsv': table(INSPECTOR_HEADER, late_recusal(draw.inspectors))})
