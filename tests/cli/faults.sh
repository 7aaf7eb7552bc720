#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Faults at many points, for twenty seconds; ECZSCORE_FAULT_SECONDS and ECZSCORE_FAULT_SEED say
# otherwise. Some of the commands have --threads.
here=$(cd -- "$(dirname -- "$0")" && pwd)
exec python3 "$here/faults.py"
