/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of the intake share, and what comparing asks of it; nobody else includes it. */
#ifndef QADAM_VIEW_INTAKE_PRIVATE_H
#define QADAM_VIEW_INTAKE_PRIVATE_H

#include "app/app.h"
#include "document/document.h"
#include "name/mrz.h"
#include "person/person.h"
#include "search/duplicate.h"
#include "store/case_number.h"
#include "wording/person_text.h"

/* Somebody who is kept already and may be the person at the counter.  Owns its texts. */
struct alike {
    char person_id[UUID_TEXT_SIZE];
    char *name;
    char birth[PERSON_DATE_SIZE];
    char number[CASE_NUMBER_TEXT_SIZE]; /* of the newest casefile; "" when there is none */
    char *place;
    char *why;
};

struct intake_view {
    /* subject: an id of this form alone, so that several can be half done; detail: the id of whose
     * family the person is, or a name that was typed elsewhere. */
    struct view view;
    struct form form;
    char family_id[UUID_TEXT_SIZE]; /* "" for nobody's */
    char *family_name;
    struct alike alikes[DUPLICATES_MAX];
    size_t alike_count;
    char *asked; /* the values that the alikes were found by */
    struct mrz zone;
    char zone_lines[MRZ_LINES_MAX * MRZ_LINE_SIZE]; /* as given; "" when repaired */
    struct intake_values *begin;                    /* what stood in the form at first */
    struct intake_values *before; /* the filling from a paper, which can be taken back; or NULL */
    struct intake_values *after;
};

extern const char intake_form_name[];
extern const char intake_other_name[];
extern const char intake_family_field[]; /* hidden: the family's id, for "my day" */

/* ---- the form (intake_form.c) */

void intake_form_build(struct app *app, struct intake_view *intake);
/* What follows when a field was left: age, faults, the other script, hidden fields. */
void intake_form_left(struct app *app, struct intake_view *intake, size_t field);
/* Puts the values that are held for every record into an empty form, and remembers them. */
void intake_form_take_held(struct app *app, struct intake_view *intake);
void intake_form_keep_held(struct app *app, struct intake_view *intake);

/* All fields anew: remarks, faults, the other script. */
void intake_form_refresh(struct app *app, struct intake_view *intake);

/* ---- what stood in the form (intake_values.c); wiped when it is let go */

struct intake_values;
/* NULL without memory. */
struct intake_values *intake_values_of(const struct form *form);
void intake_values_put(const struct intake_values *values, struct form *form);
/* False for NULL too. */
bool intake_values_are(const struct intake_values *values, const struct form *form);
void intake_values_free(struct intake_values *values);

/* ---- a name in one go (intake_name.c) */

struct intake_name {
    char surname[PLACE_DETAIL_SIZE];
    char given_name[PLACE_DETAIL_SIZE];
    char patronymic[PLACE_DETAIL_SIZE];
};

/* By the endings of its words; when they tell nothing, the first one is the surname. */
void intake_name_split(struct intake_name *out, const char *typed);

/* ---- who looks alike (intake_alike.c) */

void intake_alike_find(struct app *app, struct intake_view *intake);
void intake_alike_release(struct intake_view *intake);
/* How many rows the box takes in a body of that height; 0: none. */
int intake_alike_rows(const struct intake_view *intake, int body_rows);
void intake_alike_draw(const struct intake_view *intake, struct area area);

/* ---- the scanner (intake_scan.c) */

/* Asks whether to take over what the zone says. */
void intake_scan(struct app *app, struct intake_view *intake, const char *lines);
/* While nothing was changed since: the whole filling is taken back. */
bool intake_scan_can_undo(const struct app *app, const struct view *view);
void intake_scan_undo(struct app *app, struct view *view);
void intake_scan_forget(struct intake_view *intake);

/* ---- the record (intake_record.c) */

/* Owns all of it. */
struct intake_record {
    struct person person;
    struct contact_list contacts;
    struct document paper;
    bool has_paper;
};

MUST_CHECK enum status intake_record_make(struct intake_record *out, const struct form *form,
                                          struct error *error);
void intake_record_release(struct intake_record *record);
/* A new person, with the household of the family; the draft goes in the same transaction. */
MUST_CHECK enum status intake_record_keep(struct app *app, struct intake_view *intake,
                                          struct intake_record *record, struct error *error);
/* What that person's record does not have yet. */
MUST_CHECK enum status intake_record_add_to(struct app *app, struct intake_view *intake,
                                            const char *person_id, struct intake_record *record,
                                            struct error *error);

/* ---- the end (intake_end.c); all of them may take the intake off the stack */

/* Whether it is complete and who it is, then keeps it. */
void intake_finish(struct app *app, struct view *view);
/* Beside that one of the alikes. */
void intake_compare_with(struct app *app, const struct intake_view *intake, size_t index);

/* The intake on top is that person: adds the new facts there and goes there. */
/* A new record is kept; the end of the form. */
void intake_is_new(struct app *app, struct view *view);
void intake_is_same(struct app *app, struct view *view, const char *person_id);
/* A new person of that one's family, in the place of the view on top. */
void intake_open_family(struct app *app, const char *person_id);

#endif
