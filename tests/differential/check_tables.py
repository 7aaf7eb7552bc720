# SPDX-License-Identifier: BSL-1.0
"""Random tables through every command, format, number of threads, block size and processor level,
compared row by row with the scalar library (the program scalar_rows) and, for a few sums, with
fractions in Python. `.ci/run differential` runs it; CONTRIBUTING.md says how to run it for longer.

    check_tables.py ECZSCORE SCALAR_ROWS WORK_FOLDER [--rounds N] [--seed N]

A failure names its round: `--first ROUND --rounds 1` with the same seed runs that one alone, and its
table is in the work folder.
"""
import argparse
import csv
import io
import json
import multiprocessing
import os
import random
import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

from instruments import ask, read_instruments, tokens
from random_table import MISSING, NASTY, Table, decimal, random_table
from simple_sums import SIMPLE, plain

csv.field_size_limit(1 << 30)
FORMATS = ["csv", "tsv", "json", "ndjson", "table"]
ARMS = ["active", "active", "placebo", "a,b"]
BLOCKS = ["4", "37", "256", "4096", "65536"]
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
LEVELS = ["baseline", "avx2", "avx512"]


class Mismatch(Exception):
    pass


def text(data):
    return data.decode("utf-8", "surrogateescape")


def require(condition, *what):
    if not condition:
        raise Mismatch(" ".join(str(each) for each in what)[:1500])


def same(what, expected, found):
    require(expected == found, f"{what}\n  expected: {expected!r:.600}\n  found:    {found!r:.600}")


# --- running and reading back ---------------------------------------------------------------------


class Round:
    """One round: its random numbers, its folder, and how the program is run."""

    def __init__(self, settings, number):
        self.settings = settings
        self.number = number
        self.rng = random.Random(f"{settings.seed}/{number}")
        self.folder = Path(settings.work) / f"round_{number}"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.command = []

    def save(self, name, data):
        path = self.folder / name
        path.write_bytes(data)
        return str(path)

    def run(self, *arguments, block=None, level=None, stdin=None):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("ECZSCORE_TEST_")}
        if block:
            environment["ECZSCORE_TEST_BLOCK_BYTES"] = block
        if level:
            environment["ECZSCORE_TEST_KERNELS"] = level
        self.command = [f"block={block} level={level}", *arguments]
        with open(stdin or os.devnull, "rb") as feed:
            done = subprocess.run([self.settings.program, *arguments], stdin=feed, capture_output=True,
                                  env=environment, timeout=300, check=False)
        require(done.returncode >= 0, f"ended by signal {-done.returncode}")
        return done


def read_delimited(data, delimiter):
    rows = list(csv.reader(io.StringIO(text(data), newline=""), delimiter=delimiter, strict=True))
    return rows[0], rows[1:]


def read_object(line):
    return json.loads(line, object_pairs_hook=list, parse_int=str, parse_float=str,
                      parse_constant=lambda word: require(False, "JSON has", word))


def read_json(data, lines):
    """Names (of the first object) and rows; the text must be UTF-8 as RFC 8259 wants it."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Mismatch(f"the JSON is not UTF-8: {error}") from error
    if lines:
        objects = [read_object(line) for line in text(data).split("\n")[:-1]]
    else:
        objects = read_object(text(data))
    names = [name for name, _ in objects[0]] if objects else None
    for pairs in objects:
        same("names of a JSON object", names, [name for name, _ in pairs])
    if names is not None:
        require(len(set(names)) == len(names), "names of a JSON object are not unique:", names)
    return names, [["" if value is None else value for _, value in pairs] for pairs in objects]


def in_json(cell):
    """A cell as JSON can hold it: bytes that are no UTF-8 become U+FFFD."""
    return cell.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def check_text_table(data, names, rows, what):
    """A table for people: a line a row, no control characters, every cell in its place."""
    lines = text(data).split("\n")
    same(f"{what}: lines", len(rows) + 2, len(lines))
    same(f"{what}: after the last line", "", lines[-1])
    for line, cells in zip(lines, [names, *rows]):
        control = CONTROL.search(line)
        require(control is None, what, "control character", control, "in", repr(line[:300]))
        at = 0
        for cell in cells:
            plain = cell.strip()
            if plain.isascii() and plain.isprintable() and plain:
                found = line.find(plain, at)
                require(found >= 0, what, "lacks", repr(plain[:80]), "in", repr(line[:300]))
                at = found + len(plain)


def read_back(data, form, names, what):
    """Names and rows of an output that is not for people; `names`: when JSON has no row to show them."""
    if form in ("csv", "tsv"):
        return read_delimited(data, "," if form == "csv" else "\t")
    found, rows = read_json(data, form == "ndjson")
    if form == "json":
        require(text(data).endswith("]\n"), what, "ends without ]")
    return names if found is None else found, rows


def check_format(data, form, names, rows, what):
    """An output in any format holds these names and rows."""
    if form == "table":
        return check_text_table(data, names, rows, what)
    found_names, found_rows = read_back(data, form, names, what)
    if form in ("json", "ndjson"):
        if len(set(names)) == len(names):
            same(f"{what}: names", [in_json(name) for name in names], found_names)
        same(f"{what}: columns", len(names), len(found_names))
        rows = [[in_json(cell) for cell in row] for row in rows]
    else:
        same(f"{what}: names", names, found_names)
    same(f"{what}: rows", len(rows), len(found_rows))
    for i, (expected, found) in enumerate(zip(rows, found_rows)):
        same(f"{what}: row {i + 1}", expected, found)
    return None


def present(name):
    return "-" if name is None else "+" + name


def place_tokens(place, names):
    flat = []
    for value, percent in place.items:
        flat += [value, percent]
    flat += [place.years, place.months]
    return tokens(*(present(None if c is None else names[c]) for c in flat)), [c for c in flat if c is not None]


# --- eczscore score -------------------------------------------------------------------------------


def expected_scores(settings, table, places, bands, flags):
    """For each place the cells of every row: score, band, status, note, sub-scores."""
    all_cells = []
    for place in places:
        head, columns = place_tokens(place, table.names)
        request = [tokens("score", place.instrument.id, bands, flags), head, tokens(str(len(table.rows)))]
        request += [tokens(*(row[c] for c in columns)) for row in table.rows]
        answer = ask(settings.scalar, b"".join(request))
        cells = []
        for _ in table.rows:
            status, score, band, note = (answer.take() for _ in range(4))
            parts = [answer.take() for _ in place.instrument.subscores]
            cells.append([score, band, status, note, *parts])
        require(answer.at_end(), "scalar_rows said more than it was asked")
        all_cells.append(cells)
    return all_cells


def check_simple_sums(table, places, expected):
    """The library's own scores against sums in fractions."""
    for place, cells in zip(places, expected):
        oracle = SIMPLE.get(place.instrument.id)
        if oracle is None:
            continue
        for i, row in enumerate(table.rows):
            answers = {item.key: ("" if value is None else row[value], "" if percent is None else row[percent])
                       for item, (value, percent) in zip(place.instrument.items, place.items)}
            age = [("" if c is None else row[c]) for c in (place.years, place.months)]
            total = oracle(answers, age)
            if total is not None:
                same(f"{place.instrument.id}: row {i + 1}: the scalar library and the sum in fractions",
                     ("ok", total), (cells[i][2], cells[i][0]))


def score_options(rng, table, places):
    """Options, the band scheme, the letters for scalar_rows and the columns that are kept."""
    options, flags = [], ""
    bands = ""
    schemes = [scheme for place in places for scheme in place.instrument.bands]
    if schemes and rng.random() < 0.3:
        bands = rng.choice(schemes)
        options += ["--bands", bands]
    for option, letter in (("--any-age", "a"), ("--complete-only", "c"), ("--regional-only", "r")):
        if rng.random() < 0.25:
            options.append(option)
            flags += letter
    kept = list(range(len(table.names)))
    plain = [i for i, name in enumerate(table.names)
             if table.names.count(name) == 1 and name.replace("_", "").isalnum() and name.isascii()]
    if rng.random() < 0.25:
        kept = rng.sample(plain, rng.randrange(0, min(len(plain), 6) + 1))
        options += ["--select", ",".join(table.names[i] for i in kept)]
    return options, bands, flags, kept


def check_score(settings, number, count, odd):
    here = Round(settings, number)
    rng = here.rng
    chosen = rng.sample(settings.instruments, rng.choice([1, 1, 2, 3, 5]))
    first = settings.instruments[number % len(settings.instruments)]
    wanted, chosen = chosen, [first]
    for each in wanted[1:]:  # a table with the columns of both prefixes of an instrument is refused
        if each is not first and not any(each.also == other.prefix or each.prefix == other.also for other in chosen):
            chosen.append(each)
    table, places, mapped = random_table(rng, chosen, count, odd, plain=rng.random() < 0.3)
    path = here.save("table.csv", table.data(rng))
    options, bands, flags, kept = score_options(rng, table, places)
    for item, column in mapped.items():
        options += ["--map", f"{column}={item}"]
    ids = ",".join(each.id for each in chosen)
    expected = expected_scores(settings, table, places, bands, flags)
    check_simple_sums(table, places, expected)
    names = [table.names[c] for c in kept]
    for place in places:
        names += [f"{place.instrument.id}{what}" for what in ("_score", "_band", "_status", "_note")]
        names += [f"{place.instrument.id}_{part}" for part in place.instrument.subscores]
    rows = [[row[c] for c in kept] + [cell for cells in expected for cell in cells[i]] for i, row in enumerate(table.rows)]
    invalid = sum(any(cells[i][2] == "invalid" for cells in expected) for i in range(len(table.rows)))
    outputs = {}
    runs = [(form, "1", None, None) for form in FORMATS]
    for form in FORMATS:
        for _ in range(2 if form == "csv" else 1):
            runs.append((form, str(rng.randint(1, 8)), rng.choice(BLOCKS), rng.choice(settings.levels)))
    for form, threads, block, level in runs:
        arguments = ["score", ids, path, "--format", form, "--threads", threads, *options]
        strict = rng.random() < 0.3
        if strict:
            arguments.append("--strict")
        source, target = rng.random() < 0.1, rng.random() < 0.1
        if source:
            arguments[2] = "-"
        if target:
            arguments += ["-o", str(here.folder / "out")]
        done = here.run(*arguments, block=block, level=level, stdin=path if source else None)
        err = text(done.stderr)
        same(f"score: exit code ({err.strip()[:300]})", 1 if strict and invalid else 0, done.returncode)
        data = (here.folder / "out").read_bytes() if target else done.stdout
        if strict and invalid:
            require(f"{invalid} of {len(rows)} rows are invalid" in err, "the count of invalid rows:", invalid, "of", len(rows), "in", err)
        if form not in outputs:
            outputs[form] = data
            check_format(data, form, names, rows, f"score --format {form}")
        else:
            require(outputs[form] == data, f"score --format {form}: threads {threads}, block {block}, level {level} give other bytes")
    return here


# --- eczscore change ------------------------------------------------------------------------------


def trimmed(cell):
    return cell.strip(" \t")


class Subject:
    """The rows of one subject at the two visits."""

    def __init__(self):
        self.rows = [None, None]
        self.lines = [0, 0]
        self.second = [0, 0]


def collect(table, lines, visits):
    """Subjects in the order in which they first appear."""
    subject, visit = table.names.index("subject"), table.names.index("visit")
    subjects = {}
    for row, line in zip(table.rows, lines):
        name = trimmed(row[subject])
        if not name:
            continue
        here = subjects.setdefault(name, Subject())
        if trimmed(row[visit]) not in visits:
            continue
        which = visits.index(trimmed(row[visit]))
        if here.rows[which] is None:
            here.rows[which], here.lines[which] = row, line
        elif here.second[which] == 0:
            here.second[which] = line
    return subjects


def first_lines(table):
    """The physical line on which each row begins."""
    end = "\r" if table.newline == "\r" else "\n"
    line = 1 + sum(name.count(end) for name in table.names)
    lines = []
    for row in table.rows:
        line_here = line + 1
        lines.append(line_here)
        line = line_here + sum(cell.count(end) for cell in row)
    return lines


def expected_changes(settings, table, place, subjects, bands, flags, visits, by):
    head, columns = place_tokens(place, table.names)
    request = [tokens("change", place.instrument.id, bands, flags), head, tokens(str(len(subjects)))]
    for subject in subjects.values():
        for row in subject.rows:
            request.append(tokens("-") if row is None else tokens("+", *(row[c] for c in columns)))
    answer = ask(settings.scalar, b"".join(request))
    rows, thresholds = [], None
    for name, subject in subjects.items():
        visit_cells = [[answer.take() for _ in range(4)] for _ in range(2)]
        change, percent = answer.take(), answer.take()
        judged = [line.split("=") for line in answer.take().split("\n")[:-1]]
        state = answer.take()
        thresholds = [id_ for id_, _ in judged]
        twice = any(subject.second)
        shown = subject.rows[0] or subject.rows[1]
        row = [name] + ["" if shown is None else shown[c] for c in by]
        for score, band, _, _ in visit_cells:
            row += ["", ""] if twice else [score, band]
        row += ["", ""] if twice else [change, percent]
        row += ["not_evaluable" if twice else word for _, word in judged]
        row.append("duplicate" if twice else "ok" if state != "not_evaluable" else "not_evaluable")
        parts = []
        for which in range(2):
            if subject.second[which]:
                parts.append(f"visit '{visits[which]}' is there twice, in lines {subject.lines[which]} and "
                             f"{subject.second[which]}: keep one")
            elif subject.rows[which] is None:
                parts.append(f"no row for the visit '{visits[which]}'")
            elif visit_cells[which][2]:
                parts.append(f"{visits[which]}: {visit_cells[which][2].removesuffix('.')}")
        row.append(parts)
        rows.append(row)
    return thresholds, rows


def same_change(expected, found, what):
    """All cells alike; the note holds every part that is due."""
    parts = expected[-1]
    same(what, expected[:-1], found[:-1])
    at = 0
    for part in parts:
        where = found[-1].find(part, at)
        require(where >= 0, f"{what}: the note lacks {part!r:.400}\n  note: {found[-1]!r:.900}")
        at = where + len(part)
    if not parts and found[-1]:
        due = ("the columns of --by differ", "a birthday between", "the score is itself a change", "no percentage of a baseline of 0")
        require(found[-1].startswith(due), f"{what}: a note that is not due: {found[-1]!r:.400}")


def check_change(settings, number, count, odd):
    here = Round(settings, number)
    rng = here.rng
    instrument = settings.instruments[number * 7 % len(settings.instruments)]
    table, places, mapped = random_table(rng, [instrument], count, odd, plain=rng.random() < 0.3)
    visits = rng.choice([("baseline", "week_16"), ("0", "1"), ("visit a", "wk16")])
    for name in ("visit", "arm", "subject"):
        if name not in table.names:
            table.names.append(name)
            table.rows = [row + [""] for row in table.rows]
    many = max(1, count // 2)
    same_arms = rng.random() < 0.7
    for index, row in enumerate(table.rows):
        row[table.names.index("subject")] = rng.choice(["", " s1 "]) if rng.random() < 0.02 else f"s{rng.randrange(many)}"
        row[table.names.index("visit")] = rng.choice([*visits, *visits, *visits, "other", f" {visits[0]}", ""])
        subject = row[table.names.index("subject")]
        row[table.names.index("arm")] = ARMS[sum(map(ord, trimmed(subject))) % 4 if same_arms else rng.randrange(4)]
    for visit, row in zip(visits, table.rows):
        row[table.names.index("visit")] = visit
        row[table.names.index("subject")] = "s0"
    if len(table.rows) < 2:
        return here
    path = here.save("table.csv", table.data(rng))
    flags, options = "", ["--instrument", instrument.id, "--baseline", visits[0], "--at", visits[1]]
    by = [name for name in ("arm",) if rng.random() < 0.6]
    for name in by:
        options += ["--by", name]
    bands = ""
    if instrument.bands and rng.random() < 0.3:
        bands = rng.choice(instrument.bands)
        options += ["--bands", bands]
    if rng.random() < 0.3:
        flags = "b"
        options += ["--age-at", "baseline"]
    for item, column in mapped.items():
        options += ["--map", f"{column}={item}"]
    subjects = collect(table, first_lines(table), visits)
    thresholds, rows = expected_changes(settings, table, places[0], subjects, bands, flags, visits,
                                        [table.names.index(name) for name in by])
    names = ["subject", *by, "baseline", "baseline_band", "value", "band", "change", "percent_improvement",
             *thresholds, "status", "note"]
    found = None
    for form in FORMATS:
        done = here.run("change", path, "--format", form, *options)
        same(f"change: exit code ({text(done.stderr).strip()[:300]})", 0, done.returncode)
        if form == "table":
            same("change --format table: lines", len(rows) + 1, len(text(done.stdout).split("\n")) - 1)
            continue
        if form == "csv":
            found_names, found = read_delimited(done.stdout, ",")
            same("change: names", names, found_names)
            same("change: subjects", len(rows), len(found))
            for expected, cells in zip(rows, found):
                same_change(expected, cells, f"change: subject {expected[0]}")
        else:
            check_format(done.stdout, form, names, found, f"change --format {form}")
    check_summary(here, path, options, by, names, found)
    return here


def group_numbers(names, rows, by):
    """From the rows of subjects: for each group its subjects, and the numbers of those with a change."""
    groups = {}
    for row in rows:
        cell = dict(zip(names, row))
        if by and cell["note"].count("no row for the visit") == 2:
            continue  # at neither visit: in no group
        key = ", ".join(trimmed(cell[name]) for name in by)
        group = groups.setdefault(key, [0, []])
        group[0] += 1
        if cell["status"] == "ok":
            group[1].append(cell)
    return groups


def check_summary(here, path, options, by, names, rows):
    """Groups: counts, means and responders are those of the subjects, and every format can be read."""
    outputs = {}
    for form in FORMATS:
        done = here.run("change", path, "--format", form, "--summary", *options)
        if done.returncode == 2:  # an instrument without groups to compare
            return
        same("change --summary: exit code", 0, done.returncode)
        outputs[form] = done.stdout
    delimited = read_delimited(outputs["csv"], ",")
    require(delimited == read_delimited(outputs["tsv"], "\t"), "change --summary: csv and tsv differ")
    lines = [json.loads(line) for line in outputs["ndjson"].decode("utf-8").splitlines()]
    same("change --summary: rows of ndjson", len(delimited[1]) if len(lines) != 1 else 1, len(lines))
    summary = json.loads(outputs["json"].decode("utf-8"), parse_constant=lambda word: require(False, "JSON has", word))
    expected = group_numbers(names, rows, by)
    if by:
        same("change --summary: groups", sorted(in_json(key) for key in expected), sorted(group["group"] for group in summary["groups"]))
    for group in summary["groups"]:
        subjects, members = expected[group["group"]] if by else next(iter(expected.values()))
        what = f"change --summary: group {group['group']!r}: "
        same(what + "subjects and n", (subjects, len(members)), (group["subjects"], group["n"]))
        same(what + "subjects without a change", subjects - len(members), sum(each["n"] for each in group["not_evaluable"]))
        for key, column in (("baseline", "baseline"), ("value", "value")):
            near_mean(what + key, [cell[column] for cell in members], group[key]["mean"])
        near_mean(what + "change", [cell["change"] for cell in members], group["mean_change"]["estimate"])
        for share in group["responders"]:
            answers = [cell[share["id"]] for cell in members]
            same(what + share["id"], (answers.count("yes"), len(answers) - answers.count("not_evaluable")),
                 (share["responders"], share["eligible"]))


def near_mean(what, cells, found):
    if not cells:
        return same(what, None, found)
    mean = sum(Fraction(cell) for cell in cells) / len(cells)
    scale = max(abs(Fraction(cell)) for cell in cells)
    require(found is not None and abs(Fraction(found) - mean) <= scale / 10**12, what, "mean", float(mean), "found", found)
    return None


# --- eczscore check and convert -------------------------------------------------------------------


def check_check(settings, number, count, odd):
    here = Round(settings, number)
    rng = here.rng
    chosen = rng.sample(settings.instruments, rng.choice([2, 4, 8]))
    table, _, _ = random_table(rng, chosen, count, odd, plain=True)
    for name in ("visit", "subject"):
        if name not in table.names:
            table.names.append(name)
            table.rows = [row + [""] for row in table.rows]
    for index, row in enumerate(table.rows):
        row[table.names.index("subject")] = f"s{index // 3}"
        row[table.names.index("visit")] = f"v{index % 3}"
    path = here.save("table.csv", table.data(rng))
    first = here.run("check", path, "--format", "csv")
    if first.returncode == 2 and b"appears twice" in first.stderr:
        return here
    same(f"check: exit code ({text(first.stderr).strip()[:300]})", 0, first.returncode)
    names, rows = read_delimited(first.stdout, ",")
    lines = first_lines(table)
    subjects = {str(line): (row[table.names.index("subject")], row[table.names.index("visit")])
                for line, row in zip(lines, table.rows)}
    for row in rows:
        same("check: subject and visit of the line that a finding names", subjects.get(row[0]), (row[1], row[2]))
    for form in ("tsv", "json", "ndjson"):
        check_format(here.run("check", path, "--format", form).stdout, form, names, rows, f"check --format {form}")
    same("check --format table: lines", len(rows) + 1,
         text(here.run("check", path, "--format", "table").stdout).count("\n") if rows else 1)
    return here


CONVERSIONS = [  # kind, header, unit of each row, unit asked for, factor
    ("tewl", "tewl_g_m2_h", None, "mg/cm2/h", Fraction(1, 10)),
    ("tewl", "tewl_mg_cm2_h", None, "g/m2/h", Fraction(10)),
    ("tewl", "tewl", ["g/m2/h", "mg/cm2/h"], "g/m2/h", [Fraction(1), Fraction(10)]),
]


def check_convert(settings, number, count, _odd):
    """Every row out once, kept cells as they came, exact products, alike in every format."""
    here = Round(settings, number)
    rng = here.rng
    kind, header, units, target, factor = rng.choice(CONVERSIONS)
    names = ["subject", header, "unit", "comment"]
    rows = []
    for index in range(count):
        value = rng.choice([decimal(Fraction(rng.randrange(0, 10**6), 10 ** rng.randrange(0, 7))), *MISSING, "-1", "x", "7,5", "0"])
        rows.append([f"S{index}", value, rng.choice(units or ["", "g/m2/h"]), rng.choice(["", *NASTY])])
    table = Table(names, rows, rng.choice(",;\t"), rng.choice(["\n", "\r\n", "\r"]), rng.random() < 0.2)
    path = here.save("table.csv", table.data(rng))
    options = ["--table", path, "--column", header, "--kind", kind, "--to", target]
    if units:
        options += ["--unit-column", "unit"]
    done = here.run("convert", "--format", "csv", *options)
    same(f"convert: exit code ({text(done.stderr).strip()[:300]})", 0, done.returncode)
    found_names, found = read_delimited(done.stdout, ",")
    same("convert: names", names + [f"{header}_{what}" for what in ("converted", "converted_unit", "flag", "note")], found_names)
    same("convert: rows", len(rows), len(found))
    for i, (row, cells) in enumerate(zip(rows, found)):
        same(f"convert: kept cells of row {i + 1}", row, cells[:4])
        value = plain(row[1])
        if value is not None:
            times = factor[units.index(row[2])] if units else factor
            same(f"convert: row {i + 1}", value * times, Fraction(cells[4] or -1))
        elif row[1] in MISSING:
            same(f"convert: a missing cell in row {i + 1}", ("", "missing"), (cells[4], cells[6]))
        elif row[1] in ("x", "7,5"):
            same(f"convert: no number in row {i + 1}", ("", "refused"), (cells[4], cells[6]))
    for form in ("tsv", "json", "ndjson"):
        check_format(here.run("convert", "--format", form, *options).stdout, form, found_names, found, f"convert --format {form}")
    return here


def check_describe(settings, number, _count, _odd):
    """What `list` and `describe` say of an instrument is what the library says."""
    here = Round(settings, number)
    listed = json.loads(here.run("list", "--format", "json").stdout)
    same("list: ids", [each.id for each in settings.instruments], [each["id"] for each in listed])
    for instrument in here.rng.sample(settings.instruments, 15):
        said = json.loads(here.run("describe", instrument.id, "--format", "json").stdout)
        items = [item for item in said["items"] if item["key"] not in ("age_years", "age_months")]
        same(f"describe {instrument.id}: keys", [item.key for item in instrument.items], [item["key"] for item in items])
        for item, words in zip(instrument.items, items):
            if item.labels_only:
                same(f"describe {instrument.id}: {item.key}", (None, None, item.words), (words["min"], words["max"], words["levels"]))
                continue
            same(f"describe {instrument.id}: {item.key}", (float(item.low), float(item.high)), (words["min"], words["max"]))
            if item.levels:
                same(f"describe {instrument.id}: levels of {item.key}", [float(level) for level in item.levels], words["levels"])
        same(f"describe {instrument.id}: bands", instrument.bands, [scheme["id"] for scheme in said["bandings"]])
    return here


CHECKS = [(check_score, 12), (check_change, 4), (check_check, 1), (check_convert, 1), (check_describe, 1)]


def one_round(settings_and_number):
    settings, number = settings_and_number
    rng = random.Random(f"{settings.seed}/{number}/kind")
    kind = rng.choices([check for check, _ in CHECKS], [share for _, share in CHECKS])[0]
    count = rng.choice([0, 1, 2, 3, 30, 63, 64, 65, 127, 200, 200, 500, 1023, 1024, 1025, 2100])
    odd = rng.choice([0.0, 0.02, 0.2, 0.5])
    here = Round(settings, number)
    try:
        here = kind(settings, number, count, odd)
        for left in here.folder.iterdir():
            left.unlink()
        here.folder.rmdir()
        return None
    except (Mismatch, OSError, ValueError, csv.Error) as mismatch:
        return f"round {number} ({kind.__name__}, {count} rows): {mismatch}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("scalar")
    parser.add_argument("work")
    parser.add_argument("--seed", type=int, default=int(os.environ.get("ECZSCORE_DIFFERENTIAL_SEED", "10")))
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=int(os.environ.get("ECZSCORE_DIFFERENTIAL_ROUNDS", "200")))
    settings = parser.parse_args()
    settings.program, settings.scalar = map(os.path.abspath, (settings.program, settings.scalar))
    settings.instruments = read_instruments(settings.scalar)
    settings.levels = [None]
    for level in LEVELS:
        probe = subprocess.run([settings.program, "score", "poem", os.devnull], capture_output=True, check=False,
                               env={**os.environ, "ECZSCORE_TEST_KERNELS": level})
        if b"ECZSCORE_TEST_KERNELS" not in probe.stderr:
            settings.levels.append(level)
    tasks = [(settings, number) for number in range(settings.first, settings.first + settings.rounds)]
    failures = 0
    with multiprocessing.Pool(min(len(tasks), os.cpu_count() or 1)) as pool:
        for failure in pool.imap_unordered(one_round, tasks):
            if failure:
                failures += 1
                print("FAILED:", failure.encode("utf-8", "backslashreplace").decode(), flush=True)
    print(f"{len(tasks)} rounds of tables with seed {settings.seed}, levels {settings.levels[1:]}: {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
