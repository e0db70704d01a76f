# SPDX-License-Identifier: Apache-2.0
# Checks the one-way street: tui -> core, and inside core only leftwards in the list "layers".
# Of the full screen in tui, "screen_layers", each folder includes only itself and those to its
# left; term nothing else of tui, widget no command.  The rest of tui knows neither widgets nor views,
# but for tui/command/application.c, which starts the application.
# Core includes no screen and no language and does not print; only tui/term/term.c know
# curses and only tui/language.c knows gettext.
BEGIN {
    count = split(layers, list, " ")
    for (i = 1; i <= count; i++)
        rank[list[i]] = i
    count = split(screen_layers, list, " ")
    for (i = 1; i <= count; i++)
        screen[list[i]] = i
}
FNR == 1 {
    split(FILENAME, part, "/")
    in_core = part[1] == "core"
    own = part[2]
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
    gsub(/^[^"]*"|".*$/, "", target)
    if (split(target, path, "/") > 1) {
        if (!(path[1] in rank))
            fault("includes " target " outside core")
        else if (rank[path[1]] > rank[own])
            fault("includes " path[1] "/, which is to the right of " own "/")
    }
}
/^[ \t]*#[ \t]*include[ \t]*"/ && !in_core && FILENAME != "tui/command/application.c" {
    target = $0
    gsub(/^[^"]*"|".*$/, "", target)
    folder = split(target, path, "/") > 1 ? path[1] : "the root of tui"
    if (own in screen && folder in screen && screen[folder] > screen[own])
        fault("includes " folder "/, which is to the right of " own "/")
    if (own == "term" && folder != "term" && !(folder in rank))
        fault("includes " target "; term knows only itself and core")
    if (own == "widget" && (folder == "command" || folder == "linear"))
        fault("includes " target "; widgets know no commands")
    if (!(own in screen) && (folder == "widget" || folder == "view"))
        fault("includes " target "; only the full screen may")
}
function fault(text) { print FILENAME ":" FNR ": " text; bad = 1 }
END { exit bad }
