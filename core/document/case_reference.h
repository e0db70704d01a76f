/* SPDX-License-Identifier: Apache-2.0 */

/* A casefile as others mean it: found by the number that people say, and what has to be known of it
 * before anything is kept about it. */
#ifndef QADAM_DOCUMENT_CASE_REFERENCE_H
#define QADAM_DOCUMENT_CASE_REFERENCE_H

#include "store/case_number.h"
#include "store/id_lookup.h"

#include <stdbool.h>

struct store;

/* The id of the casefile of that number (KG-OSH-2026-000117, small letters will do) or whose id is
 * that or begins so.  STATUS_INVALID when it can be neither, STATUS_NOT_FOUND, STATUS_EXISTS when
 * several ids begin so. */
MUST_CHECK enum status case_find(struct store *store, const char *text, char out[UUID_TEXT_SIZE],
                                 struct error *error);

struct case_reference {
    char id[UUID_TEXT_SIZE];
    char number[CASE_NUMBER_TEXT_SIZE];
    char person_id[UUID_TEXT_SIZE]; /* whose matter it is */
    bool is_open;
};

/* STATUS_NOT_FOUND when there is no casefile of that id. */
MUST_CHECK enum status case_reference_load(struct store *store, const char *id,
                                           struct case_reference *out, struct error *error);

/* Whether it is that person's casefile, or that person has a part in it: STATUS_NOT_FOUND when
 * not. */
MUST_CHECK enum status case_reference_require_person(struct store *store,
                                                     const struct case_reference *reference,
                                                     const char *person_id, struct error *error);

#endif
