/* SPDX-License-Identifier: Apache-2.0 */
#include "command/login.h"

#include "command/interruption.h"
#include "command/passphrase_input.h"
#include "command/progress.h"
#include "language.h"
#include "office/failed_tries.h"
#include "sentence.h"
#include "vault/key_cost.h"
#include "wording/compartment_label.h"

#include <limits.h>
#include <stdio.h>

enum { LOGIN_TRIES = 5 };

const struct option login_options[] = {
    { "user", N_("NAME"), N_("Who opens the file. Not needed when it has only one user."),
      OPTION_TEXT, 0, 0, false },
    { "passphrase-fd", N_("N"),
      N_("Read the passphrase from this open file descriptor, up to its end, instead of asking on "
         "the terminal."),
      OPTION_NUMBER, 0, INT_MAX, false },
    { "recovery", NULL, N_("Open with the code of the recovery sheet instead of a passphrase."),
      OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

/* Looks at the file before anything is asked: is it there, is it ours, whose is it? */
static int login_check(const struct arguments *arguments, const char *path)
{
    struct error error = { 0 };
    int users = 0;
    int code = passphrase_check_options(arguments);
    if (code != EXIT_CODE_DONE)
        return code;
    if (vault_peek(path, disk_system(), &users, &error) != STATUS_OK)
        return sentence_fail(path, &error);
    if (users != 1 && !arguments_has(arguments, "user") && !arguments_has(arguments, "recovery"))
        return arguments_refuse(arguments, _("This file has several users: say who you are with "
                                             "--user NAME."));
    return EXIT_CODE_DONE;
}

static int login_get(struct secret **typed, const struct arguments *arguments)
{
    char prompt[256];
    const char *user = arguments_text(arguments, "user");
    if (arguments_has(arguments, "recovery"))
        snprintf(prompt, sizeof(prompt), "%s", _("Code of the recovery sheet: "));
    else if (user == NULL)
        snprintf(prompt, sizeof(prompt), "%s", _("Passphrase: "));
    else
        snprintf(prompt, sizeof(prompt), _("Passphrase of %s: "), user);
    return passphrase_get(typed, arguments, "passphrase-fd", prompt);
}

/* Says what was wrong and waits; false when there shall be no other try. */
static bool login_may_retry(const struct arguments *arguments, enum status status,
                            unsigned wrong_tries)
{
    bool was_mistyped = status == STATUS_WRONG_PASSPHRASE || status == STATUS_RECOVERY_CODE_INVALID;
    return was_mistyped && !arguments_has(arguments, "passphrase-fd") && wrong_tries < LOGIN_TRIES;
}

static bool login_wait(unsigned wrong_tries)
{
    unsigned seconds = key_backoff_seconds(wrong_tries);
    if (seconds == 0)
        return true;
    fputs("qadam: ", stderr);
    fprintf(
        stderr,
        language_plural("The next try is in %u second.", "The next try is in %u seconds.", seconds),
        seconds);
    fputc('\n', stderr);
    return interruption_sleep(seconds);
}

static int login_say_stopped(void)
{
    struct error error;
    error_set(&error, STATUS_INTERRUPTED, "asked to stop");
    fputc('\n', stderr); /* behind the "^C" */
    return sentence_fail(NULL, &error);
}

bool login_is_about_target(enum status status)
{
    return status == STATUS_NO_SPACE || status == STATUS_EXISTS || status == STATUS_NOT_FOUND ||
           status == STATUS_NO_PERMISSION || status == STATUS_WRITE_FAILED ||
           status == STATUS_MOVED || status == STATUS_IN_USE;
}

static int login_say_failure(const struct arguments *arguments, const struct login_attempt *attempt,
                             const struct error *error)
{
    const char *path = attempt->path;
    if (error->status != STATUS_WRONG_PASSPHRASE || !arguments_has(arguments, "recovery"))
        return sentence_fail(attempt->target != NULL && login_is_about_target(error->status)
                                 ? attempt->target
                                 : path,
                             error);
    fputs("qadam: ", stderr);
    sentence_write_name(stderr, path);
    fprintf(stderr, ": %s\n",
            _("This recovery code does not open the file. Perhaps a newer sheet was made since."));
    return EXIT_CODE_WRONG_PASSPHRASE;
}

int login_try(const struct arguments *arguments, const struct login_attempt *attempt)
{
    int code = login_check(arguments, attempt->path);
    for (unsigned tries = 1; code == EXIT_CODE_DONE; tries++) {
        struct secret *typed = NULL;
        struct error error = { 0 };
        code = login_get(&typed, arguments);
        if (code != EXIT_CODE_DONE)
            return code;
        const struct login login = { arguments_text(arguments, "user"), typed,
                                     arguments_has(arguments, "recovery") };
        enum status status = attempt->attempt(attempt->self, &login, &error);
        secret_free(&typed);
        if (status == STATUS_OK)
            return EXIT_CODE_DONE;
        if (status == STATUS_WRONG_PASSPHRASE)
            failed_tries_note(attempt->path);
        code = login_say_failure(arguments, attempt, &error);
        if (login_may_retry(arguments, status, tries))
            code = login_wait(tries) ? EXIT_CODE_DONE : login_say_stopped();
    }
    return code;
}

/* ---- opening */

struct opening {
    struct office **out;
    const char *path;
    const struct office_options *options;
};

static enum status opening_attempt(void *self, const struct login *login, struct error *error)
{
    const struct opening *opening = self;
    enum status status =
        office_open(opening->out, opening->path, disk_system(), login, opening->options, error);
    if (status == STATUS_OK)
        status = failed_tries_tell(*opening->out, opening->path, error);
    if (status != STATUS_OK)
        office_close(opening->out);
    return status;
}

/* Closes again what the user's role does not allow. */
static int login_require(struct office **out, int code, enum office_act act)
{
    struct error error = { 0 };
    if (code != EXIT_CODE_DONE || office_require(*out, act, &error) == STATUS_OK)
        return code;
    office_close(out);
    return sentence_fail(NULL, &error);
}

static int login_open_path(struct office **out, const struct arguments *arguments, const char *path,
                           const struct office_options *options)
{
    struct office_options chosen = { 0 };
    if (options != NULL)
        chosen = *options;
    if (chosen.progress.report == NULL)
        chosen.progress = progress_silent();
    struct opening opening = { out, path, &chosen };
    const struct login_attempt attempt = { opening.path, opening_attempt, &opening, NULL };
    *out = NULL;
    const int code = login_try(arguments, &attempt);
    if (code == EXIT_CODE_DONE)
        reader_names_tell(*out);
    return code;
}

int login_open(struct office **out, const struct arguments *arguments,
               const struct office_options *options)
{
    return login_open_path(out, arguments, arguments_positional(arguments, 0), options);
}

int login_open_to_read(struct office **out, const struct arguments *arguments, enum office_act act)
{
    const struct office_options reading = { .may_be_read_only = true };
    return login_require(out, login_open(out, arguments, &reading), act);
}

int login_open_for(struct office **out, const struct arguments *arguments, enum office_act act)
{
    return login_require(out, login_open(out, arguments, NULL), act);
}

int login_open_file(struct office **out, const struct arguments *arguments,
                    const struct login_file *file, enum office_act act)
{
    const struct office_options options = { .may_be_read_only = file->only_reads };
    return login_require(out, login_open_path(out, arguments, file->path, &options), act);
}
