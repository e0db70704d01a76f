/* SPDX-License-Identifier: Apache-2.0 */

/* qadam vault: the office file as a whole. */
#include "command/access_text.h"
#include "command/arguments.h"
#include "command/command_list.h"
#include "command/json.h"
#include "command/login.h"
#include "command/progress.h"
#include "journal/journal_head.h"
#include "language.h"
#include "sentence.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define JSON_OPTION                                                                                \
    {                                                                                              \
        "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false                       \
    }

/* ---- verify */

static const struct option verify_options[] = { JSON_OPTION, { .name = NULL } };

static int print_health_json(const char *path, const struct office_health *health)
{
    char head[JOURNAL_HEAD_TEXT_SIZE];
    journal_head_format(head, health->journal_head);
    const struct json_member members[] = {
        { "file", JSON_TEXT, path, 0 },
        { "status", JSON_TEXT, status_name(STATUS_OK), 0 },
        { "pages", JSON_NUMBER, NULL, health->pages },
        { "users", JSON_NUMBER, NULL, health->users },
        { "journal_entries", JSON_NUMBER, NULL, health->journal_entries },
        { "journal_head", JSON_TEXT, head, 0 },
    };
    return json_print(members, sizeof(members) / sizeof(members[0]));
}

static int print_health(const struct office_health *health)
{
    char head[JOURNAL_HEAD_TEXT_SIZE];
    journal_head_format(head, health->journal_head);
    puts(_("The file is sound."));
    printf("%s %u\n", _("Pages:"), (unsigned)health->pages);
    printf("%s %d\n", _("Users:"), health->users);
    printf("%s %lld\n", _("Journal entries:"), health->journal_entries);
    printf("%s\n  %.*s\n  %s\n", _("Journal head:"), JOURNAL_HEAD_TEXT_SIZE / 2 - 1, head,
           head + JOURNAL_HEAD_TEXT_SIZE / 2);
    sentence_write_text(
        stdout,
        _("Note the head on paper: 'qadam journal verify FILE --head ...' tells later whether "
          "this journal is still inside."));
    return EXIT_CODE_DONE;
}

/* The sentence, and for scripts an object that names the fault. */
static int say_fault(const struct arguments *arguments, const struct error *error)
{
    const char *path = arguments_positional(arguments, 0);
    const struct json_member members[] = {
        { "file", JSON_TEXT, path, 0 },
        { "status", JSON_TEXT, status_name(error->status), 0 },
        { "number", JSON_NUMBER, NULL, error->number },
    };
    if (arguments_has(arguments, "json"))
        (void)json_print(members, sizeof(members) / sizeof(members[0]));
    return sentence_fail(path, error);
}

static int run_verify(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_health health = { 0 };
    struct progress_line line;
    struct error error = { 0 };
    const char *path = arguments_positional(arguments, 0);
    progress_begin(&line, _("Checking"));
    const struct progress progress = progress_of(&line);
    int code = login_open_to_read(&office, arguments, ACT_VERIFY);
    if (code != EXIT_CODE_DONE)
        return code;
    enum status status = office_verify(office, &progress, &health, &error);
    progress_end(&line);
    office_close(&office);
    if (status != STATUS_OK)
        return say_fault(arguments, &error);
    return arguments_has(arguments, "json") ? print_health_json(path, &health)
                                            : print_health(&health);
}

/* ---- backup */

static const struct option backup_options[] = {
    { "to", N_("FOLDER"),
      N_("Put the backup into this folder, under the file's name and the moment."), OPTION_TEXT, 0,
      0, false },
    { "keep", N_("N"),
      N_("With --to: afterwards keep only the newest N backups of this file there."), OPTION_NUMBER,
      1, 100000, false },
    { "output", N_("FILE"), N_("Write the backup to this file instead; it must not exist."),
      OPTION_TEXT, 0, 0, false },
    JSON_OPTION,
    { .name = NULL },
};

static int print_backup(const struct arguments *arguments, const char *path)
{
    const struct json_member members[] = {
        { "file", JSON_TEXT, arguments_positional(arguments, 0), 0 },
        { "backup", JSON_TEXT, path, 0 },
    };
    if (arguments_has(arguments, "json"))
        return json_print(members, sizeof(members) / sizeof(members[0]));
    printf("%s ", _("The backup was written and read back:"));
    sentence_write_name(stdout, path);
    putchar('\n');
    return EXIT_CODE_DONE;
}

static enum status make_backup(struct office *office, const struct arguments *arguments,
                               char **made, struct error *error)
{
    struct progress_line line;
    progress_begin(&line, _("Copying"));
    const struct progress progress = progress_of(&line);
    const char *folder = arguments_text(arguments, "to");
    const char *output = arguments_text(arguments, "output");
    enum status status =
        folder != NULL
            ? office_backup_to_folder(office, folder, (int)arguments_number(arguments, "keep", 0),
                                      &progress, made, error)
            : office_backup(office, output, &progress, error);
    progress_end(&line);
    return status;
}

/* Said before anybody types a passphrase. */
static int check_backup_place(const char *folder, const char *output)
{
    struct error error = { 0 };
    struct stat info;
    if (output != NULL && access(output, F_OK) == 0) {
        error_set(&error, STATUS_EXISTS, "backup");
        return sentence_fail(output, &error);
    }
    if (folder == NULL || (stat(folder, &info) == 0 && S_ISDIR(info.st_mode)))
        return EXIT_CODE_DONE;
    fputs("qadam: ", stderr);
    sentence_write_name(stderr, folder);
    fprintf(stderr, ": %s\n",
            _("There is no such folder. Check the name and whether the stick is "
              "connected."));
    return EXIT_CODE_DEVICE;
}

static int say_backup_failure(const struct arguments *arguments, const char *target,
                              const struct error *error)
{
    return sentence_fail(
        login_is_about_target(error->status) ? target : arguments_positional(arguments, 0), error);
}

static int run_backup(const struct arguments *arguments)
{
    struct office *office = NULL;
    char *made = NULL;
    struct error error = { 0 };
    const char *output = arguments_text(arguments, "output");
    const char *folder = arguments_text(arguments, "to");
    if ((folder == NULL) == (output == NULL))
        return arguments_refuse(arguments, _("Say where the backup goes: either --to FOLDER or "
                                             "--output FILE."));
    if (arguments_has(arguments, "keep") && folder == NULL)
        return arguments_refuse(arguments, _("--keep goes with --to FOLDER only."));
    int code = check_backup_place(folder, output);
    if (code == EXIT_CODE_DONE)
        code = login_open_to_read(&office, arguments, ACT_BACKUP);
    if (code != EXIT_CODE_DONE)
        return code;
    if (make_backup(office, arguments, &made, &error) == STATUS_OK)
        code = print_backup(arguments, folder == NULL ? output : made);
    else
        code = say_backup_failure(arguments, folder == NULL ? output : folder, &error);
    office_close(&office);
    free(made);
    return code;
}

/* ---- restore */

static const struct option restore_options[] = {
    { "overwrite", NULL,
      N_("Put the backup in place of FILE even if it exists; the old one is kept beside it."),
      OPTION_FLAG, 0, 0, false },
    JSON_OPTION,
    { .name = NULL },
};

struct restoring {
    struct office_restore plan;
    struct progress_line *line;
    char *kept;
};

static enum status restore_attempt(void *self, const struct login *login, struct error *error)
{
    struct restoring *restoring = self;
    enum status status =
        office_restore(&restoring->plan, disk_system(), login, &restoring->kept, error);
    progress_end(restoring->line); /* before a sentence is written in its place */
    return status;
}

static int print_restored(const struct arguments *arguments, const struct restoring *restoring)
{
    const struct json_member members[] = {
        { "backup", JSON_TEXT, restoring->plan.backup, 0 },
        { "file", JSON_TEXT, restoring->plan.to, 0 },
        { "kept", JSON_TEXT, restoring->kept, 0 },
    };
    if (arguments_has(arguments, "json"))
        return json_print(members, sizeof(members) / sizeof(members[0]));
    printf("%s ", _("The backup is back in place:"));
    sentence_write_name(stdout, restoring->plan.to);
    putchar('\n');
    if (restoring->kept != NULL) {
        printf("%s ", _("What was there before is now:"));
        sentence_write_name(stdout, restoring->kept);
        putchar('\n');
    }
    sentence_write_text(stdout,
                        _("The users are those of the moment of the backup: who was revoked "
                          "since can open the file again. Look with 'qadam vault users "
                          "list'."));
    return EXIT_CODE_DONE;
}

static int run_restore(const struct arguments *arguments)
{
    struct progress_line line;
    int code;
    struct error error = { 0 };
    progress_begin(&line, _("Restoring"));
    struct restoring restoring = { .plan = {
                                       .backup = arguments_positional(arguments, 0),
                                       .to = arguments_positional(arguments, 1),
                                       .overwrites = arguments_has(arguments, "overwrite"),
                                       .progress = progress_of(&line),
                                   },
                                   .line = &line };
    const struct login_attempt attempt = { restoring.plan.backup, restore_attempt, &restoring,
                                           restoring.plan.to };
    if (!restoring.plan.overwrites && access(restoring.plan.to, F_OK) == 0) {
        error_set(&error, STATUS_EXISTS, "restore");
        code = sentence_fail(restoring.plan.to, &error);
        sentence_write_text(stderr, _("To put the backup in its place, say --overwrite: the file "
                                      "that is there now is kept under another name."));
        return code;
    }
    code = login_try(arguments, &attempt);
    if (code == EXIT_CODE_DAMAGED)
        sentence_write_text(stderr, _("That is the backup itself: take an older one."));
    if (code == EXIT_CODE_DONE)
        code = print_restored(arguments, &restoring);
    free(restoring.kept);
    return code;
}

/* ---- rekey */

static const struct option rekey_options[] = { JSON_OPTION, { .name = NULL } };

struct rekeying {
    const char *path;
    struct progress_line *line;
    char *stale; /* what is still to be said about keys of restricted files; or NULL */
};

/* The file is opened once more: only then the keys that it has now can be seen. */
static enum status look_for_stale(struct rekeying *rekeying, const struct login *login,
                                  struct error *error)
{
    struct office *office = NULL;
    const struct office_options options = { .is_read_only = true };
    enum status status =
        office_open(&office, rekeying->path, disk_system(), login, &options, error);
    if (status == STATUS_OK)
        status = access_text_stale(&rekeying->stale, office, error);
    office_close(&office);
    return status;
}

static enum status rekey_attempt(void *self, const struct login *login, struct error *error)
{
    struct rekeying *rekeying = self;
    const struct progress progress = progress_of(rekeying->line);
    enum status status = office_rekey(rekeying->path, disk_system(), login, &progress, error);
    progress_end(rekeying->line);
    return status == STATUS_OK ? look_for_stale(rekeying, login, error) : status;
}

static int run_rekey(const struct arguments *arguments)
{
    struct progress_line line;
    progress_begin(&line, _("Encrypting anew"));
    struct rekeying rekeying = { arguments_positional(arguments, 0), &line, NULL };
    const struct login_attempt attempt = { rekeying.path, rekey_attempt, &rekeying, NULL };
    int code = login_try(arguments, &attempt);
    if (code != EXIT_CODE_DONE)
        return code;
    const struct json_member members[] = { { "file", JSON_TEXT, rekeying.path, 0 },
                                           { "rekeyed", JSON_BOOL, NULL, true },
                                           { "restricted_keys_are_stale", JSON_BOOL, NULL,
                                             rekeying.stale != NULL } };
    if (arguments_has(arguments, "json")) {
        free(rekeying.stale);
        return json_print(members, sizeof(members) / sizeof(members[0]));
    }
    if (rekeying.stale != NULL)
        sentence_write_text(stdout, rekeying.stale);
    free(rekeying.stale);
    sentence_write_text(
        stdout, _("The file has a new key. Passphrases and the recovery sheet stay the same."));
    sentence_write_text(
        stdout,
        _("Old copies and backups still open with the old key: destroy those you do not need."));
    return EXIT_CODE_DONE;
}

/* ---- the table */

const struct command vault_commands[] = {
    { .noun = "vault",
      .verb = "verify",
      .summary = N_("Check an office file or a backup from end to end."),
      .arguments = N_("FILE"),
      .details = N_("Opens every page, checks the database, its references and the chain of the "
                    "journal, and prints the journal's head."),
      .options = { verify_options, login_options },
      .run = run_verify },
    { .noun = "vault",
      .verb = "backup",
      .summary = N_("Copy an office file while others work in it."),
      .arguments = N_("FILE"),
      .details = N_("The copy is encrypted like the file itself, is read back and checked, and "
                    "opens with the same passphrases. Never overwrites."),
      .options = { backup_options, login_options },
      .run = run_backup },
    { .noun = "vault",
      .verb = "restore",
      .summary = N_("Put a backup in place of a lost or damaged office file."),
      .arguments = N_("BACKUP FILE"),
      .details = N_("The backup is checked first. The login is one of the backup."),
      .options = { restore_options, login_options },
      .run = run_restore },
    { .noun = "vault",
      .verb = "rekey",
      .summary = N_("Encrypt an office file anew, after a user was revoked."),
      .arguments = N_("FILE"),
      .details = N_("Everybody's passphrase and the recovery sheet stay the same. Nobody else may "
                    "have the file open."),
      .options = { rekey_options, login_options },
      .run = run_rekey },
    { .noun = NULL },
};
