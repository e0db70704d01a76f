/* SPDX-License-Identifier: Apache-2.0 */
#include "command/case/command.h"

#include "casefile/casefile_lease.h"
#include "casefile/definition_store.h"
#include "language.h"
#include "sentence.h"

#include <stdlib.h>
#include <string.h>

static const char *text_of(const struct error *error, const char *refused)
{
    if (error->status == STATUS_NOT_FOUND && strcmp(error->detail, DEFINITION_DETAIL_GONE) == 0)
        return _("The workflow of this casefile is not there any more: add its file again with "
                 "'qadam workflow add'.");
    if (error->status == STATUS_NOT_FOUND)
        return _("There is no such casefile here.");
    if (error->status == STATUS_EXISTS)
        return _("The ids of several casefiles begin so: type more of it.");
    if (error->status == STATUS_IN_USE && strcmp(error->detail, CASEFILE_DETAIL_IN_HAND) == 0)
        return _("Somebody else has this casefile in hand: wait a few minutes or ask them.");
    if (error->status == STATUS_MOVED)
        return _("Somebody else changed this casefile just now. Look again and repeat.");
    if (error->status == STATUS_REFUSED)
        return refused != NULL ? refused
                               : _("This casefile is not open: nothing can be changed in it. "
                                   "'qadam case reopen' opens it again.");
    return NULL;
}

int case_fail(const char *subject, const struct error *error, const char *refused)
{
    const char *text = text_of(error, refused);
    return text == NULL ? sentence_fail(subject, error) : case_say_no(subject, text);
}

int case_say_no(const char *subject, const char *text)
{
    sentence_say(subject, text);
    return EXIT_CODE_NO;
}

int case_say_no_with(const char *subject, const char *text, const char *value)
{
    char *whole = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&whole, &size);
    if (memory == NULL)
        return case_say_no(subject, text);
    sentence_fill(memory, text, "%s", value);
    fclose(memory);
    sentence_say(subject, whole);
    free(whole);
    return EXIT_CODE_NO;
}
