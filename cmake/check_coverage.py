#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Requires every line and branch of the rooms below to be run by the tests, and MC/DC of some.

check_coverage.py BUILD_DIR: reads BUILD_DIR/profiles/*.profraw, left by the tests of the preset
coverage, and prints each line, branch and condition that no test reaches.

MC/DC (modified condition/decision coverage): for each condition of a decision such as `a && b`, two
runs that differ in that condition, as far as the others were evaluated, and in the outcome.

Templates count as one: a branch is covered when some instantiation takes it each way, a condition
when some instantiation shows its effect. What the compiler decides by itself (`if constexpr`, a
constant condition) is no branch and no condition, and code that runs only in the compiler
(`consteval`) leaves no trace and is proved there.
"""
import json
import pathlib
import subprocess
import sys

ROOMS = ("core", "model", "score", "instruments", "instruments.hpp", "io", "units")
REPORTED = ()  # rooms that are printed, but fail nothing yet
MCDC = ("score", "io")
MCDC_REPORTED = ()  # the same for MC/DC
CONDITION = 6  # the kind of a branch that is a condition of a decision, in what llvm-cov exports
SOURCE = pathlib.Path(__file__).resolve().parent.parent / "include" / "eczscore"


def exported(build):
    """The coverage of every file, as llvm-cov tells it."""
    profiles = sorted(map(str, build.glob("profiles/*.profraw")))
    programs = [p for p in (build / "tests" / "eczscore_tests",) if p.exists()]
    if not profiles or not programs:
        sys.exit(f"no profiles in {build}/profiles: run 'cmake --workflow --preset coverage' first")
    merged = str(build / "all.profdata")
    subprocess.run(["llvm-profdata-19", "merge", "-sparse", *profiles, "-o", merged], check=True)
    command = ["llvm-cov-19", "export", str(programs[0]), "-instr-profile", merged]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["data"][0]


def never_included(build):
    """The headers of the rooms that no test includes: there is nothing to count of them."""
    command = ["ninja", "-C", str(build), "-t", "deps"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    included = {(build / line.strip()).resolve() for line in told.splitlines()
                if line.startswith(" ") and line.endswith(".hpp")}
    for room in ROOMS + REPORTED:
        top = SOURCE / room
        for header in sorted(top.rglob("*.hpp")) if top.is_dir() else [top]:
            if header not in included:
                yield room, f"include/eczscore/{header.relative_to(SOURCE)}: no test includes it"


def line_counts(segments):
    """Executions of each line: the most of any region on it, as llvm-cov counts."""
    counts, wrapped = {}, None
    by_line = {}
    for segment in segments:
        by_line.setdefault(segment[0], []).append(segment)
    last = segments[-1][0] if segments else 0
    for line in range(segments[0][0] if segments else 1, last + 1):
        here = by_line.get(line, [])
        starts = [s for s in here if s[3] and s[4] and not s[5]]
        covered = [wrapped[2]] if wrapped and wrapped[3] else []
        if covered or starts:
            counts[line] = max(covered + [s[2] for s in starts])
        if here:
            wrapped = here[-1]
    return counts


def count_at(segments, line, column):
    """Executions of the region that holds a position."""
    count = 0
    for segment in segments:
        if (segment[0], segment[1]) > (line, column):
            break
        count = segment[2] if segment[3] else 0
    return count


def branch_counts(file):
    """{place: [true, false]} of one file: the executions of each branch, over all instantiations."""
    branches = {}
    for l1, c1, l2, c2, true, false, *_ in file["branches"]:
        seen = branches.setdefault((l1, c1, l2, c2), [0, 0])
        seen[0], seen[1] = max(seen[0], true), max(seen[1], false)
    return branches


def gaps(file):
    """(lines, branches, missed) of one file; missed are sentences."""
    segments, branches = file["segments"], branch_counts(file)
    lines = line_counts(segments)
    missed = [f"{line}: never run" for line, count in sorted(lines.items()) if count == 0]
    measured = 0
    for (l1, c1, *_), (true, false) in sorted(branches.items()):
        if true == false == 0 and count_at(segments, l1, c1) > 0:
            continue  # decided by the compiler
        measured += 1
        if true == 0 or false == 0:
            way = "never decided" if true == false == 0 else "never true" if true == 0 else "never false"
            missed.append(f"{l1}:{c1}: {way}")
    return len(lines), measured, missed


def condition_gaps(file):
    """(conditions, missed) of one file: the conditions whose own effect no pair of runs shows."""
    segments, branches, decisions = file["segments"], branch_counts(file), {}
    places = {tuple(b[:4]) for b in file["branches"] if b[8] == CONDITION}
    for l1, c1, l2, c2, *_, shown in file["mcdc_records"]:
        seen = decisions.setdefault((l1, c1, l2, c2), [False] * len(shown))
        decisions[l1, c1, l2, c2] = [a or b for a, b in zip(seen, shown)]
    measured, missed = 0, []
    for (l1, c1, l2, c2), shown in sorted(decisions.items()):
        inside = sorted(p for p in places if (l1, c1) <= p[:2] and p[2:] <= (l2, c2))
        if len(inside) != len(shown):
            sys.exit(f"{file['filename']}:{l1}:{c1}: a decision with {len(shown)} conditions has "
                     f"{len(inside)} branches")
        for place, effect in zip(inside, shown):
            if branches[place] == [0, 0] and count_at(segments, *place[:2]) > 0:
                continue  # decided by the compiler
            measured += 1
            if not effect:
                missed.append(f"{place[0]}:{place[1]}: its own effect on the decision never shown")
    return measured, missed


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    total_lines = total_branches = total_conditions = files = 0
    failures, reported = [], []
    for file in exported(build)["files"]:
        path = pathlib.Path(file["filename"])
        if SOURCE not in path.parents:
            continue
        room = path.relative_to(SOURCE).parts[0]
        if room not in ROOMS + REPORTED:
            continue
        name = f"include/eczscore/{path.relative_to(SOURCE)}"
        lines, branches, missed = gaps(file)
        files, total_lines, total_branches = files + 1, total_lines + lines, total_branches + branches
        (failures if room in ROOMS else reported).extend(f"{name}:{gap}" for gap in missed)
        if room in MCDC + MCDC_REPORTED:
            conditions, missed = condition_gaps(file)
            total_conditions += conditions
            (failures if room in MCDC else reported).extend(f"{name}:{gap}" for gap in missed)
    for room, gap in never_included(build):
        (failures if room in ROOMS else reported).append(gap)
    print("\n".join(failures + reported))
    print(f"{files} headers, {total_lines} lines, {total_branches} branches, {total_conditions} "
          f"conditions for MC/DC, {len(failures)} missed and {len(reported)} to come")
    return 1 if failures or not files else 0


if __name__ == "__main__":
    sys.exit(main())
