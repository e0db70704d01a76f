#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs the test programs named as arguments, as many at a time as there are processors, and
# closes with one line of totals.  A skipped test prints "SKIPPED: name: reason" and a count
# worth knowing "NOTE: ..."; both are repeated at the end.  TEST_VERBOSE=1 shows every line.
set -u
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)

# Those that take a minute and more begin first, so that none of them is left alone at the end.
first='test_stories|test_power_cut|test_faults|test_vault_damage'
in_order() {
    printf '%s\n' "$@" | grep -E "$first"
    printf '%s\n' "$@" | grep -vE "$first"
}

# The log of build/debug/tests/core/x is $logs/build_debug_tests_core_x.
# shellcheck disable=SC2016
in_order "$@" | xargs -P "$jobs" -I PROGRAM sh -c '
    name=$(printf %s "$2" | tr / _)
    begun=$(date +%s)
    timeout 800 "$2" >"$1/$name" 2>&1
    code=$?
    echo "$code" >"$1/$name.code"
    verdict=ok
    [ "$code" -eq 0 ] || verdict=FAILED
    passed=$(grep -ac "^\[       OK \]" "$1/$name")
    echo "$verdict ${2#build/} ($passed, $(($(date +%s) - begun)) s)"
' sh "$logs" PROGRAM

count() {
    grep -ac "$1" "$2"
}
passed=0 failed=0 skipped=0
for program in "$@"; do
    log=$logs/$(printf %s "$program" | tr / _)
    code=$(cat "$log.code" 2>/dev/null || echo 1)
    passed=$((passed + $(count '^\[       OK \]' "$log")))
    skipped=$((skipped + $(count '^SKIPPED: ' "$log")))
    broken=$(count '^\[  FAILED  \] [a-z]' "$log")
    # cmocka names each failed test twice; a program that crashed names none.
    [ "$code" -eq 0 ] || failed=$((failed + (broken > 1 ? broken / 2 : 1)))
    if [ "$code" -ne 0 ] || [ "${TEST_VERBOSE:-0}" = 1 ]; then
        echo "---- $program ended with $code"
        cat "$log"
    fi
done
cat "$logs"/* | grep -a '^NOTE: ' | sed 's/^NOTE: /note: /'
cat "$logs"/* | grep -a '^SKIPPED: ' | sort -u
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
