#!/bin/bash
# Installs what gongshi needs on Debian 12 (bookworm): setup.sh [demo|test|bench]
#   demo  to build the programs, make the demo portal and serve it      test  also what the tests and fuzz targets need
#   bench  also what the measurements compare with
# Looks first and does nothing when all is there. Works as root or through sudo; says what to do when it cannot install.
set -euo pipefail
cd "$(dirname "$0")"
purpose=${1:-demo}

# for | package | why
packages='
demo | cmake                  | reads CMakeLists.txt
demo | ninja-build            | runs the build
demo | g++                    | the C++20 compiler
demo | pkg-config             | finds the libraries below
demo | libsqlite3-dev         | the three databases of a portal
demo | libsqlitecpp-dev       | SQLite from C++
demo | nlohmann-json3-dev     | the JSON twin of every record
demo | libssl-dev             | SHA-256 of files and releases
demo | libcpp-httplib-dev     | reads requests and writes answers in gongshi-server
demo | libbrotli-dev          | files compressed ahead; also needed by libcpp-httplib
demo | zlib1g-dev             | needed by libcpp-httplib
demo | libcmark-dev           | guides written in Markdown
demo | libctemplate-dev       | pages, escaped by context
demo | libcli11-dev           | the command line
demo | libtomlplusplus-dev    | site.toml
demo | libfmt-dev             | formatted text (g++ 12 has no <format>)
demo | libxlsxwriter-dev      | writes XLSX
demo | libzip-dev             | reads XLSX: the container; writes and checks the offline archive
demo | libexpat1-dev          | reads XLSX: the XML in it
demo | libicu-dev             | reads GB18030, folds full-width characters
demo | libqrcodegencpp-dev    | QR codes on printed plans and draws
demo | libdeflate-dev         | files compressed ahead
demo | python3                | makes the fictional spreadsheets of examples/
demo | python3-openpyxl       | the same, as XLSX
test | catch2                 | the C++ tests
test | clang-14               | the second compiler, and the fuzz targets
test | libclang-rt-14-dev     | sanitizers and libFuzzer for it
test | clang-format-14        | make format
test | chromium               | the browser tests
test | fonts-noto-cjk         | Chinese characters in that browser
test | poppler-utils          | reads the PDF that pages print to
test | sqlite3                | looks into the databases from tests
test | zbar-tools             | reads those QR codes back
test | nginx-light            | the shipped nginx configuration is tested
bench | wrk                    | asks the look-up server and nginx many things at once
bench | nginx-light            | what its answers are compared with
bench | hugo                   | the generator that the speed of the pages is compared with
'
# Node.js bundles the page 核验 and runs the browser tests. One that is there already, version 18 or later with npm, is
# used as it is.
debian_node='
demo | nodejs                 | bundles the checker of draws for the page 核验; runs the browser tests
demo | npm                    | fetches what they need, as locked in their package-lock.json
'

installed() { [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }
usable_node() {
    command -v npm >/dev/null && [[ $(node -p 'process.versions.node.split(".")[0] >= 18' 2>/dev/null) == true ]]
}
say() { printf '%s\n' "$@" >&2; }

case $purpose in
    demo) wanted=demo ;;
    test) wanted='demo|test' ;;
    bench) wanted='demo|bench' ;;
    *) say "usage: setup.sh [demo|test|bench]"; exit 2 ;;
esac
usable_node || packages+=$debian_node

missing=() reasons=''
while IFS='|' read -r for package why; do
    for=${for// /} package=${package// /}
    [[ -n $package && $for =~ ^($wanted)$ ]] || continue
    if command -v dpkg-query >/dev/null && installed "$package"; then continue; fi
    missing+=("$package")
    reasons+=$(printf '  %-22s %s' "$package" "${why# }")$'\n'
done <<<"$packages"

if ((${#missing[@]} > 0)); then
    say "setup: ${#missing[@]} Debian packages are missing:"
    printf '%s' "$reasons" >&2
    command="apt-get install -y --no-install-recommends ${missing[*]}"
    if ! command -v apt-get >/dev/null; then
        say "setup: this is not a Debian system. Install the same libraries with its own tools, or use Debian 12."
        exit 1
    fi
    as_root=()
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null || ! { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; then
            say "setup: cannot install without root. Ask an administrator to run:" "    apt-get update && $command" "then run this again."
            exit 1
        fi
        as_root=(sudo)
    fi
    quiet_apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0 "$@" </dev/null >&2; }
    # shellcheck disable=SC2086
    if ! { quiet_apt update && quiet_apt ${command#apt-get }; }; then
        say "setup: the packages could not be installed (the reason stands above)." \
            "  No network? Copy the packages listed above from a Debian 12 mirror and install them with: dpkg -i *.deb" \
            "  Package not found? This list is for Debian 12 (bookworm); /etc/os-release names what this machine is." \
            "Then run this again."
        exit 1
    fi
fi

# npm packages, exactly as locked: npm_packages FOLDER WHAT
npm_packages() {
    if [[ ! $1/node_modules/.package-lock.json -nt $1/package-lock.json ]]; then
        say "setup: npm packages of $2"
        if ! npm ci --prefix "$1" --no-audit --no-fund --ignore-scripts </dev/null >&2; then
            say "setup: npm could not fetch them. Without a network, copy $1/node_modules from a machine that has one."
            return 1
        fi
        touch "$1/node_modules/.package-lock.json"
    fi
}
# A demo without the check in the browser is still a demo; its page 核验 says so.
if ! npm_packages site/draw "the page 核验 (@noble/hashes, @noble/curves; esbuild bundles them)"; then
    [[ $purpose == demo ]] || exit 1
fi
if [[ $purpose == test ]]; then
    npm_packages tests/api "the contract tests (ajv and an OpenAPI validator judge the look-up server's replies)" || exit 1
    npm_packages tests/browser \
        "the browser tests (playwright-core drives Chromium, html-validate checks HTML, axe-core accessibility)" || exit 1
fi
