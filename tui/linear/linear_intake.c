/* SPDX-License-Identifier: Apache-2.0 */

/* A new person, asked field by field. */
#include "linear/linear_intake.h"

#include "language.h"
#include "store/draft.h"
#include "store/draft_fields.h"

#include <stdlib.h>
#include <string.h>

/* First what is asked of everybody; what is seldom known stands behind PERSON_FIELD_COUNT, which
 * is the question whether there is more. */
static const enum person_field asked[] = {
    FIELD_MRZ,
    FIELD_SURNAME,
    FIELD_GIVEN_NAME,
    FIELD_PATRONYMIC,
    FIELD_SEX,
    FIELD_BIRTH_DATE,
    FIELD_NATIONALITY,
    FIELD_POPULATION_GROUP,
    FIELD_SPOKEN_LANGUAGE,
    FIELD_PHONE,
    FIELD_ADDRESS,
    FIELD_DOCUMENT_TYPE,
    FIELD_DOCUMENT_NUMBER,
    FIELD_PERSONAL_NUMBER,
    PERSON_FIELD_COUNT,
    FIELD_BIRTH_PLACE,
    FIELD_BIRTH_COUNTRY,
    FIELD_ORIGIN_COUNTRY,
    FIELD_NEEDS_INTERPRETER,
    FIELD_LEGAL_STATUS,
    FIELD_MARITAL_STATUS,
    FIELD_OCCUPATION,
    FIELD_EDUCATION,
    FIELD_ARRIVED,
    FIELD_EMAIL,
    FIELD_DOCUMENT_ISSUER,
    FIELD_DOCUMENT_ISSUED,
    FIELD_DOCUMENT_EXPIRES,
    FIELD_DOCUMENT_STATE,
};
enum { ASKED_COUNT = sizeof(asked) / sizeof(asked[0]) };

static size_t find(enum person_field field)
{
    size_t at = 0;
    while (at < ASKED_COUNT && asked[at] != field)
        at++;
    return at;
}

static bool is_asked(const struct linear_intake *intake, size_t at)
{
    const enum person_field field = asked[at];
    if (at > find(PERSON_FIELD_COUNT) && !intake->wants_more)
        return false;
    if (field == PERSON_FIELD_COUNT || person_field_row(field)->group != FIELD_GROUP_DOCUMENT)
        return true;
    /* The zone says it all of the paper that it stands on. */
    return intake->values[FIELD_MRZ] == NULL &&
           (field == FIELD_DOCUMENT_TYPE || intake->values[FIELD_DOCUMENT_TYPE] != NULL);
}

static void linear_intake_release(struct linear_intake *intake)
{
    for (size_t i = 0; i < PERSON_FIELD_COUNT; i++) {
        free(intake->values[i]);
        intake->values[i] = NULL;
    }
    for (size_t i = 0; i < intake->other_count; i++) {
        free(intake->others[i].name);
        free(intake->others[i].value);
    }
    intake->other_count = 0;
}

/* ---- the draft */

static struct draft_key key_of(const struct linear_intake *intake)
{
    return (struct draft_key){ linear_desk(intake->linear)->desk.actor, "intake", "" };
}

static void linear_intake_save(struct linear_intake *intake)
{
    const struct draft_key key = key_of(intake);
    struct draft_field fields[PERSON_FIELD_COUNT + LINEAR_INTAKE_OTHERS];
    struct error error = { 0 };
    size_t count = 0;
    char *json = NULL;
    for (int i = 0; i < PERSON_FIELD_COUNT; i++)
        if (intake->values[i] != NULL)
            fields[count++] = (struct draft_field){ person_field_row((enum person_field)i)->name,
                                                    intake->values[i] };
    for (size_t i = 0; i < intake->other_count; i++)
        fields[count++] = (struct draft_field){ intake->others[i].name, intake->others[i].value };
    enum status status =
        draft_fields_write(&json, linear_store(intake->linear), fields, count, &error);
    const struct draft_content content = {
        .fields = json,
        .cursor_field = intake->at == PERSON_FIELD_COUNT ? "" : person_field_row(intake->at)->name,
    };
    if (status == STATUS_OK)
        status = draft_save(linear_store(intake->linear), &key, &content, &error);
    if (status != STATUS_OK)
        linear_fail(&error);
    free(json);
}

static void take_other(struct linear_intake *intake, const struct draft_field *field)
{
    if (intake->other_count == LINEAR_INTAKE_OTHERS)
        return;
    struct linear_intake_other *other = &intake->others[intake->other_count];
    other->name = strdup(field->name);
    other->value = strdup(field->value);
    intake->other_count += other->name != NULL && other->value != NULL;
}

static void take_field(void *self, const struct draft_field *field)
{
    struct linear_intake *intake = self;
    enum person_field found;
    if (field->value[0] == '\0')
        return;
    if (!person_field_find(&found, field->name, strlen(field->name))) {
        take_other(intake, field);
        return;
    }
    if (intake->values[found] != NULL)
        return;
    intake->values[found] = strdup(field->value);
    intake->wants_more |= find(found) > find(PERSON_FIELD_COUNT) && find(found) < ASKED_COUNT;
}

/* False when there is none. */
static bool linear_intake_restore(struct linear_intake *intake)
{
    const struct draft_key key = key_of(intake);
    struct draft draft;
    struct error error = { 0 };
    struct store *store = linear_store(intake->linear);
    bool has_values = false;
    intake->at = FIELD_MRZ;
    if (draft_load(store, &key, &draft, &error) != STATUS_OK)
        return false;
    if (draft_fields_read(store, draft.fields, take_field, intake, &error) != STATUS_OK)
        linear_fail(&error);
    if (!person_field_find(&intake->at, draft.cursor_field, strlen(draft.cursor_field)))
        intake->at = FIELD_MRZ;
    draft_release(&draft);
    for (size_t i = 0; i < PERSON_FIELD_COUNT; i++)
        has_values |= intake->values[i] != NULL;
    return has_values;
}

enum status linear_intake_drop(struct linear_intake *intake, struct error *error)
{
    const struct draft_key key = key_of(intake);
    return draft_discard(linear_store(intake->linear), &key, error);
}

/* ---- the walk */

static enum linear_reply ask_more(struct linear_intake *intake)
{
    bool wants_more = false;
    const enum linear_reply reply = linear_ask_truth(intake->linear, _("More about the person?"),
                                                     intake->wants_more, &wants_more);
    if (reply == REPLY_GIVEN)
        intake->wants_more = wants_more;
    return reply;
}

/* Whether there is a paper to be read; *reply without one. */
static bool ask_zone(struct linear_intake *intake, enum linear_reply *reply)
{
    const char *const ways[] = { _("type the data"), _("scan or type the zone of a paper") };
    size_t chosen = 0;
    *reply =
        linear_choose_text(intake->linear, _("New person"), ways, sizeof(ways) / sizeof(ways[0]),
                           intake->values[FIELD_MRZ] == NULL ? 0 : 1, NULL, &chosen);
    return *reply == REPLY_GIVEN && chosen == 1;
}

/* A zone with a mistake is forgotten again. */
static bool is_wrong_zone(struct linear_intake *intake, enum person_field field)
{
    if (field != FIELD_MRZ || intake->values[field] == NULL || linear_intake_read_zone(intake))
        return false;
    free(intake->values[field]);
    intake->values[field] = NULL;
    return true;
}

static enum linear_reply ask_at(struct linear_intake *intake, size_t at)
{
    const enum person_field field = asked[at];
    bool is_changed = false;
    enum linear_reply reply = REPLY_GIVEN;
    if (field == PERSON_FIELD_COUNT)
        return ask_more(intake);
    if (field == FIELD_MRZ && !ask_zone(intake, &reply))
        return reply;
    do {
        reply = linear_intake_ask(intake, field, &is_changed);
    } while (reply == REPLY_GIVEN && is_changed && is_wrong_zone(intake, field));
    if (is_changed) {
        const size_t next = at + 1 < ASKED_COUNT ? at + 1 : at;
        intake->at = asked[next] == PERSON_FIELD_COUNT ? field : asked[next];
        linear_intake_save(intake);
    }
    return reply;
}

/* The one before that is asked; at itself when there is none. */
static size_t step_back(const struct linear_intake *intake, size_t at)
{
    for (size_t before = at; before > 0; before--)
        if (is_asked(intake, before - 1))
            return before - 1;
    return at;
}

static enum linear_reply walk(struct linear_intake *intake, size_t at)
{
    while (at < ASKED_COUNT) {
        if (!is_asked(intake, at)) {
            at++;
            continue;
        }
        const enum linear_reply reply = ask_at(intake, at);
        if (reply == REPLY_STOP || (reply == REPLY_BACK && at == 0))
            return reply;
        at = reply == REPLY_BACK ? step_back(intake, at) : at + 1;
    }
    return REPLY_GIVEN;
}

static enum linear_reply walk_and_keep(struct linear_intake *intake)
{
    size_t at = find(intake->at);
    for (;;) {
        bool is_kept = false;
        enum linear_reply reply = walk(intake, at);
        if (reply != REPLY_GIVEN)
            return reply;
        reply = linear_intake_keep(intake, &is_kept);
        if (reply == REPLY_STOP || is_kept)
            return reply;
        at = reply == REPLY_BACK ? step_back(intake, ASKED_COUNT) : find(FIELD_SURNAME);
    }
}

/* ---- what was begun before */

static void say_values(const struct linear_intake *intake)
{
    for (size_t i = 0; i < ASKED_COUNT; i++)
        if (asked[i] != PERSON_FIELD_COUNT)
            linear_intake_say_value(intake, asked[i]);
}

static enum linear_reply offer_draft(struct linear_intake *intake)
{
    struct error error = { 0 };
    bool goes_on = true;
    if (!linear_intake_restore(intake))
        return REPLY_GIVEN;
    const char *surname = intake->values[FIELD_SURNAME];
    const char *given = intake->values[FIELD_GIVEN_NAME];
    linear_say("%s %s %s", _("A new person was begun:"), surname == NULL ? "" : surname,
               given == NULL ? "" : given);
    const enum linear_reply reply =
        linear_ask_truth(intake->linear, _("Go on with it?"), true, &goes_on);
    if (reply == REPLY_GIVEN && goes_on)
        say_values(intake);
    if (reply == REPLY_GIVEN && !goes_on) {
        linear_intake_release(intake);
        intake->wants_more = false;
        intake->at = FIELD_MRZ;
        if (linear_intake_drop(intake, &error) != STATUS_OK)
            linear_fail(&error);
    }
    return reply;
}

enum linear_reply linear_intake(struct linear *linear)
{
    struct linear_intake intake = { .linear = linear };
    if (!linear_may(linear, ACT_KEEP_PEOPLE))
        return REPLY_GIVEN;
    enum linear_reply reply = offer_draft(&intake);
    if (reply == REPLY_GIVEN)
        reply = walk_and_keep(&intake);
    linear_intake_release(&intake);
    return reply;
}
