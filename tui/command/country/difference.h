/* SPDX-License-Identifier: Apache-2.0 */

/* Differences between two packs, for people or for scripts. */
#ifndef QADAM_COMMAND_COUNTRY_DIFFERENCE_H
#define QADAM_COMMAND_COUNTRY_DIFFERENCE_H

#include "country/country_compare.h"

#include <stdio.h>

struct json;

struct difference_report {
    FILE *stream;
    struct json *json; /* NULL: lines for people on the stream */
    const char *name;  /* what the comparison is called in JSON */
    bool has_standing; /* it tells what the office has instead */
    size_t count;
};

/* A visitor for country_pack_compare(); self is a struct difference_report. */
bool difference_report(void *self, const struct country_difference *difference);

#endif
