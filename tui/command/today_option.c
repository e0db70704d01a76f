/* SPDX-License-Identifier: Apache-2.0 */
#include "command/today_option.h"

#include "command/local_time.h"
#include "sentence.h"

static int read_text(const char *subject, const char *text, struct day *out)
{
    struct error error = { 0 };
    return day_parse(out, text, &error) == STATUS_OK ? EXIT_CODE_DONE
                                                     : sentence_fail(subject, &error);
}

int today_option_read(const struct arguments *arguments, struct day *out)
{
    struct error error = { 0 };
    const char *text = arguments_text(arguments, "today");
    if (text != NULL)
        return read_text("--today", text, out);
    return local_time_today(out, &error) == STATUS_OK ? EXIT_CODE_DONE
                                                      : sentence_fail(NULL, &error);
}

int day_option_read(const struct arguments *arguments, const char *option, struct day *out)
{
    char subject[40];
    const char *text = arguments_text(arguments, option);
    if (text == NULL)
        return EXIT_CODE_DONE;
    snprintf(subject, sizeof(subject), "--%s", option);
    return read_text(subject, text, out);
}
