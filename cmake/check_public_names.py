#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks the public names of the headers: no type has the name of another that the same
using-directives bring in, and every statistic takes its options in one shape.

Names: a program may say `using namespace eczscore;` and the same of the rooms below. A type, alias
or constant then must not be found in two of them. `units::kind` and the namespaces of instruments
stay apart: nobody brings in all of these.

Options: a public function of stats/ has at most one parameter with a default, the last, and that is
an options structure or a type of its own; a number or a bool with a default would be read by its
place alone. A level is called `confidence_level` everywhere.

`--self-test` shows that each rule finds what it forbids."""
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent / "include" / "eczscore"
BROUGHT_IN = ["eczscore", "eczscore::stats", "eczscore::units", "eczscore::trial",
              "eczscore::trial::checks", "eczscore::report", "eczscore::table", "eczscore::io"]
DECLARED = re.compile(
    r"namespace\s+([\w:]*)\s*\{|\{|\}|"
    r"^(?:enum class|struct|class|using|concept)\s+(\w+)(?=\s*[;{=]|\s*:(?!:)|\s+\w)|"
    r"^(?:inline )?constexpr (?!Text name\b)[\w:<>]+ (\w+)(?=[{ ]*[={])", re.M)
FUNCTION = re.compile(r"^(?:template <[^\n]*>\n)?(?:inline|constexpr|inline constexpr) [^;{=()]*?"
                      r"\b(\w+)\(", re.M)
BARE = re.compile(r"^(?:const )?(?:double|float|bool|int|unsigned|std::u?int\d+_t|std::size_t)\b")


def code_of(text):
    """The text without comments and strings."""
    text = re.sub(r"//[^\n]*", "", text)
    return re.sub(r'"(?:[^"\\\n]|\\.)*"', '""', text)


def declared(text):
    """Namespace and name of each type, alias and constant at namespace scope."""
    scopes = []
    for found in DECLARED.finditer(code_of(text)):
        word = found[0]
        if word.startswith("namespace"):
            scopes.append(found[1])
        elif word == "{":
            scopes.append(None)
        elif word == "}":
            if scopes:
                scopes.pop()
        elif scopes and None not in scopes:
            yield "::".join(scopes), found[2] or found[3]


def ambiguous(texts):
    """Names that several namespaces have, as sentences; `texts` by file."""
    places = collections.defaultdict(lambda: collections.defaultdict(set))
    for file, text in texts.items():
        for namespace, name in declared(text):
            if namespace in BROUGHT_IN:
                places[name][namespace].add(file)
    for name, spaces in sorted(places.items()):
        if len(spaces) > 1:
            where = "; ".join(f"{space} ({', '.join(sorted(files))})"
                              for space, files in sorted(spaces.items()))
            yield f"{name} is declared in {where}: give each the field's own term, or keep one"


def parameters(text, start):
    """The parameters of the list that opens just before `start`."""
    depth, current, all_of_them = 1, "", []
    for at in range(start, len(text)):
        depth += {"(": 1, "<": 1, "{": 1, ")": -1, ">": -1, "}": -1}.get(text[at], 0)
        if depth == 0:
            break
        if text[at] == "," and depth == 1:
            all_of_them.append(current)
            current = ""
        else:
            current += text[at]
    return [re.sub(r"\s+", " ", each).strip() for each in [*all_of_them, current]]


def misshapen(file, text):
    """Public functions whose options are not in the one shape, as sentences."""
    text = re.sub(r"\nnamespace detail \{.*?\n}  // namespace detail", "", text, flags=re.S)
    text = code_of(text)
    for found in FUNCTION.finditer(text):
        with_default = [each for each in parameters(text, found.end()) if "=" in each]
        for each in with_default:
            if BARE.match(each):
                yield f"{file}: {found[1]}(... {each}): make it a field of an options structure"
        if len(with_default) > 1:
            yield f"{file}: {found[1]} has {len(with_default)} parameters with a default: one structure"
    if re.search(r"\bdouble level\b", text):
        yield f"{file}: `level` is called confidence_level"


def self_test():
    """Each rule finds what it forbids, and nothing else."""
    twice = {"a.hpp": "namespace eczscore {\nstruct Side {\n    int Inner;\n};\n}",
             "b.hpp": "namespace eczscore::units {\nenum class Side : int { left };\n}",
             "c.hpp": "namespace eczscore::units::kind {\nstruct Tewl {};\n}\n"
                      "namespace eczscore::units {\nusing Tewl = int;\n}"}
    assert len(list(ambiguous(twice))) == 1
    assert "Side" in next(ambiguous(twice))
    constants = {"a.hpp": "namespace eczscore {\ninline constexpr int most = 1;\n}",
                 "b.hpp": "namespace eczscore::stats {\ninline constexpr double most = 1;\n}"}
    assert len(list(ambiguous(constants))) == 1
    bare = "inline int f(int n, double level = 0.95) {"
    assert len(list(misshapen("f", bare))) == 2
    assert not list(misshapen("f", "inline int f(int n, const Options& options = {}) {"))
    assert len(list(misshapen("f", "inline int f(Sides a = Sides::two, Tie b = Tie::strict) {"))) == 1


def main():
    self_test()
    if "--self-test" in sys.argv:
        return 0
    texts = {header.relative_to(ROOT).as_posix(): header.read_text()
             for header in sorted(ROOT.rglob("*.hpp"))}
    found = list(ambiguous(texts))
    for file, text in texts.items():
        if re.fullmatch(r"stats/\w+\.hpp", file):
            found += misshapen(file, text)
    print("\n".join(found + [f"{len(texts)} headers, {len(found)} broken rules of names"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
