/* SPDX-License-Identifier: Apache-2.0 */

/* Fields that many dialogs of the casefile have. */
#include "view/casefile_private.h"

#include "base/date_entry.h"
#include "language.h"

#include <stdio.h>

struct form_field *dialog_add_day(struct form *form, const char *id, const char *label,
                                  bool has_today)
{
    struct form_field *field = form_add(form, FORM_DATE, id, label);
    if (field != NULL && has_today) {
        const struct civil today = day_to_civil(form->today);
        char text[40];
        snprintf(text, sizeof(text), "%02d.%02d.%04d", today.day, today.month, today.year);
        form_set(form, id, text);
    }
    return field;
}

bool dialog_read_day(struct form *form, const char *id, struct day *out, bool *has_day)
{
    struct date date;
    struct form_field *field = form_find(form, id);
    const char *typed = form_value(form, id);
    *has_day = false;
    if (field == NULL || typed[0] == '\0')
        return true;
    const enum status status = field->may_be_ahead
                                   ? date_entry_parse_near(&date, typed, form->today, NULL)
                                   : date_entry_parse(&date, typed, form->today, NULL);
    if (status != STATUS_OK || date.precision != DATE_PRECISION_DAY) {
        form_field_fault(field, _("A whole day is needed here: 14.06.2026, or t for today."));
        form_focus(form, id);
        return false;
    }
    form_field_fault(field, NULL);
    *out = date.day;
    *has_day = true;
    return true;
}

bool dialog_require(struct form *form, const char *id)
{
    struct form_field *field = form_find(form, id);
    const bool is_there = form_value(form, id)[0] != '\0';
    form_field_fault(field, is_there ? NULL : _("This has to be said."));
    if (!is_there)
        form_focus(form, id);
    return is_there;
}

const char *dialog_text(const struct form *form, const char *id)
{
    const char *text = form_value(form, id);
    return text[0] == '\0' ? NULL : text;
}
