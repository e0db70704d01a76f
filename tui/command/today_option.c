/* SPDX-License-Identifier: Apache-2.0 */
#include "command/today_option.h"

#include "base/date_entry.h"
#include "sentence.h"
#include "wording/local_time.h"

#include <string.h>

/* The day from which "+3" counts. */
static enum status find_today(struct day *out, const struct arguments *arguments,
                              const char *option, struct error *error)
{
    struct date date;
    const bool has_today = strcmp(option, "today") != 0 && arguments_knows(arguments, "today");
    const char *text = has_today ? arguments_text(arguments, "today") : NULL;
    const enum status status = local_time_today(out, error);
    if (text != NULL && day_parse(out, text, NULL) == STATUS_OK)
        return STATUS_OK;
    if (status == STATUS_OK && text != NULL &&
        date_entry_parse_near(&date, text, *out, NULL) == STATUS_OK)
        *out = date.day;
    return status;
}

/* Whatever date entry takes for a whole day.  A clock that tells no day is no trouble for one that
 * is written in full. */
static enum status parse(struct day *out, const char *text, const struct arguments *arguments,
                         const char *option, struct error *error)
{
    struct day today;
    struct date date;
    if (day_parse(out, text, NULL) == STATUS_OK)
        return STATUS_OK;
    enum status status = find_today(&today, arguments, option, error);
    if (status == STATUS_OK)
        status = date_entry_parse_near(&date, text, today, error);
    if (status == STATUS_OK && date.precision != DATE_PRECISION_DAY)
        status = error_set(error, STATUS_DATE_INVALID, "no whole day");
    if (status == STATUS_OK)
        *out = date.day;
    return status;
}

int today_option_read(const struct arguments *arguments, struct day *out)
{
    struct error error = { 0 };
    if (arguments_has(arguments, "today"))
        return day_option_read(arguments, "today", out);
    return local_time_today(out, &error) == STATUS_OK ? EXIT_CODE_DONE
                                                      : sentence_fail(NULL, &error);
}

int day_option_read(const struct arguments *arguments, const char *option, struct day *out)
{
    char subject[40];
    struct error error = { 0 };
    const char *text = arguments_text(arguments, option);
    if (text == NULL || parse(out, text, arguments, option, &error) == STATUS_OK)
        return EXIT_CODE_DONE;
    snprintf(subject, sizeof(subject), "--%s", option);
    return sentence_fail(subject, &error);
}
