/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of the search share. */
#ifndef QADAM_VIEW_SEARCH_PRIVATE_H
#define QADAM_VIEW_SEARCH_PRIVATE_H

#include "app/app.h"
#include "base/date.h"
#include "store/case_number.h"

#include <stdint.h>

enum {
    SEARCH_PEOPLE_MAX = 7,
    SEARCH_CASES_MAX = 4,
    SEARCH_NOTES_MAX = 4,
    SEARCH_PAPERS_MAX = 3,
    SEARCH_COMMANDS_MAX = 8,
};

/* Something that was found; owns its texts. */
struct search_row {
    const struct view_class *class; /* what Enter opens, and where; NULL: run does it */
    struct place place;
    /* A command; below: the view that the search was opened over. */
    void (*run)(struct app *app, struct view *below);
    const struct binding *binding; /* one of that view's; then run is NULL */
    struct date birth;
    bool has_birth;
    char number[CASE_NUMBER_TEXT_SIZE]; /* of the newest or the very case; "" for none */
    char *name;                         /* in the first column */
    char *about;                        /* in the last one */
    const char *key;                    /* of a command; NULL: none */
};

/* In this order; cases are those whose number was typed. */
enum search_group {
    SEARCH_CASES,
    SEARCH_PEOPLE,
    SEARCH_RECORDS,
    SEARCH_COMMANDS,
    SEARCH_GROUP_COUNT
};

struct search_rows {
    struct search_row *items;
    size_t count;
    size_t capacity;
    size_t counts[SEARCH_GROUP_COUNT];
    bool has_more_people;
    bool is_command_first; /* what was typed is the name of one: that group comes first */
};

void search_rows_release(struct search_rows *rows);
/* The group that stands at that place, and where its rows begin. */
enum search_group search_rows_group(const struct search_rows *rows, size_t place);
size_t search_rows_begin(const struct search_rows *rows, enum search_group group);
/* An empty row at the end; NULL without memory. */
struct search_row *search_rows_add(struct search_rows *rows, enum search_group group);

/* ---- search_people.c */
MUST_CHECK enum status search_rows_add_people(struct search_rows *rows, struct app *app,
                                              const char *text, struct error *error);
/* Whom and what was opened lately. */
void search_rows_add_recent(struct search_rows *rows, struct app *app);
/* The first other person with the same birth date; SEARCH_NOBODY when there is none. */
#define SEARCH_NOBODY SIZE_MAX
size_t search_rows_twin(const struct search_rows *rows, size_t index);

/* ---- search_record.c */
/* Before the people. */
MUST_CHECK enum status search_rows_add_cases(struct search_rows *rows, struct app *app,
                                             const char *text, struct error *error);
/* Notes by words, papers by number; after the people. */
MUST_CHECK enum status search_rows_add_records(struct search_rows *rows, struct app *app,
                                               const char *text, struct error *error);

/* ---- search_paper.c */
MUST_CHECK enum status search_rows_add_papers(struct search_rows *rows, struct app *app,
                                              const char *text, struct error *error);

/* ---- search_command.c: what can be done, whose words begin so */
/* Whether the text is the whole name of a command. */
bool search_is_command(struct app *app, const char *text);
void search_rows_add_commands(struct search_rows *rows, struct app *app, struct view *view,
                              const char *text);

#endif
