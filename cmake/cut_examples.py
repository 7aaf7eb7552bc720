#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Fills the code blocks of the documents from the examples that CI builds and runs.

A block in a document that follows the line `<!-- cut: FILE NAME -->` is replaced by what stands
between the two lines marked [NAME] in FILE. With --check nothing is written; a stale block fails.
"""
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
block = re.compile(r"<!-- cut: (\S+) (\S+) -->\n```(\w*)\n.*?```", re.DOTALL)
stale = []


def piece(match: re.Match) -> str:
    path, name, language = match.groups()
    lines = (root / path).read_text(encoding="utf-8").splitlines()
    marks = [i for i, line in enumerate(lines) if f"[{name}]" in line]
    if len(marks) != 2:
        sys.exit(f"{path}: the mark [{name}] must stand there twice, found {len(marks)}")
    code = "\n".join(lines[marks[0] + 1 : marks[1]])
    return f"<!-- cut: {path} {name} -->\n```{language}\n{code}\n```"


for document in [root / "README.md", *sorted((root / "docs").rglob("*.md"))]:
    text = document.read_text(encoding="utf-8")
    fresh = block.sub(piece, text)
    if fresh == text:
        continue
    stale.append(str(document.relative_to(root)))
    if "--check" not in sys.argv:
        document.write_text(fresh, encoding="utf-8")

if stale:
    print(("stale code blocks, run cmake/cut_examples.py: " if "--check" in sys.argv else "filled: ")
          + ", ".join(stale))
sys.exit(1 if stale and "--check" in sys.argv else 0)
