/* SPDX-License-Identifier: Apache-2.0 */

/* One organisation of the directory, new or to be changed. */
#include "agency/agency_store.h"
#include "country/body_kind.h"
#include "language.h"
#include "view/record_list.h"
#include "view/view_list.h"
#include "wording/agency_label.h"
#include "wording/country_entry.h"
#include "wording/due_text.h"
#include "wording/spoken_language.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

struct agency_view {
    struct view view;
    struct form form;
};

/* ---- the fields */

enum { NOT_A_TEXT = 0 };

static const struct agency_field {
    const char *id;
    const char *label;
    enum form_kind kind;
    bool is_required;
    size_t offset; /* of a text in the record; NOT_A_TEXT for the others */
} fields[] = {
    { "name", N_("Name of the organisation"), FORM_TEXT, true, offsetof(struct agency, name) },
    { "kind", N_("Kind of organisation"), FORM_CHOICE, true, NOT_A_TEXT },
    { "services", N_("Services"), FORM_CHOICES, false, NOT_A_TEXT },
    { "languages", N_("Languages"), FORM_CHOICES, false, NOT_A_TEXT },
    { "country", N_("Country"), FORM_TEXT, true, NOT_A_TEXT },
    { "of_country", N_("Of which country"), FORM_TEXT, false, NOT_A_TEXT },
    { "place", N_("Place"), FORM_TEXT, false, offsetof(struct agency, place) },
    { "address", N_("Address"), FORM_TEXT, false, offsetof(struct agency, address) },
    { "protected", N_("Address is secret"), FORM_CHOICE, false, NOT_A_TEXT },
    { "phone", N_("Telephone"), FORM_TEXT, false, offsetof(struct agency, phone) },
    { "hours", N_("Hours"), FORM_TEXT, false, offsetof(struct agency, hours) },
    { "cost", N_("What it costs"), FORM_TEXT, false, offsetof(struct agency, cost) },
    { "legal_basis", N_("Legal basis"), FORM_TEXT, false, offsetof(struct agency, legal_basis) },
    { "valid_until", N_("Valid until"), FORM_DATE, false, NOT_A_TEXT },
    { "checked_on", N_("Checked on"), FORM_DATE, false, NOT_A_TEXT },
    { "active", N_("Still works"), FORM_CHOICE, false, NOT_A_TEXT },
};
enum { FIELD_COUNT = sizeof(fields) / sizeof(fields[0]) };

static char **text_slot(struct agency *agency, const struct agency_field *field)
{
    return (char **)(void *)((char *)agency + field->offset);
}

static void add_kinds(struct form_field *field, const char *known)
{
    bool is_known = known[0] == '\0';
    for (size_t i = 0; body_kind_at(i) != NULL; i++) {
        form_field_option(field, body_kind_at(i), label_agency_kind(body_kind_at(i)));
        is_known = is_known || strcmp(known, body_kind_at(i)) == 0;
    }
    if (!is_known)
        form_field_option(field, known, label_agency_kind(known));
}

/* Those that have words, and those of the office's own. */
static void add_services(struct form_field *field, const struct agency *agency)
{
    for (size_t i = 0; agency_service_at(i) != NULL; i++)
        form_field_option(field, agency_service_at(i), label_agency_service(agency_service_at(i)));
    for (size_t i = 0; i < agency->services.count; i++)
        if (!form_field_has_option(field, agency->services.items[i]))
            form_field_option(field, agency->services.items[i],
                              label_agency_service(agency->services.items[i]));
}

static void add_languages(struct form_field *field)
{
    for (size_t i = 0; spoken_language_code_at(i) != NULL; i++)
        form_field_option(field, spoken_language_code_at(i),
                          spoken_language_name(spoken_language_code_at(i)));
}

static void set_languages(struct form *form, const struct agency *agency)
{
    char codes[AGENCY_LANGUAGES_MAX * (AGENCY_LANGUAGE_SIZE + 1)] = "";
    size_t length = 0;
    for (size_t i = 0; i < agency->language_count; i++)
        length += (size_t)snprintf(codes + length, sizeof(codes) - length, "%s%s",
                                   i == 0 ? "" : ",", agency->languages[i]);
    form_set(form, "languages", codes);
}

static void set_services(struct form *form, const struct agency *agency)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL)
        return;
    for (size_t i = 0; i < agency->services.count; i++)
        fprintf(stream, "%s%s", i == 0 ? "" : ",", agency->services.items[i]);
    if (fclose(stream) == 0)
        form_set(form, "services", text);
    free(text);
}

static void set_day(struct form *form, const char *id, bool has_day, struct day day)
{
    char text[DUE_TEXT_SIZE];
    if (!has_day)
        return;
    due_text_full(text, day);
    form_set(form, id, text);
}

static void set_values(struct form *form, struct agency *agency)
{
    for (size_t i = 0; i < FIELD_COUNT; i++)
        if (fields[i].offset != NOT_A_TEXT && *text_slot(agency, &fields[i]) != NULL)
            form_set(form, fields[i].id, *text_slot(agency, &fields[i]));
    form_set(form, "kind", agency->kind);
    form_set(form, "country", agency->country);
    form_set(form, "protected", agency->is_protected ? "yes" : "no");
    form_set(form, "active", agency->is_active ? "yes" : "no");
    form_set(form, "of_country", agency->of_country);
    set_services(form, agency);
    set_languages(form, agency);
    set_day(form, "valid_until", agency->has_valid_until, agency->valid_until);
    set_day(form, "checked_on", agency->has_checked_on, agency->checked_on);
}

static void build(struct form *form, struct agency *agency, struct day today)
{
    form_init(form, today);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        struct form_field *field =
            form_add(form, fields[i].kind, fields[i].id, language_text(fields[i].label));
        if (field != NULL)
            field->is_required = fields[i].is_required;
    }
    add_kinds(form_find(form, "kind"), agency->kind);
    add_services(form_find(form, "services"), agency);
    add_languages(form_find(form, "languages"));
    form_field_hint(form_find(form, "languages"), _("the first one is that of the slips"));
    form_field_hint(form_find(form, "of_country"), _("of a consulate: whose it is, UZB"));
    record_add_truth(form_find(form, "protected"));
    record_add_truth(form_find(form, "active"));
    form_field_hint(form_find(form, "country"), _("its code: KGZ or KG"));
    form_field_hint(form_find(form, "checked_on"), _("t is today"));
    if (form_find(form, "valid_until") != NULL)
        form_find(form, "valid_until")->may_be_ahead = true;
    set_values(form, agency);
    form_button(form, _("keeps the organisation"));
    form_focus_first(form);
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct agency_view *shown = (struct agency_view *)view;
    struct agency agency = { .is_active = true };
    struct form typed = shown->form;
    const char *id = view->place.subject;
    if (!session_may(app_session(app), ACT_KEEP_PEOPLE))
        return error_set(error, STATUS_REFUSED, "keeping organisations");
    if (id[0] != '\0') {
        const enum status status = agency_load(app_store(app), id, &agency, error);
        if (status != STATUS_OK)
            return status;
    }
    build(&shown->form, &agency, app_today(app));
    agency_release(&agency);
    form_take_over(&shown->form, &typed);
    return STATUS_OK;
}

/* ---- keeping it */

static enum status apply_services(struct agency *agency, const char *codes, struct error *error)
{
    enum status status = STATUS_OK;
    agency->services.count = 0;
    while (codes[0] != '\0' && status == STATUS_OK) {
        char service[AGENCY_SERVICE_MAX + 1];
        const size_t length = strcspn(codes, ",");
        snprintf(service, sizeof(service), "%.*s", (int)length, codes);
        status = agency_add_service(agency, service, error);
        codes += length + (codes[length] == ',');
    }
    return status;
}

static enum status apply_languages(struct agency *agency, const char *codes, struct error *error)
{
    enum status status = STATUS_OK;
    agency->language_count = 0;
    while (codes[0] != '\0' && status == STATUS_OK) {
        char code[AGENCY_LANGUAGE_SIZE + 1];
        const size_t length = strcspn(codes, ",");
        snprintf(code, sizeof(code), "%.*s", (int)length, codes);
        status = agency_add_language(agency, code, error);
        codes += length + (codes[length] == ',');
    }
    return status;
}

static enum status apply(struct agency *agency, const struct form *form, struct error *error)
{
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        if (fields[i].offset == NOT_A_TEXT)
            continue;
        char **slot = text_slot(agency, &fields[i]);
        free(*slot);
        *slot = record_take_text(form, fields[i].id);
    }
    snprintf(agency->kind, sizeof(agency->kind), "%s", form_value(form, "kind"));
    (void)country_entry_read(agency->country, form_value(form, "country"));
    agency->is_protected = strcmp(form_value(form, "protected"), "yes") == 0;
    agency->is_active = strcmp(form_value(form, "active"), "no") != 0;
    agency->has_valid_until = record_day(form, "valid_until", &agency->valid_until);
    agency->has_checked_on = record_day(form, "checked_on", &agency->checked_on);
    agency->of_country[0] = '\0';
    (void)country_entry_read(agency->of_country, form_value(form, "of_country"));
    const enum status status = apply_languages(agency, form_value(form, "languages"), error);
    return status == STATUS_OK ? apply_services(agency, form_value(form, "services"), error)
                               : status;
}

static enum status keep(struct app *app, const struct view *view, const struct form *form,
                        struct error *error)
{
    struct agency agency = { .is_active = true };
    const char *actor = app_desk(app)->actor;
    const bool is_new = view->place.subject[0] == '\0';
    enum status status =
        is_new ? STATUS_OK : agency_load(app_store(app), view->place.subject, &agency, error);
    if (status != STATUS_OK)
        return status;
    status = apply(&agency, form, error);
    if (status == STATUS_OK)
        status = is_new ? agency_add(app_store(app), actor, &agency, app_today(app), error)
                        : agency_change(app_store(app), actor, &agency, app_today(app), error);
    agency_release(&agency);
    return status;
}

static struct form *agency_form(struct view *view)
{
    return &((struct agency_view *)view)->form;
}

static bool check_country(struct form *form, const char *id)
{
    char code[PERSON_COUNTRY_SIZE];
    const bool is_known =
        form_value(form, id)[0] == '\0' || country_entry_read(code, form_value(form, id));
    form_field_fault(form_find(form, id),
                     is_known ? NULL : _("There is no country of this code: KGZ or KG."));
    return is_known;
}

static bool check_days(struct form *form)
{
    static const char *const days[] = { "valid_until", "checked_on" };
    struct day day;
    for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
        if (form_value(form, days[i])[0] != '\0' && !record_require_day(form, days[i], &day))
            return false;
    return true;
}

static const char *draft_form(const struct view *view)
{
    (void)view;
    return "agency";
}

static void submit(struct app *app, struct view *view)
{
    struct error error = { 0 };
    struct form *form = agency_form(view);
    if (!record_require_text(form, "name", _("Say what it is called.")) ||
        !record_require_text(form, "kind", _("Choose what kind it is; F4 lists it.")) ||
        !record_require_text(form, "country", _("Say in which country it is.")) ||
        !check_days(form))
        return;
    const bool has_country = check_country(form, "country");
    if (!has_country || !check_country(form, "of_country")) {
        form_focus(form, has_country ? "of_country" : "country");
        return;
    }
    if (keep(app, view, form, &error) != STATUS_OK) {
        record_say_failure(app, &error, STATUS_DATE_INVALID,
                           _("It cannot have been checked after today."));
        return;
    }
    app_remember_form(app, draft_form(view), form);
    app_drop_draft(app, view);
    app_say(app, _("The organisation is kept."));
    app_back(app);
}

static void left(struct app *app, struct view *view, size_t field)
{
    struct form *form = agency_form(view);
    (void)app;
    const char *id = form->fields[field].id;
    if (strcmp(id, "country") == 0 || strcmp(id, "of_country") == 0)
        (void)check_country(form, id);
    else if (form->fields[field].kind != FORM_DATE)
        form_field_fault(&form->fields[field], NULL);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct agency_view *shown = (const struct agency_view *)view;
    (void)app;
    snprintf(frame->title, sizeof(frame->title), "%s",
             view->place.subject[0] == '\0' ? _("New organisation") : _("Organisation"));
    form_draw(&shown->form, frame->body);
    form_write_next(&shown->form, frame->next, sizeof(frame->next));
}

static void release(struct view *view)
{
    form_release(agency_form(view));
}

const struct view_class agency_view_class = {
    .name = "agency",
    .about = N_("What is known of an organisation that helps: people are sent there by it."),
    .size = sizeof(struct agency_view),
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .form = agency_form,
    .submit = submit,
    .left = left,
    .draft_form = draft_form,
    .release = release,
};
