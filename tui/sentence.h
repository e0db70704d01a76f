/* SPDX-License-Identifier: Apache-2.0 */

/* What a failure means to the person at the screen: what is wrong, what to do now, and the
 * number that the command hands back to a script. */
#ifndef QADAM_SENTENCE_H
#define QADAM_SENTENCE_H

#include "base/error.h"

#include <stdbool.h>
#include <stdio.h>

/* How a command ends. */
enum exit_code {
    EXIT_CODE_DONE = 0,
    EXIT_CODE_NO = 1,    /* the answer is no: nothing found, differs, exists, not allowed */
    EXIT_CODE_USAGE = 2, /* called in a way, or given something, that cannot be used */
    EXIT_CODE_WRONG_PASSPHRASE = 3,
    EXIT_CODE_DAMAGED = 4,
    EXIT_CODE_DEVICE = 5, /* cannot read or write: permission, space, in use, memory */
};

enum exit_code sentence_exit_code(enum status status);

/* What is wrong, in the user's language; with "%lld" in it when has_number. */
const char *sentence_text(enum status status, bool has_number);

/* What to do about it; "" when the first sentence says it all. */
const char *sentence_advice(enum status status);

/* Whom to ask about what is restricted: the advice names them from now on.  Copied; "" for nobody.
 */
enum { SENTENCE_READERS_SIZE = 360 };
void sentence_tell_readers(const char *names);

/* Writes "qadam: subject: What is wrong. What to do." and a line end, broken between words on a
 * terminal; for failures of the PC or the program also what support needs to know.  subject is a
 * file's or user's name as typed, or NULL. */
void sentence_write(FILE *stream, const char *subject, const struct error *error);

/* The same, returning the exit code: "return sentence_fail(...)". */
int sentence_fail(const char *subject, const struct error *error);

/* Any other sentence on stderr in the same way: "qadam: subject: text"; subject may be NULL. */
void sentence_say(const char *subject, const char *text);

/* Any other text, broken between words in the same way. */
void sentence_write_text(FILE *stream, const char *text);

/* A text that holds one placeholder ("%s", "%lld"), with the value in its place.  For texts from
 * tables, which the compiler cannot check as formats. */
void sentence_fill(FILE *stream, const char *text, const char *placeholder, const char *value);

/* A name as it was typed or found on a disk, without what would steer the terminal. */
void sentence_write_name(FILE *stream, const char *name);

/* The same and a line end, broken between words on a terminal: behind what stands in the line
 * already, column columns wide, and indent spaces on each further line. */
void sentence_write_value(FILE *stream, const char *value, size_t column, size_t indent);

#endif
