# SPDX-License-Identifier: BSL-1.0
"""Random tables: cells as people and programs write them, and files as programs save them."""
from dataclasses import dataclass, field
from fractions import Fraction

MISSING = ["", "NA", "NaN", ".", "null", " ", "\t", " NA "]
NASTY = [
    "x", "-", "--", "?", "7,5", "0,5", "1,234.5", "one", "yes", "Yes", "NOT_RELEVANT", "na", "1e", "e1",
    "0x1", "1_000", "inf", "-inf", "1.2.3", "+", "+-1", "1e9999", "1e-9999", "9" * 30, "1 2", "3;", "½",
    "٣", "３", "–1", "naïve", "日本", "🙂", "\ufeff1", "\u00a01", 'say "so"', '"', '""', "a,b", "a;b", "a\tb",
    "two\nlines", "two\r\nlines", "cr\rhere", "\r", "\n", "=1+1", "@x", "'1", "\x1b[31mred", "\x07", "\x7f",
    "\x85", "\udce9t\udce9", "\udcff", "\udcc3", "a\udc80b", "null ", "true", "1.", ".5", "-0", "-0.0", "00", "1e0",
    "\\", "\\n", "a\\", "{", "}", "[1]", "%s", "%d", "${x}", "<b>", "\u2028", "\u202e",
]


def decimal(value):
    """`1.5` for 3/2; only decimals."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = str(abs(value * 10**places)).rjust(places + 1, "0")
    text = digits if places == 0 else digits[:-places] + "." + digits[-places:]
    return ("-" if value < 0 else "") + text


@dataclass
class Table:
    """Cells are texts; a byte that is no UTF-8 is a surrogate, as in os.fsdecode."""

    names: list
    rows: list
    delimiter: str = ","
    newline: str = "\n"
    mark: bool = False  # byte order mark
    quote: float = 0.1  # share of the cells that are quoted without need
    open_end: bool = False  # the last line lacks its line break
    blank_end: int = 0  # blank lines at the end
    bare_cr: bool = False  # a carriage return within a cell does not make it quoted

    def data(self, rng):
        end = self.newline

        def cell(text, last):
            need = self.delimiter in text or "\n" in text or text.startswith('"')
            if "\r" in text:
                need |= not self.bare_cr or self.newline == "\r" or (last and text.endswith("\r"))
            if need or rng.random() < self.quote:
                return '"' + text.replace('"', '""') + '"'
            return text

        lines = []
        for row in [self.names, *self.rows]:
            lines.append(self.delimiter.join(cell(text, i + 1 == len(row)) for i, text in enumerate(row)))
        text = end.join(lines)
        if not self.open_end or len(self.names) == 1:
            text += end
            if len(self.names) > 1:
                text += end * self.blank_end
        return (b"\xef\xbb\xbf" if self.mark else b"") + text.encode("utf-8", "surrogateescape")


@dataclass
class Place:
    """The columns of one instrument."""

    instrument: object
    items: list = field(default_factory=list)  # (column or None, column of the percentage or None)
    years: object = None
    months: object = None


def number_cell(rng, value):
    """A decimal as one of many programs writes it."""
    text = decimal(value)
    way = rng.randrange(12)
    if way == 0 and value >= 0:
        return "+" + text
    if way == 1:
        return rng.choice([" ", "\t", "  "]) + text + rng.choice(["", " "])
    if way == 2:
        return text + ("" if "." in text else ".") + "0" * rng.randrange(1, 9)
    if way == 3 and value >= 0:
        return "0" * rng.randrange(1, 4) + text
    if way == 4:
        return text + rng.choice(["e0", "E0", "e+0", "e-0"])
    if way == 5:
        return decimal(value * 10) + "e-1"
    if way == 6 and text.startswith("0.") and len(text) > 2:
        return text[1:]
    return text


def good_cell(rng, item, plain):
    """An allowed answer."""
    if item.clock:
        return f"{rng.randrange(24):0{rng.choice([1, 2])}d}:{rng.randrange(60):02d}"
    if item.not_relevant and rng.random() < 0.15:
        return "not_relevant"
    if item.words and (item.labels_only or rng.random() < 0.8):
        return rng.choice(item.words)
    allowed = item.allowed()
    if allowed:
        value = rng.choice(allowed)
    else:
        places = rng.choice([0, 0, 1, 1, 2, 3, 6]) if item.units > 2 else 0
        scale = 10**places
        value = Fraction(rng.randint(int(item.low * scale), int(item.high * scale)), scale)
    return decimal(value) if plain or rng.random() < 0.7 else number_cell(rng, value)


def odd_cell(rng, item):
    """Missing, off the scale, rounded, or no answer at all."""
    way = rng.randrange(9)
    if way < 3:
        return rng.choice(MISSING)
    if way == 3:
        return decimal(rng.choice([item.high + 1, item.low - 1, item.high + Fraction(1, 10), Fraction(1, 2),
                                   item.low + Fraction(1, 4), Fraction(254), Fraction(255), Fraction(253), Fraction(10**9),
                                   Fraction(10**12), item.high + Fraction(1, 10**6)]))
    if way == 4:  # more than six places
        value = rng.choice([item.low, item.high, (item.low + item.high) / 2])
        digits = "".join(rng.choice("0123456789") for _ in range(rng.randrange(7, 20)))
        return f"{int(value)}.{digits}"
    if way == 5:
        return decimal(Fraction(rng.randrange(0, 10**7), 10**6))
    if way == 6:
        return rng.choice(["not_relevant", *item.words, "yes", "no"])
    if way == 7 and rng.random() < 0.1:
        length = 5000 if rng.random() < 0.02 else rng.choice([39, 40, 41, 300])
        return rng.choice(["z", "é", '"', "9", "\udce9"]) * length
    return rng.choice(NASTY)


def percent_cell(rng, odd):
    if rng.random() < odd:
        return rng.choice([*MISSING, "-1", "100.000001", "101", "7,5", "x", "0.0000001", "9.99999999", "49.4999999", *NASTY[:8]])
    return decimal(Fraction(rng.choice([rng.randrange(0, 101) * 10, rng.randrange(0, 1001), 5, 95, 95, 300, 694, 700, 0]), 10))


def age_cells(rng, odd):
    """An age in years and in months that agree, mostly."""
    months = rng.choice([rng.randrange(0, 240), rng.randrange(0, 1200), 95, 96, 143, 144, 215, 216, 23, 24, 83, 84])
    years = str(months // 12) if rng.random() < 0.6 else f"{months / 12:.{rng.randrange(1, 5)}f}"
    if int(years.split(".")[0]) != months // 12:
        years = str(months // 12)
    if rng.random() < odd:
        years = rng.choice([*MISSING, "-1", "131", "130", "7.9999999", "7.99", "30.123456789", "abc", "40", *NASTY[:6]])
    months = str(months)
    if rng.random() < odd:
        months = rng.choice([*MISSING, "-1", "1561", "95.9999999", "x", "95.5", "500"])
    return years, months


def add_columns(rng, instrument, prefix, names, mapped, plain):
    """Adds the names of an instrument's columns; `mapped`: what --map calls otherwise."""
    for item in instrument.items:
        if item.optional and rng.random() < 0.2:
            continue
        kind = rng.randrange(3) if item.percent and not plain else 0
        key = f"{prefix}_{item.key}"
        wanted = [key] if kind == 0 else [key + "_percent"] if kind == 1 else [key, key + "_percent"]
        for name in wanted:
            if mapped.get(name, name) in names:
                continue
            if not plain and rng.random() < 0.05:
                mapped[name] = rng.choice(["Q", "item", "it em", "größe", "x-", "A.", "'q'"]) + str(len(names))
            names.append(mapped.get(name, name))


def find_place(instrument, prefix, names, mapped):
    """Where the columns of an instrument are."""

    def at(name):
        name = mapped.get(name, name)
        return names.index(name) if name in names else None

    keys = [f"{prefix}_{item.key}" for item in instrument.items]
    percents = [at(key + "_percent") if item.percent else None for key, item in zip(keys, instrument.items)]
    return Place(instrument, list(zip(map(at, keys), percents)), at("age_years"), at("age_months"))


def fill(rng, places, names, count, odd):
    """Rows of cells: the answers of all places, and what else the columns hold."""
    kinds = {}
    for place in places:
        for item, (value, percent) in zip(place.instrument.items, place.items):
            if value is not None:
                kinds.setdefault(value, ("item", item))
            if percent is not None:
                kinds.setdefault(percent, ("percent", item))
        if place.years is not None:
            kinds[place.years] = ("years", None)
        if place.months is not None:
            kinds[place.months] = ("months", None)
    rows = []
    for index in range(count):
        years, months = age_cells(rng, odd)
        row_odd = 0.0 if rng.random() < 0.4 else odd
        row = []
        for c in range(len(names)):
            kind, item = kinds.get(c, ("other", None))
            if kind == "item":
                row.append(odd_cell(rng, item) if rng.random() < row_odd else good_cell(rng, item, row_odd == 0))
            elif kind == "percent":
                row.append(percent_cell(rng, row_odd))
            elif kind in ("years", "months"):
                row.append(years if kind == "years" else months)
            elif names[c] == "subject":
                row.append(f"S{index}")
            else:
                row.append(rng.choice(NASTY) if rng.random() < odd else rng.choice(["a", "", str(index), f"{index}.50", "07", "1e5", "word"]))
        rows.append(row)
    return rows


def random_table(rng, instruments, count, odd, plain=False):
    """A table for some instruments: the table, their places, and the entries of --map."""
    names = [] if rng.random() < 0.3 else ["subject"]
    mapped = {}
    prefixes = [i.also if i.also and len(instruments) == 1 and rng.random() < 0.3 else i.prefix for i in instruments]
    for instrument, prefix in zip(instruments, prefixes):
        add_columns(rng, instrument, prefix, names, mapped, plain)
    wants = [instrument for instrument in instruments if instrument.uses_age]
    if any(instrument.needs_age for instrument in wants) or rng.random() < 0.5:
        kind = rng.randrange(3)
        if kind != 1:
            names.append("age_years")
        if kind != 0:
            names.append("age_months")
    for _ in range(rng.choice([0, 0, 1, 2, 4])):
        names.append(rng.choice(["note", "comment", "comment", "site", "größe", 'a "b"', "weight.kg", "two\nlines", "x y"]))
    if rng.random() < 0.4:
        rng.shuffle(names)
    places = [find_place(i, prefix, names, mapped) for i, prefix in zip(instruments, prefixes)]
    table = Table(names, fill(rng, places, names, count, odd))
    table.delimiter = rng.choice(",,,;\t")
    table.newline = rng.choice(["\n", "\n", "\r\n", "\r"])
    table.mark = rng.random() < 0.2
    table.quote = rng.choice([0, 0, 0.02, 0.5, 1])
    table.open_end = rng.random() < 0.2
    table.blank_end = rng.choice([0, 0, 0, 1, 3])
    table.bare_cr = rng.random() < 0.3
    if len(names) == 1:
        table.delimiter = ","
    return table, places, mapped
