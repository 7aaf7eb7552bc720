#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""terminal_svg.py TITLE < text > picture.svg: a terminal's text as a picture for the README."""
import html
import sys

lines = sys.stdin.read().rstrip("\n").split("\n")
title = sys.argv[1] if len(sys.argv) > 1 else ""
char, line, pad, bar = 7.83, 18, 16, 30
width = int(max([len(text) for text in lines] + [len(title)]) * char + 2 * pad)
height = len(lines) * line + 2 * pad + bar

print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
      f'viewBox="0 0 {width} {height}" role="img" aria-label="{html.escape(title, True)}">')
print(f'<rect width="{width}" height="{height}" rx="8" fill="#1d2330"/>')
for i, colour in enumerate(["#ff5f57", "#febc2e", "#28c840"]):
    print(f'<circle cx="{20 + 18 * i}" cy="{bar / 2 + 2}" r="5.5" fill="{colour}"/>')
print(f'<text x="{width / 2}" y="{bar / 2 + 6}" text-anchor="middle" fill="#9aa4b8" '
      f'font-family="sans-serif" font-size="12">{html.escape(title)}</text>')
print('<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="13" fill="#e6e9f0">')
for i, text in enumerate(lines):
    colour = ' fill="#7fd1ff"' if text.startswith("$ ") else ""
    y = bar + pad + i * line + 12
    print(f'<text x="{pad}" y="{y}" xml:space="preserve"{colour}>{html.escape(text)}</text>')
print("</g></svg>")
