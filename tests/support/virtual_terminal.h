/* SPDX-License-Identifier: Apache-2.0 */

/* The real program on a real terminal line, with an emulated screen (libvterm) at the other end:
 * what a person would type, see and be left with.  Nothing here sleeps; what is waited for has a
 * deadline, and a screen that never came is printed. */
#ifndef QADAM_TESTS_SUPPORT_VIRTUAL_TERMINAL_H
#define QADAM_TESTS_SUPPORT_VIRTUAL_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum {
    VIRTUAL_TERMINAL_WORDS = 12,
    VIRTUAL_TERMINAL_ROW_SIZE = 4096,
    VIRTUAL_TERMINAL_PATIENCE_MS = 20000,
    VIRTUAL_TERMINAL_QUIET_MS = 120, /* without output: it has said all */
    VIRTUAL_TERMINAL_GOES_ON = -1000,
};

struct virtual_terminal;

struct virtual_terminal_plan {
    const char *words[VIRTUAL_TERMINAL_WORDS]; /* without the program's name; NULL after the last */
    const char *environment[VIRTUAL_TERMINAL_WORDS]; /* beside PATH, TERM and LC_ALL */
    const char *kind;                                /* TERM; NULL: xterm-256color */
    int rows;                                        /* 0: 25 */
    int columns;                                     /* 0: 80 */
};

struct virtual_terminal *virtual_terminal_start(const struct virtual_terminal_plan *plan);
/* Takes all away; a program that still runs is killed. */
void virtual_terminal_free(struct virtual_terminal *terminal);

/* ---- what a person does */

/* All at once: "ab<Tab><F4><C-k><Enter>"; "<lt>" is "<". */
void virtual_terminal_type(struct virtual_terminal *terminal, const char *keys);
/* Between the marks of bracketed paste. */
void virtual_terminal_paste(struct virtual_terminal *terminal, const char *text);
/* A zone's lines as a scanner sends them. */
void virtual_terminal_scan(struct virtual_terminal *terminal, const char *zone);
void virtual_terminal_resize(struct virtual_terminal *terminal, int rows, int columns);
void virtual_terminal_signal(struct virtual_terminal *terminal, int number);
/* Closes the window: nothing can be seen or typed any more. */
void virtual_terminal_hang_up(struct virtual_terminal *terminal);

/* ---- what a person sees */

/* False, and the screen is printed, when it never comes. */
bool virtual_terminal_wait_text(struct virtual_terminal *terminal, const char *text);
bool virtual_terminal_wait_gone(struct virtual_terminal *terminal, const char *text);
/* Until something came and then nothing for a while. */
bool virtual_terminal_wait_answer(struct virtual_terminal *terminal);
/* Until nothing came for that long. */
void virtual_terminal_wait_quiet(struct virtual_terminal *terminal, int quiet_ms);
/* The same, and how long that took. */
struct virtual_terminal_answer {
    double first_ms; /* until something came */
    double last_ms;  /* until all had come */
    size_t bytes;
};
bool virtual_terminal_measure(struct virtual_terminal *terminal,
                              struct virtual_terminal_answer *out);

bool virtual_terminal_shows(const struct virtual_terminal *terminal, const char *text);
void virtual_terminal_row(const struct virtual_terminal *terminal, int row,
                          char out[VIRTUAL_TERMINAL_ROW_SIZE]);
/* Whether the cursor can be seen. */
bool virtual_terminal_cursor(const struct virtual_terminal *terminal, int *row, int *column);
/* The character in that cell and whether it is drawn in reverse. */
unsigned virtual_terminal_letter(const struct virtual_terminal *terminal, int row, int column);
bool virtual_terminal_is_reverse(const struct virtual_terminal *terminal, int row, int column);
void virtual_terminal_print(const struct virtual_terminal *terminal);

/* ---- what came over the line */

/* How many bytes since the start. */
size_t virtual_terminal_bytes(const struct virtual_terminal *terminal);
/* How many orders set a colour. */
size_t virtual_terminal_colours(const struct virtual_terminal *terminal);
bool virtual_terminal_said(const struct virtual_terminal *terminal, const char *bytes);

/* ---- the end */

pid_t virtual_terminal_pid(const struct virtual_terminal *terminal);
/* Waits until the program stopped itself. */
bool virtual_terminal_wait_stop(struct virtual_terminal *terminal);
/* Waits for the end: the exit code, minus the number of the signal, or VIRTUAL_TERMINAL_GOES_ON. */
int virtual_terminal_end(struct virtual_terminal *terminal);
/* What the program left in another state than it found it: "" when the terminal is clean. */
const char *virtual_terminal_left_wrong(struct virtual_terminal *terminal);

#endif
