#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs the test programs named as arguments and closes with one line of totals.
# A skipped test prints "SKIPPED: name: reason"; the reasons are repeated at the end.
set -u
log=$(mktemp)
reasons=$(mktemp)
trap 'rm -f "$log" "$reasons"' EXIT
passed=0 failed=0 skipped=0
for program in "$@"; do
    # TEST_VERBOSE=1 shows every line of every program.
    "$program" >"$log" 2>&1
    code=$?
    p=$(grep -ac '^\[       OK \]' "$log")
    f=$(grep -ac '^\[  FAILED  \].*[a-z_]*$' "$log")
    s=$(grep -ac '^\[  SKIPPED \] [a-z]' "$log")
    [ "$f" -gt 0 ] && f=$(grep -ac '^\[  FAILED  \] [a-z]' "$log")
    passed=$((passed + p)) skipped=$((skipped + s))
    grep -a '^SKIPPED: ' "$log" >>"$reasons"
    grep -a '^NOTE: ' "$log" | sed 's/^NOTE: /  /'
    if [ "$code" -ne 0 ]; then
        failed=$((failed + (f > 0 ? f : 1)))
        echo "FAILED $program (exit $code)"
        cat "$log"
    elif [ "${TEST_VERBOSE:-0}" = 1 ]; then
        cat "$log"
    else
        echo "ok     ${program#build/} ($p)"
    fi
done
sort -u "$reasons"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
