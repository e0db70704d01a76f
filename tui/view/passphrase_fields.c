/* SPDX-License-Identifier: Apache-2.0 */
#include "view/passphrase_fields.h"

#include "language.h"
#include "sentence.h"
#include "vault/passphrase.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

enum { PASSPHRASE_COLUMNS = 32 };

static const char first[] = "passphrase";
static const char second[] = "again";

void passphrase_fields_add(struct form *form)
{
    struct form_field *field = form_add(form, FORM_SECRET, first, _("New passphrase"));
    if (field != NULL) {
        field->is_required = true;
        field->columns = PASSPHRASE_COLUMNS;
    }
    form_field_hint(field, _("four or five words"));
    field = form_add(form, FORM_SECRET, second, _("The same again"));
    if (field != NULL) {
        field->is_required = true;
        field->columns = PASSPHRASE_COLUMNS;
    }
}

const char *passphrase_fields_advice(void)
{
    return _("Four or five words that nobody else would put together are easy to remember and hard "
             "to guess.  Spaces count, capital letters are not needed.");
}

static void fault_from(struct form *form, const struct error *error)
{
    char text[400], number[24];
    const char *sentence = sentence_text(error->status, error->number != 0);
    const char *hole = strstr(sentence, "%lld");
    snprintf(number, sizeof(number), "%lld", error->number);
    if (hole == NULL)
        snprintf(text, sizeof(text), "%s", sentence);
    else
        snprintf(text, sizeof(text), "%.*s%s%s", (int)(hole - sentence), sentence, number,
                 hole + strlen("%lld"));
    form_field_fault(form_find(form, first), text);
}

static bool is_strong(struct form *form, const struct passphrase_owner *owner)
{
    struct error error = { 0 };
    struct secret *normal = NULL;
    const struct secret *typed = form_secret(form, first);
    enum status status = typed == NULL ? error_set(&error, STATUS_TEXT_EMPTY, "passphrase")
                                       : passphrase_normalize(&normal, typed, &error);
    if (status == STATUS_OK && !owner->is_training)
        status = passphrase_check_new(normal, owner->name, &error);
    secret_free(&normal);
    if (status == STATUS_OK)
        form_field_fault(form_find(form, first), NULL);
    else
        fault_from(form, &error);
    return status == STATUS_OK;
}

static bool is_same(const struct form *form)
{
    const struct secret *one = form_secret(form, first);
    const struct secret *other = form_secret(form, second);
    return one != NULL && other != NULL && one->length == other->length &&
           sodium_memcmp(one->bytes, other->bytes, one->length) == 0;
}

static void empty(struct form *form, const char *id)
{
    struct form_field *field = form_find(form, id);
    if (field != NULL)
        text_input_clear(&field->input);
}

/* Nobody can see which of the two has the slip: both are typed again. */
static void begin_again(struct form *form)
{
    empty(form, first);
    empty(form, second);
    form_field_fault(form_find(form, second), _("The two differ.  Type both again."));
    form_focus(form, first);
}

/* Whoever types the first one anew types the second one too. */
void passphrase_fields_left(struct form *form, size_t field, const struct passphrase_owner *owner)
{
    const bool is_first = strcmp(form->fields[field].id, first) == 0;
    if (is_first && form_secret(form, first) != NULL) {
        is_strong(form, owner);
        form_field_fault(form_find(form, second), NULL);
    }
    if (form_secret(form, second) == NULL)
        return;
    if (is_same(form))
        form_field_fault(form_find(form, second), NULL);
    else if (is_first)
        empty(form, second);
    else
        begin_again(form);
}

const struct secret *passphrase_fields_read(struct form *form, const struct passphrase_owner *owner)
{
    if (!is_strong(form, owner)) {
        form_focus(form, first);
        if (form_focused(form) != NULL)
            text_input_mark(&form_focused(form)->input); /* typing replaces what is not seen */
    } else if (form_secret(form, second) == NULL) {
        form_field_fault(form_find(form, second),
                         _("Type it once more, so that no slip locks you out."));
        form_focus(form, second);
    } else if (!is_same(form))
        begin_again(form);
    else {
        form_field_fault(form_find(form, second), NULL);
        return form_secret(form, first);
    }
    return NULL;
}
