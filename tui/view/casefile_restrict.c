/* SPDX-License-Identifier: Apache-2.0 */

/* Letting only those read a casefile who answer for it, and letting everybody read it again. */
#include "view/casefile_private.h"

#include "casefile/casefile_store.h"
#include "compartment/sealed_casefile.h"
#include "language.h"
#include "wording/compartment_label.h"

#include <stdio.h>
#include <stdlib.h>

enum { TEXT_SIZE = 900 };

/* ---- restricting */

static void build_restrict(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    struct form_field *field = form_add(form, FORM_CHOICES, "as", _("What for"));
    if (field == NULL)
        return;
    field->is_required = true;
    for (enum compartment i = 0; i < COMPARTMENT_COUNT; i++)
        form_field_option(field, compartment_word(i), label_compartment(i));
}

static bool submit_restrict(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    unsigned set = 0;
    if (!dialog_require(form, "as"))
        return false;
    if (compartments_parse(&set, form_value(form, "as"), &error) != STATUS_OK ||
        casefile_restrict(app_desk(app), below->place.subject, set, &error) != STATUS_OK) {
        app_fail(app, &error);
        return false;
    }
    app_say(app, _("Restricted.  Only those who answer for it can read it now."));
    return true;
}

void page_restrict(struct app *app, struct view *view)
{
    char text[TEXT_SIZE];
    char *names = NULL;
    struct error error = { 0 };
    (void)view;
    if (reader_names_write(&names, app_session(app)->desk.office, &error) != STATUS_OK) {
        app_fail(app, &error);
        return;
    }
    /* TRANSLATORS: %s are names of users with their roles. */
    snprintf(text, sizeof(text),
             _("All of it is sealed, and opens only for those who read such files (%s) and for "
               "whoever works on it, if their role may.  It can be that you cannot read it "
               "afterwards."),
             names);
    free(names);
    dialog_fill(app, &(struct dialog_request){ .title = _("Restrict this casefile"),
                                               .text = text,
                                               .button = _("restricts it"),
                                               .build = build_restrict,
                                               .submit = submit_restrict });
}

/* ---- lifting */

enum { ANSWER_KEEP, ANSWER_LIFT };

static void lift_answered(struct app *app, struct view *below, size_t answer)
{
    struct error error = { 0 };
    if (answer != ANSWER_LIFT)
        return;
    if (casefile_lift_restriction(app_desk(app), below->place.subject, &error) != STATUS_OK)
        app_fail(app, &error);
    else
        app_say(app, _("Everybody who reads casefiles can read this one now."));
    page_reload(app, page_of(below));
}

void page_lift_restriction(struct app *app, struct view *view)
{
    (void)view;
    const char *const answers[] = { _("Leave it restricted"), _("Let everybody read it") };
    dialog_ask(app, &(struct dialog_question){
                        .title = _("Make this an ordinary casefile?"),
                        .text = _("Everybody in this office who reads casefiles reads all of it "
                                  "then: answers, notes, requests, referrals."),
                        .answers = answers,
                        .answer_count = 2,
                        .preferred = ANSWER_KEEP,
                        .is_destructive = true,
                        .answered = lift_answered });
}
