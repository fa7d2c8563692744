#!/bin/bash
# Runs the measurements and writes them down: write_benchmarks.sh BUILD FILE [PAGES] [ENTERPRISES] [RESULTS] [DRAW]
set -euo pipefail
cd "$(dirname "$0")/.."
build=$1 file=$2 pages=${3:-100000} enterprises=${4:-1000000} results=${5:-1000000} draw=${6:-10000000}
part=$(mktemp -d)
trap 'rm -rf "$part"' EXIT
"$build/pages_bench" "$pages" >"$part/pages"
"$build/lookups_bench" "$part/million" "$enterprises"
python3 bench/lookups.py "$build/gongshi-server" "$part/million" >"$part/lookups"
rm -rf "$part/million"
"$build/release_bench" "$enterprises" "$results" >"$part/release"
"$build/findings_bench" 100000 "$part" >"$part/findings"
"$build/import_bench" "$enterprises" >"$part/import"
"$build/draw_bench" $((draw / 10)) >"$part/draw"
"$build/draw_bench" "$draw" | tail -n +3 >>"$part/draw"
if [ -n "${GONGSHI_NAMES:-}" ]; then
    "$build/search_bench" "$GONGSHI_NAMES" "$part/index" >"$part/search"
    "$build/gongshi-search-texts" tables >"$part/tables.json"
    echo >>"$part/search"
    node bench/search_queries.mjs "$GONGSHI_NAMES" "$part/index" "$part/tables.json" >>"$part/search"
else
    echo '(not measured: `GONGSHI_NAMES` names no list)' >"$part/search"
fi

machine() {
    . /etc/os-release
    echo "$(nproc) processors ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)), $(awk '/MemTotal/ {
        printf "%.0f", $2 / 1048576 }' /proc/meminfo) GB of memory, $PRETTY_NAME, release build"
}
{
    cat bench/benchmarks_head.md
    echo "Measured on $(machine); load when the measurements ended: $(cut -d' ' -f1-3 /proc/loadavg)."
    echo
    cat bench/benchmarks_pages.md
    cat "$part/pages"
    printf '\nHugo'"'"'s configuration (its templates are in `bench/hugo/layouts`):\n\n```toml\n'
    cat bench/hugo/config.toml
    printf '```\n\n'
    cat bench/benchmarks_release.md
    cat "$part/release"
    echo
    cat bench/benchmarks_findings.md
    sed 's/^/    /' "$part/findings"
    echo
    cat bench/benchmarks_lookups.md "$part/lookups"
    echo
    cat bench/benchmarks_import.md
    printf '\n    '
    cat "$part/import"
    echo
    cat bench/benchmarks_draw.md "$part/draw"
    echo
    cat bench/benchmarks_draw_browser.md
    echo
    cat bench/benchmarks_search.md "$part/search"
    echo
    cat bench/benchmarks_search_browser.md
    echo
    cat bench/benchmarks_names.md
    echo
    cat bench/benchmarks_search_pagefind.md
} >"$part/whole"
cp "$part/whole" "$file"
