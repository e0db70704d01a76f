/* SPDX-License-Identifier: Apache-2.0 */

/* A port without a terminal: keys come from a script, its clock is the script's, and what is shown
 * stays in a grid. */
#ifndef QADAM_TESTS_SUPPORT_TUI_SCRIPTED_PORT_H
#define QADAM_TESTS_SUPPORT_TUI_SCRIPTED_PORT_H

#include "app/app.h"
#include "term/port.h"

enum {
    SCRIPTED_TYPING_MS = 120, /* between two keys of somebody who types */
    SCRIPTED_AHEAD_MS = 0,    /* of somebody who does not look, or of keys that waited */
    SCRIPTED_SCANNER_MS = 4,
};

struct scripted_key {
    struct key key;
    char *pasted; /* what key.pasted shows; owned */
    int rows;     /* CODE_RESIZE: the size from then on */
    int columns;
    int after_ms; /* how long after the one before it comes */
};

struct scripted_port {
    struct port port; /* for app_new() */
    struct scripted_key *script;
    size_t count;
    size_t capacity;
    size_t next;
    int waited_ms; /* for that one already */
    int gap_ms;    /* of keys that are added */
    long long now_ms;
    int rows;
    int columns;
    struct grid shown;
    int shows; /* how often each was called */
    int redraws;
    int wipes;
};

void scripted_port_begin(struct scripted_port *port, int rows, int columns);
void scripted_port_end(struct scripted_port *port);

/* Adds keys such as "ab<Tab><F4><Enter>"; "<Wait:500>" lets that many milliseconds pass before the
 * next one, "<Resize:60x16>" makes it so many columns and rows.  "<lt>" is "<".  What is no key
 * fails the test. */
void scripted_port_type(struct scripted_port *port, const char *keys);
/* The same as fast as it can be. */
void scripted_port_type_ahead(struct scripted_port *port, const char *keys);
void scripted_port_paste(struct scripted_port *port, const char *text);
/* The lines of a zone, as a scanner types them: with Enter behind each. */
void scripted_port_scan(struct scripted_port *port, const char *zone);
/* Lets the keys go that were read. */
void scripted_port_forget(struct scripted_port *port);
/* Whether keys or time are left. */
bool scripted_port_has_more(const struct scripted_port *port);

/* Turns the loop until the script is over; false when the application ended. */
bool scripted_run(struct scripted_port *port, struct app *app);
/* Types and runs. */
bool scripted_do(struct scripted_port *port, struct app *app, const char *keys);

/* ---- what is shown */

/* A row's text, without the spaces at its end. */
enum { SCRIPTED_ROW_SIZE = 4096 };
void grid_row_text(const struct grid *grid, int row, char out[SCRIPTED_ROW_SIZE]);
/* The first row that holds the text; -1. */
int grid_find(const struct grid *grid, const char *text);
void assert_shown(const struct scripted_port *port, const char *text);
void assert_not_shown(const struct scripted_port *port, const char *text);
void grid_print(const struct grid *grid);

#endif
