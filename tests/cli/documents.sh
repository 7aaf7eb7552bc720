#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# What the tutorial and the how-to pages show is what the program prints.
set -eu
cd -- "$(dirname -- "$0")/../.."
exec python3 cmake/run_documents.py "${ECZSCORE_BIN:?}" docs/tutorial.md docs/howto/score-a-table.md \
    docs/howto/check-a-table.md
