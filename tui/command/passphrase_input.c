/* SPDX-License-Identifier: Apache-2.0 */
#include "command/passphrase_input.h"

#include "command/interruption.h"
#include "command/terminal_prompt.h"
#include "language.h"
#include "sentence.h"
#include "vault/passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

enum { NEW_PASSPHRASE_TRIES = 5, PROMPT_TRIES = 3 };

/* ---- from a descriptor */

static void strip_line_end(struct secret *secret)
{
    if (secret->length > 0 && secret->bytes[secret->length - 1] == '\n') {
        secret->length--;
        if (secret->length > 0 && secret->bytes[secret->length - 1] == '\r')
            secret->length--;
    }
}

static enum status read_to_end(struct secret *secret, int fd, struct error *error)
{
    for (;;) {
        ssize_t count = read(fd, secret->bytes + secret->length, secret->capacity - secret->length);
        if (count < 0 && errno == EINTR && !interruption_is_asked())
            continue;
        if (count < 0 && errno == EINTR)
            return error_set(error, STATUS_INTERRUPTED, "asked to stop");
        if (count < 0)
            return error_set(error, STATUS_READ_FAILED, "descriptor %d", fd);
        if (count == 0)
            break;
        secret->length += (size_t)count;
        if (secret->length == secret->capacity)
            break;
    }
    strip_line_end(secret);
    if (secret->length == 0)
        return error_set(error, STATUS_TEXT_EMPTY, "descriptor %d", fd);
    if (secret->length > PASSPHRASE_MAX_BYTES)
        return error_set_number(error, STATUS_TEXT_TOO_LONG, PASSPHRASE_MAX_BYTES, "descriptor %d",
                                fd);
    return STATUS_OK;
}

enum status passphrase_read(struct secret **out, int fd, struct error *error)
{
    /* Room for the line end and for one byte more, which shows that it is too long. */
    enum status status = secret_new(out, PASSPHRASE_MAX_BYTES + 3, error);
    if (status == STATUS_OK)
        status = read_to_end(*out, fd, error);
    if (status != STATUS_OK)
        secret_free(out);
    return status;
}

/* ---- the options */

/* The descriptor that the option names; -1 when the command has no such option or it was not
 * given. */
static int option_descriptor(const struct arguments *arguments, const char *option)
{
    return arguments_knows(arguments, option) ? (int)arguments_number(arguments, option, -1) : -1;
}

static bool is_readable(int fd)
{
    int flags = fcntl(fd, F_GETFL);
    return flags >= 0 && (flags & O_ACCMODE) != O_WRONLY;
}

int passphrase_check_options(const struct arguments *arguments)
{
    int old = option_descriptor(arguments, "passphrase-fd");
    int new = option_descriptor(arguments, "new-passphrase-fd");
    if (old >= 0 && !is_readable(old))
        return arguments_refuse(arguments, _("--passphrase-fd names nothing that is open for "
                                             "reading."));
    if (new >= 0 && !is_readable(new))
        return arguments_refuse(arguments, _("--new-passphrase-fd names nothing that is open for "
                                             "reading."));
    if (old >= 0 && old == new)
        return arguments_refuse(arguments, _("--passphrase-fd and --new-passphrase-fd must name "
                                             "two different descriptors."));
    return EXIT_CODE_DONE;
}

/* ---- getting one */

static int ask(struct secret **out, const struct arguments *arguments, const char *prompt)
{
    struct error error = { 0 };
    int terminal = terminal_prompt_open();
    if (terminal < 0)
        return arguments_refuse(arguments, _("There is no terminal to ask on. Give the passphrase "
                                             "through --passphrase-fd (a new one through "
                                             "--new-passphrase-fd where there is such an "
                                             "option)."));
    int code = EXIT_CODE_USAGE;
    for (int i = 0; i < PROMPT_TRIES; i++) {
        enum status status = terminal_prompt_read(out, terminal, prompt, &error);
        code = status == STATUS_OK ? EXIT_CODE_DONE : sentence_fail(NULL, &error);
        if (status != STATUS_TEXT_EMPTY && status != STATUS_TEXT_TOO_LONG)
            break;
    }
    close(terminal);
    return code;
}

int passphrase_get(struct secret **out, const struct arguments *arguments, const char *option,
                   const char *prompt)
{
    struct error error = { 0 };
    int fd = option_descriptor(arguments, option);
    *out = NULL;
    if (fd < 0)
        return ask(out, arguments, prompt);
    if (passphrase_read(out, fd, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    return EXIT_CODE_DONE;
}

/* Whether it will do; the sentence if not. */
static bool is_strong(const struct secret *typed, const char *user_name)
{
    struct secret *normal = NULL;
    struct error error = { 0 };
    enum status status = passphrase_normalize(&normal, typed, &error);
    if (status == STATUS_OK)
        status = passphrase_check_new(normal, user_name == NULL ? "" : user_name, &error);
    secret_free(&normal);
    if (status != STATUS_OK)
        sentence_write(stderr, NULL, &error);
    return status == STATUS_OK;
}

static bool is_same(const struct secret *one, const struct secret *other)
{
    return one != NULL && other != NULL && one->length == other->length &&
           sodium_memcmp(one->bytes, other->bytes, one->length) == 0;
}

/* Asks once for a new one and once to repeat it.  *out stays NULL when it will not do. */
static int ask_twice(struct secret **out, const struct arguments *arguments, const char *user_name)
{
    struct secret *again = NULL;
    int code = ask(out, arguments, _("New passphrase: "));
    if (code != EXIT_CODE_DONE)
        return code;
    if (!is_strong(*out, user_name)) {
        secret_free(out);
        return EXIT_CODE_DONE;
    }
    code = ask(&again, arguments, _("The same once more: "));
    bool differs = code == EXIT_CODE_DONE && !is_same(*out, again);
    if (differs)
        fprintf(stderr, "qadam: %s\n", _("The two differ. Please type both again."));
    if (differs || code != EXIT_CODE_DONE)
        secret_free(out);
    secret_free(&again);
    return code;
}

int passphrase_get_new(struct secret **out, const struct arguments *arguments, const char *option,
                       const char *user_name)
{
    int code = EXIT_CODE_DONE;
    *out = NULL;
    if (option_descriptor(arguments, option) >= 0)
        return passphrase_get(out, arguments, option, "");
    for (int i = 0; i < NEW_PASSPHRASE_TRIES && *out == NULL && code == EXIT_CODE_DONE; i++)
        code = ask_twice(out, arguments, user_name);
    return code == EXIT_CODE_DONE && *out == NULL ? EXIT_CODE_USAGE : code;
}
