#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Requires every line and branch of the scoring rooms to be run by the tests.

check_coverage.py BUILD_DIR: reads BUILD_DIR/profiles/*.profraw, left by the tests of the preset
coverage, and prints each line and branch that no test reaches.

Templates count as one: a branch is covered when some instantiation takes it each way. What the
compiler decides by itself (`if constexpr`, a constant condition) is no branch, and code that runs
only in the compiler (`consteval`) leaves no trace and is proved there.
"""
import json
import pathlib
import subprocess
import sys

ROOMS = ("core", "model", "score", "instruments", "instruments.hpp")
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


def gaps(file):
    """(measured, missed) of one file; missed are sentences."""
    segments, branches = file["segments"], {}
    for l1, c1, l2, c2, true, false, *_ in file["branches"]:
        seen = branches.setdefault((l1, c1, l2, c2), [0, 0])
        seen[0], seen[1] = max(seen[0], true), max(seen[1], false)
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


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    total_lines = total_branches = files = 0
    failures = []
    for file in exported(build)["files"]:
        path = pathlib.Path(file["filename"])
        if SOURCE not in path.parents or path.relative_to(SOURCE).parts[0] not in ROOMS:
            continue
        lines, branches, missed = gaps(file)
        files, total_lines, total_branches = files + 1, total_lines + lines, total_branches + branches
        failures += [f"include/eczscore/{path.relative_to(SOURCE)}:{gap}" for gap in missed]
    print("\n".join(failures))
    print(f"{files} headers, {total_lines} lines, {total_branches} branches, {len(failures)} missed")
    return 1 if failures or not files else 0


if __name__ == "__main__":
    sys.exit(main())
