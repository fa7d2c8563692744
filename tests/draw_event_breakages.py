"""Draws that can be read and break a rule of section 9 of docs/draw-protocol.md on events, the office's list or slips, and
draws at the bounds of section 2.
"""
import json
import random

from draw_breakages import base_draw, broken, staffed, whole
from draw_expectation import slip_package
from draw_model import INSPECTOR_HEADER, canonical, is_citizen_number, social_credit_code, table
from draw_rule_breakages import wronged


def event_rules(seed):
    """Events that are rightly committed to and opened, and break a rule."""
    def case(name, sentence, make, choices=None):
        return wronged(seed, f'event {name}', {'replacements': f'第 {sentence}'}, {'fields': make},
                       choices={'events': (), **(choices or {})})
    form, order, picked = '{} 件替补或改派的种类、栏目或理由不合规定', '{} 件替补不是本层的下一户，或者超过限额', '{} 件改派不是应当的下一人'

    def first(draw):
        """(a drawn object, the next of its stratum, the one after that)"""
        code = draw.strata[0]['code']
        ids, n = draw.computed.order[code], draw.computed.n[code]
        return ids[0], ids[n], ids[n + 1]

    def filled(draw):
        """(an object, a slot, who holds it, who is next)"""
        for o in sorted(draw.now):
            for k, old in enumerate(draw.now[o]):
                if old:
                    draw.load(old, -1)
                    new = draw.pick(o, k)
                    draw.load(old, 1)
                    return o, str(k), old, new
        raise AssertionError

    for name, row in {
            'unknown kind': lambda d: ['swap', *first(d)[:2], 'REVOKED'],
            'kind in capitals': lambda d: ['REPLACE', *first(d)[:2], 'REVOKED'],
            'fields less': lambda d: ['replace', *first(d)[:2]], 'no fields': lambda d: ['replace'],
            'fields more': lambda d: ['replace', *first(d)[:2], 'REVOKED', ''],
            'reason of the other kind': lambda d: ['replace', *first(d)[:2], 'RECUSAL'],
            'not found is no reason': lambda d: ['replace', *first(d)[:2], 'NOT-FOUND'],
            'assign for a replacement reason': lambda d: ['assign', *filled(d), 'REVOKED'],
            'assign fields less': lambda d: ['assign', *filled(d)],
            **{f'slot {ascii(slot)}': lambda d, slot=slot: ['assign', filled(d)[0], slot, *filled(d)[2:], 'RECUSAL']
               for slot in ('00', '01', '-1', '+0', '', '0 ', '1e0', '0\n', '12345678901', '０', '0.0')}}.items():
        yield case(name, form.format(1), lambda fields, d, row=row: [row(d)])
    for name, row in {
            'not the next': lambda d: ['replace', first(d)[0], first(d)[2], 'REVOKED'],
            'old not drawn': lambda d: ['replace', first(d)[2], first(d)[1], 'REVOKED'],
            'old unknown': lambda d: ['replace', 'constructor', first(d)[1], 'REVOKED'],
            'old for itself': lambda d: ['replace', first(d)[0], first(d)[0], 'REVOKED'],
            'new of another stratum': lambda d: ['replace', first(d)[0], d.computed.order[d.strata[1]['code']][2],
                                                 'REVOKED'], 'new nobody': lambda d: ['replace', first(d)[0], '',
                                                     'MOVED-OUT']}.items():
        yield case(name, order.format(1), lambda fields, d, row=row: [row(d)])
    yield case('limit', order.format(2),
            lambda fields, d: [['replace', *first(d)[:2], 'REVOKED'], ['replace', first(d)[1], first(d)[2], 'DUPLICATE']])
    yield case('old replaced before', order.format(2),
            lambda fields, d: [['replace', *first(d)[:2], 'REVOKED'], ['replace', first(d)[0], first(d)[2], 'DUPLICATE']])
    yield case('nobody is left in the stratum', order.format(1),
            lambda fields, d: [['replace', d.computed.drawn[0], d.computed.drawn[1], 'REVOKED']], {'n': 6})
    for name, row in {
            'object not drawn': lambda d: ['assign', first(d)[1], *filled(d)[1:], 'RECUSAL'],
            'object unknown': lambda d: ['assign', 'x', *filled(d)[1:], 'RECUSAL'],
            'slot beyond': lambda d: ['assign', filled(d)[0], '3', '', 'A', 'DIRECT'],
            'slot far beyond': lambda d: ['assign', filled(d)[0], '9999999999', '', 'A', 'DIRECT'],
            'slot 2^32': lambda d: ['assign', filled(d)[0], '4294967296', *filled(d)[2:], 'RECUSAL'],
            'old not there': lambda d: ['assign', *filled(d)[:2], 'SOMEBODY', filled(d)[3], 'RECUSAL'],
            'new not the pick': lambda d: ['assign', *filled(d)[:3], 'SOMEBODY', 'ILLNESS'],
            'new empty though there is one': lambda d: ['assign', *filled(d)[:3], '', 'RECUSAL'],
            'new is old': lambda d: ['assign', *filled(d)[:3], filled(d)[2], 'RECUSAL'],
            'direct on a filled slot': lambda d: ['assign', *filled(d)[:3], 'OUT-1', 'DIRECT'],
            'direct, old not told': lambda d: ['assign', *filled(d)[:2], '', 'OUT-1', 'NEIGHBOUR']}.items():
        yield case(name, picked.format(1), lambda fields, d, row=row: [row(d)])

    def on_empty(who):
        """A replacement whose empty slot is then filled by `who`."""
        return lambda fields, d: [['replace', *first(d)[:2], 'REVOKED'], ['assign', first(d)[1], '0', '', who(d), 'DIRECT']]

    def recused(d):
        return next(i[0] for i in d.inspectors if first(d)[1] in i[5].split(','))
    everywhere = {'inspectors':
            lambda rows, d: [[*row[:5], ','.join(sorted(r[0] for r in d.objects)) if i == 0 else ''] for i,
                      row in enumerate(staffed(rows, d))]}
    yield wronged(seed, 'event direct by nobody', {'replacements': '第 2 件改派不是应当的下一人'}, {'fields': on_empty(lambda d: '')},
                  choices={'events': ()})
    yield wronged(seed, 'event direct by a recused one', {'replacements': '第 2 件改派不是应当的下一人'},
                  {'fields': on_empty(recused), **everywhere}, choices={'events': ()})

    def twice(fields, d):
        return [*on_empty(lambda d: 'OUT-1')(fields, d), ['assign', first(d)[1], '1', '', 'OUT-1', 'NEIGHBOUR']]
    yield wronged(seed, 'event direct twice on an object', {'replacements': '第 3 件改派不是应当的下一人'}, {'fields': twice},
                  choices={'events': ()})
    log = lambda change: {'events': lambda value, draw: change(value)}
    for name, sentence, change in (
            ('opening missing', '替补和改派没有逐件公开', lambda v: v['openings'].pop() and None),
            ('no openings', '替补和改派没有逐件公开', lambda v: v.update(openings=[])),
            ('no events', '替补和改派没有逐件公开', lambda v: v.update(events=[])),
            ('opening more', '替补和改派没有逐件公开', lambda v: v['openings'].append(v['openings'][0])),
            ('time falls', '替补和改派的时间先后不对', lambda v: v['events'][0].update(at='2030-01-01T00:00:00+08:00')),
            ('before the record', '替补和改派的时间先后不对', lambda v: v['events'][0].update(at='2023-08-23T23:15:33+08:00')),
            ('commitment of the second', '第 2 件替补或改派与登记的摘要不符', lambda v: v['events'][1].update(commit='0' * 64)),
            ('opening salt', '第 1 件替补或改派与登记的摘要不符', lambda v: v['openings'][0].update(salt='0' * 32)),
            ('kind changed', '第 1 件替补或改派与登记的摘要不符', lambda v: v['events'][0].update(kind='assign')),
            ('openings swapped', '第 1 件替补或改派与登记的摘要不符', lambda v: v['openings'].reverse())):
        yield wronged(seed, f'events {name}', {'replacements': sentence}, log(change))


def unusual_events(seed):
    """Events that keep every rule, at its edge: the limits of replacements, a recusal of nobody, somebody of elsewhere."""
    def order(draw):
        code = draw.strata[0]['code']
        return draw.computed.order[code], draw.computed.n[code]

    def replacing(number):
        def make(fields, draw):
            ids, n = order(draw)
            return [['replace', ids[i], ids[n + i], 'REVOKED'] for i in range(number)]
        return make

    def after_replacing(first, reason):
        """Slot 0 of a replacement goes to `first`, if not empty, and then to whom section 6 says."""
        def make(fields, draw):
            into = order(draw)[0][order(draw)[1]]
            draw.now[into] = [first, '', '']
            direct = [['assign', into, '0', '', first, 'DIRECT']] if first else []
            return replacing(1)(fields, draw) + direct + [['assign', into, '0', first, draw.pick(into, 0), reason]]
        return make
    for n, number in ((39, 1), (40, 2), (59, 2), (60, 3)):
        choices = {'events': (), 'strata': 1, 'eligible': 64, 'n': n}
        yield whole(f'{number} replacements of {n}', base_draw(seed, {'fields': replacing(number)}, **choices))
        yield wronged(seed, f'{number + 1} replacements of {n}', {'replacements': f'第 {number + 1} 件替补不是本层的下一户，或者超过限额'},
                      {'fields': replacing(number + 1)}, choices=choices)
    for name, make in (('recusal of nobody', after_replacing('', 'RECUSAL')),
                       ('illness of an outsider', after_replacing('OUT-1', 'ILLNESS'))):
        yield whole(name, base_draw(seed, {'fields': make}, events=()))


def series_rules(seed):
    def case(name, sentence, change, choices=None):
        return wronged(seed, f'series {name}', {'series': sentence}, {'list': lambda entries, draw: change(entries)},
                       choices=choices)
    broken_chain, place = '清单的前后承接断开', '清单里没有这次抽取，或者它的位置、前一次、系列、承诺不一致'
    reused = '清单里有重复使用的秘密数承诺或盐密钥'
    yield case('seq', '清单的序号不是从 0 起逐一递增', lambda l: l[1].update(seq=2))
    yield case('from 1', '清单的序号不是从 0 起逐一递增', lambda l: l[1:])
    yield case('reversed', '清单的序号不是从 0 起逐一递增', lambda l: l[::-1])
    yield case('first prev', broken_chain, lambda l: l[0].update(prev='1' * 64))
    yield case('chain', broken_chain, lambda l: l[3].update(prev='1' * 64))
    yield case('state', '清单里有不认识的状态', lambda l: l[0].update(state='drawn'))
    for state in ('open', 'overdue'):
        yield case(f'{state} and another', '同一系列有未了结的抽取之后又有新的抽取', lambda l,
                   state=state: [e.update(series='same', state=state, salt_key='') for e in (l[0], l[1])] and None)
    yield case('commitment twice', reused, lambda l: l[0].update(commits=['a' * 64, 'b' * 64, 'a' * 64]))
    yield case('commitment of this one', reused, lambda l: l[3].update(commits=l[2]['commits'][:1]))
    yield case('salt key twice', reused, lambda l: l[0].update(salt_key=l[2]['salt_key'], state='revealed'))
    for state in ('open', 'overdue', 'cancelled'):
        yield case(f'salt key while {state}', '尚未公开的抽取不应当有盐密钥', lambda l,
                   state=state: l[3].update(state=state, salt_key='c' * 64))
    yield case('empty', place, lambda l: [])
    yield case('without this one', place, lambda l: l[:2])
    yield case('another D', place, lambda l: [l[2].update(draw='d' * 64), l[3].update(prev='d' * 64)] and None)
    yield case('another series', place, lambda l: l[2].update(series='x'))
    yield case('commitments reversed', place, lambda l: l[2]['commits'].reverse())
    yield case('commitment more', place, lambda l: l[2]['commits'].append('e' * 64))
    yield case('another prev', place, lambda l: [l[1].update(draw='f' * 64), l[2].update(prev='f' * 64)] and None)
    yield case('salt key', '清单里的盐密钥与公开的不同', lambda l: l[2].update(salt_key='9' * 64))


def slip_rules(seed):
    good = slip_package(random.Random(f'{seed} slips'), 0)
    while len(json.loads(good.files['slip.json'])['path']) < 2:
        seed = f'{seed}+'
        good = slip_package(random.Random(seed), 0)
    value = json.loads(good.files['slip.json'])
    away = '凭条不在登记的结果里'
    for name, sentence, change in (
            ('version', 'slip.json 的版本不是 ssj1', {'v': 'ssj'}), ('record', '这张凭条说的不是这份 record.json', {'record': '0' * 64}),
            ('draw', '凭条与 record.json 不是同一次抽取', {'draw': '0' * 64}), ('size', '凭条的名单大小与登记的不同', {'size': value['size'] + 1}),
            ('persons less', '凭条的人员指纹与检查人员不对应', {'persons': value['persons'][1:]}),
            ('persons empty elsewhere', '凭条的人员指纹与检查人员不对应', {'persons': ['' if p else 'a' * 64 for p in value['persons']]}),
            ('index beyond', away, {'index': value['size']}), ('index huge', away, {'index': 2 ** 53 - 1}),
            ('index other', away, {'index': value['index'] ^ 1}),
            ('path less', away, {'path': value['path'][1:]}), ('path more', away, {'path': value['path'] + ['0' * 64]}),
            ('path reversed', away, {'path': [*value['path'][1:], value['path'][0]]}),
            ('path long', away, {'path': ['0' * 64] * 5000}), ('no path', away, {'path': []}),
            ('salt', away, {'salt': '0' * 32}),
            ('inspector', away, {'inspectors': ['X'] + value['inspectors'][1:],
                                 'persons': ['a' * 64] + value['persons'][1:]})):
        yield broken(f'slip {name}', good, {'slip': sentence}, files={'slip.json': canonical({**value, **change})})
    for name, content in {'cut': good.files['slip.json'][:-1], 'empty': b'', 'line feed': good.files['slip.json'] + b'\n',
                          'folder': lambda path: path.mkdir()}.items():
        yield broken(f'slip {name}', good, files={'slip.json': content})
    for name, content in {'record cut': good.files['record.json'][:-1], 'record empty': b'',
                          'record folder': lambda path: path.mkdir()}.items():
        yield broken(f'slip {name}', good, files={'record.json': content})


def limits(seed):
    def strata(number):
        return {'strata': 1}, {'quota':
            lambda q, d: q.update(strata=[{'code': f'S{i:02}', 'eligible': 1, 'n': 1,
                                                    'ppm': 0} for i in range(number)])}
    for number in (64, 65):
        choices, alter = strata(number)
        yield wronged(seed, f'{number} strata', {'exclusions': None} if number == 64 else None, alter, choices=choices)

    def spread(number):
        def change(rows, draw):
            excluded = [[social_credit_code(f'92999901EE000{i:04}'), f'E{i:02}', 'DEREGISTERED',
                         ''] for i in range(number - 1)]
            return sorted([row for row in rows if not row[2]] + excluded)
        return change
    for number in (64, 65):
        name, alter, choices = f'{number} strata in the table', {'objects': spread(number)}, {'strata': 1}
        yield whole(name, base_draw(seed, alter, **choices)) if number == 64 else wronged(seed, name, None, alter,
            choices=choices)
    for number in (16, 17):
        alter = {'holders': lambda holders, draw,
                 number=number: ['office', 'supervisor', *(f'h{i}' for i in range(number - 2))]}
        yield whole(f'{number} holders', base_draw(seed, alter)) if number == 16 else wronged(seed, f'{number} holders',
            None, alter)
    yield whole('20 slots', base_draw(seed, needs='catering:*:9,retail:*:9,nobody:*:2'))

    def crowd(number):
        return lambda rows, draw: [[f'I{i:06}', 'a' * 64, 'd', '', '1', ''] for i in range(number)]
    for name, number, choices in (('100,000 inspectors', 100000, {'events': ()}),
                                  ('100,001 inspectors', 100001, {'events': ()})):
        made = base_draw(seed, {'inspectors': crowd(number)}, needs='e:*:2', **choices)
        yield whole(name, made) if number == 100000 else broken(name, whole(name, made))
    many = {'strata': 1, 'eligible': 51, 'n': 51, 'events': (), 'needs': 'd:*:9,d:*:9,d:*:2', 'inspectors': 1}
    quick = base_draw(seed, {'inspectors': lambda rows, draw: [['I000000', 'a' * 64, 'd', '', '1', '']]}, **many)
    crowded = table(INSPECTOR_HEADER, [[f'I{i:06}', 'a' * 64, 'd', '', '1', ''] for i in range(100000)])
    yield broken('more than 10^8 candidates', whole('', quick), files={'inspectors.tsv': crowded})
    near = [social_credit_code(f'1101051990{date}{i:03}') for date,
            start in (('0230', 0), ('1301', 0)) for i in range(start, start + 20)]
    old = [social_credit_code(f'110105{year}0101{i:03}') for year in (1849, 2101) for i in range(10)]
    alter = {'objects':
            lambda rows, draw: sorted(rows + [[id, 'elsewhere', 'DEREGISTERED', ''] for id in (*near,
                 *old) if not is_citizen_number(id)])}
    yield whole('ids that are nearly citizen numbers', base_draw(seed, alter))
