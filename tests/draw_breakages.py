"""Broken draw packages for the differential test: every field of every JSON file, and values that look right.

`Base` is a draw with which everything can be checked; each package is it with one thing wrong.
"""
import copy
import json
import random

from draw_expectation import package, slip_package
from draw_model import canonical, moment, social_credit_code
from draw_office import Draw

# Which check finds another value in a file; for `draw` and `v` of any file that is `announcement`.
FINDS = {'announcement.json': 'announcement', 'quota.json': 'quotas', 'record.json': 'beacon', 'reveal.json': 'commitments',
         'drawn.json': 'result root', 'events.json': 'replacements', 'end.json': 'announcement', 'series': 'series',
         'slip.json': 'slip',
         'objects.tsv': 'object pool', 'inspectors.tsv': 'inspector pool'}
CHOICES = {'basis': 'facts', 'strata': 3, 'eligible': 6, 'n': 2, 'holders': 2, 'round': 123,
           'events': ('replace', 'RECUSAL', 'ILLNESS'),
           'inspectors': 12, 'recusing': True, 'seq': 2, 'excluded': 3, 'title': '抽查 "1"', 'delay': 60, 'lead': 86400,
           'whole': False,
           'needs': 'catering:*:2,retail:*:1', 'known': True}


def base_draw(seed, alter=None, **choices):
    """A draw everything of which can be checked; the same for the same seed."""
    chosen = {**CHOICES, **choices}
    alter = {'inspectors': staffed, **(alter or {})}
    return Draw(random.Random(seed), alter, **chosen)


def staffed(rows, draw):
    """Enough inspectors of two departments that slots can be filled and filled again; some skills and recusals."""
    rng = draw.rng
    ids = sorted(row[0] for row in draw.objects)
    return [[f'SC{i:03}', row[1], ('catering', 'retail')[i % 2], ('', 'food', '10,9,food')[i % 3],
             ('2', '9', '999999')[i % 3],
             ','.join(sorted(rng.sample(ids, i % 3)))] for i, row in enumerate(rows)]


def whole(name, draw, state='revealed', **more):
    """The auditor's package of a draw, with everything the user can tell."""
    return package(name, draw, state, 'auditor', moment(draw.time - 3600),
                   draw.beacon_file() if state != 'announced' else None,
                   canonical(draw.office_list(state)), **more)


def broken(name, good, fails=None, exit=None, **replaced):
    """The package with files replaced (None removes one); `fails` names the checks that must, else exit 2 is expected."""
    changed = copy.copy(good)
    changed.name, changed.files, changed.sound, changed.checks, changed.digest = name, dict(good.files), False, None, None
    changed.fails = fails if isinstance(fails, dict) else {fails: None} if fails else {}
    changed.exit = exit if exit is not None else 1 if fails else 2
    for file, content in replaced.pop('files', {}).items():
        if content is None:
            changed.files.pop(file, None)
        else:
            changed.files[file] = content
    for key, value in replaced.items():
        setattr(changed, key, value)
    return changed


# Fields.

def places(value, first=0, path=()):
    """Every place in a JSON value, as a path; of lists the first element only, of the outermost one that at `first`."""
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], 0, (*path, key))
    elif isinstance(value, list) and value:
        yield from places(value[first], 0, (*path, first))


def at(value, path):
    for key in path:
        value = value[key]
    return value


def changed(value, path, new):
    value = copy.deepcopy(value)
    if not path:
        return new
    at(value, path[:-1])[path[-1]] = new
    return value


def without(value, path):
    value = copy.deepcopy(value)
    del at(value, path[:-1])[path[-1]]
    return value


def spoilt(value, path, how):
    """The bytes of a value in which the object at `path` has its keys reversed or the first of them twice."""
    if isinstance(value, dict):
        keys = sorted(value)
        if not path:
            keys = keys[::-1] if how == 'order' else [keys[0], *keys]
        parts = [json.dumps(key).encode() + b':' + spoilt(value[key], path[1:] if path and path[0] == key else ('no',),
                                                          how) for key in keys]
        return b'{' + b','.join(parts) + b'}'
    if isinstance(value, list):
        parts = [spoilt(item, path[1:] if path and path[0] == i else ('no',), how) for i, item in enumerate(value)]
        return b'[' + b','.join(parts) + b']'
    return canonical(value)


def other(value, key):
    """Another well-formed value of the same field."""
    if isinstance(value, int):
        return value + 1
    if key in ('announced', 'at'):
        return '2020-02-29T23:59:59+08:00'
    if key == 'deadline':
        return '2023-08-31' if value != '2023-08-31' else '2023-09-01'
    if key == 'id':
        return '91999901' + social_credit_code('91999901MA0000000')[8:]
    if key == 'inspectors':
        return 'SOMEBODY'
    if key in ('state', 'order'):
        return {'state': 'lost', 'order': ''}[key]
    if key == 'persons':
        return '' if value else 'a' * 64
    if len(value) >= 32 and set(value) <= set('0123456789abcdef'):
        return ('0' if value[0] != '0' else '1') + value[1:]
    return value + 'x' if len(value) < 24 or ' ' in value else 'x'


WRONG = (None, True, [], {}, 7, '7', -1, [[]], '', 2 ** 53)
TEXT = {'basis', 'ref', 'type', 'source', 'office', 'series', 'title', 'v', 'signature', 'kind', 'order', 'fields', 'state'}


def wrong_type(value, path, turn):
    """A value that cannot stand at this place, whatever it says."""
    free = (value == {} or path[-1:] == ('excluded',)) and ({},) or ()
    text = isinstance(value, str) and path and (path[-1] in TEXT or path[-1] == 0 and path[-2] == 'fields')
    for i in range(len(WRONG)):
        wrong = WRONG[(turn + i) % len(WRONG)]
        if text and isinstance(wrong, str) or wrong in free and type(wrong) is dict or wrong == [] and isinstance(value,
            list) \
                or wrong == 7 and wrong is not True and isinstance(value, int) or wrong == '' and path[-1:] == ('salt_key',
                    ) \
                or wrong in ('7', '') and isinstance(value, str) and path[-1] in ('who', 'code', 'inspectors', 0,
                    'persons') \
                or wrong == '7' and path and isinstance(value, str) and path[-1] in ('dept',):
            continue
        return wrong
    raise AssertionError(path)


def field_breakages(file, value, make, first=0):
    """Every field of a JSON file: another value, a wrong type, missing; every object: a key more, a key twice, keys in another order.
    make(name, bytes, path of what is found, or None when unreadable) makes the package."""
    for turn, path in enumerate(places(value, first)):
        here, label = at(value, path), f'{file}-' + '.'.join(map(str, path))
        free = path[-1:] == ('excluded',)
        counted = path[-2:-1] == ('excluded',)
        yield make(label + ' wrong type', canonical(changed(value, path, wrong_type(here, path, turn))), None)
        if isinstance(here, dict):
            yield make(label + ' key more', canonical(changed(value, path, {**here, 'zz': 1})), path if free else None)
            if here:
                yield make(label + ' key twice', spoilt(value, path, 'twice'), None)
            if len(here) > 1:
                yield make(label + ' key order', spoilt(value, path, 'order'), None)
        elif isinstance(here, list):
            if here and path:
                yield make(label + ' one less', canonical(changed(value, path, here[1:])), path)
                yield make(label + ' one twice', canonical(changed(value, path, [here[0], *here])), path)
            if len(here) > 1:
                yield make(label + ' reversed', canonical(changed(value, path, here[::-1])), path)
        else:
            key = path[-1] if isinstance(path[-1], str) else path[-2]
            yield make(label + ' other', canonical(changed(value, path, other(here, key))), path)
        if path and isinstance(path[-1], str):
            yield make(label + ' missing', canonical(without(value, path)), path if counted else None)


def found_by(file, path):
    if file not in ('series', 'slip.json') and path[:1] in (('draw',), ('v',)):
        return 'announcement'
    if file == 'record.json' and path[:1] == ('result',):
        return 'result root'
    if file == 'reveal.json' and path[:1] == ('salt_key',):
        return 'object pool'
    return FINDS[file]


def all_fields(seed):
    good, ended = whole('', base_draw(seed)), whole('', base_draw(seed), 'ORDER')
    for file in ('announcement.json', 'quota.json', 'record.json', 'reveal.json', 'drawn.json', 'events.json', 'end.json'):
        start = ended if file == 'end.json' else good
        yield from field_breakages(file, json.loads(start.files[file]), lambda name, content, path:
                                   broken(name, start, path is not None and found_by(file, path), files={file: content}))
    yield from field_breakages('series', json.loads(good.series), lambda name, content, path:
                               broken(name, good, path is not None and 'series', series=content), CHOICES['seq'])
    slip = slip_package(random.Random(f'{seed} slip'), 0)
    yield from field_breakages('slip.json', json.loads(slip.files['slip.json']), lambda name, content, path:
                               broken(name, slip, path is not None and 'slip', files={'slip.json': content}))


# Values that look right.

def odd_values(seed):
    good = whole('', base_draw(seed))
    announcement = good.files['announcement.json']

    def raw(key, text, file='announcement.json'):
        """The file with the value of a key replaced by raw text."""
        content = good.files[file]
        start = content.index(b'"%s":' % key) + len(key) + 3
        end = start + 1
        while content[start] != 0x22 and content[end] not in b',}' or content[start] == 0x22 and (content[end - 1] != 0x22 or end == start + 1 or content[end] not in b',}'):
            end += 1
        return content[:start] + text + content[end:]

    for number in (b'-1', b'-0', b'1.0', b'1e3', b'1E3', b'01', b'+1', b'9007199254740992', b'1' + b'0' * 400, b'0x1',
                   b'1.5', b'NaN',
                   b'Infinity', b'1_0', b'\xef\xbc\x91', b'18446744073709551617', b'-9223372036854775809', b'1e-400', b'.5',
                   b'5.'):
        yield broken('number ' + number[:20].decode(), good, files={'announcement.json': raw(b'drawn', number)})
    for text in (b'"\\ud800"', b'"\\udc00\\ud800"', b'"\xff"', b'"\xc0\xaf"', b'"\xed\xa0\x80"', b'"\xf4\x90\x80\x80"',
                 b'"\xe4\xb8"', b'"\\u0041"',
                 b'"\\/"', b'"\\u001F"', b'"\\u000a"', b'"\x00"', b'"\n"', b'"\t"', b'"\\x41"', b'"\\u007f"',
                 b'"\\ud83d\\ude00"', b"'a'", b'"\\u00"',
                 b'"\\"', b'"\x1f"'):
        yield broken('text ' + ascii(text), good, files={'announcement.json': raw(b'title', text)})
    for key, texts in {b'announced': ('2026-13-01T00:00:00+08:00', '2023-02-29T00:00:00+08:00', '2023-08-22T24:00:00+08:00',
                                      '2023-08-22T23:59:60+08:00',
                                      '0000-01-01T00:00:00+08:00', '2023-08-22T22:15:33Z', '2023-08-22 22:15:33+08:00',
                                      '2023-08-22T22:15:33+00:00',
                                      '2023-08-22T22:60:33+08:00', '２023-08-22T22:15:33+08:00',
                                      '2023-08-22T22:15:33+08:00 '),
                       b'deadline': ('2023-02-29', '1900-02-29', '2023-00-10', '2023-04-31', '0000-12-31', '2023-8-31',
                                     '10000-01-01', '٢٠٢٣-08-31'),
                       b'prev': ('0' * 63, '0' * 65, 'A' * 64, '０' * 64), b'quota': ('g' * 64, '')}.items():
        for text in texts:
            yield broken(f'{key.decode()} {ascii(text)}', good, files={'announcement.json': raw(key, canonical(text))})
    for who in ('', 'x' * 25, 'a_b', 'a b', '办公室', 'office\n'):
        nonces = json.loads(announcement)
        nonces['nonces'][0]['who'] = who
        yield broken('who ' + ascii(who), good, files={'announcement.json': canonical(nonces)})
    drawn = json.loads(good.files['drawn.json'])
    for key, wrong in (('id', '91999901MA00000001'), ('id', '123456789012346'), ('inspectors', ['a']),
                       ('inspectors', ['A' * 33]), ('inspectors', ['Ａ']),
                       ('salt', 'F' * 32), ('salt', '0' * 33), ('id', 'x' * 10 ** 6)):
        value = changed(drawn, ('drawn', 0, key), wrong)
        yield broken(f'drawn {key} {str(wrong)[:40]}', good, files={'drawn.json': canonical(value)})
    ordered = {**json.loads(good.files['quota.json']), 'excluded': {'9': 1, '10': 1}}
    yield broken('excluded like numbers', good, 'quotas', files={'quota.json': canonical(ordered)})
    yield broken('excluded like numbers, by number', good,
                 files={'quota.json': canonical(ordered).replace(b'"10":1,"9":1', b'"9":1,"10":1')})
    for code in ('__proto__', '', 'x' * 25, 'a.b'):
        yield broken('excluded code ' + code, good, files={'quota.json': canonical({**ordered, 'excluded': {code: 1}})})
    for code in ('constructor', 'toString'):
        yield broken('excluded code ' + code, good, 'quotas',
                     files={'quota.json': canonical({**ordered, 'excluded': {code: 1}})})
