#!/usr/bin/env python3
"""What a draw keeps back stands in no byte of what is published: tests/draw_leak_test.py GONGSHI EXAMPLES

Makes a portal for each basis with four draws of real packages (by `gongshi draw`), takes them through every state,
publishes after each step and reads every byte of the release, also within ZIP, XLSX and gzip files: nonces, salt key,
salts, tickets, inspectors' ids and secrets in the draw's folder, each as text and as bytes. Everything searched for is
computed here from the draw's folder, not by the program under test."""

import csv
import gzip
import hashlib
import hmac
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

PROGRAM, EXAMPLES = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
ROUND = EXAMPLES / "demo" / "xinghe" / "round-123.json"
TASKS = ["XH-2023-BEAUTY", "XH-2023-HOTEL", "XH-2023-FOOD", "XH-2023-DRUG"]
PUBLIC = {  # docs/draw-protocol.md, section 7: basis → state → names
    "facts": {
        "announced": "announcement.json quota.json",
        "cancelled": "announcement.json quota.json end.json",
        "drawn": "announcement.json quota.json record.json events.json",
        "revealed": "announcement.json quota.json record.json events.json drawn.json reveal.json objects.tsv inspectors.tsv",
        "aborted": "announcement.json quota.json record.json events.json drawn.json reveal.json objects.tsv inspectors.tsv end.json",
        "aborted early": "announcement.json quota.json reveal.json objects.tsv inspectors.tsv end.json",
    },
    "classes": {
        "announced": "announcement.json",
        "cancelled": "announcement.json end.json",
        "drawn": "announcement.json record.json events.json",
        "revealed": "announcement.json record.json events.json drawn.json",
        "aborted": "announcement.json record.json events.json drawn.json end.json",
        "aborted early": "announcement.json end.json",
    },
}


def lp(part):
    return len(part).to_bytes(4, "big") + part


def encoded(*parts):
    return b"".join(lp(part if isinstance(part, bytes) else part.encode()) for part in parts)


def mac(key, message):
    return hmac.new(key, message, hashlib.sha256).digest()


class Portal:
    def __init__(self, folder, basis):
        self.path, self.basis, self.states, self.nonces = folder / "portal", basis, {}, {}
        self.secrets = folder / "secrets"
        self.secrets.mkdir()
        self.run("init")
        (self.path / "site.toml").write_text((EXAMPLES / "demo" / "site.toml").read_text())
        sheets = [name for name in (EXAMPLES / "demo" / "order.txt").read_text().split()
                  if name.startswith(("calendar", "xinghe/")) and "draw-" not in name and "results" not in name]
        self.run("import", *sheets, "--by", "甲", "--as-of", "2023-08-01")

    def run(self, *arguments, good=(0,)):
        done = subprocess.run([PROGRAM, "-C", self.path, "--quiet", *map(str, arguments)], capture_output=True, text=True,
                              cwd=EXAMPLES / "demo")
        if done.returncode not in good:
            sys.exit(f"gongshi {' '.join(map(str, arguments))}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout + done.stderr

    def announce(self, task, objects, strata):
        sheet = self.secrets / f"{task}.csv"
        sheet.write_text("统一社会信用代码,分层\n" + "".join(f"{code},{strata[i % len(strata)]}\n" for i, code in enumerate(objects)))
        commits = []
        for who in ("office", "supervisor"):
            commit = self.run("draw", "nonce", self.secrets / f"{task}.{who}", "--who", who).split()[-1]
            commits += ["--commit", f"{who}={commit}"]
        before = set(os.listdir(self.path / "draws")) if (self.path / "draws").exists() else set()
        ratios = [word for code in strata for word in ("--ratio", f"{code}=30%")]
        self.run("draw", "announce", task, "--objects", sheet, "--basis", self.basis, *ratios, "--needs", "SCJG:*:2",
                 "--round", 123, "--deadline", "2023-11-30", "--at", "2023-08-23T21:00:00+08:00", "--by", "甲", *commits)
        (draw,) = set(os.listdir(self.path / "draws")) - before
        self.states[draw] = "announced"
        self.nonces[draw] = [self.secrets / f"{task}.{who}" for who in ("office", "supervisor")]
        return draw

    def step(self, draw, state, *arguments):
        self.run("draw", *arguments, "--by", "甲")
        self.states[draw] = state

    def nonce_options(self, draw):
        return [word for file in self.nonces[draw] for word in ("--nonce", file)]

    def publish(self, day):
        self.run("publish", "--by", "甲", "--second", "乙", "--as-of", day)
        return self.path / "public" / "current"


def contents(release):
    """Name and bytes of every file, and of what is packed within it."""
    for file in sorted(path for path in release.resolve().rglob("*") if path.is_file()):
        pending = [(str(file.relative_to(release.resolve())), file.read_bytes())]
        while pending:
            name, data = pending.pop()
            yield name, data
            if data[:2] == b"PK":
                with zipfile.ZipFile(io.BytesIO(data)) as archive:
                    pending += [(f"{name}!{inner}", archive.read(inner)) for inner in archive.namelist()]
            elif data[:2] == b"\x1f\x8b":
                pending.append((name + "!", gzip.decompress(data)))


def kept_back(portal, draw):
    """What must not be found: words → why."""
    folder, state, basis = portal.path / "draws" / draw, portal.states[draw], portal.basis
    opened = state in ("revealed", "aborted", "aborted early")
    secrets, public_salts, public_inspectors = {}, set(), set()
    drawn = json.loads((folder / "drawn.json").read_text())["drawn"] if (folder / "drawn.json").exists() else []
    if opened:
        public_salts = {row["salt"] for row in drawn}
        public_inspectors = {one for row in drawn for one in row["inspectors"]}
    objects = list(csv.DictReader((folder / "objects.tsv").open(), delimiter="\t", quoting=csv.QUOTE_NONE))
    inspectors = list(csv.DictReader((folder / "inspectors.tsv").open(), delimiter="\t", quoting=csv.QUOTE_NONE))
    salt_key = bytes.fromhex((folder / "salt-key").read_text().strip()[:64])
    nonces = [bytes.fromhex(word) for file in portal.nonces[draw] for word in file.read_text().replace('"', " ").split()
              if len(word) == 64 and set(word) <= set("0123456789abcdef")]
    assert len(nonces) == 2, "the nonce files were not understood"
    open_facts = opened and basis == "facts"
    if not open_facts:
        secrets[salt_key.hex()] = "salt key"
        for nonce in nonces:
            secrets[nonce.hex()] = "nonce"
        for row in inspectors:
            secrets[row["person"]] = "person"
            if row["id"] not in public_inspectors:
                secrets[row["id"]] = "inspector's id"
        for row in objects:
            secrets["\t".join(row[column] for column in ("id", "stratum", "excl", "needs"))] = "row of objects.tsv"
    for kind, rows in (("obj", objects), ("res", objects), ("insp", inspectors)):
        for row in rows:
            salt = mac(salt_key, encoded("ssj1/salt", kind, row["id"]))[:16].hex()
            if salt not in public_salts:
                secrets[salt] = f"salt of {kind}"
    if basis == "classes":
        secrets[json.loads((folder / "quota.json").read_text())["salt"]] = "salt of quota.json"
    if not opened:
        for row in drawn:
            secrets[row["salt"]] = "salt of the list"
    if not open_facts or state == "aborted early":
        announcement = (folder / "announcement.json").read_bytes()
        value = bytes.fromhex(json.loads(ROUND.read_text())["randomness"])
        key = hashlib.sha256(encoded("ssj1/nonces", *nonces)).digest()
        beacon = json.loads(announcement)["beacon"]
        digest = hashlib.sha256(encoded("ssj1/ann", announcement)).digest()
        object_key = mac(mac(key, encoded("ssj1/seed", digest, beacon["type"], beacon["ref"], value)), b"ssj1/obj\x01")
        if state != "aborted early":
            for row in objects:
                secrets[mac(object_key, row["id"].encode()).hex()[:16]] = "ticket"
    for line in (folder / "persons.json").read_text().replace('"', " ").split():
        if len(line) == 32 and set(line) <= set("0123456789abcdef"):
            secrets[line] = "salt of a person"
    return secrets


def look(portal, release, day):
    problems, read = [], 0
    files = list(contents(release))
    digests = {hashlib.sha256(data).hexdigest() for _, data in files}
    for draw, state in portal.states.items():
        allowed = set(PUBLIC[portal.basis][state].split())
        there = {path.name for path in (release / "draws" / draw).iterdir() if path.suffix in (".json", ".tsv")} - {"index.json", "checks.json"}
        if there != allowed:
            problems.append(f"draws/{draw} ({state}) has {sorted(there)} and not {sorted(allowed)}")
        for path in (portal.path / "draws" / draw).rglob("*"):
            if path.is_file() and path.name not in allowed and hashlib.sha256(path.read_bytes()).hexdigest() in digests:
                problems.append(f"{path.name} of draw {draw} ({state}) is published")
        secrets = kept_back(portal, draw)
        words = {}
        for text, why in secrets.items():
            words[text.encode()] = why
            if len(text) >= 16 and set(text) <= set("0123456789abcdef"):
                words[text.upper().encode()] = why
                words[bytes.fromhex(text)] = why
        for name, data in files:
            read += len(data)
            problems += [f"{name}: {why} of draw {draw} ({state})" for word, why in words.items() if word in data]
        if state in ("announced", "drawn") or portal.basis == "classes":
            problems += [f"pool page {path}" for path in (release / "draws" / draw / "pool").rglob("*") if path.is_file()]
        body = json.loads((release / "draws" / draw / "index.json").read_text())["committed"]
        if portal.basis == "classes" and (body.keys() & {"strata", "exclusions"} or body["few_candidates"] is not None):
            problems.append(f"index.json of draw {draw} says more than a draw by classes may")
        if body["overdue"] != (state in ("announced", "drawn") and day > "2023-11-30"):
            problems.append(f"draw {draw} ({state}) on {day}: overdue is {body['overdue']}")
        series = release / "draws" / "series" / "990606-SCJG.json"
        checked = subprocess.run([PROGRAM, "draw", "verify", release / "draws" / draw, "--series", series, "--json"],
                                 capture_output=True, text=True)
        if checked.returncode not in (0, 3):
            problems.append(f"verify of draw {draw} ({state}): {checked.returncode} {checked.stdout}{checked.stderr}")
    with __import__("sqlite3").connect(f"file:{(release / 'data' / 'public.db').resolve()}?mode=ro&immutable=1", uri=True) as db:
        for table in ("draw_stratum", "draw_exclusion", "draw_pool"):
            for (draw,) in db.execute(f"SELECT DISTINCT draw FROM {table}"):
                state = portal.states[str(draw)]
                if portal.basis == "classes" or (table == "draw_pool" and state in ("announced", "drawn", "cancelled")):
                    problems.append(f"{table} has rows of draw {draw} ({state})")
    assert read > 1_000_000, "the release was not read"
    return problems


def scenario(basis):
    with tempfile.TemporaryDirectory() as folder:
        portal = Portal(pathlib.Path(folder), basis)
        strata = ["A", "B", "C"] if basis == "classes" else ["NORTH", "SOUTH"]
        with (EXAMPLES / "demo" / "xinghe" / "objects.csv").open(encoding="utf-8-sig") as sheet:
            next(sheet)
            codes = [row["统一社会信用代码"] for row in csv.DictReader(sheet)]
        codes = sorted({code for code in codes if len(code) == 18})
        draws = [portal.announce(task, codes[i * 40:i * 40 + 40], strata) for i, task in enumerate(TASKS)]
        problems = look(portal, portal.publish("2023-08-23"), "2023-08-23")
        run = lambda draw: portal.step(draw, "drawn", "run", draw, "--beacon", ROUND, *portal.nonce_options(draw),
                                       "--at", "2023-08-23T23:20:00+08:00")
        portal.step(draws[1], "cancelled", "cancel", draws[1], "--at", "2023-08-23T21:30:00+08:00")
        portal.step(draws[3], "aborted early", "abort", draws[3], "--order", "第1号", *portal.nonce_options(draws[3]),
                    "--at", "2023-08-23T22:30:00+08:00")
        run(draws[0]), run(draws[2])
        problems += look(portal, portal.publish("2023-08-24"), "2023-08-24")
        first = json.loads((portal.path / "draws" / draws[0] / "drawn.json").read_text())["drawn"][0]["id"]
        portal.run("draw", "replace", draws[0], first, "--reason", "DEREGISTERED", "--at", "2023-09-20T09:00:00+08:00", "--by", "甲")
        problems += look(portal, portal.publish("2023-12-01"), "2023-12-01")  # overdue
        portal.step(draws[0], "revealed", "reveal", draws[0], "--all-inspected", "--at", "2023-12-02T09:00:00+08:00")
        portal.step(draws[2], "aborted", "abort", draws[2], "--order", "第2号", "--at", "2023-12-02T10:00:00+08:00")
        problems += look(portal, portal.publish("2023-12-03"), "2023-12-03")
        record = portal.path / "draws" / draws[0] / "record.json"
        record.write_bytes(record.read_bytes().replace(b"2023-08-23T23:20", b"2023-08-23T23:21"))
        refused = portal.run("publish", "--by", "甲", "--second", "乙", "--as-of", "2023-12-04", good=(1,))
        problems += [] if "record.json" in refused else ["a changed file of a draw did not stop the publication"]
        return sorted(set(problems))


failed = False
for basis in ("classes", "facts"):
    found = scenario(basis)
    failed = failed or bool(found)
    print("\n".join(found[:40]) if found else f"basis {basis}: nothing that is kept back is published, in no state")
sys.exit(1 if failed else 0)
