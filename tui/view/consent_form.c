/* SPDX-License-Identifier: Apache-2.0 */

/* A person says yes or no: one consent is written down. */
#include "consent/consent_store.h"
#include "country/body_kind.h"
#include "language.h"
#include "person/person_store.h"
#include "view/code_options.h"
#include "view/record_list.h"
#include "view/view_list.h"
#include "wording/consent_text.h"
#include "wording/due_text.h"

#include <string.h>

struct consent_form {
    struct view view;
    struct form form;
    int age; /* -1: not known */
};

/* ---- the fields */

static void add_recipients(struct form_field *field)
{
    form_field_option(field, "", _("nobody else"));
    for (size_t i = 0; consent_party_at(i) != NULL; i++)
        form_field_option(field, consent_party_at(i), consent_recipient_text(consent_party_at(i)));
    for (size_t i = 0; body_kind_at(i) != NULL; i++)
        form_field_option(field, body_kind_at(i), consent_recipient_text(body_kind_at(i)));
}

static void add_matter(struct form *form)
{
    struct form_field *purpose = form_add(form, FORM_CHOICE, "purpose", _("Consent for"));
    for (int i = 0; i < CONSENT_PURPOSE_COUNT; i++)
        form_field_option(purpose, consent_purpose_word((enum consent_purpose)i),
                          consent_purpose_text((enum consent_purpose)i));
    form_set(form, "purpose", consent_purpose_word(CONSENT_SHARING));
    record_add_truth(form_add(form, FORM_CHOICE, "agreed", _("Does the person agree")));
    add_recipients(form_add(form, FORM_CHOICE, "recipient", _("With whom")));
    form_add(form, FORM_TEXT, "about", _("What for, in words"));
}

static void add_talk(struct form *form, int age)
{
    struct form_field *giver = form_add(form, FORM_CHOICE, "given_by", _("Who decided"));
    for (int i = 0; i < CONSENT_GIVER_COUNT; i++)
        form_field_option(giver, consent_giver_word((enum consent_giver)i),
                          consent_giver_text((enum consent_giver)i));
    const bool is_child = age >= 0 && age < CONSENT_OF_AGE;
    form_set(form, "given_by",
             consent_giver_word(is_child ? CONSENT_BY_GUARDIAN : CONSENT_BY_PERSON));
    form_add(form, FORM_TEXT, "giver", _("Name of the one who decided"));
    if (is_child)
        record_add_truth(form_add(form, FORM_CHOICE, "assent", _("Does the child agree")));
    record_add_truth(form_add(form, FORM_CHOICE, "understood", _("Understands what it is about")));
    code_options_add_languages(form_add(form, FORM_CHOICE, "language", _("Language of the talk")));
    record_add_truth(form_add(form, FORM_CHOICE, "aloud", _("Was read aloud")));
}

/* The rows of what must not be told; each has three fields. */
enum { WITHHELD_ROWS = 6, ROW_ID_SIZE = 16 };

static const char *row_id(char out[ROW_ID_SIZE], const char *field, int row)
{
    snprintf(out, ROW_ID_SIZE, "%s%d", field, row);
    return out;
}

static void add_withheld(struct form *form, int row)
{
    char id[ROW_ID_SIZE];
    form_add(form, FORM_TEXT, row_id(id, "what", row), _("What must not be told"));
    add_recipients(form_add(form, FORM_CHOICE, row_id(id, "whom", row), _("To whom")));
    struct form_field *why = form_add(form, FORM_CHOICE, row_id(id, "why", row), _("Why not"));
    for (int i = 0; i < CONSENT_WITHHOLDING_COUNT; i++)
        form_field_option(why, consent_withholding_word((enum consent_withholding)i),
                          consent_withholding_text((enum consent_withholding)i));
}

static bool is_row_used(const struct form *form, int row)
{
    char what[ROW_ID_SIZE], whom[ROW_ID_SIZE];
    return form_value(form, row_id(what, "what", row))[0] != '\0' ||
           form_value(form, row_id(whom, "whom", row))[0] != '\0';
}

/* There is always one empty row, until there are no more. */
static void show_rows(struct form *form)
{
    static const char *const parts[] = { "what", "whom", "why" };
    for (int row = 1; row < WITHHELD_ROWS; row++)
        for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
            char id[ROW_ID_SIZE];
            struct form_field *field = form_find(form, row_id(id, parts[i], row));
            if (field != NULL)
                field->is_hidden = !is_row_used(form, row - 1) && !is_row_used(form, row);
        }
}

static void build(struct app *app, struct consent_form *shown)
{
    struct form *form = &shown->form;
    char today[DUE_TEXT_SIZE];
    form_init(form, app_today(app));
    add_matter(form);
    add_talk(form, shown->age);
    form_add(form, FORM_DATE, "given_on", _("Given on"));
    due_text_full(today, app_today(app));
    form_set(form, "given_on", today);
    struct form_field *until = form_add(form, FORM_DATE, "until", _("Valid until"));
    if (until != NULL)
        until->may_be_ahead = true;
    for (int row = 0; row < WITHHELD_ROWS; row++)
        add_withheld(form, row);
    form_button(form, _("keeps the consent"));
    form_focus_first(form);
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct consent_form *shown = (struct consent_form *)view;
    struct form typed = shown->form;
    struct person person;
    if (!session_may(app_session(app), ACT_KEEP_PEOPLE))
        return error_set(error, STATUS_REFUSED, "keeping people");
    const enum status status = person_load(app_store(app), view->place.subject, &person, error);
    if (status != STATUS_OK)
        return status;
    shown->age = person_age(&person, app_today(app));
    build(app, shown);
    if (person.language != NULL)
        form_set(&shown->form, "language", person.language);
    person_release(&person);
    form_take_over(&shown->form, &typed);
    show_rows(&shown->form);
    return STATUS_OK;
}

/* ---- keeping it */

static bool is_yes(const struct form *form, const char *id)
{
    return strcmp(form_value(form, id), "yes") == 0;
}

static enum status apply_row(struct consent *out, const struct form *form, int row,
                             struct error *error)
{
    char id[ROW_ID_SIZE];
    enum consent_withholding why;
    if (consent_withholding_parse(&why, form_value(form, row_id(id, "why", row)), NULL) !=
        STATUS_OK)
        why = CONSENT_WITHHOLDING_OTHER; /* nothing was chosen */
    const char *what = form_value(form, row_id(id, "what", row));
    const char *whom = form_value(form, row_id(id, "whom", row));
    return consent_withhold(&out->withheld, what[0] == '\0' ? NULL : what, whom, why, error);
}

static enum status apply(struct consent *out, const struct form *form, struct error *error)
{
    if (consent_purpose_parse(&out->purpose, form_value(form, "purpose"), NULL) != STATUS_OK)
        out->purpose = CONSENT_SHARING; /* the list has no other word */
    if (consent_giver_parse(&out->given_by, form_value(form, "given_by"), NULL) != STATUS_OK)
        out->given_by = CONSENT_BY_PERSON;
    out->is_agreed = is_yes(form, "agreed");
    out->is_understood = is_yes(form, "understood");
    out->is_read_aloud = is_yes(form, "aloud");
    out->has_assent = form_value(form, "assent")[0] != '\0';
    out->is_assented = is_yes(form, "assent");
    snprintf(out->recipient, sizeof(out->recipient), "%s", form_value(form, "recipient"));
    snprintf(out->language, sizeof(out->language), "%s", form_value(form, "language"));
    out->about = record_take_text(form, "about");
    out->giver_name = record_take_text(form, "giver");
    out->has_expires_on = record_day(form, "until", &out->expires_on);
    enum status status = STATUS_OK;
    for (int row = 0; status == STATUS_OK && row < WITHHELD_ROWS; row++)
        if (is_row_used(form, row))
            status = apply_row(out, form, row, error);
    return status;
}

/* Where what is wrong is put right. */
static const char *const flaw_fields[CONSENT_FLAW_COUNT] = {
    [CONSENT_FLAW_RECIPIENT] = "recipient", [CONSENT_FLAW_ABOUT] = "about",
    [CONSENT_FLAW_FUTURE] = "given_on",     [CONSENT_FLAW_EXPIRY] = "until",
    [CONSENT_FLAW_CHILD] = "given_by",      [CONSENT_FLAW_CAPACITY] = "understood",
    [CONSENT_FLAW_ASSENT] = "assent",       [CONSENT_FLAW_GIVER] = "giver",
};

static void say_flaw(struct app *app, struct form *form, enum consent_flaw flaw,
                     const struct error *error)
{
    if (flaw == CONSENT_SOUND)
        app_fail(app, error);
    else if (flaw_fields[flaw] != NULL && form_find(form, flaw_fields[flaw]) != NULL)
        record_fault(form, flaw_fields[flaw], consent_flaw_sentence(flaw));
    else
        app_say(app, consent_flaw_sentence(flaw));
}

static struct form *form_of(struct view *view)
{
    return &((struct consent_form *)view)->form;
}

static bool check(struct form *form)
{
    struct day day;
    return record_require_text(form, "purpose", _("Choose what it is for; F4 lists it.")) &&
           record_require_text(form, "agreed", _("Say yes or no: a no is kept too.")) &&
           record_require_text(form, "understood",
                               _("Say whether the person understands it: yes or no.")) &&
           record_require_text(form, "language",
                               _("Say in which language you spoke; F4 lists them.")) &&
           record_require_day(form, "given_on", &day) &&
           (form_value(form, "until")[0] == '\0' || record_require_day(form, "until", &day));
}

static void submit(struct app *app, struct view *view)
{
    struct error error = { 0 };
    enum consent_flaw flaw = CONSENT_SOUND;
    struct form *form = form_of(view);
    struct consent consent = { .about = NULL };
    if (!check(form))
        return;
    memcpy(consent.person_id, view->place.subject, sizeof(consent.person_id));
    (void)record_day(form, "given_on", &consent.given_on);
    enum status status = apply(&consent, form, &error);
    if (status == STATUS_OK)
        status = consent_give(app_store(app), app_desk(app)->actor, &consent, app_today(app), &flaw,
                              &error);
    consent_release(&consent);
    if (status != STATUS_OK) {
        say_flaw(app, form, flaw, &error);
        return;
    }
    app_drop_draft(app, view);
    app_say(app, _("The consent is kept."));
    app_back(app);
}

static const char *draft_form(const struct view *view)
{
    (void)view;
    return "consent";
}

static void left(struct app *app, struct view *view, size_t field)
{
    struct form *form = form_of(view);
    (void)app;
    if (form->fields[field].kind != FORM_DATE)
        form_field_fault(&form->fields[field], NULL);
    show_rows(form);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct consent_form *shown = (const struct consent_form *)view;
    (void)app;
    snprintf(frame->title, sizeof(frame->title), "%s", _("New consent"));
    form_draw(&shown->form, frame->body);
    form_write_next(&shown->form, frame->next, sizeof(frame->next));
}

static void release(struct view *view)
{
    form_release(form_of(view));
}

const struct view_class consent_form_view_class = {
    .name = "consent",
    .about = N_("What the person agrees to, or not.  Explain simply what you write down, for whom "
                "and why, and that help does not depend on saying yes."),
    .size = sizeof(struct consent_form),
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .form = form_of,
    .submit = submit,
    .left = left,
    .draft_form = draft_form,
    .release = release,
};
