/* SPDX-License-Identifier: Apache-2.0 */

/* All values of a form at one moment, to go back to. */
#include "view/intake_private.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

struct intake_values {
    size_t count;
    char *texts[]; /* in the order of the fields */
};

void intake_values_free(struct intake_values *values)
{
    for (size_t i = 0; values != NULL && i < values->count; i++)
        if (values->texts[i] != NULL) {
            sodium_memzero(values->texts[i], strlen(values->texts[i]));
            free(values->texts[i]);
        }
    free(values);
}

struct intake_values *intake_values_of(const struct form *form)
{
    struct intake_values *values =
        calloc(1, sizeof(*values) + form->count * sizeof(values->texts[0]));
    if (values == NULL)
        return NULL;
    values->count = form->count;
    for (size_t i = 0; i < form->count; i++) {
        values->texts[i] = strdup(text_input_text(&form->fields[i].input));
        if (values->texts[i] == NULL) {
            intake_values_free(values);
            return NULL;
        }
    }
    return values;
}

void intake_values_put(const struct intake_values *values, struct form *form)
{
    for (size_t i = 0; i < values->count && i < form->count; i++)
        text_input_set(&form->fields[i].input, values->texts[i]);
    form->is_dirty = true;
}

bool intake_values_are(const struct intake_values *values, const struct form *form)
{
    if (values == NULL || values->count != form->count)
        return false;
    for (size_t i = 0; i < form->count; i++)
        if (strcmp(values->texts[i], text_input_text(&form->fields[i].input)) != 0)
            return false;
    return true;
}
