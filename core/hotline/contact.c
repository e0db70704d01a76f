/* SPDX-License-Identifier: Apache-2.0 */
#include "hotline/contact.h"

#include "base/ascii.h"
#include "person/person_record.h"

#include <stdlib.h>
#include <string.h>

void hotline_contact_release(struct hotline_contact *contact)
{
    free(contact->question);
    free(contact->result);
    free(contact->call_back_time);
    free(contact->code_word);
    *contact = (struct hotline_contact){ .question = NULL };
}

void hotline_list_release(struct hotline_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        hotline_contact_release(&list->items[i]);
    free(list->items);
    *list = (struct hotline_list){ .items = NULL };
}

/* ---- what it tells */

bool hotline_is_anonymous(const struct hotline_contact *contact)
{
    return contact->person_id[0] == '\0' && contact->casefile_id[0] == '\0';
}

int hotline_sign_count(const struct hotline_contact *contact)
{
    int count = 0;
    for (size_t i = 0; i < contact->sign_count; i++)
        count += contact->signs[i].reply == HOTLINE_YES;
    return count;
}

/* "2026-11-24" and "24.11.2026" are days: eight digits in three groups with one sign between. */
static bool is_day(const char *text, size_t length)
{
    static const char *const shapes[] = { "9999-99-99", "99.99.9999", "99-99-9999" };
    for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
        size_t at = 0;
        while (at < length && shapes[i][at] != '\0' &&
               (shapes[i][at] == '9' ? ascii_is_digit(text[at]) : shapes[i][at] == text[at]))
            at++;
        if (shapes[i][at] == '\0' && (at == length || !ascii_is_digit(text[at])))
            return true;
    }
    return false;
}

bool hotline_has_number(const char *text)
{
    enum { DAY_LENGTH = 10, IN_A_ROW = 7, WITH_SIGNS = 9 };
    static const char between[] = " ()+-./";
    size_t row = 0, all = 0;
    for (const char *at = text == NULL ? "" : text; *at != '\0'; at++) {
        if (row == 0 && is_day(at, strlen(at))) {
            all = 0;
            at += DAY_LENGTH - 1;
        } else if (ascii_is_digit(*at)) {
            row++;
            all++;
        } else {
            row = 0;
            all = strchr(between, *at) == NULL ? 0 : all;
        }
        if (row >= IN_A_ROW || all >= WITH_SIGNS)
            return true;
    }
    return false;
}

/* ---- lists */

static enum status copy_code(char *out, size_t size, const char *code, struct error *error)
{
    if (code[0] == '\0' || strlen(code) >= size)
        return error_set(error, STATUS_INVALID, "a code is empty or long");
    memcpy(out, code, strlen(code) + 1);
    return STATUS_OK;
}

enum status hotline_add_topic(struct hotline_contact *contact, const char *topic,
                              struct error *error)
{
    for (size_t i = 0; i < contact->topic_count; i++)
        if (strcmp(contact->topics[i], topic) == 0)
            return STATUS_OK;
    if (contact->topic_count == HOTLINE_TOPICS_MAX)
        return error_set(error, STATUS_INVALID, "too many topics");
    const enum status status =
        copy_code(contact->topics[contact->topic_count], TOPIC_SIZE, topic, error);
    contact->topic_count += status == STATUS_OK;
    return status;
}

enum status hotline_set_sign(struct hotline_contact *contact, const char *sign,
                             enum hotline_reply reply, struct error *error)
{
    size_t at = 0;
    while (at < contact->sign_count && strcmp(contact->signs[at].sign, sign) != 0)
        at++;
    if (at == SIGNS_MAX)
        return error_set(error, STATUS_INVALID, "too many signs");
    const enum status status = copy_code(contact->signs[at].sign, SIGN_SIZE, sign, error);
    if (status != STATUS_OK)
        return status;
    contact->signs[at].reply = reply;
    contact->sign_count += at == contact->sign_count;
    return STATUS_OK;
}

enum status hotline_add_told(struct hotline_contact *contact, const char *advice_id, int version,
                             struct error *error)
{
    for (size_t i = 0; i < contact->told_count; i++)
        if (strcmp(contact->told[i].advice_id, advice_id) == 0)
            return STATUS_OK;
    if (contact->told_count == HOTLINE_TOLD_MAX)
        return error_set(error, STATUS_INVALID, "too many answers");
    struct hotline_told *told = &contact->told[contact->told_count];
    *told = (struct hotline_told){ .version = version };
    const enum status status = copy_code(told->advice_id, UUID_TEXT_SIZE, advice_id, error);
    contact->told_count += status == STATUS_OK;
    return status;
}

enum status hotline_add_agency(struct hotline_contact *contact, const char *agency_id,
                               struct error *error)
{
    for (size_t i = 0; i < contact->agency_count; i++)
        if (strcmp(contact->agencies[i], agency_id) == 0)
            return STATUS_OK;
    if (contact->agency_count == HOTLINE_AGENCIES_MAX)
        return error_set(error, STATUS_INVALID, "too many organisations");
    const enum status status =
        copy_code(contact->agencies[contact->agency_count], UUID_TEXT_SIZE, agency_id, error);
    contact->agency_count += status == STATUS_OK;
    return status;
}

/* ---- checks */

static enum status check_codes(const struct hotline_contact *contact,
                               const struct topic_list *topics, struct error *error)
{
    if (contact->topic_count == 0 || contact->minutes < 0 || contact->minutes > 24 * 60 ||
        !advice_language_is_valid(contact->language) || contact->time[0] == '\0')
        return error_set(error, STATUS_INVALID, "no topic, language, time or number of minutes");
    for (size_t i = 0; i < contact->topic_count; i++)
        if (topic_find(topics, contact->topics[i]) == NULL)
            return error_set(error, STATUS_INVALID, "no such topic");
    for (size_t i = 0; i < contact->sign_count; i++)
        if (topic_find_sign(topics, contact->signs[i].sign) == NULL)
            return error_set(error, STATUS_INVALID, "no such sign");
    return person_record_check_country(contact->country, error);
}

static enum status check_anonymity(const struct hotline_contact *contact, struct error *error)
{
    const char *const texts[] = { contact->question, contact->result, contact->call_back_time,
                                  contact->code_word };
    if (!hotline_is_anonymous(contact))
        return STATUS_OK;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        if (hotline_has_number(texts[i]))
            return error_set(error, STATUS_NAME_INVALID, "an anonymous contact with a number");
    if (contact->call_back != HOTLINE_NO_CALL_BACK &&
        contact->call_back_way != HOTLINE_CALLER_RINGS)
        return error_set(error, STATUS_INVALID, "nobody can call back who is not known");
    return STATUS_OK;
}

enum status hotline_check(const struct hotline_contact *contact, const struct topic_list *topics,
                          struct day today, struct error *error)
{
    enum status status = check_codes(contact, topics, error);
    if (status == STATUS_OK && (day_compare(contact->day, today) > 0 ||
                                (contact->call_back != HOTLINE_NO_CALL_BACK &&
                                 day_compare(contact->call_back_on, contact->day) < 0)))
        status = error_set(error, STATUS_DATE_INVALID, "in the future, or called back before");
    return status == STATUS_OK ? check_anonymity(contact, error) : status;
}

/* ---- words */

static const char *const channel_words[] = {
    [HOTLINE_TELEPHONE] = "telephone", [HOTLINE_VISIT] = "visit",
    [HOTLINE_MESSENGER] = "messenger", [HOTLINE_LETTER] = "letter",
    [HOTLINE_CHANNEL_OTHER] = "other",
};
static const char *const caller_words[] = {
    [HOTLINE_SELF] = "self",          [HOTLINE_FAMILY] = "family",
    [HOTLINE_EMPLOYER] = "employer",  [HOTLINE_OFFICIAL] = "official",
    [HOTLINE_CALLER_OTHER] = "other",
};
static const char *const way_words[] = {
    [HOTLINE_CALLER_RINGS] = "caller_rings",
    [HOTLINE_BY_TELEPHONE] = "telephone",
    [HOTLINE_BY_MESSENGER] = "messenger",
    [HOTLINE_THROUGH_OTHER] = "through_other",
};
static const char *const call_back_words[] = {
    [HOTLINE_NO_CALL_BACK] = "",
    [HOTLINE_CALL_BACK_OPEN] = "open",
    [HOTLINE_CALL_BACK_DONE] = "done",
    [HOTLINE_CALL_BACK_GIVEN_UP] = "given_up",
};
static const char *const reply_words[] = {
    [HOTLINE_UNKNOWN] = "unknown",
    [HOTLINE_YES] = "yes",
    [HOTLINE_NO] = "no",
};
#define COUNT_OF(words) (sizeof(words) / sizeof((words)[0]))
_Static_assert(COUNT_OF(channel_words) == HOTLINE_CHANNEL_COUNT, "every channel has a word");
_Static_assert(COUNT_OF(caller_words) == HOTLINE_CALLER_COUNT, "every caller has a word");
_Static_assert(COUNT_OF(way_words) == HOTLINE_WAY_COUNT, "every way has a word");
_Static_assert(COUNT_OF(call_back_words) == HOTLINE_CALL_BACK_COUNT, "every state has a word");
_Static_assert(COUNT_OF(reply_words) == HOTLINE_REPLY_COUNT, "every reply has a word");

static bool find_word(int *out, const char *const *words, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0) {
            *out = (int)i;
            return true;
        }
    return false;
}

const char *hotline_channel_word(enum hotline_channel channel)
{
    return channel_words[channel];
}

bool hotline_channel_parse(enum hotline_channel *out, const char *word)
{
    int index;
    if (!find_word(&index, channel_words, COUNT_OF(channel_words), word))
        return false;
    *out = (enum hotline_channel)index;
    return true;
}

const char *hotline_caller_word(enum hotline_caller caller)
{
    return caller_words[caller];
}

bool hotline_caller_parse(enum hotline_caller *out, const char *word)
{
    int index;
    if (!find_word(&index, caller_words, COUNT_OF(caller_words), word))
        return false;
    *out = (enum hotline_caller)index;
    return true;
}

const char *hotline_way_word(enum hotline_way way)
{
    return way_words[way];
}

bool hotline_way_parse(enum hotline_way *out, const char *word)
{
    int index;
    if (!find_word(&index, way_words, COUNT_OF(way_words), word))
        return false;
    *out = (enum hotline_way)index;
    return true;
}

const char *hotline_call_back_word(enum hotline_call_back state)
{
    return call_back_words[state];
}

bool hotline_call_back_parse(enum hotline_call_back *out, const char *word)
{
    int index;
    if (!find_word(&index, call_back_words, COUNT_OF(call_back_words), word))
        return false;
    *out = (enum hotline_call_back)index;
    return true;
}

const char *hotline_reply_word(enum hotline_reply reply)
{
    return reply_words[reply];
}

bool hotline_reply_parse(enum hotline_reply *out, const char *word)
{
    int index;
    if (!find_word(&index, reply_words, COUNT_OF(reply_words), word))
        return false;
    *out = (enum hotline_reply)index;
    return true;
}
