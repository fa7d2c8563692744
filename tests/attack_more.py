"""The rest of the attack suite: what must not reach whom, who must be served whatever happens, and the end."""
import gzip
import http.client
import json
import selectors
import socket
import subprocess
import time

import attack_bytes as bad
from attack_stage import LIMIT, Nginx, Server, check, connect, converse, statuses


def answered(port, path, fields=None, method="GET"):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, headers=fields or {})
    reply = connection.getresponse()
    body = reply.read()
    connection.close()
    return reply.status, {name.lower(): value for name, value in reply.getheaders()}, body


def headers_that_lie(stage):
    """REMOTE_ADDR, X-Forwarded-For and their like change nothing; what a proxy passes on never sees /metrics."""
    port = stage.server.port
    lies = {"REMOTE_ADDR": "6.6.6.6", "REMOTE_PORT": "1", "LOCAL_ADDR": "6.6.6.6", "LOCAL_PORT": "x",
            "X-Forwarded-For": ", ,;'\"%00" + "1" * 3000, "X-Real-IP": "not an address\"}", "Forwarded": "for=\"_x"}
    status, _, body = answered(port, stage.good, lies)
    check((status, body) == (200, stage.site.joinpath(f"enterprises/{twin_folder(stage)}/{stage.code}.json").read_bytes()),
          "fields that lie change the answer")
    for name in ("X-Real-IP", "X-Forwarded-For", "Forwarded", "Via"):
        check(answered(port, "/metrics", {name: "127.0.0.1"})[0] == 404, f"/metrics with {name} is answered")
    check(answered(port, "/metrics")[0] == 200, "/metrics is not there for this machine")
    before = stage.server.metrics()
    for path in ("/metrics", "/healthz", "/api/../metrics", "/api/%2e%2e/metrics", "/api//../metrics", "/search/../metrics?a"):
        status, _, body = answered(stage.nginx.port, path)
        check(status in (400, 404) and b"gongshi_" not in body, f"{path} through nginx: {status}")
    time.sleep(1)
    after = stage.server.metrics()
    count = 'gongshi_requests_total{route="/metrics",status="200"}'
    check(after[count] == before[count] + 1, "/metrics was reached through nginx")


def twin_folder(stage):
    return next(stage.site.glob(f"enterprises/*/{stage.code}.json")).parent.name


def ranges(stage):
    """A hundred ranges: the whole answer, or one that is not larger than the file."""
    field = {"Range": "bytes=0-," + ",".join(["0-"] * 99)}
    status, fields, body = answered(stage.server.port, stage.good, field)
    check(status == 200 and "multipart" not in fields["content-type"], "ranges from the server")
    status, fields, body = answered(stage.nginx.port, stage.large, field)
    check(status == 200 and "multipart" not in fields["content-type"], f"100 ranges of a file: {status} {fields}")
    check(len(body) == stage.site.joinpath(stage.large[1:]).stat().st_size, "100 ranges of a file: not the file")
    check(answered(stage.nginx.port, stage.large, {"Range": "bytes=0-9"})[0] == 206, "a download cannot be continued")


def methods(stage):
    """HEAD and OPTIONS are answered without a body, nothing else is."""
    for port in (stage.server.port, stage.nginx.port):
        status, fields, body = answered(port, stage.good, method="HEAD")
        check(status == 200 and body == b"" and int(fields["content-length"]) > 100, f"HEAD: {status} {fields}")
        check(answered(port, stage.good, method="OPTIONS")[0] == 204, "OPTIONS")
        for method in ("POST", "PUT", "DELETE", "TRACE", "PATCH"):
            check(answered(port, stage.good, method=method)[0] in (403, 405), method)
        time.sleep(1)
    status, fields, body = answered(stage.nginx.port, stage.good, {"Accept-Encoding": "gzip"})
    check(fields.get("content-encoding") == "gzip" and len(gzip.decompress(body)) > len(body), "look-ups come compressed")
    check(answered(stage.nginx.port, stage.good, {"If-None-Match": fields["etag"]})[0] == 304, "304 of a compressed answer")


def too_many_look_ups(stage):
    """One address asks a hundred times at once: it is told to wait, in the same form as every problem."""
    said = converse(stage.nginx.port, bad.head(line=f"GET {stage.good} HTTP/1.1") * 60, "127.0.0.9", patience=6)
    answers = statuses(said)
    check(answers.count(200) >= 20 and answers.count(429) >= 20, f"answers: {answers}")
    check(b"application/problem+json" in said and b"Retry-After" in said, "429 does not say what to do")


def many_kept_connections(stage):
    """256 clients with a connection each, asking again and again: all are served on the connection they have."""
    for proxied in (False, True):
        port = stage.port(proxied)
        # Through nginx 16 for each address, below its limit, and pages: look-ups are limited for each address.
        request = bad.head(line=f"GET {'/404.html' if proxied else stage.good} HTTP/1.1")
        clients = [connect(port, f"127.0.0.{10 + number % 16}" if proxied else "127.0.0.1") for number in range(256)]
        times = []
        for _ in range(20):
            begun = time.monotonic()
            with selectors.DefaultSelector() as waiting:
                for client in clients:
                    client.sendall(request)
                    waiting.register(client, selectors.EVENT_READ, bytearray())
                while waiting.get_map() and time.monotonic() < begun + 10:
                    for key, _ in waiting.select(timeout=1):
                        got = key.fileobj.recv(1 << 16)
                        check(got, "a kept connection was closed")
                        key.data.extend(got)
                        if whole(key.data):
                            check(statuses(bytes(key.data)) == [200], f"{bytes(key.data[:60])}")
                            times.append(time.monotonic() - begun)
                            waiting.unregister(key.fileobj)
        check(len(times) == 256 * 20, f"{256 * 20 - len(times)} requests were not answered")
        # Each time is from when the first of 256 was sent: the last of a round has waited for all others.
        took = sorted(times)[int(len(times) * 0.99)]
        check(took < LIMIT * 3, f"256 clients: {took * 1000:.0f} ms for a round of all of them")
        for client in clients:
            client.close()


def whole(data):
    """Whether an answer has arrived with its body."""
    end = data.find(b"\r\n\r\n")
    if end < 0:
        return False
    length = next(int(line[15:]) for line in bytes(data[:end]).split(b"\r\n") if line.lower().startswith(b"content-length:"))
    return len(data) >= end + 4 + length


def several_instances(stage):
    """Two servers behind nginx: one is killed, look-ups go on."""
    first, second = (Server(stage.program, stage.portal, stage.folder) for _ in range(2))
    nginx = Nginx(stage.folder, stage.site, first.port, second.port)
    try:
        for number in range(40):
            if number == 20:
                second.process.kill()
                second.process.wait()
            check(answered(nginx.port, stage.good)[0] == 200, f"look-up {number + 1} failed")
            time.sleep(0.11)  # ten a second are allowed
        first.stop()
        status, fields, body = answered(nginx.port, stage.good)
        check(status == 503 and fields["content-type"] == "application/problem+json", f"no server: {status} {fields}")
        check(json.loads(body)["status"] == 503, "no server: the problem is not one")
        check(answered(nginx.port, "/")[0] == 200, "pages need no server")
        status, _, body = answered(nginx.port, "/search/?q=a")
        check((status, body) == (200, stage.site.joinpath("search/index.html").read_bytes()), "no search page without server")
    finally:
        nginx.stop()
        for server in (first, second):
            if server.alive():
                server.stop()


def beyond_this_machine(stage):
    """It listens on loopback only, unless told that there is no proxy."""
    for address in ("0.0.0.0:0", "[::]:0", "192.0.2.1:0"):
        ended = subprocess.run([stage.program, "--portal", stage.portal, "--listen", address], capture_output=True, timeout=20)
        check(ended.returncode == 2 and b"--i-know-no-proxy" in ended.stderr, f"{address}: {ended}")


def what_is_logged(stage):
    """Every line is JSON, with the network of whoever asked and nothing of what was asked for."""
    answered(stage.nginx.port, stage.good + "?secret=1")
    time.sleep(0.2)
    lines = stage.server.log.read_bytes().splitlines()
    check(len(lines) > 100, "nothing is logged")
    for line in lines:
        read = json.loads(line)
        check(set(read) == {"at", "client", "method", "route", "status", "bytes", "ms"}, f"{line}")
        check(read["client"] in ("127.0.0.0/24", ""), f"{line}")
    text = b"\n".join(lines)
    check(stage.code.encode() not in text and b"secret" not in text, "the log tells what was asked for")


def the_end(stage):
    """SIGTERM: what is being answered is finished, then the server ends with 0."""
    server = Server(stage.program, stage.portal, stage.folder)
    waiting = connect(server.port)
    slow = socket.socket()
    slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    slow.connect(("127.0.0.1", server.port))
    slow.sendall(bad.head(line=f"GET {stage.good} HTTP/1.1"))
    time.sleep(0.2)
    waiting.sendall(bad.head(line=f"GET {stage.good} HTTP/1.1"))
    server.process.terminate()
    said = bytearray()
    while got := slow.recv(512):
        said += got
        if whole(said):
            break
    check(whole(said) and statuses(bytes(said)) == [200], "an answer was cut off")
    said = bytearray()
    while got := waiting.recv(1 << 16):
        said += got
    check(whole(said) and statuses(bytes(said)) == [200], "a request sent before the end was not answered")
    check(server.process.wait(timeout=20) == 0, f"it ended with {server.process.returncode}")


TESTS = (headers_that_lie, ranges, methods, too_many_look_ups, many_kept_connections, several_instances,
         beyond_this_machine, what_is_logged, the_end)
