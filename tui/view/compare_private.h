/* SPDX-License-Identifier: Apache-2.0 */

/* Two people field by field, for the view that shows them. */
#ifndef QADAM_VIEW_COMPARE_PRIVATE_H
#define QADAM_VIEW_COMPARE_PRIVATE_H

#include "document/document.h"
#include "person/person.h"

struct app;

/* What is compared; owns all of it. */
struct compared {
    struct person person;
    struct contact_list contacts;
    struct document_list papers;
    char *casefiles; /* their numbers */
};

void compared_release(struct compared *compared);
MUST_CHECK enum status compared_load(struct compared *out, struct app *app, const char *id,
                                     struct error *error);

enum { COMPARE_ROWS = 24 };

/* What both sides say, when both say something. */
enum compare_mark {
    COMPARE_NOTHING,
    COMPARE_SAME,
    COMPARE_ALIKE, /* the same in another script or spelling */
    COMPARE_DIFFERS,
};

struct compare_row {
    const char *label; /* translated */
    char *left;        /* "" when not known */
    char *right;
    enum compare_mark mark;
    char *why; /* of names: what was forgiven or speaks against it; or NULL */
};

struct compare_rows {
    struct compare_row items[COMPARE_ROWS];
    size_t count;
};

void compare_rows_make(struct compare_rows *out, const struct compared *left,
                       const struct compared *right, struct day today);
void compare_rows_release(struct compare_rows *rows);

#endif
