/* SPDX-License-Identifier: Apache-2.0 */
#include "command/person/resolve.h"

#include "language.h"
#include "person/person_lookup.h"
#include "sentence.h"

static const char *text_of(const struct error *error, const char *refused)
{
    if (error->status == STATUS_NOT_FOUND)
        return _("There is no such person here.");
    if (error->status == STATUS_EXISTS)
        return _("The ids of several people begin so: type more of it.");
    if (error->status == STATUS_MOVED)
        return _("Somebody else changed this person just now. Look again and repeat.");
    if (error->status == STATUS_REFUSED)
        return refused != NULL ? refused
                               : _("This record was merged into another one or erased: nothing can "
                                   "be changed in it.");
    return NULL;
}

int person_fail(const char *subject, const struct error *error, const char *refused)
{
    const char *text = text_of(error, refused);
    return text == NULL ? sentence_fail(subject, error) : person_say_no(subject, text);
}

int person_say_no(const char *subject, const char *text)
{
    sentence_say(subject, text);
    return EXIT_CODE_NO;
}

int person_resolve(struct office *office, const char *typed, char id[UUID_TEXT_SIZE])
{
    struct error error = { 0 };
    enum status status = person_find_id(office_store(office), typed, id, &error);
    if (status == STATUS_OK)
        return EXIT_CODE_DONE;
    if (status != STATUS_INVALID)
        return person_fail(typed, &error, NULL);
    /* What was typed is not repeated: it may be a name. */
    sentence_say(NULL,
                 _("This is no id of a person: give at least its first eight signs, 0-9 and a-f."));
    return EXIT_CODE_USAGE;
}
