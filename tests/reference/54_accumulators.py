# SPDX-License-Identifier: BSL-1.0
# The bytes of the accumulators, put together from the description of the format with struct and zlib.
import struct
import zlib
from fractions import Fraction

from common import Book, pyver

book = Book("H accumulators as bytes", "54_accumulators.py", {"python": pyver()},
            "Little-endian; the last four bytes are the CRC-32 of all before them.")


def finished(kind, body):
    data = b"ECZA" + struct.pack("<BB", kind, 1) + body
    return (data + struct.pack("<I", zlib.crc32(data))).hex()


def fixed(whole):
    """A whole number >= 0: where its 64-bit limbs begin, how many there are, and they, without the zeros at either end."""
    limbs = []
    while whole:
        limbs.append(whole % 2**64)
        whole //= 2**64
    first = next((i for i, limb in enumerate(limbs) if limb), 0)
    return struct.pack(f"<HH{len(limbs) - first}Q", first, len(limbs) - first, *limbs[first:])


def units(values, power):
    """The sum of the powers in units of 2^(-1074 power), what is above 0 and what is below apart."""
    total = lambda sign: sum((abs(Fraction(v)) ** power for v in values if v * sign > 0), Fraction(0)) * 2 ** (1074 * power)
    above, below = total(1), total(-1)
    assert above.denominator == below.denominator == 1
    return above.numerator, below.numerator


def signed(values, power):
    above, below = units(values, power)
    return fixed(above) + fixed(below)


def even(values, power):
    return fixed(sum(units(values, power)))


X = [0.1, -2.5, 1e300, 5e-324, 0.0, 16.3, -1e-200, 1 / 3]
Y = [7.25, 1e10, -0.7, 3.0, 2.5e-310, -16.3, 4.0, 1e-3]
counts = struct.pack("<QQ", len(X), 1)
book.case("exact_sum", "struct, zlib", {"x": X, "missing": 1}, {"hex": finished(1, counts + signed(X, 1))})
book.case("exact_moments", "struct, zlib", {"x": X, "missing": 1},
          {"hex": finished(2, counts + signed(X, 1) + even(X, 2) + signed(X, 3) + even(X, 4))})
up = sum(Fraction(a) * Fraction(b) for a, b in zip(X, Y) if a * b > 0 or Fraction(a) * Fraction(b) > 0) * 2**2148
down = -sum(Fraction(a) * Fraction(b) for a, b in zip(X, Y) if Fraction(a) * Fraction(b) < 0) * 2**2148
book.case("exact_pair", "struct, zlib", {"x": X, "y": Y, "missing": 1},
          {"hex": finished(3, counts + signed(X, 1) + signed(Y, 1) + even(X, 2) + even(Y, 2) + fixed(up.numerator) + fixed(down.numerator))})

STEPS = [0, 326, -41, 1440, 7, 326]
i128 = lambda value: (value % 2**128).to_bytes(16, "little")
book.case("lattice_sums", "struct, zlib", {"per_unit": 20, "steps": STEPS, "missing": 3},
          {"hex": finished(4, struct.pack("<iQQqq", 20, len(STEPS), 3, min(STEPS), max(STEPS)) + b"".join(i128(sum(s**p for s in STEPS)) for p in (1, 2, 3, 4)))})
book.case("lattice_sums_empty", "struct, zlib", {"per_unit": 1, "steps": [], "missing": 0},
          {"hex": finished(4, struct.pack("<iQQqq", 1, 0, 0, 2**63 - 1, -2**63) + bytes(64))})
GRID = [2, -3, 2, 5, 0, 2]
book.case("histogram", "struct, zlib", {"per_unit": 10, "lowest": -3, "highest": 6, "steps": GRID, "missing": 300},
          {"hex": finished(5, struct.pack("<iiQI10Q", 10, -3, 300, 10, *[GRID.count(s) for s in range(-3, 7)]))})
book.case("responders", "struct, zlib", {"yes": 1, "no": 2, "missing": 258, "not_evaluable": 70000}, {"hex": finished(6, struct.pack("<4Q", 1, 2, 258, 70000))})

book.save("54_accumulators.json")
