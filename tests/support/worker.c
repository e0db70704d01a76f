/* SPDX-License-Identifier: Apache-2.0 */
#include "support/worker.h"

#include <grp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/fixture_office.h"
#include "support/unit.h"

/* ---- inside of the process */

struct desk {
    const char *path;
    struct office *office;
    struct disk disk;
    sqlite3_vfs vfs;
    int events;
};

static struct desk desk;

/* ---- dying at a change of a name: before it and after it */

static int kill_at;
static bool stops;

static void event(void)
{
    if (kill_at != 0 && ++desk.events == kill_at)
        raise(SIGKILL);
}

static int watched_move(void *self, const char *from, const char *to)
{
    event();
    if (stops)
        raise(SIGSTOP);
    int code = disk_system()->move(self, from, to);
    event();
    return code;
}

static int watched_move_new(void *self, const char *from, const char *to)
{
    event();
    int code = disk_system()->move_new(self, from, to);
    event();
    return code;
}

static int watched_link(void *self, const char *from, const char *to)
{
    event();
    int code = disk_system()->link(self, from, to);
    event();
    return code;
}

static int watched_delete(sqlite3_vfs *vfs, const char *path, int sync_folder)
{
    (void)vfs;
    event();
    int code = disk_system()->vfs->xDelete(disk_system()->vfs, path, sync_folder);
    event();
    return code;
}

static void take_desk(const char *path)
{
    desk = (struct desk){ .path = path, .disk = *disk_system(), .vfs = *disk_system()->vfs };
    desk.disk.vfs = &desk.vfs;
    desk.disk.move = watched_move;
    desk.disk.move_new = watched_move_new;
    desk.disk.link = watched_link;
    desk.vfs.xDelete = watched_delete;
}

/* ---- the orders */

static enum status open_with(const char *user, const char *passphrase,
                             const struct office_options *options, const char *path,
                             struct error *error)
{
    struct secret *typed = fixture_office_secret(passphrase);
    const struct login login = { .user_name = user, .typed = typed };
    office_close(&desk.office);
    enum status status =
        fixture_office_open_with(&desk.office, path, &desk.disk, &login, options, error);
    secret_free(&typed);
    return status;
}

static void own_passphrase(char out[32], int number)
{
    if (number > 0)
        snprintf(out, 32, "first-%d", number);
    else
        strcpy(out, "first");
}

static enum status do_create(struct order *order, struct error *error)
{
    (void)order;
    return fixture_office_create(desk.path, &desk.disk, NULL, error);
}

static enum status do_open(struct order *order, struct error *error)
{
    char passphrase[32];
    own_passphrase(passphrase, order->number);
    return open_with("first", passphrase, NULL, desk.path, error);
}

static enum status do_open_as(struct order *order, struct error *error)
{
    return open_with(order->text, order->text, NULL, desk.path, error);
}

static enum status do_open_read_only(struct order *order, struct error *error)
{
    const struct office_options options = { .is_read_only = true };
    return open_with("first", "first", &options, order->text[0] == '\0' ? desk.path : order->text,
                     error);
}

static enum status do_close(struct order *order, struct error *error)
{
    (void)order;
    (void)error;
    office_close(&desk.office);
    return STATUS_OK;
}

static enum status do_add_rows(struct order *order, struct error *error)
{
    return fixture_office_add_rows(desk.office, order->number,
                                   order->bytes == 0 ? ORDER_USUAL_BYTES : order->bytes, error);
}

static enum status do_count(struct order *order, struct error *error)
{
    (void)error;
    order->number = fixture_office_count_transactions(desk.office);
    return STATUS_OK;
}

static enum status do_checkpoint(struct order *order, struct error *error)
{
    (void)order;
    return store_checkpoint(office_store(desk.office), error);
}

static enum status do_sql(struct order *order, struct error *error)
{
    return store_execute(office_store(desk.office), order->text, error);
}

static enum status do_verify(struct order *order, struct error *error)
{
    struct office_health health;
    enum status status = office_verify(desk.office, NULL, &health, error);
    order->number = (int)health.pages;
    return status;
}

static enum status do_add_user(struct order *order, struct error *error)
{
    struct secret *passphrase = fixture_office_secret(order->text);
    enum status status =
        office_add_user(desk.office, order->text, ROLE_SUPERVISOR, passphrase, error);
    secret_free(&passphrase);
    return status;
}

static enum status do_revoke_user(struct order *order, struct error *error)
{
    return office_revoke_user(desk.office, order->text, error);
}

static enum status do_set_passphrase(struct order *order, struct error *error)
{
    char text[32];
    own_passphrase(text, order->number);
    struct secret *passphrase = fixture_office_secret(text);
    enum status status = office_set_passphrase(desk.office, NULL, passphrase, error);
    secret_free(&passphrase);
    return status;
}

static enum status do_backup(struct order *order, struct error *error)
{
    char path[ORDER_TEXT_SIZE + 16];
    snprintf(path, sizeof(path), "%s", order->text);
    if (order->number > 0)
        snprintf(path, sizeof(path), "%s.%d", order->text, order->number);
    return office_backup(desk.office, path, NULL, error);
}

static enum status do_restore(struct order *order, struct error *error)
{
    struct secret *typed = fixture_office_secret("first");
    const struct login login = { .user_name = "first", .typed = typed };
    const struct office_restore plan = {
        .backup = order->text,
        .to = desk.path,
        .overwrites = true,
    };
    char *kept = NULL;
    enum status status = office_restore(&plan, &desk.disk, &login, &kept, error);
    if (kept != NULL)
        unlink(kept);
    free(kept);
    secret_free(&typed);
    return status;
}

static enum status do_rekey(struct order *order, struct error *error)
{
    (void)order;
    struct secret *typed = fixture_office_secret("first");
    const struct login login = { .user_name = "first", .typed = typed };
    enum status status = office_rekey(desk.path, &desk.disk, &login, NULL, error);
    secret_free(&typed);
    return status;
}

static enum status (*const acts[])(struct order *order, struct error *error) = {
    [ORDER_CREATE] = do_create,
    [ORDER_OPEN] = do_open,
    [ORDER_OPEN_AS] = do_open_as,
    [ORDER_OPEN_READ_ONLY] = do_open_read_only,
    [ORDER_CLOSE] = do_close,
    [ORDER_ADD_ROWS] = do_add_rows,
    [ORDER_COUNT] = do_count,
    [ORDER_CHECKPOINT] = do_checkpoint,
    [ORDER_SQL] = do_sql,
    [ORDER_VERIFY] = do_verify,
    [ORDER_ADD_USER] = do_add_user,
    [ORDER_REVOKE_USER] = do_revoke_user,
    [ORDER_SET_PASSPHRASE] = do_set_passphrase,
    [ORDER_BACKUP] = do_backup,
    [ORDER_RESTORE] = do_restore,
    [ORDER_REKEY] = do_rekey,
};

static bool needs_office(enum order_kind kind)
{
    return kind >= ORDER_ADD_ROWS && kind <= ORDER_BACKUP;
}

/* Whether it was done and the answer has been taken. */
static bool carry_out(struct order *order, int out)
{
    struct error error = { .status = STATUS_OK };
    struct answer answer = { .status = STATUS_INTERNAL };
    alarm(CHILD_SECONDS);
    if (needs_office(order->kind) && desk.office == NULL)
        error_set(&error, STATUS_INTERNAL, "the office is not open");
    else
        answer.status = acts[order->kind](order, &error);
    alarm(0);
    answer.number = order->number;
    snprintf(answer.detail, sizeof(answer.detail), "%s",
             answer.status == STATUS_OK ? "" : error.detail);
    return child_send(out, &answer, sizeof(answer)) && answer.status == STATUS_OK;
}

static int work(void *self, int in, int out)
{
    const struct worker *worker = self;
    struct order order;
    if (worker->user != 0 &&
        (setgroups(0, NULL) != 0 || setgid((gid_t)worker->user) != 0 || setuid(worker->user) != 0))
        return CHILD_NOT_STARTED;
    take_desk(worker->path);
    alarm(0);
    while (child_receive(in, &order, sizeof(order))) {
        kill_at = order.kill_at;
        stops = order.stops;
        while (carry_out(&order, out) && order.repeats)
            order.number++;
    }
    office_close(&desk.office);
    return 0;
}

/* ---- the test's side */

void worker_start_as(struct worker *worker, const char *path, uid_t user)
{
    *worker = (struct worker){ .path = path, .user = user };
    child_start(&worker->child, work, worker);
}

void worker_start(struct worker *worker, const char *path)
{
    worker_start_as(worker, path, 0);
}

void worker_tell(struct worker *worker, const struct order *order)
{
    (void)child_send(worker->child.to, order, sizeof(*order));
}

bool worker_hear(struct worker *worker)
{
    return child_receive(worker->child.from, &worker->answer, sizeof(worker->answer));
}

enum status worker_obey(struct worker *worker, const struct order *order)
{
    worker_tell(worker, order);
    if (!worker_hear(worker)) {
        int code = child_wait(&worker->child);
        print_error("order %d: the process died: %s %d\n", (int)order->kind,
                    code < 0 ? "signal" : "exit code", code < 0 ? -code : code);
        fail();
    }
    return worker->answer.status;
}

enum status worker_do(struct worker *worker, enum order_kind kind, int number, const char *text)
{
    struct order order = { .kind = kind, .number = number };
    if (text != NULL)
        snprintf(order.text, sizeof(order.text), "%s", text);
    return worker_obey(worker, &order);
}

static void check_done(const struct worker *worker)
{
    if (worker->answer.status == STATUS_OK)
        return;
    print_error("not done: %s: %s\n", status_name(worker->answer.status), worker->answer.detail);
    fail();
}

int worker_must(struct worker *worker, enum order_kind kind, int number, const char *text)
{
    (void)worker_do(worker, kind, number, text);
    check_done(worker);
    return worker->answer.number;
}

int worker_kill(struct worker *worker, int last)
{
    child_kill(&worker->child);
    while (worker_hear(worker)) {
        check_done(worker);
        last = worker->answer.number;
    }
    (void)child_wait(&worker->child);
    return last;
}

bool worker_has_answered(const struct worker *worker)
{
    struct pollfd end = { .fd = worker->child.from, .events = POLLIN };
    return poll(&end, 1, 0) > 0;
}

void worker_wait_for_stop(const struct worker *worker)
{
    int state = 0;
    assert_int_equal(waitpid(worker->child.pid, &state, WUNTRACED), worker->child.pid);
    assert_true(WIFSTOPPED(state));
}

void worker_go_on(const struct worker *worker)
{
    assert_int_equal(kill(worker->child.pid, SIGCONT), 0);
}

int worker_wait(struct worker *worker)
{
    return child_wait(&worker->child);
}

void worker_end(struct worker *worker)
{
    int code = child_wait(&worker->child);
    if (code != 0)
        print_error("the process ended with %d\n", code);
    assert_int_equal(code, 0);
}
