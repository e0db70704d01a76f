/* SPDX-License-Identifier: Apache-2.0 */
#include "document/request.h"

#include <stdlib.h>
#include <string.h>

static const char *const kind_words[] = {
    [REQUEST_ARCHIVE] = "archive",     [REQUEST_REGISTRY] = "registry",
    [REQUEST_CONSULATE] = "consulate", [REQUEST_COURT] = "court",
    [REQUEST_ISSUER] = "issuer",       [REQUEST_PROPERTY_REGISTER] = "property_register",
    [REQUEST_OTHER] = "other",
};
_Static_assert(sizeof(kind_words) / sizeof(kind_words[0]) == REQUEST_KIND_COUNT,
               "every kind has a word");

static const char *const answer_kind_words[] = {
    [REQUEST_CONFIRMED] = "confirmed",
    [REQUEST_PARTLY] = "partly",
    [REQUEST_NOT_FOUND] = "not_found",
    [REQUEST_DENIED] = "denied",
};
_Static_assert(sizeof(answer_kind_words) / sizeof(answer_kind_words[0]) ==
                   REQUEST_ANSWER_KIND_COUNT,
               "every kind of answer has a word");

#define CAN(act) (1U << (act))

enum {
    CAN_ANSWER = CAN(REQUEST_ACT_ANSWER) | CAN(REQUEST_ACT_REFUSE),
    CAN_WAIT =
        CAN_ANSWER | CAN(REQUEST_ACT_STEP) | CAN(REQUEST_ACT_GIVE_UP) | CAN(REQUEST_ACT_WITHDRAW),
};

static const struct {
    const char *word;
    unsigned acts; /* what can be done in this state */
    bool is_waiting;
} states[] = {
    [REQUEST_DRAFTED] = { "drafted",
                          CAN(REQUEST_ACT_CHANGE) | CAN(REQUEST_ACT_SEND) |
                              CAN(REQUEST_ACT_WITHDRAW),
                          false },
    [REQUEST_SENT] = { "sent", CAN_WAIT, true },
    [REQUEST_REMINDED] = { "reminded", CAN_WAIT, true },
    [REQUEST_ESCALATED] = { "escalated", CAN_WAIT, true },
    [REQUEST_ANSWERED] = { "answered", 0, false },
    [REQUEST_REFUSED] = { "refused", CAN(REQUEST_ACT_STEP) | CAN(REQUEST_ACT_WITHDRAW), false },
    [REQUEST_SILENT] = { "silent", CAN_ANSWER | CAN(REQUEST_ACT_STEP) | CAN(REQUEST_ACT_WITHDRAW),
                         false },
    [REQUEST_WITHDRAWN] = { "withdrawn", 0, false },
};
_Static_assert(sizeof(states) / sizeof(states[0]) == REQUEST_STATE_COUNT,
               "every state has its row");

void request_release(struct request *request)
{
    free(request->addressee);
    free(request->about);
    free(request->outgoing_number);
    free(request->receipt_number);
    free(request->answer);
    free(request->fee.waiver_ground);
    *request = (struct request){ .state = REQUEST_DRAFTED };
}

void request_list_release(struct request_list *requests)
{
    for (size_t i = 0; i < requests->count; i++)
        request_release(&requests->items[i]);
    free(requests->items);
    *requests = (struct request_list){ .items = NULL };
}

const char *request_kind_word(enum request_kind kind)
{
    return kind_words[kind];
}

const char *request_state_word(enum request_state state)
{
    return states[state].word;
}

const char *request_answer_kind_word(enum request_answer_kind kind)
{
    return answer_kind_words[kind];
}

enum status request_kind_parse(enum request_kind *out, const char *word, struct error *error)
{
    for (enum request_kind kind = 0; kind < REQUEST_KIND_COUNT; kind++)
        if (strcmp(word, kind_words[kind]) == 0) {
            *out = kind;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "no kind of request");
}

enum status request_state_parse(enum request_state *out, const char *word, struct error *error)
{
    for (enum request_state state = 0; state < REQUEST_STATE_COUNT; state++)
        if (strcmp(word, states[state].word) == 0) {
            *out = state;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "no state of a request");
}

enum status request_answer_kind_parse(enum request_answer_kind *out, const char *word,
                                      struct error *error)
{
    for (enum request_answer_kind kind = 0; kind < REQUEST_ANSWER_KIND_COUNT; kind++)
        if (strcmp(word, answer_kind_words[kind]) == 0) {
            *out = kind;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "no kind of answer");
}

bool request_allows(enum request_state state, enum request_act act)
{
    return (states[state].acts & CAN(act)) != 0;
}

bool request_is_overdue(const struct request *request, struct day today)
{
    return states[request->state].is_waiting && request->has_due_on &&
           day_compare(request->due_on, today) < 0;
}
