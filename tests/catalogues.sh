#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The catalogues against the sources.
#   tests/catalogues.sh            fails when a text of the program is missing in locales/qadam.pot
#                                  or is there without need, and when a language is not complete
#   tests/catalogues.sh --update   collects the texts into qadam.pot and every catalogue
set -eu
export LC_ALL=C.UTF-8
pot=locales/qadam.pot
fresh=$(mktemp)
messages=$(mktemp)
texts=$(mktemp)
trap 'rm -f "$fresh" "$messages" "$texts"' EXIT

# Line numbers change with every edit and a creation date with every run: neither is kept.
find tui -name '*.c' -o -name '*.h' | sort | grep -v '^tui/language\.h$' |
    xgettext --files-from=- --language=C --from-code=UTF-8 --output=- \
        --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=language_plural:1,2 \
        --flag=language_plural:1:c-format --flag=language_plural:2:c-format \
        --add-comments=TRANSLATORS: --add-location=file --sort-by-file \
        --package-name=qadam |
    sed -e '/^"POT-Creation-Date: /d' -e 's/charset=CHARSET/charset=UTF-8/' -e 's/^# SOME DESCRIPTIVE TITLE\./# The texts of Qadam./' \
        -e '/^# FIRST AUTHOR/d' -e '/^# Copyright (C) YEAR/d' -e '/^#, fuzzy$/d' >"$fresh"

# The texts of workflows and country packs, which are YAML.
"${LIST_TEXTS:-build/release/locales/list_texts}" | msguniq >"$texts"
msgcat --use-first --sort-by-file --output-file="$messages" "$fresh" "$texts"
cp "$messages" "$fresh"

if [ "${1:-}" = --update ]; then
    cp "$fresh" "$pot"
    for po in locales/*.po; do
        [ -e "$po" ] || continue
        msgmerge --quiet --no-fuzzy-matching --backup=none --add-location=file --sort-by-file \
            --update "$po" "$pot"
        # What no source uses any more only confuses.
        msgattrib --no-obsolete --add-location=file --sort-by-file --output-file="$po" "$po"
    done
    exit 0
fi

bad=0
# Both directions: "<" is a text that the .pot lacks, ">" one that no source has.
list() { msgcat --no-location --sort-output "$1" | sed '/^#/d'; }
list "$fresh" >"$messages"
if ! list "$pot" | diff "$messages" - >&2; then
    echo "locales/qadam.pot does not match the sources: run 'make pot'." >&2
    bad=1
fi
for po in locales/*.po; do
    [ -e "$po" ] || continue
    msgfmt --check --output-file=/dev/null "$po" || bad=1
    # Against the texts of today, not against those the catalogue happens to have.
    msgcmp --use-untranslated "$po" "$fresh" 2>"$messages" >/dev/null || {
        cat "$messages" >&2
        echo "$po lacks texts: run 'make pot' and translate." >&2
        bad=1
    }
    for kind in untranslated only-fuzzy; do
        count=$(msgattrib --no-obsolete "--$kind" "$po" | grep -c '^msgid ' || true)
        # The header counts as one when there is anything at all.
        if [ "$count" -gt 0 ]; then
            echo "$po has entries that are $kind:" >&2
            msgattrib --no-obsolete "--$kind" "$po" >&2
            bad=1
        fi
    done
    # The program puts numbers in by itself, so the plain placeholder must stand there.
    if grep -n '%[0-9]\$' "$po" >&2; then
        echo "$po: write %s and %lld without a position." >&2
        bad=1
    fi
done
exit "$bad"
