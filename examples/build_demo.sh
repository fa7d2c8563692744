#!/bin/bash
# Makes the demo portal anew from examples/demo: examples/build_demo.sh GONGSHI PORTAL [2023]
# Everything is imported, drawn and published as of one fixed day, so that the same program makes the same site:
# 2026-11-18, or with 2023 a small portal as of 2023-09-18, in whose days a draw is drawn and not yet revealed.
set -euo pipefail
[[ $# -eq 2 || ($# -eq 3 && $3 == 2023) ]] || { echo "usage: $0 <gongshi program> <portal folder> [2023]" >&2; exit 2; }
program=$(realpath "$1")
portal=$2
examples=$(realpath "$(dirname "$0")")
demo=$examples/demo

# Only a folder that holds a portal (or nothing) is removed.
if [[ -e $portal && -n $(ls -A "$portal") && ! -e $portal/site.toml ]]; then
    echo "$0: $portal is not a portal folder, left alone" >&2
    exit 2
fi
rm -rf "$portal"
mkdir -p "$portal"
portal=$(realpath "$portal")
cp "$demo/site.toml" "$portal/site.toml"
gongshi() { "$program" -C "$portal" --quiet "$@"; }

secrets=$(mktemp -d)
trap 'rm -rf "$secrets"' EXIT
source "$examples/demo_draws.sh"
source "$examples/demo_ledger.sh"

gongshi init
cd "$demo"
mapfile -t sheets <order.txt
if [[ $# -eq 3 ]]; then
    mapfile -t sheets < <(grep -e '^calendar' -e '^xinghe/' order.txt)
    gongshi import "${sheets[@]}" --by 演示导入员 --as-of 2023-09-01
    draws_of_2023_09_18
    gongshi check --as-of 2023-09-18
    gongshi publish --by 演示发布人 --second 演示复核人 --as-of 2023-09-18
    exit
fi
as_of=2026-11-18
gongshi import "${sheets[@]}" --by 演示导入员 --as-of "$as_of"
draws_of_2023
draw_of_2026
gongshi attach changping/plan-2026-1-notice.pdf --to plan:1/1 --title '关于调整年度抽查工作计划的通知（演示数据）' \
    --reviewed-by 演示审查人 --as-of "$as_of"
gongshi publish --by 演示发布人 --second 演示复核人 --as-of 2026-11-11
ledger_between_publications
gongshi check --as-of "$as_of" || [[ $? -eq 1 ]]  # the demo misses some duties on purpose; publish still looks for privacy
gongshi publish --by 演示发布人 --second 演示复核人 --as-of "$as_of"
