/* SPDX-License-Identifier: Apache-2.0 */

/* Acts on people on a disk that fails: what was acknowledged is there, nothing is half there, and
 * journal and history belong together. */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document/document_store.h"
#include "support/cut_disk.h"
#include "support/fixture_office.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"

static const char office_path[] = "/office.qadam";

static struct error error;

/* How many acts of the work below were acknowledged. */
enum { ACTS = 5 };

static enum status add(struct office *office, const char *surname, char id[UUID_TEXT_SIZE])
{
    struct person person = fixture_record_make(surname, "Айгүл");
    const enum status status =
        person_add(office_store(office), office_actor(office), &person, NULL, &error);
    memcpy(id, person.id, UUID_TEXT_SIZE);
    person_release(&person);
    return status;
}

static enum status add_document(struct office *office, const char *person_id)
{
    char type[] = "passport";
    struct document document = { .type = type, .state = DOCUMENT_HELD };
    memcpy(document.person_id, person_id, UUID_TEXT_SIZE);
    return document_add(office_store(office), office_actor(office), &document, &error);
}

static int work(struct office *office)
{
    char one[UUID_TEXT_SIZE];
    char two[UUID_TEXT_SIZE];
    struct store *store = office_store(office);
    const char *actor = office_actor(office);
    if (add(office, "Асанова", one) != STATUS_OK)
        return 0;
    if (add(office, "Asanova", two) != STATUS_OK)
        return 1;
    if (add_document(office, two) != STATUS_OK)
        return 2;
    if (person_merge(store, actor, one, two, "same", &error) != STATUS_OK)
        return 3;
    if (person_erase(store, actor, one, "asked", &error) != STATUS_OK)
        return 4;
    return ACTS;
}

/* What the tables hold after so many acts. */
static const long long people[] = { 0, 1, 2, 2, 2, 2 };
static const long long documents[] = { 0, 0, 0, 1, 1, 0 };
static const long long merged[] = { 0, 0, 0, 0, 1, 1 };
static const long long erased[] = { 0, 0, 0, 0, 0, 2 };

static bool has_come_to(struct store *store, int acts)
{
    return fixture_number(store, "SELECT count(*) FROM person") == people[acts] &&
           fixture_number(store, "SELECT count(*) FROM identity_document") == documents[acts] &&
           fixture_number(store, "SELECT count(*) FROM person_merge") == merged[acts] &&
           fixture_number(store, "SELECT count(*) FROM person_erasure") == erased[acts];
}

/* A failed act may have been committed all the same: its answer was lost, not the act. */
static void check_after(struct cut_disk *disk, int acknowledged)
{
    struct office *office = NULL;
    struct office_health health;
    cut_disk_heal(disk);
    assert_ok(fixture_office_open(&office, office_path, cut_disk_as_disk(disk), "first", "first",
                                  &error));
    assert_ok(office_verify(office, NULL, &health, &error));
    const bool is_next = acknowledged < ACTS && has_come_to(office_store(office), acknowledged + 1);
    assert_true(is_next || has_come_to(office_store(office), acknowledged));
    office_close(&office);
}

static void check_kind(enum cut_kind kind, int code)
{
    struct cut_disk *fresh = cut_disk_new();
    unsigned runs = 0;
    assert_ok(fixture_office_create(office_path, cut_disk_as_disk(fresh), NULL, &error));
    for (unsigned after = 0, unnoticed = 0; unnoticed < 5; after++, runs++) {
        struct office *office = NULL;
        struct cut_disk *disk = cut_disk_clone(fresh);
        assert_ok(fixture_office_open(&office, office_path, cut_disk_as_disk(disk), "first",
                                      "first", &error));
        cut_disk_fail(disk, &(struct cut_fault){ .kind = kind, .code = code, .after = after });
        const int acknowledged = work(office);
        office_close(&office);
        check_after(disk, acknowledged);
        cut_disk_free(disk);
        unnoticed = acknowledged == ACTS ? unnoticed + 1 : 0;
    }
    assert_true(runs > ACTS);
    printf("NOTE: %s: %u runs\n", code == SQLITE_FULL ? "no space" : "failing syncs", runs);
    cut_disk_free(fresh);
}

static void a_full_disk_leaves_no_act_half_done(void **state)
{
    (void)state;
    check_kind(CUT_WRITE, SQLITE_FULL);
}

static void a_sync_that_fails_leaves_no_act_half_done(void **state)
{
    (void)state;
    check_kind(CUT_SYNC, SQLITE_IOERR_FSYNC);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_full_disk_leaves_no_act_half_done),
        cmocka_unit_test(a_sync_that_fails_leaves_no_act_half_done),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
