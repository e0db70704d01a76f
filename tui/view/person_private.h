/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of a person's page share; nobody else includes it. */
#ifndef QADAM_VIEW_PERSON_PRIVATE_H
#define QADAM_VIEW_PERSON_PRIVATE_H

#include "app/app.h"
#include "casefile/casefile_store.h"
#include "command/person/view.h"
#include "search/duplicate.h"
#include "widget/list.h"
#include "wording/consent_text.h"

enum person_tab {
    TAB_OVERVIEW,
    TAB_NAMES, /* and contacts */
    TAB_PAPERS,
    TAB_FAMILY,
    TAB_CASES,
    TAB_HISTORY,
    TAB_COUNT
};

/* What Enter on a row leads to. */
enum row_kind {
    ROW_TEXT,
    ROW_HEADING,
    ROW_NAME,
    ROW_CONTACT,
    ROW_PAPER,
    ROW_RELATIVE,
    ROW_MEMBER,
    ROW_HOUSEHOLD,
    ROW_CASEFILE,
    ROW_NOTES,
    ROW_CONSENT,
    ROW_MERGE,
    ROW_HISTORY,
    ROW_KIND_COUNT
};

/* Owns its texts. */
struct person_row {
    enum row_kind kind;
    size_t index; /* of what it is about, in its list */
    char *label;  /* "" for a text of the whole width */
    char *value;
    bool is_strong;
};

struct person_page {
    struct view view;
    struct person_view data;
    struct casefile_list casefiles;
    size_t notes;
    char consent[CONSENT_STATE_SIZE]; /* to share, in words */
    enum person_tab tab;
    struct person_row *rows;
    size_t row_count;
    size_t row_capacity;
    struct list list;
    size_t picked;                               /* the index that a question is about */
    char alikes[DUPLICATES_MAX][UUID_TEXT_SIZE]; /* offered to be compared */
};

/* ---- rows (person_rows.c) */

/* Makes the rows of the tab. */
void person_rows_make(struct person_page *page, struct app *app);
void person_rows_release(struct person_page *page);

/* ---- what can be done (person_acts.c, person_papers.c) */

/* Whether something may be changed: the role and the state of the record. */
bool person_can_change(const struct app *app, const struct person_page *page);
/* Ends the transaction of an act on a person: when all went well so far, the tasks that follow from
 * what is known now are renewed in it. */
MUST_CHECK enum status person_commit(struct app *app, bool is_own, enum status so_far,
                                     const char *person_id, struct error *error);
/* Says what failed, in words for this page. */
void person_say_failure(struct app *app, const struct error *error);

void person_add_a_name(struct app *app, struct view *view);
void person_add_a_contact(struct app *app, struct view *view);
void person_add_a_paper(struct app *app, struct view *view);
/* Asked when Enter is pressed on one of them. */
void person_ask_name(struct app *app, struct person_page *page, size_t index);
void person_ask_contact(struct app *app, struct person_page *page, size_t index);
void person_ask_paper(struct app *app, struct person_page *page, size_t index);
void person_ask_unmerge(struct app *app, struct person_page *page, size_t index);
void person_ask_erase(struct app *app, struct view *view);
/* ---- everything that is kept about the person (person_data.c) */

void person_show_data(struct app *app, struct view *view);
void person_ask_data(struct app *app, struct view *view);
/* Looks for records that can be the same person, and compares with the one that is chosen. */
void person_compare(struct app *app, struct view *view);

/* ---- the form of the record (person_change.c); subject: the person's id */
extern const struct view_class person_change_class;

#endif
