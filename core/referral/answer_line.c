/* SPDX-License-Identifier: Apache-2.0 */
#include "referral/answer_line.h"

#include <string.h>
#include <utf8proc.h>

enum { WORD_SIZE = 80 };

/* Beginnings of words in small letters with е for ё; of two that fit, the first counts. */
static const struct {
    const char *begins;
    enum referral_event event;
    bool has_outcome;
    enum referral_outcome outcome;
} answers[] = {
    { "accepted", REFERRAL_EVENT_ACCEPTED, false, 0 },
    { "declined_by_person", REFERRAL_EVENT_ANSWERED, true, REFERRAL_DECLINED_BY_PERSON },
    { "declined", REFERRAL_EVENT_DECLINED, false, 0 },
    { "attended", REFERRAL_EVENT_ATTENDED, false, 0 },
    { "missed", REFERRAL_EVENT_MISSED, false, 0 },
    { "answered", REFERRAL_EVENT_ANSWERED, false, 0 },
    { "revoked", REFERRAL_EVENT_REVOKED, false, 0 },
    { "reminded", REFERRAL_EVENT_REMINDED, false, 0 },
    { "escalated", REFERRAL_EVENT_ESCALATED, false, 0 },
    { "provided", REFERRAL_EVENT_ANSWERED, true, REFERRAL_PROVIDED },
    { "already_received", REFERRAL_EVENT_ANSWERED, true, REFERRAL_ALREADY_RECEIVED },
    { "not_applicable", REFERRAL_EVENT_ANSWERED, true, REFERRAL_NOT_APPLICABLE },
    { "unavailable", REFERRAL_EVENT_ANSWERED, true, REFERRAL_UNAVAILABLE },
    { "принят", REFERRAL_EVENT_ACCEPTED, false, 0 },
    { "принял", REFERRAL_EVENT_ACCEPTED, false, 0 },
    { "отказался", REFERRAL_EVENT_ANSWERED, true, REFERRAL_DECLINED_BY_PERSON },
    { "отказалась", REFERRAL_EVENT_ANSWERED, true, REFERRAL_DECLINED_BY_PERSON },
    { "отказ", REFERRAL_EVENT_DECLINED, false, 0 },
    { "пришел", REFERRAL_EVENT_ATTENDED, false, 0 },
    { "пришла", REFERRAL_EVENT_ATTENDED, false, 0 },
    { "пришли", REFERRAL_EVENT_ATTENDED, false, 0 },
    { "неприш", REFERRAL_EVENT_MISSED, false, 0 },
    { "неяв", REFERRAL_EVENT_MISSED, false, 0 },
    { "ответ", REFERRAL_EVENT_ANSWERED, false, 0 },
    { "отозва", REFERRAL_EVENT_REVOKED, false, 0 },
    { "напомн", REFERRAL_EVENT_REMINDED, false, 0 },
    { "оказан", REFERRAL_EVENT_ANSWERED, true, REFERRAL_PROVIDED },
    { "ужеполуч", REFERRAL_EVENT_ANSWERED, true, REFERRAL_ALREADY_RECEIVED },
    { "недоступ", REFERRAL_EVENT_ANSWERED, true, REFERRAL_UNAVAILABLE },
};
enum { ANSWER_COUNT = sizeof(answers) / sizeof(answers[0]) };

static const char *skip_spaces(const char *text)
{
    return text + strspn(text, " \t");
}

/* Adds the next word in small letters; the rest of the line, or NULL when it does not fit. */
static const char *add_word(char word[WORD_SIZE], const char *line)
{
    size_t length = strlen(word);
    utf8proc_int32_t point;
    while (*line != '\0' && *line != ' ' && *line != '\t') {
        const utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)line, -1, &point);
        if (taken <= 0 || length + 4 >= WORD_SIZE)
            return NULL;
        line += taken;
        point = utf8proc_tolower(point);
        if (point == 0x0451)
            point = 0x0435;
        length += (size_t)utf8proc_encode_char(point, (utf8proc_uint8_t *)word + length);
    }
    word[length] = '\0';
    return skip_spaces(line);
}

/* The next word; "не пришла" and "уже получила" are one. */
static const char *take_word(char word[WORD_SIZE], const char *line)
{
    word[0] = '\0';
    const char *rest = add_word(word, line);
    if (rest != NULL && (strcmp(word, "не") == 0 || strcmp(word, "уже") == 0))
        rest = add_word(word, rest);
    return rest;
}

static size_t find_answer(const char *word)
{
    size_t found = 0;
    while (found < ANSWER_COUNT &&
           strncmp(word, answers[found].begins, strlen(answers[found].begins)) != 0)
        found++;
    return found;
}

bool answer_line_event(const char *word, enum referral_event *out)
{
    char folded[WORD_SIZE];
    const char *rest = take_word(folded, word);
    const size_t found = rest == NULL || *rest != '\0' ? ANSWER_COUNT : find_answer(folded);
    if (found == ANSWER_COUNT || answers[found].has_outcome)
        return false;
    *out = answers[found].event;
    return true;
}

/* The code may be written in two groups: "K7M 4QX accepted". */
static enum answer_line_fault take_code(struct answer_line *out, const char *line,
                                        const char **rest)
{
    char typed[WORD_SIZE] = "";
    enum referral_code_reading reading = REFERRAL_CODE_NONE;
    *rest = line;
    for (int group = 0; group < 2 && *rest != NULL && reading == REFERRAL_CODE_NONE; group++) {
        *rest = add_word(typed, *rest);
        if (*rest != NULL)
            reading = referral_code_read(out->code, typed);
    }
    return reading == REFERRAL_CODE_FITS   ? ANSWER_LINE_FINE
           : reading == REFERRAL_CODE_SLIP ? ANSWER_LINE_SLIP
                                           : ANSWER_LINE_NO_CODE;
}

static enum answer_line_fault take_text(struct answer_line *out, const char *rest)
{
    out->text = *rest == '\0' ? NULL : rest;
    if (out->event == REFERRAL_EVENT_DECLINED)
        return out->text == NULL ? ANSWER_LINE_NO_REASON : ANSWER_LINE_FINE;
    return out->text == NULL || out->event == REFERRAL_EVENT_ANSWERED ? ANSWER_LINE_FINE
                                                                      : ANSWER_LINE_TEXT_TOO_MUCH;
}

enum answer_line_fault answer_line_read(struct answer_line *out, const char *line)
{
    char word[WORD_SIZE];
    const char *rest;
    *out = (struct answer_line){ .has_event = false };
    const enum answer_line_fault fault = take_code(out, skip_spaces(line), &rest);
    if (fault != ANSWER_LINE_FINE || *rest == '\0')
        return fault;
    rest = take_word(word, rest);
    size_t found = rest == NULL ? ANSWER_COUNT : find_answer(word);
    if (found == ANSWER_COUNT)
        return ANSWER_LINE_NO_EVENT;
    out->event = answers[found].event;
    if (out->event == REFERRAL_EVENT_ANSWERED && !answers[found].has_outcome) {
        rest = take_word(word, rest);
        found = rest == NULL ? ANSWER_COUNT : find_answer(word);
        if (found == ANSWER_COUNT || !answers[found].has_outcome)
            return ANSWER_LINE_NO_OUTCOME;
    }
    out->has_event = true;
    out->outcome = answers[found].outcome;
    return take_text(out, rest);
}
