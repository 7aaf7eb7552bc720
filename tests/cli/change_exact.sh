#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# eczscore change of ratios: sleep efficiencies to six decimals of a minute, whose differences and
# percentages need more than 64 bits, against Python's fractions.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"

cat >"$work/one.csv" <<'CSV'
subject,visit,sleep_attempt_time,sleep_latency_minutes,sleep_waso_minutes,sleep_final_wake_time,sleep_tasafa_minutes
S1,b,23:39,19.049476,35.475518,06:44,56.547017
S1,w,23:47,40.861743,50.053388,06:53,27.937359
CSV
run change "$work/one.csv" --instrument sleep_efficiency_dse --baseline b --at w --format csv
same 'a percentage of 64-bit ratios' -4.0513929960325594 "$(column percent_improvement <<<"$out")"
same 'their difference' -3.1169123502503608 "$(column change <<<"$out")"
same 'it is evaluable' ok "$(column status <<<"$out")"
run change "$work/one.csv" --instrument sleep_efficiency_dse --baseline b --at w --format table
has 'a table rounds to a tenth' '    -4.1  ok' "$out"

python3 - "$work/nights.csv" "$work/right.txt" <<'PY'
import random
import sys
from fractions import Fraction

random.seed(3)


def minutes(most):
    return f"{random.randrange(most * 10**6)}".zfill(7)[:-6] + f".{random.randrange(10**6):06}"


def clock(at):
    return f"{at // 60 % 24:02}:{at % 60:02}"


def efficiency(night):
    span = (night["wake"] - night["trying"]) % 1440
    latency, awake, still = (Fraction(night[name]) for name in ("latency", "awake", "still"))
    return 100 * (span - latency - awake) / (span + still)


right = []
rows = ["subject,visit,sleep_attempt_time,sleep_latency_minutes,sleep_waso_minutes,"
        "sleep_final_wake_time,sleep_tasafa_minutes"]
for subject in range(200):
    values = []
    for visit in "bw":
        night = {"trying": random.randrange(1290, 1440), "wake": random.randrange(300, 500),
                 "latency": minutes(90), "awake": minutes(100), "still": minutes(90)}
        values.append(efficiency(night))
        rows.append(f"s{subject},{visit},{clock(night['trying'])},{night['latency']},"
                    f"{night['awake']},{clock(night['wake'])},{night['still']}")
    change = values[1] - values[0]
    right.append(f"{float(change):.17g},{float(100 * change / values[0]):.17g}")
for name, lines in zip(sys.argv[1:], (rows, right)):
    with open(name, "w", encoding="ascii") as file:
        file.write("\n".join(lines) + "\n")
PY

run change "$work/nights.csv" --instrument sleep_efficiency_dse --baseline b --at w --format csv
same 'changes of ratios' 0 "$code"
same 'no remark' '' "$err"
paste -d, <(column change <<<"$out") <(column percent_improvement <<<"$out") >"$work/found.txt"
diff "$work/right.txt" "$work/found.txt" >"$work/diff.txt" ||
    failed 'changes and percentages as fractions give them' "$(head -4 "$work/diff.txt")"
same 'all are evaluable' ok "$(column status <<<"$out" | sort -u)"
finish
