#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs one fuzzer from its committed seeds:
#   sh tests/fuzz/run.sh build/fuzz/NAME -runs=N
#   sh tests/fuzz/run.sh build/fuzz/NAME -max_total_time=SECONDS
# What it finds on the way is kept in build/fuzz/corpus/NAME, an input that breaks something in
# build/fuzz/NAME-crash-*.  A counted run starts the same way each time.
set -u
program=$1
shift
name=$(basename "$program")
seeds=$(dirname "$0")/seeds/$name
corpus=build/fuzz/corpus/$name
log=build/fuzz/$name.log
case "$1" in
-runs=*)
    set -- "$@" -seed=1
    rm -rf "$corpus"
    ;;
esac
mkdir -p "$corpus"
if "$program" "$@" -timeout=20 -print_final_stats=1 -artifact_prefix="build/fuzz/$name-" \
    "$corpus" "$seeds" >"$log" 2>&1; then
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    echo "fuzzed $name: ${runs:-0} runs, no fault"
else
    cat "$log"
    echo "FAULT in $name"
    exit 1
fi
