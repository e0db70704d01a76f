/* SPDX-License-Identifier: Apache-2.0 */

/* A person whom the office works with: what is known of them, and every way their name was ever
 * written.  This header holds the plain records and their rules; person_store.h keeps them. */
#ifndef QADAM_PERSON_PERSON_H
#define QADAM_PERSON_PERSON_H

#include "base/date.h"
#include "store/moment.h"
#include "store/uuid.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    PERSON_NAME_PART_MAX = 120, /* characters of a surname, given name or patronymic */
    PERSON_NAME_MAX = 240,      /* characters of a whole name */
    PERSON_COUNTRY_SIZE = 4,    /* ISO 3166-1 alpha-3 or XXA XXB XXC XXX, and the closing zero */
};

/* ISO/IEC 5218. */
enum sex { SEX_NOT_KNOWN = 0, SEX_MALE = 1, SEX_FEMALE = 2, SEX_NOT_APPLICABLE = 9 };

enum name_kind {
    NAME_KIND_MAIN, /* the one that the office uses; a person has exactly one */
    NAME_KIND_FORMER,
    NAME_KIND_BIRTH,
    NAME_KIND_ALIAS,
    NAME_KIND_DOCUMENT, /* as a paper writes it */
    NAME_KIND_NICKNAME,
    NAME_KIND_TRANSLITERATION,
    NAME_KIND_COUNT
};

enum person_state {
    PERSON_STATE_ACTIVE,
    PERSON_STATE_DUPLICATE, /* merged into another record */
    PERSON_STATE_DIED,
    PERSON_STATE_ARCHIVED,
    PERSON_STATE_COUNT
};

/* A name as written, in NFC.  Parts that are not known are NULL; full_name never is.  Owns its
 * texts. */
struct person_name {
    char id[UUID_TEXT_SIZE]; /* "" before it is kept */
    enum name_kind kind;
    char *full_name;
    char *surname;
    char *given_name;
    char *patronymic;
    char document_id[UUID_TEXT_SIZE]; /* the paper that writes it so; "" when none */
    struct day valid_from;
    bool has_valid_from;
    struct day valid_until;
    bool has_valid_until;
};

struct person_name_list {
    struct person_name *items;
    size_t count;
    size_t capacity;
};

/* Owns its texts (NULL when not known) and names. */
struct person {
    char id[UUID_TEXT_SIZE]; /* "" before it is kept */
    enum sex sex;
    struct date birth;
    bool has_birth;
    char *birth_place;
    char birth_country[PERSON_COUNTRY_SIZE]; /* "" when not known, like all codes here */
    struct day death;
    bool has_death;
    char *population_group; /* REF, ASY, STA, UND, LAB, ETH... */
    char *legal_status;
    char nationality[PERSON_COUNTRY_SIZE]; /* the one held first; others in person_nationality */
    char origin_country[PERSON_COUNTRY_SIZE];
    struct day arrived;
    bool has_arrived;
    char *language; /* ISO 639 */
    bool needs_interpreter;
    char *marital_status;
    char *occupation;
    char *education;
    bool is_restricted;
    bool is_demo;
    enum person_state state;
    char duplicate_of[UUID_TEXT_SIZE]; /* "" unless merged */
    char created_at[MOMENT_TEXT_SIZE];
    char changed_at[MOMENT_TEXT_SIZE];
    struct person_name_list names;
};

/* How a person can be reached. */
enum contact_kind {
    CONTACT_PHONE,
    CONTACT_ADDRESS,
    CONTACT_EMAIL,
    CONTACT_MESSENGER,
    CONTACT_OTHER,
    CONTACT_KIND_COUNT
};

struct contact {
    char id[UUID_TEXT_SIZE];
    enum contact_kind kind;
    char *value;
    char *owner; /* whose telephone it is, when not the person's own; or NULL */
    bool is_safe;
};

struct contact_list {
    struct contact *items;
    size_t count;
    size_t capacity;
};

void person_release(struct person *person);
void person_name_release(struct person_name *name);
void contact_list_release(struct contact_list *contacts);

/* The stable words of the tables, and back (STATUS_INVALID). */
const char *name_kind_word(enum name_kind kind);
MUST_CHECK enum status name_kind_parse(enum name_kind *out, const char *word, struct error *error);
const char *person_state_word(enum person_state state);
const char *contact_kind_word(enum contact_kind kind);
MUST_CHECK enum status contact_kind_parse(enum contact_kind *out, const char *word,
                                          struct error *error);

/* The name that the office uses, else the first; NULL when there is none.  Borrowed. */
const struct person_name *person_main_name(const struct person *person);

/* Makes a name from what was typed: through text_accept(), each part of at most
 * PERSON_NAME_PART_MAX characters, at least one part given.  full_name NULL: the parts in the order
 * surname, given name, patronymic.  What is empty is not known.  A part that holds no letter at all
 * is STATUS_INVALID.  On success the caller releases *out. */
struct person_name_text {
    const char *full_name;
    const char *surname;
    const char *given_name;
    const char *patronymic;
};
MUST_CHECK enum status person_name_make(struct person_name *out, enum name_kind kind,
                                        const struct person_name_text *text, struct error *error);

/* Whether the record makes sense on that day: nobody is born in the future or dies before birth or
 * after today, is older than 130 years, or arrives in the future; codes are known ones; there is
 * exactly one main name.  STATUS_DATE_INVALID, STATUS_INVALID. */
MUST_CHECK enum status person_check(const struct person *person, struct day today,
                                    struct error *error);

/* The age in whole years on that day, by the first day of a month or a year, an estimated one too;
 * -1 when not known. */
int person_age(const struct person *person, struct day today);

#endif
