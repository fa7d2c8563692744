"""The protocol ssj1 computed once more, for the differential test: written from docs/draw-protocol.md alone.

It computes what an honest office would publish. It must not know any of the three checkers, and reads no package.
"""
import datetime
import hashlib
import hmac
import json

CHAIN = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971'
GENESIS, PERIOD = 1692803367, 3
# Two real rounds of drand quicknet: the only signatures that hold under the pinned key.
REAL_ROUNDS = {
    123: 'b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92',
    657413: 'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b',
}
ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
OBJECT_HEADER = ('id', 'stratum', 'excl', 'needs')
INSPECTOR_HEADER = ('id', 'person', 'dept', 'skills', 'cap', 'recuse')


def as_bytes(x):
    return x.encode('utf-8', 'surrogatepass') if isinstance(x, str) else x


def encoded(*parts):
    """E(a, b, …): every part behind its length."""
    return b''.join(len(as_bytes(p)).to_bytes(4, 'big') + as_bytes(p) for p in parts)


def tagged(*parts):
    """T(tag, …): 32 bytes."""
    return hashlib.sha256(encoded(*parts)).digest()


def mac(key, message):
    return hmac.new(key, message, hashlib.sha256).digest()


def canonical(value):
    """The bytes of a JSON value in the form of RFC 8785 (integers, text, lists and objects with ASCII keys)."""
    text = json.dumps(value, sort_keys=True, separators=(',', ':'), ensure_ascii=False)
    return text.encode('utf-8', 'surrogatepass')


def table(header, rows):
    return ''.join('\t'.join(row) + '\n' for row in (header, *rows)).encode()


def tree_root(leaves):
    """The root of RFC 6962 over the leaves' bytes."""
    if not leaves:
        return hashlib.sha256(b'').digest()
    if len(leaves) == 1:
        return hashlib.sha256(b'\0' + leaves[0]).digest()
    k = left_part(len(leaves))
    return hashlib.sha256(b'\1' + tree_root(leaves[:k]) + tree_root(leaves[k:])).digest()


def tree_path(leaves, index):
    """The inclusion path of leaf `index`, from the leaf to the root (RFC 6962 section 2.1.1)."""
    if len(leaves) == 1:
        return []
    k = left_part(len(leaves))
    if index < k:
        return tree_path(leaves[:k], index) + [tree_root(leaves[k:])]
    return tree_path(leaves[k:], index - k) + [tree_root(leaves[:k])]


def left_part(n):
    return 1 << ((n - 1).bit_length() - 1)


def salt_of(salt_key, kind, id):
    return mac(salt_key, encoded('ssj1/salt', kind, id))[:16]


def object_root(rows, salt_key):
    return tree_root([encoded('ssj1/obj', *row, salt_of(salt_key, 'obj', row[0])) for row in rows]).hex()


def inspector_root(rows, salt_key):
    return tree_root([encoded('ssj1/insp', *row, salt_of(salt_key, 'insp', row[0])) for row in rows]).hex()


def result_leaf(id, inspectors, salt):
    return encoded('ssj1/res', id, str(len(inspectors)), *inspectors, salt)


def time_of(round):
    """Unix seconds of a quicknet round."""
    return GENESIS + (round - 1) * PERIOD


def moment(seconds):
    """Unix seconds as `YYYY-MM-DDThh:mm:ss+08:00`."""
    local = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds + 8 * 3600)
    return f'{local.year:04}-{local.month:02}-{local.day:02}T{local.hour:02}:{local.minute:02}:{local.second:02}+08:00'


def day(seconds, later=0):
    """The date in Beijing of Unix seconds, `later` days on."""
    return moment(seconds + 86400 * later)[:10]


def expanded(needs):
    """The slots of an object: [(department, skill)]."""
    slots = []
    for need in filter(None, needs.split(',')):
        dept, skill, count = need.split(':')
        slots += [(dept, skill)] * int(count)
    return slots


class Computation:
    """Section 4 to 6 over one draw: `order` (stratum → ids by ticket), `drawn` (ids, ascending), `picks`, `loads`."""

    def __init__(self, objects, inspectors, strata, keys):
        self.k_obj, self.k_match, self.k_order = keys
        self.slots = {row[0]: expanded(row[3]) for row in objects}
        self.stratum = {row[0]: row[1] for row in objects}
        self.inspectors = {row[0]: (row[2], row[3].split(','), int(row[4]), row[5].split(',')) for row in inspectors}
        self.limit = {s['code']: max(1, s['n'] // 20) for s in strata}
        self.n = {s['code']: s['n'] for s in strata}
        self.order = {s['code']: sorted((row[0] for row in objects if row[1] == s['code'] and not row[2]),
                                        key=lambda id: mac(self.k_obj, id.encode())) for s in strata}
        self.drawn = sorted(id for code, ids in self.order.items() for id in ids[:self.n[code]])
        self.loads = dict.fromkeys(self.inspectors, 0)
        self.picks = {id: [''] * len(self.slots[id]) for id in self.drawn}
        candidates = {(o, k): self.candidates(o, k) for o in self.drawn for k in range(len(self.slots[o]))}
        self.scarce = sum(len(c) < 4 for c in candidates.values())
        for o, k in sorted(candidates,
                           key=lambda slot: (len(candidates[slot]), mac(self.k_order, encoded(slot[0], str(slot[1]))))):
            self.picks[o][k] = self.pick(o, k, self.picks[o])
            if self.picks[o][k]:
                self.loads[self.picks[o][k]] += 1
        self.empty = sum(picks.count('') for picks in self.picks.values())

    def candidates(self, o, k):
        dept, skill = self.slots[o][k]
        return [i for i, (d, skills, _, recuse) in self.inspectors.items()
                if d == dept and (skill == '*' or skill in skills) and o not in recuse]

    def pick(self, o, k, busy):
        """The inspector of section 6 for one slot, or nobody."""
        free = [i for i in self.candidates(o, k) if i not in busy and self.loads[i] < self.inspectors[i][2]]
        return min(free, default='', key=lambda i: (self.loads[i] * 10 ** 6 // self.inspectors[i][2],
                                                    mac(self.k_match, encoded(i, o, str(k)))))


def keys_of(digest, nonces, type, ref, value):
    """K_obj, K_match, K_order of a draw; nonces and value as bytes."""
    prk = mac(tagged('ssj1/nonces', *nonces), encoded('ssj1/seed', digest, type, ref, value))
    return [mac(prk, b'ssj1/' + name + b'\1') for name in (b'obj', b'match', b'order')]


# Ids.

def social_credit_code(first17):
    """The 18-character code of 17 characters (GB 32100-2015)."""
    total = sum(ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(first17))
    return first17 + ALPHABET[-total % 31]


def registration_number(first14):
    """The 15-digit number of 14 digits (ISO 7064 MOD 11,10)."""
    p = 10
    for c in first14:
        p = (p + int(c)) % 10 or 10
        p = p * 2 % 11
    return first14 + str((11 - p) % 10)


def is_citizen_number(id):
    """Whether 18 characters are a citizen number (GB 11643)."""
    if len(id) != 18 or not id[:17].isdigit() or id[17] not in '0123456789X' or id[0] in '09':
        return False
    try:
        born = datetime.date(int(id[6:10]), int(id[10:12]), int(id[12:14]))
    except ValueError:
        return False
    total = sum(int(c) * pow(2, 17 - i, 11) for i, c in enumerate(id[:17]))
    return 1850 <= born.year <= 2100 and '10X98765432'[total % 11] == id[17]
