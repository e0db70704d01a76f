/* SPDX-License-Identifier: Apache-2.0 */

/* A process of its own that works on an office file on the real disk and does what the test
 * tells it, one order after the other.  The office is one of fixture_office: user "first". */
#ifndef QADAM_TESTS_SUPPORT_WORKER_H
#define QADAM_TESTS_SUPPORT_WORKER_H

#include "base/error.h"
#include "support/child.h"

enum order_kind {
    ORDER_CREATE,
    ORDER_OPEN,           /* number n > 0: with the passphrase of ORDER_SET_PASSPHRASE n */
    ORDER_OPEN_AS,        /* text: the user, whose passphrase is the same word */
    ORDER_OPEN_READ_ONLY, /* text: the file, NULL: the worker's own */
    ORDER_CLOSE,
    ORDER_ADD_ROWS, /* number: of the transaction, which must be the next one */
    ORDER_COUNT,    /* answers with fixture_office_count_transactions() */
    ORDER_CHECKPOINT,
    ORDER_SQL,            /* text: what is executed */
    ORDER_VERIFY,         /* answers with the number of pages */
    ORDER_ADD_USER,       /* text: the name, which becomes the passphrase too */
    ORDER_REVOKE_USER,    /* text: the name */
    ORDER_SET_PASSPHRASE, /* number n: one's own becomes "first-n" */
    ORDER_BACKUP,         /* text: the file; number n > 0: the file with ".n" added */
    ORDER_RESTORE,        /* text: the backup; overwrites and removes what was kept */
    ORDER_REKEY,          /* the file must not be open in this worker */
    ORDER_COUNT_OF_KINDS
};

enum { ORDER_TEXT_SIZE = 1024, ORDER_USUAL_BYTES = 300 };

struct order {
    enum order_kind kind;
    int number;
    int bytes;    /* of each row that ORDER_ADD_ROWS adds; 0: ORDER_USUAL_BYTES */
    bool repeats; /* with the next number and an answer each time, until it fails */
    int kill_at;  /* the process kills itself at the n-th change of a file's name; 0: never */
    bool stops;   /* SIGSTOP before a file takes the place of another one */
    char text[ORDER_TEXT_SIZE];
};

struct answer {
    enum status status;
    int number; /* the order's own, or what it asked for */
    char detail[ERROR_DETAIL_SIZE];
};

struct worker {
    struct child child;
    const char *path;
    uid_t user; /* 0: the same as the test's */
    struct answer answer;
};

/* path: of the office file, as the worker shall name it; must stay. */
void worker_start(struct worker *worker, const char *path);
/* As another user, which only root can do. */
void worker_start_as(struct worker *worker, const char *path, uid_t user);

/* Gives an order and waits for the answer.  It fails the test when the process dies. */
enum status worker_do(struct worker *worker, enum order_kind kind, int number, const char *text);
enum status worker_obey(struct worker *worker, const struct order *order);
/* The same and fails the test unless it was done; gives the number of the answer. */
int worker_must(struct worker *worker, enum order_kind kind, int number, const char *text);

/* The two halves of worker_obey(); false when the process has died. */
void worker_tell(struct worker *worker, const struct order *order);
bool worker_hear(struct worker *worker);

/* Whether an answer (or the end) is there to be heard. */
bool worker_has_answered(const struct worker *worker);
/* Waits until an order with "stops" has come to its stop, and lets it go on. */
void worker_wait_for_stop(const struct worker *worker);
void worker_go_on(const struct worker *worker);

/* kill -9, and the number of the last answer that it gave before; last when it gave none.  A
 * failure among the answers fails the test. */
int worker_kill(struct worker *worker, int last);
/* Lets it close its files and end. */
void worker_end(struct worker *worker);
/* Waits for one that died by itself: minus the signal, or the exit code. */
int worker_wait(struct worker *worker);

#endif
