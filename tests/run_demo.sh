#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes a fresh demo office file in the folder named as the argument and shows what each command
# prints.  The passphrases reach the program through pipes, never as arguments.
set -eu
program=${QADAM:-./qadam}
folder=${1:?usage: run_demo.sh FOLDER}
file=$folder/office.qadam
passphrase='demo: seven quiet steps'
second='demo: four green doors'
people=$folder/people.qadam

mkdir -p "$folder"
rm -f "$file" "$file"-wal "$file"-shm "$folder"/office.qadam.*
rm -f "$people" "$people"-wal "$people"-shm
rm -rf "$folder/backups"
mkdir "$folder/backups"

heading() { printf '\n== %s\n' "$1"; }
# Shows and runs a command as the user "demo".  printf is part of the shell: it starts no process
# whose arguments others could see.
demo() {
    printf '$ qadam %s --user demo --passphrase-fd 0\n' "$*"
    printf '%s\n' "$passphrase" | "$program" "$@" --user demo --passphrase-fd 0
}
# The same with the file of invented people, whose passphrase everybody knows.
learn() {
    printf '$ qadam %s --passphrase-fd 0\n' "$*"
    printf 'demo\n' | "$program" "$@" --passphrase-fd 0
}

heading "A new office file and its recovery sheet"
demo new "$file" --office DEMO --country KG
heading "A second user"
printf '$ qadam vault users add %s Aizada --new-passphrase-fd 3\n' "$file"
# Two secrets need two pipes: the inner one arrives as descriptor 3.
printf '%s\n' "$second" | {
    printf '%s\n' "$passphrase" |
        "$program" vault users add "$file" Aizada --role counsellor --user demo \
            --passphrase-fd 0 --new-passphrase-fd 3 3<&4
} 4<&0
heading "Who may open it"
demo vault users list "$file"
heading "Is it sound?"
demo vault verify "$file"
heading "A backup"
demo vault backup "$file" --to "$folder/backups" --keep 3
heading "Who did what"
demo journal show "$file"
heading "Is that record whole?"
demo journal verify "$file"
heading "An office of invented people, to learn on"
printf '$ qadam demo %s\n' "$people"
"$program" demo "$people"
heading "What was done there, by act"
learn journal show "$people" | awk -F '\t' '{ acts[$4]++ } END { for (act in acts) print acts[act], act }' |
    sort -rn
if "$program" person --help >/dev/null 2>&1; then
    heading "One person under every spelling"
    learn person find "$people" Ulugbek --limit 5
    learn person find "$people" Улугбек --limit 5
    heading "All that is known of the first one"
    first=$(printf 'demo\n' | "$program" person find "$people" 'Ulugbek Test' --json --limit 1 \
        --passphrase-fd 0 | sed 's/.*"id":"\([0-9a-f-]*\)".*/\1/')
    learn person show "$people" "$first"
    heading "Who is there twice?"
    learn person duplicates "$people" all
fi
heading "The working day of that office"
learn day "$people" --today 2026-11-02
heading "Its casefiles"
learn case list "$people" --state all --today 2026-11-02
heading "One of them: who has not answered, and whom to ask next"
number=$(printf 'demo\n' | "$program" case list "$people" --today 2026-11-02 --passphrase-fd 0 |
    tail -n 1 | cut -f 1)
learn case next "$people" "$number" --today 2026-11-02
heading "A new casefile: what comes next, and why"
serik=$(printf 'demo\n' | "$program" person find "$people" 'Серик Нуска' --json --limit 1 \
    --passphrase-fd 0 | sed 's/.*"id":"\([0-9a-f-]*\)".*/\1/')
number=$(printf 'demo\n' | "$program" case open "$people" "$serik" --workflow restoration \
    --today 2026-11-20 --passphrase-fd 0)
learn case next "$people" "$number" --today 2026-11-20
heading "The day of everybody"
learn day "$people" --everybody --today 2026-11-23
heading "When a term ends, and how it was counted"
learn country due "$people" --rule id_after_loss --from 2026-12-01 --today 2026-12-10
heading "What a mistake looks like"
code=0
printf 'not the passphrase\n' |
    "$program" vault verify "$file" --user demo --passphrase-fd 0 2>&1 || code=$?
echo "(exit code $code)"
[ "$code" -eq 3 ]
printf '\nThe files are %s: user "demo", passphrase "%s"\n' "$file" "$passphrase"
printf 'and %s: user "demo", passphrase "demo".\n' "$people"
