/* SPDX-License-Identifier: Apache-2.0 */

/* qadam referral slip: what is printed for the other organisation. */
#include "agency/agency_store.h"
#include "command/referral/command.h"
#include "command/user_names.h"
#include "language.h"
#include "referral/referral_store.h"
#include "sentence.h"
#include "store/setting.h"
#include "wording/slip_text.h"

#include <string.h>

const struct option referral_slip_options[] = {
    { "language", N_("CODE"),
      N_("Write it in this language instead of the first one of the organisation: ru, en."),
      OPTION_TEXT, 0, 0, false },
    { .name = NULL },
};

static enum status find_office_name(struct store *store, char out[SETTING_TEXT_SIZE],
                                    struct error *error)
{
    const enum status status = setting_text(store, SETTING_OFFICE_NAME, out, error);
    if (status != STATUS_OK || out[0] != '\0')
        return status;
    return setting_text(store, SETTING_OFFICE_CODE, out, error);
}

static enum status write_loaded(struct office *office, const struct referral *referral,
                                const char *language, struct error *error)
{
    char name[SETTING_TEXT_SIZE], day[DAY_TEXT_SIZE];
    struct user_names users;
    struct agency agency;
    struct slip slip = {
        .referral = referral, .agency = &agency, .office = name, .language = language
    };
    enum status status = agency_load(office_store(office), referral->agency_id, &agency, error);
    if (status != STATUS_OK)
        return status;
    snprintf(day, sizeof(day), "%.10s", referral->sent_at);
    status = day_parse(&slip.day, day, error);
    if (status == STATUS_OK)
        status = find_office_name(office_store(office), name, error);
    if (status == STATUS_OK)
        status = user_names_load(&users, office, error);
    if (status == STATUS_OK) {
        slip.sender = user_names_find(&users, referral->sent_by);
        slip_write(stdout, &slip);
        user_names_release(&users);
    }
    agency_release(&agency);
    return status;
}

static int print(struct office *office, const char *id, const char *language)
{
    struct referral referral;
    struct error error = { 0 };
    if (referral_load(office_store(office), id, &referral, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    if (referral.sent_at[0] == '\0') {
        referral_release(&referral);
        sentence_say(NULL, _("The referral is a draft: a slip is there once it was sent, with "
                             "'qadam referral send'."));
        return EXIT_CODE_NO;
    }
    const enum status status = write_loaded(office, &referral, language, &error);
    referral_release(&referral);
    return status == STATUS_OK ? EXIT_CODE_DONE : sentence_fail(NULL, &error);
}

int referral_slip_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    char id[UUID_TEXT_SIZE];
    int code = office_file_find(&file, arguments);
    file.login.only_reads = true;
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_READ_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = referral_resolve(office, file.arguments[0], id);
    if (code == EXIT_CODE_DONE)
        code = print(office, id, arguments_text(arguments, "language"));
    office_close(&office);
    return code;
}
