# SPDX-License-Identifier: BSL-1.0
# Scores tests/data/synthetic_trial.csv by the published rules, straight from the cells: what the
# command line must equal. Written from the rules, not from the program.
BEGIN { FS = ","; OFS = "," }

function missing(cell) { return cell == "" || cell == "NA" }

# The shortest exact decimal of a / b, or 17 digits where there is none.
function number(a, b,    n, d, r, places, whole, text) {
    n = a; d = b
    while (d != 0) { r = n % d; n = d; d = r }
    a /= n; b /= n
    for (places = 0; places <= 12; places++) {
        if (a * 10 ^ places % b != 0) continue
        whole = a * 10 ^ places / b
        text = sprintf("%0*d", places + 1, whole)
        if (places == 0) return text
        return substr(text, 1, length(text) - places) "." substr(text, length(text) - places + 1)
    }
    return sprintf("%.17g", a / b)
}

# The value of a cell; counts blank and wrong ones.
function check(cell, allowed) {
    if (missing(cell)) { blanks++; return 0 }
    if (cell !~ allowed) { wrong++; return 0 }
    return cell + 0
}

# The band of a / b: limits from the second band on, "<" where the limit belongs to it.
function band(a, b, limits, names,    count, i, limit, found) {
    count = split(limits, edge, " ")
    split(names, label, " ")
    found = 1
    for (i = 1; i <= count; i++) {
        limit = substr(edge[i], 2) + 0
        if (a > limit * b || (a == limit * b && substr(edge[i], 1, 1) == "=")) found = i + 1
    }
    return label[found]
}

function easi(id, signs,    r, i, sum, area, units, weight, total, parts, child, here, cell) {
    wrong = 0; total = 0; parts = ""; unscored = 0
    child = $column["age_years"] < 8
    for (r = 1; r <= 4; r++) {
        blanks = 0; sum = 0
        for (i = 1; i <= 4; i++) sum += 2 * check($column["easi_" region[r] "_" sign[i]], signs)
        here = blanks
        blanks = 0
        area = check($column["easi_" region[r] "_area"], "^[0-6]$")
        if (blanks > 0) unscored = 1
        else if (area > 0 && here > 0) unscored = 1
        weight = (r == 1) ? (child ? 2 : 1) : (r == 2) ? 2 : (r == 3) ? 3 : (child ? 3 : 4)
        units = weight * area * sum
        total += units
        parts = parts "," number(units, 20)
    }
    if (wrong) return ",,invalid,,,,"
    if (unscored) return ",,missing,,,,"
    return number(total, 20) "," band(total, 20, ">0 >1 >7 >21 >50", \
        "clear almost_clear mild moderate severe very_severe") ",ok" parts
}

# Tenths of a cell with at most one decimal place.
function in_tenths(cell, most) {
    if (missing(cell)) { blanks++; return 0 }
    if (cell !~ /^[0-9]+(\.[0-9])?$/ || cell + 0 > most) { wrong++; return 0 }
    return cell ~ /\./ ? substr(cell, 1, length(cell) - 2) * 10 + substr(cell, length(cell)) : cell * 10
}

function scorad(objective,    total, i) {
    wrong = 0; blanks = 0
    total = 2 * in_tenths($column["scorad_extent"], 100)
    for (i = 1; i <= 6; i++) total += 350 * check($column["scorad_" intensity[i]], "^[0-3]$")
    if (!objective) {
        total += 10 * in_tenths($column["scorad_pruritus"], 10)
        total += 10 * in_tenths($column["scorad_sleep_loss"], 10)
    }
    if (wrong) return ",,invalid"
    if (blanks) return ",,missing"
    return number(total, 100) "," band(total, 100, objective ? "=15 >40" : "=25 >50", \
        "mild moderate severe") ",ok"
}

function sum_of(prefix, names, count, allowed,    i, total) {
    wrong = 0; blanks = 0; total = 0
    for (i = 1; i <= count; i++) total += check($column[prefix names[i]], allowed)
    return total
}

function poem(    total) {
    total = sum_of("poem_", symptom, 7, "^[0-4]$")
    if (wrong) return ",,invalid"
    if (blanks > 1) return ",,missing"
    return number(total, 1) "," band(total, 1, "=3 =8 =17 =25", \
        "clear_or_almost_clear mild moderate severe very_severe") "," (blanks ? "imputed" : "ok")
}

# One question of the DLQI: sets `points`, counts blanks and not relevant ones.
function question(q,    cell, prevented, problem) {
    points = 0
    if (q == 7) {
        prevented = $column["dlqi_q7_prevented"]
        problem = $column["dlqi_q7_problem"]
        if (prevented == "yes") points = 3
        else if (prevented == "no") points = missing(problem) ? 0 : problem + 0
        else if (prevented == "not_relevant") {
            points = missing(problem) ? 0 : problem + 0
            if (points == 0) left_out++
        } else if (missing(problem)) open = 1
        else points = problem + 0
        return
    }
    cell = $column["dlqi_q" q]
    if (missing(cell)) open = 1
    else if (cell == "not_relevant") left_out++
    else points = cell + 0
}
function dlqi(relevant,    q, total, blank, part, part_open, parts, ends) {
    left_out = 0; total = 0; blank = 0; parts = ""; part = 0; part_open = 0
    ends = " 2 4 6 7 9 10 "
    for (q = 1; q <= 10; q++) {
        open = 0
        question(q)
        total += points; blank += open
        part += points; part_open += open
        if (index(ends, " " q " ") == 0) continue
        parts = parts "," (part_open ? "" : part)
        part = 0; part_open = 0
    }
    if (blank > 1) return relevant ? ",,missing" : ",,missing,,,,,,"
    if (relevant) {
        # Banded on the score rounded half up to a whole number.
        return number(total * 10, 10 - left_out) "," \
            band(int((20 * total + 10 - left_out) / (2 * (10 - left_out))), 1, "=2 =6 =11 =21", \
            "no_effect small moderate very_large extremely_large") "," (blank ? "imputed" : "ok")
    }
    return number(total, 1) "," band(total, 1, "=2 =6 =11 =21", \
        "no_effect small moderate very_large extremely_large") "," (blank ? "imputed" : "ok") parts
}

function week(prefix, limits, names,    total, days) {
    total = sum_of(prefix, day, 7, "^([0-9]|10)$")
    days = 7 - blanks
    if (wrong) return ",,invalid"
    if (days < 4) return ",,missing"
    return number(total, days) "," (names == "" ? "" : band(total, days, limits, names)) "," \
        (blanks ? "imputed" : "ok")
}

function viga(    grade) {
    wrong = 0; blanks = 0
    grade = check($column["viga_ad_grade"], "^[0-4]$")
    if (wrong) return ",,invalid"
    if (blanks) return ",,missing"
    return grade "," band(grade, 1, "=1 =2 =3 =4", "clear almost_clear mild moderate severe") ",ok"
}

function sleep_vas(    units) {
    wrong = 0; blanks = 0
    units = in_tenths($column["scorad_sleep_loss"], 10)
    if (wrong) return ",,invalid"
    return blanks ? ",,missing" : number(units, 10) ",,ok"
}

NR == 1 {
    for (i = 1; i <= NF; i++) column[$i] = i
    split("head_neck upper_limbs trunk lower_limbs", region, " ")
    split("erythema edema_papulation excoriation lichenification", sign, " ")
    split("erythema edema_papulation oozing_crusting excoriation lichenification dryness", intensity, " ")
    split("itch sleep bleeding weeping cracking flaking dryness", symptom, " ")
    split("-6 -5 -4 -3 -2 -1 0", day, " ")
    next
}
{
    print $1, $6, easi("easi", "^(0|1|1.5|2|2.5|3)$"), easi("easi_half", "^(0|0.5|1|1.5|2|2.5|3)$"), \
        scorad(0), scorad(1), viga(), poem(), dlqi(0), dlqi(1), \
        week("pp_nrs_day_", "=4 =7", "mild moderate severe"), week("sleep_nrs_day_", "", ""), \
        sleep_vas()
}
