/* SPDX-License-Identifier: Apache-2.0 */

/* Whom a referral is about, and whether the person agreed to it. */
#include "base/text.h"
#include "casefile/casefile_view.h"
#include "language.h"
#include "person/person_store.h"
#include "view/referral_private.h"
#include "wording/due_text.h"

#include <stdlib.h>
#include <string.h>

void referral_person_release(struct referral_person *person)
{
    text_wipe(&person->name);
    text_wipe(&person->phone);
    text_wipe(&person->withheld);
    *person = (struct referral_person){ .name = NULL };
}

/* ---- the person */

static enum status read_phone(struct referral_person *out, struct app *app, struct error *error)
{
    struct contact_list contacts;
    const enum status status = person_contacts(app_store(app), out->person_id, &contacts, error);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; i < contacts.count && out->phone == NULL; i++)
        if (contacts.items[i].kind == CONTACT_PHONE && contacts.items[i].is_safe)
            out->phone = strdup(contacts.items[i].value);
    contact_list_release(&contacts);
    return STATUS_OK;
}

/* What must not be told to somebody, as one line. */
static void read_withheld(struct referral_person *out, const struct consent *consent)
{
    size_t size = 0;
    bool is_first = true;
    FILE *stream = open_memstream(&out->withheld, &size);
    if (stream == NULL)
        return;
    for (size_t i = 0; i < consent->withheld.count; i++) {
        const char *what = consent->withheld.items[i].what;
        if (what != NULL)
            fprintf(stream, "%s%s", is_first ? "" : "; ", what);
        is_first = is_first && what == NULL;
    }
    if (fclose(stream) != 0 || is_first)
        text_wipe(&out->withheld);
}

/* What was said last about sharing, with whomever. */
static enum status read_consent(struct referral_person *out, struct app *app, struct error *error)
{
    struct consent_list consents;
    const enum status status = consent_list(app_store(app), out->person_id, &consents, error);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; out->sharing == SHARING_NOT_ASKED && i < consents.count; i++) {
        const struct consent *consent = &consents.items[i];
        if (consent->purpose != CONSENT_SHARING || consent->superseded_by[0] != '\0')
            continue;
        const bool has_ended =
            consent->has_expires_on && day_compare(consent->expires_on, app_today(app)) < 0;
        out->sharing = !consent->is_agreed                  ? SHARING_REFUSED
                       : consent->is_withdrawn || has_ended ? SHARING_WITHDRAWN
                                                            : SHARING_CONSENT;
        out->asked_on = consent->given_on;
        out->has_asked_on = true;
        read_withheld(out, consent);
    }
    consent_list_release(&consents);
    return STATUS_OK;
}

enum status referral_person_load(struct referral_person *out, struct app *app,
                                 const char *casefile_id, struct error *error)
{
    struct casefile_view view;
    *out = (struct referral_person){ .name = NULL };
    enum status status = casefile_view_load(app_desk(app), casefile_id, &view, error);
    if (status != STATUS_OK)
        return status;
    memcpy(out->person_id, view.casefile.person_id, sizeof(out->person_id));
    memcpy(out->case_number, view.casefile.number, sizeof(out->case_number));
    out->name = strdup(view.person_name);
    if (view.has_person_birth)
        out->birth_year = day_to_civil(view.person_birth.day).year;
    casefile_view_release(&view);
    status = read_phone(out, app, error);
    if (status == STATUS_OK)
        status = read_consent(out, app, error);
    if (status != STATUS_OK)
        referral_person_release(out);
    return status;
}

/* ---- in words */

void referral_write_sharing(FILE *stream, const struct referral_person *person, struct day today)
{
    static const char *const texts[] = {
        [SHARING_NOT_ASKED] = N_("Person agreed: NOT ASKED"),
        [SHARING_CONSENT] = N_("Person agreed: yes"),
        [SHARING_REFUSED] = N_("Person agreed: NO"),
        [SHARING_WITHDRAWN] = N_("Person agreed: NOT ANY MORE"),
    };
    char day[DUE_TEXT_SIZE];
    fputs(language_text(texts[person->sharing]), stream);
    if (!person->has_asked_on)
        return;
    due_text_day(day, person->asked_on, today);
    fprintf(stream, ", %s", day);
}
