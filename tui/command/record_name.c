/* SPDX-License-Identifier: Apache-2.0 */
#include "command/record_name.h"

#include "agency/agency_store.h"
#include "document/case_reference.h"
#include "language.h"
#include "sentence.h"

#include <string.h>

static const struct record_texts case_texts = {
    .not_found = N_("There is no such casefile here."),
    .ambiguous = N_("The ids of several casefiles begin so: type more of it."),
    .unreadable = N_("Name the casefile by its number, as KG-OSH-2026-000117, or by at least the "
                     "first eight signs of its id."),
};

static const struct record_texts agency_texts = {
    .not_found = N_("There is no such organisation here; 'qadam agency list' shows those there "
                    "are."),
    .ambiguous = N_("The ids of several organisations begin so: type more of it."),
    .unreadable = N_("Name the organisation by at least the first eight signs of its id, 0-9 and "
                     "a-f."),
};

static int say_no(const char *text)
{
    sentence_say(NULL, language_text(text));
    return EXIT_CODE_NO;
}

int record_fail(const struct record_texts *texts, const struct error *error)
{
    if (error->status == STATUS_NOT_FOUND)
        return say_no(texts->not_found);
    if (error->status == STATUS_EXISTS)
        return say_no(texts->ambiguous);
    if (error->status == STATUS_REFUSED)
        return say_no(texts->refused != NULL
                          ? texts->refused
                          : N_("This record was merged into another one or erased: nothing can be "
                               "changed in it."));
    return sentence_fail(NULL, error);
}

int record_fail_search(const struct record_texts *texts, const struct error *error)
{
    if (error->status != STATUS_INVALID)
        return record_fail(texts, error);
    sentence_say(NULL, language_text(texts->unreadable));
    return EXIT_CODE_USAGE;
}

int case_resolve(struct office *office, const char *typed, char id[UUID_TEXT_SIZE])
{
    struct error error = { 0 };
    if (case_find(office_store(office), typed, id, &error) == STATUS_OK)
        return EXIT_CODE_DONE;
    return record_fail_search(&case_texts, &error);
}

int agency_resolve(struct office *office, const char *typed, char id[UUID_TEXT_SIZE])
{
    struct error error = { 0 };
    if (agency_find(office_store(office), typed, id, &error) == STATUS_OK)
        return EXIT_CODE_DONE;
    return record_fail_search(&agency_texts, &error);
}

int staff_resolve(struct office *office, const char *name, char id[UUID_TEXT_SIZE])
{
    struct error error = { 0 };
    struct office_user user;
    const enum status status = office_find_user(office, name, &user, &error);
    if (status == STATUS_OK) {
        memcpy(id, user.id, UUID_TEXT_SIZE);
        return EXIT_CODE_DONE;
    }
    if (status != STATUS_NOT_FOUND)
        return sentence_fail(NULL, &error);
    return say_no(N_("There is no such user; 'qadam vault users list' shows those there are."));
}
