/* SPDX-License-Identifier: Apache-2.0 */
#include "support/fixture_case.h"

#include "support/fixture_office.h"
#include "support/fixture_record.h"
#include "support/fixture_rows.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct error error;

static void fill(struct office *office, struct fixture_case *fixture)
{
    struct store *store = office_store(office);
    struct person person = fixture_record_make("Асанова", "Айгүл");
    char casefile[UUID_TEXT_SIZE];
    assert_ok(person_add(store, office_actor(office), &person, NULL, &error));
    memcpy(fixture->person, person.id, sizeof(fixture->person));
    person_release(&person);
    uuid_new(casefile);
    uuid_new(fixture->consent);
    fixture_rows_run(store,
                     "INSERT INTO casefile (id, number, person_id, workflow, workflow_version,"
                     " state, opened_at, opened_by, changed_at) VALUES (%Q,"
                     " '" FIXTURE_CASE_NUMBER "', %Q, 'integration', 1, 'open',"
                     " '2026-11-02T06:00:00.000Z', %Q, '2026-11-02T06:00:00.000Z')",
                     casefile, fixture->person, office_actor(office));
    fixture_rows_run(store,
                     "INSERT INTO consent (id, person_id, purpose, recipient, given_by, language,"
                     " is_read_aloud, given_on, taken_at, taken_by) VALUES (%Q, %Q, 'sharing',"
                     " 'legal_aid', 'person', 'ky', 1, '2026-11-02', '2026-11-02T06:00:00.000Z',"
                     " %Q)",
                     fixture->consent, fixture->person, office_actor(office));
}

void fixture_case_make(struct fixture_case *out)
{
    struct office *office = NULL;
    snprintf(out->folder, sizeof(out->folder), "/tmp/qadam-test-XXXXXX");
    assert_non_null(mkdtemp(out->folder));
    snprintf(out->file, sizeof(out->file), "%s/office.qadam", out->folder);
    assert_ok(fixture_office_create(out->file, disk_system(), NULL, &error));
    assert_ok(fixture_office_open(&office, out->file, disk_system(), "first", "first", &error));
    fill(office, out);
    office_close(&office);
}

void fixture_case_remove(const struct fixture_case *fixture)
{
    char command[128];
    snprintf(command, sizeof(command), "rm -rf '%s'", fixture->folder);
    assert_int_equal(system(command), 0); // NOLINT(cert-env33-c)
}

void fixture_case_close(const struct fixture_case *fixture)
{
    struct office *office = NULL;
    assert_ok(fixture_office_open(&office, fixture->file, disk_system(), "first", "first", &error));
    fixture_rows_run(office_store(office), "UPDATE casefile SET state = 'closed',"
                                           " closed_at = opened_at, closure_reason = 'other'");
    office_close(&office);
}
