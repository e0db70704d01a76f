/* SPDX-License-Identifier: Apache-2.0 */
#include "command/today_option.h"

#include "command/local_time.h"
#include "sentence.h"

int today_option_read(const struct arguments *arguments, struct day *out)
{
    struct error error = { 0 };
    const char *text = arguments_text(arguments, "today");
    const enum status status =
        text == NULL ? local_time_today(out, &error) : day_parse(out, text, &error);
    return status == STATUS_OK ? EXIT_CODE_DONE : sentence_fail("--today", &error);
}
