/* SPDX-License-Identifier: Apache-2.0 */

/* The built program, as the kernel sees it: a life of an office file by its commands writes to no
 * other file. */
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "support/folder.h"
#include "support/trace.h"

enum { MAX_WORDS = 16 };

static const char passphrase[] = "correct horse battery staple\n";

static void run(const char *const *words, const struct folder *folder, const char *log,
                struct trace_result *result)
{
    const char *argv[MAX_WORDS + 1] = { QADAM_PROGRAM };
    for (size_t i = 0; words[i] != NULL; i++) {
        assert_true(i + 2 < MAX_WORDS);
        argv[i + 1] = words[i];
    }
    assert_int_equal(trace_run(argv, passphrase, log), 0);
    trace_read(result, log, folder);
    if (result->strangers > 0)
        print_error("%s %s: written, made or removed: %s\n", words[0], words[1], result->first);
    assert_int_equal(result->strangers, 0);
}

struct scene {
    struct folder folder; /* all that the program may touch */
    struct folder aside;
};

static int begin(void **state)
{
    struct scene *scene = calloc(1, sizeof(*scene));
    assert_non_null(scene);
    *state = scene;
    folder_make(&scene->folder);
    folder_make(&scene->aside);
    return 0;
}

static int end(void **state)
{
    struct scene *scene = *state;
    folder_remove(&scene->folder);
    folder_remove(&scene->aside);
    free(scene);
    return 0;
}

static void the_commands_write_only_the_office_file_and_its_copies(void **state)
{
    struct scene *scene = *state;
    char log[FOLDER_PATH_SIZE];
    char office[FOLDER_PATH_SIZE];
    char backup[FOLDER_PATH_SIZE];
    int changes = 0;
    const char *reason =
        geteuid() == 0 ? trace_reason() : "the program lets nobody but root look into it";
    if (reason != NULL)
        skip_because(__func__, reason);
    folder_path(log, &scene->aside, "trace");
    folder_path(office, &scene->folder, "office.qadam");
    folder_path(backup, &scene->folder, "backup.qadam");
    const char *const commands[][MAX_WORDS] = {
        { "new", office, "--user", "Aigul", "--smallest-pc", "48", "--passphrase-fd", "0" },
        { "vault", "backup", office, "--output", backup, "--passphrase-fd", "0" },
        { "vault", "rekey", office, "--passphrase-fd", "0" },
        { "vault", "restore", backup, office, "--overwrite", "--passphrase-fd", "0" },
        { "vault", "verify", office, "--passphrase-fd", "0" },
        { "journal", "show", office, "--passphrase-fd", "0" },
    };
    for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
        struct trace_result result;
        run(commands[i], &scene->folder, log, &result);
        changes += result.changes;
    }
    printf("NOTE: calls of six commands that open for writing, make, rename or remove a file: %d\n",
           changes);
    assert_true(changes > 30);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_commands_write_only_the_office_file_and_its_copies,
                                        begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
