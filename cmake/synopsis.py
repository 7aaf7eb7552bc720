# SPDX-License-Identifier: BSL-1.0
"""The synopsis of a public header: its functions without their bodies, the structures of options
and the enumerations that their arguments choose from. cmake/method_pages.py writes it into pages."""
import re
import textwrap

WIDTH = 100
BEFORE = re.compile(r"^(?:\s|//[^\n]*\n|#[^\n]*\n)+")
OPTIONS = re.compile(r"(?:Options|Design|Stratum|Rule|Model)$")


def without_comments(text):
    """The same length, with blanks where comments, texts and lines of the preprocessor were."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group())
    text = re.sub(r'"(?:[^"\\\n]|\\.)*"|(?<!\w)\'(?:[^\'\\\n]|\\.)\'|//[^\n]*', blank, text)
    return re.sub(r"(?m)^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", blank, text)


def closing(bare, at):
    """The place of the brace that closes the one at `at`."""
    depth = 0
    while True:
        depth += {"{": 1, "}": -1}.get(bare[at], 0)
        if depth == 0:
            return at
        at += 1


def declarations(text):
    """(namespace, the text, its part before a body or initialiser) of all at namespace scope."""
    bare = without_comments(text)
    spaces, start, at, depth = [], 0, 0, 0
    while at < len(bare):
        char = bare[at]
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(char, 0)
        if depth == 0 and char == "{":
            head = bare[start:at]
            space = re.search(r"\bnamespace\s*([\w:]*)\s*$", head)
            if space:
                spaces.append(space.group(1))
                start = at + 1
            else:
                end = closing(bare, at)
                is_body = re.search(r"\)\s*(?:const|noexcept|->[^;]*|requires[^;]*)?\s*$", head)
                if not is_body:
                    end = bare.index(";", end)
                yield "::".join(spaces), text[start : end + 1], head
                at, start = end, end + 1
        elif depth == 0 and char == "}":
            if spaces:
                spaces.pop()
            start = at + 1
        elif depth == 0 and char == ";":
            yield "::".join(spaces), text[start : at + 1], bare[start:at]
            start = at + 1
        at += 1


def wrapped(signature):
    """One declaration on lines of the usual width, broken after commas."""
    one = re.sub(r"\s+", " ", signature).replace("( ", "(").strip()
    if len(one) <= WIDTH:
        return one
    first = ""
    if template := re.match(r"template <.*?> (?=\w)", one):
        first, one = template.group().rstrip() + "\n", one[template.end():]
    margin = one.index("(") + 1
    longest = max(len(part) for part in one[margin:].split(", "))
    if margin + longest >= WIDTH:
        margin = 4
        cut = one.index("(") + 1
        first, one = first + one[:cut] + "\n", " " * margin + one[cut:]
    lines = []
    while len(one) > WIDTH:
        cut = one.rfind(", ", margin, WIDTH)
        if cut < 0:
            break
        lines.append(one[: cut + 1])
        one = " " * margin + one[cut + 2 :]
    return first + "\n".join([*lines, one])


def public(text):
    """(kind, name, what to show) of each public declaration, in order."""
    for space, code, head in declarations(text):
        if "detail" in space or not space.startswith("eczscore"):
            continue
        head = re.sub(r"\s+", " ", head).strip()
        before = head.split("(")[0]
        kind = re.match(r"(?:template <.*?> )?(struct|class|enum class) (\w+)(?! \()", head)
        if kind and "(" not in before[: kind.end()] and not re.search(r"\w \w+\(", head):
            yield kind.group(1), kind.group(2), BEFORE.sub("", code).replace("///<", "//")
        elif "(" in head and "=" not in before and "operator" not in before:
            shown = re.sub(r"\[\[\w+\]\] |\b(?:inline|constexpr|consteval|static) ", "", head)
            name = re.search(r"(\w+)\s*\($", shown[: shown.index("(") + 1])
            if name and name.group(1) != "static_assert" and "::" not in before.split(" ")[-1]:
                yield "function", name.group(1), wrapped(shown + ";")


def outline(code):
    """A class or structure without what is private, its member functions without their bodies."""
    code = code.split("\nprivate:")[0]
    code += "" if code.rstrip().endswith("};") else "\n};"
    bare = without_comments(code)
    parts, start, at = [], 0, bare.index("{") + 1
    begin = at
    while at < len(bare):
        if bare[at] in ";}":
            begin = at + 1
        elif bare[at] == "{":
            end = closing(bare, at)
            head = re.search(r"\w\([^{}]*?\)(?: const)?(?=\s*(?::\s.*)?$)", bare[begin:at], re.DOTALL)
            if head and "=" not in bare[begin : begin + head.start()].replace("operator==", ""):
                parts.append(code[start : begin + head.end()] + ";")
                start = end + 1
                begin = end + 1
            at = end
        at += 1
    shown = "".join([*parts, code[start:]])
    shown = re.sub(r"(?m)^[ \t]*friend [^;]*;\n?", "", shown)
    return re.sub(r"\n\s*\n(?=\};)", "\n", shown).replace("///", "//")


def synopsis(header, names=()):
    """What a page shows of a header; names, where there are any, choose, in the header's order."""
    found = list(public(header.read_text(encoding="utf-8")))
    unknown = set(names) - {name for _, name, _ in found}
    if unknown:
        raise SystemExit(f"{header} has no public {', '.join(sorted(unknown))}")
    functions = [code for kind, name, code in found
                 if kind == "function" and (name in names if names else name != "name")]
    asked = "\n".join(functions)
    chosen = set(names)
    for kind, name, code in reversed(found):  # an enumeration stands before the options with it
        is_choice = kind == "enum class" or (kind == "struct" and OPTIONS.search(name))
        if is_choice and re.search(rf"\b{name}\b(?! \w+\()", asked):
            chosen.add(name)
        if kind != "function" and name in chosen:
            asked += code
    types = [outline(textwrap.dedent(code)) for kind, name, code in found
             if kind != "function" and name in chosen]
    return "\n\n".join([*types, "\n".join(functions)]).strip()
