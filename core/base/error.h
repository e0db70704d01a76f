/* SPDX-License-Identifier: Apache-2.0 */

/* One way to fail.  A function that can fail returns an enum status, takes a caller-owned
 * struct error last and puts its results into *out parameters first.  The status chooses the
 * sentence that the user reads (in the user's language, said by the tui layer); the number is
 * the one fact that such a sentence may need; the detail is technical, in English, and never
 * holds personal data or secrets. */
#ifndef QADAM_BASE_ERROR_H
#define QADAM_BASE_ERROR_H

enum status {
    STATUS_OK,
    /* What was given is not usable. */
    STATUS_TEXT_INVALID,  /* not UTF-8 */
    STATUS_TEXT_CONTROL,  /* holds control, invisible or direction-changing characters */
    STATUS_TEXT_TOO_LONG, /* number: the most characters allowed */
    STATUS_TEXT_EMPTY,
    STATUS_DATE_INVALID,          /* no such day, or not written as a date */
    STATUS_NAME_INVALID,          /* a user name or an office code that cannot be used */
    STATUS_PASSPHRASE_WEAK,       /* number: the fewest characters allowed */
    STATUS_RECOVERY_CODE_INVALID, /* number: the group with the mistake, 0 when the length is wrong
                                   */
    STATUS_TOO_LARGE,             /* number: the most MiB allowed */
    STATUS_INVALID,               /* anything else that makes no sense here */
    /* What was asked for cannot be done now. */
    STATUS_NOT_FOUND,
    STATUS_EXISTS,
    STATUS_REFUSED,         /* the user's role does not allow it */
    STATUS_RESTRICTED,      /* sealed to others: the user holds no key to it */
    STATUS_LAST_SUPERVISOR, /* would leave nobody who can manage users */
    STATUS_KEYSLOTS_FULL,   /* number: how many users a file can have */
    STATUS_IN_USE,          /* another program has the file open */
    STATUS_MOVED,           /* the file was replaced by another one while it was open */
    STATUS_INTERRUPTED,     /* the user asked to stop */
    STATUS_MEMORY_LOW,      /* number: MiB that must be free to derive a key */
    STATUS_OUT_OF_MEMORY,
    /* Opening a vault. */
    STATUS_WRONG_PASSPHRASE,
    STATUS_NOT_A_VAULT,
    STATUS_NEWER_FORMAT,   /* made by a newer program */
    STATUS_DAMAGED,        /* number: the damaged page, 0 when it is not a page */
    STATUS_KEYS_ALTERED,   /* the list of keys was changed or replaced by an older one */
    STATUS_JOURNAL_BROKEN, /* number: the first entry whose hash does not follow */
    /* The outside world. */
    STATUS_NO_SPACE,
    STATUS_NO_PERMISSION,
    STATUS_READ_FAILED,
    STATUS_WRITE_FAILED,
    STATUS_INTERNAL, /* a mistake in the program itself */
    STATUS_COUNT
};

enum { ERROR_DETAIL_SIZE = 160 };

struct error {
    enum status status;
    long long number;
    char detail[ERROR_DETAIL_SIZE];
};

#if defined(__GNUC__)
#define MUST_CHECK __attribute__((warn_unused_result))
#define PRINTF_LIKE(format_index, first_index)                                                     \
    __attribute__((format(printf, format_index, first_index)))
#else
#define MUST_CHECK
#define PRINTF_LIKE(format_index, first_index)
#endif

/* Records a failure and gives its status back, so that "return error_set(...)" is one line.
 * error may be NULL when the caller only wants the status.  These are macros so that compilers
 * and analysers see which status comes back. */
#define error_set(error, status, ...)                                                              \
    (error_record((error), (status), 0, __VA_ARGS__), error_same(status))

/* The same with the number that the user's sentence needs. */
#define error_set_number(error, status, number, ...)                                               \
    (error_record((error), (status), (number), __VA_ARGS__), error_same(status))

static inline enum status error_same(enum status status)
{
    return status;
}

/* What the two above call. */
void error_record(struct error *error, enum status status, long long number, const char *format,
                  ...) PRINTF_LIKE(4, 5);

/* Back to "nothing failed". */
void error_clear(struct error *error);

/* The stable English name of a status, such as "wrong_passphrase": for --json and tests. */
const char *status_name(enum status status);

#endif
