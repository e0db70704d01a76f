/* SPDX-License-Identifier: Apache-2.0 */

/* Papers that prove who somebody is, or proved it once, or are being asked for. */
#ifndef QADAM_DOCUMENT_DOCUMENT_H
#define QADAM_DOCUMENT_DOCUMENT_H

#include "base/day.h"
#include "person/person.h"
#include "store/moment.h"
#include "store/uuid.h"

#include <stdbool.h>
#include <stddef.h>

enum document_state {
    DOCUMENT_HELD,
    DOCUMENT_LOST,
    DOCUMENT_STOLEN,
    DOCUMENT_DAMAGED,
    DOCUMENT_EXPIRED,
    DOCUMENT_KEPT_BY_OTHER, /* an employer, a landlord, another office */
    DOCUMENT_APPLIED_FOR,
    DOCUMENT_ISSUED, /* made, but not yet handed over */
    DOCUMENT_REFUSED,
    DOCUMENT_STATE_COUNT
};

/* What a type of paper is for. */
enum document_group {
    DOCUMENT_GROUP_IDENTITY,
    DOCUMENT_GROUP_CIVIL, /* acts of civil status */
    DOCUMENT_GROUP_STAY,  /* residence, refuge, work */
    DOCUMENT_GROUP_LIFE,  /* education, work record, pension, service */
    DOCUMENT_GROUP_PROPERTY,
    DOCUMENT_GROUP_OTHER,
    DOCUMENT_GROUP_COUNT
};

struct document_type {
    const char *code; /* as in the table, such as "birth_certificate" */
    enum document_group group;
    bool proves_identity; /* may stand in for a passport at a counter */
};
extern const struct document_type document_types[];
extern const size_t document_type_count;

/* Owns its texts (NULL when not known). */
struct document {
    char id[UUID_TEXT_SIZE]; /* "" before it is kept */
    char person_id[UUID_TEXT_SIZE];
    char *type;
    enum document_state state;
    char *series;
    char *number;
    char *personal_number;
    char issuer_country[PERSON_COUNTRY_SIZE]; /* "" when not known */
    char *issuer;
    char *issued_place;
    struct day issued_on;
    bool has_issued_on;
    struct day expires_on;
    bool has_expires_on;
    char *holder_text; /* the holder's name as the paper writes it */
    char *mrz;         /* the machine-readable lines joined by "|", as given */
    bool is_original_seen;
    char *copy_location;
    char *remark;
    char created_at[MOMENT_TEXT_SIZE];
    char changed_at[MOMENT_TEXT_SIZE];
};

struct document_list {
    struct document *items;
    size_t count;
    size_t capacity;
};

void document_release(struct document *document);
void document_list_release(struct document_list *documents);

/* NULL when there is no such type. */
const struct document_type *document_type_find(const char *code);

/* The stable words of the table, and back (STATUS_INVALID). */
const char *document_state_word(enum document_state state);
MUST_CHECK enum status document_state_parse(enum document_state *out, const char *word,
                                            struct error *error);

/* Whether a paper in one state can come into the other: what is lost can be found, what was refused
 * cannot be damaged. */
bool document_state_can_follow(enum document_state from, enum document_state to);

/* Whether the record makes sense on that day: a known type, state and country; not issued in the
 * future; not expired before it was issued; an MRZ of capital letters, digits, "<" and "|".
 * STATUS_INVALID, STATUS_DATE_INVALID. */
MUST_CHECK enum status document_check(const struct document *document, struct day today,
                                      struct error *error);

/* Whether somebody holds it though it is of no use any more: the last day counts as good. */
bool document_is_outdated(const struct document *document, struct day today);

#endif
