"""Releases are switched while 32 clients ask a real gongshi-server: switch_test.py GONGSHI SERVER PORTAL [SWITCHES]
Works on a copy of the portal. No request may fail, every reply must be the very bytes of one release's twin, and after the
last switch they must be the newest's. Slow clients hang on meanwhile. Under the thread sanitizer the server also ends with
another exit code when it has found a race."""
import http.client
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from attack_stage import Failed, Server, check, connect

CLIENTS = 32


def publish(program, portal, day):
    done = subprocess.run([program, "-C", portal, "--quiet", "publish", "--by", "甲", "--second", "乙", "--as-of", day],
                          capture_output=True, timeout=300)
    check(done.returncode == 0, f"publish failed: {done.stderr.decode()}")
    return (portal / "public/current").resolve()


def twins(release):
    """The look-ups that have a static twin, with its bytes."""
    return {f"/api/v1/enterprises/{twin.stem}": twin.read_bytes() for twin in sorted(release.glob("enterprises/*/*.json"))}


def changing(before, after, most):
    """Look-ups whose answer the first switch changes, and others."""
    changed = [path for path, body in after.items() if before.get(path) != body]
    return changed[:most] + [path for path in after if path not in changed][:most], len(changed)


class Client(threading.Thread):
    """Asks on one connection until told to end; keeps each different answer."""

    def __init__(self, port, paths, number):
        super().__init__()
        self.port, self.paths, self.number = port, paths, number
        self.ending, self.seen, self.asked, self.wrong = threading.Event(), {}, 0, []

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        while not self.ending.is_set() and not self.wrong:
            path = self.paths[(self.asked + self.number) % len(self.paths)]
            try:
                connection.request("GET", path)
                reply = connection.getresponse()
                body = reply.read()  # raises when it is cut off
                if reply.status != 200:
                    self.wrong.append(f"{path}: {reply.status}")
                self.seen.setdefault(path, set()).add(body)
                self.asked += 1
            except (OSError, http.client.HTTPException) as error:
                self.wrong.append(f"{path}: {error!r}")
        connection.close()


def hang_on(port, ending):
    """Half a head, nothing at all, and answers that nobody reads."""
    kept = []
    while not ending.is_set():
        for said in (b"", b"GET / HTTP/1.1\r\nHo", b"GET /api/v1/enterprises HTTP/1.1\r\nHost: a\r\n\r\n" * 20, b"POST / \r\n\r\n"):
            try:
                kept.append(connect(port, "127.0.0.2"))
                kept[-1].sendall(said)
            except OSError:
                pass  # hung up on
        ending.wait(0.1)
        if len(kept) > 200:
            for one in kept:
                one.close()
            kept.clear()


def switch_under_load(gongshi, server_program, portal, folder, switches):
    first = (portal / "public/current").resolve()
    known = [twins(first)]
    server = Server(server_program, portal, folder)
    ending = threading.Event()
    known.append(twins(publish(gongshi, portal, "2026-12-01")))
    paths, changed = changing(*known, 20)
    clients = [Client(server.port, paths, number) for number in range(CLIENTS)]
    slow = threading.Thread(target=hang_on, args=(server.port, ending))
    try:
        for thread in [*clients, slow]:
            thread.start()
        for number in range(1, switches):
            known.append(twins(publish(gongshi, portal, f"2026-12-{1 + number:02}")))
        newest = {}
        for path in paths:
            asking = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
            asking.request("GET", path)
            newest[path] = asking.getresponse().read()
            asking.close()
    finally:
        ending.set()
        for client in clients:
            client.ending.set()
        for thread in [*clients, slow]:
            thread.join()
    wrong = [what for client in clients for what in client.wrong]
    check(not wrong, f"{len(wrong)} requests failed: {wrong[:3]}")
    for client in clients:
        for path, bodies in client.seen.items():
            check(bodies <= {release.get(path) for release in known}, f"{path}: an answer of no release")
    check(newest == {path: known[-1][path] for path in paths}, "after the switch an answer was not of the newest release")
    check(server.alive(), "the server is gone")
    code = server.stop()
    said = [line for line in server.log.read_text().splitlines() if not line.startswith("{")]
    check(code == 0 and not said, f"it ended with {code}: " + "\n".join(said[:60]))
    print(f"ok   {switches} switches under {CLIENTS} clients: {sum(client.asked for client in clients)} answers, each of one "
          f"release; {changed} look-ups changed")


def main():
    if len(sys.argv) < 4:
        sys.exit("usage: switch_test.py GONGSHI SERVER PORTAL [SWITCHES]")
    gongshi, server, portal = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    with tempfile.TemporaryDirectory(prefix="gongshi-switch-") as folder:
        copy = pathlib.Path(folder) / "portal"
        shutil.copytree(portal, copy, symlinks=True)
        try:
            switch_under_load(gongshi, server, copy, folder, int(sys.argv[4]) if len(sys.argv) > 4 else 5)
        except Failed as failed:
            print(f"FAIL {failed}")
            sys.exit(1)


if __name__ == "__main__":
    main()
