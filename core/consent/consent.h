/* SPDX-License-Identifier: Apache-2.0 */

/* What a person agreed to: what for, to whom, what must not be told, who decided, until when.
 *
 * The fields are those of the consent forms of UNICEF's Primero; that data goes to others only with
 * consent, for a specified purpose, is the fifth of the principles of IOM's Data Protection Manual
 * (2010).  Whom a paper of a country asks for a child's consent has to be checked locally. */
#ifndef QADAM_CONSENT_CONSENT_H
#define QADAM_CONSENT_CONSENT_H

#include "agency/agency.h"
#include "base/day.h"
#include "store/moment.h"
#include "store/uuid.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    CONSENT_ABOUT_MAX = 400,
    CONSENT_REASON_MAX = 400,
    CONSENT_NAME_MAX = 240,
    CONSENT_LANGUAGE_SIZE = 21,
    CONSENT_OF_AGE = 18, /* UN Convention on the Rights of the Child, article 1 */
};

enum consent_purpose {
    CONSENT_CASE_WORK,
    CONSENT_STATISTICS, /* reports in which nobody can be recognised */
    CONSENT_TRACING,    /* the search for the family */
    CONSENT_SHARING,
    CONSENT_PHOTO,
    CONSENT_OTHER, /* as its words say */
    CONSENT_PURPOSE_COUNT
};

enum consent_giver {
    CONSENT_BY_PERSON,
    CONSENT_BY_GUARDIAN, /* a parent too */
    CONSENT_BY_CAREGIVER,
    CONSENT_BY_OTHER, /* whoever may decide, such as the one whom child protection named */
    CONSENT_GIVER_COUNT
};

/* Why something must not be told. */
enum consent_withholding {
    CONSENT_FEAR_OF_HARM,
    CONSENT_TELLS_IT_SELF,
    CONSENT_WITHHOLDING_OTHER,
    CONSENT_WITHHOLDING_COUNT
};

/* Something that must not be told.  Owns its text. */
struct consent_withheld {
    char *what;                     /* NULL: nothing at all may be told */
    char whom[AGENCY_KIND_MAX + 1]; /* as consent.recipient; "": to nobody */
    enum consent_withholding reason;
};

struct consent_withheld_list {
    struct consent_withheld *items;
    size_t count;
    size_t capacity;
};

/* Owns its texts (NULL when not known) and what is withheld; ids are "" when there is none. */
struct consent {
    char id[UUID_TEXT_SIZE]; /* "" before it is kept */
    char person_id[UUID_TEXT_SIZE];
    enum consent_purpose purpose;
    char *about;                         /* what for, in words */
    bool is_agreed;                      /* false: the person was asked and said no */
    char recipient[AGENCY_KIND_MAX + 1]; /* a kind of body or a party; "" when none or one body */
    char agency_id[UUID_TEXT_SIZE];      /* that one body and no other */
    enum consent_giver given_by;
    char giver_id[UUID_TEXT_SIZE]; /* whoever gave it for the person, when kept here */
    char *giver_name;
    bool is_understood; /* the person understands what this is about */
    char language[CONSENT_LANGUAGE_SIZE];
    bool is_read_aloud;
    bool has_assent; /* the child was asked; what it said: */
    bool is_assented;
    struct day given_on;
    struct day expires_on; /* its last day */
    bool has_expires_on;
    struct day withdrawn_on;
    bool is_withdrawn;
    char *withdrawn_by; /* who said so */
    char *withdrawn_reason;
    char superseded_by[UUID_TEXT_SIZE]; /* "" while it counts */
    char casefile_id[UUID_TEXT_SIZE];   /* in which step the question was asked */
    char taken_at[MOMENT_TEXT_SIZE];
    char taken_by[UUID_TEXT_SIZE];
    struct consent_withheld_list withheld;
    char *agency_name; /* when it was read */
};

struct consent_list {
    struct consent *items;
    size_t count;
    size_t capacity;
};

void consent_release(struct consent *consent);
void consent_list_release(struct consent_list *consents);
void consent_withheld_list_release(struct consent_withheld_list *withheld);

/* Adds to the list; what may be NULL. */
MUST_CHECK enum status consent_withhold(struct consent_withheld_list *list, const char *what,
                                        const char *whom, enum consent_withholding reason,
                                        struct error *error);

/* The stable words of the tables, and back (STATUS_INVALID). */
const char *consent_purpose_word(enum consent_purpose purpose);
const char *consent_giver_word(enum consent_giver giver);
const char *consent_withholding_word(enum consent_withholding reason);
MUST_CHECK enum status consent_purpose_parse(enum consent_purpose *out, const char *word,
                                             struct error *error);
MUST_CHECK enum status consent_giver_parse(enum consent_giver *out, const char *word,
                                           struct error *error);
MUST_CHECK enum status consent_withholding_parse(enum consent_withholding *out, const char *word,
                                                 struct error *error);

/* ---- To whom.  A recipient is a kind of body or one of the parties of the consent form: family,
 * authorities, origin, employer, other. */

/* Whether what is agreed for "given" holds for that kind of body: for the same one, and for every
 * authority of this country where authorities are meant.  Consulates belong to the country of
 * origin: "authorities" never reaches them. */
bool consent_reaches(const char *given, const char *kind);

/* The parties in their order; NULL after the last. */
const char *consent_party_at(size_t index);

/* ---- What makes a consent none */

enum consent_flaw {
    CONSENT_SOUND,
    CONSENT_FLAW_RECIPIENT, /* agreed to share, with nobody named */
    CONSENT_FLAW_BOTH,      /* a kind of body and one body: two consents */
    CONSENT_FLAW_ABOUT,     /* another purpose without words for it */
    CONSENT_FLAW_FUTURE,
    CONSENT_FLAW_EXPIRY,     /* it ends before it begins */
    CONSENT_FLAW_CHILD,      /* under CONSENT_OF_AGE and decided alone */
    CONSENT_FLAW_CAPACITY,   /* decided alone without understanding it */
    CONSENT_FLAW_ASSENT,     /* nobody asked the child */
    CONSENT_FLAW_GIVER,      /* somebody else decided, and nobody knows who */
    CONSENT_FLAW_GIVER_SELF, /* somebody cannot be their own guardian */
    CONSENT_FLAW_WITHDRAWN,  /* it was withdrawn already, or was a no: nothing is left of it */
    CONSENT_FLAW_SUPERSEDED, /* it was corrected or renewed: the later one counts */
    CONSENT_FLAW_EARLY,      /* withdrawn before it was given */
    CONSENT_FLAW_COUNT
};

/* The first thing wrong with it; age is the person's on the day it was given, -1 when not known. */
enum consent_flaw consent_find_flaw(const struct consent *consent, int age, struct day today);

/* ---- What it allows */

/* What somebody wants to do with the person's data. */
struct consent_use {
    const char *person_id;
    enum consent_purpose purpose;
    const char *recipient; /* a kind of body or a party; "" when nobody else gets it */
    const char *agency_id; /* or NULL */
    struct day day;
};

enum consent_verdict {
    CONSENT_COVERED,
    CONSENT_NEVER_GIVEN,
    CONSENT_OTHER_RECIPIENT, /* there is one, for somebody else */
    CONSENT_EXPIRED,
    CONSENT_WITHDRAWN,
    CONSENT_REFUSED,
    CONSENT_WITHHELD, /* nothing at all may be told to this one */
    CONSENT_NEEDS_GUARDIAN,
    CONSENT_CHILD_DISAGREES,
    CONSENT_CAME_OF_AGE, /* a guardian gave it for a child who is none any more */
    CONSENT_VERDICT_COUNT
};

/* The stable word: "covered". */
const char *consent_verdict_word(enum consent_verdict verdict);

/* Whether it speaks about that use at all: the purpose, the recipient, given by that day. */
bool consent_is_about(const struct consent *consent, const struct consent_use *use);

/* What one that is about the use says to it; the ages are the person's on the day it was given and
 * on the day of the use, -1 when not known.  A withdrawal counts from the moment it was heard,
 * whatever day the use is of. */
enum consent_verdict consent_weigh(const struct consent *consent, const struct consent_use *use,
                                   int age_then, int age_now);

#endif
