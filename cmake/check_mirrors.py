#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks that every public header has a test: include/eczscore/a/b.hpp is tested by
tests/a/b_test.cpp, or by the test of its family that names it in a line at its top,

    // Covers: units/flux.hpp, units/air.hpp

Either test includes the header, directly or through another, and uses a name that it declares.
`check_mirrors.py --of units/flux.hpp` prints the tests of a header; without a header, those of all."""
import argparse
import functools
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEADERS = ROOT / "include" / "eczscore"
TESTS = ROOT / "tests"
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)
COVERS = re.compile(r"^// Covers: (.+)$", re.M)
# Comments, texts and characters say nothing about what is declared or used; raw texts come first.
NO_CODE = re.compile(r'R"(\w*)\(.*?\)\1"|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|(?<!\w)\'(?:\\.|[^\'\\\n])+\'',
                     re.S)
TYPE = re.compile(r"^(?:struct|class|union|enum(?: class| struct)?) (\w+)(?: final)?(?: :[^:].*)?$")
NAMED = re.compile(r"^(?:using|concept) (\w+)")
NO_NAMES = {"alignas", "decltype", "explicit", "if", "noexcept", "requires", "sizeof", "static_assert"}


@functools.cache
def text_of(path):
    return path.read_text()


@functools.cache
def code_of(path):
    """The text without comments, texts and lines of the preprocessor."""
    code = NO_CODE.sub(" ", text_of(path))
    return re.sub(r"^\s*#(?:[^\n]*\\\n)*[^\n]*", "", code, flags=re.M)


def without_angles(text):
    """The text without what stands between angle brackets."""
    while (shorter := re.sub(r"<[^<>]*>", " ", text)) != text:
        text = shorter
    return text


def declared(statement):
    """The name that a declaration at namespace level gives, or None."""
    statement = " ".join(statement.split())
    while statement.startswith("template"):
        rest = without_angles(statement)
        statement = " ".join(rest.removeprefix("template").split())
    statement = re.sub(r"^requires\b.*?(?=\b(?:struct|class|constexpr|inline|auto|void)\b)", "", statement)
    statement = re.sub(r"\[\[.*?\]\]\s*|\b(?:inline|constexpr|consteval|extern|static|friend|typedef)\b\s*",
                       "", statement).strip()
    if found := TYPE.match(without_angles(statement).strip()) or NAMED.match(statement):
        return found[1]
    if statement.startswith(("namespace", "using ", "static_assert")) or "operator" in statement:
        return None
    plain = without_angles(statement)
    for found in re.finditer(r"(?:(\w+)::)?(\w+)\s*\(", plain):
        if found[2] not in NO_NAMES:
            return found[1] or found[2]  # the class of a member that is defined outside it
    found = re.search(r"\w[\w:]*[\s*&]+(\w+)\s*(?:\[[^\]]*\])*\s*(?:=.*)?$", plain)
    return found[1] if found else None


@functools.cache
def names_of(header):
    """The names that a header declares outside `detail`, and its own namespaces."""
    names, open_scopes, statement = set(), [], ""
    for part in re.split(r"([{};])", code_of(header)):
        is_outside = all(scope is not None for scope in open_scopes)
        is_public = is_outside and not any("detail" in scope.split("::") for scope in open_scopes)
        if part == "{":
            found = re.match(r"(?:inline\s+)?namespace\s*([\w:]*)$", statement.strip())
            if is_outside and found:
                scope = found[1]
                open_scopes.append(scope)
                if is_public and "detail" not in scope.split("::"):
                    names.update(scope.split("::"))
            else:
                if is_public:
                    names.add(declared(statement))
                open_scopes.append(None)
            statement = ""
        elif part == "}":
            if open_scopes:
                open_scopes.pop()
            statement = ""
        elif part == ";":
            is_forward = TYPE.match(" ".join(statement.split()))  # declared here, defined elsewhere
            if is_public and not is_forward:
                names.add(declared(statement))
            statement = ""
        elif is_outside:
            statement += part
    return names - {None, "", "eczscore"}


@functools.cache
def includes_of(path):
    """What a file includes of the library and of the tests' own helpers, as paths."""
    found = []
    for target in INCLUDE.findall(text_of(path)):
        for place in (ROOT / "include", TESTS, ROOT / "src", path.parent):
            if (place / target).is_file():
                found.append(place / target)
                break
    return found


@functools.cache
def reached_from(path):
    """Everything that a file includes, directly or through others."""
    reached, waiting = set(), [path]
    while waiting:
        for target in includes_of(waiting.pop()):
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached


@functools.cache
def words_of(test):
    """The words that a test uses, also in texts (a check is found by its name), and those of the
    helpers under tests/ that it includes."""
    helpers = [path for path in reached_from(test) if TESTS in path.parents]
    return {word for path in [test, *helpers]
            for word in re.findall(r"\w+", NO_CODE.sub(lambda found: " " if found[0][0] == "/" else found[0],
                                                        text_of(path)))}


def own_names(headers):
    """The names by which each header is known: its namesake and those that no other header declares
    or, where it has none, all that it declares."""
    owners = {}
    for header in headers:
        for name in names_of(header):
            owners[name] = owners.get(name, 0) + 1
    return {header: {name for name in names_of(header) if owners[name] == 1 or name == header.stem}
            or names_of(header) for header in headers}


def fault(header, test, names):
    """What keeps a test from being one of a header, or nothing."""
    if header not in reached_from(test):
        return "does not include it"
    if not names & words_of(test):
        return "uses none of its names: " + ", ".join(sorted(names)[:6])
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--of", nargs="?", const="", metavar="HEADER", help="print the tests of a header")
    asked = parser.parse_args().of
    headers = sorted(path for path in HEADERS.rglob("*.hpp")
                     if "detail" not in path.relative_to(HEADERS).parts and names_of(path))
    names = own_names(headers)
    tests_of = {header: [] for header in headers}
    broken = []

    def count(header, test, claim):
        if header not in tests_of:
            broken.append(f"{test.relative_to(ROOT)}: {claim}, which is no public header that declares something")
        elif trouble := fault(header, test, names[header]):
            broken.append(f"{test.relative_to(ROOT)}: {claim}, but {trouble}")
        elif test not in tests_of[header]:
            tests_of[header].append(test)

    for header in headers:
        mirror = (TESTS / header.relative_to(HEADERS)).with_name(header.stem + "_test.cpp")
        if mirror.is_file():
            count(header, mirror, f"mirrors {header.relative_to(HEADERS)}")
    for test in sorted(TESTS.rglob("*_test.cpp")):
        for line in COVERS.findall(text_of(test)):
            for covered in line.split(","):
                count(HEADERS / covered.strip(), test, f"covers {covered.strip()}")

    if asked is not None:
        wanted = [HEADERS / asked.removeprefix("include/").removeprefix("eczscore/")] if asked else headers
        for header in wanted:
            if header not in tests_of:
                print(f"{asked}: no public header that declares something", file=sys.stderr)
                return 1
            print(f"{header.relative_to(HEADERS)}:", *(test.relative_to(ROOT) for test in tests_of[header]))
        return 0
    for header in headers:
        if not tests_of[header]:
            name = header.relative_to(HEADERS)
            broken.append(f"{name}: no tests/{name.with_suffix('')}_test.cpp, and no test says '// Covers: {name}'")
    print("\n".join(broken + [f"{len(headers)} public headers, {len(broken)} without what their tests should have"]))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
