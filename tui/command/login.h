/* SPDX-License-Identifier: Apache-2.0 */

/* Getting into an office file: who, with what, and again when a passphrase was mistyped. */
#ifndef QADAM_COMMAND_LOGIN_H
#define QADAM_COMMAND_LOGIN_H

#include "command/arguments.h"
#include "office/office.h"

/* --user, --passphrase-fd, --recovery: of every command that opens an office file. */
extern const struct option login_options[];

/* Something that needs a login. */
struct login_attempt {
    const char *path; /* the file that the login is for */
    enum status (*attempt)(void *self, const struct login *login, struct error *error);
    void *self;
    const char *target; /* the file that is to be written, when it is another one; or NULL */
};

/* Reads the secret and makes the attempt; on a terminal up to five times while the passphrase is
 * wrong, waiting longer each time.  Returns an exit code; after a failure it has said why. */
int login_try(const struct arguments *arguments, const struct login_attempt *attempt);

/* Opens the file that the first argument names.  options may be NULL. */
int login_open(struct office **out, const struct arguments *arguments,
               const struct office_options *options);

/* The same for somebody whose role allows that act. */
int login_open_for(struct office **out, const struct arguments *arguments, enum office_act act);

/* Whether a failure is about where something was to be written, not about what was read. */
bool login_is_about_target(enum status status);

/* The same for work that only reads: it goes on where the file cannot be written. */
int login_open_to_read(struct office **out, const struct arguments *arguments, enum office_act act);

/* The same for a file that is not the first argument. */
struct login_file {
    const char *path;
    bool only_reads;
};
int login_open_file(struct office **out, const struct arguments *arguments,
                    const struct login_file *file, enum office_act act);

#endif
