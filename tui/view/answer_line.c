/* SPDX-License-Identifier: Apache-2.0 */

/* An answer typed in one line, from wherever one is: the code on the slip and a word. */
#include "referral/answer_line.h"

#include "language.h"
#include "view/dialog.h"
#include "view/record_list.h"
#include "view/referral_private.h"
#include "view/view_list.h"

#include <string.h>

static const char *fault_text(enum answer_line_fault fault)
{
    static const char *const texts[] = {
        [ANSWER_LINE_FINE] = "",
        [ANSWER_LINE_NO_CODE] =
            N_("The line begins with the six signs of the code.  Compare them with the slip, sign "
               "by sign: a code is made of 2 3 4 6 7 9 C F H J K M N P Q R T W X only."),
        [ANSWER_LINE_SLIP] =
            N_("A sign of the code is mistyped, or two are exchanged: look at the slip again."),
        [ANSWER_LINE_NO_EVENT] = N_("Behind the code: accepted, declined, attended, missed, "
                                    "provided, unavailable, reminded or revoked."),
        [ANSWER_LINE_NO_REASON] = N_("Say behind it why they decline."),
        [ANSWER_LINE_NO_OUTCOME] =
            N_("Say what it came to: provided, already_received, not_applicable, "
               "declined_by_person or unavailable."),
        [ANSWER_LINE_TEXT_TOO_MUCH] = N_("Nothing stands behind this word: keep the rest as a "
                                         "note of the casefile."),
    };
    return language_text(texts[fault]);
}

static void build(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    struct form_field *line = form_add(form, FORM_TEXT, "line", _("Code and answer"));
    if (line != NULL)
        line->is_required = true;
}

/* The code alone shows the referrals of that casefile. */
static bool show(struct app *app, const char *id)
{
    struct referral referral;
    struct error error = { 0 };
    struct place place = { .detail = "" };
    if (referral_load(app_store(app), id, &referral, &error) != STATUS_OK) {
        app_fail(app, &error);
        return false;
    }
    memcpy(place.subject, referral.casefile_id, sizeof(place.subject));
    referral_release(&referral);
    return app_open(app, &referral_view_class, &place) != NULL;
}

static bool keep(struct app *app, const char *id, const struct answer_line *line)
{
    struct referral_answer answer = { .event = line->event,
                                      .outcome = line->outcome,
                                      .text = line->text,
                                      .day = app_today(app),
                                      .today = app_today(app) };
    return referral_keep_answer(app, id, &answer);
}

static bool submit(struct app *app, struct view *below, struct form *form)
{
    struct answer_line line;
    struct error error = { 0 };
    char id[UUID_TEXT_SIZE];
    (void)below;
    const enum answer_line_fault fault = answer_line_read(&line, form_value(form, "line"));
    if (fault != ANSWER_LINE_FINE) {
        record_fault(form, "line", fault_text(fault));
        return false;
    }
    if (referral_find(app_store(app), line.code, id, &error) != STATUS_OK) {
        record_say_failure(app, &error, STATUS_NOT_FOUND,
                           _("No referral of this office has that code: look at the slip again."));
        return false;
    }
    return line.has_event ? keep(app, id, &line) : show(app, id);
}

void answer_line_ask(struct app *app)
{
    const struct dialog_request request = {
        .title = _("Answer to a referral"),
        .text = _("The code on the slip and what they say: K7M4QX accepted.  The code alone shows "
                  "the referral."),
        .button = _("keeps it"),
        .build = build,
        .submit = submit,
        .left = record_forget_fault,
    };
    dialog_fill(app, &request);
}
