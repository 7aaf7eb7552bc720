#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks who may include whom: a header includes lower rooms or its own, siblings never meet, and
no header comes back to itself."""
import pathlib
import re
import sys

ROOMS = {"core": 0, "references": 1, "units": 2, "model": 2, "stats": 2, "score": 3,
         "instruments": 4, "instruments.hpp": 5, "trial": 6, "io": 7, "report": 8,
         "table": 9, "eczscore.hpp": 10}
MEETING_PLACES = {"types", "detail"}
PUBLIC = re.compile(r"namespace eczscore(::(?!detail\b)\w+)* \{")  # of a detail header: what callers would see
# What the headers of the other rooms may use of others: Boost, tl::expected, the system.
FOR_USERS_OF_FMT = "report/fmt_format.hpp"  # no other header includes it
THIRD_PARTY = re.compile(r"(boost|tl|sys)/|(poll|unistd|fcntl|immintrin)\.h$")
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')
LONERS = {"instruments", "stats"}  # their headers meet only through a types or detail header
LIGHT = {"core", "references", "units", "model", "score", "instruments", "instruments.hpp"}  # std only, and light
HEAVY_STD = re.compile(r"<(iostream|sstream|fstream|iomanip|regex|chrono|thread|functional|ranges|"
                       r"map|unordered_map|string|vector|mutex|future|filesystem|locale)>")


def faults(root, header):
    """The broken rules of one header, as sentences with file and line."""
    name = header.relative_to(root)
    room = name.parts[0]
    if room not in ROOMS:
        yield f"{name}: '{room}' is not a room; the rooms are {', '.join(ROOMS)}"
        return
    for number, line in enumerate(header.read_text().splitlines(), 1):
        if room == "stats" and "detail" in name.parts and PUBLIC.match(line):
            yield f"{name}:{number}: what callers see stands in {room}/types/, not in {room}/detail/"
        found = INCLUDE.match(line)
        if not found:
            continue
        where, target = f"{name}:{number}", found[2]
        if not target.startswith("eczscore/"):
            third_party = "/" in target or target.endswith((".h", ".hpp"))
            if room in LIGHT and (HEAVY_STD.search(line) or third_party or found[1] == '"'):
                yield f"{where}: {room} includes only light standard headers, not {target}"
            elif (room not in LIGHT and third_party and not THIRD_PARTY.match(target) and
                    name.as_posix() != FOR_USERS_OF_FMT):
                yield f"{where}: no header may need {target}"
            continue
        other = pathlib.PurePath(target).relative_to("eczscore")
        theirs = other.parts[0]
        if theirs not in ROOMS:
            yield f"{where}: {target} is in no room"
        elif theirs != room and ROOMS[theirs] >= ROOMS[room]:
            yield f"{where}: {room} ({ROOMS[room]}) may not include {theirs} ({ROOMS[theirs]})"
        elif theirs == room and room in LONERS and not MEETING_PLACES & set(other.parts):
            yield f"{where}: siblings in {room}/ meet only through a types or detail header, not {target}"
        elif "types" in name.parts and theirs == room and "types" not in other.parts:
            yield f"{where}: types/ includes no header of {room}/ but its own, not {target}"


def cycles(root, headers):
    """Headers that include each other, directly or through others, as sentences with the way round."""
    names = {header.relative_to(root).as_posix() for header in headers}
    included = {}
    for header in headers:
        lines = (INCLUDE.match(line) for line in header.read_text().splitlines())
        included[header.relative_to(root).as_posix()] = [
            found[2].removeprefix("eczscore/") for found in lines
            if found and found[2].removeprefix("eczscore/") in names]
    done = set()

    def visit(name, way):
        if name in way:
            yield "includes in a circle: " + " -> ".join(way[way.index(name):] + [name])
        elif name not in done:
            for target in included[name]:
                yield from visit(target, way + [name])
            done.add(name)

    for name in sorted(included):
        yield from visit(name, [])


def main():
    root = pathlib.Path(__file__).resolve().parent.parent / "include" / "eczscore"
    headers = sorted(root.rglob("*.hpp"))
    found = [fault for header in headers for fault in faults(root, header)]
    found += cycles(root, headers)
    print("\n".join(found + [f"{len(headers)} headers, {len(found)} broken rules"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
