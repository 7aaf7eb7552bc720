#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""doxygen_markdown.py FILE: a page of docs/ as Doxygen reads it (its filter for Markdown).

Formulas between $ and $$, which GitHub shows, become those of Doxygen; code is left alone. Each page
gets an id, `methods_welch` for docs/methods/welch.md and `methods` for the index of that folder, and
an index gets the pages of its groups (cmake/docs_tree.py) as subpages.
"""
import pathlib
import re
import sys

import docs_tree


def with_formulas(text):
    """The text with formulas as Doxygen writes them."""
    pieces = re.split(r"(```.*?```|`[^`\n]*`)", text, flags=re.DOTALL)
    for i in range(0, len(pieces), 2):
        pieces[i] = re.sub(r"\$\$(.+?)\$\$", r"\\f[\1\\f]", pieces[i], flags=re.DOTALL)
        pieces[i] = re.sub(r"\$([^$\n]+)\$", r"\\f$\1\\f$", pieces[i])
    return "".join(pieces)


def main():
    path = pathlib.Path(sys.argv[1]).resolve()
    text = path.read_text(encoding="utf-8")
    folder = path.relative_to(docs_tree.root / "docs").parent if docs_tree.root / "docs" in path.parents else None
    if folder is None:
        sys.stdout.write(text)
        return
    text = re.sub(r"\A(?:<!--.*?-->\n)+", "", text, flags=re.DOTALL)
    text = re.sub(r"\A# (.*)", lambda title: f"{title.group()} {{#{docs_tree.page_id(path)}}}", text)
    if folder.name == "methods":  # elsewhere a dollar is a prompt or a variable
        text = with_formulas(text)
    text = re.sub(r"\[`([^`\]]+)`\]\(", r"[\1](", text)  # Doxygen shows the marks in the text of a link
    if path.stem == "README":
        text = re.sub(r"(?m)^## (.*)$", r"<h2>\1</h2>", text)  # the sidebar shows the pages instead
        subpages = "".join(f"- \\subpage {name}\n" for name in docs_tree.children(folder.name))
        text += f"\nIn the sidebar:\n\n{subpages}" if subpages else ""
    sys.stdout.write(text)


main()
