#!/usr/bin/env python3
"""Compares the demo site with the one this commit should make, byte for byte.

usage: golden_test.py RELEASE [--update]

RELEASE is a release folder (build/demo/public/current). For every kind of page tests/golden/demo.txt holds one SHA-256
over the addresses and digests of its text files (HTML, JSON, CSV, XML, CSS, JS), which must be the same everywhere.
Compressed files, XLSX and databases depend on the versions of their libraries and are left out. A commit that changes
a line here says in its body which facts changed; --update writes the file anew.
"""
import hashlib
import pathlib
import sys

TEXTS = (".html", ".json", ".jsonld", ".ttl", ".csv", ".xml", ".ics", ".css", ".js", ".txt", ".svg")


def digests(release):
    kinds = {}
    for line in (release / "manifest.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        _, _, path = line.split(" ", 2)
        if not path.endswith(TEXTS):
            continue
        kind = path.split("/", 1)[0] if "/" in path else "(top)"
        digest = hashlib.sha256((release / path).read_bytes()).hexdigest()
        count, running = kinds.setdefault(kind, [0, hashlib.sha256()])
        running.update(f"{path} {digest}\n".encode())
        kinds[kind][0] = count + 1
    return "".join(f"{kind} {count} {running.hexdigest()}\n" for kind, (count, running) in sorted(kinds.items()))


def main():
    release = pathlib.Path(sys.argv[1]).resolve()
    golden = pathlib.Path(__file__).resolve().parent / "golden" / "demo.txt"
    made = digests(release)
    if "--update" in sys.argv:
        golden.write_text(made, encoding="utf-8")
        return
    expected = golden.read_text(encoding="utf-8")
    differing = sorted(set(made.splitlines()) ^ set(expected.splitlines()))
    for line in differing:
        print(("made:     " if line in made else "expected: ") + line)
    if differing:
        raise SystemExit("golden site: the demo site is not what this commit should make (see the head of this script)")
    print(f"golden site: {len(made.splitlines())} passed, 0 failed")


if __name__ == "__main__":
    main()
