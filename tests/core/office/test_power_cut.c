/* SPDX-License-Identifier: Apache-2.0 */

/* The power fails at every single write of a working day: transactions, checkpoints, a change of
 * passphrase, a user added and revoked, a new recovery sheet, a backup, a rekey, a restore.  At
 * each of these moments every kind of damage a cut can leave is made on a copy of the disk, and
 * the copy is opened: everything acknowledged must be there, nothing uncommitted, everybody who
 * may get in gets in, and the file verifies. */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/cut_disk.h"
#include "support/fixture_office.h"
#include "vault/recovery_code.h"

static const char office_path[] = "/office.qadam";
static const char backup_path[] = "/stick/backup.qadam";

/* Every moment leaves one disk, of another kind each time; QADAM_CUT_DISKS=n looks at n of them.
 * The sanitizers are slow and look for other faults: there a few moments will do.  A finished
 * backup is not written any more, so it is looked at now and then only. */
#ifdef __SANITIZE_ADDRESS__
enum { CUT_EVERY = 23 };
#else
enum { CUT_EVERY = 1 };
#endif

/* Who must get in, who must not, and who may while a change is under way. */
struct entrance {
    const char *user;
    const char *passphrase;
    enum { MUST_OPEN, MAY_OPEN, MUST_NOT_OPEN, NOT_ASKED } rule;
};

enum { ENTRANCES = 6, BACKUP_EVERY = 32 };

struct day {
    struct cut_disk *disk;
    struct entrance entrances[ENTRANCES];
    char codes[2][RECOVERY_CODE_TEXT_SIZE];
    int acknowledged; /* transactions whose commit returned */
    int begun;        /* the one under way, or the same */
    int in_backup;    /* what a backup under its real name must hold */
    bool is_backing_up;
    bool may_be_backup; /* while a restore puts the backup in the office's place */
    bool keys_change;   /* then everybody tries to get in, not only the first user */
    unsigned long cuts;
    unsigned long images;
    unsigned long disks_per_cut;
    const char *phase;
};

static struct error error;

static void fail_cut(const struct day *day, const char *what, const struct error *why)
{
    print_error("%s, cut %lu, disk %lu: %s (%s: %s)\n", day->phase, day->cuts, day->images, what,
                why == NULL ? "" : status_name(why->status), why == NULL ? "" : why->detail);
    fail();
}

static void check_entrance(const struct day *day, const struct disk *disk,
                           const struct entrance *entrance)
{
    struct office *office = NULL;
    struct error why = { .status = STATUS_OK };
    struct secret *typed = fixture_office_secret(entrance->passphrase);
    const struct login login = {
        .user_name = entrance->user,
        .typed = typed,
        .is_recovery = entrance->user == NULL,
    };
    enum status status = fixture_office_open_with(&office, office_path, disk, &login, NULL, &why);
    secret_free(&typed);
    office_close(&office);
    if (status != STATUS_OK && entrance->rule == MUST_OPEN)
        fail_cut(day, "a passphrase no longer opens the file", &why);
    if (status == STATUS_OK && entrance->rule == MUST_NOT_OPEN)
        fail_cut(day, "a revoked passphrase opens the file", NULL);
    if (status != STATUS_OK && status != STATUS_WRONG_PASSPHRASE)
        fail_cut(day, "a passphrase meets something worse than \"wrong\"", &why);
}

static void check_file(const struct day *day, const struct disk *disk, const char *path,
                       int at_least, int at_most)
{
    struct office *office = NULL;
    struct office_health health;
    struct error why = { .status = STATUS_OK };
    if (fixture_office_open(&office, path, disk, "first", "first", &why) != STATUS_OK)
        fail_cut(day, "the file does not open", &why);
    int count = fixture_office_count_transactions(office);
    if (count < at_least || count > at_most)
        print_error("%s: %d transactions, not %d to %d\n", path, count, at_least, at_most);
    if (count < at_least || count > at_most)
        fail_cut(day, count < 0 ? "rows are damaged" : "transactions are lost or too many", NULL);
    if (office_verify(office, NULL, &health, &why) != STATUS_OK)
        fail_cut(day, "the file does not verify", &why);
    office_close(&office);
}

static void check_image(const struct day *day, struct cut_disk *image)
{
    const struct disk *disk = cut_disk_as_disk(image);
    int at_least = day->acknowledged;
    if (day->may_be_backup && day->in_backup < at_least)
        at_least = day->in_backup;
    check_file(day, disk, office_path, at_least, day->begun);
    const bool looks = day->is_backing_up || day->may_be_backup || day->cuts % BACKUP_EVERY == 0;
    if (looks && cut_disk_file_size(image, backup_path) >= 0)
        check_file(day, disk, backup_path, day->in_backup, day->in_backup);
    for (size_t i = 0; i < ENTRANCES; i++)
        if (day->keys_change && day->entrances[i].rule != NOT_ASKED)
            check_entrance(day, disk, &day->entrances[i]);
}

static void cut_here(void *self, struct cut_disk *disk, const struct cut_event *event)
{
    struct day *day = self;
    (void)event;
    day->cuts++;
    if (day->cuts % CUT_EVERY != 0)
        return;
    for (unsigned long i = 0; i < day->disks_per_cut; i++) {
        unsigned long seed = day->cuts * day->disks_per_cut + i;
        enum cut_mode mode = (enum cut_mode)(seed % CUT_MODE_COUNT);
        struct cut_disk *image = cut_disk_crash_image(disk, mode, seed);
        check_image(day, image);
        cut_disk_free(image);
        day->images++;
    }
}

static struct entrance *entrance_of(struct day *day, size_t index, const char *user,
                                    const char *passphrase)
{
    day->entrances[index].user = user;
    day->entrances[index].passphrase = passphrase;
    return &day->entrances[index];
}

static struct office *open_office(struct day *day)
{
    struct office *office = NULL;
    assert_ok(fixture_office_open(&office, office_path, cut_disk_as_disk(day->disk), "first",
                                  "first", &error));
    return office;
}

/* ---- the parts of the day */

static void write_transactions(struct day *day, struct office *office, int count, int bytes)
{
    for (int i = 0; i < count; i++) {
        day->begun = day->acknowledged + 1;
        assert_ok(fixture_office_add_rows(office, day->begun, bytes, &error));
        day->acknowledged = day->begun;
    }
}

static void work(struct day *day)
{
    struct office *office = open_office(day);
    day->keys_change = false;
    day->phase = "transactions";
    write_transactions(day, office, 12, 300);
    day->phase = "checkpoint";
    assert_ok(store_checkpoint(office_store(office), &error));
    day->phase = "transactions over several pages";
    write_transactions(day, office, 4, 9000);
    day->phase = "a transaction larger than the cache";
    assert_ok(store_execute(office_store(office), "PRAGMA cache_size = 10", &error));
    write_transactions(day, office, 2, 60000);
    day->phase = "checkpoint of large transactions";
    assert_ok(store_checkpoint(office_store(office), &error));
    write_transactions(day, office, 3, 100);
    day->phase = "close";
    office_close(&office);
}

static void change_users(struct day *day)
{
    struct office *office = open_office(day);
    struct secret *second = fixture_office_secret("second");
    struct secret *changed = fixture_office_secret("changed");
    day->keys_change = true;
    struct entrance *old = entrance_of(day, 1, "Second", "second");
    struct entrance *new = entrance_of(day, 2, "second", "changed");

    day->phase = "adding a user";
    old->rule = MAY_OPEN;
    new->rule = MUST_NOT_OPEN;
    assert_ok(office_add_user(office, "Second", ROLE_SUPERVISOR, second, &error));
    old->rule = MUST_OPEN;

    day->phase = "changing a passphrase";
    old->rule = new->rule = MAY_OPEN;
    assert_ok(office_set_passphrase(office, "second", changed, &error));
    old->rule = MUST_NOT_OPEN;
    new->rule = MUST_OPEN;

    day->phase = "changing one's own passphrase";
    struct secret *own = fixture_office_secret("first");
    assert_ok(office_set_passphrase(office, NULL, own, &error)); /* the same words, a new slot */
    secret_free(&own);
    office_close(&office);
    secret_free(&second);
    secret_free(&changed);
}

static void new_sheet(struct day *day)
{
    struct office *office = open_office(day);
    day->phase = "a new recovery sheet";
    day->entrances[3].rule = MAY_OPEN;
    assert_ok(office_new_recovery_code(office, fixture_office_take_code, day->codes[1], &error));
    day->entrances[3].rule = MUST_NOT_OPEN;
    entrance_of(day, 4, NULL, day->codes[1])->rule = MUST_OPEN;
    office_close(&office);
}

static void revoke(struct day *day)
{
    struct office *office = open_office(day);
    day->phase = "revoking a user";
    day->entrances[2].rule = MAY_OPEN;
    assert_ok(office_revoke_user(office, "SECOND", &error));
    day->entrances[2].rule = MUST_NOT_OPEN;
    office_close(&office);
}

static void back_up(struct day *day)
{
    struct office *office = open_office(day);
    day->keys_change = false;
    day->phase = "backup";
    write_transactions(day, office, 2, 500);
    day->in_backup = day->acknowledged;
    day->is_backing_up = true;
    assert_ok(office_backup(office, backup_path, NULL, &error));
    day->is_backing_up = false;
    write_transactions(day, office, 2, 500);
    office_close(&office);
}

static void rekey(struct day *day)
{
    struct secret *typed = fixture_office_secret("first");
    const struct login login = { .user_name = "first", .typed = typed };
    day->keys_change = true;
    day->phase = "rekey";
    assert_ok(office_rekey(office_path, cut_disk_as_disk(day->disk), &login, NULL, &error));
    secret_free(&typed);
}

static void restore(struct day *day)
{
    struct secret *typed = fixture_office_secret("first");
    const struct login login = { .user_name = "first", .typed = typed };
    const struct office_restore plan = {
        .backup = backup_path,
        .to = office_path,
        .overwrites = true,
    };
    char *kept = NULL;
    day->phase = "restore";
    day->keys_change = true;
    day->may_be_backup = true;
    const int before = day->acknowledged;
    assert_ok(office_restore(&plan, cut_disk_as_disk(day->disk), &login, &kept, &error));
    day->may_be_backup = false;
    day->acknowledged = day->begun = day->in_backup;
    assert_non_null(kept);
    check_file(day, cut_disk_as_disk(day->disk), kept, before, before);
    free(kept);
    secret_free(&typed);
}

static void begin_day(struct day *day)
{
    const char *wanted = getenv("QADAM_CUT_DISKS");
    *day = (struct day){ .disk = cut_disk_new(), .phase = "start" };
    day->disks_per_cut = wanted == NULL ? 1 : strtoul(wanted, NULL, 10);
    for (size_t i = 0; i < ENTRANCES; i++)
        day->entrances[i].rule = NOT_ASKED;
    assert_ok(
        fixture_office_create(office_path, cut_disk_as_disk(day->disk), day->codes[0], &error));
    entrance_of(day, 0, "first", "first")->rule = MUST_OPEN;
    entrance_of(day, 3, NULL, day->codes[0])->rule = MUST_OPEN;
    cut_disk_set_hook(day->disk, cut_here, day);
}

static void a_power_cut_at_any_write_of_a_day_loses_nothing(void **state)
{
    struct day day;
    (void)state;
    begin_day(&day);
    work(&day);
    change_users(&day);
    new_sheet(&day);
    revoke(&day);
    back_up(&day);
    rekey(&day);
    work(&day);
    restore(&day);
    work(&day);
    cut_disk_set_hook(day.disk, NULL, NULL);
    printf("NOTE: power cuts tried: %lu disks left by cuts at %lu moments\n", day.images,
           day.cuts / CUT_EVERY);
    assert_true(day.cuts > 1000);
    cut_disk_free(day.disk);
}

/* ---- creation */

struct creation {
    unsigned long moments;
    unsigned long images;
};

static void check_half_made(void *self, struct cut_disk *disk, const struct cut_event *event)
{
    struct creation *creation = self;
    (void)event;
    if (creation->moments++ % CUT_EVERY != 0)
        return;
    const enum cut_mode mode = (enum cut_mode)(creation->images % CUT_MODE_COUNT);
    struct cut_disk *image = cut_disk_crash_image(disk, mode, creation->images);
    struct office *office = NULL;
    if (cut_disk_file_size(image, office_path) >= 0)
        assert_ok(fixture_office_open(&office, office_path, cut_disk_as_disk(image), "first",
                                      "first", &error));
    else
        assert_ok(fixture_office_create(office_path, cut_disk_as_disk(image), NULL, &error));
    office_close(&office);
    cut_disk_free(image);
    creation->images++;
}

static void a_power_cut_while_creating_leaves_a_whole_file_or_none(void **state)
{
    struct cut_disk *disk = cut_disk_new();
    struct creation creation = { .images = 0 };
    (void)state;
    cut_disk_set_hook(disk, check_half_made, &creation);
    assert_ok(fixture_office_create(office_path, cut_disk_as_disk(disk), NULL, &error));
    cut_disk_set_hook(disk, NULL, NULL);
    printf("NOTE: creations cut: %lu disks left at %lu moments\n", creation.images,
           creation.moments);
    assert_true(creation.moments > 50);
    assert_true(creation.images >= creation.moments / CUT_EVERY);
    cut_disk_free(disk);
}

/* The simulator is shown to be able to catch a program that does not wait for the disk. */
static void find_loss(void *self, struct cut_disk *disk, const struct cut_event *event)
{
    struct day *day = self;
    struct office *office = NULL;
    if (event->kind != CUT_SYNC)
        return;
    struct cut_disk *image = cut_disk_crash_image(disk, CUT_LOSE_ALL, 1);
    if (fixture_office_open(&office, office_path, cut_disk_as_disk(image), "first", "first",
                            &error) != STATUS_OK ||
        fixture_office_count_transactions(office) < day->acknowledged)
        day->cuts++;
    office_close(&office);
    cut_disk_free(image);
}

static void without_syncing_the_same_day_would_lose_transactions(void **state)
{
    struct day day;
    (void)state;
    begin_day(&day);
    cut_disk_set_hook(day.disk, find_loss, &day);
    struct office *office = open_office(&day);
    assert_ok(store_execute(office_store(office), "PRAGMA synchronous = OFF", &error));
    write_transactions(&day, office, 5, 300);
    assert_ok(store_execute(office_store(office), "PRAGMA synchronous = FULL", &error));
    assert_ok(store_checkpoint(office_store(office), &error));
    office_close(&office);
    assert_true(day.cuts > 0);
    cut_disk_free(day.disk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_power_cut_at_any_write_of_a_day_loses_nothing),
        cmocka_unit_test(a_power_cut_while_creating_leaves_a_whole_file_or_none),
        cmocka_unit_test(without_syncing_the_same_day_would_lose_transactions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
