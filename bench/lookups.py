"""How many look-ups a second gongshi-server answers, side by side with nginx serving a static file of the same size, and how
long a name search takes: lookups.py SERVER FOLDER [SECONDS]
FOLDER is a folder that `lookups_bench` has made: a release of a million fictional enterprises with twins of some of them. Both
are asked by wrk with 32 clients in turn, three rounds, the better of each told. Prints a section of docs/benchmarks.md."""
import pathlib
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time

CLIENTS = 32


def wrk(port, script, seconds, clients):
    done = subprocess.run(["wrk", "-t1", f"-c{clients}", f"-d{seconds}s", "--latency", "-s", script, f"http://127.0.0.1:{port}"],
                          capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in done or "Socket errors" in done:
        raise SystemExit(done)
    took = re.search(r"99%\s+([\d.]+)(us|ms|s)", done)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", done)[1]), \
        float(took[1]) * {"us": 1e-3, "ms": 1, "s": 1e3}[took[2]]


def script(folder, name, paths):
    """Asks one path after another."""
    file = folder / name
    listed = ",\n".join(f'"{path}"' for path in paths)
    file.write_text(f"local paths = {{{listed}}}\nlocal at = 0\nrequest = function()\n  at = at % #paths + 1\n"
                    "  return wrk.format('GET', paths[at])\nend\n")
    return file


def started(command, port):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return process
        except OSError:
            time.sleep(0.05)
    raise SystemExit(f"{command[0]} does not answer")


def nginx(folder, site, port):
    (folder / "nginx.conf").write_text(
        f"daemon off; worker_processes auto; pid {folder}/pid; error_log {folder}/error.log; user root;\n"
        "events { worker_connections 512; }\n"
        f"http {{ access_log off; sendfile on; keepalive_requests 100000000; default_type application/json;\n"
        f"  server {{ listen 127.0.0.1:{port}; root {site}; }} }}\n")
    return started(["/usr/sbin/nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")], port)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    portal = pathlib.Path(sys.argv[2]).absolute()
    site = portal / "public/current"
    twins = sorted(site.glob("enterprises/*/*.json"))[:1000]
    size = statistics.mean(twin.stat().st_size for twin in twins)
    with tempfile.TemporaryDirectory(prefix="gongshi-lookups-") as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        running = [nginx(folder, site, 18080),
                   started([sys.argv[1], "--portal", str(portal), "--listen", "127.0.0.1:18081", "--quiet"], 18081)]
        kinds = [("nginx, the static JSON file", 18080, script(folder, "files.lua", ["/" + str(t.relative_to(site)) for t in twins]), CLIENTS),
                 ("gongshi-server, `/api/v1/enterprises/{code}`", 18081,
                  script(folder, "api.lua", [f"/api/v1/enterprises/{t.stem}" for t in twins]), CLIENTS)]
        searches = portal / "searches.txt"
        if searches.exists():
            asked = script(folder, "search.lua", searches.read_text().split())
            kinds += [(f"gongshi-server, `/api/v1/enterprises?q=`, {clients} clients", 18081, asked, clients)
                      for clients in (2, CLIENTS)]
        try:
            best = {}
            for _ in range(3):
                for what, port, asked, clients in kinds:
                    best[what] = max(best.get(what, (0, 0)), wrk(port, asked, seconds, clients))
            status = pathlib.Path(f"/proc/{running[1].pid}/status").read_text()
        finally:
            for process in running:
                process.terminate()
                process.wait()
    print(f"{len(twins)} addresses in turn, {size:.0f} bytes each, {CLIENTS} clients; the server's largest resident memory "
          f"{int(re.search(r'VmHWM:[^0-9]*([0-9]+)', status)[1]) // 1024} MB.\n")
    print("| | requests a second | of nginx | 99th percentile |\n| --- | --- | --- | --- |")
    reference = best[kinds[0][0]][0]
    for what, *_ in kinds:
        print(f"| {what} | {best[what][0]:,.0f} | {best[what][0] / reference:.2f} | {best[what][1]:.1f} ms |")


if __name__ == "__main__":
    main()
