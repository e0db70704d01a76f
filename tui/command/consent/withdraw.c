/* SPDX-License-Identifier: Apache-2.0 */

/* qadam consent withdraw: the person took it back. */
#include "command/consent/command.h"
#include "command/entry_form.h"
#include "command/today_option.h"
#include "language.h"
#include "sentence.h"

const struct option consent_withdraw_options[] = {
    { "on", "YYYY-MM-DD", N_("On which day; today if you do not say."), OPTION_TEXT, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

enum { SAID_BY, REASON, FIELD_COUNT };

static const struct entry_form_field fields[FIELD_COUNT + 1] = {
    [SAID_BY] = { "said_by", N_("Who took it back"), N_("empty: the person"), CONSENT_NAME_MAX,
                  false, false, NULL },
    [REASON] = { "reason", N_("Reason"), N_("nobody has to give one"), CONSENT_REASON_MAX, false,
                 false, NULL },
    [FIELD_COUNT] = { .name = NULL },
};

void consent_withdraw_write_help(FILE *stream)
{
    entry_form_write_help(stream, fields);
}

static int withdraw(struct office *office, const char *typed, struct consent_withdrawal *withdrawal,
                    struct entry_form *form)
{
    char id[UUID_TEXT_SIZE];
    struct error error = { 0 };
    enum consent_flaw flaw;
    int code = consent_resolve(office, typed, id);
    if (code == EXIT_CODE_DONE)
        code = entry_form_ask(form, NULL);
    if (code != EXIT_CODE_DONE)
        return code;
    withdrawal->said_by = form->values[SAID_BY].text;
    withdrawal->reason = form->values[REASON].text;
    if (consent_withdraw(office_store(office), office_actor(office), id, withdrawal, form->today,
                         &flaw, &error) != STATUS_OK)
        return consent_fail(flaw, &error);
    puts(id);
    return EXIT_CODE_DONE;
}

int consent_withdraw_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct entry_form form = { .fields = fields };
    struct consent_withdrawal withdrawal = { .said_by = NULL };
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = today_option_read(arguments, &form.today);
    withdrawal.day = form.today;
    if (code == EXIT_CODE_DONE)
        code = day_option_read(arguments, "on", &withdrawal.day);
    if (code == EXIT_CODE_DONE)
        code = entry_form_read(&form, arguments);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_KEEP_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = withdraw(office, file.arguments[0], &withdrawal, &form);
    entry_form_release(&form);
    office_close(&office);
    return code;
}
