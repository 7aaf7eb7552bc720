#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""run_documents.py [--fill] PROGRAM DOCUMENT...: runs the console blocks of a document.

In a block marked ```console every line that begins with "$ eczscore " is a command, run from the
root of the project, and the lines up to the next command are what it must print (standard output and
error together). With --fill the document is rewritten with what was printed.
"""
import difflib
import os
import pathlib
import re
import subprocess
import sys

arguments = [a for a in sys.argv[1:] if a != "--fill"]
fill = "--fill" in sys.argv
if len(arguments) < 2:
    sys.exit(__doc__)
root = pathlib.Path(__file__).resolve().parent.parent
program = str(pathlib.Path(arguments[0]).resolve())
environment = dict(os.environ, NO_COLOR="1", COLUMNS="100", LC_ALL="C.UTF-8")


def run(command: str) -> str:
    script = f'eczscore() {{ "{program}" "$@"; }}\n{command}'
    done = subprocess.run(["bash", "-c", script], cwd=root, env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True, check=False)
    return done.stdout.rstrip("\n")


def replay(block: re.Match) -> str:
    commands = re.split(r"(?m)^\$ ", block.group(1))[1:]
    shown = []
    for text in commands:
        command = text.split("\n", 1)[0]
        printed = run(command)
        shown.append(f"$ {command}\n{printed}".rstrip("\n"))
    return "```console\n" + "\n\n".join(shown) + "\n```"


failed = False
for name in arguments[1:]:
    path = root / name
    text = path.read_text(encoding="utf-8")
    fresh = re.sub(r"```console\n(.*?)\n```", replay, text, flags=re.DOTALL)
    if fill:
        path.write_text(fresh, encoding="utf-8")
    elif fresh != text:
        failed = True
        print(f"{name}: a command prints something else now (mend it, or run again with --fill):")
        sys.stdout.writelines(line + "\n" for line in difflib.unified_diff(
            text.splitlines(), fresh.splitlines(), "document", "program", lineterm="", n=1))
sys.exit(1 if failed else 0)
