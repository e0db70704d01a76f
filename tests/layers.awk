# SPDX-License-Identifier: Apache-2.0
# Checks the one-way street: tui -> core, and inside core only leftwards in the list "layers".
# Core includes no screen and no language and does not print; only tui/term/term.c knows
# curses and only tui/language.c knows gettext.
BEGIN {
    count = split(layers, list, " ")
    for (i = 1; i <= count; i++)
        rank[list[i]] = i
}
FNR == 1 {
    split(FILENAME, part, "/")
    in_core = part[1] == "core"
    own = in_core ? part[2] : ""
    if (in_core && !(own in rank))
        fault("is in no known layer; add \"" own "\" to CORE_LAYERS in the Makefile")
}
/^[ \t]*#[ \t]*include[ \t]*<(n?cursesw?[\/.]|ncurses|term\.h)/ && FILENAME != "tui/term/term.c" {
    fault("includes curses; only tui/term/term.c may")
}
/^[ \t]*#[ \t]*include[ \t]*<(libintl|locale|ctype|wctype)\.h>/ && in_core { fault("core knows no language") }
/^[ \t]*#[ \t]*include[ \t]*<libintl\.h>/ && !in_core && FILENAME != "tui/language.c" {
    fault("includes libintl; only tui/language.c may")
}
/(^|[^a-z_])(printf|puts|putchar|perror|gettext) *\(/ && in_core && !/^[ \t]*(\/?\*)/ {
    fault("core does not print or translate")
}
/^[ \t]*#[ \t]*include[ \t]*"/ && in_core {
    target = $0
    sub(/^[^"]*"/, "", target)
    if (split(target, path, "/") > 1) {
        if (!(path[1] in rank))
            fault("includes " target " outside core")
        else if (rank[path[1]] > rank[own])
            fault("includes " path[1] "/, which is to the right of " own "/")
    }
}
function fault(text) { print FILENAME ":" FNR ": " text; bad = 1 }
END { exit bad }
