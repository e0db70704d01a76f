/* SPDX-License-Identifier: Apache-2.0 */
#include "command/referral/command.h"

#include "command/record_name.h"
#include "document/origin_rule.h"
#include "language.h"
#include "referral/referral_store.h"
#include "sentence.h"
#include "wording/case_label.h"

#include <string.h>
#include <unistd.h>

int referral_calendar_read(struct referral_calendar *out, struct office *office)
{
    static const struct calendar weekdays = { .weekend =
                                                  1U << WEEKDAY_SATURDAY | 1U << WEEKDAY_SUNDAY };
    struct definition_country country = { .calendar = NULL };
    struct error error = { 0 };
    *out = (struct referral_calendar){ .calendar = &weekdays };
    enum status status = definition_cache_new(&out->cache, &error);
    if (status == STATUS_OK)
        status = definition_cache_country(out->cache, office_store(office), &country, &error);
    if (status != STATUS_OK)
        return sentence_fail(NULL, &error);
    if (country.calendar != NULL)
        out->calendar = country.calendar;
    return EXIT_CODE_DONE;
}

void referral_calendar_release(struct referral_calendar *calendar)
{
    definition_cache_free(calendar->cache);
    *calendar = (struct referral_calendar){ .cache = NULL };
}

int referral_fail(const struct error *error, const char *refused)
{
    const struct record_texts texts = {
        .not_found = N_("There is no such referral here."),
        .ambiguous = N_("The ids of several referrals begin so: type more of it."),
        .unreadable = N_("Name the referral by the code on its slip, by its number, as "
                         "KG-OSH-2026-000117-R1, or by at least the first eight signs of its id."),
        .refused = refused,
    };
    if (strcmp(error->detail, REFERRAL_DETAIL_SLIP) == 0) {
        sentence_say(NULL, _("A sign of this code is mistyped, or two are exchanged: look at the "
                             "slip again."));
        return EXIT_CODE_USAGE;
    }
    if (strcmp(error->detail, ORIGIN_RULE_DETAIL) == 0) {
        sentence_say(NULL, _("The person fears the country of origin: nothing about them goes to "
                             "one of its bodies, whoever asks. Choose a body of this country, or "
                             "the asylum authority. If the body is not of that country, say in the "
                             "directory whose it is."));
        return EXIT_CODE_NO;
    }
    if (error->status == STATUS_DATE_INVALID) {
        sentence_say(NULL, _("The day lies before the casefile was opened, before what was heard "
                             "last of this referral, or after today."));
        return EXIT_CODE_USAGE;
    }
    return record_fail_search(&texts, error);
}

int referral_resolve(struct office *office, const char *typed, char id[UUID_TEXT_SIZE])
{
    struct error error = { 0 };
    if (referral_find(office_store(office), typed, id, &error) == STATUS_OK)
        return EXIT_CODE_DONE;
    return referral_fail(&error, NULL);
}

int referral_tell(struct office *office, const char *id, bool with_number)
{
    struct referral referral;
    struct error error = { 0 };
    char day[DAY_TEXT_SIZE] = "";
    if (referral_load(office_store(office), id, &referral, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    bool is_terminal = isatty(STDOUT_FILENO) == 1;
    const char *state =
        is_terminal ? label_referral_state(referral.state) : referral_state_word(referral.state);
    if (referral.has_due_on)
        day_format(day, referral.due_on);
    fputs(with_number ? referral.number : state, stdout);
    if (is_terminal && referral.has_due_on)
        printf("  %s %s\n", _("answer due on"), day);
    else
        printf("%s%s\n", referral.has_due_on ? "\t" : "", day);
    referral_release(&referral);
    return EXIT_CODE_DONE;
}
