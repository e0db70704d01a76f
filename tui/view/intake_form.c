/* SPDX-License-Identifier: Apache-2.0 */

/* The form of the intake: what is asked first, what stands behind "more", what is filled in by
 * itself. */
#include "view/intake_private.h"

#include "casefile/definition_store.h"
#include "household/relation.h"
#include "language.h"
#include "name/cyrillic_guess.h"
#include "name/romanization.h"
#include "name/script.h"
#include "person/person_store.h"
#include "view/person_form.h"
#include "wording/label.h"
#include "wording/person_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

const char intake_form_name[] = "intake";
const char intake_other_name[] = "other_name";
const char intake_family_field[] = "family_of";

/* Fields of the form that are none of a person's. */
static const char field_guess[] = "other_name_guess"; /* what was filled in by itself last */
static const char field_more[] = "more";
static const char form_held[] = "intake.held";
static const char form_set_fast[] = "intake.set";

static const enum person_field first_fields[] = {
    FIELD_BIRTH_DATE,      FIELD_SEX,
    FIELD_NATIONALITY,     FIELD_DOCUMENT_TYPE,
    FIELD_DOCUMENT_NUMBER, FIELD_PERSONAL_NUMBER,
    FIELD_PHONE,           FIELD_ADDRESS,
};

static const enum person_field more_fields[] = {
    FIELD_BIRTH_PLACE,       FIELD_BIRTH_COUNTRY,    FIELD_ORIGIN_COUNTRY,  FIELD_SPOKEN_LANGUAGE,
    FIELD_NEEDS_INTERPRETER, FIELD_POPULATION_GROUP, FIELD_LEGAL_STATUS,    FIELD_MARITAL_STATUS,
    FIELD_EDUCATION,         FIELD_OCCUPATION,       FIELD_ARRIVED,         FIELD_EMAIL,
    FIELD_DOCUMENT_ISSUED,   FIELD_DOCUMENT_EXPIRES, FIELD_DOCUMENT_ISSUER,
};

/* ---- building */

static void add_fields(struct form *form, const enum person_field *fields, size_t count)
{
    for (size_t i = 0; i < count; i++)
        person_form_add(form, fields[i]);
}

static void add_relation(struct form *form, const char *family_name)
{
    char text[FRAME_TEXT_SIZE];
    struct form_field *field = form_add(form, FORM_CHOICE, "family_relation", _("Family tie"));
    for (enum relation_kind kind = 0; kind < RELATION_KIND_COUNT; kind++) {
        snprintf(text, sizeof(text), "%s %s", label_relation(kind), family_name);
        form_field_option(field, relation_kind_word(kind), text);
    }
}

static void add_more(struct form *form)
{
    struct form_field *more = form_add(form, FORM_CHOICE, field_more, _("More to tell"));
    if (more == NULL)
        return;
    more->columns = 14;
    form_field_option(more, "yes", _("yes"));
    form_field_option(more, "no", _("no"));
    form_field_hint(more, _("yes shows place of birth, language, group, legal status and others"));
}

static void build(struct form *form, const struct intake_view *intake)
{
    person_form_add(form, FIELD_SURNAME);
    person_form_add(form, FIELD_GIVEN_NAME);
    person_form_add(form, FIELD_PATRONYMIC);
    struct form_field *other =
        form_add(form, FORM_TEXT, intake_other_name, _("Name in other letters"));
    if (other != NULL)
        other->columns = 30;
    if (intake->family_name != NULL)
        add_relation(form, intake->family_name);
    add_fields(form, first_fields, sizeof(first_fields) / sizeof(first_fields[0]));
    add_more(form);
    add_fields(form, more_fields, sizeof(more_fields) / sizeof(more_fields[0]));
    form_add_hidden(form, field_guess);
    form_add_hidden(form, intake_family_field);
    form_set(form, intake_family_field, intake->family_id);
    form_add_hidden(form, "mrz");
    form_add_hidden(form, "holder_text");
    form_button(form, _("Keep this person and choose the workflow"));
}

/* Those that hold something are shown in any case. */
static void show_more(struct form *form)
{
    const bool is_shown = strcmp(form_value(form, field_more), "yes") == 0;
    for (size_t i = 0; i < sizeof(more_fields) / sizeof(more_fields[0]); i++) {
        struct form_field *field = form_find(form, person_field_row(more_fields[i])->name);
        if (field != NULL)
            field->is_hidden = !is_shown && text_input_text(&field->input)[0] == '\0';
    }
}

/* ---- the name in the other script */

static enum romanization table_of_office(struct app *app)
{
    static const struct {
        const char *country;
        enum romanization table;
    } tables[] = {
        { "KZ", ROMANIZATION_KK_PASSPORT },
        { "KG", ROMANIZATION_KY_PASSPORT },
        { "UZ", ROMANIZATION_UZ1995 },
        { "TM", ROMANIZATION_TK1999 },
    };
    struct definition_country country = { .code = "" };
    if (definition_cache_country(app_desk(app)->definitions, app_store(app), &country, NULL) !=
        STATUS_OK)
        return ROMANIZATION_ICAO;
    for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
        if (strcmp(tables[i].country, country.code) == 0)
            return tables[i].table;
    return ROMANIZATION_ICAO;
}

/* NULL when there is nothing to propose. */
static char *guess_other(struct app *app, const struct form *form)
{
    struct person_name name;
    char *guess = NULL;
    enum status status = STATUS_OK;
    if (person_form_read_name(form, NAME_KIND_MAIN, &name, NULL) != STATUS_OK)
        return NULL;
    const enum name_script script = script_of(name.full_name);
    if (script == NAME_SCRIPT_CYRILLIC)
        status = romanization_apply(&guess, table_of_office(app), name.full_name, NULL);
    else if (script == NAME_SCRIPT_LATIN)
        status = cyrillic_guess(&guess, name.full_name, NULL);
    person_name_release(&name);
    return status == STATUS_OK ? guess : NULL;
}

/* Says where it is from and what is wrong with it; nobody need go through what was filled in. */
static void mark_other(const struct form *form, struct form_field *other)
{
    const char *text = text_input_text(&other->input);
    const char *holder = form_value(form, "holder_text");
    const bool is_guess = text[0] != '\0' && strcmp(text, form_value(form, field_guess)) == 0;
    const bool is_of_paper = text[0] != '\0' && !is_guess && strcasecmp(text, holder) == 0;
    other->is_filled = is_guess || is_of_paper;
    struct person_name name;
    bool is_wanted = false; /* Arabic letters are read by few, and found by fewer */
    if (text[0] == '\0' && person_form_read_name(form, NAME_KIND_MAIN, &name, NULL) == STATUS_OK) {
        is_wanted = script_of(name.full_name) == NAME_SCRIPT_ARABIC;
        person_name_release(&name);
    }
    form_field_remark(other, is_wanted     ? _("in Latin letters, please")
                             : is_guess    ? _("filled in for you, check")
                             : is_of_paper ? _("as the paper writes it")
                                           : NULL);
    form_field_fault(other, person_text_has_digit(text) ? _("A name has no digits.") : NULL);
}

/* What the clerk wrote there stays. */
static void fill_other(struct app *app, struct form *form)
{
    struct form_field *other = form_find(form, intake_other_name);
    const char *typed = form_value(form, intake_other_name);
    const char *before = form_value(form, field_guess);
    if (other == NULL)
        return;
    if (typed[0] == '\0' || strcmp(typed, before) == 0) {
        char *guess = guess_other(app, form);
        if (strcmp(guess == NULL ? "" : guess, typed) != 0)
            form->is_dirty = true;
        form_set(form, intake_other_name, guess == NULL ? "" : guess);
        form_set(form, field_guess, guess == NULL ? "" : guess);
        free(guess);
    }
    mark_other(form, other);
}

/* ---- all of it */

void intake_form_build(struct app *app, struct intake_view *intake)
{
    struct form fresh;
    const bool is_again = intake->view.is_loaded && intake->form.count > 0;
    form_init(&fresh, app_today(app));
    build(&fresh, intake);
    if (is_again)
        person_form_carry(&fresh, &intake->form);
    else
        form_release(&intake->form);
    intake->form = fresh;
    show_more(&intake->form);
    if (!is_again) {
        form_focus_first(&intake->form);
        return;
    }
    for (size_t i = 0; i < intake->form.count; i++)
        if (text_input_text(&intake->form.fields[i].input)[0] != '\0')
            person_form_check(&intake->form, i);
    fill_other(app, &intake->form);
}

/* ---- leaving a field */

static bool is_name_part(const char *id)
{
    return strcmp(id, "surname") == 0 || strcmp(id, "given_name") == 0 ||
           strcmp(id, "patronymic") == 0 || strcmp(id, intake_other_name) == 0;
}

/* The field that was left filled in the one that has the focus now. */
static void pass_by_filled(struct form *form, size_t left)
{
    const bool is_next = form->focus < form->count && form->focus > left;
    for (size_t i = left + 1; is_next && i < form->focus; i++)
        if (form_is_focusable(&form->fields[i]))
            return;
    while (is_next && form->focus < form->count &&
           (form->fields[form->focus].is_filled || !form_is_focusable(&form->fields[form->focus])))
        form->focus++;
}

void intake_form_left(struct app *app, struct intake_view *intake, size_t index)
{
    struct form *form = &intake->form;
    const char *id = form->fields[index].id;
    const struct form_field *other = form_find(form, intake_other_name);
    const bool was_filled = other == NULL || other->is_filled;
    person_form_check(form, index);
    if (is_name_part(id))
        fill_other(app, form);
    if (!was_filled)
        pass_by_filled(form, index);
    if (strcmp(id, field_more) == 0 || form->fields[index].is_hidden)
        show_more(form);
}

void intake_form_refresh(struct app *app, struct intake_view *intake)
{
    for (size_t i = 0; i < intake->form.count; i++)
        person_form_check(&intake->form, i);
    fill_other(app, &intake->form);
    show_more(&intake->form);
}

/* ---- values for several records */

void intake_form_take_held(struct app *app, struct intake_view *intake)
{
    for (size_t i = 0; i < intake->form.count; i++) {
        struct form_field *field = &intake->form.fields[i];
        const char *held = app_recall(app, form_held, field->id);
        const char *set = app_recall(app, form_set_fast, field->id);
        if (held == NULL || held[0] == '\0')
            continue;
        text_input_set(&field->input, held);
        field->is_held = true;
        field->is_read_only = set != NULL && set[0] != '\0';
        person_form_check(&intake->form, i);
    }
    show_more(&intake->form);
    fill_other(app, &intake->form);
    form_focus_first(&intake->form);
}

void intake_form_keep_held(struct app *app, struct intake_view *intake)
{
    for (size_t i = 0; i < intake->form.count; i++) {
        const struct form_field *field = &intake->form.fields[i];
        if (field->is_held || app_recall(app, form_held, field->id) != NULL) {
            app_remember(app, form_held, field->id,
                         field->is_held ? text_input_text(&field->input) : "");
            app_remember(app, form_set_fast, field->id,
                         field->is_held && field->is_read_only ? "yes" : "");
        }
    }
}
