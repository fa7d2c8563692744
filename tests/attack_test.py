"""Attacks a real gongshi-server, directly and through the shipped nginx configuration: attack_test.py SERVER SITE
Attackers come from 127.0.0.2 to 127.0.0.9, so that nginx's limits for each address stay on; an honest client at 127.0.0.1
goes on asking and must be answered within 200 ms at the 99th percentile (and four times what a busy machine needs without
an attack). The server must stay alive and below 256 MB. Every loop is bounded."""
import os
import pathlib
import socket
import struct
import sys
import tempfile
import time

import attack_bytes as bad
import attack_more as more
from attack_stage import (Failed, Honest, LIMIT, MOST_MEMORY, Nginx, Server, check, connect, converse, statuses,
                          under_attack)


class Stage:
    def __init__(self, program, site, folder):
        self.program, self.site, self.folder = program, pathlib.Path(site).absolute(), folder
        self.portal = self.site.resolve().parent.parent
        twin = sorted((self.site / "enterprises").glob("*/*.json"))[0]
        self.code = twin.stem
        self.good = f"/api/v1/enterprises/{self.code}"
        self.large = "/" + str(max((path for path in (self.site / "data").iterdir() if path.is_file()),
                                   key=lambda path: path.stat().st_size).relative_to(self.site))
        self.server = Server(program, self.portal, folder)
        self.nginx = Nginx(folder, self.site, self.server.port)
        self.usual = {}

    def honest(self, proxied):
        """Through nginx mostly pages: look-ups are limited to ten a second for each address."""
        if proxied:
            return Honest(self.nginx.port, ["/", "/404.html", self.good], 0.05)
        return Honest(self.server.port, [self.good], 0.01)

    def port(self, proxied):
        return self.nginx.port if proxied else self.server.port

    def withstand(self, attack, proxied, what):
        """Eight attackers at once; a busy machine gets three tries at being quick enough, and one at all else."""
        where = "through nginx" if proxied else "directly"
        for tries_left in (2, 1, 0):
            honest = self.honest(proxied)
            under_attack(attack, 8, honest)
            check(not honest.wrong, f"{what} {where}: an honest request failed: {honest.wrong[:3]}")
            check(self.server.alive(), f"{what} {where}: the server is gone")
            check(self.server.memory() < MOST_MEMORY, f"{what} {where}: {self.server.memory() >> 20} MB of memory")
            took, allowed = honest.percentile(), LIMIT + 4 * self.usual[proxied]
            if took <= allowed:
                return
            check(tries_left, f"{what} {where}: honest requests took {took * 1000:.0f} ms at the 99th percentile, "
                              f"{allowed * 1000:.0f} allowed")


def usual_times(stage):
    """What an honest request needs here without an attack."""
    for proxied in (False, True):
        honest = stage.honest(proxied)
        stage.usual[proxied] = 0
        honest.ask_for(2.0)
        check(not honest.wrong, f"without an attack: {honest.wrong[:3]}")
        stage.usual[proxied] = honest.percentile()
    print(f"  without an attack: {stage.usual[False] * 1000:.1f} ms directly, {stage.usual[True] * 1000:.1f} ms through nginx")


def every_bad_request(stage):
    """Each bad request is refused with its status, alone, and nothing hidden in it is answered."""
    before = stage.server.asked(bad.SMUGGLED_ROUTE)
    for proxied in (False, True):
        for number, one in enumerate(bad.all_bad()):
            said = converse(stage.port(proxied), one.data, f"127.0.0.{2 + number % 8}", half_close=True)
            answers = statuses(said)
            allowed = one.proxied if proxied else one.direct
            what = f"{one.name} {'through nginx' if proxied else 'directly'}"
            if not proxied:
                check(len(answers) == (1 if allowed else 0), f"{what}: answered {answers}")
            check(all(status in allowed for status in answers[:1]), f"{what}: answered {answers}, allowed {allowed}")
            check(b"portal" not in said.lower() and b"root:" not in said, f"{what}: told something it should not")
            check(b"Set-Cookie" not in said, f"{what}: a header of the client's came back")
            if proxied and number % 8 == 7:
                time.sleep(0.4)  # below the limit of each address, so that the server is reached
        check(stage.server.alive(), "the server is gone")
    check(stage.server.asked(bad.SMUGGLED_ROUTE) == before, "a smuggled request was answered")


def every_flood(stage):
    """Endless heads and bodies from eight addresses at once cost no memory and hold nobody up."""
    for proxied in (False, True):
        for name, pieces in bad.floods():
            stage.withstand(lambda source: converse(stage.port(proxied), pieces(), source, patience=4.0), proxied, name)


def idle_clients(stage):
    """Nine clients that say nothing, then hundreds: each holds a descriptor and no thread."""
    for proxied in (False, True):
        for count in (2, 100):
            def attack(source):
                kept = [connect(stage.port(proxied), source) for _ in range(count)]
                time.sleep(2.5)
                for one in kept:
                    one.close()
            stage.withstand(attack, proxied, f"{8 * count} idle clients")


def slow_heads(stage):
    """A byte now and then, on hundreds of connections."""
    for proxied in (False, True):
        def attack(source):
            kept = [connect(stage.port(proxied), source) for _ in range(60)]
            for byte in bad.head()[:30]:
                for one in kept:
                    try:
                        one.send(bytes([byte]))
                    except OSError:
                        pass  # hung up on, as it should be
                time.sleep(0.1)
            for one in kept:
                one.close()
        stage.withstand(attack, proxied, "slow heads")


def slow_readers(stage):
    """Many answers asked for and read byte by byte, through nginx the largest file there is."""
    for proxied in (False, True):
        def attack(source):
            asked = bad.get(stage.large) if proxied else bad.head(line=f"GET {stage.good} HTTP/1.1") * 20
            kept = []
            for _ in range(30):
                sock = socket.socket()
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
                sock.bind((source, 0))
                sock.connect(("127.0.0.1", stage.port(proxied)))
                sock.sendall(asked)
                kept.append(sock)
            for _ in range(30):
                for one in kept:
                    try:
                        one.recv(1)
                    except OSError:
                        pass
                time.sleep(0.1)
        stage.withstand(attack, proxied, "slow readers")


def half_open_flood(stage):
    """Connections begun and thrown away with a reset, with half a head or nothing, two thousand times."""
    for proxied in (False, True):
        def attack(source):
            for number in range(250):
                try:
                    one = connect(stage.port(proxied), source)
                    if number % 2:
                        one.send(b"GET / HTTP/1.1\r\nHost:")
                    one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    one.close()
                except OSError:
                    pass
        stage.withstand(attack, proxied, "half-open flood")


TESTS = (usual_times, every_bad_request, every_flood, idle_clients, slow_heads, slow_readers, half_open_flood, *more.TESTS)


def main():
    if len(sys.argv) < 3:
        sys.exit("usage: attack_test.py SERVER SITE [TEST…]")
    failures = 0
    with tempfile.TemporaryDirectory(prefix="gongshi-attack-") as folder:
        os.chmod(folder, 0o755)
        stage = Stage(sys.argv[1], sys.argv[2], folder)
        try:
            for test in TESTS:
                if sys.argv[3:] and test is not usual_times and test.__name__ not in sys.argv[3:]:
                    continue
                begun = time.monotonic()
                try:
                    test(stage)
                    print(f"ok   {test.__name__} ({time.monotonic() - begun:.1f} s)", flush=True)
                except Failed as failed:
                    failures += 1
                    print(f"FAIL {test.__name__}: {failed}", flush=True)
            print(f"     most memory: {stage.server.memory() >> 20} MB")
        finally:
            stage.nginx.stop()
            if stage.server.alive():
                stage.server.stop()
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
