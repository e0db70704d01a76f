/* SPDX-License-Identifier: Apache-2.0 */

/* A contact of the hotline while it is being taken. */
#include "counselling/advice_store.h"
#include "language.h"
#include "view/dialog.h"
#include "view/hotline_private.h"
#include "view/record_list.h"
#include "view/view_list.h"
#include "wording/case_text.h"

#include <stdlib.h>
#include <string.h>

enum { DAY_MINUTES = 1440 };

struct contact_view {
    struct view view;
    struct form form;
    struct topic_list topics;
};

static struct form *contact_form(struct view *view)
{
    return &((struct contact_view *)view)->form;
}

/* ---- for the answers, which lie above */

const char *contact_language(struct view *view)
{
    return view == NULL || view->class != &contact_view_class
               ? ""
               : form_value(contact_form(view), "language");
}

bool contact_tell(struct view *view, const struct advice *advice)
{
    enum { CODE_SIZE = UUID_TEXT_SIZE + 16 };
    char code[CODE_SIZE];
    if (view == NULL || view->class != &contact_view_class)
        return false;
    struct form *form = contact_form(view);
    const char *known = form_value(form, "told");
    snprintf(code, sizeof(code), "%s:%d", advice->id, advice->version);
    if (strstr(known, advice->id) != NULL)
        return true;
    char *all = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&all, &size);
    if (stream == NULL)
        return false;
    fprintf(stream, "%s%s%s", known, known[0] == '\0' ? "" : ",", code);
    if (fclose(stream) == 0) {
        form_set(form, "told", all);
        form->is_dirty = true;
    }
    free(all);
    return true;
}

/* ---- the form */

static bool is_correction(const struct view *view)
{
    return strcmp(view->place.detail, "correction") == 0;
}

static enum status fill_corrected(struct app *app, struct view *view, struct error *error)
{
    struct hotline_contact wrong;
    enum status status = hotline_load(app_store(app), view->place.subject, &wrong, error);
    if (status == STATUS_OK)
        status = contact_form_fill(app, contact_form(view), &wrong, error);
    hotline_contact_release(&wrong);
    return status;
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct contact_view *contact = (struct contact_view *)view;
    struct form typed = contact->form;
    struct topic_list topics;
    struct advice_list answers = { .items = NULL };
    const struct advice_filter filter = { .topic = NULL };
    if (!session_may(app_session(app), ACT_LOG_CONTACTS))
        return error_set(error, STATUS_REFUSED, "taking calls");
    enum status status = topic_list_load(&topics, error);
    if (status == STATUS_OK)
        status = advice_list(app_store(app), &filter, &answers, error);
    if (status != STATUS_OK) {
        topic_list_release(&topics);
        return status;
    }
    topic_list_release(&contact->topics);
    contact->topics = topics;
    contact_form_build(app, &contact->form, &contact->topics, &answers, error);
    advice_list_release(&answers);
    if (is_correction(view) && typed.count == 0)
        status = fill_corrected(app, view, error);
    if (status != STATUS_OK)
        return status;
    form_take_over(&contact->form, &typed);
    contact_form_renew(app, &contact->form, &contact->topics);
    return STATUS_OK;
}

static void left(struct app *app, struct view *view, size_t field)
{
    struct contact_view *contact = (struct contact_view *)view;
    struct form_field *this = &contact->form.fields[field];
    if (this->kind != FORM_DATE)
        form_field_fault(this, NULL);
    if ((this->kind == FORM_TEXT || strcmp(this->id, "code_word") == 0) &&
        strcmp(form_value(&contact->form, "anonymous"), "no") != 0 &&
        hotline_has_number(text_input_text(&this->input)))
        form_field_fault(this, _("This looks like a telephone number: an anonymous caller leaves "
                                 "none."));
    contact_form_renew(app, &contact->form, &contact->topics);
}

static const char *draft_form(const struct view *view)
{
    return is_correction(view) ? "contact_correction" : "contact";
}

/* ---- keeping it */

static const struct {
    enum status status;
    const char *text;
} failures[] = {
    { STATUS_NAME_INVALID,
      N_("This looks like a telephone number: an anonymous caller leaves none.") },
    { STATUS_NOT_FOUND, N_("There is no such casefile, answer or organisation here.") },
    { STATUS_REFUSED, N_("The record was merged or erased.") },
    { STATUS_EXISTS, N_("It was linked or corrected already.") },
    { STATUS_DATE_INVALID, N_("A time is 9:30 or 14:00, and no call-back is before the contact.") },
    { STATUS_INVALID, N_("The number of a casefile is written so: KG-OSH-2026-000117.") },
};

void contact_say_failure(struct app *app, const struct error *error)
{
    for (size_t i = 0; i < sizeof(failures) / sizeof(failures[0]); i++)
        if (failures[i].status == error->status) {
            app_say(app, language_text(failures[i].text));
            return;
        }
    app_fail(app, error);
}

static bool require_all(struct form *form)
{
    struct day day;
    char *end;
    const long minutes = strtol(form_value(form, "minutes"), &end, 10);
    if (!record_require_text(form, "topics", _("Choose what it is about; F4 lists the topics.")) ||
        !record_require_text(form, "language", _("Say in which language.")))
        return false;
    if (!record_require_text(form, "time", _("Say when it began: 9:30.")))
        return false;
    if (!record_require_text(form, "minutes", _("Say how many minutes it took.")))
        return false;
    if (*end != '\0' || minutes < 0 || minutes > DAY_MINUTES) {
        record_fault(form, "minutes", _("Minutes from 0 to 1440."));
        return false;
    }
    if (strcmp(form_value(form, "back"), "yes") == 0 && !record_require_day(form, "back_on", &day))
        return false;
    return strcmp(form_value(form, "anonymous"), "no") != 0 ||
           form_value(form, "person")[0] != '\0' ||
           record_require_text(form, "casefile", _("Type its number, or choose anonymous: yes."));
}

/* Only when they want it: nobody is taken in by surprise. */
static void offer_answered(struct app *app, struct view *below, size_t answer)
{
    (void)below;
    if (answer == 0)
        app_open(app, &agencies_view_class, NULL);
    else if (answer == 1)
        app_open(app, &intake_view_class, NULL);
}

static void offer(struct app *app, const char *title, const char *says)
{
    const char *const answers[] = {
        _("Show who helps against trafficking"),
        _("Take the person in (only when they want it)"),
        _("Not now"),
    };
    const struct dialog_question question = {
        .title = title,
        .text = says,
        .answers = answers,
        .answer_count = sizeof(answers) / sizeof(answers[0]),
        .answered = offer_answered,
    };
    dialog_ask(app, &question);
}

/* The view is gone after app_back(), and its topics with it. */
static void finish(struct app *app, struct view *view, const struct hotline_contact *contact)
{
    const struct contact_view *taking = (const struct contact_view *)view;
    const int signs = hotline_sign_count(contact);
    const struct result *result = topic_indication(&taking->topics, signs);
    char title[FRAME_TEXT_SIZE], says[FRAME_TEXT_SIZE];
    snprintf(title, sizeof(title), "%s", workflow_text(result->title));
    snprintf(says, sizeof(says), "%s", workflow_text(result->says));
    app_remember(app, "contact", "language", contact->language);
    app_drop_draft(app, view);
    app_back(app);
    app_say(app, _("The contact is kept."));
    if (signs > 0)
        offer(app, title, says);
}

static void submit(struct app *app, struct view *view)
{
    struct contact_view *taking = (struct contact_view *)view;
    struct hotline_contact contact;
    struct error error = { 0 };
    if (!require_all(&taking->form))
        return;
    enum status status = contact_form_read(app, &taking->form, &taking->topics, &contact, &error);
    if (is_correction(view))
        snprintf(contact.corrects, sizeof(contact.corrects), "%s", view->place.subject);
    if (status == STATUS_OK)
        status = hotline_add(app_store(app), app_desk(app)->actor, &taking->topics, &contact,
                             app_today(app), &error);
    if (status == STATUS_OK)
        finish(app, view, &contact);
    else
        contact_say_failure(app, &error);
    hotline_contact_release(&contact);
}

/* ---- showing */

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct contact_view *contact = (const struct contact_view *)view;
    (void)app;
    snprintf(frame->title, sizeof(frame->title), "%s",
             is_correction(view) ? _("Correction of a contact") : _("New contact"));
    snprintf(frame->right, sizeof(frame->right), "%s",
             strcmp(form_value(&contact->form, "anonymous"), "no") == 0
                 ? _("linked to a casefile")
                 : _("ANONYMOUS: no names, no numbers"));
    form_draw(&contact->form, frame->body);
    form_write_next(&contact->form, frame->next, sizeof(frame->next));
}

/* The answers to the topic that was chosen last. */
static void do_answers(struct app *app, struct view *view)
{
    struct place place = { .detail = "" };
    const char *codes = form_value(contact_form(view), "topics");
    const char *last = strrchr(codes, ',');
    snprintf(place.detail, sizeof(place.detail), "%s", last == NULL ? codes : last + 1);
    app_open(app, &answers_view_class, &place);
}

static void release(struct view *view)
{
    struct contact_view *contact = (struct contact_view *)view;
    form_release(&contact->form);
    topic_list_release(&contact->topics);
}

static const struct action action_answers = { "answers", NC_("key bar", "Answers"),
                                              N_("Read an answer to the caller, and mark it as "
                                                 "told") };

static const struct binding keymap[] = {
    { "<F6>", &action_answers, do_answers, NULL },
    { .action = NULL },
};

const struct view_class contact_view_class = {
    .name = "contact",
    .about = N_("A call, visit or letter while it is being taken.  The caller is anonymous unless "
                "they want to be known; the minutes count by themselves."),
    .size = sizeof(struct contact_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .form = contact_form,
    .submit = submit,
    .left = left,
    .draft_form = draft_form,
    .release = release,
};
