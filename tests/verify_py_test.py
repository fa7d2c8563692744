#!/usr/bin/env python3
"""site/verify.py: every value of the two example draws, what it refuses to read, what it finds, and how it ends.

  python3 tests/verify_py_test.py
"""
import ast
import contextlib
import hashlib
import importlib.util
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = HERE.parent / "site" / "verify.py"
DRAWS = HERE / "data" / "draw"
ROUND_123 = {
    "round": 123, "randomness": "fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc",
    "signature": "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"}
BEFORE, AFTER = "2023-08-23T22:15:00+08:00", "2023-08-23T23:15:33+08:00"
NAMES = ["announcement", "timing", "quotas", "beacon", "commitments", "object pool", "inspector pool", "exclusions",
         "drawn", "matching", "result root", "replacements", "series"]

spec = importlib.util.spec_from_file_location("verify", PROGRAM)
v = importlib.util.module_from_spec(spec)
spec.loader.exec_module(v)


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def run(*words, stdin=subprocess.DEVNULL):
    """(exit code, standard output, standard error) of the program, in a place without any locale."""
    done = subprocess.run([sys.executable, "-I", "-W", "error", str(PROGRAM), *map(str, words)], stdin=stdin,
                          capture_output=True, env={"LANG": "C", "LC_ALL": "C"}, timeout=120)
    return done.returncode, done.stdout, done.stderr


def commit(step, own_salt):
    """What publishes an event before it is opened: (kind, field, …)."""
    return v.T("ssj1/event", *(field.encode() for field in step), own_salt).hex()


class Draw:
    """A copy of one of the example draws, to be changed."""
    def __init__(self, test, kind="facts"):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        test.addCleanup(shutil.rmtree, self.folder)
        for path in (DRAWS / kind).iterdir():
            if path.name != "intermediate.json":
                shutil.copy(path, self.folder)
        self.truth = json.loads((DRAWS / kind / "intermediate.json").read_bytes())

    def __getitem__(self, name):
        return json.loads((self.folder / name).read_bytes())

    def put(self, name, value):
        data = value if isinstance(value, bytes) else canonical(value)
        (self.folder / name).write_bytes(data)
        return self.folder / name

    def change(self, name, change):
        value = self[name]
        change(value)
        return self.put(name, value)

    def events(self, *steps):
        """Publishes replacements and reassignments: (kind, field, …) each."""
        salts = [bytes([i] * 16) for i in range(len(steps))]
        self.put("events.json", {
            "draw": self.truth["draw_id"], "v": "ssj1",
            "events": [{"at": "2023-08-25T09:00:00+08:00", "kind": step[0], "commit": commit(step, own)}
                       for step, own in zip(steps, salts)],
            "openings": [{"fields": list(step[1:]), "salt": own.hex()} for step, own in zip(steps, salts)]})

    def report(self, *options):
        code, out, err = run(self.folder, *options, "--json")
        assert not err, err.decode()
        return code, {check["name"]: (check["status"], check["detail"]) for check in json.loads(out)["checks"]}

    def unreadable(self, *options):
        code, out, err = run(self.folder, *options, "--json")
        assert (code, out) == (2, b""), (code, out)
        return err.decode()


class EveryValue(unittest.TestCase):
    def test_of_both_example_draws_comes_out(self):
        for kind in ("facts", "classes"):
            draw = Draw(self, kind)
            truth, p = draw.truth, v.Package(draw.folder)
            first = (draw.folder / "objects.tsv").read_text().split("\n")[1].split("\t")
            own = v.salt(p.salts, "obj", first[0])
            leaf = v.E("ssj1/obj", *first, own)
            self.assertEqual(own.hex(), truth["first_object_salt"])
            self.assertEqual(leaf.hex(), truth["first_object_leaf"])
            self.assertEqual(v.leaf_hash(leaf).hex(), truth["first_object_leaf_hash"])
            self.assertEqual(v.E("a", "bc").hex(), truth["E_of_a_bc"])
            self.assertEqual(p.id, truth["draw_id"])

            nonces = [bytes.fromhex(nonce) for nonce, _ in p.reveal["nonces"]]
            message = bytes.fromhex(truth["seed_message"])
            prk = v.seed(nonces, message)
            self.assertEqual(v.T("ssj1/nonce", "office", nonces[0]).hex(), truth["nonce_commit_office"])
            self.assertEqual(v.T("ssj1/nonces", *nonces).hex(), truth["nonces_key"])
            self.assertEqual(prk.hex(), truth["prk"])
            self.assertEqual([key.hex() for key in v.keys_of(prk)], [truth["keys"][k] for k in ("obj", "match", "order")])
            self.assertEqual(p.keys(), v.keys_of(prk))

            self.assertEqual({who: p.k_obj(who.encode()).hex() for who in truth["tickets"]}, truth["tickets"])
            for code, _, n, _ in p.quota["strata"]:
                order = [who for who, _ in p.order[code]]
                self.assertEqual(order[:n], truth["drawn_by_stratum"][code])
                self.assertEqual(order[n:][:3], truth["next_in_order"][code][:len(order) - n])
            leaves = {who: v.result_leaf(who, v.E(*picks), v.salt(p.salts, "res", who).hex()).hex()
                      for (who, _), picks in zip(p.drawn, p.picks)}
            self.assertEqual(leaves, truth["result_leaves"])

    def test_of_the_checkers_answer_is_written_in_its_one_form(self):
        draw = Draw(self)
        code, out, err = run(draw.folder, "--json")
        found = json.loads(out)
        self.assertEqual((code, err), (3, b""))
        self.assertEqual(out, canonical(found) + b"\n")
        self.assertEqual([check["name"] for check in found["checks"]], NAMES)
        self.assertEqual((found["draw"], found["verdict"]), (draw.truth["draw_id"], "incomplete"))

    def test_of_a_sound_draw_is_ok_when_the_reader_brings_what_he_saw_himself(self):
        draw = Draw(self)
        a = draw["announcement.json"]
        draw.events()
        seen = draw.put("seen-round.json", json.dumps(ROUND_123, indent=2).replace("round", r"\u0072ound").encode())
        listed = draw.put("list.json", [{
            "commits": [nonce["commit"] for nonce in a["nonces"]], "draw": draw.truth["draw_id"], "prev": a["prev"],
            "salt_key": draw["reveal.json"]["salt_key"], "seq": 0, "series": a["series"], "state": "revealed"}])
        code, checks = draw.report("--beacon", seen, "--series", listed, "--seen", BEFORE)
        self.assertEqual({status for status, _ in checks.values()}, {"ok"})
        self.assertEqual(code, 0)
        text = run(draw.folder, "--beacon", seen, "--series", listed, "--seen", BEFORE)[1].decode()
        self.assertIn("结论：全部通过", text)

    def test_of_a_slip_leads_to_the_record(self):
        for kind in ("facts", "classes"):
            draw = Draw(self, kind)
            path = draw.put("slip.json", draw.truth["slip"])
            for words in ([], ["--record", draw.folder / "record.json"]):
                code, out, _ = run("slip", path, *words, "--json")
                self.assertEqual((code, json.loads(out)["checks"][0]["status"]), (0, "ok"))


class Ids(unittest.TestCase):
    def test_with_a_wrong_check_character_are_none(self):
        good = [line.split("\t")[0] for line in (DRAWS / "facts" / "objects.tsv").read_text().split("\n")[1:-1]]
        alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
        for who in good:
            self.assertTrue(v.is_object_id(who))
            other = alphabet[(alphabet.index(who[-1]) + 1) % 31]
            self.assertFalse(v.is_object_id(who[:-1] + other))

    def test_of_fifteen_digits_have_a_check_digit(self):
        self.assertEqual([digit for digit in "0123456789" if v.is_object_id("11010800000001" + digit)], ["6"])

    def test_that_are_a_persons_are_none(self):
        person = "11010519491231002X"  # the standard's own example
        self.assertTrue(v.is_citizen_number(person))
        self.assertFalse(v.is_object_id(person))
        both = [f"1101051949123{i:04}" for i in range(10000)]
        both = [body + check for body in both for check in "0123456789X"
                if v.is_citizen_number(body + check)
                and sum(map(lambda c, w: int(c.replace("X", "28")) * w, body + check, v.WEIGHTS)) % 31 == 0]
        self.assertTrue(both)
        self.assertFalse(any(map(v.is_object_id, both)))


class Trees(unittest.TestCase):
    def test_of_every_small_size_have_the_roots_and_paths_of_rfc_6962(self):
        def root(hashes):
            if len(hashes) < 2:
                return hashes[0] if hashes else hashlib.sha256().digest()
            half = 1 << (len(hashes) - 1).bit_length() - 1
            return hashlib.sha256(b"\1" + root(hashes[:half]) + root(hashes[half:])).digest()

        def path(index, hashes):
            if len(hashes) < 2:
                return []
            half = 1 << (len(hashes) - 1).bit_length() - 1
            if index < half:
                return path(index, hashes[:half]) + [root(hashes[half:])]
            return path(index - half, hashes[half:]) + [root(hashes[:half])]

        for size in range(40):
            leaves = [b"leaf %d" % i for i in range(size)]
            hashes = [hashlib.sha256(b"\0" + leaf).digest() for leaf in leaves]
            tree = v.Tree()
            for leaf in leaves:
                tree.add(leaf)
            self.assertEqual((tree.size, tree.root()), (size, root(hashes).hex()))
            for index, leaf in enumerate(leaves):
                steps = [step.hex() for step in path(index, hashes)]
                self.assertTrue(v.in_tree(leaf, index, size, steps, tree.root()))
                self.assertFalse(v.in_tree(leaf, index, size, steps + ["00" * 32], tree.root()))
                self.assertFalse(v.in_tree(leaf, index, size, steps[:-1], tree.root()) and steps)
                self.assertFalse(v.in_tree(leaf, (index + 1) % size, size, steps, tree.root()) and size > 1)


class AFileThatCannotBeRead(unittest.TestCase):
    def test_is_named_with_its_place_and_nothing_is_said_about_the_draw(self):
        text = (DRAWS / "facts" / "announcement.json").read_bytes()
        for name, data in {
                "not the one form": text.replace(b",", b", ", 1), "no end": text[:-1], "more after the end": text + b"\n",
                "byte order mark": b"\xef\xbb\xbf" + text, "empty": b"", "unknown key": text.replace(b'"v":', b'"w":'),
                "a key twice": text.replace(b'"drawn":6,', b'"drawn":6,"drawn":6,'),
                "a key less": text.replace(b'"drawn":6,', b""), "negative": text.replace(b'"drawn":6', b'"drawn":-6'),
                "fraction": text.replace(b'"drawn":6', b'"drawn":6.0'), "zeros": text.replace(b'"drawn":6', b'"drawn":06'),
                "too large": text.replace(b'"drawn":6', b'"drawn":9007199254740992'),
                "a million digits": text.replace(b'"drawn":6', b'"drawn":' + b"9" * 1000000),
                "a text": text.replace(b'"drawn":6', b'"drawn":"6"'), "null": text.replace(b'"drawn":6', b'"drawn":null'),
                "deep": text.replace(b'"drawn":6', b'"drawn":' + b"[" * 1000000 + b"]" * 1000000),
                "deep title": re.sub(rb'"title":"[^"]*"', b'"title":' + b'{"a":' * 200000, text),
                "half a character": re.sub(rb'"title":"[^"]*"', b'"title":"\xe4\xb8"', text),
                "lone surrogate": re.sub(rb'"title":"[^"]*"', b'"title":"\xed\xa0\x80"', text),
                "lone escape": re.sub(rb'"title":"[^"]*"', rb'"title":"\\ud800"', text),
                "needless escape": re.sub(rb'"title":"[^"]*"', rb'"title":"\\u0041"', text),
                "wrong escape": re.sub(rb'"title":"[^"]*"', rb'"title":"\\u000A"', text),
                "bare NUL": re.sub(rb'"title":"[^"]*"', b'"title":"\0"', text),
                "no such day": text.replace(b'"2023-09-22"', b'"2023-02-29"'),
                "upper case hex": re.sub(rb'"prev":"0', b'"prev":"A', text)}.items():
            with self.subTest(name):
                self.assertNotEqual(data, text)
                draw = Draw(self)
                draw.put("announcement.json", data)
                said = draw.unreadable()
                self.assertIn("announcement.json：第 1 行", said)
                self.assertLess(len(said), 400)

    def test_though_every_text_of_the_one_form_is_read(self):
        title = "𠮷\"\\\u0000\u0001\b\t\n\u000b\f\r\u001f/\u007f\u2028\ufeff"
        draw = Draw(self)
        draw.change("announcement.json", lambda a: a.update(title=title))
        self.assertEqual(draw.report()[1]["announcement"][1], "record.json 不属于这次抽取")
        other = canonical({**draw["announcement.json"], "title": "x"}).replace(b'"x"', rb'"\u000b\u001f\b"')
        draw.put("announcement.json", other)
        self.assertEqual(draw.report()[0], 1)

    def test_when_a_table_breaks_a_rule(self):
        objects = (DRAWS / "facts" / "objects.tsv").read_bytes()
        lines = objects.split(b"\n")
        longest = b"X" * v.LINE_BYTES
        for name, data, place in (
                ("no header", b"\n".join(lines[1:]), "第 1 行"), ("empty", b"", "第 0 行"), ("CR", objects.replace(b"\n", b"\r\n"), "第 1 行"),
                ("no last LF", objects[:-1], f"第 {len(lines) - 1} 行"), ("blank line", objects + b"\n", f"第 {len(lines)} 行"),
                ("NUL", objects.replace(b"catering", b"cater\0ng", 1), "第 2 行"),
                ("a tab more", objects.replace(b"catering", b"catering\t", 1), "第 2 行"),
                ("twice", b"\n".join(lines[:2] + lines[1:]), "第 3 行"),
                ("not ascending", b"\n".join([lines[0], lines[2], lines[1], b""]), "第 3 行"),
                ("not ASCII", objects.replace(b"catering", "餐饮".encode(), 1), "第 2 行"),
                ("no stratum", objects.replace(b"catering", b"", 1), "第 2 行"),
                ("21 slots", objects.replace(b"SCJG:food:1", b"SCJG:food:9,SCJG:food:9,SCJG:food:3", 1), "第 2 行"),
                ("nobody needed", b"\n".join([lines[0], lines[1].rsplit(b"\t", 1)[0] + b"\t", b""]), "第 2 行"),
                ("check character", objects.replace(b"919999012CBRY68FY3", b"919999012CBRY68FY4", 1), "第 2 行"),
                ("a long line", lines[0] + b"\n" + longest + b"\n", "第 2 行"),
                ("a line of 100 MB", lines[0] + b"\n" + longest * 100, "第 2 行"),
                ("65 strata", b"\n".join([lines[0]] + [line.replace(line.split(b"\t")[1], b"s%d" % i)
                                                       for i, line in enumerate(many_rows(65))] + [b""]), "第 66 行")):
            with self.subTest(name):
                draw = Draw(self)
                draw.put("objects.tsv", data)
                started = time.monotonic()
                self.assertIn(f"objects.tsv：{place}", draw.unreadable())
                self.assertLess(time.monotonic() - started, 30)

    def test_when_an_inspector_breaks_a_rule(self):
        table = (DRAWS / "facts" / "inspectors.tsv").read_bytes()
        for old, new in ((b"food,general", b"general,food"), (b"food,general", b"food,food"), (b"food,general", b"food,"),
                         (b"food,general", b",food"), (b"\t8\t", b"\t0\t"), (b"\t8\t", b"\t1000000\t"), (b"SC001", b"sc001"),
                         (b"91999901GEH4F9C18T,", b"91999901GEH4F9C18U,"), (b"91999901GEH4F9C18T,", b"91999901GEH4F9C18T,,"),
                         (b"58b0", b"58B0")):
            with self.subTest(new):
                draw = Draw(self)
                self.assertIn(old, table)
                draw.put("inspectors.tsv", table.replace(old, new, 1))
                self.assertIn("inspectors.tsv：第 2 行", draw.unreadable())

    def test_when_it_is_no_file_or_too_large(self):
        for name in ("quota.json", "end.json", "inspectors.tsv"):
            draw = Draw(self)
            with contextlib.suppress(FileNotFoundError):
                (draw.folder / name).unlink()
            (draw.folder / name).mkdir()
            self.assertIn(name, draw.unreadable())
        draw = Draw(self)
        os.mkfifo(draw.folder / "events.json")
        self.assertIn("events.json：不是普通文件", draw.unreadable())
        draw = Draw(self)
        os.truncate(draw.put("end.json", b""), v.JSON_BYTES + 1)
        self.assertIn("end.json：超过", draw.unreadable())
        os.truncate(draw.put("end.json", b""), 0)
        os.truncate(draw.folder / "objects.tsv", v.TABLE_BYTES + 1)
        (draw.folder / "end.json").unlink()
        self.assertIn("objects.tsv：超过", draw.unreadable())

    def test_when_there_are_too_many_of_something(self):
        draw = Draw(self)
        draw.change("quota.json", lambda q: q.update(strata=q["strata"] * 17))
        self.assertIn("quota.json：第 1 行", draw.unreadable())
        draw = Draw(self)
        draw.change("reveal.json", lambda r: r.update(nonces=r["nonces"] * 9))
        self.assertIn("reveal.json：第 1 行", draw.unreadable())

    def test_when_the_reader_brings_it(self):
        draw = Draw(self)
        for text in (b"", b"{}", b"[" * 60000, json.dumps({**ROUND_123, "more": 1}).encode(), b" " * 70000,
                     json.dumps({**ROUND_123, "round": 1.5}).encode(), json.dumps({**ROUND_123, "round": 2**53}).encode(),
                     b'{"round":1,"round":1,"signature":""}', b'{"round":-0,"randomness":"","signature":""}', b'[]', b'[["round",1],["randomness",""],["signature",""]]',
                     b'{"round":true,"randomness":"","signature":""}', b'{"round":1,"randomness":[],"signature":""}', b'{"round":1,"randomness":"A","signature":""}'):
            self.assertIn("无法核验", draw.unreadable("--beacon", draw.put("given", text)))
        for text in (b"", b"{}", b"[ ]", b"[{}]", b"[[[[[["):
            self.assertIn("无法核验", draw.unreadable("--series", draw.put("given", text)))
        for words in (["--seen", "yesterday"], ["--seen", ""], ["--seen"], ["--beacon", ""], ["--series", draw.folder],
                      ["--seen", "2023-02-29T00:00:00+08:00"], ["--sean", BEFORE], ["--record", "x"], ["another"]):
            self.assertIn("无法核验", draw.unreadable(*words))

    def test_when_there_is_no_draw_at_all(self):
        for words in ([], ["/nowhere"], ["slip"], ["slip", "/nowhere"], [__file__], ["slip", __file__], ["--json"]):
            code, out, err = run(*words)
            self.assertEqual((code, out), (2, b""))
            self.assertIn("无法核验", err.decode())


def many_rows(count):
    """Rows of objects.tsv with ids that ascend."""
    alphabet, made = "0123456789ABCDEFGHJKLMNPQRTUWXY", []
    for i in range(count):
        body = "91999901" + "0000000" + alphabet[i // 31] + alphabet[i % 31]
        total = sum(alphabet.index(sign) * weight for sign, weight in zip(body, v.WEIGHTS))
        made.append(f"{body}{alphabet[-total % 31]}\tS\t\tSCJG:*:2".encode())
    return made


class ABrokenPackage(unittest.TestCase):
    def finds(self, draw, name, detail, *options):
        code, checks = draw.report(*options)
        self.assertEqual((code, checks[name]), (1, ("fail", detail)))

    def test_names_the_check_that_found_it(self):
        for name, change, check, detail in (
                ("record.json", lambda r: r.update(v="ssj2"), "announcement", "record.json 的版本不是 ssj1"),
                ("record.json", lambda r: r.update(draw="0" * 64), "announcement", "record.json 不属于这次抽取"),
                ("record.json", lambda r: r.update(at="2023-08-24T23:15:34+08:00"), "beacon", "登记时间不在随机源时刻之后 24 小时之内"),
                ("record.json", lambda r: r["beacon"].update(value="1" * 64), "beacon", "随机数不是这个签名的 SHA-256"),
                ("record.json", lambda r: r["beacon"].update(ref="x"), "beacon", "record.json 的随机源与承诺的不同"),
                ("record.json", lambda r: r["beacon"]["evidence"].update(round=124), "beacon", "随机源轮次与承诺的不同"),
                ("record.json", lambda r: r["result"].update(size=7), "quotas", "各层应抽数之和不等于登记的结果数"),
                ("record.json", lambda r: r["result"].update(root="1" * 64), "result root", "名单与登记的结果摘要不同"),
                ("quota.json", lambda q: q.update(salt="1" * 32), "quotas", "quota.json 与承诺的摘要不同"),
                ("quota.json", lambda q: q["excluded"].update({"DEREGISTERED": 0}), "exclusions", "各排除理由的户数与 quota.json 不同"),
                ("quota.json", lambda q: q["strata"].pop(), "exclusions", "各层的合格户数与 quota.json 不同"),
                ("reveal.json", lambda r: r["nonces"][1].update(nonce="1" * 64), "commitments", "supervisor 的秘密数与承诺不符"),
                ("reveal.json", lambda r: r["nonces"].reverse(), "commitments", "公开的秘密数与承诺的持有人不一致"),
                ("reveal.json", lambda r: r.update(salt_key="1" * 64), "object pool", "对象库与承诺的摘要不同"),
                ("drawn.json", lambda d: d["drawn"].pop(), "drawn", "重新计算的抽中名单与公开的不同"),
                ("drawn.json", lambda d: d["drawn"].reverse(), "result root", "drawn.json 没有按代码升序排列，或者有重复"),
                ("drawn.json", lambda d: d["drawn"][0]["inspectors"].reverse(), "matching", "重新计算的检查人员与公开的不同"),
                ("drawn.json", lambda d: d["drawn"][0]["inspectors"].append(""), "matching", "重新计算的检查人员与公开的不同"),
                ("drawn.json", lambda d: d["drawn"][0].update(inspectors=[]), "matching", "重新计算的检查人员与公开的不同"),
                ("drawn.json", lambda d: d["drawn"][1].update(salt=d["drawn"][0]["salt"]), "result root", "名单里有重复的随机盐")):
            with self.subTest(detail):
                draw = Draw(self)
                draw.change(name, change)
                self.finds(draw, check, detail)

    def test_names_the_rule_of_the_promise_that_does_not_hold(self):
        holders = "秘密数持有人应当至少有 office 和 supervisor，各不相同"
        deadline = "公开期限应当在随机源时刻之后、承诺日起 400 天之内"
        round_and_time = "随机源轮次与时刻不合规定：应当是 drand quicknet，时刻等于该轮，且在承诺时间一小时之后"
        for change, check, detail in (
                (lambda a: a.update(v="ssj2"), "announcement", "announcement.json 的版本不是 ssj1"),
                (lambda a: a.update(basis="none"), "announcement", "分层依据不是 facts 或 classes"),
                (lambda a: a["nonces"].pop(), "announcement", holders),
                (lambda a: a["nonces"].append(a["nonces"][0]), "announcement", holders),
                (lambda a: a["nonces"][1].update(who="friend"), "announcement", holders),
                (lambda a: a["beacon"].update(type="dice"), "announcement", "随机源类型不是 drand"),
                (lambda a: a.update(deadline="2023-08-22"), "announcement", deadline),
                (lambda a: a.update(deadline="2024-09-26"), "announcement", deadline),
                (lambda a: a.update(seq=1), "announcement", "序号为 0 与没有前一次必须同时成立"),
                (lambda a: a.update(prev="1" * 64), "announcement", "序号为 0 与没有前一次必须同时成立"),
                (lambda a: a["beacon"].update(time=1692803734), "timing", round_and_time),
                (lambda a: a["beacon"].update(ref=a["beacon"]["ref"].replace("/", "/0")), "timing", round_and_time),
                (lambda a: a["beacon"].update(ref="0" + a["beacon"]["ref"][1:]), "timing", round_and_time),
                (lambda a: a.update(announced="2023-08-23T22:15:34+08:00"), "timing", round_and_time),
                (lambda a: a["objects"].update(size=41), "quotas", "合格数与排除数之和不等于对象库总数"),
                (lambda a: a.update(drawn=7), "quotas", "各层应抽数之和不等于承诺的抽取数"),
                (lambda a: a["objects"].update(size=41), "object pool", "对象库的行数与承诺不同")):
            with self.subTest(detail):
                draw = Draw(self)
                draw.change("announcement.json", change)
                self.finds(draw, check, detail)
        for sound in (lambda a: a.update(deadline="2024-09-25"), lambda a: a.update(announced="2023-08-23T22:15:33+08:00")):
            draw = Draw(self)
            draw.change("announcement.json", sound)
            checks = draw.report()[1]
            self.assertEqual(checks["announcement"][1], "record.json 不属于这次抽取")
            self.assertEqual(checks["timing"][0], "not checked")

    def test_names_the_rule_of_the_quotas_that_does_not_hold(self):
        for change, detail in (
                (lambda q: q["strata"].reverse(), "各层没有按代码升序排列，或者有重复"),
                (lambda q: q["strata"].append(q["strata"][-1]), "各层没有按代码升序排列，或者有重复"),
                (lambda q: q["strata"][0].update(n=0), "应抽数应当在 1 与合格数之间，各数不为零"),
                (lambda q: q["strata"][0].update(n=20), "应抽数应当在 1 与合格数之间，各数不为零"),
                (lambda q: q["excluded"].update(DEREGISTERED=0), "应抽数应当在 1 与合格数之间，各数不为零"),
                (lambda q: q["strata"][0].update(ppm=52632), "应抽数低于法定比例"),
                (lambda q: q["strata"][0].update(ppm=52631), "共 4 层，应抽 6 户")):
            draw = Draw(self)
            data = draw.change("quota.json", change).read_bytes()
            draw.change("announcement.json", lambda a: a.update(quota=v.T("ssj1/quota", data).hex()))
            self.assertEqual(draw.report()[1]["quotas"][1], detail)

    def test_names_the_table_that_was_changed(self):
        for name, old, new, check, detail in (
                ("objects.tsv", b"\tcatering\t", b"\tretail\t", "object pool", "对象库与承诺的摘要不同"),
                ("objects.tsv", b"SUSPENDED-BUSINESS", b"TOO-FAR", "exclusions", "对象库里有不允许的排除理由"),
                ("objects.tsv", b"SCJG:food:1,SCJG:*:1\n", b"SCJG:food:1\n", "exclusions", "有合格对象的检查人员名额少于两个"),
                ("inspectors.tsv", b"\t8\t", b"\t7\t", "inspector pool", "检查人员库与承诺的摘要不同")):
            draw = Draw(self)
            data = (draw.folder / name).read_bytes()
            self.assertIn(old, data)
            draw.put(name, data.replace(old, new, 1))
            self.finds(draw, check, detail)
        draw = Draw(self)
        draw.put("inspectors.tsv", (draw.folder / "inspectors.tsv").read_bytes().rsplit(b"\n", 2)[0] + b"\n")
        self.finds(draw, "inspector pool", "检查人员库的行数与承诺不同")

    def test_is_not_made_sound_by_leaving_a_file_out(self):
        for name in ("quota.json", "record.json", "reveal.json", "drawn.json", "objects.tsv", "inspectors.tsv"):
            draw = Draw(self)
            (draw.folder / name).unlink()
            code, checks = draw.report()
            self.assertEqual(code, 3)
            self.assertTrue(any(name in detail and status == "not checked" for status, detail in checks.values()))

    def test_says_in_the_order_of_the_rules_what_is_absent(self):
        draw = Draw(self)
        for name in ("quota.json", "reveal.json", "objects.tsv"):
            (draw.folder / name).unlink()
        self.assertEqual(draw.report()[1]["drawn"], ("not checked", "缺少 objects.tsv、quota.json、reveal.json，没有核对"))

    def test_shows_when_the_round_is_another_one(self):
        draw = Draw(self)
        other = draw.put("given", json.dumps({**ROUND_123, "randomness": "1" * 64}).encode())
        self.finds(draw, "beacon", "你提供的同一轮随机数与登记的不同", "--beacon", other)
        other = draw.put("given", json.dumps({**ROUND_123, "round": 124}).encode())
        self.assertEqual(draw.report("--beacon", other)[1]["beacon"], ("not checked", "你提供的是另一轮的随机数，不能用来核对"))

    def test_shows_that_the_reader_saw_the_promise_too_late(self):
        draw = Draw(self)
        self.assertEqual(draw.report("--seen", AFTER)[1]["timing"],
                         ("not checked", f"你自己的记录（{AFTER}）不早于随机源时刻，不能证明承诺在先"))

    def test_does_not_end_where_it_should(self):
        for end, sound in (({"kind": "cancel", "order": "", "at": "2023-08-23T22:15:33+08:00"}, True),
                           ({"kind": "cancel", "order": "", "at": "2023-08-23T22:15:34+08:00"}, False),
                           ({"kind": "cancel", "order": "1号", "at": "2023-08-23T22:00:00+08:00"}, False),
                           ({"kind": "abort", "order": "1号", "at": "2023-08-23T22:15:34+08:00"}, True),
                           ({"kind": "abort", "order": "1号", "at": "2023-08-23T22:15:33+08:00"}, False),
                           ({"kind": "abort", "order": "BEACON", "at": "2023-08-30T23:15:32+08:00"}, False),
                           ({"kind": "abort", "order": "BEACON", "at": "2023-08-30T23:15:33+08:00"}, True),
                           ({"kind": "abort", "order": "", "at": "2023-08-30T23:15:33+08:00"}, False)):
            draw = Draw(self)
            draw.put("end.json", {**end, "draw": draw.truth["draw_id"], "v": "ssj1"})
            self.assertEqual(draw.report()[1]["announcement"][0], "ok" if sound else "fail", end)


class AfterTheDraw(unittest.TestCase):
    def judged(self, *steps, change=None):
        draw = Draw(self)
        draw.events(*steps)
        if change:
            draw.change("events.json", change)
        return draw.report()[1]["replacements"]

    def setUp(self):
        self.truth = json.loads((DRAWS / "facts" / "intermediate.json").read_bytes())
        self.old = self.truth["drawn_by_stratum"]["retail"][0]
        self.new, self.third = self.truth["next_in_order"]["retail"][:2]

    def test_the_next_ticket_of_the_stratum_replaces_and_no_other(self):
        self.assertEqual(self.judged(("replace", self.old, self.new, "REVOKED")), ("ok", "替补 1 件，改派 0 件，都合规定"))
        wrong = ("fail", "第 1 件替补不是本层的下一户，或者超过限额")
        self.assertEqual(self.judged(("replace", self.old, self.third, "REVOKED")), wrong)
        self.assertEqual(self.judged(("replace", self.new, self.new, "REVOKED")), wrong)
        self.assertEqual(self.judged(("replace", self.old, self.new, "REVOKED"), ("replace", self.new, self.third, "REVOKED")),
                         ("fail", "第 2 件替补不是本层的下一户，或者超过限额"))

    def test_the_next_inspector_in_order_takes_over(self):
        draw = Draw(self)
        p = v.Package(draw.folder)
        (thing, slots), on_it = next((row, picks) for row, picks in zip(p.drawn, p.picks) if picks[0])
        p.crew.load(on_it[0], -1)
        new = p.crew.pick(p.k_match, thing, 0, slots[0], on_it)
        self.assertEqual(self.judged(("assign", thing, "0", on_it[0], new, "ILLNESS")), ("ok", "替补 0 件，改派 1 件，都合规定"))
        for step in (("assign", thing, "0", on_it[1], new, "ILLNESS"), ("assign", thing, "9", on_it[0], new, "ILLNESS"),
                     ("assign", thing, "0", on_it[0], on_it[0], "ILLNESS"), ("assign", thing, "0", on_it[0], "NOBODY", "RECUSAL"),
                     ("assign", self.new, "0", "", "SC001", "DIRECT"), ("assign", thing, "0", on_it[0], new, "DIRECT")):
            self.assertEqual(self.judged(step), ("fail", "第 1 件改派不是应当的下一人"), step)

    def test_a_replacement_starts_empty_and_is_filled_directly(self):
        fill = [("replace", self.old, self.new, "REVOKED"), ("assign", self.new, "0", "", "邻区 1 号", "DIRECT")]
        self.assertEqual(self.judged(*fill)[0], "ok")
        twice = ("assign", self.new, "1", "", "邻区 1 号", "NEIGHBOUR")
        self.assertEqual(self.judged(*fill, twice), ("fail", "第 3 件改派不是应当的下一人"))

    def test_what_is_logged_has_to_be_opened_in_order(self):
        step = ("replace", self.old, self.new, "REVOKED")
        self.assertEqual(self.judged(), ("ok", "没有替补和改派"))
        self.assertEqual(self.judged(step, change=lambda e: e.update(openings=[])), ("fail", "替补和改派没有逐件公开"))
        self.assertEqual(self.judged(step, change=lambda e: e["openings"][0].update(salt="1" * 32)),
                         ("fail", "第 1 件替补或改派与登记的摘要不符"))
        self.assertEqual(self.judged(step, change=lambda e: e["events"][0].update(at="2023-08-23T23:00:00+08:00")),
                         ("fail", "替补和改派的时间先后不对"))
        for bad in (step[:-1] + ("TOO-FAR",), step[:-1], ("other",) + step[1:], ("replace",), ("assign", self.old, "01", "a", "b", "DIRECT")):
            self.assertEqual(self.judged(bad), ("fail", "第 1 件替补或改派的种类、栏目或理由不合规定"), bad)

    def test_a_public_package_before_the_reveal_only_counts(self):
        draw = Draw(self)
        draw.events(("replace", self.old, self.new, "REVOKED"))
        for name in ("drawn.json", "reveal.json", "objects.tsv", "inspectors.tsv"):
            (draw.folder / name).unlink()
        self.assertEqual(draw.report()[1]["replacements"],
                         ("not checked", "只核对了摘要；缺少 objects.tsv、reveal.json、drawn.json，没有核对次序"))
        (draw.folder / "record.json").unlink()
        self.assertEqual(draw.report()[1]["replacements"],
                         ("not checked", "只核对了摘要；缺少 objects.tsv、record.json、reveal.json、drawn.json，没有核对次序"))
        draw.change("events.json", lambda e: e.update(openings=[]))
        self.assertEqual(draw.report()[1]["replacements"], ("not checked", "已登记替补或改派 1 件，名单公开后才能核对"))


class TheOfficesList(unittest.TestCase):
    def judged(self, change):
        draw = Draw(self)
        a = draw["announcement.json"]
        entries = [{"commits": [nonce["commit"] for nonce in a["nonces"]], "draw": draw.truth["draw_id"], "prev": a["prev"],
                    "salt_key": draw["reveal.json"]["salt_key"], "seq": 0, "series": a["series"], "state": "revealed"},
                   {"commits": ["1" * 64], "draw": "2" * 64, "prev": draw.truth["draw_id"], "salt_key": "", "seq": 1,
                    "series": a["series"], "state": "open"}]
        change(entries)
        return draw.report("--series", draw.put("list.json", entries))[1]["series"]

    def test_has_to_be_whole(self):
        for change, said in (
                (lambda e: None, "机关清单 2 次抽取前后相接，这次是第 0 号"), (lambda e: e[1].update(seq=2), "清单的序号不是从 0 起逐一递增"),
                (lambda e: e[1].update(prev="0" * 64), "清单的前后承接断开"), (lambda e: e[1].update(state="lost"), "清单里有不认识的状态"),
                (lambda e: e[0].update(state="overdue"), "同一系列有未了结的抽取之后又有新的抽取"),
                (lambda e: e[1].update(commits=e[0]["commits"]), "清单里有重复使用的秘密数承诺或盐密钥"),
                (lambda e: e[1].update(salt_key="3" * 64), "尚未公开的抽取不应当有盐密钥"),
                (lambda e: e[0].update(series="other"), "清单里没有这次抽取，或者它的位置、前一次、系列、承诺不一致"),
                (lambda e: e.clear(), "清单里没有这次抽取，或者它的位置、前一次、系列、承诺不一致"),
                (lambda e: e[0].update(salt_key="3" * 64), "清单里的盐密钥与公开的不同")):
            self.assertEqual(self.judged(change)[1], said)


class ASlip(unittest.TestCase):
    def test_proves_only_what_stands_in_the_record(self):
        for change, detail in (
                (lambda s: s.update(v="x"), "slip.json 的版本不是 ssj1"), (lambda s: s.update(record="0" * 64), "这张凭条说的不是这份 record.json"),
                (lambda s: s.update(draw="0" * 64), "凭条与 record.json 不是同一次抽取"), (lambda s: s.update(size=7), "凭条的名单大小与登记的不同"),
                (lambda s: s["persons"].pop(), "凭条的人员指纹与检查人员不对应"),
                (lambda s: s.update(index=3), "凭条不在登记的结果里"), (lambda s: s.update(index=2**53 - 1), "凭条不在登记的结果里"),
                (lambda s: s["path"].reverse(), "凭条不在登记的结果里"), (lambda s: s.update(salt="0" * 32), "凭条不在登记的结果里"),
                (lambda s: (s["inspectors"].reverse(), s["persons"].reverse()), "凭条不在登记的结果里")):
            draw = Draw(self)
            value = draw.truth["slip"]
            change(value)
            code, out, _ = run("slip", draw.put("slip.json", value), "--record", draw.folder / "record.json", "--json")
            self.assertEqual((code, json.loads(out)["checks"][0]["detail"]), (1, detail))

    def test_without_its_record_is_not_checked(self):
        draw = Draw(self)
        path = draw.put("slip.json", draw.truth["slip"])
        (draw.folder / "record.json").unlink()
        code, out, _ = run("slip", path, "--json")
        self.assertEqual((code, json.loads(out)["checks"][0]["detail"]), (3, "缺少 record.json，没有核对"))


class TheProgram(unittest.TestCase):
    def test_is_one_file_for_python_3_9_that_needs_nothing_else(self):
        tree = ast.parse(PROGRAM.read_text("utf-8"), feature_version=(3, 9))
        used = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
        used |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        self.assertLessEqual(used, sys.stdlib_module_names)
        self.assertFalse([line for line in PROGRAM.read_text("utf-8").split("\n") if len(line) > 120])

    def test_says_how_it_is_used(self):
        code, out, err = run("--help")
        self.assertEqual((code, err), (0, b""))
        self.assertIn("--series", out.decode())


if __name__ == "__main__":
    unittest.main()
