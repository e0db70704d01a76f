/* SPDX-License-Identifier: Apache-2.0 */

/* qadam hotline callback and link, and what all verbs on contacts share. */
#include "command/hotline/command.h"
#include "command/person/resolve.h"
#include "command/record_name.h"
#include "command/today_option.h"
#include "language.h"
#include "sentence.h"

#include <string.h>

const struct option hotline_callback_options[] = {
    { "day", "YYYY-MM-DD", N_("When it was; else today."), OPTION_TEXT, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

const struct option hotline_link_options[] = {
    { "person", N_("ID"), N_("The person who wants to be known."), OPTION_TEXT, 0, 0, false },
    { "case", N_("NUMBER"), N_("The casefile that the contact belongs to."), OPTION_TEXT, 0, 0,
      false },
    { .name = NULL },
};

static const struct record_texts contact_texts = {
    .not_found = N_("There is no such contact here; 'qadam hotline list' shows those there are."),
    .ambiguous = N_("The ids of several contacts begin so: type more of it."),
    .unreadable = N_("Name the contact by at least the first eight signs of its id, 0-9 and a-f."),
};

int hotline_resolve(struct office *office, const char *typed, char id[UUID_TEXT_SIZE])
{
    struct error error = { 0 };
    if (hotline_find(office_store(office), typed, id, &error) == STATUS_OK)
        return EXIT_CODE_DONE;
    return record_fail_search(&contact_texts, &error);
}

static const struct {
    enum status status;
    int code;
    const char *text;
} failures[] = {
    { STATUS_NAME_INVALID, EXIT_CODE_USAGE,
      N_("This looks like a telephone number, and the caller is anonymous: leave it out, or link "
         "the person who wants to be known.") },
    { STATUS_INVALID, EXIT_CODE_USAGE,
      N_("This cannot be so. An anonymous caller can only ring again: write call_back_way "
         "caller_rings, and a code word.") },
    { STATUS_DATE_INVALID, EXIT_CODE_USAGE,
      N_("A contact and its tries are not in the future, and no call-back is before it.") },
    { STATUS_NOT_FOUND, EXIT_CODE_NO,
      N_("An answer, organisation, person or casefile of it is not here.") },
    { STATUS_EXISTS, EXIT_CODE_NO, N_("It was corrected or linked already: look at it again.") },
    { STATUS_REFUSED, EXIT_CODE_NO,
      N_("The record was merged or erased, the person has no part in the casefile, or no call-back "
         "is open.") },
};

int hotline_fail(const struct error *error)
{
    for (size_t i = 0; i < sizeof(failures) / sizeof(failures[0]); i++)
        if (failures[i].status == error->status) {
            sentence_say(NULL, language_text(failures[i].text));
            return failures[i].code;
        }
    return sentence_fail(NULL, error);
}

/* ---- call-backs */

static bool read_result(const char *word, struct hotline_try *try)
{
    try->is_done = strcmp(word, "done") == 0;
    try->gives_up = strcmp(word, "given_up") == 0;
    return try->is_done || try->gives_up || strcmp(word, "failed") == 0;
}

static int call_back(struct office *office, const char *typed, const struct hotline_try *try)
{
    char id[UUID_TEXT_SIZE];
    enum hotline_call_back state;
    struct error error = { 0 };
    const int code = hotline_resolve(office, typed, id);
    if (code != EXIT_CODE_DONE)
        return code;
    if (hotline_call_back(office_store(office), office_actor(office), id, try, &state, &error) !=
        STATUS_OK)
        return hotline_fail(&error);
    puts(hotline_call_back_word(state));
    return EXIT_CODE_DONE;
}

int hotline_callback_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct hotline_try try = { .is_done = false };
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = today_option_read(arguments, &try.today);
    if (code == EXIT_CODE_DONE) {
        try.day = try.today;
        code = day_option_read(arguments, "day", &try.day);
    }
    if (code == EXIT_CODE_DONE && !read_result(file.arguments[1], &try)) {
        sentence_say(NULL, _("What came of it is one of: done, failed, given_up."));
        code = EXIT_CODE_USAGE;
    }
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_LOG_CONTACTS);
    if (code == EXIT_CODE_DONE)
        code = call_back(office, file.arguments[0], &try);
    office_close(&office);
    return code;
}

/* ---- links */

static int link_contact(struct office *office, const char *typed, const char *person,
                        const char *casefile)
{
    char id[UUID_TEXT_SIZE], person_id[UUID_TEXT_SIZE] = "", casefile_id[UUID_TEXT_SIZE] = "";
    struct error error = { 0 };
    int code = hotline_resolve(office, typed, id);
    if (code == EXIT_CODE_DONE && person != NULL)
        code = person_resolve(office, person, person_id);
    if (code == EXIT_CODE_DONE && casefile != NULL)
        code = case_resolve(office, casefile, casefile_id);
    if (code != EXIT_CODE_DONE)
        return code;
    return hotline_link(office_store(office), office_actor(office), id, person_id, casefile_id,
                        &error) == STATUS_OK
               ? EXIT_CODE_DONE
               : hotline_fail(&error);
}

int hotline_link_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct error error = { 0 };
    const char *person = arguments_text(arguments, "person");
    const char *casefile = arguments_text(arguments, "case");
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE && person == NULL && casefile == NULL) {
        sentence_say(NULL, _("Say to whom: --person ID or --case NUMBER."));
        code = EXIT_CODE_USAGE;
    }
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_LOG_CONTACTS);
    if (code == EXIT_CODE_DONE && office_require(office, ACT_READ_PEOPLE, &error) != STATUS_OK)
        code = sentence_fail(NULL, &error);
    if (code == EXIT_CODE_DONE)
        code = link_contact(office, file.arguments[0], person, casefile);
    office_close(&office);
    return code;
}
