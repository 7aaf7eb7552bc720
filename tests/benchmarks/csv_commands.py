# SPDX-License-Identifier: BSL-1.0
"""Speed and memory of `score`, `change` and `check` on one table of EASI items, in turn.

    csv_commands.py --bin build/release/bin/eczscore --dir /dev/shm/bench [--subjects 150000]
                    [--rounds 5]

Each subject has eight visits; grades follow the area as a clinician records them, one answer in a
thousand is blank and a visit in a thousand is not as it should be. Processor seconds of one core,
medians of interleaved rounds, and the peak memory; output is discarded.
"""
import argparse
import pathlib
import random
import statistics

from csv_score import run

REGIONS = ("head_neck", "upper_limbs", "trunk", "lower_limbs")
SIGNS = ("erythema", "edema_papulation", "excoriation", "lichenification")
LEVELS = ("1", "1.5", "2", "2.5", "3")
VISITS = ("week_0", "week_2", "week_4", "week_6", "week_8", "week_10", "week_12", "week_16")


def items(rng):
    """The twenty answers of a visit, as text."""
    cells = []
    for _ in REGIONS:
        area = rng.choice((0, 1, 1, 2, 2, 3, 4))
        signs = [rng.choice(LEVELS) if area else "0" for _ in SIGNS]
        if rng.random() < 0.00025:
            area = 0
        cells += signs + [str(area)]
    if rng.random() < 0.02:
        cells[rng.randrange(20)] = ""
    return ",".join(cells)


def make_table(path, subjects):
    if path.exists():
        return
    rng = random.Random(7)
    visits = [items(rng) for _ in range(40000)]
    header = [f"easi_{region}_{item}" for region in REGIONS for item in (*SIGNS, "area")]
    with open(path, "w", encoding="ascii") as out:
        out.write("subject,visit,day,age_years," + ",".join(header) + "\n")
        for subject in range(subjects):
            age = rng.randrange(8, 80)
            out.writelines(f"S{subject:07},{visit},{14 * number},{age},{rng.choice(visits)}\n"
                           for number, visit in enumerate(VISITS))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", required=True)
    parser.add_argument("--dir", type=pathlib.Path, required=True)
    parser.add_argument("--subjects", type=int, default=150000)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    args.dir.mkdir(parents=True, exist_ok=True)
    table = args.dir / f"easi_{args.subjects}.csv"
    make_table(table, args.subjects)
    commands = {
        "score": ["score", "easi", str(table), "--no-progress", "--format", "csv"],
        "change": ["change", str(table), "--instrument", "easi", "--baseline", "week_0", "--at",
                   "week_16", "--format", "csv"],
        "check": ["check", str(table), "--format", "csv"],
    }
    print(f"{args.subjects} subjects, {table.stat().st_size / 1e6:.0f} MB")
    samples = {name: [] for name in commands}
    for _ in range(args.rounds):
        for name, command in commands.items():
            samples[name].append(run([args.bin] + command))
    base = statistics.median(sample[0] for sample in samples["score"])
    for name, all_of in samples.items():
        seconds = statistics.median(sample[0] for sample in all_of)
        peak = max(sample[2] for sample in all_of) / 1024
        print(f"{name:7} {seconds:7.3f} s  {seconds / base:5.2f} x score  {peak:7.1f} MB")


if __name__ == "__main__":
    main()
