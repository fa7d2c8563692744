"""Requests that no honest client sends, as bytes: what each is, and what may be answered by gongshi-server itself and by
nginx in front of it. `SMUGGLED` is a request hidden in many of them that nobody may ever answer."""
import gzip
import typing

SMUGGLED_ROUTE = "/api/v1/releases"  # asked for by nobody else in the suite
SMUGGLED = f"GET {SMUGGLED_ROUTE} HTTP/1.1\r\nHost: a\r\n\r\n".encode()
PATH = "/api/v1/enterprises/NONE"
HUNG_UP = ()  # no answer at all is an answer, too


class Bad(typing.NamedTuple):
    name: str
    data: bytes
    direct: tuple  # statuses that gongshi-server may answer with; the first answer is the only one
    proxied: tuple  # the same of nginx, which may also hang up without a word


def head(*fields, line=f"GET {PATH} HTTP/1.1", host="Host: a"):
    return "\r\n".join([line, *([host] if host else []), *fields, "", ""]).encode()


def get(target):
    return head("Connection: close", line=f"GET {target} HTTP/1.1")


def chunk(data):
    return b"%x\r\n%s\r\n" % (len(data), data)


def bodies():
    """Bodies in every disguise, each with a second request in it or after it."""
    length = f"Content-Length: {len(SMUGGLED)}"
    bomb = gzip.compress(bytes(100 << 20), 9)  # 102 kB that unpack to 100 MiB
    chunked = "Transfer-Encoding: chunked"
    refused = (400, 403, 405, 411, 413, 501)
    for line in (f"GET {PATH} HTTP/1.1", f"POST {PATH} HTTP/1.1"):
        verb = line.split()[0]
        yield Bad(f"{verb} with a body", head(length, line=line) + SMUGGLED, (413,), refused + (404,))
        yield Bad(f"{verb} with a chunked body", head(chunked, line=line) + chunk(SMUGGLED) + b"0\r\n\r\n", (413,),
                  refused + (404,))
        yield Bad(f"{verb} with a gzip bomb", head("Content-Encoding: gzip", f"Content-Length: {len(bomb)}", line=line)
                  + bomb, (413,), refused)
        yield Bad(f"{verb} with chunk size -2", head(chunked, line=line) + b"-2\r\n" + SMUGGLED, (413,), refused)
        yield Bad(f"{verb} with a chunk size that wraps", head(chunked, line=line) + b"FFFFFFFFFFFFFFFE\r\n" + SMUGGLED,
                  (413,), refused)
        yield Bad(f"{verb} with a chunk extension without end",
                  head(chunked, line=line) + b"1;" + b"a" * 100_000 + b"\r\n" + SMUGGLED, (413,), refused)


def smuggling():
    """One head, two meanings."""
    one = f"Content-Length: {len(SMUGGLED)}"
    refused, away = (400, 413), (400, 403, 404, 405, 413, 501)
    whole = b"0\r\n\r\n" + SMUGGLED
    yield Bad("CL.TE", head(f"Content-Length: {len(whole)}", "Transfer-Encoding: chunked") + whole, refused, away)
    yield Bad("TE.CL", head("Transfer-Encoding: chunked", "Content-Length: 4") + chunk(SMUGGLED) + b"0\r\n\r\n", refused, away)
    for number, te in enumerate(("Transfer-Encoding: xchunked", "Transfer-Encoding : chunked", "Transfer-Encoding: identity, chunked",
                                 "Transfer-Encoding:\tchunked", "Transfer-Encoding: chunked\r\nTransfer-Encoding: x",
                                 "X: y\nTransfer-Encoding: chunked", "Transfer-Encoding\r\n : chunked",
                                 "Transfer-Encoding: \x0bchunked", "\x00Transfer-Encoding: chunked")):
        yield Bad(f"TE.TE {number + 1}", head(te, f"Content-Length: {len(whole)}") + whole, refused, away)
    yield Bad("two lengths", head(one, "Content-Length: 0") + SMUGGLED, refused, away)
    yield Bad("two lengths in one field", head(f"Content-Length: 0, {len(SMUGGLED)}") + SMUGGLED, refused, away)
    for length in ("-1", "+5", "0x5", "5 5", "٥", "18446744073709551616", "00000000000000000000000"):
        yield Bad(f"length {length}", head(f"Content-Length: {length}").replace(b"\xc3", b"\xd9") + SMUGGLED, refused,
                  away)
    yield Bad("a second request behind a refused body", head(one) + SMUGGLED + SMUGGLED, refused, away + (200,))


def malformed():
    """Heads that RFC 9112 does not know."""
    bad, away = (400,), (400, 403, 404, 405, 414, 421, 431, 494, 505)
    yield Bad("bare LF", f"GET {PATH} HTTP/1.1\nHost: a\n\n".encode(), (), away)
    yield Bad("bare CR", f"GET {PATH} HTTP/1.1\r\nHost: a\r\nX: 1\rY: 2\r\n\r\n".encode(), bad, away)
    yield Bad("space before the colon", head("X : 1", "Connection: close"), bad, away)
    yield Bad("folded line", head("X: 1", " folded", "Connection: close"), bad, away)
    yield Bad("NUL in a field", head("X: a\0b", "Connection: close"), bad, away)
    yield Bad("NUL in the target", head(line="GET /a\0b HTTP/1.1"), bad, away)
    yield Bad("control in a field", head("X: a\x07b", "Connection: close"), bad, away)
    yield Bad("no name", head(": a", "Connection: close"), bad, away)
    yield Bad("no colon", head("nothing", "Connection: close"), bad, away)
    yield Bad("no Host", head("Connection: close", host=""), bad, away)
    yield Bad("two Hosts", head("Host: b", "Connection: close"), bad, away)
    yield Bad("HTTP/0.9", f"GET {PATH}\r\n\r\n".encode(), bad, away)
    yield Bad("HTTP/2 preface", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", (505,), away)
    yield Bad("HTTP/3.7", head(line=f"GET {PATH} HTTP/3.7"), (505,), away)
    yield Bad("TLS", bytes.fromhex("16030100c8010000c40303") + bytes(190), (), away)
    yield Bad("absolute target", head("Connection: close", line=f"GET http://b{PATH} HTTP/1.1"), bad, away)
    yield Bad("authority target", head("Connection: close", line="CONNECT a:80 HTTP/1.1"), (400, 405), away)
    yield Bad("asterisk target", head("Connection: close", line="OPTIONS * HTTP/1.1"), bad, away)
    yield Bad("expectation", head("Expect: 100-continue", "Connection: close"), (417,), away + (100,))
    yield Bad("spaces in the request line", head(line=f"GET  {PATH}  HTTP/1.1"), bad, away)
    for method in ("TRACE", "CONNECT", "PUT", "DELETE", "PATCH", "get", "G" * 5000):
        yield Bad(f"method {method[:9]}", head("Connection: close", line=f"{method} {PATH} HTTP/1.1"), (405,), away)
    yield Bad("65 fields", head(*["A: 1"] * 65, "Connection: close"), (431,), away)
    yield Bad("a field of 20 kB", head("X: " + "a" * 20_000), (431,), away)
    yield Bad("an address of 5,000 bytes", head("Connection: close", line=f"GET /{'a' * 5000} HTTP/1.1"), (414,), away)
    yield Bad("an address of 100 kB", head("Connection: close", line=f"GET /{'a' * 100_000} HTTP/1.1"), (431,), away)


def addresses():
    """Addresses that are well-formed HTTP and nothing good."""
    none = (400, 404, 414)
    away = none + (403, 405, 429)
    for name, target in (("half an escape", "/api/v1/enterprises/%"), ("one digit", "/api/v1/enterprises/%4"),
                         ("no digits", "/api/v1/enterprises/%zz"), ("NUL", "/api/v1/enterprises/%00"),
                         ("line end", "/api/v1/enterprises/a%0d%0aSet-Cookie:%20a"), ("DEL", "/api/v1/enterprises/%7f"),
                         ("half a character", "/api/v1/enterprises/%E9%95"), ("overlong", "/api/v1/enterprises/%c0%af"),
                         ("surrogate", "/api/v1/enterprises/%ed%a0%80"), ("past Unicode", "/api/v1/enterprises/%f5%80%80%80"),
                         ("twice escaped", "/api/v1/enterprises/%252e%252e%252fportal.db"),
                         ("dots", "/api/v1/enterprises/../../../../etc/passwd"),
                         ("escaped dots", "/api/v1/enterprises/%2e%2e%2f%2e%2e%2fportal.db"),
                         ("backslashes", "/api/v1/enterprises/..%5c..%5cportal.db"),
                         ("above the root", "/../../portal.db"), ("SQL", "/api/v1/enterprises/'%20OR%201=1--"),
                         ("bad query", f"{PATH}?a=%ff"), ("1,000 parameters", f"{PATH}?" + "&".join(["a=1"] * 1000)),
                         ("a long parameter", f"{PATH}?q=" + "a" * 3000), ("the metrics", "/metrics/../metrics?")):
        yield Bad(name, get(target), none, away + (301,))


def all_bad():
    return [*bodies(), *smuggling(), *malformed(), *addresses()]


def floods():
    """Name and an endless seeming stream of pieces, cut off at a bound."""
    def pieces(begin, piece, count):
        yield begin
        for _ in range(count):
            yield piece
    post = head("Transfer-Encoding: chunked", line=f"POST {PATH} HTTP/1.1")
    yield "60 MB chunked", lambda: pieces(post, chunk(bytes(1 << 20)), 60)
    yield "200,000 header lines", lambda: pieces(head()[:-2], b"A: 1\r\n" * 1000, 200)
    yield "150 MB without a line end", lambda: pieces(b"GET /", b"a" * (1 << 20), 150)
    yield "150 MB in one field", lambda: pieces(head()[:-2] + b"X: ", b"a" * (1 << 20), 150)
    yield "100,000 requests at once", lambda: pieces(b"", head() * 1000, 100)
