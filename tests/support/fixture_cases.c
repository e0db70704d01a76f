/* SPDX-License-Identifier: Apache-2.0 */
#include "support/fixture_cases.h"

#include "person/person_store.h"
#include "support/fixture_office.h"
#include "support/fixture_record.h"
#include "support/fixture_workflow.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct fixture_cases fixture_cases;

static struct error error;

static void add_user(struct office *office, const char *name, enum role role)
{
    struct secret *passphrase = fixture_office_secret(FIXTURE_CASES_SECRET);
    assert_ok(office_add_user(office, name, role, passphrase, &error));
    secret_free(&passphrase);
}

struct office *fixture_cases_open(const char *user)
{
    struct office *office = NULL;
    assert_ok(fixture_office_open(&office, fixture_cases.file, disk_system(), user,
                                  FIXTURE_CASES_SECRET, &error));
    return office;
}

void fixture_cases_add_workflow(int version)
{
    size_t count;
    struct definition_added added;
    struct fault_list faults = { .items = NULL };
    const struct yaml_source *sources = fixture_workflow_sources(version, &count);
    struct office *office = fixture_cases_open("first");
    assert_ok(definition_store_add(office_store(office), office_actor(office), sources, count,
                                   &added, &faults, &error));
    fault_list_release(&faults);
    office_close(&office);
}

static void add_person(struct office *office, const char *surname, const char *given_name,
                       char id[UUID_TEXT_SIZE])
{
    struct person person = fixture_record_make(surname, given_name);
    assert_ok(person_add(office_store(office), office_actor(office), &person, NULL, &error));
    memcpy(id, person.id, UUID_TEXT_SIZE);
    person_release(&person);
}

static void fill(void)
{
    struct office *office = fixture_cases_open("first");
    add_user(office, "clerk", ROLE_CLERK);
    add_user(office, "counsellor", ROLE_COUNSELLOR);
    add_user(office, "inspector", ROLE_AUDITOR);
    add_user(office, "gone", ROLE_CLERK);
    assert_ok(office_revoke_user(office, "gone", &error));
    add_person(office, FIXTURE_CASES_PERSON, "Айгүл", fixture_cases.person);
    add_person(office, "Каримов", "Фарид", fixture_cases.other);
    office_close(&office);
    fixture_cases_add_workflow(1);
}

int fixture_cases_make(void **state)
{
    (void)state;
    snprintf(fixture_cases.folder, sizeof(fixture_cases.folder), "/tmp/qadam-test-XXXXXX");
    if (mkdtemp(fixture_cases.folder) == NULL)
        return -1;
    snprintf(fixture_cases.file, sizeof(fixture_cases.file), "%s/office.qadam",
             fixture_cases.folder);
    assert_ok(fixture_office_create(fixture_cases.file, disk_system(), NULL, &error));
    fill();
    return 0;
}

int fixture_cases_remove(void **state)
{
    char command[128];
    (void)state;
    snprintf(command, sizeof(command), "rm -rf '%s'", fixture_cases.folder);
    return system(command) == 0 ? 0 : -1; // NOLINT(cert-env33-c)
}
