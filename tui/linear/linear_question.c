/* SPDX-License-Identifier: Apache-2.0 */
#include "linear/linear_question.h"

#include "base/date_entry.h"
#include "base/text.h"
#include "language.h"
#include "linear/linear_private.h"
#include "sentence.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWER_MAX = 200, MINUTE = 60, DAY_ANSWER_MAX = 60 };

/* ---- saying */

/* A line end is no control character here; on a terminal lines are broken between words. */
static void write_lines(const char *text)
{
    char *copy = strdup(text);
    char *rest = copy;
    if (copy == NULL)
        return;
    for (char *line = strsep(&rest, "\n"); line != NULL; line = strsep(&rest, "\n"))
        sentence_write_value(stdout, line, 0, 0);
    free(copy);
}

void linear_say(const char *format, ...)
{
    char *text = NULL;
    va_list values;
    va_start(values, format);
    const int length = vsnprintf(NULL, 0, format, values);
    va_end(values);
    if (length >= 0)
        text = malloc((size_t)length + 1);
    if (text == NULL)
        return;
    va_start(values, format);
    vsnprintf(text, (size_t)length + 1, format, values);
    va_end(values);
    write_lines(text);
    free(text);
}

void linear_fail(const struct error *error)
{
    char number[24];
    char *text = NULL;
    size_t size = 0;
    const char *advice = sentence_advice(error->status);
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    snprintf(number, sizeof(number), "%lld", error->number);
    sentence_fill(memory, sentence_text(error->status, error->number != 0), "%lld", number);
    fprintf(memory, "%s%s", advice[0] == '\0' ? "" : " ", advice);
    if (fclose(memory) == 0)
        linear_say("%s", text);
    free(text);
}

void linear_day_text(char out[LINEAR_DAY_SIZE], struct day day)
{
    const struct civil civil = day_to_civil(day);
    snprintf(out, LINEAR_DAY_SIZE, "%02u.%02u.%04u", (unsigned)civil.day % 100,
             (unsigned)civil.month % 100, (unsigned)civil.year % 10000);
}

/* ---- signs */

static void say_signs(void)
{
    linear_say("%s", _("Enter takes what stands in brackets; a number chooses. < goes back, ? says "
                       "why, ! says the question again, / finds, q leaves to the menu. What was "
                       "answered is kept at once."));
}

static enum linear_reply stop(struct linear *linear, enum linear_wish wish)
{
    linear->wish = wish;
    return REPLY_STOP;
}

/* "q" where the keyboard is Cyrillic. */
static bool is_leaving(const char *typed)
{
    return strcmp(typed, "q") == 0 || strcmp(typed, "Q") == 0 || strcmp(typed, "\xD0\xB9") == 0;
}

static enum linear_reply find(struct linear *linear, const char *typed)
{
    free(linear->wanted);
    linear->wanted = strdup(typed);
    return stop(linear, WISH_FIND);
}

/* False when it is no sign; else *reply is what to return, REPLY_GIVEN to ask again. */
static bool heed_sign(struct linear *linear, const struct linear_question *question,
                      const char *typed, enum linear_reply *reply)
{
    *reply = REPLY_GIVEN;
    if (strcmp(typed, "<") == 0)
        *reply = REPLY_BACK;
    else if (typed[0] == '/' && (typed[1] == '\0' || !question->is_text))
        *reply = find(linear, typed + 1);
    else if (is_leaving(typed))
        *reply = stop(linear, WISH_MENU);
    else if (strcmp(typed, "?") == 0 && question->why != NULL && question->why[0] != '\0')
        linear_say("%s", question->why);
    else if (strcmp(typed, "?") == 0 || strcmp(typed, "??") == 0)
        say_signs();
    else
        return strcmp(typed, "!") == 0 || strcmp(typed, "=") == 0;
    return true;
}

/* ---- asking for words */

/* Only its last line when the choices above it were said just now. */
static void write_question(const struct linear_question *question, bool is_whole)
{
    const char *last = strrchr(question->text, '\n');
    const char *text = is_whole || last == NULL ? question->text : last + 1;
    if (question->standard == NULL || question->standard[0] == '\0')
        linear_say("%s", text);
    else
        linear_say("%s [%s]", text, question->standard);
    fputs("> ", stdout);
    fflush(stdout);
}

static enum linear_line read_line(struct linear *linear, const struct linear_question *question,
                                  const char **bytes, size_t *length)
{
    const int idle = session_is_open(&linear->session) ? linear->session.lock_minutes * MINUTE : 0;
    const bool takes_key = question->takes_key && linear->options->is_single_key &&
                           linear_input_is_typed(linear->input);
    const enum linear_line line = takes_key ? linear_input_key(linear->input, idle, bytes, length)
                                            : linear_input_next(linear->input, idle, bytes, length);
    const bool shows = takes_key || !linear_input_is_typed(linear->input);
    /* A transcript can be read only with the answers in it. */
    if (shows && !takes_key && line == LINEAR_LINE_READ)
        fwrite(*bytes, 1, *length, stdout);
    if (shows || line != LINEAR_LINE_READ)
        putchar('\n');
    return line;
}

/* *out NULL with REPLY_GIVEN: what came is no text; ask again. */
static enum linear_reply read_text(struct linear *linear, const struct linear_question *question,
                                   char **out)
{
    const char *bytes;
    size_t length;
    struct error error = { 0 };
    const struct text_rule rule = { .max_characters =
                                        question->max > 0 ? question->max : ANSWER_MAX,
                                    .may_be_empty = true };
    *out = NULL;
    switch (read_line(linear, question, &bytes, &length)) {
    case LINEAR_LINE_IDLE:
        return stop(linear, WISH_LOCK);
    case LINEAR_LINE_END:
        return stop(linear, WISH_END);
    case LINEAR_LINE_LONG:
        error_record(&error, STATUS_TEXT_TOO_LONG, (long long)rule.max_characters, "a line");
        break;
    case LINEAR_LINE_READ:
        if (text_accept(out, bytes, length, &rule, &error) == STATUS_OK)
            return REPLY_GIVEN;
        break;
    }
    linear_fail(&error);
    return REPLY_GIVEN;
}

enum linear_reply linear_ask(struct linear *linear, const struct linear_question *question,
                             char **out)
{
    bool is_whole = !question->is_again;
    for (;;) {
        enum linear_reply reply;
        write_question(question, is_whole);
        is_whole = false;
        reply = read_text(linear, question, out);
        if (reply != REPLY_GIVEN)
            return reply;
        if (*out == NULL)
            continue;
        if (!heed_sign(linear, question, *out, &reply))
            return REPLY_GIVEN;
        is_whole = strcmp(*out, "!") == 0 || strcmp(*out, "=") == 0;
        free(*out);
        *out = NULL;
        if (reply != REPLY_GIVEN)
            return reply;
    }
}

enum linear_reply linear_ask_needed(struct linear *linear, const struct linear_question *question,
                                    char **out)
{
    for (;;) {
        const enum linear_reply reply = linear_ask(linear, question, out);
        if (reply != REPLY_GIVEN || (*out)[0] != '\0')
            return reply;
        free(*out);
        *out = NULL;
        linear_say("%s", _("An answer is needed here."));
    }
}

/* ---- days */

static bool read_day(struct day *out, const char *typed, struct day today, bool may_lie_ahead)
{
    struct date date;
    if (date_entry_parse_near(&date, typed, today, NULL) != STATUS_OK ||
        date.precision != DATE_PRECISION_DAY) {
        linear_say("%s", _("This is no date. Write 14.06.2026 or 2026-06-14."));
        return false;
    }
    if (!may_lie_ahead && day_compare(date.day, today) > 0) {
        linear_say("%s", _("This day has not come yet: give one up to today."));
        return false;
    }
    *out = date.day;
    return true;
}

enum linear_reply linear_ask_day(struct linear *linear, const char *text, bool may_lie_ahead,
                                 struct day *out, bool *has_day)
{
    char standard[LINEAR_DAY_SIZE];
    const struct day today = linear->session.desk.desk.today;
    linear_day_text(standard, today);
    const struct linear_question question = {
        .text = text,
        .standard = may_lie_ahead ? _("none") : standard,
        .why = _("A day such as 24.11.2026; t is today, +3 in three days, -1 yesterday."),
        .max = DAY_ANSWER_MAX,
        .is_text = true,
    };
    for (;;) {
        char *typed = NULL;
        const enum linear_reply reply = linear_ask(linear, &question, &typed);
        if (reply != REPLY_GIVEN)
            return reply;
        *out = today;
        *has_day = typed[0] != '\0' || !may_lie_ahead;
        const bool is_day = typed[0] == '\0' || read_day(out, typed, today, may_lie_ahead);
        free(typed);
        if (is_day)
            return REPLY_GIVEN;
    }
}
