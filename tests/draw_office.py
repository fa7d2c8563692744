"""One draw of an imagined office, for the differential test: its pools, announcement, record, events and opening.

What it publishes is right unless something in it is altered before it is used. It must not know any of the three checkers.
"""
import copy
import hashlib
import json

from draw_model import (ALPHABET, CHAIN, INSPECTOR_HEADER, OBJECT_HEADER, REAL_ROUNDS, Computation, canonical, day,
                        inspector_root, is_citizen_number, keys_of, moment, object_root, registration_number, result_leaf,
                        salt_of, social_credit_code, table, tagged, time_of, tree_path, tree_root)

REASONS = ('VISITED-THIS-YEAR', 'DRAWN-N-TIMES', 'SUSPENDED-BUSINESS', 'DEREGISTERED')
REPLACE_REASONS = ('DEREGISTERED', 'REVOKED', 'MOVED-OUT', 'DUPLICATE')
# Codes that are also something else in one of the languages the checkers are written in, or sort unlike numbers.
CODES = ('catering', 'retail', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '10', '9', '-', 'a', 'A', 'B-2',
         'x' * 24, 'length',
         '0', 'Z', 'null', 'true')
TITLES = ('食品生产经营双随机抽查', 'quote " backslash \\ slash / tab \t line \n', '\x00\x01\x1f\x7f\x80\u2028\u2029', '',
          '😀𠮷\ufeff\ufffd\uffff',
          '\b\f\r</script>', 'é e\u0301', '9' * 400)


def object_id(rng):
    """A valid id: mostly 18 characters, some 15 digits."""
    while True:
        if rng.random() < 0.25:
            return registration_number(''.join(rng.choice('0123456789') for _ in range(14)))
        area = rng.choice(('999901', '999901', '440300', '110105'))
        alphabet = '0123456789' if rng.random() < 0.15 else ALPHABET
        id = social_credit_code(rng.choice(('91', '92', '52', '1A',
                                            'Y3')) + area + ''.join(rng.choice(alphabet) for _ in range(9)))
        if not is_citizen_number(id):
            return id


class Draw:
    """One draw with all its files' values; `alter` (name → function of value and draw) changes a value before it is used."""

    def __init__(self, rng, alter=None, **choices):
        self.rng, self.alter, self.choices = rng, alter or {}, choices
        self.make_pools()
        self.make_announcement()
        self.make_record()
        self.make_changes()
        self.make_opening()

    def choice(self, name, default):
        return self.choices[name] if name in self.choices else default

    def altered(self, name, value):
        if name not in self.alter:
            return value
        changed = self.alter[name](value, self)
        return value if changed is None else changed

    def make_pools(self):
        rng = self.rng
        self.basis = self.choice('basis', rng.choice(('facts', 'classes')))
        self.salt_key = rng.randbytes(32)
        depts, skills = rng.sample(CODES, 3), rng.sample(CODES, 4)
        codes = sorted(rng.sample(CODES, self.choice('strata', rng.randint(1, 8))))
        recusing = self.choice('recusing', rng.random() < 0.6)
        whole = self.choice('whole', rng.random() < 0.15)
        objects, self.strata = [], []
        for code in codes:
            eligible = self.choice('eligible', rng.randint(1, 7))
            n = self.choice('n', eligible if whole else rng.randint(1, eligible))
            exact = n * 10 ** 6 // eligible
            self.strata.append({'code': code, 'eligible': eligible, 'n': n,
                                'ppm': rng.choice((0, exact, rng.randint(0, exact)))})
            objects += [[object_id(rng), code, '', self.needs(depts, skills)] for _ in range(eligible)]
        for _ in range(self.choice('excluded', rng.choice((0, 0, 1, 3, 6)))):
            objects.append([object_id(rng), rng.choice(codes + ['elsewhere']), rng.choice(REASONS),
                            rng.choice(('', self.needs(depts, skills)))])
        self.objects = self.altered('objects', sorted(objects))
        ids = [row[0] for row in self.objects] + [object_id(rng)]
        names = rng.sample(range(10 ** 6), self.choice('inspectors', rng.choice((1, 3, 6, 12))))
        self.inspectors = self.altered('inspectors', sorted(
            [rng.choice(('SC', '0-', 'Z')) + str(i), rng.randbytes(32).hex(), rng.choice(depts[:2]),
             ','.join(sorted(rng.sample(skills, rng.randint(0, 4)))), rng.choice(('1', '2', '5', '40', '999999')),
             ','.join(sorted(rng.sample(ids, min(len(ids), rng.randint(0, 3))))) if recusing else ''] for i in names))

    def needs(self, depts, skills):
        rng = self.rng
        if 'needs' in self.choices:
            return self.choices['needs']
        if rng.random() < 0.05:
            return f'{depts[0]}:*:9,{depts[1]}:{skills[0]}:9,{depts[1]}:*:2'
        first = f'{depts[0]}:{rng.choice(skills)}:1,{rng.choice(depts[:2])}:*:1'
        return rng.choice((first, f'{depts[0]}:*:2', f'{depts[1]}:*:1,{first}', f'{depts[0]}:{skills[0]}:3,{depts[2]}:*:1'))

    def make_announcement(self):
        rng = self.rng
        excluded = [row[2] for row in self.objects if row[2]]
        self.quota = self.altered('quota', {'excluded': {code: excluded.count(code) for code in set(excluded)},
                                            'salt': rng.randbytes(16).hex(), 'strata': copy.deepcopy(self.strata)})
        holders = ['office', 'supervisor', 'audit-1', 'jijian'][:self.choice('holders', rng.randint(2, 4))]
        if rng.random() < 0.3:
            holders.reverse()
        self.holders = self.altered('holders', holders)
        self.nonces = [rng.randbytes(32) for _ in self.holders]
        self.round = self.choice('round', rng.choice((123, 657413, 1, rng.randint(2, 10 ** 8))))
        self.time = time_of(self.round)
        announced = self.time - self.choice('lead', rng.choice((3600, 3601, 86400, 30 * 86400)))
        latest = day(announced, 400)
        self.seq = self.choice('seq', rng.choice((0, 0, 1, 3)))
        self.announcement = self.altered('announcement', {
            'announced': moment(announced), 'basis': self.basis,
            'beacon': {'ref': f'{CHAIN}/{self.round}', 'time': self.time, 'type': 'drand'},
            'deadline': self.choice('deadline', rng.choice((latest, day(self.time), day(self.time, 30)))),
            'drawn': sum(s['n'] for s in self.strata),
            'inspectors': {'root': inspector_root(self.inspectors, self.salt_key), 'size': len(self.inspectors)},
            'nonces': [{'commit': tagged('ssj1/nonce', who, nonce).hex(), 'who': who} for who,
                       nonce in zip(self.holders, self.nonces)],
            'objects': {'root': object_root(self.objects, self.salt_key), 'size': len(self.objects),
                        'source': rng.choice(TITLES)},
            'office': '999901-SCJG', 'prev': rng.randbytes(32).hex() if self.seq else '0' * 64,
            'quota': tagged('ssj1/quota', canonical(self.quota)).hex(), 'seq': self.seq,
            'series': rng.choice(('2026-FOOD', '', '系列')),
            'title': self.choice('title', rng.choice(TITLES)), 'v': 'ssj1'})
        self.digest = tagged('ssj1/ann', canonical(self.announcement))

    def make_record(self):
        rng = self.rng
        self.signed = self.round in REAL_ROUNDS and self.choice('signed', True)
        signature = bytes.fromhex(REAL_ROUNDS[self.round]) if self.signed else rng.randbytes(48)
        self.value = hashlib.sha256(signature).digest()
        ref = self.announcement['beacon']['ref']
        self.computed = Computation(self.objects, self.inspectors, self.quota['strata'],
                                    keys_of(self.digest, self.nonces, 'drand', ref, self.value))
        self.drawn = self.altered('drawn', {'draw': self.digest.hex(), 'v': 'ssj1', 'drawn': [
            {'id': id, 'inspectors': list(self.computed.picks[id]), 'salt': salt_of(self.salt_key, 'res', id).hex()}
            for id in self.computed.drawn]})
        self.leaves = [result_leaf(row['id'], row['inspectors'], bytes.fromhex(row['salt']))
                       for row in sorted(self.drawn['drawn'], key=lambda row: row['salt'])]
        self.recorded = self.time + self.choice('delay', rng.choice((0, 86400, 1, 3600)))
        self.record = self.altered('record', {
            'at': moment(self.recorded), 'draw': self.digest.hex(), 'v': 'ssj1',
            'beacon': {'evidence': {'randomness': self.value.hex(), 'round': self.round, 'signature': signature.hex()},
                       'ref': ref, 'type': 'drand', 'value': self.value.hex()},
            'result': {'root': tree_root(self.leaves).hex(), 'size': len(self.leaves)}})

    def make_changes(self):
        """Events: as many of the asked kinds as the draw allows, replayed as section 8 says."""
        self.now = {id: list(picks) for id, picks in self.computed.picks.items()}
        self.loads, self.replaced, self.fields = dict(self.computed.loads), {}, []
        kinds = self.choice('events',
                            self.rng.choice(((), (), ('replace', 'RECUSAL', 'DIRECT', 'ILLNESS', 'NEIGHBOUR', 'RECUSAL'))))
        for kind in kinds:
            made = self.replace() if kind == 'replace' else self.reassign(kind) if kind in ('RECUSAL',
                'ILLNESS') else self.fill(kind)
            if made:
                self.fields.append(made)
        self.fields = self.altered('fields', self.fields)
        self.event_salts = [self.rng.randbytes(16) for _ in self.fields]
        at, self.events = self.recorded, []
        for (kind, *fields), salt in zip(self.fields, self.event_salts):
            at += self.rng.choice((0, 1, 86400))
            self.events.append({'at': moment(at), 'commit': tagged('ssj1/event', kind, *fields, salt).hex(), 'kind': kind})

    def replace(self):
        for old in sorted(self.now):
            stratum = self.computed.stratum[old]
            used = self.replaced.get(stratum, 0)
            following = self.computed.order[stratum][self.computed.n[stratum] + used:]
            if following and used < self.computed.limit[stratum]:
                self.replaced[stratum] = used + 1
                del self.now[old]
                self.now[following[0]] = [''] * len(self.computed.slots[following[0]])
                return ['replace', old, following[0], self.rng.choice(REPLACE_REASONS)]
        return None

    def reassign(self, reason):
        filled = [(o, k) for o in sorted(self.now) for k, i in enumerate(self.now[o]) if i]
        if not filled:
            return None
        o, k = self.rng.choice(filled)
        old = self.now[o][k]
        self.load(old, -1)
        new = self.pick(o, k)
        self.load(new, 1)
        self.now[o][k] = new
        return ['assign', o, str(k), old, new, reason]

    def pick(self, o, k):
        before, self.computed.loads = self.computed.loads, self.loads
        try:
            return self.computed.pick(o, k, self.now[o])
        finally:
            self.computed.loads = before

    def fill(self, reason):
        empty = [(o, k) for o in sorted(self.now) for k, i in enumerate(self.now[o]) if not i]
        if not empty:
            return None
        o, k = self.rng.choice(empty)
        able = [i for i, (_, _, _, recuse) in self.computed.inspectors.items() if o not in recuse and i not in self.now[o]]
        new = self.rng.choice(able + [f'OUT-{len(self.fields)}'])
        self.load(new, 1)
        self.now[o][k] = new
        return ['assign', o, str(k), '', new, reason]

    def load(self, inspector, by):
        if inspector in self.loads:
            self.loads[inspector] += by

    def make_opening(self):
        self.reveal = self.altered('reveal', {
            'draw': self.digest.hex(), 'salt_key': self.salt_key.hex(), 'v': 'ssj1',
            'nonces': [{'nonce': nonce.hex(), 'who': who} for who, nonce in zip(self.holders, self.nonces)]})
        openings = [{'fields': fields, 'salt': salt.hex()} for (_, *fields), salt in zip(self.fields, self.event_salts)]
        self.log = self.altered('events',
                                {'draw': self.digest.hex(), 'events': self.events, 'openings': openings, 'v': 'ssj1'})

    def ended(self, kind):
        """The value of end.json for `cancelled`, `aborted for BEACON` or `aborted for ORDER`."""
        at, order = {'cancelled': (self.time - 3600, ''), 'BEACON': (self.time + 604800, 'BEACON'),
                     'ORDER': (self.time + self.rng.choice((-3599, 5 * 86400)), '〔2026〕12号')}[kind]
        return self.altered('end',
                            {'at': moment(at), 'draw': self.digest.hex(),
                             'kind': 'cancel' if kind == 'cancelled' else 'abort',
                                    'order': order, 'v': 'ssj1'})

    def files(self, state='revealed', audience='auditor'):
        """The bytes of the package of a state: announced drawn revealed cancelled BEACON ORDER; for auditor or public."""
        files = {'announcement.json': canonical(self.announcement), 'quota.json': canonical(self.quota)}
        if state in ('drawn', 'revealed', 'ORDER'):
            log = self.log if state != 'drawn' else {**self.log, 'openings': []}
            files |= {'record.json': canonical(self.record), 'events.json': canonical(log)}
        if state in ('revealed', 'BEACON', 'ORDER'):
            files |= {'reveal.json': canonical(self.reveal), 'objects.tsv': table(OBJECT_HEADER, self.objects),
                      'inspectors.tsv': table(INSPECTOR_HEADER, self.inspectors)}
        if state in ('revealed', 'ORDER'):
            files['drawn.json'] = canonical(self.drawn)
        if state in ('cancelled', 'BEACON', 'ORDER'):
            files['end.json'] = canonical(self.ended(state))
        if audience == 'public':
            hidden = ('quota.json', 'reveal.json', 'objects.tsv', 'inspectors.tsv') if self.basis == 'classes' else \
                ('inspectors.tsv',) if any(row[5] for row in self.inspectors) else ()
            files = {name: content for name, content in files.items() if name not in hidden}
        return files

    def beacon_file(self):
        """The round of record.json as drand serves it, with white space and in another order."""
        evidence = self.record['beacon']['evidence']
        return json.dumps({'round': evidence['round'], 'randomness': evidence['randomness'],
                           'signature': evidence['signature']},
                          indent=self.rng.choice((None, 1, '\t'))).encode() + self.rng.choice((b'', b'\n', b' \r\n\t'))

    def office_list(self, state='revealed', later=1):
        """The value of the office's list: `seq` draws before this one, this one, and `later` after it."""
        rng = self.rng
        entries = [self.foreign_entry(seq, f'earlier-{seq}') for seq in range(self.seq)]
        state = {'cancelled': 'cancelled', 'BEACON': 'aborted', 'ORDER': 'aborted', 'revealed': 'revealed'}.get(state,
            'open')
        known = state in ('revealed', 'aborted') and self.choice('known', rng.random() < 0.8)
        entries.append({'commits': [n['commit'] for n in self.announcement['nonces']], 'draw': self.digest.hex(), 'prev': '',
                        'salt_key': self.reveal['salt_key'] if known else '', 'seq': self.seq,
                        'series': self.announcement['series'], 'state': state})
        for seq in range(self.seq + 1, self.seq + 1 + later):
            entries.append(self.foreign_entry(seq, f'later-{seq}'))
        for i, entry in enumerate(entries):
            if i != self.seq:
                entry['prev'] = entries[i - 1]['draw'] if i else '0' * 64
            else:
                entry['prev'] = self.announcement['prev']
                if i and 'prev' not in self.choices:
                    entries[i - 1]['draw'] = entry['prev']
        return self.altered('list', entries)

    def foreign_entry(self, seq, series):
        rng = self.rng
        state = rng.choice(('open', 'overdue', 'revealed', 'cancelled', 'aborted'))
        key = rng.randbytes(32).hex() if state in ('revealed', 'aborted') else ''
        return {'commits': [rng.randbytes(32).hex() for _ in range(rng.randint(0, 3))], 'draw': rng.randbytes(32).hex(),
                'prev': '',
                'salt_key': key, 'seq': seq, 'series': series, 'state': state}

    def slip(self, index):
        """The value of slip.json for the leaf at `index`, and the bytes of its record.json."""
        row = sorted(self.drawn['drawn'], key=lambda row: row['salt'])[index]
        persons = {i[0]: i[1] for i in self.inspectors}
        record = canonical(self.record)
        return {'draw': self.digest.hex(), 'id': row['id'], 'index': index, 'inspectors': row['inspectors'],
                'path': [step.hex() for step in tree_path(self.leaves, index)],
                'persons': [persons.get(i, '') for i in row['inspectors']],
                'record': hashlib.sha256(record).hexdigest(), 'salt': row['salt'], 'size': len(self.leaves),
                'v': 'ssj1'}, record
