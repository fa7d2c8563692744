#!/usr/bin/env python3
"""核验一次可以重算的随机抽取（协议 ssj1）。只用 Python 3.9 以上的标准库，不联网。

  python3 verify.py 文件夹 [--beacon 文件] [--series 文件] [--seen 时刻] [--json]
  python3 verify.py slip 凭条.json [--record record.json] [--json]

文件夹里是这次抽取公开的文件，至少要有 announcement.json。
  --beacon 自己从 drand 取得的同一轮随机数    --series 机关的抽取清单
  --seen   自己见到抽取编号的时刻，如 2026-11-01T09:30:00+08:00
退出码：0 全部通过；1 有一项不符；2 用法不对或文件无法读取；3 没有不符，但有的没有核对。
"""
# Written from docs/draw-protocol.md, whose sections are named below (§). It shares no code with the other checkers.
# Every file is a stranger's: it is bounded before it is read, and read whole before anything is judged. Text is kept
# as its UTF-8 bytes, one character for a byte (latin-1): so what is compared and hashed is what stands in the file.
import codecs, json, os, re, stat, sys  # noqa: E401
from bisect import bisect_left
from collections import Counter, defaultdict, namedtuple
from datetime import date
from functools import lru_cache
from hashlib import sha256
from operator import lt, mul

CHAIN = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971"  # drand quicknet
GENESIS, PERIOD = 1692803367, 3
JSON_BYTES, TABLE_BYTES, LINE_BYTES, BEACON_BYTES = 256 << 20, 2 << 30, 1 << 20, 64 << 10
OBJECTS, INSPECTORS, STRATA, HOLDERS, CANDIDATES = 10_000_000, 100_000, 64, 16, 10**8
Failed, NotChecked = type("Failed", (Exception,), {}), type("NotChecked", (Exception,), {})


class Unreadable(Exception):
    """What cannot be read: file, place, reason."""


# §2 Encodings

def lp(part):
    octets = part.encode("latin-1") if isinstance(part, str) else part
    return len(octets).to_bytes(4, "big") + octets


def E(*parts): return b"".join(map(lp, parts))
def T(*parts): return sha256(E(*parts)).digest()


def parts_of(packed):
    """The texts that E() packed, one after another."""
    at = 0
    while at < len(packed):
        end = at + 4 + int.from_bytes(packed[at:at + 4], "big")
        yield packed[at + 4:end].decode("latin-1")
        at = end


class Mac:
    """HMAC-SHA-256 under one key of 32 bytes, prepared once and copied for every message."""
    def __init__(self, key):
        self.inner, self.outer = (sha256(bytes(octet ^ pad for octet in key.ljust(64, b"\0"))) for pad in (0x36, 0x5C))

    def __call__(self, message):
        inner, outer = self.inner.copy(), self.outer.copy()
        inner.update(message)
        outer.update(inner.digest())
        return outer.digest()


def leaf_hash(leaf): return sha256(b"\0" + leaf).digest()
def node_hash(left, right): return sha256(b"\1" + left + right).digest()


class Tree:
    """The Merkle tree of RFC 6962 over leaves that come one by one; remembers only the roots of whole parts."""
    def __init__(self):
        self.size, self.parts = 0, []

    def add(self, leaf):
        node, size = leaf_hash(leaf), self.size
        while size & 1:
            node, size = node_hash(self.parts.pop(), node), size >> 1
        self.parts.append(node)
        self.size += 1

    def root(self):
        node = self.parts[-1] if self.parts else sha256().digest()
        for left in reversed(self.parts[:-1]):
            node = node_hash(left, node)
        return node.hex()


def in_tree(leaf, index, size, path, root):
    """RFC 6962, 2.1.1: whether the path leads from this leaf to the root (both hex)."""
    node, last = leaf_hash(leaf), size - 1
    for other in map(bytes.fromhex, path):
        if last == 0:
            return False
        if index & 1 or index == last:
            node = node_hash(other, node)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            node = node_hash(node, other)
        index, last = index >> 1, last >> 1
    return last == 0 and node.hex() == root


VALUES = bytes.maketrans(b"0123456789ABCDEFGHJKLMNPQRTUWXY", bytes(range(31)))
WEIGHTS = [pow(3, place, 31) for place in range(17)] + [1]


def is_object_id(text):
    """text: str that matches OBJECT's form already."""
    if len(text) == 15:  # ISO 7064 MOD 11,10
        carry = 10
        for digit in map(int, text[:14]):
            carry = ((carry + digit) % 10 or 10) * 2 % 11
        return (carry + int(text[14])) % 10 == 1
    values = text.encode().translate(VALUES)
    return sum(map(mul, values, WEIGHTS)) % 31 == 0 and not is_citizen_number(text)


def is_citizen_number(text):
    if not re.fullmatch("[1-8][0-9]{16}[0-9X]", text) or not 1850 <= int(text[6:10]) <= 2100:
        return False
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(text[:17]))
    return is_real(f"{text[6:10]}-{text[10:12]}-{text[12:14]}") and "10X98765432"[total % 11] == text[17]


def day(text): return date(int(text[:4]), int(text[5:7]), int(text[8:10])).toordinal()


def seconds(text):
    """Unix seconds of a time in Beijing; the midnight before a date."""
    clock = [int(text[at:at + 2] or 0) for at in (11, 14, 17)]
    return (day(text) - 719163) * 86400 + clock[0] * 3600 + clock[1] * 60 + clock[2] - 8 * 3600


def is_real(text):
    try:
        return day(text) > 0
    except ValueError:
        return False


# §2 JSON: what stands in a file must have a shape. A dict is an object with exactly these keys, List a list of at most
# so many (objects in it become tuples in the order of their keys), Packed a list of texts kept as E() of them.
def quoted(pattern): return re.compile(f'"({pattern})"')


List, Packed = namedtuple("List", "of most", defaults=[JSON_BYTES]), namedtuple("Packed", "of")
INTEGER, TEXT, COUNTS = "integer", "text", "counts"
ID18, CODE = "[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}", "[A-Za-z0-9-]{1,24}"
NUMBER = "(?:0|[1-9][0-9]{0,15})"
HEX, HEX_OR_NONE, SALT = quoted("[0-9a-f]{64}"), quoted("(?:[0-9a-f]{64})?"), quoted("[0-9a-f]{32}")
CODE_, OBJECT, PERSON_ID = quoted(CODE), quoted(f"{ID18}|[0-9]{{15}}"), quoted("[A-Z0-9-]{0,32}")
DATE = quoted("[0-9]{4}-[0-9]{2}-[0-9]{2}")
TIME = quoted(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\+08:00")
REALITY = {OBJECT: is_object_id, DATE: is_real, TIME: is_real}
TREE = {"root": HEX, "size": INTEGER}
SHAPES = {  # §3, §7
    "announcement.json": {
        "announced": TIME, "basis": TEXT, "beacon": {"ref": TEXT, "time": INTEGER, "type": TEXT}, "deadline": DATE,
        "drawn": INTEGER, "inspectors": TREE, "nonces": List({"commit": HEX, "who": CODE_}, HOLDERS),
        "objects": {**TREE, "source": TEXT}, "office": TEXT, "prev": HEX, "quota": HEX, "seq": INTEGER,
        "series": TEXT, "title": TEXT, "v": TEXT},
    "quota.json": {"excluded": COUNTS, "salt": SALT, "strata": List(
        {"code": CODE_, "eligible": INTEGER, "n": INTEGER, "ppm": INTEGER}, STRATA)},
    "record.json": {"at": TIME, "beacon": {
        "evidence": {"randomness": HEX, "round": INTEGER, "signature": TEXT}, "ref": TEXT, "type": TEXT, "value": HEX},
        "draw": HEX, "result": TREE, "v": TEXT},
    "reveal.json": {"draw": HEX, "nonces": List({"nonce": HEX, "who": CODE_}, HOLDERS), "salt_key": HEX, "v": TEXT},
    "drawn.json": {"draw": HEX, "drawn": List({"id": OBJECT, "inspectors": Packed(PERSON_ID), "salt": SALT}, OBJECTS),
                   "v": TEXT},
    "events.json": {"draw": HEX, "events": List({"at": TIME, "commit": HEX, "kind": TEXT}),
                    "openings": List({"fields": Packed(TEXT), "salt": SALT}), "v": TEXT},
    "end.json": {"at": TIME, "draw": HEX, "kind": TEXT, "order": TEXT, "v": TEXT}}
SLIP = {"draw": HEX, "id": OBJECT, "index": INTEGER, "inspectors": Packed(PERSON_ID), "path": List(HEX),
        "persons": Packed(HEX_OR_NONE), "record": HEX, "salt": SALT, "size": INTEGER, "v": TEXT}
SERIES = List({"commits": List(HEX), "draw": HEX, "prev": HEX, "salt_key": HEX_OR_NONE, "seq": INTEGER,
               "series": TEXT, "state": TEXT})


class Canonical:
    """A JSON file in the one form of RFC 8785, read from left to right; anything else is Unreadable at its place."""
    def __init__(self, name, data):
        self.name, self.at, self.text = name, 0, data.decode("latin-1")
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            for start in range(0, len(data) + 1, 1 << 20):
                decoder.decode(data[start:start + (1 << 20)], start + (1 << 20) > len(data))
        except UnicodeDecodeError:
            raise Unreadable(name, "第 1 行", "不是 UTF-8 文字") from None

    def whole(self, shape):
        value = self.value(shape)
        return value if self.at == len(self.text) else self.wrong("结尾之后还有别的内容")

    def wrong(self, reason):
        raise Unreadable(self.name, f"第 {self.text.count(chr(10), 0, self.at) + 1} 行，第 {self.at + 1} 字节", reason)

    def sees(self, expected):
        seen = self.text.startswith(expected, self.at)
        self.at += len(expected) if seen else 0
        return seen

    def expect(self, expected):
        return self.sees(expected) or self.wrong(f"这里应当是 {expected}（键的名称、次序、写法都是规定的）")

    def value(self, shape):
        if isinstance(shape, dict):
            found = {}
            for key in sorted(shape):
                self.expect(("," if found else "{") + f'"{key}":')
                found[key] = self.value(shape[key])
            return self.expect("}") and found
        if isinstance(shape, List):
            items = self.items(shape.of, shape.most)
            return [tuple(item.values()) for item in items] if isinstance(shape.of, dict) else list(items)
        if isinstance(shape, Packed):
            packed = bytearray()
            for item in self.items(shape.of, JSON_BYTES):
                packed += lp(item)
            return bytes(packed)
        if shape is COUNTS:
            return self.counts()
        return self.integer() if shape is INTEGER else self.any_text() if shape is TEXT else self.text_like(shape)

    def items(self, shape, most):
        self.expect("[")
        count, closed = 0, self.sees("]")
        while not closed:
            count += 1
            if count > most:
                self.wrong(f"超过 {most} 项")
            yield self.value(shape)
            closed = not self.sees(",") and self.expect("]")

    def counts(self):
        """{code: integer, …} as E(code, dec(integer), …)."""
        packed, before = bytearray(), ""
        self.expect("{")
        closed = self.sees("}")
        while not closed:
            code = self.text_like(CODE_)
            if code <= before:
                self.wrong("键应当按升序排列，不重复")
            self.expect(":")
            packed += E(code, str(self.integer()))
            before = code
            closed = not self.sees(",") and self.expect("}")
        return bytes(packed)

    def integer(self):
        found = re.compile(NUMBER).match(self.text, self.at)
        if not found or int(found[0]) > 2**53 - 1:
            self.wrong("应当是 0 到 2^53−1 的整数")
        self.at = found.end()
        return int(found[0])

    def text_like(self, pattern):
        found = pattern.match(self.text, self.at)
        if not found or pattern in REALITY and not REALITY[pattern](found[1]):
            self.wrong("这一项的内容不合规定的格式")
        self.at = found.end()
        return found[1]

    def any_text(self):
        try:
            found, end = json.decoder.scanstring(self.text, self.at + 1, True)
            if self.text[self.at] != '"' or json.dumps(found, ensure_ascii=False) != self.text[self.at:end]:
                raise ValueError
        except (ValueError, IndexError):
            self.wrong("这里应当是一段文字，转义写法是规定的")
        self.at = end
        return found


def opened(path, name, most):
    """An open regular file of at most so many bytes, None when nothing is there."""
    try:
        about = os.stat(path)
    except FileNotFoundError:
        if not os.path.lexists(path):
            return None
        raise
    if not stat.S_ISREG(about.st_mode):
        raise Unreadable(name, "", "不是普通文件")
    if about.st_size > most:
        raise Unreadable(name, "", f"超过 {most} 字节")
    return open(path, "rb")


def read(path, name, most=JSON_BYTES, needed=False):
    """The bytes of a file, None when it is not there."""
    file = opened(path, name, most)
    if file is None:
        if needed:
            raise Unreadable(name, "", "没有这个文件")
        return None
    with file:
        data = file.read(most + 1)
    if len(data) > most:
        raise Unreadable(name, "", f"超过 {most} 字节")
    return data


def plain_integer(text):
    if not re.fullmatch(NUMBER, text) or int(text) > 2**53 - 1:
        raise ValueError
    return int(text)


def read_beacon(path):
    """(round, randomness, signature) of a drand answer."""
    try:
        found = json.loads(read(path, path, BEACON_BYTES, True).decode(), object_pairs_hook=tuple,
                           parse_int=plain_integer, parse_float=plain_integer, parse_constant=plain_integer)
        number, randomness, signature = (dict(found)[key] for key in ("round", "randomness", "signature"))
        good = isinstance(found, tuple) and len(found) == 3 and type(number) is int
        good = good and re.fullmatch("[0-9a-f]*,[0-9a-f]*", f"{randomness},{signature}")
    except (ValueError, TypeError, KeyError, RecursionError):
        good = False
    if not good or not isinstance(randomness, str) or not isinstance(signature, str):
        raise Unreadable(path, "", "应当正好有 round（整数）、randomness、signature（十六进制）三项")
    return number, randomness, signature


# §2 Tables

NEED = f"{CODE}:(?:{CODE}|\\*):[1-9]"
OBJECT_COLUMNS = {"id": f"{ID18}|[0-9]{{15}}", "stratum": CODE, "excl": f"(?:{CODE})?",
                  "needs": f"(?:{NEED}(?:,{NEED}){{0,19}})?"}
INSPECTOR_COLUMNS = {"id": "[A-Z0-9-]{1,32}", "person": "[0-9a-f]{64}", "dept": CODE, "skills": "[A-Za-z0-9,-]*",
                     "cap": "[1-9][0-9]{0,5}", "recuse": "[0-9A-Z,]*"}


def rows(folder, name, columns, most):
    """The rows of a table: (a function that refuses this row, its columns as texts). Nothing when it is not there."""
    file = opened(os.path.join(folder, name), name, TABLE_BYTES)
    if file is None:
        return
    form = re.compile("\t".join(f"({pattern})" for pattern in columns.values()) + "\n")
    number, before = 0, ""

    def wrong(reason):
        raise Unreadable(name, f"第 {number} 行", reason)

    with file:
        for number, line in enumerate(iter(lambda: file.readline(LINE_BYTES + 2), b""), 1):
            text = line.decode("latin-1")
            row = form.fullmatch(text) if number > 1 and len(text) <= LINE_BYTES + 1 else None
            if row:
                if row[1] <= before:
                    wrong("各行应当按 id 升序排列，不重复")
                before = row[1]
                yield wrong, row.groups()
            elif number > 1 or text != "\t".join(columns) + "\n":
                wrong(why(text, columns) if number > 1 else "第一行应当是规定的栏目")
            if number - 1 > most:
                wrong(f"超过 {most} 行")
    if number == 0:
        wrong("是空的，应当有一行栏目")


def why(text, columns):
    """What is wrong with a row."""
    cells = text[:-1].split("\t")
    if len(text) > LINE_BYTES + 1 or not text.endswith("\n"):
        return f"这一行超过 {LINE_BYTES} 字节，或者没有以换行结束"
    if len(cells) != len(columns):
        return f"应当有 {len(columns)} 栏，这里有 {len(cells)} 栏"
    return "、".join(c for cell, (c, form) in zip(cells, columns.items()) if not re.fullmatch(form, cell)) + " 不合规定的格式"


@lru_cache(4096)
def slots_of(needs):
    """The slots of an object, (department, skill) each, in order."""
    split = [need.split(":") for need in needs.split(",") if need]
    return [(dept, skill) for dept, skill, count in split for _ in range(int(count))]


def ascending(text, is_good, wrong):
    """A comma list, strictly ascending, of good things."""
    items = text.split(",") if text else []
    if not all(map(is_good, items)) or not all(map(lt, items, items[1:])):
        wrong("逗号分隔的一栏应当各项格式正确、按升序排列、不重复")
    return items


# §3 Pools, §5 who is drawn, §6 who inspects whom

REASONS = "VISITED-THIS-YEAR", "DRAWN-N-TIMES", "SUSPENDED-BUSINESS", "DEREGISTERED"


def salt(salts, kind, who): return salts(E("ssj1/salt", kind, who))[:16]


class Objects:
    """objects.tsv, read once: its tree, its counts and, for each stratum, the smallest tickets there can be need of."""
    def __init__(self, folder, salts, ticket, keep):
        self.tree, self.excluded, self.eligible, self.thin = Tree(), Counter(), Counter(), False
        strata, self.first = set(), {stratum: [] for stratum in keep}
        for wrong, (who, stratum, excl, needs) in rows(folder, "objects.tsv", OBJECT_COLUMNS, OBJECTS):
            slots = slots_of(needs)
            if not is_object_id(who) or len(slots) > 20 or not slots and not excl:
                wrong("id 的校验码不对" if not is_object_id(who) else "needs 应当是 1 到 20 个名额，只有排除的可以为空")
            strata.add(stratum)
            if len(strata) > STRATA:
                wrong(f"超过 {STRATA} 层")
            if salts:
                self.tree.add(E("ssj1/obj", who, stratum, excl, needs, salt(salts, "obj", who)))
            if excl:
                self.excluded[excl if excl in REASONS else "?"] += 1
                continue
            self.eligible[stratum] += 1
            self.thin = self.thin or len(slots) < 2
            if ticket and stratum in keep:
                first = self.first[stratum]
                first.append(ticket(who.encode()) + f"{who}\t{needs}".encode())
                if len(first) > 2 * keep[stratum] + 1000:
                    first.sort()
                    del first[keep[stratum]:]
        for first in self.first.values():
            first.sort()
        self.size = sum(self.excluded.values()) + sum(self.eligible.values())

    def in_order(self, stratum):
        """(id, slots) of the stratum's eligible objects from the smallest ticket on, as many as were kept."""
        return [(who, slots_of(needs)) for who, needs in (e[32:].decode().split("\t") for e in self.first[stratum])]


class Crew:
    """inspectors.tsv, read once, as far as it matters for some objects ({id: slots}), and what each one has to do."""
    def __init__(self, folder, salts, slots):
        self.tree, self.ids, self.caps = Tree(), [], []
        self.groups = {need: [] for needs in slots.values() for need in needs}  # need -> inspectors, ascending
        self.recused = defaultdict(list)                                        # object -> inspectors
        for wrong, row in rows(folder, "inspectors.tsv", INSPECTOR_COLUMNS, INSPECTORS):
            who, person, dept, skills, cap, recuse = row
            for skill in ["*"] + ascending(skills, re.compile(CODE).fullmatch, wrong):
                if (dept, skill) in self.groups:
                    self.groups[dept, skill].append(len(self.ids))
            for thing in ascending(recuse, lambda text: OBJECT.fullmatch(f'"{text}"') and is_object_id(text), wrong):
                if thing in slots:
                    self.recused[thing].append(len(self.ids))
            if salts:
                self.tree.add(E("ssj1/insp", *row, salt(salts, "insp", who)))
            self.ids.append(who)
            self.caps.append(int(cap))
        self.index, self.loads = {who: i for i, who in enumerate(self.ids)}, [0] * len(self.ids)

    def candidates(self, thing, need):
        recused = set(self.recused.get(thing, ()))
        return [i for i in self.groups[need] if i not in recused] if recused else self.groups[need]

    def count(self, thing, need):
        group = self.groups[need]
        return len(group) - sum(group[at:at + 1] == [i] for i in self.recused.get(thing, ())
                                for at in [bisect_left(group, i)])

    def pick(self, k_match, thing, k, need, on_it):
        """The inspector for slot k, "" when nobody is left; the load grows."""
        lowest, tied = None, []
        for i in self.candidates(thing, need):
            if self.loads[i] < self.caps[i] and self.ids[i] not in on_it:
                load = self.loads[i] * 1_000_000 // self.caps[i]
                if lowest is None or load < lowest:
                    lowest, tied = load, []
                if load == lowest:
                    tied.append(i)
        if not tied:
            return ""
        tail = E(thing, str(k))
        best = min(tied, key=lambda i: k_match(lp(self.ids[i]) + tail))
        self.loads[best] += 1
        return self.ids[best]

    def load(self, who, change):
        if who in self.index:
            self.loads[self.index[who]] += change

    def match(self, drawn, k_match, k_order):
        """drawn: [(id, slots)]. Gives the inspectors of each, and how many slots have fewer than four candidates."""
        order = []
        for place, (thing, slots) in enumerate(drawn):
            order += [(self.count(thing, need), k_order(E(thing, str(k))), place, k) for k, need in enumerate(slots)]
        if sum(slot[0] for slot in order) > CANDIDATES:
            raise Unreadable("inspectors.tsv", "", f"各名额的候选人数之和超过 {CANDIDATES}")
        picks = [[""] * len(slots) for _, slots in drawn]
        for _, _, place, k in sorted(order):
            thing, slots = drawn[place]
            picks[place][k] = self.pick(k_match, thing, k, slots[k], picks[place])
        return picks, sum(slot[0] < 4 for slot in order)


def seed(nonces, message):
    """§4: PRK."""
    return Mac(T("ssj1/nonces", *nonces))(message)


def keys_of(prk): return [Mac(prk)(name + b"\1") for name in (b"ssj1/obj", b"ssj1/match", b"ssj1/order")]


class Package:
    """A folder's files, all read, and the draw computed again when everything for it is there."""
    def __init__(self, folder, seen=None, beacon=None, series=None):
        self.seen, self.beacon, self.series = seen, None, None
        if beacon is not None:
            self.beacon = read_beacon(beacon)
        if series is not None:
            self.series = Canonical(series, read(series, series, needed=True)).whole(SERIES)
        self.files, self.digests = {}, {}
        for name, shape in SHAPES.items():
            data = read(os.path.join(folder, name), name, needed=name == "announcement.json")
            if data is not None:
                self.files[name] = Canonical(name, data).whole(shape)
                tag = {"announcement.json": "ssj1/ann", "quota.json": "ssj1/quota"}.get(name)
                self.digests[name] = T(tag, data).hex() if tag else ""
        self.names = {name for name in FILES if os.path.lexists(os.path.join(folder, name))}
        self.announcement, self.id = self.files["announcement.json"], self.digests["announcement.json"]
        self.quota, self.record, self.reveal = (self.files.get(n) for n in ("quota.json", "record.json", "reveal.json"))
        self.beacon_time = self.announcement["beacon"]["time"]
        self.salts = Mac(bytes.fromhex(self.reveal["salt_key"])) if self.reveal else None
        whole = not self.missing(DRAWN)
        self.k_obj, self.k_match, self.k_order = map(Mac, self.keys()) if whole else (None, None, None)
        # Of a stratum listed twice (the check `quotas` fails) the first line counts.
        strata = [*{row[0]: row for row in reversed(self.quota["strata"])}.values()] if whole else []
        self.numbers = {code: n for code, _, n, _ in strata}
        self.limits = {code: max(1, n // 20) for code, _, n, _ in strata}
        keep = {code: n + self.limits[code] for code, _, n, _ in strata}
        self.objects = Objects(folder, self.salts, self.k_obj, keep)
        self.order = {code: self.objects.in_order(code) for code in keep}  # stratum -> [(id, slots)]
        can_match = whole and "inspectors.tsv" in self.names
        kept = {who: slots for order in self.order.values() for who, slots in order} if can_match else {}
        self.crew = Crew(folder, self.salts, kept)
        self.drawn = sorted(row for code, _, n, _ in strata for row in self.order[code][:n])
        self.picks, self.few = self.crew.match(self.drawn, self.k_match, self.k_order) if can_match else ([], 0)

    def missing(self, names): return [name for name in names.split() if name not in self.names]

    def keys(self):
        """§4: K_obj, K_match, K_order."""
        nonces = [bytes.fromhex(nonce) for nonce, _ in self.reveal["nonces"]]
        ref, _, kind = self.announcement["beacon"].values()
        value = bytes.fromhex(self.record["beacon"]["value"])
        return keys_of(seed(nonces, E("ssj1/seed", bytes.fromhex(self.id), kind, ref, value)))


# §9 The checks: each gives its sentence, or raises with the sentence of the first rule that does not hold.

FILES = [*SHAPES, "objects.tsv", "inspectors.tsv"]
DRAWN = "objects.tsv quota.json record.json reveal.json drawn.json"


def must(holds, sentence):
    if not holds:
        raise Failed(sentence)


def round_of(ref):
    """The round that a ref of the pinned chain names, or None."""
    found = re.fullmatch(CHAIN + "/([1-9][0-9]{0,15})", ref)
    return int(found[1]) if found else None


def announcement(p):
    a, end, time = p.announcement, p.files.get("end.json"), p.beacon_time
    mine = [name for name in FILES if name in p.files and name != "quota.json"]
    for name in mine:
        must(p.files[name]["v"] == "ssj1", f"{name} 的版本不是 ssj1")
    must(a["basis"] in ("facts", "classes"), "分层依据不是 facts 或 classes")
    holders = [who for _, who in a["nonces"]]
    must(len(set(holders)) == len(holders) and {"office", "supervisor"} <= set(holders),
         "秘密数持有人应当至少有 office 和 supervisor，各不相同")
    must(a["beacon"]["type"] == "drand", "随机源类型不是 drand")
    must(seconds(a["deadline"]) + 86400 > time and day(a["deadline"]) <= day(a["announced"]) + 400,
         "公开期限应当在随机源时刻之后、承诺日起 400 天之内")
    must((a["seq"] == 0) == (a["prev"] == "0" * 64), "序号为 0 与没有前一次必须同时成立")
    for name in mine[1:]:
        must(p.files[name]["draw"] == p.id, f"{name} 不属于这次抽取")
    if end:
        at, order, late = seconds(end["at"]), end["order"], seconds(end["at"]) > time - 3600
        must(end["kind"] == "cancel" and not order and not late
             or end["kind"] == "abort" and order and late and (order != "BEACON" or at >= time + 604800),
             "end.json 的种类、命令号或时间不合规定")
    return "承诺的格式、期限和各文件所属的抽取都对"


def timing(p):
    number = round_of(p.announcement["beacon"]["ref"])
    must(number and p.beacon_time == GENESIS + (number - 1) * PERIOD
         and p.beacon_time >= seconds(p.announcement["announced"]) + 3600,
         "随机源轮次与时刻不合规定：应当是 drand quicknet，时刻等于该轮，且在承诺时间一小时之后")
    if not p.seen:
        raise NotChecked("承诺的日期只是机关自己说的；若你在随机源时刻之前记下过这个编号，请提供当时的时间")
    if seconds(p.seen) >= p.beacon_time:
        raise NotChecked(f"你自己的记录（{p.seen}）不早于随机源时刻，不能证明承诺在先")
    return f"你自己的记录：{p.seen} 已见到这个编号，早于随机源时刻"


def quotas(p):
    strata, excluded = p.quota["strata"], [int(text) for text in list(parts_of(p.quota["excluded"]))[1::2]]
    codes, total = [code for code, _, _, _ in strata], sum(n for _, _, n, _ in strata)
    must(p.digests["quota.json"] == p.announcement["quota"], "quota.json 与承诺的摘要不同")
    must(all(map(lt, codes, codes[1:])), "各层没有按代码升序排列，或者有重复")
    must(all(1 <= n <= eligible for _, eligible, n, _ in strata) and all(excluded), "应抽数应当在 1 与合格数之间，各数不为零")
    must(all(n * 10**6 >= eligible * ppm for _, eligible, n, ppm in strata), "应抽数低于法定比例")
    must(sum(eligible for _, eligible, _, _ in strata) + sum(excluded) == p.announcement["objects"]["size"],
         "合格数与排除数之和不等于对象库总数")
    must(total == p.announcement["drawn"], "各层应抽数之和不等于承诺的抽取数")
    must(not p.record or total == p.record["result"]["size"], "各层应抽数之和不等于登记的结果数")
    return f"共 {len(strata)} 层，应抽 {total} 户"


def beacon(p):
    promised, given = p.announcement["beacon"], p.record["beacon"]
    value, evidence = given["value"], given["evidence"]
    number, signature, randomness = evidence["round"], evidence["signature"], evidence["randomness"]
    must((given["type"], given["ref"]) == (promised["type"], promised["ref"]), "record.json 的随机源与承诺的不同")
    must(round_of(given["ref"]) == number, "随机源轮次与承诺的不同")
    must(re.fullmatch("[0-9a-f]{96}", signature)
         and value == randomness == sha256(bytes.fromhex(signature)).hexdigest(), "随机数不是这个签名的 SHA-256")
    must(p.beacon_time <= seconds(p.record["at"]) <= p.beacon_time + 86400, "登记时间不在随机源时刻之后 24 小时之内")
    if not p.beacon:
        raise NotChecked("没有核对签名：这个数可能是任何人编的；请提供同一轮的随机数，或在浏览器里核验")
    if p.beacon[0] != number:
        raise NotChecked("你提供的是另一轮的随机数，不能用来核对")
    must(p.beacon[1:] == (randomness, signature), "你提供的同一轮随机数与登记的不同")
    return f"与你提供的第 {number} 轮随机数一致"


def commitments(p):
    promised, given = p.announcement["nonces"], p.reveal["nonces"]
    must([who for _, who in promised] == [who for _, who in given], "公开的秘密数与承诺的持有人不一致")
    for (commit, who), (nonce, _) in zip(promised, given):
        must(T("ssj1/nonce", who, bytes.fromhex(nonce)).hex() == commit, f"{who} 的秘密数与承诺不符")
    return f"{len(given)} 个秘密数都与承诺相符"


def pool(tree, promised, what):
    must(tree.size == promised["size"], f"{what}的行数与承诺不同")
    must(tree.root() == promised["root"], f"{what}与承诺的摘要不同")
    return tree.size


def object_pool(p):
    return f"对象库 {pool(p.objects.tree, p.announcement['objects'], '对象库')} 户没有改动（不说明是否齐全）"


def inspector_pool(p):
    return f"检查人员库 {pool(p.crew.tree, p.announcement['inspectors'], '检查人员库')} 人没有改动"


def exclusions(p):
    excluded, eligible = p.objects.excluded, p.objects.eligible
    must("?" not in excluded, "对象库里有不允许的排除理由")
    must(b"".join(E(reason, str(excluded[reason])) for reason in sorted(excluded)) == p.quota["excluded"],
         "各排除理由的户数与 quota.json 不同")
    must(sorted(eligible.items()) == [row[:2] for row in p.quota["strata"]], "各层的合格户数与 quota.json 不同")
    must(not p.objects.thin, "有合格对象的检查人员名额少于两个")
    return f"排除 {sum(excluded.values())} 户，合格 {sum(eligible.values())} 户，与公布的数一致"


def drawn(p):
    must([(who, salt(p.salts, "res", who).hex()) for who, _ in p.drawn]
         == [(who, theirs) for who, _, theirs in p.files["drawn.json"]["drawn"]], "重新计算的抽中名单与公开的不同")
    return f"重新计算得到同样的 {len(p.drawn)} 户"


def matching(p):
    must([(who, E(*picks)) for (who, _), picks in zip(p.drawn, p.picks)]
         == [(who, theirs) for who, theirs, _ in p.files["drawn.json"]["drawn"]], "重新计算的检查人员与公开的不同")
    empty = sum(picks.count("") for picks in p.picks)
    return f"重新计算得到同样的检查人员；未配齐名额 {empty} 个，候选不足四人的名额 {p.few} 个"


def result_leaf(who, inspectors, own_salt):
    return E("ssj1/res", who, str(sum(1 for _ in parts_of(inspectors)))) + inspectors + lp(bytes.fromhex(own_salt))


def result_root(p):
    names, result = p.files["drawn.json"]["drawn"], p.record["result"]
    must(all(one[0] < next_one[0] for one, next_one in zip(names, names[1:])), "drawn.json 没有按代码升序排列，或者有重复")
    must(len({own for _, _, own in names}) == len(names), "名单里有重复的随机盐")
    must(len(names) == result["size"] == p.announcement["drawn"], "名单户数与登记的或承诺的不同")
    tree = Tree()
    for row in sorted(names, key=lambda row: row[2]):
        tree.add(result_leaf(*row))
    must(tree.root() == result["root"], "名单与登记的结果摘要不同")
    return f"公开的名单就是登记时锁定的那份，共 {len(names)} 户"


FIELDS = {"replace": (3, ("DEREGISTERED", "REVOKED", "MOVED-OUT", "DUPLICATE")),
          "assign": (5, ("RECUSAL", "ILLNESS", "DIRECT", "NEIGHBOUR"))}


def replacements(p):
    events, openings = p.files["events.json"]["events"], p.files["events.json"]["openings"]
    if not events and not openings:
        return "没有替补和改派"
    if "drawn.json" not in p.names and not openings:
        raise NotChecked(f"已登记替补或改派 {len(events)} 件，名单公开后才能核对")
    must(len(events) == len(openings), "替补和改派没有逐件公开")
    times = [seconds(at) for at in ([p.record["at"]] if p.record else []) + [at for at, _, _ in events]]
    must(all(one <= later for one, later in zip(times, times[1:])), "替补和改派的时间先后不对")
    steps = []
    for i, ((_, commit, kind), (packed, own_salt)) in enumerate(zip(events, openings), 1):
        must(sha256(E("ssj1/event", kind) + packed + lp(bytes.fromhex(own_salt))).hexdigest() == commit,
             f"第 {i} 件替补或改派与登记的摘要不符")
        fields = [field for field, _ in zip(parts_of(packed), range(6))]
        number, reasons = FIELDS.get(kind, (0, ()))
        must(len(fields) == number and fields[-1:] and fields[-1] in reasons
             and (kind != "assign" or re.fullmatch("0|[1-9][0-9]{0,9}", fields[1])),
             f"第 {i} 件替补或改派的种类、栏目或理由不合规定")
        steps.append((kind, fields))
    kinds = Counter(kind for kind, _ in steps)
    missing = p.missing(DRAWN + " inspectors.tsv" * bool(kinds["assign"]))
    if missing:
        raise NotChecked(f"只核对了摘要；缺少 {'、'.join(missing)}，没有核对次序")
    replay(p, steps)
    flagged = sum(fields[-1] in ("RECUSAL", "ILLNESS") for _, fields in steps)
    flagged += sum(picks.count("") for picks in p.picks)
    many = kinds["assign"] and flagged * 20 > max(20, sum(len(slots) for _, slots in p.drawn))
    return (f"替补 {kinds['replace']} 件，改派 {kinds['assign']} 件，都合规定"
            + ("；改派和未配齐名额超过 5%，需要说明" if many else ""))


def replay(p, steps):
    """§8, in turn, on the draw as computed here."""
    on_it = {who: picks for (who, _), picks in zip(p.drawn, map(list, p.picks or ([""] * len(s) for _, s in p.drawn)))}
    place = {who: (code, slots) for code, order in p.order.items() for who, slots in order}
    waiting = {code: iter(p.order[code][n:]) for code, n in p.numbers.items()}
    for i, (kind, fields) in enumerate(steps, 1):
        if kind == "replace":
            old, new, _ = fields
            code = place[old][0] if old in on_it else ""
            following = next(waiting[code], ("",)) if code and p.limits[code] > 0 else ("",)
            must(code and following[0] == new, f"第 {i} 件替补不是本层的下一户，或者超过限额")
            p.limits[code] -= 1
            del on_it[old]
            on_it[new] = [""] * len(place[new][1])
            continue
        thing, k, old, new, reason = fields
        there, k = on_it.get(thing, []), int(k)
        right = k < len(there) and there[k] == old
        if right and reason in ("RECUSAL", "ILLNESS"):
            p.crew.load(old, -1)
            right = new == p.crew.pick(p.k_match, thing, k, place[thing][1][k], there)
        elif right:
            right = old == "" != new and new not in there and p.crew.index.get(new) not in p.crew.recused.get(thing, ())
            p.crew.load(new, 1)
        must(right, f"第 {i} 件改派不是应当的下一人")
        there[k] = new


def series(p):
    entries, a = p.series, p.announcement
    if entries is None:
        raise NotChecked("没有提供机关的抽取清单")
    must(all(seq == i for i, (_, _, _, _, seq, _, _) in enumerate(entries)), "清单的序号不是从 0 起逐一递增")
    must(all(entry[2] == before for entry, before in zip(entries, ["0" * 64] + [entry[1] for entry in entries])),
         "清单的前后承接断开")
    must(all(entry[6] in ("open", "overdue", "revealed", "cancelled", "aborted") for entry in entries), "清单里有不认识的状态")
    last = {entry[5]: entry for entry in entries}
    must(all(entry[6] not in ("open", "overdue") or last[entry[5]] is entry for entry in entries),
         "同一系列有未了结的抽取之后又有新的抽取")
    secrets = [[commit for entry in entries for commit in entry[0]], [entry[3] for entry in entries if entry[3]]]
    must(all(len(set(used)) == len(used) for used in secrets), "清单里有重复使用的秘密数承诺或盐密钥")
    must(all(not entry[3] or entry[6] in ("revealed", "aborted") for entry in entries), "尚未公开的抽取不应当有盐密钥")
    mine = entries[a["seq"]] if a["seq"] < len(entries) else ()
    must(mine and (mine[0], mine[1], mine[2], mine[5])
         == ([commit for commit, _ in a["nonces"]], p.id, a["prev"], a["series"]),
         "清单里没有这次抽取，或者它的位置、前一次、系列、承诺不一致")
    must(not p.reveal or mine[3] in ("", p.reveal["salt_key"]), "清单里的盐密钥与公开的不同")
    return f"机关清单 {len(entries)} 次抽取前后相接，这次是第 {a['seq']} 号"


CHECKS = [  # name, needs, rules
    ("announcement", "", announcement), ("timing", "", timing), ("quotas", "quota.json", quotas),
    ("beacon", "record.json", beacon), ("commitments", "reveal.json", commitments),
    ("object pool", "reveal.json objects.tsv", object_pool),
    ("inspector pool", "reveal.json inspectors.tsv", inspector_pool),
    ("exclusions", "objects.tsv quota.json", exclusions), ("drawn", DRAWN, drawn),
    ("matching", DRAWN + " inspectors.tsv", matching), ("result root", "drawn.json record.json", result_root),
    ("replacements", "events.json", replacements), ("series", "", series)]


def slip(given, record, digest):
    """A slip against the record.json it names (None: not there), whose SHA-256 is digest."""
    must(given["v"] == "ssj1", "slip.json 的版本不是 ssj1")
    if record is None:
        raise NotChecked("缺少 record.json，没有核对")
    must(given["record"] == digest, "这张凭条说的不是这份 record.json")
    must(given["draw"] == record["draw"], "凭条与 record.json 不是同一次抽取")
    must(given["size"] == record["result"]["size"], "凭条的名单大小与登记的不同")
    persons, inspectors = ([bool(text) for text in parts_of(given[key])] for key in ("persons", "inspectors"))
    must(persons == inspectors, "凭条的人员指纹与检查人员不对应")
    leaf = result_leaf(given["id"], given["inspectors"], given["salt"])
    must(given["index"] < given["size"]
         and in_tree(leaf, given["index"], given["size"], given["path"], record["result"]["root"]), "凭条不在登记的结果里")
    return f"{given['id']} 的这次检查和检查人员，登记时已经锁定（登记时间 {record['at']} 是机关自己说的）"


def judge(name, rules, *told):
    try:
        return {"detail": rules(*told), "name": name, "status": "ok"}
    except (Failed, NotChecked) as no:
        return {"detail": str(no), "name": name, "status": "fail" if isinstance(no, Failed) else "not checked"}


def verify(folder, seen=None, beacon=None, series=None):
    """The report on a package; Unreadable or OSError when it cannot be read."""
    p, checks = Package(folder, seen, beacon, series), []
    for name, needs, rules in CHECKS:
        missing = p.missing(needs)
        checks.append({"detail": f"缺少 {'、'.join(missing)}，没有核对", "name": name, "status": "not checked"}
                      if missing else judge(name, rules, p))
    return report(checks, p.id)


def verify_slip(path, record=None):
    """The report on a slip; its record.json is the one beside it unless another is named."""
    given = Canonical(path, read(path, path, needed=True)).whole(SLIP)
    named = record if record is not None else os.path.join(os.path.dirname(path), "record.json")
    data = read(named, named, needed=record is not None)
    found = None if data is None else Canonical(named, data).whole(SHAPES["record.json"])
    return report([judge("slip", slip, given, found, sha256(data or b"").hexdigest())], given["draw"])


def report(checks, draw):
    found = {check["status"] for check in checks}
    return {"checks": checks, "draw": draw,
            "verdict": "fail" if "fail" in found else "incomplete" if "not checked" in found else "ok"}


# The command line

VERDICTS = {"ok": (0, "全部通过"), "fail": (1, "有不符的"), "incomplete": (3, "没有不符，但有的没有核对")}
WORDS = {"ok": "通过", "fail": "不符", "not checked": "未核对"}


def arguments(words):
    """(files, {option: value}) or Unreadable."""
    allowed = {"--record": 1} if words[:1] == ["slip"] else {"--beacon": 1, "--series": 1, "--seen": 1}
    files, options, rest = [], {}, iter(words[1:] if words[:1] == ["slip"] else words)
    for word in rest:
        value = next(rest, None) if word in allowed else True
        if word in options or value is None or word.startswith("-") and word not in {"--json", *allowed}:
            raise Unreadable(word, "", "选项不认识、重复或者没有值")
        options.update({word: value} if word.startswith("-") else {})
        files += [] if word.startswith("-") else [word]
    if len(files) != 1:
        raise Unreadable("verify.py", "", "应当给一个文件夹，或者 slip 和一个文件；--help 说明用法")
    seen = options.get("--seen")
    if seen is not None and not (TIME.fullmatch(f'"{seen}"') and is_real(seen)):
        raise Unreadable("--seen", "", "时刻应当写成 2026-11-01T09:30:00+08:00 这样")
    return files[0], {option[2:]: value for option, value in options.items()}


def main(words):
    if "--help" in words:
        return 0, __doc__, ""
    try:
        path, options = arguments(words)
        as_json = options.pop("json", False)
        found = verify_slip(path, **options) if words[0] == "slip" else verify(path, **options)
    except Unreadable as no:
        return 2, "", "无法核验：" + "：".join(part for part in no.args if part) + "\n"
    except (OSError, MemoryError) as no:
        return 2, "", f"无法核验：{getattr(no, 'filename', None) or ''}：读不了，或者内存不够\n"
    code, verdict = VERDICTS[found["verdict"]]
    if as_json:
        return code, json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n", ""
    lines = [f"{WORDS[check['status']]}　{check['name']}：{check['detail']}" for check in found["checks"]]
    return code, "\n".join([f"抽取编号：{found['draw']}", *lines, f"结论：{verdict}"]) + "\n", ""


if __name__ == "__main__":
    status, out, err = main(sys.argv[1:])
    try:
        sys.stderr.buffer.write(err.encode("utf-8", "surrogateescape"))
        sys.stdout.buffer.write(out.encode("utf-8", "surrogateescape"))
        sys.stdout.flush()
    except OSError:  # an answer that cannot be written is none; and never the status of a failed check
        os._exit(2)
    sys.exit(status)
