/* SPDX-License-Identifier: Apache-2.0 */
#include "casefile/casefile.h"

#include <stdlib.h>
#include <string.h>

#define COUNT_OF(table) (sizeof(table) / sizeof((table)[0]))

static const char *const state_words[] = {
    [CASEFILE_OPEN] = "open",
    [CASEFILE_CLOSED] = "closed",
    [CASEFILE_TRANSFERRED] = "transferred",
    [CASEFILE_DUPLICATE] = "duplicate",
};
_Static_assert(COUNT_OF(state_words) == CASEFILE_STATE_COUNT, "every state has a word");

static const char *const risk_words[] = {
    [CASEFILE_RISK_NOT_KNOWN] = "",
    [CASEFILE_RISK_LOW] = "low",
    [CASEFILE_RISK_MEDIUM] = "medium",
    [CASEFILE_RISK_HIGH] = "high",
};
_Static_assert(COUNT_OF(risk_words) == CASEFILE_RISK_COUNT, "every risk has a word");

static const char *const urgency_words[] = {
    [CASEFILE_NORMAL] = "normal",
    [CASEFILE_HIGH] = "high",
    [CASEFILE_URGENT] = "urgent",
};
_Static_assert(COUNT_OF(urgency_words) == CASEFILE_URGENCY_COUNT, "every urgency has a word");

static const char *const intake_words[] = {
    [CASEFILE_INTAKE_NOT_KNOWN] = "",  [CASEFILE_WALK_IN] = "walk_in",
    [CASEFILE_REFERRAL] = "referral",  [CASEFILE_OUTREACH] = "outreach",
    [CASEFILE_HOTLINE] = "hotline",    [CASEFILE_TRANSFER] = "transfer",
    [CASEFILE_INTAKE_OTHER] = "other",
};
_Static_assert(COUNT_OF(intake_words) == CASEFILE_INTAKE_COUNT, "every intake has a word");

static const char *const block_words[] = {
    [CLOSING_FREE] = "",
    [CLOSING_BLOCK_RISK] = "risk",
    [CLOSING_BLOCK_REFERRAL] = "referral",
    [CLOSING_BLOCK_REQUEST] = "request",
    [CLOSING_BLOCK_SUBFILE] = "subfile",
};
_Static_assert(COUNT_OF(block_words) == CLOSING_BLOCK_COUNT, "every block has a word");

#define HEEDS(block) (1U << (block))

enum {
    HEEDS_ALL = HEEDS(CLOSING_BLOCK_RISK) | HEEDS(CLOSING_BLOCK_REFERRAL) |
                HEEDS(CLOSING_BLOCK_REQUEST) | HEEDS(CLOSING_BLOCK_SUBFILE),
    /* Nobody is there to receive an answer, but a danger is not over. */
    HEEDS_DANGER = HEEDS(CLOSING_BLOCK_RISK) | HEEDS(CLOSING_BLOCK_SUBFILE),
};

static const struct {
    const char *word;
    enum casefile_state state;
    unsigned heeds;
} reasons[] = {
    [CLOSING_NONE] = { "", CASEFILE_OPEN, HEEDS_ALL },
    [CLOSING_GOALS_REACHED] = { "goals_reached", CASEFILE_CLOSED, HEEDS_ALL },
    [CLOSING_NATURALISED] = { "naturalised", CASEFILE_CLOSED, HEEDS_ALL },
    [CLOSING_DOCUMENT_DELIVERED] = { "document_delivered", CASEFILE_CLOSED, HEEDS_ALL },
    [CLOSING_REFERRED] = { "referred", CASEFILE_CLOSED, HEEDS_ALL },
    [CLOSING_LEFT_AREA] = { "left_area", CASEFILE_CLOSED, HEEDS_DANGER },
    /* Whoever takes the consent back is not kept on file against their will. */
    [CLOSING_CONSENT_WITHDRAWN] = { "consent_withdrawn", CASEFILE_CLOSED,
                                    HEEDS(CLOSING_BLOCK_SUBFILE) },
    [CLOSING_NO_CONTACT] = { "no_contact", CASEFILE_CLOSED, HEEDS_DANGER },
    [CLOSING_REFUSED_FINAL] = { "refused_final", CASEFILE_CLOSED, HEEDS_ALL },
    /* The other office takes over danger and answers, but sub-files are handed over one by one. */
    [CLOSING_TRANSFERRED] = { "transferred", CASEFILE_TRANSFERRED, HEEDS(CLOSING_BLOCK_SUBFILE) },
    [CLOSING_DUPLICATE] = { "duplicate", CASEFILE_DUPLICATE, 0 },
    [CLOSING_DIED] = { "died", CASEFILE_CLOSED, HEEDS(CLOSING_BLOCK_SUBFILE) },
    [CLOSING_OTHER] = { "other", CASEFILE_CLOSED, HEEDS_ALL },
};
_Static_assert(COUNT_OF(reasons) == CLOSING_REASON_COUNT, "every reason has its row");

void casefile_release(struct casefile *casefile)
{
    free(casefile->issue);
    free(casefile->closing_remark);
    *casefile = (struct casefile){ .state = CASEFILE_OPEN };
}

/* The place of a word in a table; count when it is not there. */
static int find_word(const char *const *words, int count, const char *word)
{
    int index = 0;
    while (index < count && strcmp(words[index], word) != 0)
        index++;
    return index;
}

const char *casefile_state_word(enum casefile_state state)
{
    return state_words[state];
}

const char *casefile_risk_word(enum casefile_risk risk)
{
    return risk_words[risk];
}

const char *casefile_urgency_word(enum casefile_urgency urgency)
{
    return urgency_words[urgency];
}

const char *casefile_intake_word(enum casefile_intake intake)
{
    return intake_words[intake];
}

const char *closing_reason_word(enum closing_reason reason)
{
    return reasons[reason].word;
}

const char *closing_block_word(enum closing_block block)
{
    return block_words[block];
}

enum status casefile_state_parse(enum casefile_state *out, const char *word, struct error *error)
{
    const int found = find_word(state_words, CASEFILE_STATE_COUNT, word);
    if (found == CASEFILE_STATE_COUNT)
        return error_set(error, STATUS_INVALID, "no state of a casefile");
    *out = (enum casefile_state)found;
    return STATUS_OK;
}

enum status casefile_risk_parse(enum casefile_risk *out, const char *word, struct error *error)
{
    const int found = find_word(risk_words, CASEFILE_RISK_COUNT, word);
    if (found == CASEFILE_RISK_COUNT)
        return error_set(error, STATUS_INVALID, "no risk");
    *out = (enum casefile_risk)found;
    return STATUS_OK;
}

enum status casefile_urgency_parse(enum casefile_urgency *out, const char *word,
                                   struct error *error)
{
    const int found = find_word(urgency_words, CASEFILE_URGENCY_COUNT, word);
    if (found == CASEFILE_URGENCY_COUNT)
        return error_set(error, STATUS_INVALID, "no urgency");
    *out = (enum casefile_urgency)found;
    return STATUS_OK;
}

enum status casefile_intake_parse(enum casefile_intake *out, const char *word, struct error *error)
{
    const int found = find_word(intake_words, CASEFILE_INTAKE_COUNT, word);
    if (found == CASEFILE_INTAKE_COUNT)
        return error_set(error, STATUS_INVALID, "no way to come to the office");
    *out = (enum casefile_intake)found;
    return STATUS_OK;
}

enum status closing_reason_parse(enum closing_reason *out, const char *word, struct error *error)
{
    for (enum closing_reason reason = 0; reason < CLOSING_REASON_COUNT; reason++)
        if (strcmp(word, reasons[reason].word) == 0) {
            *out = reason;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "no reason to close a casefile");
}

enum casefile_state closing_reason_state(enum closing_reason reason)
{
    return reasons[reason].state;
}

bool closing_reason_heeds(enum closing_reason reason, enum closing_block block)
{
    return (reasons[reason].heeds & HEEDS(block)) != 0;
}
