"""What the attack suite plays on: a real gongshi-server and the shipped nginx configuration in front of it, an honest
client that goes on asking, and what can be seen of them from outside. Everything stays on loopback."""
import http.client
import multiprocessing
import os
import pathlib
import re
import select
import socket
import subprocess
import tempfile
import time

NGINX = next((path for path in ("/usr/sbin/nginx", "/usr/bin/nginx") if os.path.exists(path)), None)
SHIPPED = pathlib.Path(__file__).resolve().parent.parent / "docs/deploy/nginx.conf"
MOST_MEMORY = 256 << 20  # bytes of resident memory
LIMIT = 0.2  # seconds an honest request may take, at the 99th percentile


class Failed(Exception):
    """A test found something wrong."""


def check(good, what):
    if not good:
        raise Failed(what)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """gongshi-server on a free port, its log in a file."""

    def __init__(self, program, portal, folder, *options):
        self.log = pathlib.Path(folder) / f"server-{time.monotonic_ns()}.log"
        self.process = subprocess.Popen([program, "--portal", portal, "--listen", "127.0.0.1:0", *options],
                                        stdout=subprocess.PIPE, stderr=self.log.open("wb"))
        said = self.process.stdout.readline().decode()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", said)
        check(found, f"gongshi-server did not start: {said} {self.log.read_text()}")
        self.port = int(found[1])

    def alive(self):
        return self.process.poll() is None

    def memory(self):
        """The largest resident memory so far, in bytes."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s*(\d+) kB", status)[1]) * 1024

    def metrics(self):
        """Every sample by its name with labels."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", "/metrics")
        text = connection.getresponse().read().decode()
        connection.close()
        return {line.rsplit(" ", 1)[0]: float(line.rsplit(" ", 1)[1])
                for line in text.splitlines() if line and not line.startswith("#")}

    def asked(self, route):
        """How many requests of a route have been answered."""
        return sum(value for name, value in self.metrics().items()
                   if name.startswith(f'gongshi_requests_total{{route="{route}"'))

    def stop(self):
        self.process.terminate()
        return self.process.wait(timeout=20)


class Nginx:
    """The shipped configuration with its ports and paths changed, and what must surround it when nobody is root."""

    def __init__(self, folder, site, *lookup_ports):
        check(NGINX, "nginx is not installed: make setup FOR=test")
        folder = pathlib.Path(folder) / f"nginx-{time.monotonic_ns()}"
        folder.mkdir()
        self.port = free_port()
        text = SHIPPED.read_text()
        for pattern, with_what in ((r"listen 80 ", f"listen 127.0.0.1:{self.port} "), (r"root \S+;", f"root {site};"),
                                   (r"server 127\.0\.0\.1:8081;",
                                    " ".join(f"server 127.0.0.1:{port};" for port in lookup_ports))):
            text, count = re.subn(pattern, with_what, text)
            check(count == 1, f"the shipped nginx configuration has not one {pattern}")
        temporary = " ".join(f"{kind}_temp_path {folder}/{kind};"
                             for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (folder / "nginx.conf").write_text(
            f"daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;\n"
            f"{'user root;' if os.geteuid() == 0 else ''} events {{ worker_connections 4096; }}\n"
            f"http {{ access_log off; {temporary}\n{text} }}\n")
        self.process = subprocess.Popen([NGINX, "-p", folder, "-c", folder / "nginx.conf"], stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise Failed(f"nginx does not answer: {(folder / 'error.log').read_text()}")

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)


def connect(port, source="127.0.0.1", timeout=10.0):
    return socket.create_connection(("127.0.0.1", port), timeout=timeout, source_address=(source, 0))


def converse(port, data, source="127.0.0.1", patience=8.0, half_close=False):
    """Sends bytes as far as they are taken and returns everything that comes back until the other side closes or has
    said nothing for a while. `data` is bytes or an iterator of them."""
    said = bytearray()
    pieces = iter([data] if isinstance(data, (bytes, bytearray)) else data)
    end = time.monotonic() + patience
    with connect(port, source) as sock:
        sock.setblocking(False)
        piece, sending = b"", True
        while time.monotonic() < end:
            readable, writable, _ = select.select([sock], [sock] if sending else [], [], end - time.monotonic())
            try:
                if writable:
                    piece = piece or next(pieces, b"")
                    if piece:
                        piece = piece[sock.send(piece):]
                    else:
                        sending = False
                        if half_close:
                            sock.shutdown(socket.SHUT_WR)
                if readable:
                    got = sock.recv(1 << 16)
                    if not got:
                        break
                    said += got
                    end = min(end, time.monotonic() + 2.0)
            except BlockingIOError:
                continue
            except OSError:
                break  # hung up on
    return bytes(said)


def statuses(said):
    """The status of every answer in what came back."""
    return [int(found) for found in re.findall(rb"HTTP/1\.[01] (\d\d\d) ", said)]


class Honest:
    """Asks a good question again and again, on kept connections and on new ones, and notes how long each took."""

    def __init__(self, port, paths, pause):
        self.port, self.paths, self.pause = port, paths, pause
        self.times, self.wrong = [], []

    def ask(self, connection, path):
        begun = time.monotonic()
        connection.request("GET", path)
        reply = connection.getresponse()
        reply.read()
        self.times.append(time.monotonic() - begun)
        if reply.status != 200:
            self.wrong.append(f"{path}: {reply.status}")

    def ask_for(self, seconds, until=lambda: False, least=60):
        """For so long, or until it is true, but `least` times."""
        kept = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        end, count = time.monotonic() + seconds, 0
        while count < least or (time.monotonic() < end and not until()):
            path = self.paths[count % len(self.paths)]
            try:
                if count % 2:
                    self.ask(kept, path)
                else:
                    fresh = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
                    self.ask(fresh, path)
                    fresh.close()
            except (OSError, http.client.HTTPException) as error:
                self.wrong.append(f"{path}: {error!r}")
                kept.close()
            count += 1
            time.sleep(self.pause)
        kept.close()

    def percentile(self, part=0.99):
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(len(ordered) * part))] if ordered else 10.0


def under_attack(attack, attackers, honest, seconds=6.0):
    """Runs attack(source address) in a process for each attacker from 127.0.0.2 on while the honest client asks."""
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=attack, args=(f"127.0.0.{2 + number}",)) for number in range(attackers)]
    for process in processes:
        process.start()
    try:
        honest.ask_for(seconds, until=lambda: not any(process.is_alive() for process in processes))
    finally:
        for process in processes:
            process.join(timeout=30)
            if process.is_alive():
                process.kill()
                process.join()
    check(all(process.exitcode == 0 for process in processes), "an attacker could not do what it wanted to")
