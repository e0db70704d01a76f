/* SPDX-License-Identifier: Apache-2.0 */
#include "person/personal_text.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static size_t count_code_points(const char *text)
{
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

static enum status accept_one(struct personal_text *text, struct error *error)
{
    const struct text_rule rule = { .max_characters = text->max,
                                    .is_multiline = text->is_multiline,
                                    .may_be_empty = !text->is_required };
    const char *given = text->given == NULL ? "" : text->given;
    char *accepted = NULL;
    const enum status status = text_accept(&accepted, given, strlen(given), &rule, error);
    if (status != STATUS_OK)
        return status;
    if (count_code_points(accepted) > text->max) {
        free(accepted);
        return error_set_number(error, STATUS_TEXT_TOO_LONG, (long long)text->max,
                                "more than %zu code points", text->max);
    }
    if (accepted[0] == '\0') {
        free(accepted);
        accepted = NULL;
    }
    text->accepted = accepted;
    return STATUS_OK;
}

enum status personal_texts_accept(struct personal_text *texts, size_t count, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < count; i++)
        texts[i].accepted = NULL;
    for (size_t i = 0; status == STATUS_OK && i < count; i++)
        if (texts[i].given != NULL || texts[i].is_required)
            status = accept_one(&texts[i], error);
    return status;
}

void personal_texts_release(struct personal_text *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(texts[i].accepted);
        texts[i].accepted = NULL;
    }
}
