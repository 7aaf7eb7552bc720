#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Injects faults into every command and looks at what is left.

A reader that goes away after so many bytes, a file that may not grow further, a full disk, a signal
at some moment, standard descriptors that are closed, a small stack, little memory; with 1 to 8
threads. Afterwards: the exit code is one of the contract, no crash; the old output file is as it was
or the new one is whole; no temporary file is left; standard error names the file that failed.
"""
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM = os.environ["ECZSCORE_BIN"]
DATA = pathlib.Path(os.environ["ECZSCORE_TEST_DATA"])
SECONDS = float(os.environ.get("ECZSCORE_FAULT_SECONDS", "20"))
SEED = int(os.environ.get("ECZSCORE_FAULT_SEED", "1"))
OLD = b"the old file\n"
KB = 1024

TABLES = {  # command -> arguments behind it; {} is the table
    "score": "score easi,poem,scorad {} --threads {threads}",
    "score json": "score easi,dlqi {} --format json --threads {threads}",
    "score table": "score poem {} --format table --threads {threads}",
    "score tsv": "score easi {} --format tsv --threads {threads} --strict",
    "change": "change {} --instrument easi --baseline baseline --at week_16 --by arm",
    "change json": "change {} --instrument poem --baseline baseline --at week_16 --format ndjson",
    "summary": "change {} --instrument poem --baseline baseline --at week_16 --by arm --summary",
    "check": "check {}",
}
OTHERS = ["list", "list --format json", "describe easi --format json", "convert --list", "check --list",
          "calc viga_ad grade=2", "convert 1.2 mg/cm2/h to g/m2/h", "--help",
          "convert --table {tewl} --column tewl_mg_cm2_h --kind tewl"]


class Faults:
    def __init__(self, folder):
        self.folder = folder
        self.random = random.Random(SEED)
        self.failures = 0
        self.tried = {}
        trial = (DATA / "synthetic_trial.csv").read_bytes()
        head, rows = trial.split(b"\n", 1)
        self.small = folder / "small.csv"
        self.small.write_bytes(trial)
        self.big = folder / "big.csv"  # several blocks of the reader
        self.big.write_bytes(head + b"\n" + rows * 8)
        self.tewl = folder / "tewl.csv"
        self.tewl.write_bytes(b"x,tewl_mg_cm2_h\n" + b"1,1.2\n" * 20000)
        self.new = folder / "new.csv"
        self.whole = {}
        self.memory_can_be_limited = True
        probe = self.run(["list"], limits={resource.RLIMIT_AS: 256 * KB * KB})
        self.memory_can_be_limited = probe.returncode == 0  # not under a sanitizer

    # --- Running ---------------------------------------------------------------------------------

    def run(self, arguments, limits=None, closed=(), **options):
        def prepare():
            # A sanitizer writes before main() can ignore the signal of a file that is too large.
            if limits and resource.RLIMIT_FSIZE in limits and not self.memory_can_be_limited:
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            for name, value in (limits or {}).items():
                resource.setrlimit(name, (value, value))
            for descriptor in closed:
                os.close(descriptor)
        options.setdefault("stdin", subprocess.DEVNULL)
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", subprocess.PIPE)
        return subprocess.run([PROGRAM, *arguments], preexec_fn=prepare, timeout=120, check=False,
                              **options)

    def command(self):
        """A command with a table: its arguments, and what it writes when nothing is wrong."""
        name = self.random.choice(sorted(TABLES))
        table = self.big if name.startswith("score") else self.small
        threads = self.random.randint(1, 8) if name.startswith("score") else 1
        arguments = TABLES[name].format(table, threads=threads).split()
        if name not in self.whole:
            clean = self.run([*arguments, *([] if "--format" in arguments else ["--format", "csv"])])
            self.whole[name] = (clean.stdout, clean.returncode)
        return name, arguments, self.whole[name]

    # --- Judging ---------------------------------------------------------------------------------

    def fail(self, what, problem, done=None):
        self.failures += 1
        print(f"FAILED: {what}: {problem}")
        if done is not None and done.stderr:
            print("  " + done.stderr.decode(errors="replace").strip().replace("\n", "\n  "))

    def judge(self, what, done, codes):
        if done.returncode not in codes:
            self.fail(what, f"exit {done.returncode}, not one of {sorted(codes)}", done)

    def judge_file(self, what, done, whole, whole_codes):
        """The old file, or the whole new one; and that the message names it."""
        found = self.new.read_bytes()
        left = list(self.folder.glob(".*.part*"))
        if left:
            self.fail(what, f"a temporary file is left: {left[0].name}", done)
            left[0].unlink()
        if done.returncode in whole_codes and found != whole:
            self.fail(what, f"exit {done.returncode}, but the new file is not whole", done)
        if found not in (OLD, whole):
            self.fail(what, "neither the old file nor the whole new one", done)
        if done.returncode == 4 and b"new.csv was not written" not in done.stderr:
            self.fail(what, "standard error does not say what became of the file", done)
        if done.returncode == 4 and found != OLD:
            self.fail(what, "exit 4, but the old file is gone", done)

    # --- The faults ------------------------------------------------------------------------------

    def closed_pipe(self):
        name, arguments, (whole, _) = self.command()
        if "--format" not in arguments:
            arguments += ["--format", "csv"]
        size = self.random.choice([0, 1, 10, 4095, 65536, self.random.randrange(len(whole) + 1)])
        what = f"{' '.join(arguments[:2])}, a reader that takes {size} bytes"
        with subprocess.Popen([PROGRAM, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, bufsize=0) as process:
            taken = 0
            while taken < size:
                part = process.stdout.read(size - taken)
                if not part:
                    break
                taken += len(part)
            process.stdout.close()
            said = process.stderr.read()
            process.wait(timeout=120)
        done = subprocess.CompletedProcess(arguments, process.returncode, b"", said)
        self.judge(what, done, {0, 1} if name == "score tsv" else {0})
        if b"cannot write" in said or b"incomplete" in said:
            self.fail(what, "a closed pipe is no error", done)

    def file_size(self):
        name, arguments, (whole, code) = self.command()
        size = self.random.choice([0, 1, 511, 65536, len(whole) - 1, len(whole),
                                   self.random.randrange(len(whole))])
        self.new.write_bytes(OLD)
        done = self.run([*arguments, "-o", str(self.new)], limits={resource.RLIMIT_FSIZE: size})
        what = f"{name}, files up to {size} of {len(whole)} bytes"
        self.judge(what, done, {code} if size >= len(whole) else {4})
        self.judge_file(what, done, whole, {0, 1})
        if done.returncode == 4 and b"new.csv: cannot write: File too large" not in done.stderr:
            self.fail(what, "standard error does not name the file", done)

    def full_disk(self):
        if self.random.random() < 0.5:
            arguments = self.random.choice(OTHERS).format(tewl=self.tewl).split()
        else:
            arguments = self.command()[1]
        what = f"{' '.join(arguments[:2])}, a full disk"
        if arguments[0] in ("score", "change") and self.random.random() < 0.5:
            done = self.run([*arguments, "-o", "/dev/full"])
            file = b"/dev/full"
        else:
            with open("/dev/full", "wb") as full:
                done = self.run(arguments, stdout=full)
            file = b"standard output"
        self.judge(what, done, {4})
        if file + b": cannot write: No space left" not in done.stderr:
            self.fail(what, "standard error does not name the file", done)

    def ended_by(self):
        name, arguments, (whole, code) = self.command()
        which = self.random.choice([signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
        delay = self.random.choice([0, 0.002, 0.005, 0.01, 0.02, 0.05]) * self.random.uniform(0.5, 2)
        what = f"{name}, {which.name} after {1000 * delay:.1f} ms"
        self.new.write_bytes(OLD)
        with subprocess.Popen([PROGRAM, *arguments, "-o", str(self.new)], stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
            time.sleep(delay)
            process.send_signal(which)
            said = process.stderr.read()
            process.wait(timeout=120)
        done = subprocess.CompletedProcess(arguments, process.returncode, b"", said)
        self.judge(what, done, {code, -which})
        self.judge_file(what, done, whole, {0, 1})
        if done.returncode == -which and self.new.read_bytes() == OLD and \
                said and b"new.csv was not written; the old file is as it was" not in said:
            # A signal before the output was opened says nothing; what was said before is a remark.
            if b"cannot" in said:
                self.fail(what, "standard error says something else", done)

    def closed_descriptors(self):
        name, arguments, (whole, code) = self.command()
        closed = [d for d in (0, 1, 2) if self.random.random() < 0.6]
        self.new.write_bytes(OLD)
        what = f"{name}, closed {closed}"
        done = self.run([*arguments, "-o", str(self.new)], closed=closed)
        self.judge(what, done, {code})
        self.judge_file(what, done, whole, {0, 1})
        broken = self.folder / "broken.csv"
        broken.write_bytes(self.small.read_bytes()[:20000] + b"\n1,2\n")
        self.new.write_bytes(OLD)
        arguments = [str(broken) if a in (str(self.big), str(self.small)) else a for a in arguments]
        done = self.run([*arguments, "-o", str(self.new)], closed=closed)
        self.judge(what + ", a broken table", done, {3})
        self.judge_file(what + ", a broken table", done, OLD, set())
        others = self.random.choice(OTHERS).format(tewl=self.tewl).split()
        done = self.run(others, closed=sorted({1, *closed}))
        self.judge(f"{' '.join(others)}, closed {closed} and 1", done, {4})
        if 2 not in closed and b"standard output: cannot write: it is closed" not in done.stderr:
            self.fail(what, "standard error does not say that the output is closed", done)
        done = self.run(["score", "poem", "-"], closed=sorted({0, *closed} - {1}))
        self.judge(f"score, closed {closed} and 0", done, {3})

    def small_stack(self):
        name, arguments, (whole, code) = self.command()
        size = self.random.choice([128, 160, 192, 256, 512, 1024])
        self.new.write_bytes(OLD)
        done = self.run([*arguments, "-o", str(self.new)],
                        limits={resource.RLIMIT_STACK: size * KB})
        what = f"{' '.join(arguments)}, a stack of {size} KB"
        self.judge(what, done, {code})
        self.judge_file(what, done, whole, {0, 1})

    def little_memory(self):
        if not self.memory_can_be_limited:
            return
        name, arguments, (whole, code) = self.command()
        size = int(2 ** self.random.uniform(12, 17))  # 4 to 128 MB
        self.new.write_bytes(OLD)
        done = self.run([*arguments, "-o", str(self.new)], limits={resource.RLIMIT_AS: size * KB})
        what = f"{' '.join(arguments)}, {size} KB of memory"
        if b"shared libraries" in done.stderr or (not done.stderr and done.returncode in (127, -11)):
            if size > 32 * KB:
                self.fail(what, f"exit {done.returncode}", done)
            return  # it did not begin
        self.judge(what, done, {code, 3, 4})
        if done.returncode == 4 and b"new.csv" not in done.stderr:
            # Not opened yet: nothing to say of the file, but the cause is said.
            if b"memory" not in done.stderr:
                self.fail(what, "standard error does not say why", done)
            if self.new.read_bytes() != OLD:
                self.fail(what, "the old file is gone", done)
            return
        self.judge_file(what, done, whole, {0, 1})

    def go(self):
        kinds = [self.closed_pipe, self.file_size, self.full_disk, self.ended_by,
                 self.closed_descriptors, self.small_stack, self.little_memory]
        end = time.monotonic() + SECONDS
        while time.monotonic() < end or len(self.tried) < len(kinds):
            for kind in kinds:
                kind()
                self.tried[kind.__name__] = self.tried.get(kind.__name__, 0) + 1
        counts = ", ".join(f"{name} {count}" for name, count in self.tried.items())
        print(f"seed {SEED}: {counts}; {self.failures} failed")
        return 1 if self.failures else 0


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        sys.exit(Faults(pathlib.Path(name)).go())
