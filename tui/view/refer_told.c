/* SPDX-License-Identifier: Apache-2.0 */

/* What the other body is told of the person: what was ticked, and nothing else. */
#include "view/refer_private.h"

#include "language.h"
#include "wording/slip_text.h"

#include <stdlib.h>
#include <string.h>

void refer_told(const struct refer_view *refer, const char *told[REFERRAL_ITEM_COUNT])
{
    const char *ticked = form_value(&refer->form, "told");
    const char *items[REFERRAL_ITEM_COUNT];
    referral_person_items(&refer->person, items);
    for (enum referral_item item = 0; item < REFERRAL_ITEM_COUNT; item++)
        told[item] = referral_has_word(ticked, referral_item_word(item)) ? items[item] : NULL;
}

void refer_add_told(struct refer_view *refer)
{
    static const char *const texts[REFERRAL_ITEM_COUNT] = {
        [REFERRAL_ITEM_INITIALS] = N_("initials"),  [REFERRAL_ITEM_NAME] = N_("full name"),
        [REFERRAL_ITEM_PHONE] = N_("telephone"),    [REFERRAL_ITEM_LANGUAGE] = N_("language"),
        [REFERRAL_ITEM_AGE] = N_("age, as a band"),
    };
    const char *items[REFERRAL_ITEM_COUNT];
    struct form_field *field = form_add(&refer->form, FORM_CHOICES, "told", _("They are told"));
    referral_person_items(&refer->person, items);
    for (enum referral_item item = 0; item < REFERRAL_ITEM_COUNT; item++)
        if (items[item] != NULL)
            form_field_option(field, referral_item_word(item), language_text(texts[item]));
    if (items[REFERRAL_ITEM_INITIALS] != NULL)
        form_set(&refer->form, "told", referral_item_word(REFERRAL_ITEM_INITIALS));
}

void refer_write_told(FILE *stream, const struct refer_view *refer)
{
    const char *told[REFERRAL_ITEM_COUNT];
    char *lines = NULL;
    size_t size = 0;
    FILE *written = open_memstream(&lines, &size);
    if (written == NULL)
        return;
    refer_told(refer, told);
    slip_write_told(written, told);
    if (fclose(written) == 0)
        for (char *at = lines; *at != '\0'; at += strcspn(at, "\n") + 1)
            fprintf(stream, "%.*s; ", (int)strcspn(at, "\n"), at);
    free(lines);
    fprintf(stream, "%s, %s", _("need"), _("message"));
}
