/* SPDX-License-Identifier: Apache-2.0 */

/* A contact of the hotline or the counselling room: a call, a visit, a letter.  There is no room
 * for a name or a telephone number in it: who is not anonymous is known by the record or casefile
 * that is linked, and nobody else can be found out from it. */
#ifndef QADAM_HOTLINE_CONTACT_H
#define QADAM_HOTLINE_CONTACT_H

#include "appointment/appointment.h"
#include "counselling/advice.h"
#include "person/person.h"

enum {
    HOTLINE_TEXT_MAX = 2000,
    HOTLINE_CODE_WORD_MAX = 40,
    HOTLINE_TIME_MAX = 60,
    HOTLINE_TRIES_MAX = 3, /* after so many failed tries a call-back is given up */
};

enum hotline_channel {
    HOTLINE_TELEPHONE,
    HOTLINE_VISIT,
    HOTLINE_MESSENGER,
    HOTLINE_LETTER,
    HOTLINE_CHANNEL_OTHER,
    HOTLINE_CHANNEL_COUNT
};

enum hotline_caller {
    HOTLINE_SELF,
    HOTLINE_FAMILY,
    HOTLINE_EMPLOYER,
    HOTLINE_OFFICIAL,
    HOTLINE_CALLER_OTHER,
    HOTLINE_CALLER_COUNT
};

/* How somebody can be reached again without danger. */
enum hotline_way {
    HOTLINE_CALLER_RINGS, /* the only one for who is anonymous, with a code word */
    HOTLINE_BY_TELEPHONE, /* of the linked record */
    HOTLINE_BY_MESSENGER,
    HOTLINE_THROUGH_OTHER,
    HOTLINE_WAY_COUNT
};

enum hotline_call_back {
    HOTLINE_NO_CALL_BACK,
    HOTLINE_CALL_BACK_OPEN,
    HOTLINE_CALL_BACK_DONE,
    HOTLINE_CALL_BACK_GIVEN_UP,
    HOTLINE_CALL_BACK_COUNT
};

enum hotline_reply { HOTLINE_UNKNOWN, HOTLINE_YES, HOTLINE_NO, HOTLINE_REPLY_COUNT };

struct hotline_sign {
    char sign[SIGN_SIZE];
    enum hotline_reply reply;
};

/* What was told, as it was when it was told. */
struct hotline_told {
    char advice_id[UUID_TEXT_SIZE];
    int version; /* 0 before it is kept: the newest */
    struct day checked_on;
    bool has_checked_on;
};

enum { HOTLINE_TOPICS_MAX = 24, HOTLINE_TOLD_MAX = 12, HOTLINE_AGENCIES_MAX = 8 };

/* Owns its texts; NULL when there is nothing. */
struct hotline_contact {
    char id[UUID_TEXT_SIZE]; /* "" before it is kept */
    struct day day;
    char time[APPOINTMENT_TIME_SIZE];
    int minutes;
    char taken_by[UUID_TEXT_SIZE];
    enum hotline_channel channel;
    char language[ADVICE_LANGUAGE_SIZE];
    enum hotline_caller caller;
    char country[PERSON_COUNTRY_SIZE]; /* where the caller is; "" when not known */
    char person_id[UUID_TEXT_SIZE];    /* "" and "": anonymous */
    char casefile_id[UUID_TEXT_SIZE];
    bool is_worrying; /* whoever took it had a bad feeling */
    char *question;
    char *result;
    enum hotline_call_back call_back;
    struct day call_back_on;
    char *call_back_time; /* "after 18, not at work" */
    enum hotline_way call_back_way;
    char *code_word;
    int tries;
    char corrects[UUID_TEXT_SIZE];
    char topics[HOTLINE_TOPICS_MAX][TOPIC_SIZE];
    size_t topic_count;
    struct hotline_sign signs[SIGNS_MAX];
    size_t sign_count;
    struct hotline_told told[HOTLINE_TOLD_MAX];
    size_t told_count;
    char agencies[HOTLINE_AGENCIES_MAX][UUID_TEXT_SIZE];
    size_t agency_count;
};

struct hotline_list {
    struct hotline_contact *items;
    size_t count;
    size_t capacity;
};

void hotline_contact_release(struct hotline_contact *contact);
void hotline_list_release(struct hotline_list *list);

bool hotline_is_anonymous(const struct hotline_contact *contact);
/* How many signs of forced labour were answered with yes. */
int hotline_sign_count(const struct hotline_contact *contact);

/* Whether a telephone number may stand in the text: seven digits in a row or nine with signs
 * between them that are no date.  NULL has none. */
bool hotline_has_number(const char *text);

/* Each once, however often it is said.  STATUS_INVALID when there is no room for more. */
MUST_CHECK enum status hotline_add_topic(struct hotline_contact *contact, const char *topic,
                                         struct error *error);
MUST_CHECK enum status hotline_set_sign(struct hotline_contact *contact, const char *sign,
                                        enum hotline_reply reply, struct error *error);
MUST_CHECK enum status hotline_add_told(struct hotline_contact *contact, const char *advice_id,
                                        int version, struct error *error);
MUST_CHECK enum status hotline_add_agency(struct hotline_contact *contact, const char *agency_id,
                                          struct error *error);

/* What only the contact itself can tell: STATUS_INVALID for a topic, sign or language that is none,
 * no topic at all, or a call-back of somebody anonymous in any other way than that the caller
 * rings; STATUS_DATE_INVALID for a day after today or a call-back before the contact; STATUS_NAME_
 * INVALID when an anonymous one holds what may be a telephone number. */
MUST_CHECK enum status hotline_check(const struct hotline_contact *contact,
                                     const struct topic_list *topics, struct day today,
                                     struct error *error);

/* ---- stable words, such as "telephone", "self", "caller_rings", "open" ("" for no call-back) */
const char *hotline_channel_word(enum hotline_channel channel);
const char *hotline_caller_word(enum hotline_caller caller);
const char *hotline_way_word(enum hotline_way way);
const char *hotline_call_back_word(enum hotline_call_back state);
const char *hotline_reply_word(enum hotline_reply reply);
/* False when it is none of them. */
bool hotline_channel_parse(enum hotline_channel *out, const char *word);
bool hotline_caller_parse(enum hotline_caller *out, const char *word);
bool hotline_way_parse(enum hotline_way *out, const char *word);
bool hotline_call_back_parse(enum hotline_call_back *out, const char *word);
bool hotline_reply_parse(enum hotline_reply *out, const char *word);

#endif
