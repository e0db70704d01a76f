/* SPDX-License-Identifier: Apache-2.0 */

/* The rows of a pack as people read them, whatever part they belong to. */
#ifndef QADAM_COMMAND_COUNTRY_ROW_H
#define QADAM_COMMAND_COUNTRY_ROW_H

#include "command/country/command.h"

enum { COUNTRY_ROW_TEXTS = 3 };

struct country_row_view {
    const char *part;  /* "bodies" */
    const char *id;    /* the kind, type, rule, id or day */
    const char *title; /* a text of the pack, not translated; may be NULL */
    const char *value; /* "15 working days", in the user's language; "" for none */
    const char *texts[COUNTRY_ROW_TEXTS]; /* the same as title */
    const char *names[COUNTRY_ROW_TEXTS]; /* texts that are shown as they are; may be NULL */
    const struct country_row *row;
};

/* Visits the rows of one part, or with NULL of all.  Texts are borrowed during the visit. */
void country_each_row(const struct country_pack *pack, const char *part,
                      void (*visit)(void *self, const struct country_row_view *view), void *self);

/* What the user's language calls a part. */
const char *country_part_label(const char *part);

#endif
