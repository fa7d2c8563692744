#!/usr/bin/env python3
"""Kills gongshi with SIGKILL at random moments and looks at what is left.

usage: crash_test.py GONGSHI [ROUNDS=200]

The moments are spread over every phase of an import and of a publish (GONGSHI_PHASES tells which has begun). After each
kill the published site must be the old one or the new one, whole: every file as its manifest says. Then the same
command must succeed. Seeds are fixed; the delays are still the machine's, so the counts are printed.
"""
import collections
import hashlib
import os
import pathlib
import random
import select
import signal
import subprocess
import sys
import tempfile
import time

PHASES = ["import", "public.db", "privacy", "pages", "links", "manifest", "named", "before_switch", "after_switch"]
REQUIRED = ["import", "public.db", "pages", "links", "before_switch", "after_switch"]
ENOUGH, MOST_ROUNDS = 10, 260
CONTEXT = {
    "office": "999901", "year": "2026", "plan_name": "示例计划", "edition": "原计划", "title": "示例计划",
    "issuer": "示例办", "joint": "是", "published_on": "2026-03-01", "disclosure": "主动公开",
}


def check_character(first17):
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    return letters[(31 - sum(letters.index(c) * pow(3, i, 31) for i, c in enumerate(first17)) % 31) % 31]


def organisation(first8):
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    rest = 11 - sum(letters.index(c) * w for c, w in zip(first8, [3, 7, 9, 10, 5, 8, 4, 2])) % 11
    return {10: "X", 11: "0"}.get(rest, str(rest))


def code(number):
    body = f"D{number:07d}"
    first17 = "91999901" + body + organisation(body)
    return first17 + check_character(first17)


def write_plan(folder):
    plan = folder / "plan.csv"
    rows = "".join(f"{i},示例任务{i},示例事项{i},示例对象,5%,3月—12月\n" for i in range(1, 6))
    plan.write_text("序号,抽查任务名称,抽查事项,抽查对象范围,抽查比例,抽查时间\n" + rows, encoding="utf-8")
    return str(plan)


def write_objects(folder, first, count):
    objects = folder / f"objects{first}.csv"
    rows = "".join(f"示例市演示商行{i},{code(i)}\n" for i in range(first, first + count))
    objects.write_text("企业名称,统一社会信用代码\n" + rows, encoding="utf-8")
    return ["import", str(objects), "--as", "objects"]


def run(program, portal, *arguments):
    done = subprocess.run([program, "-q", "-C", str(portal), *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"failed: {arguments}\n{done.stdout}{done.stderr}")


def killed_in(program, portal, arguments, phase, delay):
    """Runs the command and kills it `delay` seconds after `phase` begins. The last phase begun; None: it had ended."""
    reading, writing = os.pipe()
    environment = dict(os.environ, GONGSHI_PHASES=str(writing))
    process = subprocess.Popen([program, "-q", "-C", str(portal), *arguments], env=environment, pass_fds=[writing],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    begun, text = None, b""
    deadline = None
    while True:
        timeout = None if deadline is None else max(0.0, deadline - time.monotonic())
        ready, _, _ = select.select([reading], [], [], timeout)
        if not ready:
            break
        more = os.read(reading, 4096)
        if not more:
            break
        text += more
        names = [line for line in text.decode().split("\n") if line in PHASES]
        begun = names[-1] if names else begun
        if phase in names and deadline is None:
            deadline = time.monotonic() + delay
    os.close(reading)
    process.send_signal(signal.SIGKILL)
    return begun if process.wait() == -signal.SIGKILL else None


def site(portal):
    """The digest of the published release, after every file of it was compared with its manifest."""
    folder = (portal / "public" / "current").resolve()
    listed = {}
    for line in (folder / "manifest.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            digest, size, path = line.split(" ", 2)
            listed[path] = (digest, int(size))
    found = {str(f.relative_to(folder)) for f in folder.rglob("*") if f.is_file()}
    assert found - {"manifest.txt", "manifest.json"} == set(listed), f"files differ in {folder.name}"
    for path, (digest, size) in listed.items():
        content = (folder / path).read_bytes()
        assert len(content) == size and hashlib.sha256(content).hexdigest() == digest, f"{path} is damaged"
    return folder.name


def rarest(counts):
    """The required phase with the fewest kills, None when each has enough."""
    phase = min(REQUIRED, key=lambda name: counts[name])
    return phase if counts[phase] < ENOUGH else None


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    chance = random.Random(20261120)
    counts, outcomes = collections.Counter(), collections.Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        portal = folder / "portal"
        run(program, portal, "init")
        settings = [f"--set={key}={value}" for key, value in CONTEXT.items()]
        run(program, portal, "import", write_plan(folder), *settings)
        run(program, portal, *write_objects(folder, 0, 300))
        publish = ["publish", "--by", "甲", "--as-of", "2026-11-18"]
        run(program, portal, *publish)
        big = write_objects(folder, 5_000_000, 5000)  # never gets in: killed, or taken back
        number = 0
        while number < rounds or (rounds >= 200 and number < MOST_ROUNDS and rarest(counts)):
            number += 1
            # Short phases are hard to hit: from the middle on, the rarest one is aimed at, without delay.
            aimed = rarest(counts) if 2 * number > rounds else None
            phase = aimed or PHASES[number % len(PHASES)]
            delay = 0.0 if aimed else chance.choice([0.0, 0.0, chance.uniform(0, 0.02), chance.uniform(0, 0.15)])
            old = site(portal)
            if phase == "import":
                killed = killed_in(program, portal, big, phase, delay)
                counts[killed or "ended"] += 1
                assert site(portal) == old, "an import changed the site"
                if not killed:
                    drafts = subprocess.run([program, "-C", str(portal), "undo"], capture_output=True, text=True)
                    run(program, portal, "undo", drafts.stdout.split()[0])
            run(program, portal, *write_objects(folder, number * 1000, 3))
            if phase != "import":
                counts[killed_in(program, portal, publish, phase, delay) or "ended"] += 1
            left = site(portal)
            run(program, portal, *publish)
            new = site(portal)
            assert new != old, "the next publish did not bring the new objects"
            assert left in (old, new), "the site left behind is neither the old nor the new one"
            outcomes["old" if left == old else "new"] += 1
            if number % 20 == 0:
                run(program, portal, "gc", "--keep", "2")
    print("killed in:", ", ".join(f"{phase} {counts[phase]}" for phase in [*PHASES, "ended"]))
    print(f"site left behind: old {outcomes['old']}, new {outcomes['new']}")
    if rounds >= 200 and rarest(counts):
        print(f"note: fewer than {ENOUGH} kills in {rarest(counts)}, a phase too short to hit more often")
    print(f"crash test: {number} passed, 0 failed")


if __name__ == "__main__":
    main()
