#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""docs_tree.py FILE: writes the pages that order the reference, for the tree in its sidebar.

Methods stand under their question (the headings of docs/methods/README.md), instruments under their
domain (the comments of the registry), guides under one page.
"""
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
docs = root / "docs"


def page_id(path):
    """The id of a page of docs/: its folder and its name."""
    folder = "_".join(path.relative_to(docs).parent.parts)
    name = re.sub(r"\W", "_", path.stem)
    if path.stem == "README":
        return folder
    return f"{folder}_{name}" if folder else f"page_{name}"


def methods():
    """(title, pages) of every question; a page stands where it is named first."""
    text = (docs / "methods" / "README.md").read_text(encoding="utf-8")
    seen, groups = set(), []
    for part in re.split(r"(?m)^## ", text)[1:]:
        pages = []
        for row in re.findall(r"(?m)^\|.*\]\((\w+)\.md\)", part):
            if row not in seen:
                seen.add(row)
                pages.append(docs / "methods" / f"{row}.md")
        if pages:
            groups.append((part.split("\n", 1)[0].rstrip("?"), pages))
    return groups


def instruments():
    """(title, pages) of every domain, in the order of the registry."""
    text = (root / "include/eczscore/instruments.hpp").read_text(encoding="utf-8")
    rows = text[text.index("using Registry"):]
    groups = []
    for line in rows.splitlines():
        if title := re.match(r"\s*// ([A-Z].*)$", line):
            groups.append((title.group(1), []))
        elif groups and (name := re.match(r"\s*(\w+)::instrument\b", line)):
            groups[-1][1].append(docs / "instruments" / f"{name.group(1)}.md")
        elif line.startswith("//"):
            break
    listed = {path for _, pages in groups for path in pages}
    there = set((docs / "instruments").glob("*.md")) - {docs / "instruments" / "README.md"}
    if listed != there:
        sys.exit("instruments of the registry without a page, or the other way round: "
                 + ", ".join(sorted(path.stem for path in listed ^ there)))
    return groups


def grouped(folder):
    return {"methods": methods, "instruments": instruments}[folder]()


def children(folder):
    """What stands under the index of a folder: its groups, or its pages."""
    if folder in ("methods", "instruments"):
        return [f"{folder}_group_{i}" for i in range(len(grouped(folder)))]
    return [page_id(path) for path in sorted((docs / folder).glob("*.md")) if path.stem != "README"]


def page(name, title, text, subpages):
    rows = "".join(f" * - \\subpage {subpage}\n" for subpage in subpages)
    return f"/** \\page {name} {title}\n * {text}\n *\n{rows} */\n"


def main():
    pages = []
    for folder, above in (("methods", "methods"), ("instruments", "instruments")):
        for i, (title, paths) in enumerate(grouped(folder)):
            pages.append(page(f"{folder}_group_{i}", title, f"From \\ref {above} :",
                              [page_id(path) for path in paths]))
    pages.append(page("guides", "Guides", "From a table or a program to a result:",
                      ["page_tutorial", *children("howto")]))
    pathlib.Path(sys.argv[1]).write_text("".join(pages), encoding="utf-8")


if __name__ == "__main__":
    main()
