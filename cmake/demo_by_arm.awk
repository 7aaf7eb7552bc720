# SPDX-License-Identifier: BSL-1.0
# Sums up the table of `eczscore change --by arm`: a line per arm, and a share for each verdict.
#
# A column whose cells are all yes/no, or all improved/unchanged/worsened, is a verdict; its share is
# of those who could be judged. The command line's own --summary has the statistics.
BEGIN { FS = "," }
NR == 1 {
    for (i = 1; i <= NF; i++) {
        name[i] = $i
        if ($i == "arm") arm = i
        if ($i == "baseline") baseline = i
        if ($i == "change") change = i
    }
    columns = NF
    next
}
{
    if (!($arm in subjects)) order[++arms] = $arm
    subjects[$arm]++
    if ($change != "") {
        judged[$arm]++
        base_sum[$arm] += $baseline
        change_sum[$arm] += $change
    }
    for (i = 1; i <= columns; i++) {
        if ($i ~ /^(yes|no|improved|unchanged|worsened)$/) {
            is_verdict[i] = 1
            known[$arm, i]++
            if ($i ~ /^(yes|improved)$/) good[$arm, i]++
        } else if ($i != "" && $i != "not_evaluable") {
            other[i] = 1
        }
    }
}
END {
    printf "%-44s", ""
    for (a = 1; a <= arms; a++) printf "%14s", order[a]
    printf "\n%-44s", "subjects (with both visits)"
    for (a = 1; a <= arms; a++) printf "%14s", subjects[order[a]] " (" judged[order[a]] + 0 ")"
    printf "\n%-44s", "mean at baseline"
    for (a = 1; a <= arms; a++) printf "%14.1f", base_sum[order[a]] / judged[order[a]]
    printf "\n%-44s", "mean change"
    for (a = 1; a <= arms; a++) printf "%14.1f", change_sum[order[a]] / judged[order[a]]
    printf "\n"
    for (i = 1; i <= columns; i++) {
        if (!is_verdict[i] || other[i]) continue
        printf "%-44s", name[i]
        for (a = 1; a <= arms; a++) {
            k = known[order[a], i]
            printf "%14s", k ? sprintf("%.0f %%", 100 * good[order[a], i] / k) : "-"
        }
        printf "\n"
    }
}
