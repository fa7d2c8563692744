# Scenes of the open ledger 公开台账 between two publications of the demo: a corrected result, a withdrawn result and
# penalty, a statement, an objection marked late and still open, one answered. Sourced by build_demo.sh, which gives
# gongshi(), $portal, $as_of, $secrets and the folder of the sheets as the current one. Which records they are about
# stands in changping/ledger.tsv; their numbers are looked up in the tables of the first publication.

# scene NAME: the code or decision number of a scene
scene() {
    awk -F'\t' -v name="$1" '$1 == name { print $2 }' changping/ledger.tsv
}

# number TABLE COLUMN VALUE: the permanent number of the only row that says so
number() {
    awk -F, -v column="$2" -v value="$3" '
        NR == 1 { sub(/^\357\273\277/, ""); for (i = 1; i <= NF; ++i) if ($i == column) at = i; next }
        $at == value { print $1 }' "$portal/public/current/data/tables/$1.csv"
}

ledger_between_publications() {
    local by=(--by 演示办理人) receipt withdrawn penalty stated objected answered
    withdrawn=$(number result object_code "$(scene withdrawn)")
    penalty=$(number penalty decision_number "$(scene penalty)")
    stated=$(number result object_code "$(scene stated)")
    objected=$(number result object_code "$(scene objected)")
    answered=$(number result object_code "$(scene answered)")

    gongshi import changping/results-2026-correction.csv --correct --reason '问题描述录入时串行，按检查记录表更正（演示）' \
        --by 演示导入员 --as-of "$as_of"
    gongshi withdraw result "$withdrawn" --reason '检查对象登记错误，结果不属于这一户（演示）' --decided-on 2026-11-16 \
        "${by[@]}" --as-of "$as_of"
    gongshi withdraw penalty "$penalty" --reason '行政处罚决定经复查撤销（演示）' --decided-on 2026-11-17 \
        "${by[@]}" --as-of "$as_of"
    gongshi statement add --object "$(scene stated)" --result "$stated" --received 2026-11-17 \
        --file changping/statement.txt "${by[@]}" --as-of "$as_of"
    gongshi objection add result "$objected" --received 2026-11-12 --ground '认为检查日期与实际不一致（演示）' \
        "${by[@]}" --as-of "$as_of" >"$secrets/receipt"
    gongshi objection add result "$answered" --received 2026-11-17 --ground '认为问题已在检查前改正（演示）' \
        "${by[@]}" --as-of "$as_of" >"$secrets/receipt"
    receipt=$(sed -n 's/^受理编号 //p' "$secrets/receipt")
    gongshi objection answer "$receipt" --outcome 不成立 --words '改正在检查之后，记录表有双方签字（演示）' --on 2026-11-18 \
        "${by[@]}" --as-of "$as_of"
}
