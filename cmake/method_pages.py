#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""method_pages.py [--fill] [PAGE...]: keeps the code on the pages of docs/methods true.

A block of C++ after `<!-- synopsis: HEADER NAME... -->` shows what the public header declares: all of
its functions with their options, or what is named; types of other headers are named after the word
`with`. Every other block of C++ is an example: the body of a function after `using namespace
eczscore;`. All examples are compiled as one file and run; the block of text after an example is what
it must print. With --fill the pages are rewritten: synopses from the headers, texts as printed. Names
of pages, such as welch, limit it to these. CXX and CXXFLAGS are taken from the environment. Formulas
stand between $ or $$.
"""
import difflib
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

import synopsis

root = pathlib.Path(__file__).resolve().parent.parent
pages = root / "docs" / "methods"
include = root / "include"
BLOCK = re.compile(r"(?:<!-- synopsis: (?P<of>[^>]*?) -->\n)?```cpp\n(?P<code>.*?)```\n"
                   r"(?:\n?```text\n(?P<text>.*?)```\n)?", re.DOTALL)
WITHOUT_METHOD = {"README", "rules", "decimals", "what_packages_get_wrong", "calibration",
                  "published_trials", "distributions", "paired_numbers"}


def type_of(room, name):
    """The declaration of a type, wherever the room has it."""
    for path in sorted((include / "eczscore" / room).rglob("*.hpp")):
        text = path.read_text(encoding="utf-8")
        if re.search(rf"\n(?:struct|class|enum class) {name}\b[^;]*\{{", text):
            return synopsis.synopsis(path, [name])
    sys.exit(f"no type {name} in include/eczscore/{room}")


def shown(of):
    """The block for a marker: the include, and the declarations in their namespace."""
    words, _, others = of.partition(" with ")
    header, *names = words.split()
    room = header.split("/")[0]
    code = synopsis.synopsis(include / "eczscore" / header, names)
    others = others.split() + sorted(set(re.findall(r"(?<!:)\b\w+Options\b", code)))
    for name in reversed(dict.fromkeys(others)):
        if not re.search(rf"\b(?:struct|class|enum class) {name}\b", code):
            code = f"{type_of(room, name)}\n\n{code}"
    return (f"<!-- synopsis: {of} -->\n```cpp\n#include \"eczscore/{header}\"\n\n"
            f"namespace eczscore::{room} {{\n\n{code}\n\n}}\n```\n")


def examples(path, text):
    """(place, code) of every example of a page."""
    for match in BLOCK.finditer(text):
        if match["of"] is None:
            line = text.count("\n", 0, match.start("code")) + 1
            yield f'#line {line} "{path.relative_to(root)}"', match["code"]


def program(found):
    """One file with a function for each example; a line with a form feed begins its output."""
    headers, bodies, calls = {"<cstdio>", "<vector>"}, [], []
    for name, headers_of_page, parts in found:
        headers |= headers_of_page
        for number, (line, code) in enumerate(parts):
            headers |= set(re.findall(r"(?m)^#include (\S+)", code))
            code = re.sub(r"(?m)^#include \S+$", "", code)
            bodies.append(f"namespace {name}_page {{\nvoid example_{number}() {{\n"
                          f"using namespace eczscore;\n{line}\n{code}}}\n}}\n")
            calls.append(f'std::puts("\\f"); {name}_page::example_{number}();\n')
    lines = "".join(f"#include {header}\n" for header in sorted(headers))
    return f"{lines}{''.join(bodies)}int main() {{\n{''.join(calls)}}}\n"


def run(code):
    """What each example prints."""
    with tempfile.TemporaryDirectory() as folder:
        source, binary = pathlib.Path(folder, "examples.cpp"), pathlib.Path(folder, "examples")
        source.write_text(code, encoding="utf-8")
        compiler = shlex.split(os.environ.get("CXX", "c++"))
        flags = shlex.split(os.environ.get("CXXFLAGS", "-O0 -Wall -Wextra -Werror"))
        command = [*compiler, "-std=c++20", *flags, f"-I{include}", str(source), "-pthread", "-o", str(binary)]
        if subprocess.run(command, cwd=root, check=False).returncode:
            sys.exit("the examples of docs/methods do not compile")
        done = subprocess.run([str(binary)], stdout=subprocess.PIPE, check=False, text=True)
        if done.returncode:
            sys.exit(f"the examples of docs/methods end with {done.returncode}")
        return done.stdout.split("\f\n")[1:]


def faults(name, text):
    """What GitHub would not show as mathematics, and pages that the index names never or twice."""
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
    for formula in re.findall(r"\$\$?([^$]*)\$", prose):
        if eaten := re.findall(r"\\[^a-zA-Z\s]", formula):
            yield f"{name}: Markdown takes the backslash of {eaten[0]} away in ${formula}$; write it as a word"
    if prose.count("$") % 2:
        yield f"{name}: a $ without another one"
    if name == "README":
        linked = re.findall(r"\]\((\w+)\.md\)", text)
        for page in sorted(path.stem for path in pages.glob("*.md") if path.stem != name):
            if linked.count(page) == 0:
                yield f"docs/methods/README.md: no question leads to {page}.md"
        for page in sorted({page for page in linked if linked.count(page) > 1} - {"rules", "responder_counts"}):
            yield f"docs/methods/README.md: {page}.md is there twice"


def main():
    fill = "--fill" in sys.argv
    wanted = {pathlib.Path(a).stem for a in sys.argv[1:] if not a.startswith("-")}
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(pages.glob("*.md"))
             if not wanted or path.stem in wanted}
    if wanted - {path.stem for path in texts}:
        sys.exit(f"no page {', '.join(sorted(wanted - {path.stem for path in texts}))}")
    wrong = [fault for path, text in texts.items() for fault in faults(path.stem, text)]
    if wrong:
        sys.exit("\n".join(wrong))
    found = []
    for path, text in texts.items():
        headers = {f'"eczscore/{match["of"].split()[0]}"' for match in BLOCK.finditer(text) if match["of"]}
        parts = list(examples(path, text))
        if path.stem not in WITHOUT_METHOD and not (headers and parts):
            sys.exit(f"{path.relative_to(root)}: a page has a synopsis and an example (see CONTRIBUTING.md)")
        found.append((path.stem, headers, parts))
    printed = iter(run(program(found)))

    def fresh(match):
        if match["of"] is not None:
            after = f'\n```text\n{match["text"]}```\n' if match["text"] is not None else ""
            return shown(match["of"]) + after
        return f'```cpp\n{match["code"]}```\n\n```text\n{next(printed)}```\n'

    stale = False
    for path, text in texts.items():
        now = BLOCK.sub(fresh, text)
        if fill:
            path.write_text(now, encoding="utf-8")
        elif now != text:
            stale = True
            sys.stdout.writelines(line + "\n" for line in difflib.unified_diff(
                text.splitlines(), now.splitlines(), str(path.relative_to(root)), "header and program",
                lineterm="", n=1))
    if stale:
        sys.exit("mend the page or the code; cmake/method_pages.py --fill writes the pages anew")


main()
