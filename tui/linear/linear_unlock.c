/* SPDX-License-Identifier: Apache-2.0 */

/* Getting in: the language, who, and the passphrase. */
#include "command/interruption.h"
#include "command/passphrase_input.h"
#include "command/terminal_prompt.h"
#include "language.h"
#include "linear/linear_private.h"
#include "sentence.h"
#include "vault/key_cost.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- the language */

static void write_language(const void *self, FILE *stream, size_t index)
{
    (void)self;
    fputs(language_name_at(index), stream);
}

enum linear_reply linear_ask_language(struct linear *linear)
{
    size_t count = 0;
    int present = 0;
    for (; language_code_at(count) != NULL; count++)
        if (strcmp(language_code_at(count), language_code()) == 0)
            present = (int)count;
    if (count < 2)
        return REPLY_GIVEN;
    size_t chosen = 0;
    const struct linear_choices choices = {
        .text = _("Language"), .count = count, .write = write_language, .standard = present
    };
    const enum linear_reply reply = linear_choose(linear, &choices, &chosen);
    if (reply == REPLY_GIVEN)
        language_use(language_code_at(chosen));
    return reply;
}

/* ---- who */

static bool ask_name(struct linear *linear, int users)
{
    char *typed = NULL;
    const char *given = linear->options->user_name;
    if (given != NULL)
        snprintf(linear->user, sizeof(linear->user), "%s", given);
    if (given != NULL || users == 1)
        return true;
    const struct linear_question question = { .text = _("Your name"),
                                              .standard = linear->user,
                                              .max = USER_NAME_MAX_CHARACTERS,
                                              .is_text = true };
    for (;;) {
        if (linear_ask(linear, &question, &typed) == REPLY_STOP)
            return false;
        if (typed != NULL && typed[0] != '\0')
            snprintf(linear->user, sizeof(linear->user), "%s", typed);
        free(typed);
        typed = NULL;
        if (linear->user[0] != '\0')
            return true;
        linear_say("%s", _("An answer is needed here."));
    }
}

/* ---- with what */

static bool ask_on_terminal(struct linear *linear, struct secret **out)
{
    struct error error = { 0 };
    char prompt[64];
    const int terminal = terminal_prompt_open();
    enum status status = STATUS_TEXT_EMPTY;
    if (terminal < 0) {
        linear_say("%s", _("There is no terminal to ask for the passphrase on. Give it through "
                           "--passphrase-fd."));
        linear->exit_code = EXIT_CODE_USAGE;
        return false;
    }
    snprintf(prompt, sizeof(prompt), "%s\n> ", _("Passphrase"));
    while (status == STATUS_TEXT_EMPTY || status == STATUS_TEXT_TOO_LONG)
        status = terminal_prompt_read(out, terminal, prompt, &error);
    close(terminal);
    terminal_prompt_end();
    return status == STATUS_OK;
}

static bool ask_passphrase(struct linear *linear, struct secret **out)
{
    struct error error = { 0 };
    const int fd = linear->options->passphrase_fd;
    *out = NULL;
    if (fd == STDIN_FILENO)
        return linear_input_secret(linear->input, out, &error);
    if (fd < 0 || linear->passphrase_is_read)
        return ask_on_terminal(linear, out);
    linear->passphrase_is_read = true;
    if (passphrase_read(out, fd, &error) == STATUS_OK)
        return true;
    linear_fail(&error);
    linear->exit_code = (int)sentence_exit_code(error.status);
    return false;
}

/* ---- trying */

static bool wait_after(unsigned tries)
{
    const unsigned seconds = key_backoff_seconds(tries);
    if (seconds == 0)
        return true;
    linear_say(
        language_plural("The next try is in %u second.", "The next try is in %u seconds.", seconds),
        seconds);
    return interruption_sleep(seconds);
}

/* Whether another try can help. */
static bool say_failure(struct linear *linear, const struct error *error)
{
    linear_fail(error);
    linear->exit_code = (int)sentence_exit_code(error->status);
    return (error->status == STATUS_WRONG_PASSPHRASE || error->status == STATUS_TEXT_EMPTY) &&
           !linear->passphrase_is_read;
}

static void greet(struct linear *linear)
{
    const struct session *session = &linear->session;
    char day[LINEAR_DAY_SIZE];
    linear_day_text(day, session->desk.desk.today);
    linear->exit_code = EXIT_CODE_DONE;
    snprintf(linear->user, sizeof(linear->user), "%s", session_user_name(session));
    linear_say("%s, %s, %s.", session->office_name, session_user_name(session), day);
    if (session->is_training)
        linear_say("%s", _("Training: these are not real people."));
}

static bool try(struct linear *linear, bool *may_retry)
{
    struct secret *typed = NULL;
    struct error error = { 0 };
    *may_retry = false;
    if (!ask_passphrase(linear, &typed))
        return false;
    const struct login login = { linear->user[0] == '\0' ? NULL : linear->user, typed, false };
    const enum status status = session_begin(&linear->session, linear->options->path, &login,
                                             linear->options->today, &error);
    secret_free(&typed);
    if (status == STATUS_OK)
        return true;
    *may_retry = say_failure(linear, &error);
    return false;
}

bool linear_unlock(struct linear *linear)
{
    struct error error = { 0 };
    int users = 0;
    if (vault_peek(linear->options->path, disk_system(), &users, &error) != STATUS_OK) {
        say_failure(linear, &error);
        if (error.status == STATUS_NOT_FOUND)
            linear_say("%s", _("'qadam new FILE --user NAME' makes an office file, 'qadam demo "
                               "FILE' one to practise with."));
        return false;
    }
    for (unsigned tries = 1;; tries++) {
        bool may_retry;
        if (!ask_name(linear, users))
            return false;
        if (try(linear, &may_retry)) {
            greet(linear);
            return true;
        }
        if (!may_retry || !wait_after(tries))
            return false;
    }
}
