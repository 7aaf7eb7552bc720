# SPDX-License-Identifier: BSL-1.0
"""Speed of `eczscore score` on a large table, beside its yardsticks, in turn, in the same run.

    csv_score.py --bin build/release/bin/eczscore --dir /dev/shm/bench [--rows 8000000]
                 [--rounds 7] [--peers datatable,pandas,duckdb] [--peer-rows 1000000] [--only NAME]

Writes the table, outputs and two small programs to --dir (memory rather than a disk). One-thread
figures are CPU seconds, pinned to a processor; two-thread figures are wall seconds. A ratio is the
median over pairs that ran one after the other. For duckdb, start it in a folder whose node_modules
has @duckdb/node-api.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
IDS = "easi,scorad,poem"


def run(command, output=None, one_core=True):
    """CPU seconds, wall seconds and peak KiB of one process."""
    target = output or os.devnull
    start = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        if one_core:
            os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.dup2(descriptor, 1)
        os.execvp(command[0], command)
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss


def pairs(ours, theirs, rounds, wall=False):
    """Medians of both and of their ratio; each is a function that returns what run() does."""
    ours(), theirs()
    which = 1 if wall else 0
    samples = [(ours()[which], theirs()[which]) for _ in range(rounds)]
    a, b = zip(*samples)
    ratios = sorted(x / y for x, y in samples)
    return statistics.median(a), statistics.median(b), statistics.median(ratios), ratios


def report(name, result, goal, better):
    a, b, ratio, ratios = result
    print(f"{name:44} {a:9.4f} s  {b:9.4f} s  {ratio:8.2f}  ({ratios[0]:.2f} to {ratios[-1]:.2f})"
          f"  goal {better} {goal}", flush=True)


def make_table(args, rows):
    maker = args.dir / "make_trial_csv"
    if not maker.exists():
        subprocess.run([os.environ.get("CXX", "g++"), "-std=c++20", "-O2",
                        str(HERE / "make_trial_csv" / "main.cpp"), "-o", str(maker)], check=True)
    table = args.dir / f"trial_{rows}.csv"
    if not table.exists():
        with open(table, "wb") as out:
            subprocess.run([str(maker), str(rows)], stdout=out, check=True)
    return table


def measure_table(args):
    table = str(make_table(args, args.rows))
    size = os.path.getsize(table) / 1e9
    print(f"{args.rows} rows, {size:.3f} GB; {IDS}, --select subject")
    score = [args.bin, "score", IDS, table, "--select", "subject", "--no-progress"]
    out = str(args.dir / "scored.csv")

    def wc():
        return run(["wc", "-l", table])

    report("score / wc -l, output discarded",
           pairs(lambda: run(score), wc, args.rounds), 7, "<=")
    report("score / wc -l, output to --dir",
           pairs(lambda: run(score, out), wc, args.rounds), 9, "<=")
    report("1 thread / 2 threads, wall, discarded",
           pairs(lambda: run(score, one_core=False),
                 lambda: run(score + ["--threads", "2"], one_core=False), args.rounds, True),
           1.6, ">=")
    peaks = [run(score + ["--threads", str(n)], one_core=False)[2] / 1024 for n in (1, 2)]
    print(f"peak memory: {peaks[0]:.1f} MB with 1 thread, {peaks[1]:.1f} MB with 2  goal <= 32")


def measure_peers(args):
    table = str(make_table(args, args.peer_rows))
    out = str(args.dir / "scored.csv")
    commands = {
        "datatable": (["Rscript", str(HERE / "peers" / "csv_score_datatable.R")], 10),
        "pandas": (["/usr/bin/python3", str(HERE / "peers" / "csv_score_pandas.py")], 35),
        "duckdb": (["node", str(HERE / "peers" / "csv_score_duckdb.mjs")], 12),
    }
    score = [args.bin, "score", IDS, table, "--select", "subject", "--no-progress"]
    rounds = max(3, args.rounds // 2)
    for peer in filter(None, args.peers.split(",")):
        command, goal = commands[peer]
        result = pairs(lambda: run(command + ["1", table, out + "." + peer]),
                       lambda: run(score, out), rounds)
        report(f"{peer} / score, {args.peer_rows} rows", result, goal, ">=")


def measure_start(args):
    """One row scored, against a program that does nothing: 50 starts a sample."""
    empty = args.dir / "empty"
    subprocess.run(["cc", "-O2", "-x", "c", "-", "-o", str(empty)], input=b"int main(){return 0;}",
                   check=True)
    table = str(make_table(args, 1))
    calc = [args.bin, "calc", "poem"] + [f"{i}=1" for i in (
        "itch", "sleep", "bleeding", "weeping", "cracking", "flaking", "dryness")]

    def starts(command):
        def sample():
            start = time.perf_counter()
            for _ in range(50):
                child = os.posix_spawn(command[0], command, os.environ, file_actions=[
                    (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
                if os.waitpid(child, 0)[1] != 0:
                    sys.exit(f"failed: {' '.join(command)}")
            return (time.perf_counter() - start) / 50, 0, 0
        return sample

    everywhere = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(everywhere)})
    for name, command in (("score of one row", [args.bin, "score", IDS, table]), ("calc", calc)):
        result = pairs(starts([os.path.abspath(command[0])] + command[1:]), starts([str(empty)]),
                       args.rounds)
        report(f"start-up: {name} / empty program", result, 4, "<=")
    os.sched_setaffinity(0, everywhere)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--dir", required=True, type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=8_000_000)
    parser.add_argument("--peer-rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--peers", default="datatable,pandas")
    parser.add_argument("--only", default="table,peers,start")
    args = parser.parse_args()
    args.dir.mkdir(parents=True, exist_ok=True)
    for part in args.only.split(","):
        {"table": measure_table, "peers": measure_peers, "start": measure_start}[part](args)


if __name__ == "__main__":
    main()
