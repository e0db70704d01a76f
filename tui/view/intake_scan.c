/* SPDX-License-Identifier: Apache-2.0 */

/* A paper was scanned at the intake: what its zone says is shown and taken over when the clerk says
 * so. */
#include "view/intake_private.h"

#include "base/ascii.h"
#include "language.h"
#include "name/cyrillic_guess.h"
#include "name/personal_number.h"
#include "name/script.h"
#include "view/dialog.h"
#include "view/person_form.h"
#include "wording/country_name.h"
#include "wording/label.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FACTS_MAX = 12, FACT_SIZE = 64, ROWS_LOW = 23 };

/* What a zone says, field by field. */
struct facts {
    struct fact {
        enum person_field field;
        char value[FACT_SIZE]; /* as the form holds it */
    } items[FACTS_MAX];
    size_t count;
    char other[2 * FACT_SIZE]; /* the name of the zone, when the main one is written otherwise */
};

/* ---- reading */

static void facts_add(struct facts *facts, enum person_field field, const char *value)
{
    if (value[0] == '\0' || facts->count == FACTS_MAX)
        return;
    facts->items[facts->count].field = field;
    snprintf(facts->items[facts->count].value, FACT_SIZE, "%s", value);
    facts->count++;
}

/* NURLANOV is Nurlanov to people. */
static void add_name(struct facts *facts, enum person_field field, const char *capitals)
{
    char name[FACT_SIZE];
    bool is_first = true;
    size_t i = 0;
    for (; capitals[i] != '\0' && i + 1 < sizeof(name); i++) {
        name[i] = capitals[i];
        if (!is_first)
            name[i] = ascii_to_small(name[i]);
        is_first = capitals[i] == ' ' || capitals[i] == '-';
    }
    name[i] = '\0';
    facts_add(facts, field, name);
}

/* Germany is the one country with a code of one letter. */
static const char *country_of(const char *code)
{
    return strcmp(code, "D") == 0 ? "DEU" : code;
}

/* Doc 9303-4 4.2.2: P is a passport; 9303-5 4.2.2: A, C and I are cards. */
static const char *type_of(const struct mrz *mrz)
{
    return mrz->type[0] == 'P' ? "passport" : mrz->type[0] == 'V' ? "other" : "id_card";
}

static void facts_read(struct facts *facts, const struct mrz *mrz, struct day today)
{
    struct date birth;
    struct day expiry;
    char birth_text[PERSON_DATE_SIZE] = "", expiry_text[PERSON_DATE_SIZE] = "";
    struct personal_number number = { .digits = "" };
    if (mrz_birth_date(&birth, mrz, today, NULL) == STATUS_OK)
        person_text_date(birth_text, birth);
    if (mrz_expiry_date(&expiry, mrz, today, NULL) == STATUS_OK)
        person_text_day(expiry_text, expiry);
    const bool has_number = personal_number_guess(&number, mrz->issuer, mrz->optional) ||
                            personal_number_guess(&number, mrz->issuer, mrz->optional2);
    add_name(facts, FIELD_SURNAME, mrz->surname);
    add_name(facts, FIELD_GIVEN_NAME, mrz->given);
    facts_add(facts, FIELD_BIRTH_DATE, birth_text);
    facts_add(facts, FIELD_SEX, mrz->sex == 'M' ? "m" : mrz->sex == 'F' ? "f" : "");
    facts_add(facts, FIELD_NATIONALITY, country_of(mrz->nationality));
    facts_add(facts, FIELD_DOCUMENT_TYPE, mrz->number[0] == '\0' ? "" : type_of(mrz));
    facts_add(facts, FIELD_DOCUMENT_NUMBER, mrz->number);
    facts_add(facts, FIELD_PERSONAL_NUMBER, has_number ? number.digits : "");
    facts_add(facts, FIELD_DOCUMENT_EXPIRES, expiry_text);
    facts_add(facts, FIELD_DOCUMENT_ISSUER, country_of(mrz->issuer));
}

/* ---- what was typed counts more */

static const char *fact_id(enum person_field field)
{
    return person_field_row(field)->name;
}

static bool is_letters_other(const struct form *form, enum name_script *script)
{
    struct person_name name;
    if (person_form_read_name(form, NAME_KIND_MAIN, &name, NULL) != STATUS_OK)
        return false;
    *script = script_of(name.full_name);
    person_name_release(&name);
    return *script != NAME_SCRIPT_LATIN;
}

/* What is known of a part that was not typed, in the letters of the others; "" when nothing. */
static void write_in_letters(char *value, enum name_script script)
{
    char *guess = NULL;
    if (script == NAME_SCRIPT_CYRILLIC && cyrillic_guess(&guess, value, NULL) == STATUS_OK)
        snprintf(value, FACT_SIZE, "%s", guess);
    else
        value[0] = '\0';
    free(guess);
}

/* A name that was typed in other letters than a zone has stays the main one. */
static void facts_fit(struct facts *facts, const struct form *form)
{
    enum name_script script;
    size_t kept = 0;
    if (!is_letters_other(form, &script))
        return;
    for (size_t i = 0; i < facts->count; i++) {
        struct fact *fact = &facts->items[i];
        if (fact->field == FIELD_SURNAME || fact->field == FIELD_GIVEN_NAME) {
            const size_t length = strlen(facts->other);
            snprintf(facts->other + length, sizeof(facts->other) - length, "%s%s",
                     length == 0 ? "" : " ", fact->value);
            if (form_value(form, fact_id(fact->field))[0] != '\0')
                continue;
            write_in_letters(fact->value, script);
            if (fact->value[0] == '\0')
                continue;
        }
        facts->items[kept++] = *fact;
    }
    facts->count = kept;
}

static size_t facts_fields(const struct facts *facts)
{
    return facts->count + (facts->other[0] != '\0');
}

/* As the table keeps it; what had to be repaired is not kept. */
static void lines_keep(struct intake_view *intake, const char *text)
{
    size_t length = 0;
    for (const char *at = text; *at != '\0' && length + 1 < sizeof(intake->zone_lines); at++)
        if (*at != ' ')
            intake->zone_lines[length++] = ascii_to_capital(*at);
    intake->zone_lines[length] = '\0';
    if (intake->zone.repairs != 0 ||
        strspn(intake->zone_lines, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<|") != length)
        intake->zone_lines[0] = '\0';
}

/* ---- saying what was read */

static const char *const errors[MRZ_ERROR_COUNT] = {
    [MRZ_ERROR_EMPTY] = N_("nothing was read"),
    [MRZ_ERROR_LENGTH] = N_("the lines have a strange length"),
    [MRZ_ERROR_CHARACTER] = N_("a sign that no zone has"),
    [MRZ_ERROR_DOCUMENT_CODE] = N_("the kind of paper"),
    [MRZ_ERROR_UNKNOWN_COUNTRY] = N_("the country that issued it"),
    [MRZ_ERROR_NAMES_INVALID] = N_("the names"),
    [MRZ_ERROR_NUMBER_MISSING] = N_("the number of the paper is missing"),
    [MRZ_ERROR_NUMBER_CHECK_DIGIT] = N_("check digit of the number"),
    [MRZ_ERROR_UNKNOWN_NATIONALITY] = N_("the nationality"),
    [MRZ_ERROR_BIRTH_DATE_INVALID] = N_("the date of birth"),
    [MRZ_ERROR_BIRTH_CHECK_DIGIT] = N_("check digit of the date of birth"),
    [MRZ_ERROR_SEX_INVALID] = N_("the sex"),
    [MRZ_ERROR_EXPIRY_DATE_INVALID] = N_("the end of validity"),
    [MRZ_ERROR_EXPIRY_CHECK_DIGIT] = N_("check digit of the end of validity"),
    [MRZ_ERROR_OPTIONAL_CHECK_DIGIT] = N_("check digit of the personal number"),
    [MRZ_ERROR_COMPOSITE_CHECK_DIGIT] = N_("check digit of the whole zone"),
};

static void write_errors(FILE *stream, unsigned bits)
{
    bool is_first = true;
    fputs(_("WRONG in what was read:"), stream);
    for (size_t i = 0; i < MRZ_ERROR_COUNT; i++)
        if ((bits >> i & 1U) != 0) {
            fprintf(stream, "%s %s", is_first ? "" : ",", language_text(errors[i]));
            is_first = false;
        }
    fprintf(stream, ".  %s\n", _("Compare with the paper."));
}

static void write_value(FILE *stream, enum person_field field, const char *value)
{
    char country[COUNTRY_NAME_SIZE];
    const char *shown = value;
    if (field == FIELD_SEX)
        shown = label_sex(strcmp(value, "m") == 0 ? SEX_MALE : SEX_FEMALE);
    else if (field == FIELD_DOCUMENT_TYPE)
        shown = label_document_type(value);
    else if (field == FIELD_NATIONALITY || field == FIELD_DOCUMENT_ISSUER) {
        country_name_write(country, value);
        shown = country;
    }
    fputs(shown, stream);
}

static void write_fact(FILE *stream, const struct form *form, const struct fact *fact)
{
    const char *typed = form_value(form, fact_id(fact->field));
    fprintf(stream, "%s: ", language_text(person_field_row(fact->field)->label));
    write_value(stream, fact->field, fact->value);
    if (typed[0] == '\0' || strcmp(typed, fact->value) == 0)
        return;
    fprintf(stream, "   %s ", _("replaces:"));
    write_value(stream, fact->field, typed);
}

static void write_other(FILE *stream, const struct form *form, const struct facts *facts)
{
    const char *typed = form_value(form, intake_other_name);
    fprintf(stream, "%s: %s", _("Name in other letters"), facts->other);
    if (typed[0] != '\0' && strcmp(typed, facts->other) != 0)
        fprintf(stream, "   %s %s", _("replaces:"), typed);
}

/* On a low screen in running text. */
static char *text_make(const struct intake_view *intake, const struct facts *facts, bool is_low)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL)
        return NULL;
    if (intake->zone.errors != 0)
        write_errors(stream, intake->zone.errors);
    const char *end = is_low ? ".  " : "\n";
    if (facts->other[0] != '\0') {
        write_other(stream, &intake->form, facts);
        fputs(end, stream);
    }
    for (size_t i = 0; i < facts->count; i++) {
        write_fact(stream, &intake->form, &facts->items[i]);
        fputs(end, stream);
    }
    if (intake->zone.is_name_cut)
        fputs(_("The name may be longer than the zone has room for."), stream);
    return fclose(stream) == 0 ? text : NULL;
}

/* ---- filling in */

static void facts_put(const struct facts *facts, const struct intake_view *intake,
                      struct form *form)
{
    char holder[sizeof(intake->zone.surname) + sizeof(intake->zone.given)];
    for (size_t i = 0; i < facts->count; i++)
        form_set(form, fact_id(facts->items[i].field), facts->items[i].value);
    snprintf(holder, sizeof(holder), "%s%s%s", intake->zone.surname,
             intake->zone.given[0] == '\0' ? "" : " ", intake->zone.given);
    form_set(form, "holder_text", holder);
    form_set(form, "mrz", intake->zone_lines);
    if (facts->other[0] != '\0')
        form_set(form, intake_other_name, facts->other);
}

static void fill(struct app *app, struct intake_view *intake)
{
    struct form *form = &intake->form;
    struct facts facts = { .count = 0 };
    intake_scan_forget(intake);
    intake->before = intake_values_of(form);
    facts_read(&facts, &intake->zone, app_today(app));
    facts_fit(&facts, form);
    facts_put(&facts, intake, form);
    form->is_dirty = true;
    intake_form_refresh(app, intake);
    intake->after = intake_values_of(form);
    intake_alike_find(app, intake);
    app_keep_draft(app, &intake->view);
}

void intake_scan_forget(struct intake_view *intake)
{
    intake_values_free(intake->before);
    intake_values_free(intake->after);
    intake->before = intake->after = NULL;
}

bool intake_scan_can_undo(const struct app *app, const struct view *view)
{
    (void)app;
    const struct intake_view *intake = (const struct intake_view *)view;
    return intake->before != NULL && intake_values_are(intake->after, &intake->form);
}

void intake_scan_undo(struct app *app, struct view *view)
{
    struct intake_view *intake = (struct intake_view *)view;
    intake_values_put(intake->before, &intake->form);
    intake_scan_forget(intake);
    intake_form_refresh(app, intake);
    intake_alike_find(app, intake);
    app_say(app, _("The form is again as it was before the scan."));
}

static void answered(struct app *app, struct view *below, size_t answer)
{
    struct intake_view *intake = (struct intake_view *)below;
    if (answer != 0) {
        app_say(app, _("Nothing was filled in."));
        return;
    }
    fill(app, intake);
    app_say(app, _("Filled in: compare with the paper.  Ctrl-Z takes it back."));
}

void intake_scan(struct app *app, struct intake_view *intake, const char *lines)
{
    char yes[120];
    struct facts facts = { .count = 0 };
    mrz_parse(&intake->zone, lines, strlen(lines));
    facts_read(&facts, &intake->zone, app_today(app));
    facts_fit(&facts, &intake->form);
    if (intake->zone.format == MRZ_FORMAT_NONE || facts_fields(&facts) == 0) {
        app_say(app, _("The scan could not be read; nothing was changed.  Scan again, or type."));
        return;
    }
    lines_keep(intake, lines);
    char *text = text_make(intake, &facts, app_grid(app)->rows < ROWS_LOW);
    const bool is_wrong = intake->zone.errors != 0;
    snprintf(yes, sizeof(yes),
             language_plural("Fill in %zu field", "Fill in %zu fields", facts_fields(&facts)),
             facts_fields(&facts));
    const char *const answers[] = { yes, _("Leave the form as it is") };
    const struct dialog_question question = {
        .title = _("A paper was scanned"),
        .text = text,
        .answers = answers,
        .answer_count = 2,
        .preferred = is_wrong ? 1 : 0,
        .answered = answered,
    };
    dialog_ask(app, &question);
    free(text);
}
