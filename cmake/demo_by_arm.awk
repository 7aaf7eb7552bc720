# SPDX-License-Identifier: BSL-1.0
# Sums up a table made by `eczscore change --by arm`: bands, responders and verdicts, a column an arm.
BEGIN { FS = "," }
NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
{
    arm = $at["arm"]
    if (!(arm in seen)) { seen[arm] = 1; arms[++k] = arm }
    n[arm]++
    if ($at["value"] == "" || $at["baseline"] == "") next
    both[arm]++
    before[arm] += $at["baseline"]
    now[arm] += $at["value"]
    was[arm, $at["baseline_band"]]++
    is[arm, $at["band"]]++
    for (column in at) count[arm, column, $at[column]]++
}
function row(label, cells) { printf "%-34s%s\n", label, cells }
function share(who, column, value) {
    return sprintf("%d (%2.0f %%)", count[who, column, value], 100 * count[who, column, value] / both[who])
}
END {
    split("placebo low_dose high_dose", order, " ")
    if (k == 3 && ("placebo" in seen) && ("low_dose" in seen)) for (i = 1; i <= 3; i++) arms[i] = order[i]
    for (i = 1; i <= k; i++) head = head sprintf("%14s", arms[i])
    row("", head)
    for (i = 1; i <= k; i++) line = line sprintf("%14s", n[arms[i]] " (" both[arms[i]] ")")
    row("subjects (scored at both visits)", line); line = ""
    for (i = 1; i <= k; i++) line = line sprintf("%14s", sprintf("%.1f -> %.1f", before[arms[i]] / both[arms[i]], now[arms[i]] / both[arms[i]]))
    row("mean EASI, baseline -> week 16", line); line = ""
    b = split("clear almost_clear mild moderate severe very_severe", band, " ")
    for (j = 1; j <= b; j++) {
        for (i = 1; i <= k; i++) line = line sprintf("%14s", (was[arms[i], band[j]] + 0) " -> " (is[arms[i], band[j]] + 0))
        row("  " band[j], line); line = ""
    }
    r = split("easi_50 easi_75 easi_90 easi_100", rule, " ")
    for (j = 1; j <= r; j++) {
        for (i = 1; i <= k; i++) line = line sprintf("%14s", share(arms[i], rule[j], "yes"))
        row("responders, " rule[j], line); line = ""
    }
    v = split("improved unchanged worsened", verdict, " ")
    for (j = 1; j <= v; j++) {
        for (i = 1; i <= k; i++) line = line sprintf("%14s", share(arms[i], "mcid_schram_2012_verdict", verdict[j]))
        row((j == 1 ? "by 6.6 points or more: " : "                       ") verdict[j], line); line = ""
    }
}
