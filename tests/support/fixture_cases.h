/* SPDX-License-Identifier: Apache-2.0 */

/* An office file on the disk for tests of the commands on casefiles: users of every role, all with
 * the passphrase FIXTURE_CASES_SECRET, two people, and the workflow "visit" of fixture_workflow.h
 * in its first version. */
#ifndef QADAM_TESTS_SUPPORT_FIXTURE_CASES_H
#define QADAM_TESTS_SUPPORT_FIXTURE_CASES_H

#include "office/office.h"

#define FIXTURE_CASES_SECRET "first"
#define FIXTURE_CASES_NUMBER "KG-OSH-2026-00000" /* and the count, from 1 */
#define FIXTURE_CASES_PERSON "Асанова"

struct fixture_cases {
    char folder[64];
    char file[96];
    char person[UUID_TEXT_SIZE];
    char other[UUID_TEXT_SIZE]; /* Каримов Фарид */
};
extern struct fixture_cases fixture_cases;

/* For cmocka_run_group_tests(); the users are "first" (a supervisor), "clerk", "counsellor",
 * "inspector", and "gone", who was revoked. */
int fixture_cases_make(void **state);
int fixture_cases_remove(void **state);

/* The file opened by that user, for what no command does. */
struct office *fixture_cases_open(const char *user);
void fixture_cases_add_workflow(int version);

#endif
