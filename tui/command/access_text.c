/* SPDX-License-Identifier: Apache-2.0 */
#include "command/access_text.h"

#include "language.h"
#include "sentence.h"
#include "wording/compartment_label.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void access_text_write(char out[ACCESS_TEXT_SIZE], const struct access_held *held)
{
    char reader[COMPARTMENTS_TEXT_SIZE], emergency[COMPARTMENTS_TEXT_SIZE];
    label_compartments(reader, held->reader);
    label_compartments(emergency, held->emergency);
    if (held->reader == 0 && held->emergency == 0)
        snprintf(out, ACCESS_TEXT_SIZE, "%s", _("waits for access"));
    else
        snprintf(out, ACCESS_TEXT_SIZE, "%s%s%s%s%s%s", held->reader == 0 ? "" : _("reads"),
                 held->reader == 0 ? "" : " ", reader,
                 held->reader == 0 || held->emergency == 0 ? "" : "; ",
                 held->emergency == 0 ? "" : _("in an emergency: "), emergency);
}

const char *access_refusal(const struct error *error)
{
    if (error->status == STATUS_RESTRICTED)
        return _("Nobody gives away what they do not read themselves. Ask somebody who reads these "
                 "files ('qadam vault access list' tells who), or use the recovery sheet.");
    if (error->status == STATUS_NOT_FOUND)
        return _("There is no active user of this name; 'qadam vault users list' tells who there "
                 "is.");
    if (error->status == STATUS_INVALID)
        return _("The role of this user reads no restricted files. Supervisors and protection "
                 "officers can; a counsellor is given single files: 'qadam case assign'.");
    if (error->status == STATUS_REFUSED)
        return _("This is the last one who reads them: give access to somebody else first ('qadam "
                 "vault access grant').");
    return NULL;
}

/* A text with one %s, broken between words. */
static char *fill(const char *text, const char *value)
{
    char *whole = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&whole, &size);
    if (memory == NULL)
        return NULL;
    sentence_fill(memory, text, "%s", value);
    if (fclose(memory) == 0)
        return whole;
    free(whole);
    return NULL;
}

static void say(const char *text, const char *value)
{
    char *whole = fill(text, value);
    sentence_write_text(stdout, whole == NULL ? text : whole);
    free(whole);
}

static int say_held(struct office *office, const char *name, const struct access_held *held)
{
    char text[ACCESS_TEXT_SIZE], whole[ACCESS_TEXT_SIZE + USER_NAME_SIZE + 2];
    char *names = NULL;
    struct error error = { 0 };
    access_text_write(text, held);
    snprintf(whole, sizeof(whole), "%s: %s", name, text);
    say("%s", whole);
    if (held->reader != 0 || held->emergency != 0)
        return EXIT_CODE_DONE;
    if (reader_names_write(&names, office, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    say(names[0] == '\0' ? _("Access to restricted files is given with the recovery sheet: 'qadam "
                             "vault access grant'.")
                         : _("Those who can give access to restricted files, with 'qadam vault "
                             "access grant': %s."),
        names);
    free(names);
    return EXIT_CODE_DONE;
}

int access_text_say(struct office *office, const char *name)
{
    struct office_user user;
    struct access_held held;
    struct error error = { 0 };
    enum status status = office_find_user(office, name, &user, &error);
    if (status == STATUS_OK && (!user.is_active || !role_may(user.role, ACT_READ_RESTRICTED)))
        return EXIT_CODE_DONE;
    if (status == STATUS_OK)
        status = access_find(office_store(office), user.id, &held, &error);
    return status == STATUS_OK ? say_held(office, user.name, &held) : sentence_fail(NULL, &error);
}

/* ---- stale keys */

struct seeking {
    FILE *stream;
    bool has_any;
};

/* Only who reads all of them can change the keys. */
static bool write_full_reader(void *self, const struct access_member *member)
{
    struct seeking *seeking = self;
    if (member->held.reader != COMPARTMENTS_ALL)
        return true;
    fprintf(seeking->stream, "%s%s", seeking->has_any ? ", " : "", member->user_name);
    seeking->has_any = true;
    return true;
}

enum status access_text_stale(char **out, struct office *office, struct error *error)
{
    bool is_stale = false;
    char *names = NULL;
    size_t size = 0;
    *out = NULL;
    enum status status = access_is_stale(office_store(office), &is_stale, error);
    if (status != STATUS_OK || !is_stale)
        return status;
    struct seeking seeking = { open_memstream(&names, &size), false };
    if (seeking.stream == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "names of readers");
    status = access_each(office_store(office), write_full_reader, &seeking, error);
    if (fclose(seeking.stream) == 0 && status == STATUS_OK)
        *out = fill(seeking.has_any
                        ? _("Somebody who held keys of restricted files is gone. 'qadam vault "
                            "rekey' changes these keys when one of these does it: %s.")
                        : _("Somebody who held keys of restricted files is gone, and nobody reads "
                            "all of them. Give somebody access to all with the recovery sheet "
                            "('qadam vault access grant'), and let them do 'qadam vault rekey'."),
                    names);
    free(names);
    return status;
}

int access_text_say_stale(struct office *office)
{
    char *text = NULL;
    struct error error = { 0 };
    if (access_text_stale(&text, office, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    if (text != NULL)
        sentence_write_text(stdout, text);
    free(text);
    return EXIT_CODE_DONE;
}
