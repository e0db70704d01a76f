/* SPDX-License-Identifier: Apache-2.0 */
#include "support/fixture_terminal.h"

#include "demo/demo.h"
#include "support/program.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void open_casefile(struct program_result *result, const char *path, int index)
{
    static const char *const workflows[] = { "restoration", "integration", "reintegration" };
    char person[UUID_TEXT_SIZE];
    demo_person_id(DEMO_SEED_DEFAULT, index * 2, person);
    program_run(result, &(const struct program_call){
                            .words = { "case", "open", path, person, "--workflow",
                                       workflows[index % 3], "--assign", "demo", "--today",
                                       "2026-11-16", "--passphrase-fd", "3" },
                            .secret = "demo" });
    program_assert_exit(result, 0);
}

void fixture_terminal_make(struct fixture_terminal *fixture, long people)
{
    char count[24];
    struct program_result *result = calloc(1, sizeof(*result));
    assert_non_null(result);
    snprintf(count, sizeof(count), "%ld", people);
    folder_make(&fixture->folder);
    folder_path(fixture->path, &fixture->folder, "office.qadam");
    fixture->terminal = NULL;
    program_run(result, &(const struct program_call){
                            .words = { "demo", fixture->path, "--people", count } });
    program_assert_exit(result, 0);
    for (int i = 0; i < FIXTURE_TERMINAL_CASES && people < FIXTURE_TERMINAL_OFFICE; i++)
        open_casefile(result, fixture->path, i);
    free(result);
    fixture->fresh = file_read(fixture->path);
}

void fixture_terminal_remove(struct fixture_terminal *fixture)
{
    fixture_terminal_stop(fixture);
    free(fixture->fresh.bytes);
    folder_remove(&fixture->folder);
}

void fixture_terminal_start(struct fixture_terminal *fixture,
                            const struct virtual_terminal_plan *options)
{
    struct virtual_terminal_plan plan = *options;
    size_t words = 0;
    while (plan.words[words] != NULL)
        words++;
    assert_true(words + 3 < VIRTUAL_TERMINAL_WORDS);
    plan.words[words++] = fixture->path;
    plan.words[words++] = "--today";
    plan.words[words++] = "2026-11-24";
    fixture_terminal_stop(fixture);
    fixture->terminal = virtual_terminal_start(&plan);
    assert_true(virtual_terminal_wait_text(fixture->terminal, "QADAM"));
    assert_true(virtual_terminal_wait_text(fixture->terminal, "F10"));
}

void fixture_terminal_unlock(struct fixture_terminal *fixture)
{
    virtual_terminal_type(fixture->terminal, "demo<Enter>");
    assert_true(virtual_terminal_wait_gone(fixture->terminal, "QADAM"));
    virtual_terminal_wait_quiet(fixture->terminal, VIRTUAL_TERMINAL_QUIET_MS);
}

void fixture_terminal_open(struct fixture_terminal *fixture,
                           const struct virtual_terminal_plan *options)
{
    fixture_terminal_start(fixture, options);
    fixture_terminal_unlock(fixture);
}

void fixture_terminal_stop(struct fixture_terminal *fixture)
{
    if (fixture->terminal != NULL)
        virtual_terminal_free(fixture->terminal);
    fixture->terminal = NULL;
}

void fixture_terminal_reset(struct fixture_terminal *fixture)
{
    char path[FOLDER_PATH_SIZE + 8];
    fixture_terminal_stop(fixture);
    snprintf(path, sizeof(path), "%s-wal", fixture->path);
    unlink(path);
    snprintf(path, sizeof(path), "%s-shm", fixture->path);
    unlink(path);
    file_write(fixture->path, fixture->fresh.bytes, fixture->fresh.length);
}
