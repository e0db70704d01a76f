#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Prints the share of lines that the tests ran, per source file of core and tui, lowest first.
# $1: the folder of the coverage build.
set -eu
root=$(pwd)
cd "$1"
find core tui -name '*.gcda' | while read -r data; do
    gcov -n -s "$root" -r "$data" 2>/dev/null
done | awk -F"[':%]" '
    /^File/ { file = $2 }
    /^Lines executed/ && file ~ /^(core|tui)\/.*\.c$/ { printf "%6.1f %%  %s\n", $2, file; file = "" }
' | sort -n | uniq
