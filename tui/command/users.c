/* SPDX-License-Identifier: Apache-2.0 */

/* qadam vault users: who may open the office file. */
#include "command/access_text.h"
#include "command/arguments.h"
#include "command/command_list.h"
#include "command/json.h"
#include "command/login.h"
#include "command/passphrase_input.h"
#include "command/recovery_sheet.h"
#include "language.h"
#include "sentence.h"
#include "wording/label.h"

#include <limits.h>
#include <stdio.h>
#include <unistd.h>

#define NEW_PASSPHRASE_OPTION                                                                      \
    {                                                                                              \
        "new-passphrase-fd", N_("N"),                                                              \
            N_("Read the new passphrase from this open file descriptor; not the same as "          \
               "--passphrase-fd."),                                                                \
            OPTION_NUMBER, 0, INT_MAX, false                                                       \
    }

/* ---- list */

static const struct option list_options[] = {
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

static bool add_json_user(void *self, const struct office_user *user)
{
    const struct json_member members[] = {
        { "id", JSON_TEXT, user->id, 0 },
        { "name", JSON_TEXT, user->name, 0 },
        { "role", JSON_TEXT, role_name(user->role), 0 },
        { "active", JSON_BOOL, NULL, user->is_active },
        { "has_key", JSON_BOOL, NULL, user->has_key },
        { "created_at", JSON_TEXT, user->created_at, 0 },
        { "revoked_at", JSON_TEXT, user->revoked_at[0] == '\0' ? NULL : user->revoked_at, 0 },
    };
    json_add(self, members, sizeof(members) / sizeof(members[0]));
    return true;
}

static const char *state_of(const struct office_user *user)
{
    return !user->is_active ? "revoked" : user->has_key ? "active" : "no-key";
}

/* Name, role, day, state: in words and columns on a terminal, else codes with tabs. */
static bool print_user(void *self, const struct office_user *user)
{
    enum { NAME_COLUMNS = 18, ROLE_COLUMNS = 13 };
    const char *moment = user->is_active ? user->created_at : user->revoked_at;
    (void)self;
    if (isatty(STDOUT_FILENO) != 1) {
        sentence_write_name(stdout, user->name);
        printf("\t%s\t%s\t%.10s\n", role_name(user->role), state_of(user), moment);
        return true;
    }
    label_print_padded(user->name, NAME_COLUMNS);
    putchar(' ');
    label_print_padded(label_role(user->role), ROLE_COLUMNS);
    printf(" %.10s %s\n", moment, label_user_state(user));
    return true;
}

static int run_list(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct error error = { 0 };
    bool is_json = arguments_has(arguments, "json");
    int code = login_open_to_read(&office, arguments, ACT_VERIFY);
    if (code != EXIT_CODE_DONE)
        return code;
    struct json *json = is_json ? json_begin() : NULL;
    enum status status =
        office_each_user(office, is_json ? add_json_user : print_user, json, &error);
    office_close(&office);
    if (is_json)
        code = json_end_array(json);
    return status == STATUS_OK ? code : sentence_fail(arguments_positional(arguments, 0), &error);
}

/* ---- what the commands on one user share */

/* For users the general sentences about files would mislead. */
static int say_user_failure(const char *name, const struct error *error)
{
    const char *text = error->status == STATUS_NOT_FOUND ? _("There is no active user %s.")
                       : error->status == STATUS_EXISTS  ? _("There is already an active user %s.")
                                                         : NULL;
    if (text == NULL)
        return sentence_fail(name, error);
    fputs("qadam: ", stderr);
    sentence_fill(stderr, text, "%s", name);
    fputc('\n', stderr);
    return EXIT_CODE_NO;
}

static void print_about_user(const char *text, const char *name)
{
    sentence_fill(stdout, text, "%s", name);
    putchar('\n');
}

/* ---- add */

static const struct option add_options[] = {
    { "role", "clerk|counsellor|supervisor|protection_officer|trainer|auditor|administrator",
      N_("What the user may do; a clerk if you do not say."), OPTION_CHOICE, 0, 0, false },
    NEW_PASSPHRASE_OPTION,
    { .name = NULL },
};

static int run_add(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct secret *passphrase = NULL;
    struct error error = { 0 };
    enum role role = ROLE_CLERK;
    const char *name = arguments_positional(arguments, 1);
    const char *role_text = arguments_text(arguments, "role");
    if (role_text != NULL && role_parse(&role, role_text, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    int code = login_open_for(&office, arguments, ACT_MANAGE_USERS);
    if (code == EXIT_CODE_DONE)
        code = passphrase_get_new(&passphrase, arguments, "new-passphrase-fd", name);
    if (code == EXIT_CODE_DONE &&
        office_add_user(office, name, role, passphrase, &error) != STATUS_OK)
        code = say_user_failure(name, &error);
    if (code == EXIT_CODE_DONE)
        print_about_user(_("%s can open the file from now on."), name);
    if (code == EXIT_CODE_DONE)
        code = access_text_say(office, name);
    secret_free(&passphrase);
    office_close(&office);
    return code;
}

/* ---- revoke */

static int run_revoke(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct error error = { 0 };
    const char *name = arguments_positional(arguments, 1);
    int code = login_open_for(&office, arguments, ACT_MANAGE_USERS);
    if (code != EXIT_CODE_DONE)
        return code;
    if (office_revoke_user(office, name, &error) != STATUS_OK)
        code = say_user_failure(name, &error);
    if (code != EXIT_CODE_DONE) {
        office_close(&office);
        return code;
    }
    print_about_user(_("%s can no longer open this file."), name);
    code = access_text_say_stale(office);
    office_close(&office);
    print_about_user(_("%s may still have an old copy of the file, which still opens. 'qadam "
                       "vault rekey' gives this file a new key, so that the old one opens nothing "
                       "newer."),
                     name);
    return code;
}

/* ---- passphrase */

/* Before anything is typed twice: is there such a user? */
static int check_user(struct office *office, const char *name)
{
    struct office_user user;
    struct error error = { 0 };
    enum status status = office_find_user(office, name, &user, &error);
    if (status == STATUS_OK && !user.is_active)
        status = error_set(&error, STATUS_NOT_FOUND, "revoked");
    return status == STATUS_OK ? EXIT_CODE_DONE : say_user_failure(name, &error);
}

static const struct option passphrase_options[] = { NEW_PASSPHRASE_OPTION, { .name = NULL } };

static int run_passphrase(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct secret *passphrase = NULL;
    struct error error = { 0 };
    const char *name = arguments_positional(arguments, 1);
    const char *whose = name == NULL ? arguments_text(arguments, "user") : name;
    if (name == NULL && arguments_has(arguments, "recovery"))
        return arguments_refuse(arguments, _("Say whose passphrase is to be set: the name comes "
                                             "behind the file."));
    int code = login_open(&office, arguments, NULL);
    if (code == EXIT_CODE_DONE && name != NULL)
        code = check_user(office, name);
    if (code == EXIT_CODE_DONE)
        code = passphrase_get_new(&passphrase, arguments, "new-passphrase-fd", whose);
    if (code == EXIT_CODE_DONE &&
        office_set_passphrase(office, name, passphrase, &error) != STATUS_OK)
        code = say_user_failure(name, &error);
    if (code == EXIT_CODE_DONE && whose == NULL)
        puts(_("The new passphrase is set. The old one opens this file no longer."));
    else if (code == EXIT_CODE_DONE)
        print_about_user(_("The new passphrase of %s is set. The old one opens this file no "
                           "longer."),
                         whose);
    if (code == EXIT_CODE_DONE && name != NULL)
        code = access_text_say(office, name);
    secret_free(&passphrase);
    office_close(&office);
    return code;
}

/* ---- recovery */

static const struct option recovery_options[] = {
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

/* The sheet comes out before it counts: with a full disk or a closed pipe the old one stays. */
static bool show_sheet(void *self, const struct secret *recovery_code)
{
    const struct arguments *arguments = self;
    const struct recovery_sheet sheet = { arguments_positional(arguments, 0), NULL, NULL,
                                          recovery_code };
    if (arguments_has(arguments, "json"))
        (void)recovery_sheet_print_json(&sheet);
    else
        recovery_sheet_print(&sheet);
    return fflush(stdout) == 0 && ferror(stdout) == 0;
}

static int run_recovery(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct error error = { 0 };
    const char *path = arguments_positional(arguments, 0);
    int code = login_open_for(&office, arguments, ACT_MANAGE_USERS);
    if (code != EXIT_CODE_DONE)
        return code;
    if (office_new_recovery_code(office, show_sheet, (void *)arguments, &error) != STATUS_OK) {
        code = sentence_fail(path, &error);
        sentence_write_text(stderr, _("The old recovery sheet stays valid; if a new one was "
                                      "printed, throw it away."));
    }
    office_close(&office);
    return code;
}

/* ---- the table */

const struct command users_commands[] = {
    { .noun = "vault",
      .verb = "users list",
      .summary = N_("List who may open an office file."),
      .arguments = N_("FILE"),
      .details = N_("One line for each user: in words on a terminal, else name, role, state and "
                    "day with tabs between them."),
      .options = { list_options, login_options },
      .run = run_list },
    { .noun = "vault",
      .verb = "users add",
      .summary = N_("Let somebody open an office file."),
      .arguments = N_("FILE NAME"),
      .details = N_("The new user's passphrase is asked for twice. A user who was revoked can be "
                    "added again."),
      .options = { add_options, login_options },
      .run = run_add },
    { .noun = "vault",
      .verb = "users revoke",
      .summary = N_("Keep somebody from opening an office file."),
      .arguments = N_("FILE NAME"),
      .details = N_("That person may still have an old copy of the file; 'qadam vault rekey' "
                    "afterwards keeps such a copy from helping with the new file."),
      .options = { NULL, login_options },
      .run = run_revoke },
    { .noun = "vault",
      .verb = "users passphrase",
      .summary = N_("Set a new passphrase, your own or another user's."),
      .arguments = N_("FILE [NAME]"),
      .details = N_("With --recovery, a user who forgot the passphrase gets a new one. Only a "
                    "supervisor or the recovery sheet can set another user's."),
      .options = { passphrase_options, login_options },
      .run = run_passphrase },
    { .noun = "vault",
      .verb = "users recovery",
      .summary = N_("Print a new recovery sheet; the old one is worth nothing then."),
      .arguments = N_("FILE"),
      .options = { recovery_options, login_options },
      .run = run_recovery },
    { .noun = NULL },
};
