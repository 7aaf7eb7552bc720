# SPDX-License-Identifier: BSL-1.0
"""What a table can hold, as the program scalar_rows says it from the library's registry."""
import subprocess
from dataclasses import dataclass, field
from fractions import Fraction


def tokens(*texts):
    """`LENGTH:BYTES\\n` for each text."""
    parts = []
    for text in texts:
        data = text.encode("utf-8", "surrogateescape")
        parts.append(b"%d:%s\n" % (len(data), data))
    return b"".join(parts)


class Tokens:
    """Reads such tokens back."""

    def __init__(self, data):
        self.data = data
        self.at = 0

    def take(self):
        colon = self.data.index(b":", self.at)
        end = colon + 1 + int(self.data[self.at : colon])
        self.at = end + 1
        return self.data[colon + 1 : end].decode("utf-8", "surrogateescape")

    def at_end(self):
        return self.at == len(self.data)


def ask(program, request):
    """The answer of scalar_rows to a request."""
    done = subprocess.run([program], input=request, capture_output=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"scalar_rows: exit {done.returncode}: {done.stderr[:400]!r}")
    return Tokens(done.stdout)


@dataclass
class Item:
    key: str
    low: Fraction
    high: Fraction
    units: int  # in one point
    levels: list
    words: list
    not_relevant: bool
    percent: bool  # a percentage may stand for the grade
    clock: bool
    optional: bool  # its column may be absent
    labels_only: bool  # its words are the only answers

    def allowed(self):
        """The allowed values when they are few, else nothing."""
        if self.levels:
            return self.levels
        count = (self.high - self.low) * self.units
        if count > 60:
            return []
        return [self.low + Fraction(i, self.units) for i in range(int(count) + 1)]


@dataclass
class Instrument:
    id: str
    prefix: str
    also: str
    needs_age: bool
    uses_age: bool
    bands: list
    subscores: list
    items: list = field(default_factory=list)


def read_instruments(program):
    """All instruments of the registry, in its order."""
    answer = ask(program, tokens("instruments"))
    found = []
    for _ in range(int(answer.take())):
        id_, prefix, also, traits = (answer.take() for _ in range(4))
        bands, subscores = answer.take().split(), answer.take().split()
        made = Instrument(id_, prefix, also, "n" in traits, "u" in traits, bands, subscores)
        for _ in range(int(answer.take())):
            key, low, high, units = (answer.take() for _ in range(4))
            levels, words, is_ = answer.take().split(), answer.take().split(), answer.take()
            made.items.append(Item(key, Fraction(low), Fraction(high), int(units),
                                   [Fraction(level) for level in levels], words,
                                   "n" in is_, "p" in is_, "c" in is_, "o" in is_, "l" in is_))
        found.append(made)
    return found
