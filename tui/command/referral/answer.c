/* SPDX-License-Identifier: Apache-2.0 */

/* qadam referral answer: what was heard, and that somebody asked again. */
#include "command/entry_form.h"
#include "command/referral/command.h"
#include "command/today_option.h"
#include "language.h"
#include "referral/answer_line.h"
#include "referral/referral_store.h"
#include "sentence.h"

const struct option referral_answer_options[] = {
    { "outcome", N_("WORD"),
      N_("What the help came to; needed for 'answered'. One of: provided, already_received, "
         "not_applicable, declined_by_person, unavailable."),
      OPTION_TEXT, 0, 0, false },
    { "on", "YYYY-MM-DD", N_("The day on which it happened; today if you do not say."), OPTION_TEXT,
      0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

enum { TEXT }; /* the only field of each form */

#define DECLINE_FIELD                                                                              \
    {                                                                                              \
        "decline_reason", N_("Why they decline"), NULL, 400, true, true, NULL                      \
    }
#define ANSWER_FIELD                                                                               \
    {                                                                                              \
        "answer", N_("What they answered"), NULL, 2000, true, false, NULL                          \
    }

static const struct entry_form_field decline_fields[] = { DECLINE_FIELD, { .name = NULL } };
static const struct entry_form_field answer_fields[] = { ANSWER_FIELD, { .name = NULL } };
static const struct entry_form_field every_field[] = { DECLINE_FIELD,
                                                       ANSWER_FIELD,
                                                       { .name = NULL } };

void referral_answer_write_help(FILE *stream)
{
    entry_form_write_help(stream, every_field);
}

/* NULL for an event without fields. */
static const struct entry_form_field *fields_of(enum referral_event event)
{
    return event == REFERRAL_EVENT_DECLINED   ? decline_fields
           : event == REFERRAL_EVENT_ANSWERED ? answer_fields
                                              : NULL;
}

static int read_event(const struct arguments *arguments, const char *word,
                      struct referral_answer *out)
{
    const char *outcome = arguments_text(arguments, "outcome");
    if (!answer_line_event(word, &out->event))
        return arguments_refuse(arguments, _("An event is one of: accepted, declined, attended, "
                                             "missed, answered, revoked, reminded, escalated."));
    if ((out->event == REFERRAL_EVENT_ANSWERED) != (outcome != NULL))
        return arguments_refuse(arguments, _("--outcome goes with 'answered', and only with it."));
    if (outcome != NULL && referral_outcome_parse(&out->outcome, outcome, NULL) != STATUS_OK)
        return arguments_refuse(arguments, _("An outcome is one of: provided, already_received, "
                                             "not_applicable, declined_by_person, unavailable."));
    return EXIT_CODE_DONE;
}

static int say_failure(const struct error *error)
{
    return referral_fail(error,
                         N_("This cannot happen to the referral as it stands: it was not sent yet, "
                            "has ended, or the person's record was merged or erased."));
}

static int answer(struct office *office, const char *typed, struct entry_form *form,
                  struct referral_answer *made)
{
    char id[UUID_TEXT_SIZE];
    struct error error = { 0 };
    int code = referral_resolve(office, typed, id);
    if (code == EXIT_CODE_DONE && form->fields != NULL)
        code = entry_form_ask(form, NULL);
    if (code != EXIT_CODE_DONE)
        return code;
    made->text = form->fields == NULL ? NULL : form->values[TEXT].text;
    if (referral_answer(office_store(office), office_actor(office), id, made, &error) != STATUS_OK)
        return say_failure(&error);
    return referral_tell(office, id, false);
}

int referral_answer_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct entry_form form = { .fields = NULL };
    struct referral_answer made = { .text = NULL };
    struct referral_calendar calendar = { .cache = NULL };
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = read_event(arguments, file.arguments[1], &made);
    if (code == EXIT_CODE_DONE)
        code = today_option_read(arguments, &made.today);
    made.day = made.today;
    if (code == EXIT_CODE_DONE)
        code = day_option_read(arguments, "on", &made.day);
    form.fields = fields_of(made.event);
    if (code == EXIT_CODE_DONE && form.fields != NULL)
        code = entry_form_read(&form, arguments);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_KEEP_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = referral_calendar_read(&calendar, office);
    made.calendar = calendar.calendar;
    if (code == EXIT_CODE_DONE)
        code = answer(office, file.arguments[0], &form, &made);
    referral_calendar_release(&calendar);
    entry_form_release(&form);
    office_close(&office);
    return code;
}
