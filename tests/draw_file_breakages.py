"""Broken draw packages for the differential test: files, tables, folders and options that are not what sections 2 and 9 of
docs/draw-protocol.md say.
"""
import json
import os
import random

from draw_breakages import FINDS, base_draw, broken, staffed, whole
from draw_expectation import Package, exit_of, expected_checks
from draw_model import INSPECTOR_HEADER, OBJECT_HEADER, is_citizen_number, social_credit_code, table
from draw_office import object_id

# Bytes of any file.

def byte_breakages(seed):
    good, ended = whole('', base_draw(seed)), whole('', base_draw(seed), 'ORDER')
    rng = random.Random(f'{seed} bytes')
    for number, file in enumerate(('announcement.json', 'quota.json', 'record.json', 'reveal.json', 'drawn.json',
                                   'events.json', 'end.json', 'objects.tsv', 'inspectors.tsv')):
        start = ended if file == 'end.json' else good
        content = start.files[file]
        cuts = [rng.randrange(1, len(content)) for _ in range(2)]
        spoils = {f'cut at {cut}': content[:cut] for cut in cuts if content[cut - 1] != 10}
        spoils |= {'empty': b'', 'byte order mark': b'\xef\xbb\xbf' + content,
                   'NUL inside': content[:cuts[0]] + b'\0' + content[cuts[0]:],
                   'NUL at the end': content + b'\0', 'not UTF-8': content[:cuts[1]] + b'\xff' + content[cuts[1]:]}
        more = [('line feed at the end', content + b'\n'),
                ('CR LF', content.replace(b'\n', b'\r\n') if b'\n' in content else content + b'\r\n'),
                ('space first', b' ' + content), ('twice', content * 2), ('UTF-16', content.decode().encode('utf-16')),
                ('space inside', content.replace(b'\t' if b'\t' in content else b':', b': ', 1)),
                ('null', b'null'), ('list', b'[]'), ('object', b'{}'), ('number', b'0'), ('text', b'""'),
                ('deep', b'[' * 200000), ('deep and closed', b'[' * 40000 + b']' * 40000),
                ('deep objects', b'{"a":' * 100000),
                ('deep inside', content[:-1] + b',"zz":' + b'[' * 33 + b']' * 33 + b'}')]
        spoils |= dict(more[i] for i in rng.sample(range(len(more)), 3)) if number else dict(more)
        for name, bytes_ in spoils.items():
            yield broken(f'{file} {name}', start, files={file: bytes_})
    stranger = whole('', base_draw(f'{seed} stranger'))
    for file in good.files:
        check = 'announcement' if file.endswith('.json') and file != 'quota.json' else FINDS[file]
        yield broken(f'{file} of another draw', good, check, files={file: stranger.files[file]})


# Tables.

def table_breakages(seed):
    draw = base_draw(seed)
    good = whole('', draw)
    twofold = next(id for id in (social_credit_code(f'11010519900101{i:03}') for i in range(1000)) if is_citizen_number(id))
    for file, header, rows in (('objects.tsv', OBJECT_HEADER, draw.objects),
                               ('inspectors.tsv', INSPECTOR_HEADER, draw.inspectors)):
        text = table(header, rows)
        first = text.index(b'\n') + 1
        yield from (broken(f'{file} {name}', good, files={file: content}) for name, content in {
            'without the last LF': text[:-1], 'blank line at the end': text + b'\n',
            'blank line': text[:first] + b'\n' + text[first:], 'tab more': text[:-1] + b'\t\n',
            'tab less': text[:first] + text[first:].replace(b'\t', b'', 1),
            'quotes': text[:first] + b'"' + text[first:].replace(b'\t', b'"\t', 1),
            'header order': b'\t'.join(reversed(text[:first - 1].split(b'\t'))) + b'\n' + text[first:],
            'no header': text[first:], 'not sorted': table(header, rows[::-1]),
            'row twice': table(header, [rows[0], *rows]), 'space': text.replace(b'\t', b' \t', 1),
            'not ASCII': text[:-1] + '甲\n'.encode(),
            'header in capitals': text[:first].upper() + text[first:], 'CR in a row': text[:-1] + b'\r\n'}.items())
        yield broken(f'{file} header only', good, FINDS[file], files={file: text[:first]})
        yield broken(f'{file} row dropped', good, FINDS[file], files={file: table(header, rows[1:])})

    def cell(file, column, wrong, fails=None):
        header, rows = (OBJECT_HEADER, draw.objects) if file == 'objects.tsv' else (INSPECTOR_HEADER, draw.inspectors)
        place = next(i for i, row in enumerate(rows) if file != 'objects.tsv' or not row[2])
        changed_rows = [list(row) for row in rows]
        changed_rows[place][header.index(column)] = wrong
        return broken(f'{file} {column} {wrong[:40]}', good, fails, files={file: table(header, sorted(changed_rows))})

    for wrong in ('91999901MA00000001', '91999901ma0000000X', '123456789012346', '', '9199990IMA0000000X', twofold,
                  '12345678901234', '1' * 18, '91A99901MA0000000X'):
        yield cell('objects.tsv', 'id', wrong)
    for wrong in ('', 'x' * 25, 'a_b', '"a"', 'a b', '\x7f', '\x01'):
        yield cell('objects.tsv', 'stratum', wrong)
    for wrong in ('', 'a:b:0', 'a:b:10', 'a:b', 'a:b:1,', ',a:b:1', 'a:b:1,,a:b:1', '*:b:1', 'a:**:1', 'a:b:01', 'a:b:1:1',
                  'a::1', ':b:1', 'a:b:9,a:b:9,a:b:3', 'a:b:-1', 'a:b:1 ',
                  'a:b:１', ','.join(['a:b:9'] * 100000)):
        yield cell('objects.tsv', 'needs', wrong)
    yield cell('objects.tsv', 'needs', 'a:b:9,a:*:9,a:b:2', 'object pool')
    yield cell('objects.tsv', 'excl', 'LATE', {'object pool': '对象库与承诺的摘要不同', 'exclusions': '对象库里有不允许的排除理由'})
    yield cell('objects.tsv', 'excl', 'a_b')
    yield cell('objects.tsv', 'stratum', 'another', {'object pool': None, 'exclusions': '各层的合格户数与 quota.json 不同'})
    for wrong in ('', 'sc001', 'A' * 33, 'A_B', 'Ä'):
        yield cell('inspectors.tsv', 'id', wrong)
    for wrong in ('', '0', '01', '1000000', '+1', '-1', '1.0', '1e3', '0x1'):
        yield cell('inspectors.tsv', 'cap', wrong)
    for wrong in ('food,10', 'food,food', ',', 'food,', 'a_b', '*', ',food', 'x' * 25):
        yield cell('inspectors.tsv', 'skills', wrong)
    ids = sorted(object_id(random.Random(i)) for i in range(2))
    for wrong in (','.join(ids[::-1]), f'{ids[0]},{ids[0]}', ids[0] + ',', 'ABC', ids[0][:-1], ids[0].lower() + 'x',
                  twofold):
        yield cell('inspectors.tsv', 'recuse', wrong)
    for wrong in ('', 'a' * 63, 'A' * 64, 'g' * 64):
        yield cell('inspectors.tsv', 'person', wrong)
    for column, wrong in (('person', 'b' * 64), ('dept', 'toString'), ('cap', '3'), ('recuse', ','.join(ids)),
                          ('skills', '10,9,a')):
        yield cell('inspectors.tsv', column, wrong, 'inspector pool')
    for length in (1048576, 1048577):
        yield long_line(seed, length)


def long_line(seed, length):
    """A draw in which one inspector's line has as many bytes: up to 1,048,576 it is sound."""
    def lengthened(rows, draw):
        rows = staffed(rows, draw)
        rows[0][3] = ''
        free = length - len('\t'.join(rows[0]))
        codes = [f'k{i:08}' for i in range((free + 1) // 10)]
        codes[-1] += 'x' * (free - len(','.join(codes)))
        rows[0][3] = ','.join(codes)
        return rows
    made = whole(f'line of {length} bytes', base_draw(seed, {'inspectors': lengthened}))
    return made if length <= 1048576 else broken(made.name, made)


# Folders and options.

def folder_breakages(seed):
    draw = base_draw(seed)
    good = whole('', draw)
    for file in (*good.files, 'end.json'):
        yield broken(f'{file} is a folder', good, files={file: lambda path: path.mkdir()})
    for file in ('announcement.json', 'objects.tsv', 'end.json'):
        yield broken(f'{file} is a pipe', good, files={file: os.mkfifo})
        yield broken(f'{file} leads nowhere', good, files={file: lambda path: path.symlink_to('nowhere')})
        yield broken(f'{file} is a device', good, files={file: lambda path: path.symlink_to('/dev/zero')})
    yield broken('no announcement', good, files={'announcement.json': None})
    yield broken('empty folder', good, files=dict.fromkeys(good.files))
    for file in good.files:
        if file != 'announcement.json':
            yield missing(f'without {file}', draw, good, [file])
    for number, files in enumerate((['reveal.json', 'objects.tsv'], ['quota.json', 'inspectors.tsv'],
                                    ['record.json', 'drawn.json'], ['drawn.json', 'events.json'])):
        yield missing(f'without two {number}', draw, good, files)

    def sparse(size, start=b''):
        def make(path):
            with open(path, 'wb') as out:
                out.write(start)
                out.truncate(size)
        return make
    yield broken('announcement over 256 MiB', good, files={'announcement.json': sparse(2 ** 28 + 1)})
    yield broken('objects over 2 GiB', good, files={'objects.tsv': sparse(2 ** 31 + 1, b'id\tstratum\texcl\tneeds\n')})
    yield broken('a line of 100 MB', good,
                 files={'objects.tsv': lambda path: path.write_bytes(b'id\tstratum\texcl\tneeds\n' + b'9' * 10 ** 8)})
    yield broken('a line of 100 MB of JSON', good,
                 files={'record.json': lambda path: path.write_bytes(b'{"at":"' + b'2' * 10 ** 8)})


def missing(name, draw, good, files):
    """A sound package with fewer files."""
    left = {file: content for file, content in good.files.items() if file not in files}
    checks = expected_checks(draw, left, good.seen, good.beacon, good.series)
    return Package(name, left, exit_of(checks), good.seen, good.beacon, good.series, sound=True, checks=checks,
                   signed=draw.signed, digest=good.digest)


def option_breakages(seed):
    draw = base_draw(seed)
    good = whole('', draw)
    evidence = draw.record['beacon']['evidence']
    files = {'key more': {**evidence, 'previous_signature': ''},
             'key less': {'round': 123, 'randomness': evidence['randomness']}, 'list': [evidence],
             'text round': {**evidence, 'round': '123'},
             'fraction': {**evidence, 'round': 123.5}, 'negative': {**evidence, 'round': -123},
             'huge': {**evidence, 'round': 2 ** 53}, 'null': {**evidence, 'randomness': None},
             'no hex': {**evidence, 'signature': 'xy'},
             'capitals': {**evidence, 'randomness': evidence['randomness'].upper()},
             'too long': {**evidence, 'signature': 'a' * 70000}}
    for name, value in files.items():
        yield broken('beacon ' + name, good, beacon=json.dumps(value).encode())
    text = json.dumps(evidence).encode()
    for name, content in {'empty': b'', 'byte order mark': b'\xef\xbb\xbf' + text, 'twice': text * 2,
                          'round twice': b'{"round":123,' + text[1:], 'NUL': text + b'\0', 'cut': text[:-1],
                          'exponent': text.replace(b'123', b'123e0'), 'point': text.replace(b'123', b'123.0'),
                          'zero first': text.replace(b'123', b'0123'), 'not UTF-8': text[:-1] + b',"\xff":1}',
                          'comma': text[:-1] + b',}', 'vertical space': b'\x0b' + text,
                          'no-break space': '\u00a0'.encode() + text}.items():
        yield broken('beacon ' + name, good, beacon=content)
    yield broken('beacon a folder', good, beacon=lambda path: path.mkdir())
    yield broken('beacon absent', good, beacon=lambda path: None)
    yield broken('series absent', good, series=lambda path: None)
    yield broken('beacon other value', good, {'beacon': '你提供的同一轮随机数与登记的不同'},
                 beacon=json.dumps({**evidence, 'randomness': '00'}).encode())
    yield broken('beacon other signature', good, {'beacon': '你提供的同一轮随机数与登记的不同'},
                 beacon=json.dumps({**evidence, 'signature': ''}).encode())
    for seen in ('', '2023-08-22', '2023-02-30T00:00:00+08:00', '2023-08-22T00:00:00Z', '2023-08-22T24:00:00+08:00',
                 '1692803733', '2023-08-22T00:00:00+08:00\n', '２023-08-22T00:00:00+08:00'):
        yield broken('seen ' + ascii(seen), good, seen=seen)
    series = good.series
    for name, content in {'empty': b'', 'line feed': series + b'\n', 'cut': series[:-1], 'object': b'{}',
                          'spaces': series.replace(b':', b': ', 1), 'not UTF-8': series.replace(b'open', b'\xff'),
                          'byte order mark': b'\xef\xbb\xbf' + series, 'deep': b'[' * 100000}.items():
        if content != series:
            yield broken('series ' + name, good, series=content)
