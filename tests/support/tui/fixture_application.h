/* SPDX-License-Identifier: Apache-2.0 */

/* The application on a scripted port, with an office of invented people in a folder of its own. */
#ifndef QADAM_TESTS_SUPPORT_TUI_FIXTURE_APPLICATION_H
#define QADAM_TESTS_SUPPORT_TUI_FIXTURE_APPLICATION_H

#include "app/app.h"
#include "support/folder.h"
#include "support/tui/scripted_port.h"

enum { FIXTURE_APPLICATION_PEOPLE = 30, FIXTURE_APPLICATION_CASES = 12 };

struct fixture_application {
    struct folder folder;
    char path[FOLDER_PATH_SIZE];
    struct scripted_port port;
    struct app *app;
    char people[FIXTURE_APPLICATION_PEOPLE][UUID_TEXT_SIZE];
    char cases[FIXTURE_APPLICATION_CASES][UUID_TEXT_SIZE];
};

/* The file in its folder: user and passphrase "demo", and casefiles of every workflow.  It is the
 * same each time but for ids and keys. */
void fixture_application_make(struct fixture_application *fixture);
void fixture_application_remove(struct fixture_application *fixture);

/* Starts it on a screen of that size, at the unlock screen, on 24 November 2026. */
void fixture_application_start(struct fixture_application *fixture, int rows, int columns);
/* And opens the office file. */
void fixture_application_open(struct fixture_application *fixture, int rows, int columns);
/* Types and lets it answer; false when it ended. */
bool fixture_application_do(struct fixture_application *fixture, const char *keys);
/* As a crash does: nothing that was not kept yet is kept. */
void fixture_application_lose(struct fixture_application *fixture);

/* Fails the test unless the file can be opened and every part of it is sound. */
void fixture_application_verify(const struct fixture_application *fixture);

#endif
