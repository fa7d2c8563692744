# The verifiable draws 可核验抽取 of the demo, one in each state. Sourced by build_demo.sh, which gives gongshi(),
# $portal, $secrets (a folder that is removed afterwards) and the folder of the sheets as the current one.
#
# What is secret in a real draw is made from a public label here (--demo-secrets, which a portal refuses whose site.toml
# does not say demo = true), so that the demo is the same every time. The random values are two real rounds of drand
# quicknet of 2023: the draws that use them belong to a plan of 2023, and their titles say so.

by=(--by 演示办理人)

# announce LABEL WHAT…: two holders' nonces, then the announcement; $draw is its number.
announce() {
    local label=$1 who commits=()
    shift
    for who in office supervisor; do
        commits+=(--commit "$who=$(gongshi draw nonce "$secrets/$label.$who" --who $who --demo-secrets "$label.$who")")
    done
    draw=$(gongshi --json draw announce "$@" "${commits[@]}" --demo-secrets "$label" "${by[@]}" |
        sed -n 's/^ "id": \([0-9]*\),$/\1/p')
    cp "$secrets/$label.office" "$secrets/$draw.office"
    cp "$secrets/$label.supervisor" "$secrets/$draw.supervisor"
}

# run DRAW ROUND TIME
run() {
    gongshi draw run "$1" --beacon "xinghe/round-$2.json" --nonce "$secrets/$1.office" --nonce "$secrets/$1.supervisor" \
        --at "$3" "${by[@]}"
}

# drawn DRAW N: the code of the n-th object drawn
drawn() {
    grep -o '"id":"[0-9A-Z]*"' "$portal/draws/$1/drawn.json" | sed -n "$2s/.*:\"\(.*\)\"/\1/p"
}

# results DRAW TASK FIRST-DAY OLD NEW: a sheet of results for everybody on the list (NEW in place of OLD), imported
results() {
    local codes sheet=$secrets/results-$1.csv
    codes=$(grep -o '"id":"[0-9A-Z]*"' "$portal/draws/$1/drawn.json" | sed "s/.*:\"\(.*\)\"/\1/; s/^${4:-none}\$/${5:-}/")
    {
        echo '检查对象名称,统一社会信用代码,检查事项,检查结果,检查日期,检查完成日期,公示日期,审核状态'
        awk -F, -v codes="$codes" -v day="$3" -v item="$2" '
            BEGIN { count = split(codes, list, "\n"); for (i = 1; i <= count; ++i) wanted[list[i]] = i }
            $4 in wanted {
                outcome = ++number % 7 == 0 ? "发现问题已责令改正" : "未发现问题"
                printf "%s,%s,%s,%s,%s,%s,%s,已公示\n", $3, $4, item, outcome, day, day, day
            }' xinghe/objects.csv
    } >"$sheet"
    gongshi import "$sheet" --as results --set office=990606 --set "plan_name=星河区2023年度“双随机、一公开”抽查工作计划" \
        --set "task_name=$2" --set 'agency=星河区市场监督管理局' --set disclosure=主动公开 --by 演示导入员 --as-of 2026-11-18
}

past='（演示：借用已经过去的随机源轮次）'

draws_of_2023() {
    # classes, revealed
    announce beauty XH-2023-BEAUTY --scope trade=8040 --basis classes --needs SCJG:*:2,WJ:*:1 --round 123 \
        --deadline 2023-11-30 --title "2023年美容美发经营者双随机抽查$past" --at 2023-08-23T21:00:00+08:00
    local beauty=$draw
    # facts, drawn, aborted by an order and drawn again
    announce hotel-1 XH-2023-HOTEL --scope trade=6121 --needs SCJG:*:1,WJ:*:1,XFJY:*:1 --recuse xinghe/recusals.csv --round 123 \
        --deadline 2023-12-31 --title "2023年住宿经营者双随机抽查$past" --at 2023-08-23T21:10:00+08:00
    local aborted=$draw
    run "$beauty" 123 2023-08-23T23:20:00+08:00
    run "$aborted" 123 2023-08-23T23:30:00+08:00
    gongshi draw abort "$aborted" --order '星河双随机办〔2023〕9号' --at 2023-09-05T10:00:00+08:00 "${by[@]}"
    # facts, a few hundred objects, with a replacement and a reassignment, revealed
    announce food XH-2023-FOOD --scope trade=6210 --scope trade=5212 --stratum-by field --exclude-visited \
        --needs SCJG:food:1,SCJG:*:1,WJ:*:1 --round 657413 --deadline 2023-12-31 \
        --title "2023年食品经营者双随机抽查$past" --at 2023-09-14T10:00:00+08:00
    local food=$draw
    announce hotel-2 XH-2023-HOTEL --scope trade=6121 --needs SCJG:*:1,WJ:*:1,XFJY:*:1 --recuse xinghe/recusals.csv --round 657413 \
        --deadline 2023-12-31 --title "2023年住宿经营者双随机抽查，重新抽取$past" --at 2023-09-14T11:00:00+08:00
    local again=$draw
    # facts, drawn and never revealed: overdue
    announce drug XH-2023-DRUG --scope trade=5251 --needs SCJG:drug:1,SCJG:*:1 --round 657413 --deadline 2023-12-31 \
        --title "2023年药品零售经营者双随机抽查$past" --at 2023-09-14T11:30:00+08:00
    local overdue=$draw
    run "$food" 657413 2023-09-15T19:10:00+08:00
    run "$again" 657413 2023-09-15T19:15:00+08:00
    run "$overdue" 657413 2023-09-15T19:20:00+08:00
    local old new ill
    old=$(drawn "$food" 4)
    ill=$(drawn "$food" 9)
    new=$(gongshi --json draw replace "$food" "$old" --reason DEREGISTERED --demo-secrets food-replace \
        --at 2023-09-20T09:00:00+08:00 "${by[@]}" | sed -n 's/^ "new": "\(.*\)",$/\1/p')
    gongshi draw assign "$food" "$ill" --slot 0 --reason ILLNESS --demo-secrets food-ill --at 2023-09-21T09:00:00+08:00 "${by[@]}"
    local slot person=(示执06060001 示执06060002 示执06060013)
    for slot in 0 1 2; do
        gongshi draw assign "$food" "$new" --slot $slot --reason DIRECT --inspector "${person[$slot]}" \
            --demo-secrets "food-new-$slot" --at "2023-09-21T1$slot:00:00+08:00" "${by[@]}"
    done
    results "$beauty" 美容美发经营者抽查 2023-10-18
    results "$food" 食品经营者联合抽查 2023-11-07 "$old" "$new"
    results "$again" 住宿经营者联合抽查 2023-11-15
    gongshi draw reveal "$beauty" --at 2023-11-30T09:00:00+08:00 "${by[@]}"
    gongshi draw reveal "$again" --at 2023-12-20T09:00:00+08:00 "${by[@]}"
    gongshi draw reveal "$food" --at 2023-12-29T09:00:00+08:00 "${by[@]}"
}

draw_of_2026() {
    # announced: the round comes out on the next working day
    announce drug-2026 药品零售企业监督检查 --scope trade=5251 --needs SCJG:*:2 --deadline 2026-12-31 \
        --title 2026年药品零售企业双随机抽查 --at 2026-11-18T09:00:00+08:00
}

draws_of_2023_09_18() {
    # drawn, to be revealed by the end of the year
    announce drug XH-2023-DRUG --scope trade=5251 --needs SCJG:drug:1,SCJG:*:1 --round 657413 --deadline 2023-12-31 \
        --title "2023年药品零售经营者双随机抽查$past" --at 2023-09-14T11:30:00+08:00
    run "$draw" 657413 2023-09-15T19:20:00+08:00
    # announced
    announce food XH-2023-FOOD --scope trade=6210 --scope trade=5212 --stratum-by field --exclude-visited \
        --needs SCJG:food:1,SCJG:*:1,WJ:*:1 --deadline 2023-12-31 --title 2023年食品经营者双随机抽查 --at 2023-09-18T09:00:00+08:00
}
