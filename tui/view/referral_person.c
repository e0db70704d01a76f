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
    text_wipe(&person->language);
    text_wipe(&person->initials);
    *person = (struct referral_person){ .name = NULL };
}

bool referral_has_word(const char *list, const char *word)
{
    const size_t length = strlen(word);
    while (list != NULL && list[0] != '\0') {
        const size_t taken = strcspn(list, ",");
        if (taken == length && strncmp(list, word, length) == 0)
            return true;
        list += taken + (list[taken] == ',');
    }
    return false;
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

static enum status read_language(struct referral_person *out, struct app *app, struct error *error)
{
    struct person person;
    const enum status status = person_load(app_store(app), out->person_id, &person, error);
    if (status != STATUS_OK)
        return status;
    out->language = person.language == NULL ? NULL : strdup(person.language);
    person_release(&person);
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

/* The first letter of each word: "A. N.". */
static char *initials_make(const char *name)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL)
        return NULL;
    for (const char *word = name + strspn(name, " "); *word != '\0'; word += strspn(word, " ")) {
        size_t length = 1;
        while (((unsigned char)word[length] & 0xC0) == 0x80)
            length++;
        fprintf(stream, "%s%.*s.", word == name ? "" : " ", (int)length, word);
        word += strcspn(word, " ");
    }
    if (fclose(stream) != 0)
        text_wipe(&text);
    return text;
}

/* A band tells enough for a place in a shelter or a school, and no birth date. */
static void write_age(char out[REFERRAL_AGE_SIZE], int years)
{
    static const int bands[] = { 0, 5, 12, 18, 25, 60 };
    size_t band = sizeof(bands) / sizeof(bands[0]) - 1;
    while (band > 0 && bands[band] > years)
        band--;
    if (band + 1 == sizeof(bands) / sizeof(bands[0]))
        snprintf(out, REFERRAL_AGE_SIZE, "%d+", bands[band]);
    else
        snprintf(out, REFERRAL_AGE_SIZE, "%d-%d", bands[band], bands[band + 1] - 1);
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
    out->initials = initials_make(view.person_name);
    if (view.situation.person.age >= 0)
        write_age(out->age, view.situation.person.age);
    casefile_view_release(&view);
    status = read_phone(out, app, error);
    if (status == STATUS_OK)
        status = read_language(out, app, error);
    if (status == STATUS_OK)
        status = read_consent(out, app, error);
    if (status != STATUS_OK)
        referral_person_release(out);
    return status;
}

void referral_person_items(const struct referral_person *person,
                           const char *items[REFERRAL_ITEM_COUNT])
{
    const bool has_initials = person->initials != NULL && person->initials[0] != '\0';
    items[REFERRAL_ITEM_INITIALS] = has_initials ? person->initials : NULL;
    items[REFERRAL_ITEM_NAME] =
        person->name != NULL && person->name[0] != '\0' ? person->name : NULL;
    items[REFERRAL_ITEM_PHONE] = person->phone;
    items[REFERRAL_ITEM_LANGUAGE] = person->language;
    items[REFERRAL_ITEM_AGE] = person->age[0] == '\0' ? NULL : person->age;
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
