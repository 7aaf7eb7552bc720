#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What cmake/method_pages.py finds on a page, each on a small tree of its own: a header of one
function, a page, and the index. With --fill it must mend what is not a mistake of the writer."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parents[2]
HEADER = '''// SPDX-License-Identifier: BSL-1.0
#pragma once
namespace eczscore::stats {
namespace detail {
inline double hidden() { return 1.0; }
}  // namespace detail
/// How a half is rounded.
enum class Half : int { up, down };
/// Options.
struct HalveOptions {
    double of = 2.0;  ///< divisor
    Half half = Half::up;
    /// The divisor can be.
    bool is_valid() const { return of != 0.0; }
};
/// Taken by a function, but no choice of the caller.
struct Other {};
inline double halved(double value, const HalveOptions& options = {}) { return value / options.of; }
inline double quartered(const Other&) { return 0.25; }
}  // namespace eczscore::stats
'''
PAGE = '''# Halving

Half of what?

<!-- synopsis: stats/halve.hpp -->
```cpp
```

```cpp
std::printf("%.1f\\n", stats::halved(3.0));
```

```text
```

$$h = \\frac{x}{2}$$
'''
INDEX = "# Methods\n\n## How much\n\n| Question | Method |\n|---|---|\n| A half | [Halving](halve.md) |\n"
failures = []


def expect(what, holds):
    if not holds:
        failures.append(what)


def run(tree, *arguments):
    done = subprocess.run([sys.executable, tree / "cmake/method_pages.py", *arguments], check=False, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout


def changed(tree, name, old, new):
    """The page or header with one thing changed, for as long as the check runs."""
    path = tree / name
    before = path.read_text(encoding="utf-8")
    assert old in before, (name, old)
    path.write_text(before.replace(old, new), encoding="utf-8")
    answer = run(tree)
    path.write_text(before, encoding="utf-8")
    return answer


with tempfile.TemporaryDirectory() as folder:
    tree = pathlib.Path(folder)
    for name in ("cmake", "docs/methods", "include/eczscore/stats"):
        (tree / name).mkdir(parents=True)
    for name in ("method_pages.py", "synopsis.py"):
        shutil.copy(root / "cmake" / name, tree / "cmake")
    header, page = "include/eczscore/stats/halve.hpp", "docs/methods/halve.md"
    (tree / header).write_text(HEADER, encoding="utf-8")
    (tree / page).write_text(PAGE, encoding="utf-8")
    (tree / "docs/methods/README.md").write_text(INDEX, encoding="utf-8")

    code, said = run(tree)
    expect("an empty synopsis is stale", code != 0 and "+double halved(double value" in said)
    code, said = run(tree, "--fill")
    filled = (tree / page).read_text(encoding="utf-8")
    expect(f"a page is filled: {said}", code == 0 and "```text\n1.5\n```" in filled)
    for line in ("double halved(double value, const HalveOptions& options = {});",
                 "    double of = 2.0;  // divisor", "enum class Half : int { up, down };", "    bool is_valid() const;"):
        expect(f"the synopsis has: {line}", line in filled)
    for word in ("hidden", "struct Other", "inline", "return"):
        expect(f"the synopsis has no {word}", not re.search(rf"\b{word}\b", filled))
    expect("the synopsis has every function", "double quartered(const Other&);" in filled)
    expect("a filled page is right", run(tree)[0] == 0)

    code, said = changed(tree, header, "double of = 2.0", "double of = 4.0")
    expect("a changed default is told", code != 0 and "-    double of = 2.0;" in said and "+0.8" in said)
    code, said = changed(tree, page, "1.5", "1.6")
    expect("another output is told", code != 0 and "+1.5" in said)
    code, said = changed(tree, page, "stats::halved(3.0)", "stats::halve(3.0)")
    line = filled[: filled.index("stats::halved(3.0)")].count("\n") + 1
    expect(f"an example that does not compile names its line: {said}", code != 0 and f"{page}:{line}:" in said)
    code, said = changed(tree, page, "<!-- synopsis: stats/halve.hpp -->\n", "")
    expect("a page without a synopsis", code != 0 and "has a synopsis and an example" in said)
    code, said = changed(tree, page, "{2}$$", "{2}\\, m$$")
    expect("a backslash that Markdown takes away", code != 0 and "takes the backslash" in said)
    code, said = changed(tree, page, "$$h", "$h")
    expect("a dollar without another one", code != 0 and "a $ without" in said)
    code, said = changed(tree, "docs/methods/README.md", "(halve.md)", "")
    expect("a page that the index does not name", code != 0 and "no question leads to halve.md" in said)
    expect("a page that is not there", run(tree, "third")[0] != 0)

print("\n".join(failures) or "method_pages.py finds what it is to find")
sys.exit(1 if failures else 0)
