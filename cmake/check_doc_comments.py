#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Fails on every warning of Doxygen, and on what is public and has no documentation comment.

check_doc_comments.py LOG: reads the warnings that Doxygen wrote (WARN_LOGFILE).

A comment is demanded of every public function, class, struct and enumeration. Members with data,
enumerators, aliases and friends may speak for themselves, and so may the functions and types below,
whose name or place says everything.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
UNDOCUMENTED = re.compile(r"(?P<place>.*): warning: (?P<what>Member|Compound) (?P<name>.*) "
                          r"is not documented\.")
KIND = re.compile(r" \((function|variable|enumvalue|enumeration|typedef|friend|macro definition)\)")
FREE_KINDS = ("variable", "enumvalue", "typedef", "friend")
# Operators and defaulted members; what every container and every result has; the doors of a typed
# set of answers (score/score.hpp, TypedAnswers); and name(), the word of an enumerator in outputs.
FREE_FUNCTIONS = re.compile(r"operator|=default|=delete|"
                            r"^(begin|end|size|empty|data|ok|instrument|in_order|name)\(")
# A maker is named for the unit it takes; a kind is described by its KindInfo; the name of a
# descriptor error is the compiler's message.
FREE_PLACES = re.compile(r"::Makers\b|::units::kind::|::descriptor_error\b")


def fault(line):
    """What a line of the log is about, or nothing where the rule lets it pass."""
    found = UNDOCUMENTED.fullmatch(line)
    if not found:
        return line
    name = found["name"]
    kind = KIND.search(name)[1] if found["what"] == "Member" else "class"
    if kind in FREE_KINDS or FREE_PLACES.search(name):
        return None
    if kind == "function" and FREE_FUNCTIONS.search(name):
        return None
    return f"{found['place']}: a public {kind} without a documentation comment: {name}"


def unnamed_namespaces():
    """Doxygen passes over the functions of a namespace without documentation, so each must have it.
    An instrument's own namespace holds its descriptor and its answers alone."""
    described = set(re.findall(r"\\namespace (\S+)", (ROOT / "docs/namespaces.dox").read_text()))
    for header in sorted((ROOT / "include/eczscore").rglob("*.hpp")):
        if "instruments" in header.parts:
            continue
        for name in re.findall(r"^namespace (eczscore\S*) \{", header.read_text(), re.MULTILINE):
            if name not in described and not re.search(r"::(detail|sources|limits)\b", name):
                yield f"{header}: describe the namespace {name} in docs/namespaces.dox"


def main():
    log = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    faults = [said for said in map(fault, filter(None, log)) if said]
    faults += unnamed_namespaces()
    print("\n".join(faults) if faults else "every public function and class is documented")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
