/* SPDX-License-Identifier: Apache-2.0 */

/* An answer of the catalogue, new or changed, in the language in which it is shown. */
#include "counselling/advice_store.h"
#include "language.h"
#include "view/code_options.h"
#include "view/dialog.h"
#include "view/hotline_private.h"
#include "view/record_list.h"
#include "wording/case_text.h"
#include "wording/due_text.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *id;
    const char *label;
    size_t offset;
} texts[] = {
    { "provider", N_("Provider"), offsetof(struct advice, provider) },
    { "address", N_("Address"), offsetof(struct advice, address) },
    { "hours", N_("Hours"), offsetof(struct advice, hours) },
    { "cost", N_("What it costs"), offsetof(struct advice, cost) },
    { "legal_basis", N_("Legal basis"), offsetof(struct advice, legal_basis) },
    { "source", N_("Source"), offsetof(struct advice, source) },
};
enum { TEXT_COUNT = sizeof(texts) / sizeof(texts[0]) };

static char **text_slot(struct advice *advice, size_t index)
{
    return (char **)(void *)((char *)advice + texts[index].offset);
}

/* ---- the fields */

static void add_fields(struct form *form, const char *language)
{
    struct form_field *field = form_add(form, FORM_CHOICE, "language", _("Language"));
    code_options_add_languages(field);
    form_set(form, "language", language);
    struct form_field *title = form_add(form, FORM_TEXT, "title", _("Title"));
    struct form_field *body = form_add(form, FORM_LINES, "body", _("Text"));
    if (title != NULL)
        title->is_required = true;
    if (body != NULL)
        body->is_required = true;
    for (size_t i = 0; i < TEXT_COUNT; i++)
        form_add(form, FORM_TEXT, texts[i].id, language_text(texts[i].label));
    struct form_field *valid = form_add(form, FORM_DATE, "valid_until", _("Valid until"));
    if (valid != NULL)
        valid->may_be_ahead = true;
    record_add_truth(form_add(form, FORM_CHOICE, "check_locally", _("Check locally")));
}

static void build_new(struct app *app, struct view *below, struct form *form)
{
    const struct topic_list *topics = answers_topics(below);
    struct form_field *topic = form_add(form, FORM_CHOICE, "topic", _("Topic"));
    (void)app;
    for (size_t i = 0; i < topics->topic_count; i++)
        form_field_option(topic, topics->topics[i].id, workflow_text(topics->topics[i].title));
    add_fields(form, answers_language(below));
    form_set(form, "check_locally", "yes");
}

static void build_change(struct app *app, struct view *below, struct form *form)
{
    char day[DUE_TEXT_SIZE];
    const struct advice *advice = answers_chosen(below);
    (void)app;
    if (advice == NULL)
        return;
    const struct advice_text *text = advice_text_in(advice, answers_language(below));
    add_fields(form, text == NULL ? answers_language(below) : text->language);
    form_set(form, "title", text == NULL ? "" : text->title);
    form_set(form, "body", text == NULL ? "" : text->body);
    for (size_t i = 0; i < TEXT_COUNT; i++) {
        const char *known = *text_slot((struct advice *)advice, i);
        form_set(form, texts[i].id, known == NULL ? "" : known);
    }
    if (advice->has_valid_until) {
        due_text_full(day, advice->valid_until);
        form_set(form, "valid_until", day);
    }
    form_set(form, "check_locally", advice->check_locally ? "yes" : "no");
}

/* ---- keeping it */

static enum status apply(struct advice *advice, const struct form *form, struct error *error)
{
    for (size_t i = 0; i < TEXT_COUNT; i++) {
        char **slot = text_slot(advice, i);
        free(*slot);
        *slot = record_take_text(form, texts[i].id);
    }
    advice->has_valid_until = record_day(form, "valid_until", &advice->valid_until);
    advice->check_locally = strcmp(form_value(form, "check_locally"), "yes") == 0;
    return advice_set_text(advice, form_value(form, "language"), form_value(form, "title"),
                           form_value(form, "body"), error);
}

static bool require_all(struct form *form)
{
    struct day day;
    return record_require_text(form, "language", _("Say in which language.")) &&
           record_require_text(form, "title", _("Say in a few words what it answers.")) &&
           record_require_text(form, "body", _("Type what is read to the caller.")) &&
           (form_value(form, "valid_until")[0] == '\0' ||
            record_require_day(form, "valid_until", &day));
}

static bool tell(struct app *app, struct view *below, enum status status, const struct error *error)
{
    if (status != STATUS_OK) {
        record_say_failure(app, error, STATUS_EXISTS,
                           _("Somebody changed it meanwhile: look at it and change it again."));
        return false;
    }
    app_say(app, _("The answer is kept; what was told before stays as it was told."));
    app_reload(app, below);
    return true;
}

static bool submit_new(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    struct advice advice = { .is_active = true };
    if (!record_require_text(form, "topic", _("Choose what it is about; F4 lists the topics.")) ||
        !require_all(form))
        return false;
    snprintf(advice.topic, sizeof(advice.topic), "%s", form_value(form, "topic"));
    enum status status = apply(&advice, form, &error);
    if (status == STATUS_OK)
        status = advice_add(app_store(app), app_desk(app)->actor, answers_topics(below), &advice,
                            app_today(app), &error);
    advice_release(&advice);
    return tell(app, below, status, &error);
}

static bool submit_change(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    struct advice advice;
    const struct advice *seen = answers_chosen(below);
    if (seen == NULL || !require_all(form))
        return false;
    enum status status = advice_load(app_store(app), seen->id, seen->version, &advice, &error);
    if (status == STATUS_OK)
        status = apply(&advice, form, &error);
    if (status == STATUS_OK)
        status = advice_change(app_store(app), app_desk(app)->actor, answers_topics(below), &advice,
                               app_today(app), &error);
    advice_release(&advice);
    return tell(app, below, status, &error);
}

void answers_add(struct app *app, struct view *view)
{
    (void)view;
    const struct dialog_request request = {
        .title = _("New answer"),
        .button = _("keeps the answer"),
        .build = build_new,
        .submit = submit_new,
    };
    dialog_fill(app, &request);
}

void answers_change(struct app *app, struct view *view)
{
    (void)view;
    const struct dialog_request request = {
        .title = _("Change the answer"),
        .text = _("It becomes another version; what was told stays as it was told."),
        .button = _("keeps the answer"),
        .build = build_change,
        .submit = submit_change,
    };
    dialog_fill(app, &request);
}
